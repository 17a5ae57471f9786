/// Gathers names and cue words as patterns for the automaton, with what each means and which capitals it needs.
///
/// All spellings lie in one array of bytes, so that making it ready takes milliseconds and not tenths of a second.
struct AliasPatterns {
  /// Which capitals of a text match those of a name.
  enum CaseRule: UInt8, Sendable {
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
    /// Where the spelling lies among the bytes of all.
    var start: Int32
    var count: Int32
    var rule: CaseRule
    var targets: [LexiconTarget]
  }

  private struct Entry {
    /// The first eight bytes, folded, as a number: most comparisons need no more.
    var order: UInt64
    var start: Int32
    var count: Int32
    var cue: Int32
    var rule: CaseRule
    var target: LexiconTarget?
  }

  /// The patterns made ready.
  struct Finished {
    /// Folded, one after another, in ascending order.
    var keys: [UInt8] = []
    /// Pattern: where its key begins; one more than there are patterns.
    var keyStarts: [Int32] = [0]
    var forms: [Form] = []
    /// Pattern: its first form; one more than there are patterns.
    var formStarts: [Int32] = []
    /// Pattern: its number among the cues, or -1.
    var cues: [Int32] = []
    /// The spellings.
    var spellings: [UInt8] = []
  }

  private var entries: [Entry] = []
  private var bytes: [UInt8] = []

  init() {
    entries.reserveCapacity(24_000)
    bytes.reserveCapacity(600_000)
  }

  mutating func add(_ text: String, _ target: LexiconTarget) {
    guard let range = append(text) else { return }
    var letters = 0
    var upper = 0
    var hasSpace = false
    for byte in bytes[range] {
      if LetterBytes.isLetter(byte) { letters += 1 }
      if LetterBytes.isUpper(byte) { upper += 1 }
      if byte == 32 { hasSpace = true }
    }
    let mayVary = target.kind == .exchange || target.kind == .agency
    let rule: CaseRule
    if upper == 0 {
      rule = .any
    } else if upper == letters {
      let isSpoken = letters >= (target.kind == .exchange ? 3 : 4) && letters == range.count
      rule = isSpoken && mayVary ? .spokenAcronym : .allCapitals
    } else {
      let isLikeNoOther = !hasSpace && range.count >= 5 && !target.isWeak && LetterBytes.isUpper(bytes[range.lowerBound])
      rule = isLikeNoOther && mayVary ? .firstCapital : .capitals
    }
    add(range, cue: -1, rule, target)
  }

  mutating func add(cue text: String, number: Int) {
    guard let range = append(text) else { return }
    add(range, cue: Int32(number), .any, nil)
  }

  private mutating func append(_ text: String) -> Range<Int>? {
    let start = bytes.count
    var text = text
    let isUsable = text.withUTF8 { AliasAutomaton.appendNormalised($0, to: &bytes) }
    guard isUsable else {
      bytes.removeSubrange(start...)
      return nil
    }
    return start..<bytes.count
  }

  private mutating func add(_ range: Range<Int>, cue: Int32, _ rule: CaseRule, _ target: LexiconTarget?) {
    var order: UInt64 = 0
    for index in range.lowerBound..<range.lowerBound + 8 {
      order = order << 8 | UInt64(index < range.upperBound ? LetterBytes.folded(bytes[index]) : 0)
    }
    entries.append(Entry(order: order, start: Int32(range.lowerBound), count: Int32(range.count), cue: cue, rule: rule, target: target))
  }

  /// Sorts the patterns and puts together what one spelling means.
  func finished() -> Finished {
    var result = Finished()
    result.spellings = bytes
    result.keys.reserveCapacity(bytes.count)
    result.keyStarts.reserveCapacity(entries.count + 1)
    result.formStarts.reserveCapacity(entries.count + 1)
    result.cues.reserveCapacity(entries.count)
    result.forms.reserveCapacity(entries.count)
    var ordered = entries
    bytes.withUnsafeBufferPointer { bytes in
      ordered.sort { left, right in
        if left.order != right.order { return left.order < right.order }
        let comparison = Self.compare(left, right, bytes)
        return comparison == 0 ? left.start < right.start : comparison < 0
      }
      for (index, entry) in ordered.enumerated() {
        if index == 0 || ordered[index - 1].order != entry.order || Self.compare(ordered[index - 1], entry, bytes) != 0 {
          for position in Int(entry.start)..<Int(entry.start + entry.count) { result.keys.append(LetterBytes.folded(bytes[position])) }
          result.keyStarts.append(Int32(result.keys.count))
          result.formStarts.append(Int32(result.forms.count))
          result.cues.append(-1)
        }
        if entry.cue >= 0 { result.cues[result.cues.count - 1] = entry.cue }
        guard let target = entry.target else { continue }
        Self.add(target, of: entry, to: &result, bytes)
      }
    }
    result.formStarts.append(Int32(result.forms.count))
    return result
  }

  private static func add(_ target: LexiconTarget, of entry: Entry, to result: inout Finished, _ bytes: UnsafeBufferPointer<UInt8>) {
    let first = Int(result.formStarts[result.formStarts.count - 1])
    for index in first..<result.forms.count where result.forms[index].rule == entry.rule && isSame(result.forms[index], entry, bytes) {
      merge(target, into: &result.forms[index].targets)
      return
    }
    result.forms.append(Form(start: entry.start, count: entry.count, rule: entry.rule, targets: [target]))
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

  private static func isSame(_ form: Form, _ entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard form.count == entry.count else { return false }
    for offset in 0..<Int(form.count) where bytes[Int(form.start) + offset] != bytes[Int(entry.start) + offset] { return false }
    return true
  }

  /// Below, at or above zero, as the folded bytes compare.
  private static func compare(_ left: Entry, _ right: Entry, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    for offset in 0..<Int(min(left.count, right.count)) {
      let a = LetterBytes.folded(bytes[Int(left.start) + offset])
      let b = LetterBytes.folded(bytes[Int(right.start) + offset])
      if a != b { return a < b ? -1 : 1 }
    }
    return Int(left.count) - Int(right.count)
  }
}
