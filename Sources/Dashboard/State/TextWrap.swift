import PrintableText

/// Breaks text into lines of at most so many columns, at blanks where there are any.
package enum TextWrap {
  /// The lines of a part of a text as ranges of UTF-8 offsets, without the blank or line end at which each was broken.
  ///
  /// One pass over the bytes; only what is not ASCII asks for its width. A word longer than a line is cut where the line ends.
  package static func lines(of text: String, in part: Range<Int>, width: Int) -> [Range<Int>] {
    let width = max(1, width)
    var text = text
    return text.withUTF8 { bytes in
      let end = min(part.upperBound, bytes.count)
      var result: [Range<Int>] = []
      var start = min(max(0, part.lowerBound), end)
      var place = start
      var columns = 0
      // Behind the last blank of this line: where the line ends if it is broken there, where the next begins, and the columns up to there.
      var wordBreak: (end: Int, next: Int, columns: Int)?
      while place < end {
        let byte = bytes[place]
        if byte == 0x0A {
          result.append(start..<trimmed(start..<place, bytes))
          place += 1
          start = place
          columns = 0
          wordBreak = nil
          continue
        }
        let (length, cells) = byte < 0x80 ? (1, 1) : scalar(bytes, at: place, end: end)
        if columns + cells > width, byte != 0x20, place > start {
          if let found = wordBreak {
            result.append(start..<trimmed(start..<found.end, bytes))
            start = found.next
            columns -= found.columns
          } else {
            result.append(start..<place)
            start = place
            columns = 0
          }
          wordBreak = nil
          if start == place { columns = 0 }
          continue
        }
        columns += cells
        if byte == 0x20 || byte == 0x09 { wordBreak = (place, place + 1, columns) }
        place += length
      }
      if start < end || result.isEmpty { result.append(start..<trimmed(start..<end, bytes)) }
      return result
    }
  }

  /// The same for a short text, as strings.
  package static func strings(of text: String, width: Int) -> [String] {
    let bytes = Array(text.utf8)
    return lines(of: text, in: 0..<bytes.count, width: width).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  private static func trimmed(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return end
  }

  /// Bytes and columns of the scalar that begins here.
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int, end: Int) -> (length: Int, columns: Int) {
    let first = bytes[place]
    let length = min(first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1, end - place)
    var value = UInt32(first)
    switch length {
    case 2: value &= 0x1F
    case 3: value &= 0x0F
    case 4: value &= 0x07
    default: return (1, 1)
    }
    for offset in 1..<length { value = value << 6 | UInt32(bytes[place + offset] & 0x3F) }
    guard let scalar = Unicode.Scalar(value) else { return (length, 1) }
    return (length, PrintableText.isDropped(scalar) ? 0 : DisplayWidth.columns(of: scalar) ?? 1)
  }
}

extension TextWrap {
  /// The offset of the character that stands in a column of a line; nil right of its end.
  package static func offset(atColumn column: Int, in text: String, line: Range<Int>) -> Int? {
    guard column >= 0 else { return nil }
    var text = text
    return text.withUTF8 { bytes in
      var place = line.lowerBound
      var used = 0
      while place < min(line.upperBound, bytes.count) {
        let (length, cells) = bytes[place] < 0x80 ? (1, 1) : scalar(bytes, at: place, end: line.upperBound)
        if column < used + cells { return place }
        used += cells
        place += length
      }
      return nil
    }
  }
}
