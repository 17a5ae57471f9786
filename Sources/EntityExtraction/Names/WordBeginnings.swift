/// The words that patterns begin with, each with the state that an automaton is in after it.
///
/// A word is its first eight letters and digits, in small letters, the first of them lowest. The text asks for nearly every word it
/// has, so that bits that stay in the nearest cache answer first.
struct WordBeginnings: Sendable {
  struct Entry: Sendable {
    var word: UInt64
    /// 0 where each letter has to be looked at.
    var state: UInt32
  }

  private(set) var bits = [UInt64](repeating: 0, count: 2048)
  /// Open addressing; a word is never 0.
  private(set) var entries = [Entry](repeating: Entry(word: 0, state: 0), count: 1 << 10)
  private var count = 0

  /// A word is put in with one state, or with 0.
  mutating func insert(_ word: UInt64, _ state: UInt32) {
    if count * 3 >= entries.count { grow() }
    let hash = Self.hash(word)
    bits[Self.bit(hash) >> 6] |= 1 << UInt64(Self.bit(hash) & 63)
    var slot = Self.slot(hash, entries.count - 1)
    while entries[slot].word != 0 && entries[slot].word != word { slot = (slot + 1) & (entries.count - 1) }
    if entries[slot].word == 0 {
      entries[slot] = Entry(word: word, state: state)
      count += 1
    } else if state == 0 {
      entries[slot].state = 0
    }
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(word: 0, state: 0), count: old.count * 2)
    for entry in old where entry.word != 0 {
      var slot = Self.slot(Self.hash(entry.word), entries.count - 1)
      while entries[slot].word != 0 { slot = (slot + 1) & (entries.count - 1) }
      entries[slot] = entry
    }
  }

  @inline(__always) static func hash(_ word: UInt64) -> UInt64 { word &* 0x9E37_79B9_7F4A_7C15 }
  /// One of 131,072.
  @inline(__always) static func bit(_ hash: UInt64) -> Int { Int(hash >> 47) }
  @inline(__always) static func slot(_ hash: UInt64, _ mask: Int) -> Int { Int(hash >> 32) & mask }

  /// How much room it takes.
  var bytes: Int { bits.count * 8 + entries.count * MemoryLayout<Entry>.stride }
}
