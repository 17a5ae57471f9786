import QueryLanguage
import RegulatoryModel
import TerminalCanvas

// The mouse: a click selects and gives the keys, a double click opens, the wheel scrolls what is under it.

extension DashboardState {
  private static let wheelRows = 3

  mutating func handle(_ event: MouseEvent) {
    guard hasMouse, event.kind != .release else { return }
    isTouched = true
    waiting = nil
    endSequence()
    if overlay != nil { return handleOnOverlay(event) }
    switch event.kind {
    case .wheelUp, .wheelDown: scroll(event)
    case .press, .doubleClick: click(event)
    case .release: break
    }
  }

  private mutating func scroll(_ event: MouseEvent) {
    let rows = event.kind == .wheelDown ? Self.wheelRows : -Self.wheelRows
    guard let place = layout.place(atColumn: event.column, row: event.row), place.isOpen else { return }
    guard place.pane != .reader else { return scrollReader(by: rows) }
    let count = self.rows.count(in: place.pane)
    lists[place.pane].scroll(by: rows, count: count, height: place.content.height)
    lists[place.pane].identity = self.rows.identity(at: lists[place.pane].selected, in: place.pane)
    if place.pane == .stories, lists[.stories].top == 0 { arrivals = 0 }
  }

  private mutating func click(_ event: MouseEvent) {
    guard prompt == nil else { return }
    message = nil
    if let strip = layout.coverageTabs, let tab = CoveragePaint.tab(atColumn: event.column, row: event.row, in: strip, state: self) {
      return show(tab)
    }
    if let tab = layout.tab(atColumn: event.column, row: event.row) { return go(to: tab) }
    guard let place = layout.place(atColumn: event.column, row: event.row) else { return }
    if focus != place.pane { go(to: place.pane) }
    guard place.isOpen, place.content.contains(column: event.column, row: event.row) else { return }
    let line = event.row - place.content.row
    if place.pane == .reader { return clickInReader(line: line, column: event.column - place.content.column) }
    let index = lists[place.pane].top + line
    guard index < rows.count(in: place.pane) else { return }
    selectRow(index, in: place.pane)
    if event.kind == .doubleClick { openSelected() }
  }

  /// A click on something marked lights it.
  private mutating func clickInReader(line: Int, column: Int) {
    guard let detail = reader.detail, reader.top + line < reader.page.count else { return }
    let range: Range<Int>
    var indent = 0
    switch reader.page[reader.top + line] {
    case .text(let text, let columns): (range, indent) = (text, columns)
    case .title(let text), .heading(let text): range = text
    case .titleText, .facts, .blank: return
    }
    let offset = TextWrap.offset(atColumn: column - ReaderPaint.margin - indent, in: detail.story.text, line: range)
    if let offset, let span = reader.painted.first(where: { $0.span.contains(offset) }) {
      reader.currentMark = span.mark
      say(Evidence.name(of: reader.marks[span.mark], in: detail.findings, glyphs: glyphs))
    } else {
      reader.currentMark = nil
    }
  }

  private mutating func handleOnOverlay(_ event: MouseEvent) {
    switch event.kind {
    case .wheelUp: handleInOverlay(.up)
    case .wheelDown: handleInOverlay(.down)
    case .press, .doubleClick:
      guard case .menu(let menu) = overlay else { return overlay = nil }
      let rect = PopupLayout.menu(menu, in: size)
      let index = menu.list.top + event.row - rect.row - 1
      guard rect.contains(column: event.column, row: event.row) else { return overlay = nil }
      if event.row > rect.row, event.row < rect.endRow - 1, menu.items.indices.contains(index) { choose(menu.items[index].choice) }
    case .release: break
    }
  }
}
