/// What a line's first and last letters tell of its place in a paragraph.
enum LineShape {
  /// Bullets, numbers and letters of lists: "• ", "12. ", "(a) ", "iv) ".
  static func startsItem(_ line: Bytes) -> Bool { itemLength(line) > 0 }

  /// The length of a list's sign at the beginning of the line; 0 where there is none.
  static func itemLength(_ line: Bytes) -> Int {
    guard let first = line.first, let end = line.firstIndex(where: \.isBlank) else { return isLabel(line) ? line.count : 0 }
    return isLabel(line[line.startIndex..<end]) ? end - line.startIndex : first == 0x5B && isNote(line) ? end - line.startIndex : 0
  }

  /// Whether a word is nothing but a list's sign.
  static func isLabel(_ word: Bytes) -> Bool {
    guard let first = word.first, word.count <= 7 else { return false }
    if word.count == 1 { return [0x2D, 0x2A, 0x2B].contains(first) }
    if word.count <= 3, first == 0xE2 || first == 0xC2 || first == 0xEF { return bullets.contains(Array(word)) }
    var core = word
    let isOpened = first == 0x28
    if isOpened { core = core.dropFirst() }
    guard let last = core.last, last == 0x29 || last == 0x2E && !isOpened else { return false }
    core = core.dropLast()
    if core.isEmpty { return false }
    if core.allSatisfy(\.isDigit) { return core.count <= 3 }
    return core.count == 1 && core.allSatisfy(\.isASCIILetter) || core.allSatisfy { [0x69, 0x76, 0x78, 0x49, 0x56, 0x58].contains($0) }
  }

  private static let bullets: [[UInt8]] = ["•", "‣", "–", "—", "▪", "■", "●", "○", "◦", "➢", "·"].map { Array($0.utf8) }

  /// "[3] See …": the mark of a footnote at its head, as `LayoutReader` writes it, or a bare number or star.
  static func isNote(_ line: Bytes) -> Bool {
    guard let first = line.first else { return false }
    if first == 0x2A || first == 0xE2 && line.starts(with: [0xE2, 0x80, 0xA0]) { return true }
    let digits = (first == 0x5B ? line.dropFirst() : line).prefix(while: \.isDigit)
    guard (1...3).contains(digits.count), digits.endIndex < line.endIndex else { return false }
    return first == 0x5B ? line[digits.endIndex] == 0x5D : line[digits.endIndex].isBlank
  }

  static func endsSentence(_ line: Bytes) -> Bool {
    var line = line
    // "… the order.” [12]"
    if line.last == 0x5D, let open = line.lastIndex(of: 0x5B), line.endIndex - open <= 5 { line = line[..<open].trimmed }
    while let last = line.last,
      [0x22, 0x27, 0x29, 0x5D].contains(last) || line.suffix(3).first == 0xE2 && line.suffix(3).dropFirst().first == 0x80
    {
      line = [0x22, 0x27, 0x29, 0x5D].contains(last) ? line.dropLast() : line.dropLast(3)
    }
    guard let last = line.last else { return false }
    return [0x2E, 0x21, 0x3F, 0x3A, 0x3B].contains(last)
  }

  static func startsSmall(_ line: Bytes) -> Bool { line.first?.isLowercase ?? false }

  /// Whether there are capitals and no small letters: a heading.
  static func isShouted(_ line: Bytes) -> Bool { line.contains(where: \.isUppercase) && !line.contains(where: \.isLowercase) }

  /// The dotted line of a table of contents.
  static func isLeader(_ line: Bytes) -> Bool { line.contains("....") || line.contains(". . . .") }

  /// The brackets and bars with which typists draw a caption's frame.
  static func isFrame(_ line: Bytes) -> Bool {
    line.count == 1 && [0x29, 0x3A, 0x7C].contains(line[line.startIndex]) || line.elementsEqual([0xC2, 0xA7])
  }

  /// ____, ----, ****: drawn with letters.
  static func isRule(_ line: Bytes) -> Bool {
    guard let first = line.first, line.count >= 3, [0x3D, 0x2D, 0x5F, 0x2A, 0x7E, 0x2E].contains(first) else { return false }
    return line.allSatisfy { $0 == first || $0 == 0x20 || $0 == 0x29 || $0 == 0x78 }
  }
}
