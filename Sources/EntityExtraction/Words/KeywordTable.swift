/// A fixed table from words to what they mean to a rule: open addressing, a few nanoseconds a look-up.
///
/// A standard dictionary hashes a key that is a hash already; rules look up every word of a story.
struct KeywordTable<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var values: [Value?]
  private let mask: Int

  /// - Parameter rows: lists of words in lower case, separated by blanks, and what each of them means.
  init(_ rows: [(String, Value)]) {
    let entries = rows.flatMap { words, value in words.split { $0 == " " || $0 == "\n" }.map { (WordKey.of($0), value) } }
    self.init(entries: entries)
  }

  init(entries: [(UInt64, Value)]) {
    var size = 8
    while size < entries.count * 3 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [Value?](repeating: nil, count: size)
    mask = size - 1
    for (key, value) in entries {
      var slot = Int(truncatingIfNeeded: key) & mask
      while keys[slot] != 0 && keys[slot] != key { slot = (slot + 1) & mask }
      keys[slot] = key
      values[slot] = value
    }
  }

  /// The keys of all its words.
  var allKeys: [UInt64] { keys.filter { $0 != 0 } }

  subscript(key: UInt64) -> Value? {
    var slot = Int(truncatingIfNeeded: key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
