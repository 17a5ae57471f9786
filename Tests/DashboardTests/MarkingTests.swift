import Dashboard
import QueryLanguage
import RegulatoryModel
import TerminalCanvas
import Testing

struct MarkingTests {
  @Test func onlyOpeningAStoryMarksItAsRead() {
    var session = Session()
    session.type("j k")
    #expect(session.deeds().isEmpty)
    #expect(session.state.cache[session.state.rows.stories[0]]?.isUnread == true)
    session.type("Enter")
    #expect(session.deeds() == [.setMark(.read, [session.state.rows.stories[0]], true)])
    #expect(session.state.cache[session.state.rows.stories[0]]?.isUnread == false)
  }

  @Test func whatOpeningDidCanBeTakenBack() {
    var session = Session()
    session.type("Enter u")
    #expect(session.state.cache[session.state.rows.stories[0]]?.isUnread == true)
    session.type("^R")
    #expect(session.state.cache[session.state.rows.stories[0]]?.isUnread == false)
  }

  @Test func aRangeIsMarkedAtOnceAndTakenBackExactly() {
    var session = Session()
    let ids = Array(session.state.rows.stories[0...4])
    let before = ids.map { session.state.cache[$0]?.isUnread }
    session.type("v j j j j m")
    #expect(session.statusLine.contains("2 stories marked as read"))
    #expect(session.state.lists[.stories].anchor == nil)
    #expect(ids.allSatisfy { session.state.cache[$0]?.isUnread == false })
    session.type("u")
    #expect(ids.map { session.state.cache[$0]?.isUnread } == before)
    #expect(session.library.entries.prefix(5).map(\.row.isUnread) == before.map { $0 == true })
  }

  @Test func aStarIsSetAndTakenOff() {
    var session = Session()
    session.type("*")
    #expect(session.state.cache[session.state.rows.stories[0]]?.isStarred == true)
    #expect(session.text.contains("★"))
    session.type("*")
    #expect(session.state.cache[session.state.rows.stories[0]]?.isStarred == false)
  }

  @Test func aTagIsTypedCompletedAndTakenOff() {
    var session = Session()
    session.type("t")
    session.enter("dr")
    session.type("Tab Enter")
    #expect(session.deeds() == [.setTag("draft", [session.state.rows.stories[0]], true)])
    #expect(session.text.contains("#draft"))
    session.type("T Tab Enter")
    #expect(session.state.cache[session.state.rows.stories[0]]?.tags == [])
    session.type("u")
    #expect(session.state.cache[session.state.rows.stories[0]]?.tags == ["draft"])
  }

  @Test func theDotRepeatsTheLastMark() {
    var session = Session()
    session.type("t")
    session.enter("desk")
    session.type("Enter j j .")
    #expect(session.state.cache[session.state.rows.stories[2]]?.tags == ["desk"])
  }

  @Test func aMarkWaitsForRowsThatAreNotThereYet() {
    var session = Session(stories: 600)
    session.answers = false
    session.type("v G m")
    #expect(session.deeds().isEmpty)
    #expect(session.state.waiting != nil)
    session.answers = true
    session.send(.rowsLoaded(session.library.entries.map(\.row)))
    #expect(session.deeds().contains { if case .setMark(.read, let ids, true) = $0 { ids.count == 200 } else { false } })
  }

  @Test func nothingToTakeBackSaysSo() {
    var session = Session()
    session.type("u")
    #expect(session.statusLine.contains("Nothing to take back"))
    session.type("^R")
    #expect(session.statusLine.contains("Nothing to do again"))
  }

  @Test func theNextUnreadIsFoundBeyondWhatIsLoaded() {
    var session = Session(stories: 3_000)
    for index in session.library.entries.indices { session.library.entries[index].row.isUnread = index == 2_345 }
    session.send(.committed(added: [], changed: session.library.entries.map(\.row.id), removed: [], Revision(2)))
    session.type("]u")
    #expect(session.state.lists[.stories].selected == 2_345)
    session.type("]u")
    #expect(session.statusLine.contains("No unread story further down"))
    session.type("gg [u")
    #expect(session.state.lists[.stories].selected == 0)
  }
}
