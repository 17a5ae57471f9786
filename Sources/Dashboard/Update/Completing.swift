import QueryLanguage
import RegulatoryModel

// The list of what a prompt's text may become.

extension DashboardState {
  /// Tab: shows what is possible, or takes the first or chosen one.
  mutating func complete() {
    guard let prompt else { return }
    if prompt.choices.isEmpty {
      let choices = choices(isAsked: true)
      self.prompt?.choices = choices
      guard !choices.isEmpty else { return say("Nothing to complete here") }
      if choices.count == 1 { takeChoice(0) } else { self.prompt?.chosen = 0 }
    } else {
      takeChoice(prompt.chosen ?? 0)
    }
  }

  mutating func takeChoice(_ index: Int) {
    guard let choice = prompt?.choices[index], let purpose = prompt?.purpose else { return }
    prompt?.line.replace(choice.replacing, with: choice.text)
    prompt?.chosen = nil
    prompt?.choices = []
    prompt?.fault = nil
    switch purpose {
    case .search, .filter: changed(purpose)
    case .find, .files, .command, .tag, .untag, .export, .pipe, .thing, .filterName: break
    }
    // A field's colon, or a command's blank, is followed by its values; a value by nothing.
    if choice.text.hasSuffix(":") || choice.text.hasSuffix(" ") { refreshChoices() }
  }

  /// After the text changed: the list follows it.
  mutating func refreshChoices() {
    let choices = choices(isAsked: false)
    prompt?.choices = choices
    prompt?.chosen = nil
  }

  /// - Parameter isAsked: Tab was pressed; else only what is useful unasked is listed.
  private func choices(isAsked: Bool) -> [Prompt.Choice] {
    guard let prompt else { return [] }
    let text = prompt.line.text
    switch prompt.purpose {
    case .search, .filter: return queryChoices(text, cursor: prompt.line.cursor, offset: 0, isAsked: isAsked)
    case .command: return commandChoices(text, isAsked: isAsked)
    case .tag, .untag:
      let known = tags(for: prompt.purpose)
      let typed = text.lowercased()
      return known.filter { typed.isEmpty || $0.lowercased().hasPrefix(typed) }.prefix(50)
        .map { Prompt.Choice(replacing: 0..<text.count, text: $0, label: $0, note: "", keys: "") }
    case .thing: return thingChoices(text, offset: 0, names: .none)
    case .find, .files, .export, .pipe, .filterName: return []
    }
  }

  /// The tags of the library; for taking off, those of the stories.
  private func tags(for purpose: Prompt.Purpose) -> [String] {
    if case .untag(let ids) = purpose {
      var seen: [String] = []
      for id in ids.prefix(1_000) { for tag in row(of: id)?.tags ?? [] where !seen.contains(tag) { seen.append(tag) } }
      return seen.sorted()
    }
    return (vocabulary.values[.tag] ?? []).map(\.id)
  }

  /// - Parameter offset: where the query begins in the prompt's text.
  func queryChoices(_ text: String, cursor: Int, offset: Int, isAsked: Bool) -> [Prompt.Choice] {
    let found = Query.completions(of: text, at: cursor, vocabulary: vocabulary)
    // Unasked, only values are listed: plain words are a search, and should not be covered by a list of fields.
    guard isAsked || found.contains(where: { !$0.text.hasSuffix(":") }) else { return [] }
    return found.map { completion in
      Prompt.Choice(
        replacing: (completion.replacing.lowerBound + offset)..<(completion.replacing.upperBound + offset), text: completion.text,
        label: completion.text, note: completion.note, keys: "")
    }
  }
}
