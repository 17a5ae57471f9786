import TerminalCanvas

/// The evidence as lines of text.
enum WhyText {
  struct Line: Equatable {
    enum Kind: Equatable { case heading, sentence, note, blank }
    var kind: Kind
    var text: String
    /// The part that counts, in characters of `text`.
    var emphasis: Range<Int>?
    /// The number of its entry; a blank line belongs to the one above.
    var entry = 0
  }

  /// For the text of a box; the column before it shows the chosen entry.
  static func width(in rect: Rect) -> Int { max(1, rect.width - 4) }

  static func lines(of view: WhyView, width: Int) -> [Line] {
    guard let entries = view.entries else { return [Line(kind: .note, text: "Loading the story…")] }
    guard !entries.isEmpty else { return [Line(kind: .note, text: "No story under this filter tells this any more.")] }
    return entries.enumerated().flatMap { index, entry -> [Line] in
      var lines = TextWrap.strings(of: entry.heading, width: width).map { Line(kind: .heading, text: $0, entry: index) }
      lines += sentence(entry, width: width).map { line in
        var line = line
        line.entry = index
        return line
      }
      lines += entry.notes.flatMap { TextWrap.strings(of: $0, width: width) }.map { Line(kind: .note, text: $0, entry: index) }
      if index < entries.count - 1 { lines.append(Line(kind: .blank, text: "", entry: index)) }
      return lines
    }
  }

  private static func sentence(_ entry: WhyView.Entry, width: Int) -> [Line] {
    let ranges = TextWrap.lines(of: entry.sentence, in: 0..<entry.sentence.utf8.count, width: width)
    var start = entry.sentence.startIndex
    var characters = 0
    return ranges.map { range in
      let lower = entry.sentence.utf8.index(entry.sentence.startIndex, offsetBy: range.lowerBound)
      let upper = entry.sentence.utf8.index(lower, offsetBy: range.count)
      characters += entry.sentence.distance(from: start, to: lower)
      start = lower
      let text = String(entry.sentence[lower..<upper])
      let own = characters..<(characters + text.count)
      let part = entry.emphasis.map { $0.clamped(to: own) }.flatMap { $0.isEmpty ? nil : $0 }
      return Line(kind: .sentence, text: text, emphasis: part.map { ($0.lowerBound - own.lowerBound)..<($0.upperBound - own.lowerBound) })
    }
  }
}

enum WhyPaint {
  static func draw(_ view: WhyView, state: DashboardState, theme: Theme, on canvas: inout Canvas) {
    var rect = PopupLayout.why(in: state.size)
    let lines = WhyText.lines(of: view, width: WhyText.width(in: rect))
    // No taller than what it says.
    let height = min(rect.height, max(3, lines.count + 2))
    rect = Rect(column: rect.column, row: rect.row + (rect.height - height) / 2, width: rect.width, height: height)
    let opens =
      switch view.topic {
      case .mention: ""
      case .file where view.story == nil: ""
      default: "Enter open it  "
      }
    let corrects = view.selectedEntry?.subject == nil ? "" : state.hint(.wrong).map { "\($0) wrong  " }.orEmpty
    let scrolls = lines.count > height - 2 ? "\(min(lines.count, view.top + height - 2)) of \(lines.count) lines  " : ""
    PopupLayout.box(
      rect, title: view.title, hint: scrolls + opens + corrects + "Esc close", glyphs: state.glyphs, theme: theme, on: &canvas)
    let inner = rect.insetBy(columns: 2, rows: 1)
    let base = theme.style(.palette)
    for offset in 0..<inner.height {
      guard view.top + offset < lines.count else { break }
      let line = lines[view.top + offset]
      let row = inner.row + offset
      if (view.entries?.count ?? 0) > 1, line.entry == view.selected, line.kind != .blank {
        canvas.write(state.glyphs.cursor, column: inner.column - 1, row: row, style: theme.style(.borderFocused).over(base), clip: rect)
      }
      switch line.kind {
      case .blank: break
      case .heading: canvas.write(line.text, column: inner.column, row: row, style: Style(isBold: true).over(base), clip: inner)
      case .note: canvas.write(line.text, column: inner.column, row: row, style: theme.style(.textDim).over(base), clip: inner)
      case .sentence:
        let part = line.emphasis ?? 0..<0
        let characters = Array(line.text)
        var end = canvas.write(String(characters[..<part.lowerBound]), column: inner.column, row: row, style: base, clip: inner)
        end = canvas.write(String(characters[part]), column: end, row: row, style: theme.style(.markQuote).over(base), clip: inner)
        canvas.write(String(characters[part.upperBound...]), column: end, row: row, style: base, clip: inner)
      }
    }
  }
}
