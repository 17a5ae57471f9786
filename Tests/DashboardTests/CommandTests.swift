import Dashboard
import QueryLanguage
import RegulatoryModel
import TerminalCanvas
import Testing

struct CommandTests {
  private func run(_ command: String, in session: inout Session) {
    session.type(":")
    session.enter(command)
    session.type("Enter")
  }

  @Test(arguments: [
    ("filter agency:sec", "agency:sec"), ("search custody", "custody"), ("fil exchange:kraken", "exchange:kraken"),
  ]) func argumentsAreTaken(command: String, filter: String) {
    var session = Session()
    run(command, in: &session)
    #expect(session.state.filterText == filter)
    #expect(session.state.prompt == nil)
  }

  @Test func ordersThemesAndSettings() {
    var session = Session()
    run("sort title", in: &session)
    #expect(session.state.sort == .title)
    #expect(session.text.contains("by title"))
    run("theme nord", in: &session)
    run("set mouse off", in: &session)
    run("set glyphs ascii", in: &session)
    #expect(session.deeds() == [.setTheme("nord"), .setMouse(false)])
    #expect(session.state.glyphs == .ascii)
    run("theme nrd", in: &session)
    #expect(session.statusLine.contains("did you mean “nord”"))
    run("sort backwards", in: &session)
    #expect(session.statusLine.contains("There is no order “backwards”"))
  }

  @Test func aWrongCommandNamesTheNearest() {
    var session = Session()
    run("exporrt", in: &session)
    #expect(session.statusLine.contains("did you mean “export”"))
  }

  @Test func commandsAreFoundByPartsOfTheirNames() {
    var session = Session()
    session.type(":")
    session.enter("cit")
    #expect(session.state.prompt?.choices.first?.label == "copy-citation")
    #expect(session.state.prompt?.choices.first?.keys == "yc")
    session.type("Tab")
    #expect(session.state.prompt?.line.text == "copy-citation")
    session.type("Enter")
    #expect(session.deeds().count == 1)
  }

  @Test func valuesCompleteBehindACommand() {
    var session = Session()
    session.type(":")
    session.enter("theme n")
    session.type("Tab Enter")
    #expect(session.deeds() == [.setTheme("nord")])
    session.type(":")
    session.enter("filter agency:f")
    session.type("Tab Enter")
    #expect(session.state.filterText == "agency:federal-reserve")
  }

  @Test func linesTypedBeforeComeBack() {
    var session = Session()
    run("sort title", in: &session)
    session.type(":")
    session.enter("zz")
    session.type("^U Up")
    #expect(session.state.prompt?.line.text == "sort title")
    session.type("Esc /")
    session.enter("custody")
    session.type("Enter / Up")
    #expect(session.state.prompt?.line.text == "custody")
    session.type("Down")
    #expect(session.state.prompt?.line.text == "")
  }

  @Test func quittingByHabitWorks() {
    var session = Session()
    run("q", in: &session)
    #expect(session.deeds() == [.noteLook, .quit])
  }

  @Test func stopStopsThenTellsTheWayOut() {
    var session = Session()
    session.send(.progress(LoadProgress(filesDone: 1, filesTotal: 3)))
    session.type("^C")
    #expect(session.deeds() == [.stopLoading])
    session.send(.progress(nil))
    session.type("^C")
    #expect(session.statusLine.contains("Nothing is running"))
    session.type("^C")
    #expect(session.statusLine.contains("press Q"))
  }

  @Test func goingBackAtTheTopNeverLeaves() {
    var session = Session()
    session.type("q q q")
    #expect(session.deeds().isEmpty)
    #expect(session.statusLine.contains("Q leaves regwatch"))
    session.type("Q")
    #expect(session.deeds() == [.noteLook, .quit])
  }

  @Test func pastedTextIsNeverReadAsKeys() {
    var session = Session()
    session.send(.paste("Qqm\n"))
    #expect(session.deeds().isEmpty)
    session.type("/")
    session.send(.paste("stable\ncoin"))
    #expect(session.state.prompt?.line.text == "stable coin")
  }

  @Test func aProblemOutlivesTheNextKey() {
    var session = Session()
    session.send(.problem(Problem("Cannot read a.html", why: "permission denied")))
    session.type("j")
    #expect(session.statusLine.contains("permission denied"))
    session.type("j j j")
    #expect(!session.statusLine.contains("permission denied"))
  }
}
