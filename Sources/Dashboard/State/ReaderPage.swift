import QueryLanguage
import RegulatoryModel

/// A story laid out for one width. Made once for each story and width, so that scrolling never wraps anything.
package struct ReaderPage: Equatable, Sendable {
  package enum Line: Equatable, Sendable {
    /// A range of UTF-8 offsets into the story's text.
    case title(Range<Int>)
    /// A title that the text does not begin with.
    case titleText(String)
    case facts(String)
    case blank
    /// Drawn so many columns to the right: a list item's second line stands below the first word.
    case text(Range<Int>, indent: Int)
    case heading(Range<Int>)
  }

  /// 0 before it is laid out.
  package private(set) var width = 0
  /// The lines above the body: title, facts, an empty one.
  package private(set) var head: [Line] = []
  package private(set) var body: [BodyText.Line] = []

  package init() {}

  package init(_ detail: StoryDetail, facts: [String], width: Int) {
    self.width = width
    let story = detail.story
    let length = story.text.utf8.count
    let bodyStart = min(max(0, story.bodyStart), length)
    var titleEnd = bodyStart
    // The text's own title keeps its marks; blanks and line ends behind it are not part of it.
    let bytes = story.text.utf8
    while titleEnd > 0, let byte = bytes.byte(at: titleEnd - 1), byte == 0x0A || byte == 0x20 { titleEnd -= 1 }
    if titleEnd > 0 {
      head = TextWrap.lines(of: story.text, in: 0..<titleEnd, width: width).map(Line.title)
    } else {
      head = TextWrap.strings(of: story.title.isEmpty ? "(no title)" : story.title, width: width).map(Line.titleText)
    }
    head += facts.map(Line.facts)
    head.append(.blank)
    var end = length
    while end > bodyStart, let byte = bytes.byte(at: end - 1), byte == 0x0A || byte == 0x20 { end -= 1 }
    body = BodyText.lines(of: story.text, in: bodyStart..<end, width: width)
  }

  package var count: Int { head.count + body.count }

  package subscript(index: Int) -> Line {
    if index < head.count { return head[index] }
    let line = body[index - head.count]
    if line.range.isEmpty { return .blank }
    return line.isHeading ? .heading(line.range) : .text(line.range, indent: line.indent)
  }

  /// The place of the text at which a line begins; 0 for the lines above the body.
  package func offset(ofLine index: Int) -> Int { index < head.count || index >= count ? 0 : body[index - head.count].range.lowerBound }

  /// The line that shows this place of the text; the first for the title.
  package func line(at offset: Int) -> Int {
    if let first = body.first, offset >= first.range.lowerBound {
      var low = 0
      var high = body.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if body[middle].range.lowerBound <= offset { low = middle } else { high = middle }
      }
      return head.count + low
    }
    for (index, line) in head.enumerated() {
      if case .title(let range) = line, range.contains(offset) { return index }
    }
    return 0
  }
}

extension String.UTF8View {
  fileprivate func byte(at offset: Int) -> UInt8? { offset < count ? self[index(startIndex, offsetBy: offset)] : nil }
}
