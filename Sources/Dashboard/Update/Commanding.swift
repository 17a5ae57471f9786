import QueryLanguage
import RegulatoryModel

// The `:` palette: every action by name, found fuzzily, with its argument.

extension DashboardState {
  /// What people type out of habit.
  static let otherNames: [String: Action] = [
    "q": .leave, "quit": .leave, "exit": .leave, "w": .export, "write": .export, "colorscheme": .theme, "h": .help,
  ]

  mutating func beginCommand() {
    prompt = Prompt(.command)
    refreshChoices()
  }

  /// The actions that match what is typed so far, or the values of the action's argument.
  func commandChoices(_ text: String, isAsked: Bool) -> [Prompt.Choice] {
    guard let blank = text.firstIndex(of: " ") else {
      return ranked(text).map { action in
        let info = ActionTable.info(action)
        let keys = keyMap.keys(of: action, in: focus.context).map(\.name).joined(separator: " ")
        let name = action.rawValue + (info.argument == nil ? "" : " ")
        return Prompt.Choice(
          replacing: 0..<text.count, text: name, label: action.rawValue + (info.argument.map { " " + $0.rawValue }.orEmpty),
          note: info.help, keys: keys)
      }
    }
    let offset = text.distance(from: text.startIndex, to: blank) + 1
    let argument = String(text[text.index(after: blank)...])
    guard let action = action(named: String(text[..<blank])), let kind = ActionTable.info(action).argument else { return [] }
    func matching(_ values: [(String, String)]) -> [Prompt.Choice] {
      values.filter { $0.0.hasPrefix(argument.lowercased()) }
        .map { Prompt.Choice(replacing: offset..<text.count, text: $0.0, label: $0.0, note: $0.1, keys: "") }
    }
    switch kind {
    case .query: return queryChoices(argument, cursor: argument.count, offset: offset, isAsked: isAsked)
    case .sort: return matching(sortNames)
    case .theme: return matching(themes.map { ($0, $0 == theme ? "now" : "") })
    case .setting: return matching(Self.settings.map { ($0, "") })
    case .tag: return matching((vocabulary.values[.tag] ?? []).map { ($0.id, "") })
    case .deniedThing: return thingChoices(argument, offset: offset, names: .known)
    case .namedThing: return thingChoices(argument, offset: offset, names: .none)
    case .path, .shell, .name: return []
    }
  }

  /// The actions whose names or help match, the best first; all that can be used here for the empty text.
  private func ranked(_ text: String) -> [Action] {
    let typed = text.lowercased()
    let here = Action.allCases.filter { $0 != .command && ActionTable.info($0).contexts.contains(focus.context) }
    if typed.isEmpty {
      // Those that the line at the bottom names, then the rest in the order of the table.
      let first = ActionTable.mostUseful(in: focus.context).filter { $0 != .command }
      return first + here.filter { !first.contains($0) }
    }
    if let other = Self.otherNames[typed] { return [other] + here.filter { $0 != other && $0.rawValue.hasPrefix(typed) } }
    return here.compactMap { action in Self.score(typed, action).map { (action, $0) } }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// Lower is better; nil where it does not match.
  private static func score(_ typed: String, _ action: Action) -> Int? {
    let name = action.rawValue
    if name == typed { return 0 }
    if name.hasPrefix(typed) { return 100 + name.count }
    if name.split(separator: "-").contains(where: { $0.hasPrefix(typed) }) { return 200 + name.count }
    if let spread = spread(of: typed, in: name) { return 300 + spread }
    return ActionTable.info(action).help.lowercased().split(separator: " ").contains { $0.hasPrefix(typed) } ? 500 : nil
  }

  /// Over how many letters the typed ones are spread, in order; nil where they are not all there.
  private static func spread(of typed: String, in name: String) -> Int? {
    var rest = Substring(name)
    var skipped = 0
    for letter in typed {
      guard let index = rest.firstIndex(of: letter) else { return nil }
      skipped += rest.distance(from: rest.startIndex, to: index)
      rest = rest[rest.index(after: index)...]
    }
    return skipped
  }

  private func action(named name: String) -> Action? {
    Action(rawValue: name.lowercased()) ?? Self.otherNames[name.lowercased()] ?? ranked(name).first
  }

  /// Enter in the palette: the chosen line, else what is typed.
  mutating func runCommand(_ prompt: Prompt) {
    var text = prompt.line.text.trimmed
    if let chosen = prompt.chosen, prompt.choices.indices.contains(chosen) {
      var line = prompt.line
      line.replace(prompt.choices[chosen].replacing, with: prompt.choices[chosen].text)
      text = line.text.trimmed
    }
    self.prompt = nil
    guard !text.isEmpty else { return }
    remember(text, in: \.commands)
    let parts = text.split(separator: " ", maxSplits: 1)
    let name = String(parts[0])
    let argument = parts.count > 1 ? String(parts[1]).trimmed : nil
    guard let action = action(named: name), action != .command else {
      let near = NearestWord.nearest(to: name, among: Action.allCases.map(\.rawValue))
      return say("There is no command “\(name)”" + (near.map { "; did you mean “\($0)”?" }.orEmpty))
    }
    if argument != nil, ActionTable.info(action).argument == nil { return say("\(action.rawValue) takes nothing behind it") }
    perform(action, argument: argument)
  }

  // MARK: Orders, themes, settings

  private var sortNames: [(String, String)] {
    if focus == .coverage { return FileSort.allCases.map { ($0.rawValue, $0.label) } }
    return focus == .stories || focus == .reader
      ? StorySort.allCases.map { ($0.rawValue, $0.label) }
      : (PaneDescription.of(focus).sorts).map { ($0.rawValue, $0.label(in: focus)) }
  }

  mutating func chooseSort(_ name: String?) {
    if focus == .coverage { return chooseFileSort(name) }
    if let name {
      if focus == .stories, let sort = StorySort(rawValue: name.lowercased()) { return set(sort) }
      if focus != .stories, let sort = RowSort(rawValue: name.lowercased()), PaneDescription.of(focus).sorts.contains(sort) {
        return set(sort, in: focus)
      }
      return say("There is no order “\(name)”: \(sortNames.map(\.0).joined(separator: ", "))")
    }
    if focus == .stories {
      overlay = .menu(
        Menu("Order of the stories", items: StorySort.allCases.map { Menu.Item($0.label, isCurrent: $0 == sort, choice: .storySort($0)) }))
    } else {
      let pane = PaneDescription.of(focus)
      overlay = .menu(
        Menu(
          "Order of \(pane.title.lowercased())",
          items: pane.sorts.map { Menu.Item($0.label(in: focus), isCurrent: $0 == sorts[focus], choice: .rowSort($0, focus)) }))
    }
  }

  mutating func set(_ new: StorySort) {
    guard new != sort else { return }
    sort = new
    selectRow(0, in: .stories)
    ask()
    say("Stories: \(new.label)")
  }

  mutating func set(_ new: RowSort, in pane: PaneID) {
    sorts[pane] = new
    // The given order is the library's: it has to be asked for again once another one was made of it.
    ask()
    say("\(PaneDescription.of(pane).title): \(new.label(in: pane))")
  }

  mutating func setTheme(_ name: String?) {
    guard let name else {
      prompt = Prompt(.command, text: "theme ")
      return refreshChoices()
    }
    guard themes.contains(name) else {
      let near = NearestWord.nearest(to: name, among: themes)
      return say("There is no theme “\(name)”" + (near.map { "; did you mean “\($0)”?" }.orEmpty))
    }
    theme = name
    emit(.setTheme(name))
  }

  static let settings = ["mouse on", "mouse off", "glyphs unicode", "glyphs ascii"]

  mutating func set(_ setting: String?) {
    switch setting?.lowercased() {
    case nil:
      prompt = Prompt(.command, text: "set ")
      refreshChoices()
    case "mouse on", "mouse off":
      hasMouse = setting?.lowercased() == "mouse on"
      emit(.setMouse(hasMouse))
      say(hasMouse ? "The mouse is on. Shift selects text" : "The mouse is off: the terminal selects text")
    case "glyphs unicode", "glyphs ascii":
      glyphs = setting?.lowercased() == "glyphs ascii" ? .ascii : .unicode
      reader.page = ReaderPage()
    default: say("There is no setting “\(setting.orEmpty)”: \(Self.settings.joined(separator: ", "))")
    }
  }
}
