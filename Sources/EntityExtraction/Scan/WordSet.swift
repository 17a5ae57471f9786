/// A fixed set of lower-case words or phrases that bytes are looked up in, ignoring ASCII case, without making a string.
package struct WordSet: Sendable {
  private var slots: [Int32]
  private let mask: Int
  private let bytes: [UInt8]
  private let ends: [Int]

  package init(_ words: [String]) {
    var size = 16
    while size < words.count * 3 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for word in words {
      let low = bytes.count
      bytes += word.utf8
      ends.append(bytes.count)
      var slot = Self.hash(bytes[low...]) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(ends.count - 1)
    }
    self.slots = slots
    mask = size - 1
    self.bytes = bytes
    self.ends = ends
  }

  package func contains(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool { index(text, range) != nil }
  package func contains(_ text: TextBytes, _ range: Range<Int>) -> Bool { index(text, range) != nil }

  /// Which of the words it is, as numbered at the making.
  package func index(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    var hash = 5381
    for position in range { hash = hash &* 33 &+ Int(LetterBytes.folded(text[position])) }
    return find(hash, count: range.count) { LetterBytes.folded(text[range.lowerBound + $0]) }
  }

  package func index(_ text: TextBytes, _ range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count, "a word outside the text")
    return index(text.buffer, range)
  }

  @inline(__always)
  private func find(_ hash: Int, count: Int, _ byte: (Int) -> UInt8) -> Int? {
    var slot = hash & mask
    while slots[slot] >= 0 {
      let word = Int(slots[slot])
      let low = word == 0 ? 0 : ends[word - 1]
      if ends[word] - low == count {
        var offset = 0
        while offset < count, bytes[low + offset] == byte(offset) { offset += 1 }
        if offset == count { return word }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> Int {
    var hash = 5381
    for byte in bytes { hash = hash &* 33 &+ Int(byte) }
    return hash
  }
}
