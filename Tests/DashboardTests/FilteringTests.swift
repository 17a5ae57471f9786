import Dashboard
import QueryLanguage
import RegulatoryModel
import TerminalCanvas
import Testing

struct FilteringTests {
  @Test func aPaneNarrowsAllOthersButNotItself() {
    var session = Session()
    let agencies = session.state.rows.agencies.count
    session.type("2 Space")
    #expect(session.state.filterText == "agency:sec")
    #expect(session.state.rows.agencies.count == agencies)
    #expect(session.state.rows.exchanges.map(\.key.id) == ["coinbase", "kraken"])
    #expect(session.state.rows.stories.count == 22)
    #expect(session.text.contains("5 Stories ── agency:sec"))
    #expect(session.statusLine.hasSuffix("agency:sec"))
  }

  @Test func theSameKeyTakesTheFilterOffAgain() {
    var session = Session()
    session.type("2 Space Space")
    #expect(session.state.filtering.isEmpty)
    #expect(session.state.rows.stories.count == 42)
  }

  @Test func anotherRowTakesThePlaceOfTheFirst() {
    var session = Session()
    session.type("2 Space")
    let promised = session.state.rows.agencies[1].stories
    session.type("j Space")
    #expect(session.state.filterText == "agency:fincen")
    #expect(session.state.rows.stories.count == promised)
  }

  @Test func orWidensAndMinusExcludes() {
    var session = Session()
    session.type("2 Space j A")
    #expect(session.state.filterText == "agency:sec OR agency:fincen")
    #expect(session.state.rows.stories.count == 29)
    session.type("A")
    #expect(session.state.filterText == "agency:sec")
    session.type("-")
    #expect(session.state.filterText == "agency:sec -agency:fincen")
    session.type("-")
    #expect(session.state.filterText == "agency:sec")
  }

  @Test func rowsOfTheFilterAreMarked() {
    var session = Session()
    session.type("2 Space j -")
    #expect(session.text.contains("│✓SEC"))
    #expect(session.text.contains("│–FinCEN"))
  }

  @Test func enterOnARowFiltersAndGoesToItsStories() {
    var session = Session()
    session.type("1 j Enter")
    #expect(session.state.filterText == "exchange:binance")
    #expect(session.state.focus == .stories)
    session.type("q")
    #expect(session.state.focus == .exchanges)
    #expect(session.state.filterText == "exchange:binance")
  }

  @Test func escapePeelsOneThingAtATime() {
    var session = Session()
    session.type("2 Space 1 Space 5 /")
    session.enter("custody")
    session.type("Enter /")
    session.enter("welco")
    #expect(session.state.prompt != nil)
    session.type("Esc")
    #expect(session.state.prompt == nil)
    #expect(session.state.filterText == "agency:sec exchange:coinbase custody")
    session.type("Esc")
    #expect(session.state.filterText == "agency:sec exchange:coinbase")
    session.type("Esc")
    #expect(session.state.filterText == "agency:sec")
    session.type("Esc")
    #expect(session.state.filtering.isEmpty)
    session.type("Esc")
    #expect(session.statusLine.contains("No filter is on"))
  }

  @Test func aQueryThatCannotBeReadKeepsTheLastGoodList() throws {
    var session = Session()
    session.type("/")
    session.enter("custody ")
    let good = session.state.rows.stories
    session.effects = []
    session.enter("(")
    #expect(session.state.rows.stories == good)
    #expect(!session.effects.contains { if case .ask = $0 { true } else { false } })
    #expect(session.state.prompt?.fault != nil)
    session.type("Enter")
    #expect(session.state.prompt != nil)
    #expect(session.state.rows.stories == good)
  }

  @Test func anUnknownValueNamesTheNearestOneAndItsPlace() throws {
    var session = Session()
    session.type("/")
    session.enter("custody agency:sek")
    let fault = try #require(session.state.prompt?.fault)
    #expect(fault.column == 15)
    #expect(fault.message.contains("did you mean “sec”"))
    #expect(session.state.filterText == "custody")
  }

  @Test func searchIsLiveAndASearchTakesOneStepBack() {
    var session = Session()
    session.type("/")
    session.enter("sta")
    #expect(session.state.rows.stories.count == 42)
    session.enter("king")
    #expect(session.state.rows.stories.count < 42)
    session.type("Enter")
    #expect(session.state.filterText == "staking")
    session.type("u")
    #expect(session.state.filtering.isEmpty)
    session.type("^R")
    #expect(session.state.filterText == "staking")
  }

  @Test func theFilterIsEditedAsText() {
    var session = Session()
    session.type("2 Space F")
    #expect(session.state.prompt?.line.text == "agency:sec ")
    session.enter("exchange:")
    session.type("Tab")
    #expect(session.state.prompt?.line.text == "agency:sec exchange:binance")
    session.type("Enter")
    #expect(session.state.filterText == "agency:sec exchange:binance")
    #expect(session.text.contains("No stories match."))
  }

  @Test func aStoryWithSeveralThingsAsksWhichToFilterBy() {
    var session = Session()
    session.type("Space")
    #expect(session.text.contains("Filter to"))
    session.type("Down Enter")
    #expect(session.state.filterText == "agency:sec" || session.state.filterText == "exchange:coinbase")
  }

  @Test func theLitMentionIsWhatTheReaderFiltersBy() {
    var session = Session()
    session.type("Enter ]e a")
    #expect(session.state.filterText == "agency:sec")
    #expect(session.state.focus == .reader)
  }

  @Test func savedFiltersAreKeptAppliedAndDeleted() {
    var session = Session()
    session.type("2 Space f Enter")
    session.enter("Desk")
    session.type("Enter")
    #expect(session.deeds().contains(.saveFilter(SavedFilter(name: "Desk", query: "agency:sec"))))
    session.type("Esc f")
    #expect(session.text.contains("Desk"))
    session.type("Enter")
    #expect(session.state.filterText == "agency:sec")
    session.type("Esc f d")
    #expect(session.deeds().contains(.deleteFilter(name: "Desk")))
  }

  @Test func closedBillsAreHiddenUntilAskedFor() {
    var session = Session()
    session.type("3")
    #expect(session.state.rows.bills.count == 3)
    session.type("c")
    #expect(session.state.rows.bills.count == 4)
    #expect(session.text.contains("enacted"))
  }
}
