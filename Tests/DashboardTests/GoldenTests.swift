import Dashboard
import QueryLanguage
import RegulatoryModel
import TerminalCanvas
import Testing

struct GoldenTests {
  static let sizes = [(20, 5), (60, 15), (80, 24), (120, 32), (200, 50)]

  @Test(arguments: sizes) func theDashboardAtEverySize(columns: Int, rows: Int) throws {
    let session = Session(columns: columns, rows: rows)
    try expectGolden("dashboard-\(columns)x\(rows)", session.state)
  }

  @Test(arguments: sizes) func aFilterFromThePanes(columns: Int, rows: Int) throws {
    var session = Session(columns: columns, rows: rows)
    session.type("2 Space")
    try expectGolden("filtered-\(columns)x\(rows)", session.state)
  }

  @Test(arguments: sizes) func aStoryInTheReader(columns: Int, rows: Int) throws {
    var session = Session(columns: columns, rows: rows)
    session.type("Enter ]e ]e")
    try expectGolden("reader-\(columns)x\(rows)", session.state)
  }

  @Test(arguments: [(20, 5), (80, 24), (120, 32)]) func aSearchThatCannotBeRead(columns: Int, rows: Int) throws {
    var session = Session(columns: columns, rows: rows)
    session.type("/")
    session.enter("custody agency:sek")
    try expectGolden("fault-\(columns)x\(rows)", session.state)
  }

  @Test(arguments: sizes) func theCoverage(columns: Int, rows: Int) throws {
    var session = Session(columns: columns, rows: rows)
    session.type("C j")
    try expectGolden("coverage-\(columns)x\(rows)", session.state)
  }

  @Test(arguments: [(80, 24), (120, 32)]) func whyFilesWereNotRead(columns: Int, rows: Int) throws {
    var session = Session(columns: columns, rows: rows)
    session.type("C S-Tab S-Tab j")
    try expectGolden("coverage-reasons-\(columns)x\(rows)", session.state)
  }

  @Test(arguments: [(80, 24), (120, 32)]) func anAgencyThatFellSilent(columns: Int, rows: Int) throws {
    var session = Session(columns: columns, rows: rows)
    session.type("C S-Tab i")
    try expectGolden("coverage-silent-\(columns)x\(rows)", session.state)
  }

  @Test(arguments: [(20, 5), (80, 24)]) func helpOfThisPlace(columns: Int, rows: Int) throws {
    var session = Session(columns: columns, rows: rows)
    session.type("?")
    try expectGolden("help-\(columns)x\(rows)", session.state)
  }

  @Test(arguments: [(20, 5), (80, 24), (120, 32)]) func whyABillStandsWhereItDoes(columns: Int, rows: Int) throws {
    var session = Session(columns: columns, rows: rows)
    session.type("3 i")
    try expectGolden("why-\(columns)x\(rows)", session.state)
  }

  @Test func thePalette() throws {
    var session = Session(columns: 80, rows: 24)
    session.type(":")
    session.enter("co")
    session.type("Down")
    try expectGolden("palette-80x24", session.state)
  }

  @Test func valuesCompleteInAFilter() throws {
    var session = Session()
    session.type("F")
    session.enter("agency:")
    try expectGolden("completion-120x32", session.state)
  }

  @Test func whatCanFollowIsShownAfterAWhile() throws {
    var session = Session(columns: 80, rows: 24)
    session.type("y")
    session.send(.woke(token: session.state.wakeToken))
    try expectGolden("key-hint-80x24", session.state)
  }

  @Test func aMenuOfOrders() throws {
    var session = Session(columns: 80, rows: 24)
    session.type("S")
    try expectGolden("menu-80x24", session.state)
  }

  @Test func loadingShowsItsProgress() throws {
    var session = Session(stories: 7, isSamples: true)
    session.send(.progress(LoadProgress(filesDone: 812, filesTotal: 1_284, bytesPerSecond: 18_200_000, secondsLeft: 12, skipped: 3)))
    try expectGolden("loading-120x32", session.state)
  }

  @Test func beforeTheFirstAnswer() throws {
    let session = Session(starts: false)
    try expectGolden("before-120x32", session.state)
  }

  @Test(arguments: [(20, 5), (120, 32)]) func nothingIsThereYet(columns: Int, rows: Int) throws {
    let session = Session(stories: 0, columns: columns, rows: rows)
    try expectGolden("empty-\(columns)x\(rows)", session.state)
  }

  @Test func nothingMatches() throws {
    var session = Session(columns: 80, rows: 24)
    session.type("/")
    session.enter("zebra")
    session.type("Enter")
    try expectGolden("no-match-80x24", session.state)
  }

  @Test func plainSignsForPlainTerminals() throws {
    var session = Session(columns: 100, rows: 24, glyphs: .ascii)
    session.type("2 Space v")
    try expectGolden("ascii-100x24", session.state)
  }

  @Test func aRangeOfStories() throws {
    var session = Session()
    session.type("j v j j")
    try expectGolden("range-120x32", session.state)
  }

  @Test func aProblemTakesTheLine() throws {
    var session = Session(columns: 80, rows: 24)
    session.send(.problem(Problem("Cannot read inbox/a.html", why: "permission denied", remedy: "chmod +r it")))
    try expectGolden("problem-80x24", session.state)
  }
}
