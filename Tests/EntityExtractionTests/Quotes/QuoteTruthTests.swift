import RegulatoryModel
import Testing

@testable import EntityExtraction

@Suite struct QuoteTruthTests {
  @Test(arguments: TruthRow.rows(quoteTruth, separator: "‖"))
  func whoSaidWhatIsTold(_ row: TruthRow) {
    let found = row.findings.quotes.map { "\($0.speaker) | \($0.role ?? "-") | \($0.verb ?? "-") | \($0.text)" }
    #expect(found.count == row.wanted.count, "\(found) in \(row.text)")
    for (quote, wanted) in zip(found, row.wanted) { #expect(quote.hasPrefix(wanted), "\(row.text)") }
  }

  @Test func aQuotationOfSeveralParagraphsIsOne() throws {
    let text = "“We wrote the rule for banks.\n\n“We did not write it for coders.\n\n“That was a mistake of ours,” Jonas Pike said."
    let quote = try #require(TruthRow(text: text, wanted: []).findings.quotes.first)
    #expect(quote.text == "We wrote the rule for banks. We did not write it for coders. That was a mistake of ours")
  }

  /// That the work grows with the text alone is measured by `regwatch-bench hostile`.
  @Test(
    arguments: [
      "\"", "“", "”", "“a ", "\"a ", " \"a", "‘", "‘a’, ", "„", "«", "»", "“\n\n", "\"\n\n\"", "“a b c d,” said ", "said A said “",
      "A, b, ", "“a b c d,” he said. ",
      "“A b c d e f,” said Jonas Pike, ", "“‘", "Jonas Pike said, “",
    ])
  func quotationMarksWithoutEndHaveAnEnd(_ piece: String) {
    let text = String(repeating: piece, count: 40_000 / piece.utf8.count)
    let story = Story(title: "", text: text, date: CalendarDay(daysSinceEpoch: 20_000), dateOrigin: .metadata)
    for quote in sharedExtractor.findings(in: story).quotes { #expect(quote.span.upperBound <= text.utf8.count) }
  }
}
