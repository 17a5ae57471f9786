import Foundation
import QueryLanguage
import RegulatoryModel
import Testing

@testable import StoryLibrary

struct StoryFormTests {
  @Test func pagesAsidesAndMembersComeBackAsTheyWere() throws {
    let temporary = try TemporaryLibrary()
    var whole = story("Page one.\n\nPage two.\n\n> quoted")
    whole.pages = [0, 11]
    whole.asides = [22..<30]
    whole.member = "letters/may.txt"
    try temporary.library.commit(batch([file("mail.zip", "d", whole), file("plain.txt", "e", story("Plain."))]))
    try temporary.reopen()
    let library = temporary.library
    let details = try library.stories(matching: .everything, today: today).compactMap { try library.detail(of: $0) }
    let kept = try #require(details.first { $0.story.member != nil })
    #expect(kept.story == whole)
    #expect(kept.row.path.hasSuffix("mail.zip/letters/may.txt"))
    #expect(details.contains { $0.story == story("Plain.") })
  }

  @Test func whatAnOfficialFileAndAPriceFileSayComesBack() throws {
    let temporary = try TemporaryLibrary()
    var bill = story("H.R. 3633 passed the House.")
    bill.officialBill = OfficialBill(
      id: "us/119/hr/3633", number: "H.R. 3633", title: "A Title", aliases: ["One", "Two"], partTitles: ["Part"], sponsor: "A B",
      sponsorID: "H001072",
      steps: [.init(stage: .passedHouse, date: day("2025-07-17"), span: 0..<9), .init(stage: .introduced, date: nil, span: 3..<4)],
      mentions: [0..<9], asides: [10..<12])
    var prices = story("Bitcoin, daily closing prices. It fell by 15 %.")
    prices.prices = PriceHistory(
      series: PriceSeries(
        asset: .init(text: "BTC", isTicker: true, evidence: .pair), quote: "USD",
        closes: [.init(day: day("2026-01-01"), price: 87_000.25), .init(day: day("2026-01-02"), price: 0.1)]),
      assetSpan: 0..<7, moveSpans: [day("2026-01-02"): 31..<40], fallSpan: nil)
    try temporary.library.commit(batch([file("a.xml", "a", bill), file("b.csv", "b", prices)]))
    try temporary.reopen()
    let library = temporary.library
    let stories = try library.stories(matching: .everything, today: today).compactMap { try library.detail(of: $0)?.story }
    #expect(stories.contains(bill))
    #expect(stories.contains(prices))
    #expect(try library.commit(batch([file("a.xml", "changed", bill)])).changed.isEmpty, "the same story is left alone")
  }

  @Test func aFormOfAnotherTextIsDamageAndNotACrash() throws {
    var long = story("A rather long text with a second page.")
    long.pages = [0, 30]
    let stored = try #require(long.encodedForm)
    var short = story("Short.")
    #expect(throws: MalformedBlob.self) { try stored.withUnsafeBytes { try short.decodeForm($0) } }
  }

  @Test(arguments: [(0, 1), (10, 1), (11, 2), (29, 2), (30, 3), (5000, 3)])
  func anOffsetLiesOnItsPage(offset: Int, page: Int) {
    var paged = story("…")
    paged.pages = [0, 11, 30]
    #expect(paged.page(at: offset) == page)
    #expect(story("…").page(at: offset) == nil)
  }
}
