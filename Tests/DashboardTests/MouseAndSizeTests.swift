import Dashboard
import QueryLanguage
import RegulatoryModel
import TerminalCanvas
import Testing

struct MouseAndSizeTests {
  private func click(_ session: inout Session, on text: String, _ kind: MouseEvent.Kind = .press) throws {
    let lines = session.screen
    let row = try #require(lines.firstIndex { $0.contains(text) })
    let range = try #require(lines[row].ranges(of: text).first)
    session.send(.mouse(MouseEvent(kind: kind, column: lines[row].distance(from: lines[row].startIndex, to: range.lowerBound), row: row)))
  }

  @Test func aClickSelectsAndADoubleClickOpens() throws {
    var session = Session()
    try click(&session, on: "FinCEN   ")
    #expect(session.state.focus == .agencies)
    #expect(session.state.lists[.agencies].selected == 1)
    try click(&session, on: "Kraken settles", .doubleClick)
    #expect(session.state.focus == .reader)
    #expect(session.state.reader.detail?.row.title == "Kraken settles over staking programme")
  }

  @Test func theWheelScrollsWhatIsUnderIt() throws {
    var session = Session()
    try click(&session, on: "WASHINGTON", .wheelDown)
    #expect(session.state.focus == .stories)
    #expect(session.state.reader.top == 3)
    try click(&session, on: "Net capital", .wheelDown)
    #expect(session.state.lists[.stories].top == 3)
  }

  @Test func titlesAndTabsAreClicked() throws {
    var session = Session(columns: 80, rows: 24)
    try click(&session, on: "3 Open legislation")
    #expect(session.state.focus == .legislation)
    #expect(session.text.contains("H.R. 3633"))
    session.send(.resized(Size(columns: 50, rows: 12)))
    try click(&session, on: "2 Agen")
    #expect(session.state.focus == .agencies)
  }

  @Test func aClickOnAMentionLightsIt() throws {
    var session = Session()
    try click(&session, on: "Securities and Exchange Commission said")
    #expect(session.statusLine.contains("agency Securities and Exchange Commission"))
  }

  @Test func aMenuIsClickedAndClosedByAClickBesideIt() throws {
    var session = Session()
    session.type("S")
    try click(&session, on: "oldest first")
    #expect(session.state.sort == .oldest)
    session.type("S")
    session.send(.mouse(MouseEvent(kind: .press, column: 0, row: 0)))
    #expect(session.state.overlay == nil)
  }

  @Test func aMouseThatIsOffDoesNothing() throws {
    var session = Session()
    session.state.hasMouse = false
    try click(&session, on: "FinCEN   ")
    #expect(session.state.focus == .stories)
  }

  @Test(arguments: [(1, 1), (2, 2), (3, 1), (1, 3), (8, 3), (20, 5), (59, 40), (300, 10), (60, 16), (100, 24), (400, 120)])
  func noSizeIsRefused(columns: Int, rows: Int) {
    var session = Session()
    session.send(.resized(Size(columns: columns, rows: rows)))
    for keys in ["", "2 Space", "Enter", ":", "Esc ?", "Esc S", "Esc 3 i", "Esc z", "5 / a", "Esc y"] {
      session.type(keys)
      #expect(session.frame.canvas.size == Size(columns: columns, rows: rows))
    }
  }

  @Test func everyPaneIsReachableAndNamedAtTwentyByFive() {
    var session = Session(columns: 20, rows: 5)
    for pane in PaneID.numbered {
      session.type("\(pane.rawValue)")
      #expect(session.screen[0].contains("\(pane.rawValue) \(PaneDescription.of(pane).tab)"))
      #expect(!session.screen[1].isEmpty)
    }
  }

  @Test func panesGrowAndShrink() {
    var session = Session()
    session.type("6 +")
    #expect((session.state.layout.content(of: .reader)?.height ?? 0) > 20)
    session.type("+")
    #expect(session.state.layout.shape == .zoomed)
    session.type("_ _ z")
    #expect(session.state.layout.shape == .zoomed)
    session.type("q")
    #expect(session.state.layout.shape == .full)
  }

  @Test(arguments: [20, 40, 59, 80, 120], PaneID.allCases) func theWayToHelpIsAlwaysNamed(columns: Int, pane: PaneID) {
    var session = Session(columns: columns, rows: 16)
    session.type(pane == .coverage ? "C" : String(pane.rawValue))
    #expect(session.statusLine.contains("? help"), "\(session.statusLine)")
  }

  @Test(arguments: [60, 80, 100, 120, 200]) func longFoldersNeverHideTheFigures(columns: Int) {
    var session = Session(columns: columns, rows: 32)
    session.state.folders = ["/srv/regulation/united-states/press-releases", "/srv/regulation/european-union/notices", "/srv/markets"]
    let header = session.screen.first ?? ""
    #expect(header.contains("42 stories") && header.contains("3 new"), "\(header)")
  }
}
