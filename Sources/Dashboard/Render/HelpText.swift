import QueryLanguage

/// The help, printed from the tables: actions with the user's own keys, the keys of prompts, the fields of the query language.
package enum HelpText {
  package enum Line: Equatable, Sendable {
    case heading(String)
    case key(String, String)
    case blank
  }

  /// The keys that every prompt takes; they can't be rebound.
  private static let promptKeys: [(String, String)] = [
    ("Enter", "carry it out"), ("Esc", "close it and leave everything as it was"), ("Tab", "complete"),
    ("Up Down", "lines typed before, or the list"),
    ("^A ^E", "to its beginning, to its end"), ("^W ^U", "delete a word, or everything before the cursor"),
  ]

  private static let mouse: [(String, String)] = [
    ("Click", "selects, and gives the pane the keys"), ("Double click", "opens"), ("Wheel", "scrolls what is under it"),
    ("Shift", "lets the terminal select text"),
  ]

  private static let words: [(String, String)] = [
    ("stablecoin reserves", "stories with all these words"), ("\"market structure\"", "with this phrase"),
    ("stable*", "with words that begin so"),
    ("a OR b, NOT a, -a, ( )", "one or the other, without, brackets"),
  ]

  /// The lines as they stand now, narrowed to what is searched.
  package static func lines(for view: HelpView, in state: DashboardState) -> [Line] {
    var sections: [(title: String, rows: [(String, String)])] = []
    func actions(_ contexts: [KeyContext], where isIncluded: (ActionInfo) -> Bool) -> [(ActionGroup, [(String, String)])] {
      ActionGroup.allCases.map { group in
        (group, ActionTable.all.filter { $0.group == group && isIncluded($0) }.map { info in row(info, contexts, state) })
      }
    }
    if view.isComplete {
      for (group, rows) in actions(KeyContext.allCases, where: { _ in true }) { sections.append((group.rawValue, rows)) }
    } else {
      let here = [view.context]
      // What is particular to this place comes first.
      let particular = ActionTable.all.filter { $0.contexts.contains(view.context) && $0.contexts != KeyContext.everywhere }
      sections.append(("In \(view.context.label)", particular.map { row($0, here, state) }))
      for (group, rows) in actions(here, where: { $0.contexts == KeyContext.everywhere }) { sections.append((group.rawValue, rows)) }
    }
    sections.append(("Esc", [("Esc", "takes off what lies on top: line, range, search, then the last filter")]))
    sections.append(("In a line that you type", promptKeys))
    sections.append(("Mouse", mouse))
    let fields = QueryField.allCases.map { (example: $0.example, help: "a story that " + $0.help) }
    sections.append(("What can be searched and filtered", words + fields.map { ($0.example, $0.help) }))
    let wanted = (view.search?.text ?? "").lowercased()
    return sections.flatMap { section -> [Line] in
      let rows = wanted.isEmpty ? section.rows : section.rows.filter { "\($0.0) \($0.1)".lowercased().contains(wanted) }
      return rows.isEmpty ? [] : [.heading(section.title)] + rows.map { Line.key($0.0, $0.1) } + [.blank]
    }
  }

  /// Keys and help of one action; without a key, how to type it.
  private static func row(_ info: ActionInfo, _ contexts: [KeyContext], _ state: DashboardState) -> (String, String) {
    let keys = contexts.count == 1 ? state.keyMap.keys(of: info.action, in: contexts[0]).map(\.name) : state.keyMap.names(of: info.action)
    let command = ":\(info.action.rawValue)" + (info.argument.map { " \($0.rawValue)" }.orEmpty)
    return keys.isEmpty ? (command, info.help) : (keys.joined(separator: " "), "\(info.help)  (\(command))")
  }
}

extension ActionTable {
  /// The table as Markdown, with the keys of a preset: for the manual.
  package static func markdown(_ map: KeyMap) -> String {
    ActionGroup.allCases.map { group in
      let rows = all.filter { $0.group == group }.map { info in
        let keys = map.names(of: info.action).map { "`\($0)`" }.joined(separator: " ").replacing("|", with: "\\|")
        return "| \(keys) | `:\(info.action.rawValue)` | \(info.help) |"
      }
      return "### \(group.rawValue)\n\n| keys | command | does |\n|---|---|---|\n" + rows.joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }
}
