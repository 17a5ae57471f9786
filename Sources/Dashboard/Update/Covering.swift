import QueryLanguage
import RegulatoryModel
import TerminalCanvas

// The coverage: every file and what became of it. It stays put while files are loaded behind it.

extension DashboardState {
  /// `C`: shows it, or goes back to where it was called from.
  mutating func showCoverage() {
    guard focus != .coverage else { return goBack() }
    let from = focus
    setFocus(.coverage)
    trail = [from]
    askCoverage()
  }

  /// Asks for the totals and the files of the list. One question at a time: while files are loaded, commits come faster than answers.
  mutating func askCoverage() {
    guard coverage.generation == coverage.answered else {
      coverage.asksAgain = true
      return
    }
    coverage.generation += 1
    coverage.asksAgain = false
    emit(.askCoverage(coverageRequest))
  }

  private var coverageRequest: CoverageRequest {
    CoverageRequest(
      statuses: coverage.reason.map { [$0.status] } ?? coverage.tab.statuses, pattern: coverage.reason?.pattern, text: coverage.text,
      sort: coverage.sort, today: today, generation: coverage.generation)
  }

  mutating func take(_ answer: CoverageAnswer) {
    guard answer.request.generation == coverage.generation else { return }
    coverage.answered = coverage.generation
    coverage.failure = nil
    coverage.totals = answer.totals
    // What was asked before the list was changed has the figures that count, and another list's files.
    if answer.request.within([]) == coverageRequest.within([]) { coverage.files = answer.files }
    coverage.markAllStale()
    rows.coverage = coverage.rows
    keepCovered()
    if coverage.asksAgain { askCoverage() }
  }

  mutating func takeCoverageFailure(_ problem: Problem, generation: Int) {
    guard generation == coverage.generation else { return }
    coverage.answered = generation
    coverage.failure = problem
    say(problem)
  }

  /// The cursor stays on its row, wherever that is now; on one that is gone, it stays where it is.
  private mutating func keepCovered() {
    let count = rows.coverage.count
    let height = contentHeight(of: .coverage)
    var list = lists[.coverage]
    if let identity = list.identity, let index = rows.index(of: identity, in: .coverage) {
      list.follow(to: index, count: count, height: height)
    }
    list.keepInSight(count: count, height: height)
    list.identity = rows.identity(at: list.selected, in: .coverage)
    lists[.coverage] = list
  }

  /// Another list, order or search: from its top.
  private mutating func beginCoveredList() {
    lists[.coverage] = ListState()
    if !coverage.tab.listsFiles { rows.coverage = coverage.rows }
    lists[.coverage].identity = coverage.tab.listsFiles ? nil : rows.identity(at: 0, in: .coverage)
    if coverage.tab.listsFiles { rows.coverage = .files(coverage.files) }
    askCoverage()
  }

  mutating func show(_ tab: CoverageView.Tab) {
    coverage.tab = tab
    coverage.reason = nil
    coverage.files = []
    beginCoveredList()
  }

  mutating func stepCoverage(_ direction: Int) {
    let all = CoverageView.Tab.allCases
    show(all[(coverage.tab.rawValue + direction + all.count) % all.count])
  }

  /// `Esc`: the search, then the reason, then the coverage itself.
  mutating func peelCoverage() {
    if !coverage.text.isEmpty {
      searchFiles("")
    } else if coverage.reason != nil {
      show(.reasons)
    } else {
      goBack()
    }
  }

  // MARK: - Searching and sorting

  mutating func beginFileSearch(_ text: String?) {
    if let text { return searchFiles(text) }
    prompt = Prompt(.files, text: coverage.text)
  }

  mutating func searchFiles(_ text: String) {
    let text = text.trimmed
    guard text != coverage.text else { return }
    coverage.text = text
    beginCoveredList()
  }

  mutating func chooseFileSort(_ name: String?) {
    if let name {
      if let sort = FileSort(rawValue: name.lowercased()) { return set(sort) }
      return say("There is no order “\(name)”: \(FileSort.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    overlay = .menu(
      Menu(
        "Order of the files", items: FileSort.allCases.map { Menu.Item($0.label, isCurrent: $0 == coverage.sort, choice: .fileSort($0)) }))
  }

  mutating func set(_ sort: FileSort) {
    coverage.sort = sort
    beginCoveredList()
    say("Files: \(sort.label)")
  }

  // MARK: - What the cursor is on

  private enum Covered {
    case file(FileRecord)
    case reason(ReasonCount)
    case silence(AgencySilence)
  }

  private var covered: Covered? {
    let index = lists[.coverage].selected
    guard index < rows.coverage.count else { return nil }
    switch rows.coverage {
    case .files(let ids): return coverage[ids[index]].map { .file($0) }
    case .reasons(let reasons): return .reason(reasons[index])
    case .silences(let silences): return .silence(silences[index])
    }
  }

  private var coveredFile: FileRecord? { if case .file(let file)? = covered { file } else { nil } }

  /// Enter: a file's first story, or why it has none; a reason's files; an agency's last story.
  mutating func openCovered() {
    switch covered {
    case nil: say("There is nothing to open here")
    case .file(let file):
      guard let story = file.firstStory else { return explainCovered() }
      open(StoryID(story), from: .coverage)
    case .reason(let reason):
      coverage.tab = CoverageView.Tab.allCases.first { $0.statuses == [reason.status] } ?? .trouble
      coverage.reason = reason
      coverage.files = []
      beginCoveredList()
    case .silence(let silence): open(StoryID(silence.lastStory), from: .coverage)
    }
  }

  /// `i`: everything that the ledger has of it.
  mutating func explainCovered() {
    guard let covered else { return say("There is nothing to explain here") }
    var view: WhyView
    switch covered {
    case .file(let file):
      view = WhyView(topic: .file, story: file.firstStory.map { StoryID($0) }, title: "What became of \(file.path.name)")
      view.entries = [CoverageCells.explanation(of: file)]
    case .reason(let reason):
      view = WhyView(topic: .file, story: nil, title: Numbers.counted(reason.files, "file", "files") + ", \(reason.status.label)")
      view.entries = [
        WhyView.Entry(heading: "The reason", sentence: reason.text, notes: ["The first of them: \(reason.example.text)"])
      ]
    case .silence(let silence):
      view = WhyView(topic: .file, story: StoryID(silence.lastStory), title: "Why \(silence.shortName) counts as silent")
      view.entries = [CoverageCells.explanation(of: silence, asOf: coverage.totals?.asOf ?? today)]
    }
    overlay = .why(view)
  }

  mutating func retry() {
    guard let file = coveredFile else { return say("The cursor is on no file") }
    emit(.retry(file.path))
    say("Reading \(file.path.name) again")
  }

  mutating func retryAll() {
    guard progress == nil else { return say("Loading is under way" + (hint(.stop).map { ". \($0) stops it" }.orEmpty)) }
    let count = coverage.count(of: .trouble) ?? 0
    guard count > 0 else { return say("Every file was read whole") }
    emit(.retryAll)
    say("Reading \(Numbers.counted(count, "file", "files")) again")
  }

  mutating func copyFilePath() {
    guard let file = coveredFile else { return say("The cursor is on no file") }
    emit(.copy(file.path.text))
    say("Copied the path")
  }

  mutating func openFile() {
    guard let file = coveredFile else { return say("The cursor is on no file") }
    emit(.openOriginal(path: file.path.text))
  }

  /// Asks for the files that are in sight or will soon be.
  mutating func loadVisibleFiles() {
    guard focus == .coverage, case .files(let ids) = rows.coverage, !ids.isEmpty else { return }
    let height = contentHeight(of: .coverage)
    let top = lists[.coverage].top
    let wanted = coverage.claim(ids[max(0, top - height)..<min(ids.count, top + 2 * height)])
    if !wanted.isEmpty { emit(.loadFiles(wanted)) }
    // The first rows have come: now the cursor has a row of its own.
    if lists[.coverage].identity == nil { lists[.coverage].identity = rows.identity(at: lists[.coverage].selected, in: .coverage) }
  }
}
