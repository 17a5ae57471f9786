import PrintableText
import TerminalCanvas

/// The line of tabs above a pane that fills the screen.
enum TabLine {
  struct Tab {
    var pane: PaneID
    var text: String
    var column: Int
    var width: Int
  }

  /// The tabs as they fit: all titles, else short ones, else numbers with the title of the open one.
  static func tabs(focus: PaneID, width: Int) -> [Tab] {
    let variants: [(PaneID) -> String] = [
      { " \($0.rawValue) \(PaneDescription.of($0).tab) " },
      { " \($0.rawValue) \($0 == focus ? PaneDescription.of($0).tab : PaneDescription.of($0).short) " },
      { $0 == focus ? " \($0.rawValue) \(PaneDescription.of($0).tab) " : "\($0.rawValue)" },
      { "\($0.rawValue)" },
    ]
    for (index, text) in variants.enumerated() {
      var column = 0
      let tabs = PaneID.numbered.map { pane in
        let label = text(pane)
        defer { column += label.count }
        return Tab(pane: pane, text: label, column: column, width: label.count)
      }
      if column <= width || index == variants.count - 1 { return tabs }
    }
    return []
  }

  static func draw(_ state: DashboardState, in rect: Rect, theme: Theme, on canvas: inout Canvas) {
    canvas.fill(rect, style: theme.style(.header))
    for tab in tabs(focus: state.focus, width: rect.width) {
      let style = theme.style(tab.pane == state.focus ? .titleFocused : .title).over(theme.style(.header))
      canvas.write(tab.text, column: rect.column + tab.column, row: rect.row, style: style, clip: rect)
    }
    if let position = position(in: state, width: rect.width) {
      let column = rect.endColumn - DisplayWidth.columns(of: position)
      canvas.write(position, column: column, row: rect.row, style: theme.style(.header), clip: rect)
    }
  }

  /// Where the pane's cursor is, if there is room for it behind the tabs.
  static func position(in state: DashboardState, width: Int) -> String? {
    let position = PaneTitle.position(of: state.focus, in: state)
    let used = tabs(focus: state.focus, width: width).reduce(0) { $0 + $1.width }
    return position.isEmpty || used + 1 + DisplayWidth.columns(of: position) > width ? nil : position
  }
}
