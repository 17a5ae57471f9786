import EntityExtraction
import Foundation
import Ingestion
import QueryLanguage
import RegulatoryModel
import StoryLibrary
import TestSupport
import Testing

/// From a folder of price files to the volatility pane.
@Suite struct PriceLoadingTests {
  @Test func filesOfOneHistoryTellOneMoveTogether() throws {
    let folder = try TemporaryFolder()
    let docs = folder.url.appending(path: "docs")
    try FileManager.default.createDirectory(at: docs, withIntermediateDirectories: true)
    let first = CalendarDay(daysSinceEpoch: 19_723)  // 2024-01-01
    // 100 and 101 by turns; down to 75 on 20 February, the 51st day, and to 74 on 1 March.
    let closes = (0..<80).map { (first.adding(days: $0), $0 < 50 ? 100 + $0 % 2 : $0 < 60 ? 75 : 74) }
    try (["Date,Open,High,Low,Close,Adj Close,Volume"] + closes.map { "\($0),1,1,1,\($1),1,1" }).joined(separator: "\n")
      .write(to: docs.appending(path: "BTC-USD.csv"), atomically: true, encoding: .utf8)
    try (["snapped_at,price,market_cap,total_volume"] + closes.map { "\($0.adding(days: 1)) 00:00:00 UTC,\($1),1,1" }).joined(
      separator: "\n"
    )
    .write(to: docs.appending(path: "btc-usd-max.csv"), atomically: true, encoding: .utf8)
    try "name,age\nAnn,30\n".write(to: docs.appending(path: "people.csv"), atomically: true, encoding: .utf8)

    let library = try Library.open(
      DocumentPath(folder.url.appending(path: "library.sqlite").path), entityNames: Lexicon.builtIn.entityNames)
    let ingestor = Ingestor(library: library, files: FileIngestion(extractor: Extractor()), workers: 2)
    let today = CalendarDay(daysSinceEpoch: 19_900)
    let summary = try ingestor.load([DocumentPath(docs.path)], today: today)
    #expect(summary.added == 2 && summary.failed.isEmpty)
    #expect(summary.skipped.map(\.path.name) == ["people.csv"])

    let fell = Query.field(.move, .move(MoveBound(relation: .less, basisPoints: -2500)))
    let answer = try library.answer(DashboardRequest(query: fell, today: today))
    #expect(answer.volatility.map(\.date.description) == ["2024-03-01", "2024-02-20"])
    #expect(answer.volatility.map(\.note.signedBasisPoints) == [-2673, -2574])  // 101 to 74, 101 to 75
    #expect(answer.volatility.map(\.note.window) == ["P59D", "24h"])
    #expect(answer.volatility.map(\.stories) == [2, 2], "both files tell both")
    #expect(answer.volatility.map(\.note.rule.rawValue) == ["prices.drawdown", "prices.large-move"])
    let rose = Query.field(.move, .move(MoveBound(relation: .more, basisPoints: 0)))
    #expect(try library.stories(matching: rose, today: today).isEmpty)
  }
}
