import QueryLanguage
import RegulatoryModel
import TerminalCanvas

// Keys while a prompt is open.

extension DashboardState {
  mutating func handleInPrompt(_ key: Key) {
    guard let prompt else { return }
    switch key {
    case .escape, .control("c"): cancelPrompt()
    case .enter:
      if let chosen = prompt.chosen, prompt.choices.indices.contains(chosen), prompt.purpose != .command {
        takeChoice(chosen)
      } else {
        submitPrompt()
      }
    case .tab: complete()
    case .backTab, .up, .control("p"): stepBack()
    case .down, .control("n"): stepForward()
    case .backspace where prompt.line.isEmpty: cancelPrompt()
    default:
      let before = prompt.line.text
      guard self.prompt?.line.handle(key) == true else { return say("\(key.name) does nothing here. Esc closes this line") }
      if self.prompt?.line.text != before { textChanged() }
    }
  }

  mutating func paste(_ text: String) {
    if prompt != nil {
      prompt?.line.insert(text)
      textChanged()
    } else if case .help(var view) = overlay, view.isTyping {
      view.search?.insert(text)
      overlay = .help(view)
    } else {
      say("Pasted text goes into a line: / or : first")
    }
  }

  private mutating func textChanged() {
    guard let prompt else { return }
    self.prompt?.fault = nil
    self.prompt?.historyIndex = nil
    switch prompt.purpose {
    case .search, .filter: changed(prompt.purpose)
    case .find: find(prompt.line.text)
    case .files: searchFiles(prompt.line.text)
    case .command, .tag, .untag, .export, .pipe, .thing, .filterName: break
    }
    refreshChoices()
  }

  mutating func cancelPrompt() {
    guard let prompt else { return }
    self.prompt = nil
    switch prompt.purpose {
    case .search, .filter:
      guard filtering != prompt.before else { return }
      filtering = prompt.before
      ask()
    case .find:
      reader.find = nil
      reader.findHits = []
      reader.currentHit = nil
    case .files: searchFiles("")
    case .command, .tag, .untag, .export, .pipe, .thing, .filterName: break
    }
  }

  mutating func submitPrompt() {
    guard let prompt else { return }
    let text = prompt.line.text.trimmed
    switch prompt.purpose {
    case .search, .filter: return submitQuery(prompt)
    case .find:
      self.prompt = nil
      if reader.find != nil, reader.findHits.isEmpty {
        reader.find = nil
        return say("“\(text)” is not in this story")
      }
      if let current = reader.currentHit { say("\(current + 1) of \(Numbers.counted(reader.findHits.count, "place", "places"))") }
    case .files: self.prompt = nil
    case .command: runCommand(prompt)
    case .tag(let ids): submitTag(text, ids, adds: true)
    case .untag(let ids): submitTag(text, ids, adds: false)
    case .export(let ids): submitExport(text, ids)
    case .pipe:
      self.prompt = nil
      if !text.isEmpty { pipe(text) }
    case .thing(let name, let other, let place): submitThing(text, name, insteadOf: other, place)
    case .filterName:
      self.prompt = nil
      if !text.isEmpty { saveFilter(named: text) }
    }
  }

  private mutating func submitTag(_ text: String, _ ids: [StoryID], adds: Bool) {
    prompt = nil
    guard !text.isEmpty else { return }
    setTag(text, ids, adds: adds)
  }

  private mutating func submitExport(_ text: String, _ ids: [StoryID]) {
    guard let format = ExportFormat(path: text) else {
      let endings = ExportFormat.allCases.flatMap(\.fileExtensions.first.asArray).map { "." + $0 }.joined(separator: " ")
      prompt?.fault = Prompt.Fault(column: 0, length: max(1, text.count), message: "end the name in one of \(endings)")
      return
    }
    prompt = nil
    emit(.export(ids, format: format, path: text))
    lists[.stories].anchor = nil
  }

  private mutating func stepForward() {
    guard let prompt else { return }
    if prompt.choices.isEmpty { return recall(-1) }
    self.prompt?.chosen = min((prompt.chosen ?? -1) + 1, prompt.choices.count - 1)
  }

  private mutating func stepBack() {
    guard let prompt else { return }
    if let chosen = prompt.chosen { self.prompt?.chosen = chosen > 0 ? chosen - 1 : nil } else { recall(1) }
  }

  /// Goes through the lines typed before, the newest first.
  private mutating func recall(_ step: Int) {
    guard let prompt else { return }
    let history: [String] =
      switch prompt.purpose {
      case .search, .filter: searches
      case .command: commands
      case .find, .files, .tag, .untag, .export, .pipe, .thing, .filterName: []
      }
    let index = (prompt.historyIndex ?? -1) + step
    guard index >= -1, index < history.count else { return }
    self.prompt?.line = LineEditor(index < 0 ? "" : history[history.count - 1 - index])
    textChanged()
    self.prompt?.historyIndex = index < 0 ? nil : index
  }
}

extension Optional {
  var asArray: [Wrapped] { map { [$0] } ?? [] }
}
