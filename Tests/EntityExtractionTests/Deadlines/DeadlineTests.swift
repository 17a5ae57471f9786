import EntityExtraction
import RegulatoryModel
import Testing

struct DeadlineTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var text: String
    var deadlines: [String]
    init(_ text: String, _ deadlines: String...) {
      self.text = text
      self.deadlines = deadlines
    }
    var testDescription: String { String(text.prefix(80)) }
  }

  @Test(arguments: [
    Row("DATES: Comments are due January 29, 2026.", "comment 2026-01-29"),
    Row("DATES: Written comments must be received on or before November 3, 2025.", "comment 2025-11-03"),
    Row("Comments must be submitted by 5:00 p.m. Eastern Time on Friday, August 15, 2025.", "comment 2025-08-15"),
    Row("The consultation, opened on 1 July, runs until 30 September.", "comment 2025-09-30"),
    Row("The comment period ends on August 1.", "comment 2025-08-01"),
    Row("The comment period, which was to close on August 1, 2025, is extended to September 2, 2025.", "comment 2025-09-02"),
    Row("The proposal published on May 5, 2025 asks for comments by August 4, 2025.", "comment 2025-08-04"),
    Row("DATES: This rule is effective September 9, 2025.", "effective 2025-09-09"),
    Row("The Act takes effect on the earlier of January 18, 2027 and 120 days after.", "effective 2027-01-18"),
    Row("The compliance date for large firms is March 2, 2026.", "compliance 2026-03-02"),
    Row("Firms must comply by 1 October 2025.", "compliance 2025-10-01"),
    Row("A public hearing will be held on September 16, 2025.", "hearing 2025-09-16"),
    Row("Effective date: January 1, 2026. Compliance date: July 1, 2026.", "effective 2026-01-01", "compliance 2026-07-01"),
    Row("The agency commented on May 5, 2025, and held effective talks."),
    Row("He was heard on July 1, 2025 at a hearing on stablecoins."),
  ])
  func theDayThatCountsIsFound(_ row: Row) {
    let found = FindingsOfText.deadlines(row.text, "2025-07-20").map { "\($0.kind.rawValue) \($0.date)" }
    #expect(found == row.deadlines)
  }
}
