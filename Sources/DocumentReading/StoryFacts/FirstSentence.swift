import PrintableText

/// A title for a text that shows none: the beginning of its first sentence.
enum FirstSentence {
  private static let longest = 90

  static func title(of body: [UInt8]) -> String {
    let paragraph = firstParagraph(body[...].prefix(3000)).prefix(600)
    var line = OneLine.collapsed(paragraph)[...]
    while let first = line.first, first == 0x23 || first == 0x2A || first == 0x2D || first == 0x20 { line = line.dropFirst() }
    if let end = endOfSentence(line), line[..<end].characterCount <= longest { return safe(line[..<end]) }
    guard line.characterCount > longest else { return safe(line) }
    let cut = line.prefix(characters: longest - 1)
    let word = cut.lastIndex(of: 0x20).map { cut[..<$0] } ?? cut
    return safe((word.count * 2 > cut.count ? word : cut)) + "…"
  }

  /// The first line that is more than a date or "Dear Ms. Smith:"; the first of all where none is.
  private static func firstParagraph(_ head: Bytes) -> Bytes {
    var lines = LineReader(head)
    var first: Bytes?
    while let line = lines.next()?.trimmed {
      guard line.contains(where: \.isWordByte) else { continue }
      if line.characterCount > 24, !line.hasPrefix("dear ") { return line }
      first = first ?? line
    }
    return first ?? head.trimmed.prefix { $0 != 0x0A }
  }

  /// Before the full stop that ends the sentence; question and exclamation marks stay.
  private static func endOfSentence(_ line: Bytes) -> Int? {
    for index in line.indices.dropFirst(20) where index + 1 == line.endIndex || line[index + 1] == 0x20 {
      if line[index] == 0x3F || line[index] == 0x21 { return index + 1 }
      // "U.S. ", "Inc. ", "Mr. ": a full stop after a short word, or one with another full stop, ends nothing.
      if line[index] == 0x2E {
        let word = line[..<index].suffix(while: { !$0.isSpace })
        if word.count > 3, !word.contains(0x2E) || index + 1 == line.endIndex { return index }
      }
    }
    return nil
  }

  private static func safe(_ bytes: Bytes) -> String { PrintableText.safe(bytes.trimmed.text) }
}

extension ArraySlice<UInt8> {
  /// The longest end all of whose bytes hold the condition.
  func suffix(while condition: (UInt8) -> Bool) -> Bytes {
    var start = endIndex
    while start > startIndex, condition(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
