import PrintableText
import QueryLanguage
import TerminalCanvas

/// The help, printed from the tables: actions with the user's own keys, the keys of prompts, the fields of the query language.
package enum HelpText {
  package enum Line: Equatable, Sendable {
    case heading(String)
    /// Plain words.
    case text(String)
    /// Keys and what they do, which begins in that column; without keys, the line goes on with what the one above does.
    case key(String, String, column: Int)
    case blank
  }

  /// Keys wider than this are cut.
  private static let widestKeys = 24

  /// What one sees in a place, in a sentence or two.
  private static func whereOneIs(_ context: KeyContext) -> String {
    switch context {
    case .entities:
      "You are in a list of exchanges or agencies: in how many stories each is named, when, and how many of those are new. "
        + "Narrowing the stories to one narrows all other panes too."
    case .legislation:
      "You are in the list of bills: how far each has come (introduced, committee, one chamber, both chambers, law), its stage in words, "
        + "and the days on it."
    case .volatility: "You are in the list of price moves: asset, direction, size, over what time, and when."
    case .coverage:
      "You are in the coverage: every file below your folders and what became of it, the reasons why files were not read whole, and the "
        + "agencies that stories usually name and now do not. What fails is read again when it changes; retry does so at once."
    case .stories:
      "You are in the stories that match the filter; a dot marks those that you have not read. The panes on the left narrow them."
    case .reader:
      "You are in the reader: names, bills, moves, deadlines and quotations are marked in the text. While one is lit, Enter or Space "
        + "filters to it."
    }
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
      let particular = ActionTable.all.filter { $0.contexts.contains(view.context) && !$0.contexts.isSuperset(of: KeyContext.panes) }
      sections.append(("In \(view.context.label)", particular.map { row($0, here, state) }))
      for (group, rows) in actions(here, where: { $0.contexts.isSuperset(of: KeyContext.panes) && $0.contexts.contains(view.context) }) {
        sections.append((group.rawValue, rows))
      }
    }
    sections.append(("Esc", [("Esc", "takes off what lies on top: line, range, search, then the last filter")]))
    sections.append(("In a line that you type", promptKeys))
    sections.append(("Mouse", mouse))
    let fields = QueryField.allCases.map { (example: $0.example, help: "a story that " + $0.help) }
    sections.append(("What can be searched and filtered", words + fields.map { ($0.example, $0.help) }))
    let wanted = (view.search?.text ?? "").lowercased()
    let width = PopupLayout.help(in: state.size).width - 4
    // One column for all keys; what can be searched is wider, and has its own.
    func column(_ rows: [(String, String)], limit: Int) -> Int {
      min(rows.map { DisplayWidth.columns(of: $0.0) }.max() ?? 0, limit, max(6, width / 3)) + 3
    }
    let keyColumn = column(sections.dropLast().flatMap(\.rows), limit: widestKeys)
    var lines: [Line] = []
    if wanted.isEmpty, !view.isComplete {
      lines +=
        TextWrap.strings(of: whereOneIs(view.context), width: max(1, width)).map(Line.text) + [.blank, .heading("The keys to begin with")]
      let useful = ActionTable.mostUseful(in: view.context).map { row(ActionTable.info($0), [view.context], state) }
      lines += useful.flatMap { self.lines(of: $0, column: keyColumn, width: width) } + [.blank]
    }
    for (index, section) in sections.enumerated() {
      let rows = wanted.isEmpty ? section.rows : section.rows.filter { "\($0.0) \($0.1)".lowercased().contains(wanted) }
      guard !rows.isEmpty else { continue }
      let column = index == sections.count - 1 ? column(section.rows, limit: width) : keyColumn
      lines += [.heading(section.title)] + rows.flatMap { self.lines(of: $0, column: column, width: width) } + [.blank]
    }
    if lines.last == .blank { lines.removeLast() }
    return lines
  }

  /// One row in as many lines as it needs.
  private static func lines(of row: (String, String), column: Int, width: Int) -> [Line] {
    TextWrap.strings(of: row.1, width: max(8, width - column)).enumerated().map { index, text in
      Line.key(index == 0 ? row.0 : "", text, column: column)
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
