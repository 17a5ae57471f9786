import RegulatoryModel
import Testing

@testable import EntityExtraction

@Suite struct PriceFinderTests {
  private static let newYear = CalendarDay(daysSinceEpoch: 19_723)  // 2024-01-01

  /// 1000 and 1005 by turns; down from 1000 to 900 on 21 February, and 900 and 903 by turns from there.
  private static let closes: [PriceSeries.Close] = (0..<100).map { day in
    PriceSeries.Close(day: newYear.adding(days: day), price: day < 51 ? (day % 2 == 0 ? 1000 : 1005) : day % 2 == 1 ? 900 : 903)
  }

  private func story(_ asset: PriceSeries.Asset?, isInMoney: Bool = true) -> Story {
    let text = "Bitcoin fell 50% and the SEC sued Kraken over H.R. 3633.\n\nline of the move\nline of the fall"
    let move = 58..<74
    let fall = 75..<91
    var story = Story(title: "Bitcoin", text: text, date: Self.newYear, dateOrigin: .metadata, kind: .prices)
    story.prices = PriceHistory(
      series: PriceSeries(asset: asset, quote: "USD", isInMoney: isInMoney, closes: Self.closes), assetSpan: asset.map { _ in 0..<7 },
      moveSpans: [Self.newYear.adding(days: 51): move], fallSpan: fall)
    return story
  }

  @Test func largeMovesAndTheLargestFallBecomeNotesOnTheirLines() throws {
    let findings = Extractor().findings(in: story(.init(text: "BTC", isTicker: true, evidence: .pair)))
    #expect(
      findings.volatility == [
        VolatilityNote(
          asset: "BTC", name: "Bitcoin", direction: .down, basisPoints: 1045, window: "P50D", date: CalendarDay(iso: "2024-02-21"),
          fromPrice: 1005, toPrice: 900, span: 75..<91, rule: RuleID("prices.drawdown")),
        VolatilityNote(
          asset: "BTC", name: "Bitcoin", direction: .down, basisPoints: 1000, window: "24h", date: CalendarDay(iso: "2024-02-21"),
          fromPrice: 1000, toPrice: 900, span: 58..<74, rule: RuleID("prices.large-move")),
      ])
    #expect(findings.assets == [EntityFinding(id: "BTC", name: "Bitcoin", mentions: [Mention(span: 0..<7, rule: RuleID("prices.asset"))])])
  }

  @Test func theRulesForProseDoNotRun() {
    let findings = Extractor().findings(in: story(.init(text: "BTC", isTicker: true, evidence: .pair)))
    #expect(findings.exchanges.isEmpty && findings.agencies.isEmpty && findings.legislation.isEmpty && findings.actions.isEmpty)
    #expect(findings.volatility.count == 2)
  }

  @Test(arguments: [
    ("BTC", true, PriceSeries.Asset.Evidence.fileName, "BTC" as String?, "a plain ticker" as Comment),
    ("XBT", true, .pair, "BTC", "another ticker of it"),
    ("Bitcoin", false, .fileName, "BTC", "a name"), ("bitcoin cash", false, .source, "BCH", "a name in any case"),
    ("Ethereum", false, .source, "ETH", "a name"), ("SOL", true, .pair, "SOL", "an ambiguous ticker in a pair"),
    ("SOL", true, .source, "SOL", "in a column of symbols"), ("LINK", true, .fileName, nil, "a word that may be anything"),
    ("Avalanche", false, .source, "AVAX", "a name that a price site gave"), ("Avalanche", false, .fileName, nil, "a word"),
    ("NEWCOIN", true, .pair, "NEWCOIN", "unlisted, but a pair with money"), ("AAPL", true, .source, nil, "a share"),
    ("Export Final", false, .fileName, nil, "no asset at all"), ("EUR", true, .fileName, nil, "money"),
    ("MARKET", true, .pair, nil, "the whole market has no pair"),
  ])
  func theAssetIsWhatTheFileSaysAndNeverInvented(
    text: String, isTicker: Bool, evidence: PriceSeries.Asset.Evidence, expected: String?, note: Comment
  ) {
    let findings = Extractor().findings(in: story(.init(text: text, isTicker: isTicker, evidence: evidence)))
    #expect(findings.assets.first?.id == expected, note)
    #expect(findings.volatility.first?.asset == expected, note)
  }

  @Test func aFileWithoutAnAssetGivesNoNotes() {
    #expect(Extractor().findings(in: story(nil)) == Findings())
  }

  @Test func pricesInAnotherAssetGiveNoNotes() {
    let findings = Extractor().findings(in: story(.init(text: "ETH", isTicker: true, evidence: .pair), isInMoney: false))
    #expect(findings.assets.map(\.id) == ["ETH"])
    #expect(findings.volatility.isEmpty)
  }
}
