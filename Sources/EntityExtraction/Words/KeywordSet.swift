/// A fixed set of words that a rule looks for, asked by key in a few nanoseconds.
struct KeywordSet: Sendable {
  private var slots: [UInt64]
  private let mask: Int

  /// - Parameter words: in lower case, separated by blanks; acronyms without dots.
  init(_ words: String) {
    self.init(words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(WordKey.of))
  }

  init(_ keys: [UInt64]) {
    var size = 8
    while size < keys.count * 3 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    mask = size - 1
    for key in keys { insert(key) }
  }

  private mutating func insert(_ key: UInt64) {
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot] != 0 && slots[slot] != key { slot = (slot + 1) & mask }
    slots[slot] = key
  }

  func contains(_ key: UInt64) -> Bool {
    var slot = Int(truncatingIfNeeded: key) & mask
    while true {
      let found = slots[slot]
      if found == key { return found != 0 }
      if found == 0 { return false }
      slot = (slot + 1) & mask
    }
  }

  /// The keys of all its words.
  var allKeys: [UInt64] { slots.filter { $0 != 0 } }
}

/// Phrases that a rule looks for, each a run of words, tried longest first.
struct PhraseSet: Sendable {
  private let byFirst: KeywordTable<[[UInt64]]>
  /// The first words of all phrases.
  let firstKeys: [UInt64]

  /// - Parameter phrases: in lower case, one a line or separated by `|`; acronyms without dots.
  init(_ phrases: String) {
    var lists: [UInt64: [[UInt64]]] = [:]
    for phrase in phrases.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
      let keys = phrase.split(separator: " ").map(WordKey.of)
      guard let first = keys.first else { continue }
      lists[first, default: []].append(keys)
    }
    for first in lists.keys { lists[first]?.sort { $0.count > $1.count } }
    byFirst = KeywordTable(entries: lists.map { ($0.key, $0.value) })
    firstKeys = Array(lists.keys)
  }

  /// The phrases that begin with a word, each with that word, longest first.
  func phrases(startingWith key: UInt64) -> [[UInt64]] { byFirst[key] ?? [] }

  /// The last words of all phrases.
  var lastKeys: [UInt64] { firstKeys.flatMap { phrases(startingWith: $0).compactMap(\.last) } }

  /// How many tokens the longest phrase takes that begins at this token; nil where none does.
  func length(in words: StoryWords, at index: Int, before end: Int) -> Int? {
    guard index < end, let candidates = byFirst[words.tokens[index].key] else { return nil }
    for keys in candidates where index + keys.count <= end {
      var next = 1
      while next < keys.count, words.tokens[index + next].key == keys[next] { next += 1 }
      if next == keys.count { return next }
    }
    return nil
  }

  /// The first phrase in a stretch of tokens.
  func first(in words: StoryWords, _ range: Range<Int>) -> Range<Int>? {
    for index in range {
      if let length = length(in: words, at: index, before: range.upperBound) { return index..<index + length }
    }
    return nil
  }
}
