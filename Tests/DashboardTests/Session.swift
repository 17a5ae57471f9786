import Dashboard
import QueryLanguage
import RegulatoryModel
import TerminalCanvas

/// A person at the dashboard, with a library behind it that answers at once.
struct Session {
  var state: DashboardState
  var library: FakeLibrary
  /// Everything asked for since the last look at it.
  var effects: [Effect] = []
  /// False holds answers back, as a slow library does.
  var answers = true

  init(
    stories: Int = 42, columns: Int = 120, rows: Int = 32, preset: KeyPreset = .vim, glyphs: Glyphs = .unicode, isSamples: Bool = false,
    starts: Bool = true
  ) {
    library = FakeLibrary(stories: stories)
    state = DashboardState(
      DashboardSetup(
        folders: ["~/regulation"], isSamples: isSamples, size: Size(columns: columns, rows: rows), today: FakeLibrary.today,
        keyMap: KeyMap(preset: preset), glyphs: glyphs,
        ruleWords: [
          "name": RuleWords("a name from the list of names", confidence: "Certain: the text says it."),
          "stage.passed": RuleWords("a chamber “passes” the bill", confidence: "Strong: the words beside it say so."),
        ]))
    guard starts else { return }
    carryOut(start(&state))
    send(.watching(WatchState(mode: .watching, folders: 2)))
    send(.vocabulary(library.vocabulary))
    send(.themes(["nord", "paper", "plain"], current: "plain"))
    effects = []
  }

  mutating func send(_ message: Message) { carryOut(update(&state, with: message)) }

  /// Types keys as help names them, blanks between: "j j Enter gg".
  mutating func type(_ keys: String) {
    for word in keys.split(separator: " ") {
      guard let sequence = KeySequence(name: String(word)) else { fatalError("\(word) is no key") }
      for key in sequence.keys { send(.key(key)) }
    }
  }

  /// Types text letter by letter.
  mutating func enter(_ text: String) { for character in text { send(.key(.character(character))) } }

  mutating func carryOut(_ new: [Effect]) {
    effects += new
    guard answers else { return }
    for effect in new {
      switch effect {
      case .ask(let request): send(.answered(library.answer(request)))
      case .loadRows(let ids):
        let wanted = Set(ids)
        send(.rowsLoaded(library.entries.map(\.row).filter { wanted.contains($0.id) }))
      case .openStory(let id, let query):
        if let (detail, hits) = library.detail(id, query: query) { send(.storyLoaded(detail, hits: hits)) } else { send(.storyMissing(id)) }
      case .setMark(let mark, let ids, let value):
        library.set(ids) { if mark == .read { $0.isUnread = !value } else { $0.isStarred = value } }
      case .setTag(let name, let ids, let adds):
        library.set(ids) { row in
          row.tags.removeAll { $0 == name }
          if adds { row.tags.append(name) }
        }
      case .saveFilter(let filter):
        library.saved.append(filter)
        send(.savedFilters(library.saved))
      case .deleteFilter(let name):
        library.saved.removeAll { $0.name == name }
        send(.savedFilters(library.saved))
      case .findCopies(let id):
        let fold = library.folds.first { $0.contains(id) } ?? [id]
        send(.copies(id, fold.compactMap { library.detail($0, query: .everything)?.0 }))
      case .findEvidence(let key, let query):
        let request = DashboardRequest(query: query, sort: .newest, today: FakeLibrary.today)
        send(.evidence(key, library.answer(request).stories.prefix(5).compactMap { library.detail($0, query: query)?.0 }))
      case .correct(let request):
        let record = CorrectionRecord(label: request.label, file: "corrections.toml", addition: Array("[[deny]]".utf8))
        send(.corrected(record, changed: 12))
      case .takeBack, .correctAgain: send(.notice("12 stories changed"))
      case .askCoverage(let request): send(.coverage(FakeLibrary.coverage(request)))
      case .loadFiles(let ids): send(.filesLoaded(FakeLibrary.files.filter { ids.contains($0.id) }))
      case .retry, .retryAll: break
      case .reloadNames, .copy, .openOriginal, .openAddress, .edit, .pipe, .export, .rescan, .stopLoading, .setTheme, .setMouse, .suspend,
        .redraw,
        .noteLook, .wakeAfter, .setTitle, .quit:
        break
      }
    }
  }

  /// The effects since the last look that are not questions or titles.
  mutating func deeds() -> [Effect] {
    defer { effects = [] }
    return effects.filter { effect in
      switch effect {
      case .ask, .loadRows, .openStory, .setTitle, .wakeAfter: false
      default: true
      }
    }
  }

  var frame: Frame { render(state, theme: .plain) }
  var screen: [String] { frame.canvas.lines }
  var text: String { screen.joined(separator: "\n") }
  var statusLine: String { screen.last ?? "" }
  var selectedTitle: String? { state.selectedStoryID.flatMap { state.cache[$0]?.title } }
}

extension DashboardState {
  var selectedStoryID: StoryID? {
    let index = lists[.stories].selected
    return index < rows.stories.count ? rows.stories[index] : nil
  }

  var filterText: String { filtering.query.description }
}
