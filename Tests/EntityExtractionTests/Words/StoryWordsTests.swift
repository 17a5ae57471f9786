import RegulatoryModel
import Testing

@testable import EntityExtraction

struct StoryWordsTests {
  private static func words(_ text: String, _ date: String = "2025-07-20") -> StoryWords { StoryWords(FindingsOfText.scan(text, date)) }

  @Test(arguments: [
    ("H.R. 3633, the “CLARITY Act”", ["H.R.", "3633", ",", "the", "“", "CLARITY", "Act", "”"]),
    ("Bitcoin’s 15.2% fall", ["Bitcoin", "’", "s", "15.2", "%", "fall"]),
    ("in 24h on the 21st", ["in", "24", "h", "on", "the", "21st"]),
    ("**S. 919** see https://example.org/a-b now", ["S", ".", "919", "see", "now"]),
    ("€1,000 – −3 naïve", ["€", "1,000", "–", "−", "3", "naïve"]),
  ])
  func aTextIsCutIntoWordsNumbersAndMarks(_ text: String, _ expected: [String]) {
    let words = Self.words(text)
    #expect(words.tokens.indices.map { words.text($0) } == expected)
  }

  @Test(arguments: [("1,000", 1000.0), ("15.2", 15.2), ("6,5", 6.5), ("1,234,567", 1_234_567), ("0.1", 0.1)])
  func numbersHaveTheirValue(_ text: String, _ value: Double) { #expect(Self.words(text).value(at: 0) == value) }

  @Test(arguments: ["1.2.3", "12,34,5", "1234567890123456789"])
  func whatIsNoNumberHasNone(_ text: String) { #expect(Self.words(text).value(at: 0) == nil) }

  @Test(arguments: [
    ("July 18, 2025", "2025-07-18"), ("18 July 2025", "2025-07-18"), ("Feb. 1, 2024", "2024-02-01"), ("2025-07-18", "2025-07-18"),
    ("July 18", "2025-07-18"), ("December 5", "2024-12-05"), ("18th of July", "2025-07-18"), ("Thursday", "2025-07-17"),
    ("Sunday", "2025-07-20"), ("yesterday", "2025-07-19"), ("this morning", "2025-07-20"), ("Wednesday, 9 November 2022", "2022-11-09"),
  ])
  func daysAreWorkedOutFromTheStorys(_ text: String, _ day: String) {
    let words = Self.words(text)
    #expect(words.firstDate(in: words.tokens.indices, toward: .past)?.day.description == day)
  }

  @Test(arguments: ["in March", "last week", "31 June 2025", "may pass", "March on Washington", "32 July"])
  func vagueWordsAreNoDay(_ text: String) {
    let words = Self.words(text)
    #expect(words.firstDate(in: words.tokens.indices, toward: .past) == nil)
  }

  @Test func aDayAfterADatedOneSharesItsYear() {
    let words = Self.words("It passed on June 8, 2021, and took effect on September 7.")
    #expect(words.lastDate(in: words.tokens.indices, toward: .past)?.day.description == "2021-09-07")
  }

  @Test(arguments: [0..<0, 0..<1, 0..<9, 4..<700, 0..<4000, 3990..<4000])
  func theTokensOfASpanAreThoseThatLieInIt(span: Range<Int>) {
    let words = Self.words(String(repeating: "a bc def. ", count: 400))
    let expected = words.tokens.indices.filter {
      !span.isEmpty && Int(words.tokens[$0].end) > span.lowerBound && Int(words.tokens[$0].start) < span.upperBound
    }
    #expect(Array(words.tokens(in: span)) == expected)
  }

  @Test(arguments: [
    "", " ", "\n\n\n", "%", "$%$%", "H.R.", "S.", "((((((((", "H.R. 99999999999999999999", "5%5%5%5%", "\u{202E}S. 1582", "…—–“”",
    "Act Act Act Act", "of of of Act", "Bill-Bill-Bill", "'s 's 's fell 5%", "Bitcoin", "Bitcoin's", "the the Act of 2025 of 2025",
    "a third a third a third", "from $1 to $0", "Sen. Sen. Sen. introduced a bill", "H.R. 1, 2, 3, 4 and 5,6", "100000000% bitcoin",
  ])
  func noTextCrashesTheRules(_ text: String) {
    for repeats in [1, 40] {
      let long = String(repeating: text + " Bitcoin fell ", count: repeats)
      let count = long.utf8.count
      for bill in FindingsOfText.bills(long) { for mention in bill.mentions { #expect(mention.span.upperBound <= count) } }
      for note in FindingsOfText.moves(long) { #expect(note.span.upperBound <= count) }
      for deadline in FindingsOfText.deadlines(long) { #expect(deadline.span.upperBound <= count) }
    }
  }
}
