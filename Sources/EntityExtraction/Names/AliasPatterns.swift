/// Gathers names and cue words as patterns for the automaton, with what each means and which capitals it needs.
struct AliasPatterns {
  /// Which capitals of a text match those of a name.
  enum CaseRule: UInt8 {
    /// A name in small letters ("bitcoin") matches in any case.
    case any
    /// The capitals of the name must be capitals, or all letters are ("Coinbase", "COINBASE").
    case capitals
    /// As `capitals`; of a one-word name that is like no other word a first capital is enough ("Fincen", "Bitmex").
    case firstCapital
    /// All letters must be capitals ("SEC").
    case allCapitals
    /// As `allCapitals`; with only the first it matches as a weak name ("Esma").
    case spokenAcronym
  }

  /// One spelling of a pattern with what it means.
  struct Form: Sendable {
    /// For each letter of the pattern, ASCII and in order, whether it is a capital.
    var capitals: [Bool]
    var rule: CaseRule
    var targets: [LexiconTarget]
  }

  private struct Entry {
    var key: [UInt8]
    var order: UInt64
    var capitals: [Bool]
    var rule: CaseRule
    var target: LexiconTarget?
    var cue: Int32
  }

  private var entries: [Entry] = []

  init() { entries.reserveCapacity(16_000) }

  mutating func add(_ text: String, _ target: LexiconTarget) {
    guard let key = AliasAutomaton.normalised(text) else { return }
    var capitals: [Bool] = []
    var upper = 0
    for byte in text.utf8 where LetterBytes.isLetter(byte) {
      capitals.append(LetterBytes.isUpper(byte))
      if LetterBytes.isUpper(byte) { upper += 1 }
    }
    let rule: CaseRule
    if upper == 0 {
      rule = .any
    } else if upper == capitals.count {
      let isSpoken = capitals.count >= (target.kind == .exchange ? 3 : 4) && capitals.count == key.count
      rule = isSpoken && (target.kind == .exchange || target.kind == .agency) ? .spokenAcronym : .allCapitals
    } else {
      let isOneWord = !key.contains(32) && key.count >= 5
      rule =
        isOneWord && !target.isWeak && capitals.first == true && (target.kind == .exchange || target.kind == .agency)
        ? .firstCapital : .capitals
    }
    entries.append(Entry(key: key, order: Self.order(key), capitals: capitals, rule: rule, target: target, cue: -1))
  }

  mutating func add(cue text: String, number: Int) {
    guard let key = AliasAutomaton.normalised(text) else { return }
    entries.append(Entry(key: key, order: Self.order(key), capitals: [], rule: .any, target: nil, cue: Int32(number)))
  }

  /// The patterns in ascending order, with the forms and the cue number of each.
  func finished() -> (keys: [[UInt8]], forms: [[Form]], cues: [Int32]) {
    let ordered = entries.indices.sorted { left, right in
      let (a, b) = (entries[left].order, entries[right].order)
      if a != b { return a < b }
      if entries[left].key == entries[right].key { return left < right }
      return entries[left].key.lexicographicallyPrecedes(entries[right].key)
    }
    var keys: [[UInt8]] = []
    var forms: [[Form]] = []
    var cues: [Int32] = []
    keys.reserveCapacity(entries.count)
    forms.reserveCapacity(entries.count)
    for index in ordered {
      let entry = entries[index]
      if keys.last != entry.key {
        keys.append(entry.key)
        forms.append([])
        cues.append(-1)
      }
      let last = keys.count - 1
      if entry.cue >= 0 { cues[last] = entry.cue }
      guard let target = entry.target else { continue }
      if let same = forms[last].firstIndex(where: { $0.rule == entry.rule && $0.capitals == entry.capitals }) {
        Self.merge(target, into: &forms[last][same].targets)
      } else {
        forms[last].append(Form(capitals: entry.capitals, rule: entry.rule, targets: [target]))
      }
    }
    return (keys, forms, cues)
  }

  /// One target for a row: plain if any of its spellings is.
  static func merge(_ target: LexiconTarget, into targets: inout [LexiconTarget]) {
    if let index = targets.firstIndex(where: { $0.kind == target.kind && $0.index == target.index }) {
      if !target.isWeak { targets[index].isWeak = false }
      if !target.isFormer { targets[index].isFormer = false }
    } else {
      targets.append(target)
    }
  }

  /// The first eight bytes as a number, so that most comparisons need no more.
  private static func order(_ key: [UInt8]) -> UInt64 {
    var order: UInt64 = 0
    for index in 0..<8 { order = order << 8 | UInt64(index < key.count ? key[index] : 0) }
    return order
  }
}
