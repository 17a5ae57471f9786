import Dashboard
import QueryLanguage
import RegulatoryModel
import TerminalCanvas
import Testing

/// New, changed and removed stories never move what a person looks at.
struct ArrivalTests {
  private func arrive(_ session: inout Session, _ count: Int) {
    var added: [StoryID] = []
    for index in 0..<count {
      var entry = session.library.entries[0]
      entry.row.id = StoryID(Int64(20_000 + session.library.entries.count + index))
      entry.row.title = "New arrival \(index)"
      session.library.entries.insert(entry, at: 0)
      added.append(entry.row.id)
    }
    session.library.revision += 1
    session.send(.committed(added: added, changed: [], removed: [], Revision(session.library.revision)))
  }

  private func remove(_ session: inout Session, _ id: StoryID) {
    session.library.entries.removeAll { $0.row.id == id }
    session.send(.committed(added: [], changed: [], removed: [id], Revision(9)))
  }

  @Test(arguments: [0, 3, 20]) func theCursorStaysOnItsStoryAndInItsRow(moves: Int) {
    var session = Session()
    session.type("5")
    for _ in 0..<moves { session.type("j") }
    let title = session.selectedTitle
    let row = session.state.lists[.stories].selected - session.state.lists[.stories].top
    arrive(&session, 3)
    #expect(session.selectedTitle == title)
    #expect(session.state.lists[.stories].selected - session.state.lists[.stories].top == row)
    #expect(session.text.contains("3 new ↑"))
    #expect(session.state.rows.stories.count == 45)
    session.type("gg")
    #expect(!session.text.contains("new ↑"))
    #expect(session.selectedTitle == "New arrival 2")
  }

  @Test func theReaderKeepsItsTextAndItsPlace() {
    var session = Session()
    session.type("j j Enter Space")
    let (top, text) = (session.state.reader.top, session.state.reader.detail?.story.text)
    #expect(top > 0)
    arrive(&session, 5)
    #expect(session.state.reader.top == top)
    #expect(session.state.reader.detail?.story.text == text)
  }

  @Test func aRemovedStoryLeavesTheCursorOnItsNeighbour() throws {
    var session = Session()
    session.type("j j j")
    let next = session.state.rows.stories[4]
    remove(&session, try #require(session.state.selectedStoryID))
    #expect(session.state.selectedStoryID == next)
    session.type("G")
    let before = session.state.rows.stories[session.state.rows.stories.count - 2]
    remove(&session, try #require(session.state.selectedStoryID))
    #expect(session.state.selectedStoryID == before)
  }

  @Test func aStoryThatIsBeingReadMayBeRemoved() throws {
    var session = Session()
    session.type("Enter")
    let id = try #require(session.state.reader.detail?.row.id)
    remove(&session, id)
    #expect(session.state.reader.detail?.row.id == id)
    #expect(session.text.contains("removed from the folder"))
  }

  @Test func aChangedStoryIsShownAtOnceOnlyWhereNothingWasScrolled() throws {
    var session = Session()
    session.type("Enter")
    let id = try #require(session.state.reader.detail?.row.id)
    session.library.entries[0].text += " First change."
    session.send(.committed(added: [], changed: [id], removed: [], Revision(2)))
    #expect(session.state.reader.detail?.story.text.hasSuffix("First change.") == true)
    session.type("Space")
    let top = session.state.reader.top
    session.library.entries[0].text += " Second change."
    session.send(.committed(added: [], changed: [id], removed: [], Revision(3)))
    #expect(session.state.reader.detail?.story.text.hasSuffix("First change.") == true)
    #expect(session.text.contains("changed on disk"))
    session.type("r")
    #expect(session.state.reader.detail?.story.text.hasSuffix("Second change.") == true)
    #expect(session.state.reader.top == top)
  }

  @Test func anOlderAnswerIsDropped() {
    var session = Session()
    session.answers = false
    session.type("2 Space Space")
    let questions = session.effects.compactMap { if case .ask(let request) = $0 { request } else { nil } }
    #expect(questions.count == 2)
    let shown = session.state.rows.stories
    session.send(.answered(session.library.answer(questions[0])))
    #expect(session.state.rows.stories == shown)
    session.send(.answered(session.library.answer(questions[1])))
    #expect(session.state.shown == questions[1])
  }

  @Test func commitsThatComeFasterThanAnswersAskOneAtATime() {
    var session = Session()
    session.answers = false
    for _ in 0..<10 { session.send(.committed(added: [], changed: [], removed: [], Revision(2))) }
    let questions = session.effects.compactMap { if case .ask(let request) = $0 { request } else { nil } }
    #expect(questions.count == 1)
    session.effects = []
    session.send(.answered(session.library.answer(questions[0])))
    #expect(session.effects.contains { if case .ask = $0 { true } else { false } })
  }

  @Test func whileLoadingTheTopIsFollowedUntilTheFirstKey() {
    var session = Session(stories: 3)
    session.send(.progress(LoadProgress(filesDone: 1, filesTotal: 9)))
    arrive(&session, 2)
    #expect(session.state.lists[.stories].selected == 0)
    session.type("j")
    let title = session.selectedTitle
    arrive(&session, 2)
    #expect(session.selectedTitle == title)
  }

  @Test func aFacetCursorStaysOnItsRow() {
    var session = Session()
    session.type("2 j j")
    let name = session.state.rows.agencies[2].name
    session.type("1 Space 2")
    #expect(
      session.state.rows.agencies[session.state.lists[.agencies].selected].name == name || session.state.lists[.agencies].selected == 0)
    session.type("Esc")
    session.type("2 G k")
    let kept = session.state.lists[.agencies].identity
    arrive(&session, 4)
    #expect(session.state.lists[.agencies].identity == kept)
  }

  /// Many stories on an agency that was further down: it rises to the top of its pane.
  private func raise(_ agency: String, in session: inout Session) {
    guard let model = session.library.entries.first(where: { $0.agencies.contains(agency) }) else { return }
    var added: [StoryID] = []
    for index in 0..<40 {
      var entry = model
      entry.agencies = [agency]
      entry.row.isNew = true
      entry.row.id = StoryID(Int64(30_000 + index))
      session.library.entries.append(entry)
      added.append(entry.row.id)
    }
    session.send(.committed(added: added, changed: [], removed: [], Revision(7)))
  }

  @Test(arguments: [true, false]) func theTopOfAPaneStaysInSight(isLoading: Bool) {
    var session = Session()
    session.type("2")
    let first = session.state.rows.agencies.first?.key
    if isLoading { session.send(.progress(LoadProgress(filesDone: 1, filesTotal: 9))) }
    raise("nydfs", in: &session)
    #expect(session.state.rows.agencies.first?.key.id == "nydfs")
    #expect(session.state.lists[.agencies].top == 0)
    let selected = session.state.rows.agencies[session.state.lists[.agencies].selected].key
    #expect(isLoading ? session.state.lists[.agencies].selected == 0 : selected == first)
  }
}
