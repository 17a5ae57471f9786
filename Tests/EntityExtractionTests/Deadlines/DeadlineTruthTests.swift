import RegulatoryModel
import Testing

@testable import EntityExtraction

@Suite struct DeadlineTruthTests {
  @Test(arguments: TruthRow.rows(deadlineTruth))
  func theDayOfADeadlineIsTold(_ row: TruthRow) {
    let found = row.findings.deadlines.map { "\($0.kind.rawValue) \($0.date)" }
    #expect(found.sorted() == row.wanted.sorted(), "\(row.text)")
  }

  @Test(
    arguments: [
      "comments by ", "effective ", "comments by June 1, 2025 ", "60 days after publication in the Federal Register ",
      "hearing on June 1 and ",
    ])
  func aLongChainOfDeadlinesTakesLinearTime(_ piece: String) {
    let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
    let story = Story(title: "", text: text, date: CalendarDay(daysSinceEpoch: 20_000), dateOrigin: .metadata)
    for deadline in sharedExtractor.findings(in: story).deadlines { #expect(deadline.span.upperBound <= text.utf8.count) }
  }
}
