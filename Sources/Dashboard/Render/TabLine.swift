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
      let tabs = PaneID.allCases.map { pane in
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
    var end = rect.column
    for tab in tabs(focus: state.focus, width: rect.width) {
      let style = theme.style(tab.pane == state.focus ? .titleFocused : .title)
      end = canvas.write(tab.text, column: rect.column + tab.column, row: rect.row, style: style, clip: rect)
    }
    let position = PaneTitle.position(of: state.focus, in: state)
    let width = DisplayWidth.columns(of: position)
    if end + 1 + width <= rect.endColumn {
      canvas.write(position, column: rect.endColumn - width, row: rect.row, style: theme.style(.header), clip: rect)
    }
  }
}
