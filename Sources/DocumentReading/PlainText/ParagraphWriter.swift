/// Brings the lines of a plain text into paragraphs: hard-wrapped prose is joined, lists and tables keep their lines.
///
/// A line was wrapped where the next one's first word would not have fitted on it. Paragraphs are separated by an empty line.
struct ParagraphWriter {
  private(set) var output: [UInt8] = []
  private var block: [Line] = []
  private let source: UnsafeBufferPointer<UInt8>
  /// The width to which the text as a whole seems to be wrapped; 0 where it isn't.
  private let wrapWidth: Int

  /// One line: its bytes without blanks at the ends, and how many stood before them.
  struct Line {
    var start: Int
    var end: Int
    var indent: Int
    /// Characters, roughly.
    var width: Int
  }

  /// A block longer than this is a data dump; its lines stay as they are.
  private static let longestBlock = 4000
  /// Text is not wrapped by hand at less than this, nor beyond.
  private static let wrapWidths = 45...132

  init(source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    wrapWidth = Self.wrapWidth(of: source)
    output.reserveCapacity(source.count + 16)
  }

  /// The widest line that has another right below it, in the beginning of the text.
  private static func wrapWidth(of source: UnsafeBufferPointer<UInt8>) -> Int {
    var widest = 0
    var start = 0
    let limit = min(source.count, 1 << 14)
    while start < limit {
      let end = TextLines.end(in: source, from: start)
      if end - start > widest, end - start <= wrapWidths.upperBound * 2, end + 1 < source.count, source[end + 1] > 0x20 {
        var width = 0
        for index in start..<end where source[index] & 0xC0 != 0x80 { width &+= 1 }
        if width > widest, width <= wrapWidths.upperBound { widest = width }
      }
      start = end + 1
    }
    return widest
  }

  /// Adds a line, or ends the paragraph with an empty one. The range is without the newline.
  mutating func add(_ range: Range<Int>) {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, source[start].isBlank { start &+= 1 }
    while end > start, source[end &- 1].isBlank { end &-= 1 }
    guard start < end else {
      finishBlock()
      return
    }
    if block.count >= Self.longestBlock { finishBlock() }
    block.append(Line(start: start, end: end, indent: start - range.lowerBound, width: end - start < 400 ? width(start, end) : end - start))
  }

  mutating func finish() -> [UInt8] {
    finishBlock()
    return output
  }

  private mutating func finishBlock() {
    guard !block.isEmpty else { return }
    if !output.isEmpty { output.append(contentsOf: [0x0A, 0x0A]) }
    if block.count == 1 || block.count >= Self.longestBlock {
      writeAsLines()
    } else {
      writeJoined()
    }
    block.removeAll(keepingCapacity: true)
  }

  private mutating func writeAsLines() {
    for (place, line) in block.enumerated() {
      if place > 0 { output.append(0x0A) }
      append(line.start..<line.end)
    }
  }

  private mutating func writeJoined() {
    let widest = block.reduce(0) { max($0, $1.width) }
    let edge = block.reduce(0) { max($0, $1.indent + $1.width) }
    let ends = block.dropLast().count { endsSentence($0) }
    // Where nearly every line is a sentence, the lines are meant.
    let isLineWise = block.count > 2 && ends * 10 >= (block.count - 1) * 7
    // Lines much shorter than the text's are an address, a heading, a verse.
    let isWrapped = Self.wrapWidths.contains(widest) && widest * 5 >= wrapWidth * 4 && !isLineWise
    let isLong = widest > Self.wrapWidths.upperBound && block.allSatisfy { $0.width > 100 || endsSentence($0) }
    let left = block.reduce(Int.max) { min($0, $1.indent) }
    for (place, line) in block.enumerated() {
      if place == 0 {
        append(line.start..<line.end)
        continue
      }
      let previous = block[place - 1]
      if isWrapped, continues(previous, line, edge: edge) {
        // "know-your-" + "customer" stays in one word; "the agency -" + "which" does not.
        let last = source[previous.end - 1]
        let isHyphenated = last == 0x2D && previous.end - 2 >= previous.start && source[previous.end - 2].isWordByte
        if !isHyphenated { output.append(0x20) }
        append(line.start..<line.end)
      } else {
        output.append(0x0A)
        if isLong {
          output.append(0x0A)
        } else if !isWrapped || startsItem(line) {
          for _ in 0..<min(line.indent - left, 12) { output.append(0x20) }
        } else if line.indent > previous.indent, !startsItem(previous) {
          output.append(0x0A)  // an indented first line begins a paragraph
        }
        append(line.start..<line.end)
      }
    }
  }

  /// Whether `line` goes on with the sentence of the wrapped line before it.
  ///
  /// - Parameter edge: the column at which the block's widest line ends.
  private func continues(_ previous: Line, _ line: Line, edge: Int) -> Bool {
    guard !startsItem(line), !isTabular(previous), !isTabular(line) else { return false }
    var wordEnd = line.start
    while wordEnd < line.end, !source[wordEnd].isBlank { wordEnd += 1 }
    let isFull = previous.indent + previous.width + 1 + width(line.start, wordEnd) > edge
    // A deeper line under an item, or in the middle of a sentence, hangs; under prose that has ended it begins a paragraph.
    if line.indent > previous.indent + 1, !startsItem(previous) { return isFull && !endsSentence(previous) }
    // A small letter goes on with a sentence that has not ended, however unevenly the lines were broken.
    if source[line.start].isLowercase, !endsSentence(previous), (previous.indent + previous.width) * 5 >= edge * 3 { return true }
    return isFull
  }

  /// Bullets, numbers, letters, times and "Key:" begin a line that is meant to begin there.
  private func startsItem(_ line: Line) -> Bool {
    let first = source[line.start]
    let next = line.start + 1 < line.end ? source[line.start + 1] : 0
    if [0x2D, 0x2A, 0x2B, 0x6F].contains(first), next.isBlank { return true }
    if first == 0xE2, line.start + 2 < line.end, next == 0x80 || next == 0x96 || next == 0x97 {
      let third = source[line.start + 2]
      if next != 0x80 || third == 0xA2 || third == 0xA3 || third == 0x93 || third == 0x94 { return true }
    }
    if first == 0x28 {  // (a) (12)
      return line.start + 2 < line.end && (source[line.start + 2] == 0x29 || line.start + 3 < line.end && source[line.start + 3] == 0x29)
    }
    if first.isDigit {
      var index = line.start
      while index < line.end, source[index].isDigit { index += 1 }
      let isMarked =
        index - line.start <= 3 && index + 1 < line.end && (source[index] == 0x2E || source[index] == 0x29) && source[index + 1].isBlank
      let isTime =
        index - line.start <= 2 && index + 3 < line.end && source[index] == 0x3A && source[index + 1].isDigit && source[index + 3].isBlank
      return isMarked || isTime
    }
    return first.isASCIILetter && next == 0x29 || isShoutedLabel(line)
  }

  /// "ACTION:", "FOR FURTHER INFORMATION CONTACT:"
  private func isShoutedLabel(_ line: Line) -> Bool {
    var index = line.start
    while index < line.end, index - line.start < 40, source[index].isUppercase || source[index] == 0x20 { index += 1 }
    return index - line.start >= 4 && index < line.end && source[index] == 0x3A
  }

  /// Columns set with tabs, bars or three blanks.
  private func isTabular(_ line: Line) -> Bool {
    var blanks = 0
    for index in line.start..<line.end {
      let byte = source[index]
      if byte == 0x09 || byte == 0x7C { return true }
      blanks = byte == 0x20 ? blanks + 1 : 0
      if blanks >= 3 { return true }
    }
    return false
  }

  private func endsSentence(_ line: Line) -> Bool { [0x2E, 0x21, 0x3F, 0x3A, 0x3B].contains(source[line.end - 1]) }

  private func width(_ start: Int, _ end: Int) -> Int {
    var width = 0
    for index in start..<end where source[index] & 0xC0 != 0x80 { width &+= 1 }
    return width
  }

  private mutating func append(_ range: Range<Int>) { output.append(contentsOf: UnsafeBufferPointer(rebasing: source[range])) }
}
