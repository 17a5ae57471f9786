// Small questions about the bytes of a line or a name. For heads and labels, not for bulk text.

typealias Bytes = ArraySlice<UInt8>

extension UInt8 {
  @inline(__always) var isDigit: Bool { self &- 0x30 <= 9 }
  @inline(__always) var isASCIILetter: Bool { (self | 0x20) &- 0x61 <= 25 }
  @inline(__always) var isUppercase: Bool { self &- 0x41 <= 25 }
  @inline(__always) var isLowercase: Bool { self &- 0x61 <= 25 }
  /// A letter or part of one beyond ASCII.
  @inline(__always) var isWordByte: Bool { isASCIILetter || isDigit || self >= 0x80 }
  @inline(__always) var isBlank: Bool { self == 0x20 || self == 0x09 }
  @inline(__always) var isSpace: Bool { self == 0x20 || self &- 0x09 <= 4 }
  @inline(__always) var lowered: UInt8 { isUppercase ? self | 0x20 : self }
}

extension ArraySlice<UInt8> {
  /// Without white space at both ends.
  var trimmed: Bytes {
    var range = startIndex..<endIndex
    while let first = range.first, self[first].isSpace { range = range.dropFirst() }
    while let last = range.last, self[last].isSpace { range = range.dropLast() }
    return self[range]
  }

  var text: String { String(decoding: self, as: UTF8.self) }

  /// Whether the bytes at `index` are `word`, given in lower case, whatever their case. ASCII.
  func has(_ word: StaticString, at index: Int) -> Bool {
    guard index >= startIndex, index + word.utf8CodeUnitCount <= endIndex else { return false }
    for place in 0..<word.utf8CodeUnitCount where self[index + place].lowered != word.utf8Start[place] { return false }
    return true
  }

  func hasPrefix(_ word: StaticString) -> Bool { has(word, at: startIndex) }

  func hasSuffix(_ word: StaticString) -> Bool { has(word, at: endIndex - word.utf8CodeUnitCount) }

  func isSame(as word: StaticString) -> Bool { count == word.utf8CodeUnitCount && hasPrefix(word) }

  /// Where `word`, given in lower case, first stands, as a whole word or not.
  func firstIndex(of word: StaticString, wholeWord: Bool = false) -> Int? {
    let length = word.utf8CodeUnitCount
    guard length > 0, count >= length else { return nil }
    let first = word.utf8Start[0]
    for index in startIndex...(endIndex - length) where self[index].lowered == first && has(word, at: index) {
      guard wholeWord else { return index }
      let before = index == startIndex || !self[index - 1].isWordByte
      let after = index + length == endIndex || !self[index + length].isWordByte
      if before && after { return index }
    }
    return nil
  }

  func contains(_ word: StaticString, wholeWord: Bool = false) -> Bool { firstIndex(of: word, wholeWord: wholeWord) != nil }

  var lowercased: [UInt8] { map(\.lowered) }

  /// Characters, roughly: bytes that do not continue one.
  var characterCount: Int { reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }

  /// At most `limit` characters' worth of bytes, never cutting one.
  func prefix(characters limit: Int) -> Bytes {
    var seen = 0
    var index = startIndex
    while index < endIndex {
      if self[index] & 0xC0 != 0x80 {
        guard seen < limit else { break }
        seen += 1
      }
      index += 1
    }
    return self[startIndex..<index]
  }

  /// The words, split at white space.
  var words: [Bytes] { split { $0.isSpace } }
}

/// The lines of a text, without their ends, one after the other.
struct LineReader {
  let bytes: Bytes
  private var index: Int

  init(_ bytes: Bytes) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  mutating func next() -> Bytes? {
    guard index < bytes.endIndex else { return nil }
    let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
    defer { index = end + 1 }
    return bytes[index..<end]
  }
}
