/// Joins the lines of all pages into paragraphs, over the ends of columns and pages, and remembers where each page begins.
struct PageParagraphs {
  /// Paragraphs, with an empty line between them.
  private(set) var text: [UInt8] = []
  /// For each page, the offset of its first word; of a page without words, that of the next one.
  private(set) var pages: [Int] = []

  private struct Paragraph {
    var text: [UInt8] = []
    /// Where in it pages begin.
    var marks: [(offset: Int, page: Int)] = []
    var last: PageLine
    var lastRight: Int
    /// The page that it begins on.
    var page: Int
  }

  private enum Join { case same, line, paragraph }

  private let measures: TextMeasures
  private let breaks: WordBreaks
  private var open: Paragraph?
  /// The footnote being read.
  private var note: Paragraph?
  /// Footnotes that wait for the end of the paragraph that they cut in two.
  private var held: [Paragraph] = []
  private var starts: [Int?]

  init(_ layout: [PageLayout]) {
    let layout = layout.map(Self.withLabelsJoined)
    measures = TextMeasures(layout)
    breaks = WordBreaks(layout)
    starts = [Int?](repeating: nil, count: layout.count)
    for page in layout.indices {
      for place in layout[page].lines.indices {
        let line = layout[page].lines[place]
        if LineShape.isRule(line.bytes) || LineShape.isFrame(line.bytes) { continue }
        add(line, right: measures.right(of: place, on: page), on: layout[page])
      }
      finishNote()
    }
    finishOpen()
    var next = text.count
    pages = starts.reversed().map { start in
      next = min(next, start ?? next)
      return next
    }.reversed()
  }

  /// A list's sign that the helper took for a column of its own goes before its text.
  private static func withLabelsJoined(_ page: PageLayout) -> PageLayout {
    var result = page
    result.lines.removeAll(keepingCapacity: true)
    for line in page.lines {
      if let last = result.lines.last, LineShape.isLabel(last.bytes) || LineShape.isNote(last.bytes + [0x20]) && last.text.count <= 5,
        line.isOnRow(of: last), line.left >= last.right, line.left - last.right < 600
      {
        var joined = line
        joined.text = last.text + [0x20] + line.text
        joined.left = last.left
        joined.top = min(last.top, line.top)
        joined.firstWordEnd = last.right
        result.lines[result.lines.count - 1] = joined
      } else {
        result.lines.append(line)
      }
    }
    return result
  }

  // MARK: Lines

  private mutating func add(_ line: PageLine, right: Int, on page: PageLayout) {
    let isSmall = line.height * 100 < measures.height * 93
    if let current = note {
      if isSmall, line.page == current.last.page {
        if current.text.allSatisfy(\.isDigit) || join(current, line) != .paragraph, !LineShape.isNote(line.bytes) {
          Self.append(line, right, to: &note, separator: nil, breaks)
        } else {
          finishNote()
          note = Self.paragraph(line, right)
        }
        return
      }
      finishNote()
    } else if isSmall, let open, line.top * 10 > page.height * 4,
      LineShape.isNote(line.bytes) || line.top * 10 > page.height * 6 && !LineShape.endsSentence(open.last.bytes)
    {
      note = Self.paragraph(line, right)
      return
    }
    guard let current = open else {
      open = Self.paragraph(line, right)
      return
    }
    switch join(current, line) {
    case .same: Self.append(line, right, to: &open, separator: nil, breaks)
    case .line: Self.append(line, right, to: &open, separator: 0x0A, breaks)
    case .paragraph:
      finishOpen()
      open = Self.paragraph(line, right)
    }
  }

  private func join(_ paragraph: Paragraph, _ line: PageLine) -> Join {
    let last = paragraph.last
    let (before, after) = (last.bytes, line.bytes)
    let height = max(10, last.height)
    let firstWord = max(0, line.firstWordEnd - line.left)
    let isFull = last.right + firstWord + height / 4 > paragraph.lastRight - height / 3
    let ends = LineShape.endsSentence(before)
    let isAlike = abs(last.height - line.height) * 7 <= height
    let step = line.top - last.top
    let isBelow = line.page == last.page && step > 0 && step * 2 <= max(measures.leading, height * 6 / 5) * 3
    if LineShape.isLeader(before) || LineShape.isLeader(after) { return isBelow ? .line : .paragraph }
    if LineShape.startsItem(after), ends || !isFull || isBelow && line.left < last.left - height { return .paragraph }
    guard isAlike else {
      return isBelow && !ends && (LineShape.startsSmall(after) || isFull && line.block == last.block) ? .same : .paragraph
    }
    if isBelow {
      let isWide = step * 4 > measures.leading * 5 && line.block != last.block
      if isFull {
        let isIndented = line.left > last.left + height * 3 / 4
        if ends, isIndented || isWide { return .paragraph }
        if LineShape.isShouted(before) != LineShape.isShouted(after), !LineShape.startsSmall(after), isWide || isIndented {
          return .paragraph
        }
        return .same
      }
      // A short line in the middle of a sentence: set with a ragged edge, or so that "§ 2" stays together.
      let isMostly = last.width * 10 > (paragraph.lastRight - last.left) * 7 && !isWide && !LineShape.isShouted(before)
      if !ends, LineShape.startsSmall(after) || before.last == 0x2D || isMostly { return .same }
      return ends && !(line.block == last.block && line.left == last.left) || isWide || line.block != last.block ? .paragraph : .line
    }
    // On into the next column or page.
    if ends || LineShape.startsItem(after) || LineShape.isShouted(before) != LineShape.isShouted(after) { return .paragraph }
    if isFull { return .same }
    let isLong = (last.right - last.left) * 5 > (paragraph.lastRight - last.left) * 3
    return isLong && LineShape.startsSmall(after) ? .same : .paragraph
  }

  // MARK: Paragraphs

  private static func paragraph(_ line: PageLine, _ right: Int) -> Paragraph {
    Paragraph(
      text: line.text, marks: [(0, line.page)], last: line, lastRight: right, page: line.page)
  }

  /// Puts a line to a paragraph's end; without a separator, as the sentence wants it: with a blank, or without its hyphen.
  private static func append(_ line: PageLine, _ right: Int, to paragraph: inout Paragraph?, separator: UInt8?, _ breaks: WordBreaks) {
    guard var grown = paragraph else { return }
    paragraph = nil  // so that the text is not copied
    if let separator {
      grown.text.append(separator)
    } else if let keeps = breaks.keepsHyphen(grown.last.bytes, before: line.bytes) {
      if !keeps { grown.text.removeLast() }
    } else {
      grown.text.append(0x20)
    }
    if grown.last.page != line.page { grown.marks.append((grown.text.count, line.page)) }
    grown.text += line.text
    grown.last = line
    grown.lastRight = right
    paragraph = grown
  }

  /// A footnote stands before the paragraph that it cuts in two, so that the sentence goes on and the note stays on its page.
  private mutating func finishNote() {
    guard let done = note else { return }
    note = nil
    if let current = open, LineShape.endsSentence(current.last.bytes) { finishOpen() }
    // What began on an earlier page must stand before the words of this one.
    if let current = open, current.page < done.page { held.append(done) } else { write(done) }
  }

  private mutating func finishOpen() {
    guard let done = open else { return }
    open = nil
    write(done)
    for note in held { write(note) }
    held = []
  }

  private mutating func write(_ paragraph: Paragraph) {
    if !text.isEmpty { text += [0x0A, 0x0A] }
    for mark in paragraph.marks where starts[mark.page] == nil { starts[mark.page] = text.count + mark.offset }
    text += paragraph.text
  }
}
