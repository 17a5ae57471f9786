import PrintableText
import QueryLanguage
import RegulatoryModel
import TerminalCanvas

/// THE list engine: draws the rows of every pane but the reader.
enum ListPaint {
  static func draw(_ pane: PaneID, in rect: Rect, state: DashboardState, theme: Theme, on canvas: inout Canvas) {
    let list = state.lists[pane]
    let count = state.rows.count(in: pane)
    guard count > 0 else { return drawEmpty(pane, in: rect, state: state, theme: theme, on: &canvas) }
    let choices = PaneChoices(of: pane, in: state)
    let context = CellContext(glyphs: state.glyphs, today: state.today)
    let inSight = (list.top..<min(count, list.top + rect.height)).map { state.paneRow(at: $0, in: pane, chosen: choices) }
    let columns =
      pane == .coverage
      ? PaneDescription.columns(of: state.rows.coverage, tellsWhy: state.coverage.tab.tellsWhy) : PaneDescription.of(pane).columns
    // The first column of the pane is the cursor's.
    let margin = (pane == .stories || pane == .coverage) && rect.width >= 40 ? 1 : 0
    let inner = Rect(column: rect.column + 1, row: rect.row, width: rect.width - 1 - margin, height: rect.height)
    let widths = PaneColumn.widths(of: columns, in: inner.width + (columns.first?.gap ?? 0)) { column in
      inSight.lazy.map { DisplayWidth.columns(of: $0.cell(column.content, width: column.content == .file ? 60 : 24, context).text) }.max()
        ?? 0
    }
    let range = pane == .stories && list.anchor != nil ? list.chosen(of: count) : 0..<0
    for (offset, row) in inSight.enumerated() {
      let index = list.top + offset
      let line = Line(
        row: row, isSelected: index == list.selected, isFocused: state.focus == pane, isInRange: range.contains(index), pane: pane,
        context: context)
      let place = Rect(column: rect.column, row: rect.row + offset, width: rect.width, height: 1)
      line.draw(columns, widths: widths, in: place, theme: theme, on: &canvas)
    }
  }

  private struct Line {
    var row: PaneRow
    var isSelected: Bool
    var isFocused: Bool
    var isInRange: Bool
    var pane: PaneID
    var context: CellContext

    func draw(_ columns: [PaneColumn], widths: [Int], in rect: Rect, theme: Theme, on canvas: inout Canvas) {
      var base = theme.style(.row).over(theme.style(.text))
      if row.isUnread { base = theme.style(.rowUnread).over(base) }
      if row.isChosen { base = theme.style(.rowFiltered).over(base) }
      if row.isExcluded { base = theme.style(.textDim).over(base) }
      let selection: Style? =
        isSelected && isFocused || isInRange
        ? theme.style(.rowSelected) : isSelected && pane == .stories ? theme.style(.rowSelectedUnfocused) : nil
      func style(_ scope: ThemeScope?) -> Style {
        let own = scope.map { theme.style($0).over(base) } ?? base
        return selection?.over(own) ?? own
      }
      canvas.fill(rect, style: style(nil))
      canvas.write(marker, column: rect.column, row: rect.row, style: style(nil), clip: rect)
      var column = rect.column + 1
      var isFirst = true
      for (index, described) in columns.enumerated() where widths[index] > 0 {
        if !isFirst { column += described.gap }
        isFirst = false
        let width = widths[index]
        let cell = row.cell(described.content, width: width, context)
        let clip = Rect(column: column, row: rect.row, width: width, height: 1).intersection(rect)
        let text = Canvas.truncated(cell.text, to: width, ellipsis: context.glyphs.ellipsis)
        let used = DisplayWidth.columns(of: text)
        let start = described.isRight ? column + width - used : column
        let end = canvas.write(text, column: start, row: rect.row, style: style(cell.scope), clip: clip)
        if let tail = cell.tail, end < column + width {
          let rest = Canvas.truncated(tail.text, to: column + width - end, ellipsis: context.glyphs.ellipsis)
          canvas.write(rest, column: end, row: rect.row, style: style(tail.scope), clip: clip)
        }
        column += width
      }
    }

    private var marker: String {
      if row.isChosen { return context.glyphs.chosen }
      if row.isExcluded { return context.glyphs.dash }
      if isInRange { return context.glyphs.range }
      return isSelected && (isFocused || pane == .stories) ? context.glyphs.cursor : " "
    }
  }

  /// Words in place of rows: nothing there, loading, failed, and what to do.
  private static func drawEmpty(_ pane: PaneID, in rect: Rect, state: DashboardState, theme: Theme, on canvas: inout Canvas) {
    let lines = TextWrap.strings(of: EmptyText.words(for: pane, in: state), width: max(1, rect.width - 2))
    for (offset, line) in lines.prefix(rect.height).enumerated() {
      canvas.write(line, column: rect.column + 1, row: rect.row + offset, style: theme.style(.textDim), clip: rect)
    }
  }
}
