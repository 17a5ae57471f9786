import PrintableText
import TerminalCanvas

/// Draws the lines around and between panes, with what stands in them.
enum FramePaint {
  static func draw(_ column: Layout.Column, state: DashboardState, theme: Theme, on canvas: inout Canvas) {
    guard column.hasBorder, !column.box.isEmpty else { return }
    let plain = theme.style(.border)
    let lit = theme.style(.borderFocused)
    let box = column.box
    canvas.box(box, style: plain, border: state.glyphs.border, clip: box)
    for (index, place) in column.places.enumerated() {
      let isFocused = place.pane == state.focus
      let style = isFocused ? lit : plain
      if index > 0 { line(row: place.frame.row, box: box, style: isFocused ? lit : plain, state: state, on: &canvas) }
      if isFocused { light(place, index: index, box: box, style: lit, state: state, on: &canvas) }
      title(place, style: style, state: state, theme: theme, on: &canvas)
    }
    // The line below the focused pane is its own too; it is the next pane's title line, or the bottom.
    if let last = column.places.last {
      bottom(last, box: box, state: state, theme: theme, style: last.pane == state.focus ? lit : plain, on: &canvas)
    }
    for place in column.places where place.pane == state.focus && place.isOpen { thumb(place, state: state, theme: theme, on: &canvas) }
  }

  private static func line(row: Int, box: Rect, style: Style, state: DashboardState, on canvas: inout Canvas) {
    let border = state.glyphs.border
    canvas.hline(column: box.column, row: row, width: box.width, style: style, border: border, clip: box)
    canvas.write(String(border.leftTee), column: box.column, row: row, style: style, clip: box)
    canvas.write(String(border.rightTee), column: box.endColumn - 1, row: row, style: style, clip: box)
  }

  /// The sides and top of the pane that has the keys.
  private static func light(_ place: Layout.Place, index: Int, box: Rect, style: Style, state: DashboardState, on canvas: inout Canvas) {
    let border = state.glyphs.border
    let frame = place.frame
    canvas.vline(column: box.column, row: frame.row + 1, height: frame.height - 1, style: style, border: border, clip: box)
    canvas.vline(column: box.endColumn - 1, row: frame.row + 1, height: frame.height - 1, style: style, border: border, clip: box)
    if index == 0 {
      canvas.hline(column: box.column + 1, row: frame.row, width: box.width - 2, style: style, border: border, clip: box)
      canvas.write(String(border.topLeft), column: box.column, row: frame.row, style: style, clip: box)
      canvas.write(String(border.topRight), column: box.endColumn - 1, row: frame.row, style: style, clip: box)
    }
  }

  private static func title(_ place: Layout.Place, style: Style, state: DashboardState, theme: Theme, on canvas: inout Canvas) {
    let row = place.frame.row
    let room = Rect(column: place.frame.column + 1, row: row, width: place.frame.width - 2, height: 1)
    let titleStyle = theme.style(place.pane == state.focus ? .titleFocused : .title)
    let line = String(state.glyphs.border.horizontal)
    let total = PaneTitle.total(of: place.pane, in: state)
    let totalWidth = total.isEmpty ? 0 : DisplayWidth.columns(of: total) + 3
    let title = PaneTitle.name(of: place.pane, in: state)
    let name = PaneID.numbered.contains(place.pane) ? "\(place.pane.rawValue) \(title)" : " \(title)"
    var end = canvas.write(name, column: room.column, row: row, style: titleStyle, clip: room)
    end = canvas.write(" ", column: end, row: row, style: style, clip: room)
    let rest = Rect(column: room.column, row: row, width: room.width - totalWidth, height: 1)
    if let badge = PaneTitle.badge(of: place.pane, in: state) {
      end = canvas.write(" \(badge) ", column: end + 1, row: row, style: theme.style(.badge), clip: rest)
      end = canvas.write(" ", column: end, row: row, style: style, clip: rest)
    }
    for note in PaneTitle.notes(of: place.pane, in: state) {
      let width = rest.endColumn - end - 5
      guard width >= 3 else { break }
      let text = Canvas.truncated(note, to: width, ellipsis: state.glyphs.ellipsis)
      end = canvas.write("\(line)\(line) ", column: end, row: row, style: style, clip: rest)
      end = canvas.write(text, column: end, row: row, style: theme.style(place.pane == .stories ? .rowFiltered : .textDim), clip: rest)
      end = canvas.write(" ", column: end, row: row, style: style, clip: rest)
    }
    if !total.isEmpty, rest.endColumn >= end {
      canvas.write(" \(total) ", column: room.endColumn - totalWidth + 1, row: row, style: theme.style(.textDim), clip: room)
    }
  }

  private static func bottom(
    _ last: Layout.Place, box: Rect, state: DashboardState, theme: Theme, style: Style, on canvas: inout Canvas
  ) {
    let row = box.endRow - 1
    let border = state.glyphs.border
    guard box.height > 1 else { return }
    canvas.hline(column: box.column + 1, row: row, width: box.width - 2, style: style, border: border, clip: box)
    canvas.write(String(border.bottomLeft), column: box.column, row: row, style: style, clip: box)
    canvas.write(String(border.bottomRight), column: box.endColumn - 1, row: row, style: style, clip: box)
    let pane = bottomPane(last.pane, in: state)
    guard !pane.isFacet || state.focus == pane else { return }
    let text = PaneTitle.position(of: pane, in: state)
    let width = DisplayWidth.columns(of: text) + 2
    guard !text.isEmpty, width + 4 <= box.width else { return }
    canvas.write(" \(text) ", column: box.endColumn - 2 - width, row: row, style: theme.style(.textDim), clip: box)
  }

  /// Whose position a column's bottom line tells: the focused pane's, else the stories' where they stand above the reader.
  private static func bottomPane(_ last: PaneID, in state: DashboardState) -> PaneID {
    if last.isFacet { return state.focus.isFacet ? state.focus : last }
    let isAlone = state.layout.shape == .wide || state.layout.shape == .zoomed
    return isAlone || state.focus == .reader ? last : .stories
  }

  /// Where in its rows the pane stands, on its right border.
  private static func thumb(_ place: Layout.Place, state: DashboardState, theme: Theme, on canvas: inout Canvas) {
    let isReader = place.pane == .reader
    let count = isReader ? state.reader.page.count : state.rows.count(in: place.pane)
    let top = isReader ? state.reader.top : state.lists[place.pane].top
    let height = place.content.height
    guard count > height, height >= 3 else { return }
    let size = max(1, height * height / count)
    let start = (height - size) * top / max(1, count - height)
    let column = place.frame.endColumn - 1
    for offset in start..<(start + size) {
      canvas.write(
        state.glyphs.thumb, column: column, row: place.content.row + offset, style: theme.style(.scrollbar), clip: canvas.bounds)
    }
  }
}
