import Dashboard
import QueryLanguage
import RegulatoryModel
import TerminalCanvas
import Testing

struct FoldingTests {
  /// Three copies of one story: the rows 2, 4 and 7 of the unfolded list, the last of them published first.
  private func session(columns: Int = 120) -> (Session, copies: [StoryID]) {
    var session = Session(columns: columns)
    let ids = session.state.rows.stories
    let copies = [ids[7], ids[4], ids[2]]
    session.library.folds = [copies]
    session.send(.committed(added: [], changed: [], removed: [], Revision(2)))
    return (session, copies)
  }

  @Test func copiesOfAWireStoryAreOneRowThatSaysHowMany() {
    let (session, copies) = self.session()
    #expect(session.state.rows.stories.count == 40)
    let row = session.screen.first { $0.contains("×3") }
    let title = String(session.state.cache[copies[0]]?.title.prefix(20) ?? "?")
    #expect(row?.contains(title) == true)
    #expect(session.text.contains(" 42 "), "the title counts documents")
  }

  @Test func aFoldOpensBelowItsRowAndFoldsAgainFromAnyCopy() {
    var (session, copies) = self.session()
    let place = session.state.rows.stories.firstIndex(of: copies[0]) ?? 0
    session.type("5 gg")
    for _ in 0..<place { session.type("j") }
    session.type("za")
    #expect(Array(session.state.rows.stories[place...(place + 2)]) == [copies[0], copies[2], copies[1]])
    #expect(session.state.selectedStoryID == copies[0])
    #expect(session.screen.filter { $0.contains("└ ") }.count == 2)
    session.type("j j za")
    #expect(session.state.rows.stories.count == 40)
    #expect(session.state.selectedStoryID == copies[0], "the cursor is on the row that stands for all")
  }

  @Test func allCopiesGetRowsAndAreFoldedAgain() {
    var (session, _) = self.session()
    session.type("5 zR")
    #expect(session.state.rows.stories.count == 42)
    #expect(session.text.contains("every copy"))
    session.type("za")
    #expect(session.statusLine.contains("zM folds them"))
    session.type("zM")
    #expect(session.state.rows.stories.count == 40)
  }

  @Test func aStoryWithoutCopiesSaysSo() {
    var (session, _) = self.session()
    session.type("5 gg za")
    #expect(session.statusLine.contains("no other copy"))
  }

  @Test func countingOnceIsAskedForAndSaid() {
    var (session, _) = self.session()
    session.type("5 zd")
    #expect(session.state.shown?.countsDistinct == true)
    #expect(session.text.contains("counted once"))
  }

  @Test func zoomHasAKeyInEveryPane() {
    var (session, _) = self.session()
    for keys in ["5 zz zz", "6 z z", "1 z z"] {
      let before = session.state.layout.shape
      session.type(keys.split(separator: " ").prefix(2).joined(separator: " "))
      #expect(session.state.layout.shape == .zoomed)
      session.type(String(keys.split(separator: " ")[2]))
      #expect(session.state.layout.shape == before)
    }
  }

  @Test func copiesAreComparedWithTheFirstPublished() {
    var (session, copies) = self.session()
    session.type("5 gg")
    for _ in 0..<(session.state.rows.stories.firstIndex(of: copies[0]) ?? 0) { session.type("j") }
    session.type("zv")
    #expect(session.text.contains("3 copies of this story"))
    #expect(session.text.contains("The first published"))
    #expect(session.text.contains("+ "), "what a copy adds is shown")
    session.type("q gg zv")
    #expect(session.statusLine.contains("no other copy"))
  }
}
