import PrintableText
import TerminalCanvas

/// Where popups stand; `update` needs it too, for clicks and pages.
enum PopupLayout {
  static func menu(_ menu: Menu, in size: Size) -> Rect {
    let labels = menu.items.map { DisplayWidth.columns(of: $0.label) }.max() ?? 0
    let notes = menu.items.map { DisplayWidth.columns(of: $0.note) }.max() ?? 0
    let wanted = max(labels + (notes > 0 ? notes + 2 : 0) + 8, DisplayWidth.columns(of: menu.title) + 6, menu.hint.count + 6)
    return centered(width: wanted, height: menu.items.count + 2, in: size)
  }

  static func why(in size: Size) -> Rect { centered(width: 96, height: max(8, size.rows * 6 / 10), in: size) }

  static func help(in size: Size) -> Rect {
    Rect(column: 0, row: 0, width: size.columns, height: size.rows > 1 ? size.rows - 1 : size.rows)
  }

  /// Lines of help on the screen.
  static func helpHeight(in size: Size) -> Int { max(1, help(in: size).height - 2) }

  private static func centered(width: Int, height: Int, in size: Size) -> Rect {
    let width = min(width, size.columns)
    let height = min(height, max(1, size.rows - 1))
    return Rect(column: (size.columns - width) / 2, row: max(0, (size.rows - height) / 2), width: width, height: height)
  }

  /// A box with a title above and a hint below, over whatever is there.
  static func box(_ rect: Rect, title: String, hint: String, glyphs: Glyphs, theme: Theme, on canvas: inout Canvas) {
    let base = theme.style(.palette)
    canvas.fill(rect, style: base)
    canvas.box(rect, style: theme.style(.borderFocused).over(base), border: glyphs.border, clip: rect)
    let inner = Rect(column: rect.column + 1, row: rect.row, width: rect.width - 2, height: rect.height)
    let text = Canvas.truncated(" \(title) ", to: inner.width, ellipsis: glyphs.ellipsis)
    canvas.write(text, column: inner.column, row: rect.row, style: theme.style(.titleFocused).over(base), clip: inner)
    let width = DisplayWidth.columns(of: hint) + 2
    guard rect.height >= 3, width <= inner.width else { return }
    canvas.write(" \(hint) ", column: inner.endColumn - width, row: rect.endRow - 1, style: theme.style(.textDim).over(base), clip: inner)
  }
}

/// A menu in the middle of the screen.
enum MenuPaint {
  static func draw(_ menu: Menu, state: DashboardState, theme: Theme, on canvas: inout Canvas) {
    let rect = PopupLayout.menu(menu, in: state.size)
    PopupLayout.box(rect, title: menu.title, hint: menu.hint, glyphs: state.glyphs, theme: theme, on: &canvas)
    let inner = rect.insetBy(columns: 1, rows: 1)
    let labels = menu.items.map { DisplayWidth.columns(of: $0.label) }.max() ?? 0
    for offset in 0..<inner.height {
      let index = menu.list.top + offset
      guard index < menu.items.count else { break }
      let item = menu.items[index]
      let style = theme.style(index == menu.list.selected ? .paletteSelected : .palette)
      let row = inner.row + offset
      canvas.fill(Rect(column: inner.column, row: row, width: inner.width, height: 1), style: style)
      canvas.write(index < 9 ? "\(index + 1)" : " ", column: inner.column, row: row, style: theme.style(.helpKey).over(style), clip: inner)
      canvas.write(item.isCurrent ? state.glyphs.chosen : " ", column: inner.column + 2, row: row, style: style, clip: inner)
      canvas.write(item.label, column: inner.column + 4, row: row, style: style, clip: inner)
      let note = Canvas.truncated(item.note, to: max(0, inner.width - labels - 7), ellipsis: state.glyphs.ellipsis)
      canvas.write(note, column: inner.column + labels + 6, row: row, style: theme.style(.textDim).over(style), clip: inner)
    }
  }
}

/// What can follow the keys typed so far.
enum KeyHintPaint {
  static func draw(_ state: DashboardState, theme: Theme, on canvas: inout Canvas) {
    let following = state.keyMap.continuations(of: state.pendingKeys, in: state.focus.context)
    guard !following.isEmpty, state.size.rows >= 3 else { return }
    let lines = following.map { (key: $0.rest.name, text: ActionTable.info($0.action).help) }
    let keys = lines.map { DisplayWidth.columns(of: $0.key) }.max() ?? 0
    let texts = lines.map { $0.text.count }.max() ?? 0
    let height = min(lines.count + 2, state.size.rows - 1)
    let width = min(state.size.columns, keys + texts + 6)
    let rect = Rect(column: state.size.columns - width, row: state.size.rows - 1 - height, width: width, height: height)
    PopupLayout.box(rect, title: KeySequence(state.pendingKeys).name, hint: "Esc", glyphs: state.glyphs, theme: theme, on: &canvas)
    let inner = rect.insetBy(columns: 2, rows: 1)
    for (offset, line) in lines.prefix(inner.height).enumerated() {
      let style = theme.style(.palette)
      canvas.write(line.key, column: inner.column, row: inner.row + offset, style: theme.style(.helpKey).over(style), clip: inner)
      let text = Canvas.truncated(line.text, to: inner.width - keys - 2, ellipsis: state.glyphs.ellipsis)
      canvas.write(text, column: inner.column + keys + 2, row: inner.row + offset, style: style, clip: inner)
    }
  }
}
