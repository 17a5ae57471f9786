import QueryLanguage
import RegulatoryModel
import TerminalCanvas

/// Draws the reader: its lines are ready, so that only styles are decided here.
enum ReaderPaint {
  /// Columns of text at most: longer lines are hard to read.
  static let widest = 100
  /// Blank columns on each side.
  static let margin = 1

  static func draw(in rect: Rect, state: DashboardState, theme: Theme, on canvas: inout Canvas) {
    let reader = state.reader
    guard let detail = reader.detail, reader.page.width > 0 else {
      let words =
        reader.failure
        ?? (reader.wanted != nil ? "Loading\(state.glyphs.ellipsis)" : state.shown == nil ? "" : PaneDescription.of(.reader).empty)
      for (offset, line) in TextWrap.strings(of: words, width: max(1, rect.width - 2)).prefix(rect.height).enumerated() {
        canvas.write(line, column: rect.column + margin, row: rect.row + offset, style: theme.style(.textDim), clip: rect)
      }
      return
    }
    let painter = LinePainter(detail.story, reader: reader, theme: theme)
    for offset in 0..<rect.height {
      let index = reader.top + offset
      guard index < reader.page.count else { break }
      let place = Rect(column: rect.column + margin, row: rect.row + offset, width: rect.width - margin, height: 1)
      switch reader.page[index] {
      case .title(let range): painter.draw(range, base: painter.titleStyle, in: place, on: &canvas)
      case .titleText(let text): canvas.write(text, column: place.column, row: place.row, style: painter.titleStyle, clip: place)
      case .facts(let text): canvas.write(text, column: place.column, row: place.row, style: theme.style(.textDim), clip: place)
      case .blank: break
      case .heading(let range): painter.draw(range, base: painter.titleStyle, in: place, on: &canvas)
      case .text(let range, let indent):
        let shifted = Rect(column: place.column + indent, row: place.row, width: place.width - indent, height: 1)
        painter.draw(range, base: painter.textStyle, in: shifted, on: &canvas)
      }
    }
  }

  static func scope(of kind: MarkedSpan.Kind) -> ThemeScope {
    switch kind {
    case .entity(let key):
      switch key.kind {
      case .exchange: .markExchange
      case .agency: .markAgency
      case .bill: .markBill
      case .asset: .markAsset
      }
    case .volatility: .markVolatility
    case .action: .markAction
    case .deadline: .markDeadline
    case .quote: .markQuote
    }
  }
}

/// Draws ranges of one text with its marks and hits.
private struct LinePainter {
  let text: String
  let textStyle: Style
  let titleStyle: Style
  /// Quoted history, signatures, fine print: nothing is found in them, which their look tells.
  private let asides: [Range<Int>]
  private let asideStyle: Style
  private let marks: [MarkedSpan]
  private let painted: [PaintedSpan]
  private let hits: [Range<Int>]
  private let current: Range<Int>?
  private let currentHit: Range<Int>?
  private let theme: Theme

  init(_ story: Story, reader: ReaderState, theme: Theme) {
    text = story.text
    asides = story.asides
    self.theme = theme
    asideStyle = theme.style(.textDim)
    marks = reader.marks
    painted = reader.painted
    hits = reader.hits
    current = reader.currentMark.flatMap { reader.marks.indices.contains($0) ? reader.marks[$0].mention.span : nil }
    currentHit = reader.currentHit.flatMap { reader.hits.indices.contains($0) ? reader.hits[$0] : nil }
    textStyle = theme.style(.text)
    titleStyle = Style(isBold: true).over(textStyle)
  }

  func draw(_ range: Range<Int>, base: Style, in rect: Rect, on canvas: inout Canvas) {
    let utf8 = text.utf8
    var place = range.lowerBound
    var column = rect.column
    var nextMark = Self.first(after: place, painted.count) { painted[$0].span.upperBound }
    var nextHit = Self.first(after: place, hits.count) { hits[$0].upperBound }
    var nextAside = Self.first(after: place, asides.count) { asides[$0].upperBound }
    while place < range.upperBound, column < rect.endColumn {
      while nextMark < painted.count, painted[nextMark].span.upperBound <= place { nextMark += 1 }
      while nextHit < hits.count, hits[nextHit].upperBound <= place { nextHit += 1 }
      while nextAside < asides.count, asides[nextAside].upperBound <= place { nextAside += 1 }
      var end = range.upperBound
      var style = base
      if nextAside < asides.count {
        let aside = asides[nextAside]
        if aside.lowerBound <= place { style = asideStyle }
        end = min(end, aside.lowerBound <= place ? aside.upperBound : aside.lowerBound)
      }
      if nextMark < painted.count {
        let mark = painted[nextMark]
        if mark.span.lowerBound <= place {
          style = theme.style(ReaderPaint.scope(of: marks[mark.mark].kind)).over(style)
          end = min(end, mark.span.upperBound)
        } else {
          end = min(end, mark.span.lowerBound)
        }
      }
      if nextHit < hits.count {
        if hits[nextHit].lowerBound <= place {
          style = theme.style(.searchHit).over(style)
          end = min(end, hits[nextHit].upperBound)
        } else {
          end = min(end, hits[nextHit].lowerBound)
        }
      }
      for lit in [current, currentHit].compactMap(\.self) {
        if lit.contains(place) {
          style = theme.style(.markCurrent).over(style)
          end = min(end, lit.upperBound)
        } else if lit.lowerBound > place {
          end = min(end, lit.lowerBound)
        }
      }
      let start = utf8.index(utf8.startIndex, offsetBy: place)
      let stop = utf8.index(start, offsetBy: end - place)
      column = canvas.write(text[start..<stop], column: column, row: rect.row, style: style, clip: rect)
      place = end
    }
  }

  /// The first of `count` ascending ends that lies behind a place.
  private static func first(after place: Int, _ count: Int, end: (Int) -> Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if end(middle) <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
