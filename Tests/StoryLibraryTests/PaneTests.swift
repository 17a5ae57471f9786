import QueryLanguage
import RegulatoryModel
import Testing

@testable import StoryLibrary

struct PaneTests {
  private static let names = [
    EntityName(key: EntityKey(.agency, "sec"), name: "Securities and Exchange Commission", shortName: "SEC"),
    EntityName(key: EntityKey(.agency, "cftc"), name: "Commodity Futures Trading Commission", shortName: "CFTC"),
  ]

  @Test func aPaneDoesNotNarrowItself() throws {
    let temporary = try TemporaryLibrary(names: Self.names)
    let library = temporary.library
    try library.commit(
      batch([
        file("1", "1", story("a"), findings(exchanges: ["kraken"], agencies: ["sec"])),
        file("2", "2", story("b"), findings(exchanges: ["kraken"], agencies: ["cftc"])),
        file("3", "3", story("c"), findings(exchanges: ["okx"], agencies: ["sec", "cftc"])),
      ]))
    func counts(_ query: Query) throws -> [String] {
      let answer = try library.answer(query)
      return (answer.agencies + answer.exchanges).map { "\($0.shortName) \($0.stories)" }
    }
    #expect(try counts(.id(.agency, "sec")) == ["CFTC 2", "SEC 2", "Kraken 1", "Okx 1"])
    #expect(try counts(.or([.id(.agency, "sec"), .id(.agency, "fca")])) == ["CFTC 2", "SEC 2", "Kraken 1", "Okx 1"])
    #expect(try counts(.not(.id(.agency, "sec"))) == ["CFTC 2", "SEC 2", "Kraken 1"])
    #expect(try counts(.and([.id(.agency, "sec"), .id(.exchange, "okx")])) == ["CFTC 1", "SEC 1", "Kraken 1", "Okx 1"])
    // Mixed with anything else, a filter is no pane's own.
    #expect(try counts(.or([.id(.agency, "sec"), .word("nothing")])) == ["SEC 2", "CFTC 1", "Kraken 1", "Okx 1"])
  }

  @Test func whatIsNewComesFirst() throws {
    let temporary = try TemporaryLibrary(names: Self.names)
    let library = temporary.library
    try library.commit(batch((0..<5).map { file("\($0)", "\($0)", story("a"), findings(agencies: ["sec"])) }))
    try library.noteLook(on: today)
    try library.commit(batch([file("n", "n", story("b"), findings(agencies: ["cftc"]))]))
    let rows = try library.answer().agencies
    #expect(rows.map(\.shortName) == ["CFTC", "SEC"])
    #expect(rows.map(\.new) == [1, 0] && rows.map(\.stories) == [1, 5])
    #expect(rows[0].name == "Commodity Futures Trading Commission")
  }

  // MARK: - Bills

  @Test(arguments: [
    (bill("us/119/hr/1", number: "H.R. 1", title: "An act", aliases: ["NICK"]), "H.R. 1", "its number"),
    (bill("us/named/x", title: "A very long title of an act that nobody says", aliases: ["GENIUS Act"]), "GENIUS Act", "its short name"),
    (bill("us/named/x", title: "Clarity Act"), "Clarity Act", "its title"),
    (bill("us/unnamed/warren/crypto-mixers", sponsor: "Elizabeth Warren"), "Warren: crypto mixers", "sponsor and subject"),
    (bill("us/unnamed/lummis/tax", sponsor: "Sen. Cynthia M. Lummis Jr. (R-Wyo.)"), "Lummis: tax", "only the sponsor's family name"),
    (bill("us/unnamed/warren/crypto-mixers"), "crypto mixers", "its subject"),
    (bill("us/odd", sponsor: "Ann Lee"), "Lee’s bill", "its sponsor"),
    (bill("us/odd"), "us/odd", "its id, where there is nothing else"),
  ])
  func aBillIsCalledBy(found: BillFinding, label: String, note: String) throws {
    let temporary = try TemporaryLibrary()
    try temporary.library.commit(batch([file("1", "1", story("a"), findings(bills: [found]))]))
    #expect(try temporary.library.answer().bills.map(\.label) == [label], "\(note)")
  }

  @Test func storiesOnOneBillJoinWhateverTheyArriveIn() throws {
    let id = "us/119/s/2"
    let files = [
      file("1", "1", story("a", date: "2026-03-01"), findings(bills: [bill(id, number: "S. 2", stages: [(.introduced, "2026-02-27")])])),
      file("2", "2", story("b", date: "2026-05-01"), findings(bills: [bill(id, sponsor: "Elizabeth Warren", stages: [(.committee, nil)])])),
      file("3", "3", story("c", date: "2026-04-01"), findings(bills: [bill(id, number: "S. 2", title: "T", stages: [(.committee, nil)])])),
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
      let temporary = try TemporaryLibrary()
      for place in order { try temporary.library.commit(batch([files[place]])) }
      let row = try #require(try temporary.library.answer().bills.first)
      #expect(row.label == "S. 2" && row.title == "T" && row.sponsor == "Elizabeth Warren" && row.stories == 3)
      #expect(row.stage == .committee && row.stageDate == day("2026-04-01") && !row.isStageDated)
      let evidence = try #require(row.evidence)
      #expect(try temporary.library.detail(of: evidence.story)?.story.text == "c")
      #expect(temporary.library.claims(onBill: id).count == 3)
      #expect(BillLadder(claims: temporary.library.claims(onBill: id)).current?.stage == .committee)
      #expect(try temporary.library.texts(.field(.sponsor, .name("warren"))).count == 3)
      #expect(try temporary.library.texts(.id(.stage, "committee")).count == 3)
    }
  }

  @Test func closedBillsAndGeneralLawShowOnlyWhenAskedFor() throws {
    let temporary = try TemporaryLibrary()
    let library = temporary.library
    try library.commit(
      batch([
        file(
          "1", "1", story("a"),
          findings(bills: [
            bill("us/1", number: "open", stages: [(.committee, nil)]), bill("us/2", number: "enacted", stages: [(.enacted, nil)]),
            bill("us/3", number: "law", isGeneralLaw: true),
          ]))
      ]))
    func labels(_ query: Query, closed: Bool = false) throws -> [String] {
      try library.answer(query, includesClosedBills: closed).bills.map(\.label)
    }
    #expect(try labels(.everything) == ["open"])
    #expect(try labels(.everything, closed: true) == ["enacted", "open", "law"])
    #expect(try labels(.id(.bill, "us/2")) == ["enacted", "open"])
    #expect(try labels(.id(.bill, "us/3")) == ["open", "law"])
    #expect(try labels(.id(.stage, "enacted")) == ["enacted", "open"])
  }

  @Test func anAnswerThatIsStillBeingWorkedOutTakesNothingFromTheNext() throws {
    let temporary = try TemporaryLibrary()
    let library = temporary.library
    try library.commit(batch([file("1", "1", story("a"), findings(bills: [bill("us/1", stages: [(.introduced, nil)])]))]))
    let before = library.index
    try library.commit(batch([file("2", "2", story("b"), findings(bills: [bill("us/1", stages: [(.committee, nil)])]))]))
    #expect(before.billFacts.map(\.rung?.stage) == [.introduced])
    #expect(try library.answer().bills.map(\.stage) == [.committee])
  }

  @Test(arguments: 0..<100) func theDecidingClaimsMakeTheSameLadderAsAllClaims(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var standing = BillStanding()
    let stages = random.chance(50) ? BillStage.allCases : BillStage.allCases.filter(\.isOpen)
    var claims: [BillLadder.Claim] = []
    for number in 0..<Int.random(in: 1...40, using: &random) {
      let days = (0..<2).map { _ in today.adding(days: -Int.random(in: 0...30, using: &random)) }
      claims.append(
        BillLadder.Claim(
          stage: random.pick(stages), date: random.chance(50) ? days[0] : nil, storyDate: days[1], story: StoryID(Int64(number % 9)),
          span: 0..<Int.random(in: 1...2, using: &random), rule: RuleID(random.pick(["a", "b"]))))
      standing.add(claims[number])
      let (ours, theirs) = (standing.ladder { claims }, BillLadder(claims: claims))
      #expect(ours.current?.claim == theirs.current?.claim && ours.current?.date == theirs.current?.date)
      #expect(ours.conflicts == theirs.conflicts)
    }
  }

  // MARK: - Volatility

  @Test func oneMoveToldBySeveralStoriesIsOneRow() throws {
    let temporary = try TemporaryLibrary()
    let library = temporary.library
    try library.commit(
      batch([
        file("1", "1", story("a", date: "2026-11-01"), findings(notes: [note("BTC", .down, 1520, date: "2026-10-31")])),
        file(
          "2", "2", story("b", date: "2026-11-02"), findings(notes: [note("BTC", .down, 1520, date: "2026-10-31"), note("ETH", .up, 850)])),
        file("3", "3", story("c", date: "2026-11-02"), findings(notes: [note("BTC", .up, 1520, date: "2026-10-31")])),
      ]))
    let rows = try library.answer().volatility
    #expect(
      rows.map { "\($0.note.asset) \($0.note.signedBasisPoints) \($0.date) \($0.stories)" } == [
        "ETH 850 2026-11-02 1", "BTC 1520 2026-10-31 1", "BTC -1520 2026-10-31 2",
      ])
    #expect(try library.detail(of: rows[2].place.story)?.story.text == "b", "the newest story that tells it")
    // The pane is not narrowed by what it is asked for, the list is.
    let answer = try library.answer(.field(.move, .move(MoveBound(relation: .less, basisPoints: -1000))))
    #expect(answer.stories.count == 2 && answer.volatility.count == 3)
  }

  @Test func aMoveIsNewOnlyWhereNoEarlierStoryToldIt() throws {
    let temporary = try TemporaryLibrary()
    let library = temporary.library
    try library.commit(batch([file("1", "1", story("a"), findings(notes: [note("BTC", .down, 1520, date: "2026-10-31")]))]))
    try library.noteLook(on: today)
    try library.commit(
      batch([file("2", "2", story("b"), findings(notes: [note("BTC", .down, 1520, date: "2026-10-31"), note("ETH", .up, 5)]))]))
    #expect(try library.answer().volatility.map(\.isNew) == [true, false])
  }

  @Test func theNewestThousandMovesAreShownWhateverTheFilter() throws {
    let temporary = try TemporaryLibrary()
    let library = temporary.library
    let files = (0..<1300).map { number in
      let date = "\(today.adding(days: -number / 3))"
      return file("\(number)", "\(number)", story("all", date: date), findings(agencies: ["sec"], notes: [note("BTC", .up, number + 1)]))
    }
    try library.commit(batch(files + [file("other", "other", story("other"))]))
    for query in [Query.everything, .id(.agency, "sec"), .word("all")] {
      let rows = try library.answer(query).volatility
      #expect(rows.count == VolatilityRows.limit)
      #expect(rows.map(\.date) == rows.map(\.date).sorted(by: >) && rows.first?.date == today)
    }
  }
}
