import TerminalCanvas

/// One picture of the dashboard.
package struct Frame: Equatable, Sendable {
  package var canvas: Canvas
  /// Where the text cursor blinks: in a prompt; nil while none is open.
  package var cursor: Position?

  package struct Position: Equatable, Sendable {
    package var column: Int
    package var row: Int
  }
}

/// Draws the whole screen. Only dispatches: each part is drawn in its own file.
package func render(_ state: DashboardState, theme: Theme) -> Frame {
  var canvas = Canvas(size: state.size)
  canvas.fill(canvas.bounds, style: theme.style(.text))
  let layout = state.layout
  if let header = layout.header { HeaderLine.draw(state, in: header, theme: theme, on: &canvas) }
  if let strip = layout.coverageTabs { CoveragePaint.draw(state, tabs: strip, totals: layout.coverageTotals, theme: theme, on: &canvas) }
  if let tabs = layout.tabs { TabLine.draw(state, in: tabs, theme: theme, on: &canvas) }
  for column in layout.columns {
    FramePaint.draw(column, state: state, theme: theme, on: &canvas)
    for place in column.places where place.isOpen {
      if place.pane == .reader {
        ReaderPaint.draw(in: place.content, state: state, theme: theme, on: &canvas)
      } else {
        ListPaint.draw(place.pane, in: place.content, state: state, theme: theme, on: &canvas)
      }
    }
  }
  if let status = layout.status { StatusLine.draw(state, in: status, theme: theme, on: &canvas) }
  var cursor = PromptPaint.draw(state, in: layout.status ?? canvas.bounds, theme: theme, on: &canvas)
  if state.showsKeyHint { KeyHintPaint.draw(state, theme: theme, on: &canvas) }
  switch state.overlay {
  case nil: break
  case .menu(let menu): MenuPaint.draw(menu, state: state, theme: theme, on: &canvas)
  case .help(let view): cursor = HelpPaint.draw(view, state: state, theme: theme, on: &canvas)
  case .why(let view): WhyPaint.draw(view, state: state, theme: theme, on: &canvas)
  }
  // Scopes seldom have a background of their own: everything lies on the screen's.
  let ground = theme.style(.text)
  if ground != .plain { canvas.restyle(canvas.bounds) { $0.over(ground) } }
  if let place = cursor, !canvas.bounds.contains(column: place.column, row: place.row) { cursor = nil }
  return Frame(canvas: canvas, cursor: cursor)
}
