import QueryLanguage
import RegulatoryModel

// `x`: this is wrong. What is to hold instead is chosen here, written and applied by the executable.

extension DashboardState {
  /// `x` in a pane: shows the evidence first; in the reader, on a lit mention, asks at once.
  mutating func correctHere() {
    explain()
    guard case .why(let view) = overlay, case .mention = view.topic else { return }
    chooseCorrection(of: view)
  }

  /// What can be said against the chosen piece of evidence.
  mutating func chooseCorrection(of view: WhyView) {
    guard let entry = view.selectedEntry else { return say("There is nothing to correct yet") }
    guard let subject = entry.subject, let place = entry.place else {
      return say("Date, kind and title are the document’s own. What can be corrected is what was found in its text")
    }
    overlay = .menu(Self.menu(subject, place))
  }

  static func menu(_ subject: WhyView.Subject, _ place: StoryPlace) -> Menu {
    let isStage = subject.kind == .stage
    var items: [Menu.Item] = []
    if let kind = EntityKind(rawValue: subject.kind.rawValue), let id = subject.id, let name = subject.name {
      let key = EntityKey(kind, id)
      let never = "“\(name)” is never \(subject.label)"
      items.append(
        Menu.Item(
          "Never, in any story", note: never, choice: .correct(CorrectionRequest(.never(key, name: name), place: place, label: never))))
      items.append(notHere(subject, place, "“\(name)” is not \(subject.label) in this sentence"))
      items.append(Menu.Item("It is another thing…", note: "which, is asked next", choice: .means(name, insteadOf: key, place)))
    } else {
      items.append(notHere(subject, place, "this sentence tells no \(isStage ? "stage of \(subject.label)" : subject.kind.label)"))
    }
    return Menu("What is wrong: \(subject.name.map { "“\($0)” as " }.orEmpty)\(subject.label)", items: items)
  }

  private static func notHere(_ subject: WhyView.Subject, _ place: StoryPlace, _ label: String) -> Menu.Item {
    Menu.Item(
      subject.name == nil ? "Not in this sentence: it tells no \(subject.kind.label)" : "Not in this sentence", note: "nor in its copies",
      choice: .correct(CorrectionRequest(.notHere(subject.kind, id: subject.id), place: place, label: label)))
  }

  mutating func take(_ record: CorrectionRecord, changed: Int) {
    undoLog.record(.correction(record))
    let what = record.label.prefix(1).uppercased() + record.label.dropFirst()
    say("\(what): \(Numbers.stories(changed)) changed" + undoHint)
  }

  // MARK: By name

  enum NameChoices { case none, known }

  private static let fields: [QueryField] = [.exchange, .agency, .asset, .bill]

  /// The things that can be named, and behind one, the names that it is known by.
  func thingChoices(_ text: String, offset: Int, names: NameChoices) -> [Prompt.Choice] {
    guard let blank = text.firstIndex(of: " ") else {
      if !text.contains(":") {
        return Self.fields.filter { $0.rawValue.hasPrefix(text.lowercased()) }
          .map {
            Prompt.Choice(
              replacing: offset..<(offset + text.count), text: $0.rawValue + ":", label: $0.rawValue + ":", note: $0.help, keys: "")
          }
      }
      guard let field = QueryField(rawValue: text.prefix { $0 != ":" }.lowercased()), Self.fields.contains(field) else { return [] }
      return queryChoices(text, cursor: text.count, offset: offset, isAsked: true)
    }
    guard case .known = names, case .success(let key) = thing(String(text[..<blank])) else { return [] }
    let start = text.distance(from: text.startIndex, to: blank) + 1
    let typed = text[text.index(after: blank)...].lowercased()
    let value = vocabulary.values[QueryField(key.kind)]?.first { $0.id == key.id }
    var seen: Set<String> = []
    return (value.map { [$0.name] + $0.aliases } ?? []).filter { $0.lowercased().hasPrefix(typed) && seen.insert($0).inserted }.prefix(50)
      .map { Prompt.Choice(replacing: (offset + start)..<(offset + text.count), text: $0, label: $0, note: "", keys: "") }
  }

  struct NoSuchThing: Error { var why: String }

  /// What "agency:fincen" means; any name will do behind the colon.
  func thing(_ text: String) -> Result<EntityKey, NoSuchThing> {
    guard let colon = text.firstIndex(of: ":"), let field = QueryField(rawValue: text[..<colon].lowercased()),
      let kind = EntityKind(rawValue: field.rawValue)
    else { return .failure(NoSuchThing(why: "Say what: exchange:…, agency:…, asset:… or bill:…")) }
    let name = text[text.index(after: colon)...].filter { $0 != "\"" }
    if let id = vocabulary.id(of: name, in: field) { return .success(EntityKey(kind, id)) }
    let near = NearestWord.nearest(to: name, among: (vocabulary.values[field] ?? []).map(\.id))
    return .failure(
      NoSuchThing(
        why: "There is no \(kind.rawValue) “\(name)”"
          + (near.map { "; did you mean “\($0)”?" } ?? ". A new one is a line in lexicon/*.toml")))
  }

  private func label(of key: EntityKey) -> String {
    vocabulary.values[QueryField(key.kind)]?.first { $0.id == key.id }?.name ?? key.id
  }

  /// "exchange:kraken Kraken" in two; the thing may be in quotation marks.
  private static func split(_ argument: String) -> (thing: String, name: String) {
    var isQuoted = false
    let end = argument.firstIndex { character in
      if character == "\"" { isQuoted.toggle() }
      return character == " " && !isQuoted
    }
    guard let end else { return (argument, "") }
    return (String(argument[..<end]), String(argument[end...]).trimmed.trimmedOfQuotes)
  }

  mutating func deny(_ argument: String?) {
    guard let argument, !argument.isEmpty else {
      prompt = Prompt(.command, text: "deny ")
      return refreshChoices()
    }
    let (what, name) = Self.split(argument)
    switch thing(what) {
    case .failure(let problem): say(problem.why)
    case .success(let key):
      let label = label(of: key)
      let words = name.isEmpty ? "nothing is \(label)" : "“\(name)” is never \(label)"
      emit(.correct(CorrectionRequest(.never(key, name: name.isEmpty ? nil : name), place: nil, label: words)))
    }
  }

  mutating func alias(_ argument: String?) {
    guard let argument, !argument.isEmpty else {
      prompt = Prompt(.command, text: "alias ")
      return refreshChoices()
    }
    let (what, name) = Self.split(argument)
    switch thing(what) {
    case .failure(let problem): say(problem.why)
    case .success(let key):
      guard !name.isEmpty else { return say("Say under which name too: alias \(what) NAME") }
      emit(.correct(CorrectionRequest(.means(name, key, insteadOf: nil), place: nil, label: "“\(name)” is \(label(of: key))")))
    }
  }

  mutating func submitThing(_ text: String, _ name: String, insteadOf other: EntityKey, _ place: StoryPlace) {
    guard !text.isEmpty else { return prompt = nil }
    switch thing(text) {
    case .failure(let problem): prompt?.fault = Prompt.Fault(column: 0, length: max(1, text.count), message: problem.why)
    case .success(other): prompt?.fault = Prompt.Fault(column: 0, length: text.count, message: "that is what it was taken for")
    case .success(let key):
      prompt = nil
      emit(.correct(CorrectionRequest(.means(name, key, insteadOf: other), place: place, label: "“\(name)” is \(label(of: key))")))
    }
  }
}

extension String {
  /// Without the quotation marks around it.
  fileprivate var trimmedOfQuotes: String {
    count >= 2 && first == "\"" && last == "\"" ? String(dropFirst().dropLast()) : self
  }
}
