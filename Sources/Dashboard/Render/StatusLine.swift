import PrintableText
import QueryLanguage
import TerminalCanvas

/// The last line: a message, else what the keys do here; on the right the filter as text.
enum StatusLine {
  static func draw(_ state: DashboardState, in rect: Rect, theme: Theme, on canvas: inout Canvas) {
    let style = theme.style(.status)
    canvas.fill(rect, style: style)
    guard state.prompt == nil else { return }
    let right = right(state)
    let rightWidth = min(DisplayWidth.columns(of: right), rect.width / 2)
    let fitted = Canvas.truncated(right, to: rightWidth, ellipsis: state.glyphs.ellipsis)
    let left = Rect(column: rect.column, row: rect.row, width: rect.width - (rightWidth > 0 ? rightWidth + 2 : 0), height: 1)
    if let message = state.message {
      let isProblem = message.kind == .problem
      // A problem may take the whole line: what to do about it stands at its end.
      let room = isProblem ? rect : left
      let scope: ThemeScope = isProblem ? .statusError : .status
      let text = Canvas.truncated(message.text, to: room.width - 1, ellipsis: state.glyphs.ellipsis)
      let end = canvas.write(" \(text)", column: room.column, row: room.row, style: theme.style(scope).over(style), clip: room)
      if isProblem, end > left.endColumn { return }
    } else if state.overlay == nil {
      // What lies over the panes names its own keys.
      hints(state, in: left, theme: theme, on: &canvas)
    }
    canvas.write(fitted, column: rect.endColumn - 1 - rightWidth, row: rect.row, style: theme.style(.rowFiltered).over(style), clip: rect)
  }

  /// The keys typed so far, else the filter; where the pane fills the screen, its position.
  private static func right(_ state: DashboardState) -> String {
    if !state.pendingKeys.isEmpty { return KeySequence(state.pendingKeys).name }
    let filter = state.filtering.query.description
    if state.focus == .coverage {
      return state.layout.shape == .single ? PaneTitle.position(of: .coverage, in: state) : state.coverage.text
    }
    guard filter.isEmpty, state.layout.shape == .single, TabLine.position(in: state, width: state.size.columns) == nil else {
      return filter
    }
    return PaneTitle.position(of: state.focus, in: state)
  }

  /// As many as fit whole, the most useful first; how to get help is always among them.
  private static func hints(_ state: DashboardState, in rect: Rect, theme: Theme, on canvas: inout Canvas) {
    let context = state.focus.context
    let all = hintActions(state).compactMap { action -> (key: String, label: String, isHelp: Bool)? in
      guard let key = state.keyMap.keys(of: action, in: context).first?.name else { return nil }
      return (key, ActionTable.info(action).hint, action == .help)
    }
    func width(_ hint: (key: String, label: String, isHelp: Bool)) -> Int { DisplayWidth.columns(of: hint.key) + 1 + hint.label.count }
    var room = rect.width - 2 - (all.first(where: \.isHelp).map { width($0) } ?? 0)
    var shown: [(key: String, label: String, isHelp: Bool)] = []
    for hint in all {
      if hint.isHelp {
        shown.append(hint)
      } else if room >= width(hint) + 2 {
        room -= width(hint) + 2
        shown.append(hint)
      } else {
        room = 0
      }
    }
    var column = rect.column + 1
    for hint in shown where column + width(hint) <= rect.endColumn {
      column = canvas.write(hint.key, column: column, row: rect.row, style: theme.style(.statusKey).over(theme.style(.status)), clip: rect)
      column = canvas.write(" \(hint.label)", column: column, row: rect.row, style: theme.style(.status), clip: rect) + 2
    }
  }

  /// A lit mention has the keys' attention: what can be done with it comes first.
  private static func hintActions(_ state: DashboardState) -> [Action] {
    let usual = ActionTable.hints(in: state.focus.context)
    guard state.focus == .reader, state.litMentionIsInSight else { return usual }
    let first: [Action] = [.nextMention, .filterTo, .why]
    return first + usual.filter { !first.contains($0) && $0 != .pageDown }
  }
}
