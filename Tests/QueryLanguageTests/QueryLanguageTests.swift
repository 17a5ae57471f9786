import QueryLanguage
import RegulatoryModel
import TestSupport
import Testing

private let vocabulary = Vocabulary([
  .agency: [
    .init(id: "sec", name: "Securities and Exchange Commission", aliases: ["SEC", "S.E.C."]),
    .init(id: "fincen", name: "Financial Crimes Enforcement Network", aliases: ["FinCEN"]),
  ],
  .exchange: [
    .init(id: "binance", name: "Binance"), .init(id: "binance-us", name: "Binance.US"), .init(id: "crypto-com", name: "Crypto.com"),
  ],
  .bill: [
    .init(id: "us/119/hr/3633", name: "H.R. 3633", aliases: ["CLARITY Act"]), .init(id: "us/118/hr/3633", name: "H.R. 3633 (118th)"),
    .init(id: "eu/2023/1114", name: "MiCA"),
  ],
  .asset: [.init(id: "BTC", name: "Bitcoin")],
  .sponsor: [.init(id: "Elizabeth Warren", name: "Elizabeth Warren")],
])

private func parse(_ text: String) throws(QuerySyntaxError) -> Query { try Query(parsing: text, vocabulary: vocabulary) }

@Suite struct QueryParsing {
  @Test(arguments: [
    ("", Query.everything, "nothing asks for everything"),
    ("stablecoin reserves", .and([.text(.word("stablecoin")), .text(.word("reserves"))]), "bare words are all wanted"),
    ("\"market structure\"", .text(.phrase(["market", "structure"])), "a phrase"),
    ("“market structure”", .text(.phrase(["market", "structure"])), "curly marks do as well"),
    ("stable*", .text(.prefix("stable")), "a prefix"),
    ("IOS", .text(.word("IOS")), "a word in capitals is a word"),
    ("10:30", .text(.word("10:30")), "a time is no field"),
    ("https://sec.gov/x", .text(.word("https://sec.gov/x")), "an address is no field"),
    ("agency:sec", .field(.agency, .id("sec")), "a field"),
    ("AGENCY:SEC", .field(.agency, .id("sec")), "in any case"),
    ("agency:\"Securities and Exchange Commission\"", .field(.agency, .id("sec")), "any alias"),
    ("bill:hr3633", .field(.bill, .id("us/119/hr/3633")), "a number means the latest Congress"),
    ("bill:hr3633-118", .field(.bill, .id("us/118/hr/3633")), "unless it is named"),
    ("bill:\"clarity act\"", .field(.bill, .id("us/119/hr/3633")), "a nickname"),
    ("asset:btc", .field(.asset, .id("BTC")), "an asset"),
    ("-agency:sec", .not(.field(.agency, .id("sec"))), "exclusion"),
    ("NOT fraud", .not(.text(.word("fraud"))), "exclusion in words"),
    ("a OR b c", .or([.text(.word("a")), .and([.text(.word("b")), .text(.word("c"))])]), "OR binds weaker"),
    ("(a OR b) c", .and([.or([.text(.word("a")), .text(.word("b"))]), .text(.word("c"))]), "brackets group"),
    ("a AND b", .and([.text(.word("a")), .text(.word("b"))]), "AND may be written"),
    ("move:>10", .field(.move, .move(MoveBound(relation: .more, basisPoints: 1000))), "a rise"),
    ("move:<-5", .field(.move, .move(MoveBound(relation: .less, basisPoints: -500))), "a fall"),
    (
      "date:2026-01..2026-03",
      .field(.date, .days(DaySpan(from: .day(year: 2026, month: 1, day: nil), to: .day(year: 2026, month: 3, day: nil), isSingle: false))),
      "months"
    ),
    ("added:today", .field(.added, .days(DaySpan(from: .today, to: .today, isSingle: true))), "today"),
    ("sponsor:warren", .field(.sponsor, .name("warren")), "part of a name"),
  ])
  func whatIsWrittenIsWhatIsAsked(text: String, query: Query, note: Comment) throws {
    #expect(try parse(text) == query, note)
  }

  @Test(arguments: [
    ("agencie:sec", 0, 7, String?("agency"), "an unknown field"),
    ("fraud agency:sce", 13, 3, "sec", "an unknown value, at its place"),
    ("exchange:binanc", 9, 6, "binance", "the start of a value"),
    ("sponsor:waren", 8, 5, nil, "a name"),
    ("\"open", 0, 5, nil, "an open quotation mark"),
    ("(a OR b", 0, 1, nil, "an open bracket"),
    ("a)", 1, 1, nil, "a closing bracket too many"),
    ("a OR", 4, 1, nil, "an operator without its term"),
    ("NOT", 3, 1, nil, "nothing to exclude"),
    ("agency:", 7, 1, nil, "a field without a value"),
    ("date:tomorrowish", 5, 11, nil, "no date"),
    ("move:big", 5, 3, nil, "no move"),
    ("&", 0, 1, nil, "nothing to search for"),
  ])
  func aMistakeIsPointedAt(text: String, column: Int, length: Int, suggestion: String?, note: Comment) throws {
    let error = try #require(throws: QuerySyntaxError.self) { try parse(text) }
    #expect(error.column == column, note)
    #expect(error.length == length, note)
    if let suggestion { #expect(error.suggestion == suggestion, note) }
  }

  @Test(arguments: ["a\u{71C}N\u{0}\u{0}:a\r\n\u{5BB}g", "\u{301}", "(\u{301}a)", "a \u{200B}b", "\"\u{301}x y\"", "-\u{5BB}a"])
  func straySignsAreLeftOutAndTheRestIsReadBack(text: String) throws {
    guard let query = try? Query(parsing: text, vocabulary: Vocabulary()) else { return }
    #expect(try Query(parsing: query.description, vocabulary: Vocabulary()) == query)
    #expect(!query.description.unicodeScalars.contains { $0.value == 0 || $0 == "\u{200B}" })
  }

  @Test func manyOpenBracketsAreRefusedAndDoNotOverflow() {
    #expect(throws: QuerySyntaxError.self) { try parse(String(repeating: "(", count: 100_000) + "a") }
    #expect(throws: QuerySyntaxError.self) { try parse(String(repeating: "-", count: 100_000) + "a") }
  }
}

@Suite struct QueryPrinting {
  @Test(arguments: 0..<400)
  func anyQueryReadsBackAsItWas(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let query = randomQuery(depth: 4, &random)
    let printed = query.description
    #expect(try parse(printed) == query, "printed as \(printed)")
  }

  private func randomQuery(depth: Int, _ random: inout SplitMix64) -> Query {
    func pick<T>(_ items: [T]) -> T { items[Int(random.next() % UInt64(items.count))] }
    let leaves: [Query] = [
      .text(.word(pick(["fraud", "AND", "OR", "a\"b", "is:x", "-minus", "x*", "é", "(", "back\\slash", "H.R."].filter { $0 != "(" }))),
      .text(.prefix("stable")),
      .text(.phrase(["market", pick(["structure", "OR", "\"", "\\"])])), .field(.agency, .id(pick(["sec", "fincen"]))),
      .field(.bill, .id(pick(["us/119/hr/3633", "us/118/hr/3633", "eu/2023/1114"]))),
      .field(.sponsor, .name(pick(["warren", "Elizabeth Warren"]))),
      .field(.kind, .id("press-release")), .field(.is, .id("unread")), .field(.stage, .id("passed-house")), .field(.asset, .id("BTC")),
      .field(.move, .move(MoveBound(relation: pick([.more, .atLeast, .less, .atMost]), basisPoints: pick([1000, -550, 5, 1234])))),
      .field(
        .date,
        .days(
          DaySpan(
            from: pick([.day(year: 2026, month: 1, day: 3), .ago(count: 7, unit: .days), .open]),
            to: pick([.today, .day(year: 2027, month: nil, day: nil)]), isSingle: false))),
    ]
    guard depth > 0 else { return pick(leaves) }
    switch random.next() % 4 {
    case 0: return pick(leaves)
    case 1: return .not(randomQuery(depth: depth - 1, &random))
    case 2: return Query.all(of: (0..<3).map { _ in randomQuery(depth: depth - 1, &random) })
    default: return Query.any(of: (0..<3).map { _ in randomQuery(depth: depth - 1, &random) })
    }
  }
}

@Suite struct QueryDates {
  let today = CalendarDay(iso: "2026-11-22")

  @Test(arguments: [
    ("2026", String?("2026-01-01"), String?("2026-12-31")), ("2026-02", "2026-02-01", "2026-02-28"),
    ("2026-01..2026-03", "2026-01-01", "2026-03-31"),
    ("7d..", "2026-11-15", nil), ("7d", "2026-11-15", "2026-11-22"), ("today", "2026-11-22", "2026-11-22"),
    ("..yesterday", nil, "2026-11-21"),
    ("1m..+2w", "2026-10-22", "2026-12-06"), ("1y..", "2025-11-22", nil),
  ])
  func spansMeanTheseDays(text: String, from: String?, to: String?) throws {
    let span = try #require(DaySpan(parsing: text))
    let resolved = span.resolved(today: try #require(today))
    #expect(resolved.from?.description == from)
    #expect(resolved.to?.description == to)
  }

  @Test(arguments: ["", "..", "2026-13", "2026-02-30", "7x", "1", "2026-1-2-3", "99999999999999999999d", "٧d"])
  func whatIsNoSpanIsRefused(text: String) { #expect(DaySpan(parsing: text) == nil) }
}

@Suite struct QueryChanges {
  @Test func aValueIsAddedWidenedExcludedAndTakenOff() throws {
    let start = try parse("stablecoin")
    let sec = start.adding(.agency, "sec")
    #expect(sec.description == "stablecoin agency:sec")
    #expect(sec.adding(.agency, "sec") == sec)
    let either = sec.widening(.agency, "fincen")
    #expect(either.description == "stablecoin (agency:sec OR agency:fincen)")
    #expect(either.removing(.agency, "sec").description == "stablecoin agency:fincen")
    #expect(either.chosenValues(of: .agency).wanted == ["sec", "fincen"])
    let without = sec.excluding(.agency, "sec")
    #expect(without.description == "stablecoin -agency:sec")
    #expect(without.chosenValues(of: .agency).excluded == ["sec"])
    #expect(without.adding(.agency, "sec") == sec)
    #expect(either.without(fields: [.agency]) == start)
  }
}

@Suite struct QueryCompletions {
  @Test(arguments: [
    ("ag", 2, ["agency:"]), ("agency:", 7, ["sec", "fincen"]), ("fraud agency:fin", 16, ["fincen"]),
    ("-exchange:bin", 13, ["binance", "binance-us"]),
    ("bill:hr36", 9, ["hr3633-119", "hr3633-118"]), ("agency:securities", 17, ["sec"]), ("nosuch:x", 8, []),
    ("kind:pro", 8, ["proposed-rule"]),
  ])
  func theWordAtTheCursorIsCompleted(text: String, cursor: Int, expected: [String]) {
    #expect(Query.completions(of: text, at: cursor, vocabulary: vocabulary).map(\.text) == expected)
  }

  @Test func acceptingACompletionGivesAQueryThatParses() throws {
    for field in QueryField.allCases {
      for completion in Query.completions(of: "\(field.rawValue):", at: field.rawValue.count + 1, vocabulary: vocabulary) {
        #expect(throws: Never.self) { try parse("\(field.rawValue):\(completion.text)") }
      }
    }
  }

  @Test func everyExampleInTheTableParses() throws {
    let known = Vocabulary([
      .agency: [.init(id: "sec", name: "SEC")], .exchange: [.init(id: "binance", name: "Binance")],
      .asset: [.init(id: "BTC", name: "Bitcoin")],
      .bill: [.init(id: "us/119/hr/3633", name: "H.R. 3633")],
    ])
    for field in QueryField.allCases { #expect(throws: Never.self) { try Query(parsing: field.example, vocabulary: known) } }
  }
}
