import PrintableText

/// Writes text as a reader sees it: white space run together, paragraphs separated by an empty line, safe to print.
///
/// Since each piece is made safe as it comes, the offsets given out are those of the story's text after its title.
struct RunningText {
  private(set) var bytes: [UInt8] = []
  private var gap = Gap.none

  private enum Gap: Int { case none, blank, line, paragraph }

  mutating func add(_ text: String) { add(Array(text.utf8)[...]) }

  /// Adds text to the line: a run of white space becomes one blank, and so does a space that does not break.
  mutating func add(_ text: Bytes) {
    text.withUnsafeBufferPointer { text in
      var index = 0
      while index < text.count {
        let blank = Self.blank(text, index)
        if blank > 0 {
          if gap == .none { gap = .blank }
          index += blank
          continue
        }
        var end = index
        while end < text.count, Self.blank(text, end) == 0 { end += 1 }
        writeGap()
        append(UnsafeBufferPointer(rebasing: text[index..<end]))
        index = end
      }
    }
  }

  /// What comes next stands apart by a blank, begins a line, or begins a paragraph.
  mutating func blank() { ask(.blank) }
  mutating func line() { ask(.line) }
  mutating func paragraph() { ask(.paragraph) }

  /// Adds a paragraph, or a line, by itself, and tells where it stands.
  @discardableResult mutating func paragraph(_ text: String) -> Range<Int> { alone(text, .paragraph) }
  @discardableResult mutating func line(_ text: String) -> Range<Int> { alone(text, .line) }

  private mutating func alone(_ text: String, _ wanted: Gap) -> Range<Int> {
    ask(wanted)
    // The gap is written with the first word, which the range begins with.
    let before = bytes.count
    add(text)
    var start = before
    while start < bytes.count, bytes[start].isSpace { start += 1 }
    let range = start..<bytes.count
    ask(wanted)
    return range
  }

  /// Takes in text that has its lines already, such as that of a fragment of a page.
  mutating func addLines(_ text: Bytes) {
    var lines = LineReader(text)
    while let line = lines.next() {
      if line.trimmed.isEmpty { ask(.paragraph) } else { ask(.line) }
      add(line)
    }
    ask(.paragraph)
  }

  private mutating func ask(_ wanted: Gap) { if wanted.rawValue > gap.rawValue { gap = wanted } }

  private mutating func writeGap() {
    if !bytes.isEmpty {
      switch gap {
      case .none: break
      case .blank: bytes.append(0x20)
      case .line: bytes.append(0x0A)
      case .paragraph: bytes += [0x0A, 0x0A]
      }
    }
    gap = .none
  }

  private mutating func append(_ word: UnsafeBufferPointer<UInt8>) {
    guard word.contains(where: { $0 >= 0xC2 || $0 == 0x7F || $0 < 0x20 }) else {
      bytes.append(contentsOf: word)
      return
    }
    bytes += Array(PrintableText.safe(String(decoding: word, as: UTF8.self)).utf8)
  }

  /// The length of the white space that begins here; 0 where there is none.
  @inline(__always) private static func blank(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let byte = text[index]
    if byte <= 0x20 { return byte.isSpace ? 1 : 0 }
    if byte == 0xC2, index &+ 1 < text.count, text[index &+ 1] == 0xA0 { return 2 }
    if byte == 0xE2, index &+ 2 < text.count, text[index &+ 1] == 0x80 {
      let last = text[index &+ 2]
      if (0x80...0x8A).contains(last) || last == 0xAF { return 3 }
    }
    return 0
  }
}
