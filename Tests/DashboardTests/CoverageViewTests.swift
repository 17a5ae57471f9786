import Dashboard
import QueryLanguage
import RegulatoryModel
import TerminalCanvas
import Testing

@Suite struct CoverageOnTheScreen {
  private func rows(_ session: Session) -> [Int64] {
    guard case .files(let ids) = session.state.rows.coverage else { return [] }
    return ids
  }

  @Test func itOpensOverTheDashboardAndLeadsBack() {
    var session = Session()
    session.type("2 C")
    #expect(session.state.focus == .coverage)
    #expect(session.state.layout.places.map(\.pane) == [.coverage])
    #expect(rows(session).count == 8, "what was not read whole comes first")
    session.type("q")
    #expect(session.state.focus == .agencies)
    session.type("C C")
    #expect(session.state.focus == .agencies)
    session.type("C Esc")
    #expect(session.state.focus == .agencies)
  }

  @Test(arguments: [("", 8), ("Tab", 1), ("Tab Tab", 1), ("Tab Tab Tab", 6), ("Tab Space s l", 52), ("S-Tab S-Tab S-Tab", 60)])
  func eachStatusHasItsList(_ keys: String, _ count: Int) {
    var session = Session()
    session.type("C " + keys)
    #expect(rows(session).count == count)
  }

  @Test func aReasonLeadsToItsFilesAndBack() {
    var session = Session()
    session.type("C")
    session.type("S-Tab S-Tab Enter")
    #expect(session.state.coverage.tab == .skipped)
    #expect(rows(session).count == 6)
    #expect(session.state.coverage.reason?.text == "files of type .png are not read")
    session.type("Esc")
    #expect(session.state.coverage.tab == .reasons)
  }

  @Test func aFileLeadsToItsStoryAndTheStoryBack() {
    var session = Session()
    session.type("C j Enter")
    #expect(session.state.focus == .reader)
    #expect(session.state.reader.wanted == StoryID(9_993))
    session.type("q")
    #expect(session.state.focus == .coverage)
    #expect(session.state.lists[.coverage].selected == 1)
  }

  @Test func aFileWithoutAStoryShowsItsWholeReason() {
    var session = Session()
    session.type("C Enter")
    guard case .why(let view) = session.state.overlay else {
      Issue.record("no reason is shown")
      return
    }
    #expect(view.entries?.first?.sentence == "failed: the file is damaged: its end is missing")
    session.type("Enter")
    #expect(session.state.overlay == nil)
    #expect(session.state.focus == .coverage)
  }

  @Test func aSilentAgencyLeadsToItsLastStory() {
    var session = Session()
    session.type("C S-Tab i")
    guard case .why(let view) = session.state.overlay else {
      Issue.record("no rule is shown")
      return
    }
    #expect(view.entries?.first?.notes.contains(SilenceRule.words) == true)
    session.type("Enter")
    #expect(session.state.reader.wanted == StoryID(9_990))
  }

  @Test func filesAreReadAgainOnDemand() {
    var session = Session()
    session.type("C")
    session.effects = []
    session.type("r R")
    #expect(session.effects.contains(.retry(DocumentPath("/home/ana/regulation/inbox/2026/story-3.html"))))
    #expect(session.effects.contains(.retryAll))
    session.type("o yp")
    #expect(session.effects.contains(.openOriginal(path: "/home/ana/regulation/inbox/2026/story-3.html")))
    #expect(session.effects.contains(.copy("/home/ana/regulation/inbox/2026/story-3.html")))
  }

  @Test func searchIsLiveAndEscTakesItOff() {
    var session = Session()
    session.type("C /")
    session.enter("PNG")
    #expect(rows(session).count == 6)
    session.type("Enter")
    #expect(session.state.prompt == nil)
    #expect(rows(session).count == 6)
    session.type("Esc")
    #expect(rows(session).count == 8)
    #expect(session.state.focus == .coverage)
  }

  @Test func theCursorStaysOnItsFileWhileFilesAreLoaded() {
    var session = Session()
    session.type("C j j j")
    let before = session.state.lists[.coverage]
    var answer = FakeLibrary.coverage(CoverageRequest(statuses: [.failed, .partly, .skipped], today: FakeLibrary.today))
    session.answers = false
    session.send(.committed(added: [], changed: [], removed: [], Revision(2)))
    answer.request.generation = session.state.coverage.generation
    answer.files.insert(99, at: 0)
    session.send(.coverage(answer))
    #expect(session.state.lists[.coverage].selected == 4)
    #expect(session.state.lists[.coverage].identity == before.identity)
  }

  @Test func oneQuestionAtATimeIsAskedWhileFilesAreLoaded() {
    var session = Session()
    session.type("C")
    session.answers = false
    session.effects = []
    for revision in 2..<10 { session.send(.committed(added: [], changed: [], removed: [], Revision(Int64(revision)))) }
    #expect(session.effects.filter { if case .askCoverage = $0 { true } else { false } }.count == 1)
  }

  @Test func theOrderIsChosen() {
    var session = Session()
    session.type("C S 3")
    #expect(session.state.coverage.sort == .size)
    #expect(rows(session).first == 40)
  }

  @Test(arguments: [(200, 50), (120, 32), (80, 24), (40, 12), (20, 5), (7, 2), (1, 1)])
  func everySizeShowsIt(_ columns: Int, _ rows: Int) {
    var session = Session(columns: columns, rows: rows)
    session.type("C")
    for _ in CoverageView.Tab.allCases {
      #expect(render(session.state, theme: .plain).canvas.size == Size(columns: columns, rows: rows))
      session.type("Tab G i Esc")
    }
  }
}
