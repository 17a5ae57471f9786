import QueryLanguage
import RegulatoryModel
import Testing

@testable import StoryLibrary

struct SearchTests {
  @Test(arguments: [
    (Query.word("a"), SearchText.matching("\"a\""), "a word is a string"),
    (.text(.prefix("st")), .matching("\"st\" *"), "a prefix"),
    (.text(.phrase(["market", "structure"])), .matching("\"market structure\""), "a phrase"),
    (.word("say \"hi\" OR\0"), .matching("\"say \"\"hi\"\" OR\""), "nothing typed is syntax"),
    (.and([.word("a"), .word("b")]), .matching("(\"a\" AND \"b\")"), "both in one search"),
    (.or([.word("a"), .word("b")]), .matching("(\"a\" OR \"b\")"), "either in one search"),
    (.and([.word("a"), .not(.word("b"))]), .matching("(\"a\" NOT \"b\")"), "but not"),
    (.not(.word("a")), .notMatching("\"a\""), "everything else"),
    (.or([.word("a"), .not(.word("b"))]), .notMatching("(\"b\" NOT \"a\")"), "or not"),
    (.and([.not(.word("a")), .not(.word("b"))]), .notMatching("(\"a\" OR \"b\")"), "neither"),
    (.not(.not(.or([.word("a"), .and([.word("b"), .word("c")])]))), .matching("(\"a\" OR (\"b\" AND \"c\"))"), "nested"),
  ])
  func textFoldsIntoOneSearch(query: Query, expected: SearchText, note: String) {
    #expect(SearchText(query) == expected, "\(note)")
  }

  @Test func aFieldIsNoText() {
    #expect(SearchText(.and([.word("a"), .id(.is, "new")])) == nil)
    #expect(SearchText(.and([])) == nil)
  }

  @Test func deepNestingIsAnsweredToo() throws {
    let temporary = try TemporaryLibrary()
    try temporary.library.commit(batch([file("1", "1", story("alpha beta")), file("2", "2", story("alpha"))]))
    var query = Query.word("beta")
    for _ in 0..<300 { query = .or([.and([query, .word("alpha")]), .word("gamma")]) }
    #expect(try temporary.library.texts(query) == ["alpha beta"])
  }

  @Test func aTermWithoutLettersAsksNothing() throws {
    let temporary = try TemporaryLibrary()
    try temporary.library.commit(batch([file("1", "1", story("stablecoin & reserves")), file("2", "2", story("stablecoin"))]))
    #expect(try temporary.library.texts(.and([.word("stablecoin"), .word("&"), .word("reserves")])) == ["stablecoin & reserves"])
    #expect(try temporary.library.texts(.word("--")).count == 2)
    #expect(try temporary.library.texts(.not(.word("…"))).count == 2)
    #expect(try temporary.library.texts(.or([.word("reserves"), .word("!")])).count == 1)
  }

  @Test func aTitleThatTheTextDoesNotShowIsSearchedToo() throws {
    let temporary = try TemporaryLibrary()
    try temporary.library.commit(batch([file("1", "1", story("text", title: "Subject line"))]))
    #expect(try temporary.library.texts(.word("subject")) == ["text"])
    #expect(try temporary.library.texts(.text(.phrase(["line", "text"]))) == [], "title and text are not one sentence")
  }

  @Test(arguments: [
    (Query.word("custody"), ["custody", "Custody"], "whatever the case"),
    (.text(.prefix("stab")), ["stablecoin", "stable"], "a prefix marks whole words"),
    (.text(.phrase(["custody", "of", "stable"])), ["Custody of stable"], "a phrase is one mark"),
    (.and([.word("cafe"), .id(.agency, "sec")]), ["café"], "bytes are counted, and fields mark nothing"),
    (.and([.word("custody"), .not(.word("of"))]), ["custody", "Custody"], "what must not be there is not marked"),
    (.or([.word("absent"), .word("U.S.")]), ["U.S"], "words with points"),
    (.id(.agency, "sec"), [], "no words, no marks"),
  ])
  func hitsAreMarkedWhereTheyStand(query: Query, expected: [String], note: String) throws {
    let text = "The café’s custody rule.\n\nCustody of stable things and a stablecoin in the U.S. of A."
    let temporary = try TemporaryLibrary()
    let id = try #require(try temporary.library.commit(batch([file("1", "1", story(text))])).added.first)
    let ranges = try temporary.library.highlights(of: query, in: id)
    let bytes = Array(text.utf8)
    #expect(Set(ranges.map { String(decoding: bytes[$0], as: UTF8.self) }) == Set(expected), "\(note)")
    #expect(ranges == ranges.sorted { $0.lowerBound < $1.lowerBound })
  }

  @Test func theBestMatchComesFirst() throws {
    let temporary = try TemporaryLibrary()
    let library = temporary.library
    let filler = String(repeating: "other words about something else entirely ", count: 20)
    try library.commit(
      batch([
        file("1", "1", story("custody " + filler, date: "2026-11-21")),
        file("2", "2", story("custody custody custody", date: "2026-01-01")),
        file("3", "3", story(filler, date: "2026-11-22"), findings(agencies: ["sec"])),
      ]))
    func order(_ query: Query) throws -> [Int64] { try library.stories(matching: query, sort: .relevance, today: today).map(\.rawValue) }
    #expect(try order(.word("custody")) == [2, 1])
    #expect(try order(.or([.word("custody"), .id(.agency, "sec")])) == [2, 1, 3], "what has no words follows")
    #expect(try order(.everything) == [3, 1, 2], "the newest first without words")
    #expect(try library.stories(matching: .word("custody"), today: today).map(\.rawValue) == [1, 2])
  }

  @Test func aSearchIsForgottenWhenStoriesChange() throws {
    let temporary = try TemporaryLibrary()
    let library = temporary.library
    try library.commit(batch([file("1", "1", story("alpha"))]))
    #expect(try library.texts(.word("alpha")).count == 1)
    try library.commit(batch([file("2", "2", story("alpha"))]))
    #expect(try library.texts(.word("alpha")).count == 2)
    try library.commit(batch([file("1", "3", story("beta"))]))
    #expect(try library.texts(.word("alpha")).count == 1)
  }

  @Test func theVocabularyHasWhatIsListedAndWhatIsFound() throws {
    let temporary = try TemporaryLibrary(names: [
      EntityName(key: EntityKey(.agency, "sec"), name: "Securities and Exchange Commission", shortName: "SEC", aliases: ["S.E.C."]),
      EntityName(key: EntityKey(.bill, "us/named/genius"), name: "GENIUS Act", shortName: "GENIUS"),
    ])
    let library = temporary.library
    let found = findings(
      exchanges: ["newdex"],
      bills: [bill("us/119/hr/3633", number: "H.R. 3633", title: "CLARITY Act", sponsor: "French Hill")])
    let added = try library.commit(batch([file("2026/a.txt", "1", story("a", source: "Reuters"), found)])).added
    try library.setTag("desk", on: added, to: true)
    let vocabulary = library.vocabulary()
    #expect(vocabulary.id(of: "S.E.C.", in: .agency) == "sec")
    #expect(vocabulary.id(of: "Newdex", in: .exchange) == "newdex")
    #expect(vocabulary.id(of: "hr3633", in: .bill) == "us/119/hr/3633")
    #expect(vocabulary.id(of: "clarity act", in: .bill) == "us/119/hr/3633")
    #expect(vocabulary.id(of: "genius", in: .bill) == "us/named/genius")
    #expect(vocabulary.id(of: "hill", in: .sponsor) == "French Hill")
    #expect(vocabulary.values[.source]?.map(\.id) == ["Reuters", "inbox", "inbox/2026"])
    #expect(vocabulary.values[.tag]?.map(\.id) == ["desk"])
  }
}
