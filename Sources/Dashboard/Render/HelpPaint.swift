import PrintableText
import TerminalCanvas

/// The help over the whole screen.
enum HelpPaint {
  /// Returns where the cursor blinks while its search is typed.
  static func draw(_ view: HelpView, state: DashboardState, theme: Theme, on canvas: inout Canvas) -> Frame.Position? {
    let rect = PopupLayout.help(in: state.size)
    let lines = HelpText.lines(for: view, in: state)
    let place = view.isComplete ? "all places" : view.context.label
    let hint = view.isTyping ? "Enter done  Esc clear" : "/ search  q close"
    PopupLayout.box(rect, title: "Help: \(place)", hint: hint, glyphs: state.glyphs, theme: theme, on: &canvas)
    let inner = rect.insetBy(columns: 2, rows: 1)
    let base = theme.style(.palette)
    for offset in 0..<inner.height {
      guard view.top + offset < lines.count else { break }
      let row = inner.row + offset
      switch lines[view.top + offset] {
      case .heading(let title):
        canvas.write(title, column: inner.column, row: row, style: theme.style(.title).over(Style(isBold: true).over(base)), clip: inner)
      case .blank: break
      case .text(let text): canvas.write(text, column: inner.column, row: row, style: base, clip: inner)
      case .key(let key, let text, let column):
        let clipped = Canvas.truncated(key, to: column - 3, ellipsis: state.glyphs.ellipsis)
        canvas.write(clipped, column: inner.column + 1, row: row, style: theme.style(.helpKey).over(base), clip: inner)
        let room = Canvas.truncated(text, to: inner.width - column, ellipsis: state.glyphs.ellipsis)
        canvas.write(room, column: inner.column + column, row: row, style: base, clip: inner)
      }
    }
    if lines.isEmpty { canvas.write("Nothing here is called that.", column: inner.column, row: inner.row, style: base, clip: inner) }
    return drawSearch(view, in: rect, theme: theme, on: &canvas)
  }

  private static func drawSearch(_ view: HelpView, in rect: Rect, theme: Theme, on canvas: inout Canvas) -> Frame.Position? {
    guard let search = view.search else { return nil }
    let bottom = Rect(column: rect.column + 1, row: rect.endRow - 1, width: rect.width - 2, height: 1)
    let end = canvas.write(" /\(search.text) ", column: bottom.column, row: bottom.row, style: theme.style(.prompt), clip: bottom)
    return view.isTyping ? Frame.Position(column: max(bottom.column, end - 1), row: bottom.row) : nil
  }
}
