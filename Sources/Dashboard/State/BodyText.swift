/// A story's body in lines, with its headings and lists told apart.
package enum BodyText {
  /// One line of the screen.
  package struct Line: Equatable, Sendable {
    /// UTF-8 offsets into the story's text.
    package var range: Range<Int>
    /// Columns that it stands further right.
    package var indent = 0
    package var isHeading = false
  }

  /// Longer than this is no heading, whatever it looks like.
  private static let longestHeading = 72
  /// Below this width there is no room to indent anything.
  private static let narrowest = 30

  /// The lines of a part of a text. Takes one pass over it, and a second one over long list items.
  package static func lines(of text: String, in part: Range<Int>, width: Int) -> [Line] {
    var text = text
    let paragraphs = text.withUTF8 { bytes in Self.paragraphs(bytes, in: part.clamped(to: 0..<bytes.count)) }
    var result: [Line] = []
    for (index, paragraph) in paragraphs.enumerated() {
      let lines = TextWrap.lines(of: text, in: paragraph.range, width: width)
      if paragraph.marker > 0, lines.count > 1, width >= narrowest {
        result.append(Line(range: lines[0]))
        let rest = lines[1].lowerBound..<paragraph.range.upperBound
        for line in TextWrap.lines(of: text, in: rest, width: width - paragraph.marker) {
          result.append(Line(range: line, indent: paragraph.marker))
        }
        continue
      }
      // A heading stands alone, and something follows it.
      let standsAlone =
        (index == 0 || paragraphs[index - 1].range.isEmpty) && index + 2 < paragraphs.count && paragraphs[index + 1].range.isEmpty
      let isHeading = standsAlone && paragraph.looksLikeHeading && lines.count <= 2
      for line in lines { result.append(Line(range: line, isHeading: isHeading)) }
    }
    return result
  }

  private struct Paragraph {
    var range: Range<Int>
    /// Columns of the bullet or number that it begins with, and the blank behind; 0 without one.
    var marker: Int
    var looksLikeHeading: Bool
  }

  private static func paragraphs(_ bytes: UnsafeBufferPointer<UInt8>, in part: Range<Int>) -> [Paragraph] {
    var result: [Paragraph] = []
    var start = part.lowerBound
    for place in part.lowerBound...part.upperBound where place == part.upperBound || bytes[place] == 0x0A {
      let line = UnsafeBufferPointer(rebasing: bytes[start..<place])
      let marker = marker(line)
      result.append(Paragraph(range: start..<place, marker: marker, looksLikeHeading: marker == 0 && looksLikeHeading(line)))
      start = place + 1
    }
    return result
  }

  /// `- `, `* `, `• `, `– `, `12. `, `12) `, `(a) `.
  private static func marker(_ line: UnsafeBufferPointer<UInt8>) -> Int {
    var place = 0
    while place < line.count, line[place] == 0x20, place < 12 { place += 1 }
    let blanks = place
    guard line.count > place + 2 else { return 0 }
    if line[place] == UInt8(ascii: "-") || line[place] == UInt8(ascii: "*") { return line[place + 1] == 0x20 ? blanks + 2 : 0 }
    if line[place] == 0xE2, line.count > place + 4, line[place + 3] == 0x20 { return blanks + 2 }
    let isOpen = line[place] == UInt8(ascii: "(")
    if isOpen { place += 1 }
    let first = place
    while place < line.count, place - first < 3, isLetterOrDigit(line[place], letters: isOpen) { place += 1 }
    guard place > first, place + 1 < line.count, line[place + 1] == 0x20 else { return 0 }
    let isClosed = line[place] == UInt8(ascii: ")") || !isOpen && line[place] == UInt8(ascii: ".")
    return isClosed ? place + 2 : 0
  }

  private static func isLetterOrDigit(_ byte: UInt8, letters: Bool) -> Bool {
    (0x30...0x39).contains(byte) || letters && (0x61...0x7A).contains(byte | 0x20)
  }

  /// Short, begins like a title, and does not end as a sentence does.
  private static func looksLikeHeading(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = line.first, let last = line.last, line.count <= longestHeading else { return false }
    guard (0x41...0x5A).contains(first) || (0x30...0x39).contains(first) || first >= 0xC3 else { return false }
    return !".,;:!\")-|".utf8.contains(last) && last != 0x9D && !line.contains(UInt8(ascii: "\t"))
  }
}
