import RegulatoryModel
import Testing

@testable import EntityExtraction

/// Texts that nobody writes end, crash nothing, and give findings whose places are in the text and in order.
struct HostileShapeTests {
  /// Pieces, each repeated.
  static let pieces = [
    "the market rules of custody and reserve ", "abcdefghij", "ABCDEFGHIJ", "ABCD EFG ", "the ", "%", "15%", "15% ", "Binance fell 15% ",
    "Bitcoin fell 15%. ", "Fell 15% on Friday. ", "BTC DVOL ", "Ether rose, and the world’s largest cryptocurrency fell 5%. ", "$1,000 ",
    "from $100 to $85 ", "H.R. 1 ", "H.R. 1, H.R. 2 and 3 passed the House. ", "H.R. 1, the Zebra Act. ", "the Zebra Act ",
    "Digital Asset Market Structure ", "The CLARITY Act of 1999 passed. ", "Senator Warren introduced a bill ",
    "Senator Warren introduced a bill. ", "introduced passed the House Senate signed vetoed committee ",
    "Sen. Warren (D-Mass.) Rep. Hill (R-Ark.) bill ", "March 4, 2026 ", "Comments are due by March 4, 2026. ",
    "comments are due by March 4, 2026 ", "SEC ", "SEC,", "Kraken ", "Treasury ", "SEC CFTC FSA FinCEN Fed ",
    "The SEC sued Binance and fined it $4 million. ", "(SEC)", "Securities and Exchange Commission (SEC) ",
    "Zebra Sun Exchange Corporation (SEC) ", "Japan France Kenya ", "attorneys general of New York, Texas and Ohio ",
    "crypto exchange Zembex ", "“a ", "a” ", "”“", "\"a ", "“We have always been clear about the rules,” said Gary Gensler. ", "said ",
    "said Warren ", ".", "A! ", "U.S. ", "U.", "1,2.3 ", "0123456789", "123,", "(", "()", "a-", "https://example.com/sec/report.pdf ",
    "https://sec.", "/SEC", "@SEC.", "- the SEC\n", "                - item\n", "| SEC | 15% | Binance |\n", "|", "# The SEC\n\n",
    "Related: the SEC\n\n", "Read more: the SEC\n", "*", " ", "\n", "          SEC", "a\n", "a\n\n", "\u{301}", "\u{FFFD}", "\u{AD}",
    "S\u{200B}E\u{200B}C ", "👩‍👩‍👧", "加密货币交易所。", "É", "é1", "\u{0}",
    "“they have to do it now,” he said. ", "“We have always been clear about it, said the chair\n\n", "“the ‘old \"rule» of «it “and ",
    "Gary Gensler said: “we have always been clear ", "the SEC fined Kraken $1 million and Gemini $2 million and ",
    "Kraken was fined $1 million by the SEC and ", "the SEC, the CFTC and FinCEN sued Kraken, Gemini and Binance, ",
    "The SEC sued Kraken. It also charged Gemini with fraud. ", "SEC v. Ripple Labs, ",
    "AGENCY: Securities and Exchange Commission.\n\nACTION: Proposed rule.\n\n", "AGENCY: SEC. ",
    "DATES: Comments are due by May 4, 2026. This rule is effective June 2, 2026.\n\n",
    "comments are due 60 days after publication in the Federal Register ", "BTC 5%, ETH 3%, SOL 2%, ", "| BTC | +5% | -3% |\n",
    "On Monday bitcoin fell 5% over the past week, 3% on the day and 8% in May, ",
    "H.R. 5 passed on May 4, 2026 and the Senate introduced S. 7 and vetoed ",
    "The bill passed the House. It was signed into law on May 4. ",
    "H.R. 5 of the 118th Congress is back as H.R. 7, ", "Public Law 119-27 and Law No. 7518 and Regulation (EU) 2023/1114 ",
    "the Zebra Markets Act (the “Zebra Act”) ", "Kraken rose. The SEC fined it. ", "\u{10FFFF}", "Ⅷ",
  ]

  @Test(arguments: pieces)
  func aHostileTextEndsWithPlacesInOrder(piece: String) {
    for (count, lead) in [(1, ""), (2, "x"), (700, ""), (700, "The SEC sued Binance. ")] {
      check(lead + String(repeating: piece, count: count))
    }
  }

  /// A story longer than the pages of words that are held at a time: what it says at its end is found as at its beginning.
  @Test func aVeryLongStoryIsReadToItsEnd() {
    let told = "Bitcoin fell 15% on Friday. The House passed H.R. 3633, the CLARITY Act.\n\n"
    let filler = String(repeating: "a. ", count: 40_000) + "\n\n"
    let short = findings(told + told)
    let long = findings(told + String(repeating: filler, count: 60) + told)
    #expect(long.legislation.map(\.id) == short.legislation.map(\.id))
    #expect(long.legislation.map(\.mentions.count) == short.legislation.map(\.mentions.count))
    #expect(long.legislation.map(\.stage) == short.legislation.map(\.stage))
    #expect(long.volatility.map(\.basisPoints) == short.volatility.map(\.basisPoints))
  }

  /// A sentence is cut after so many words: the cut may fall within a name, a sum or a date.
  @Test(arguments: [
    "Kraken was fined US$4 million by the SEC", "the SEC fined Kraken US$ 4 million euros", "Kraken pays US$4 million fine to the SEC",
    "to settle the SEC's charges Kraken settled the SEC's case", "comments are due from 1 May. and from 18 July.",
    "The SEC hit Coinbase Global, Inc. with a lawsuit", "Kraken settled with the SEC, the CFTC and FinCEN, agreed to pay",
    "“we have always been clear about it,” said Gary Gensler (R-Ohio), chair of the SEC",
    "Bitcoin fell from $100 to $85, down 15% on 18 July.",
    "Senator Warren's stablecoin bill, H.R. 3633, the CLARITY Act (H.R. 3633), passed the House on 18 July.",
  ])
  func aSentenceMayBeCutAnywhere(piece: String) {
    for shift in 0..<24 { check(String(repeating: "a ", count: 226 + shift) + piece + " " + piece + ". Kraken and the SEC met.") }
  }

  /// Of a text that names one thing more often than is kept, the first places are; what is named for the first time after them is too.
  @Test func whatIsNamedLateIsFoundWhereEarlierPlacesAreNotKept() {
    let many = PlaceLimits.ofOneName + 1000
    let found = findings(String(repeating: "Binance, ", count: many) + "\n\nThe SEC sued Coinbase.")
    #expect(found.isCut)
    #expect(found.exchanges.first { $0.id == "binance" }?.mentions.count == PlaceLimits.ofOneName)
    #expect(found.exchanges.first { $0.id == "coinbase" }?.mentions.count == 1)
    #expect(found.agencies.map(\.id) == ["sec"])
    #expect(!findings("Kraken and the SEC met.").isCut)
  }

  @Test func anExchangeThatNoTableHasIsKeptAsOftenAsOthers() {
    let found = findings(String(repeating: "crypto exchange Zembex ", count: PlaceLimits.ofOneName + 100))
    #expect(found.isCut)
    #expect(found.exchanges.map(\.mentions.count) == [PlaceLimits.ofOneName])
  }

  @Test func aBillNamedLateIsFoundWhereEarlierPlacesAreNotKept() {
    let found = findings(
      String(repeating: "H.R. 5 passed the House. ", count: PlaceLimits.ofBills + 50) + "\n\nThe House passed H.R. 3633.")
    #expect(found.isCut)
    #expect(found.legislation.contains { $0.number == "H.R. 3633" })
    #expect(found.legislation.first { $0.number == "H.R. 5" }?.mentions.count == PlaceLimits.ofBills)
  }

  @Test func sentencesBeyondTheLimitAreReadWithWhatFollows() {
    let count = PlaceLimits.ofSentences + 1000
    let text = String(repeating: "a\n\n", count: count) + "Bitcoin fell 15% on Friday, and the SEC sued Binance."
    var copy = text
    let pieces = copy.withUTF8 { SentenceSplitter($0) }
    #expect(pieces.sentences.count < count && pieces.paragraphs.count < count)
    #expect(findings(text).exchanges.map(\.id) == ["binance"])
  }

  private func findings(_ text: String) -> Findings {
    Extractor(lexicon: .builtIn).findings(
      in: Story(title: "", text: text, date: CalendarDay(daysSinceEpoch: 20_000), dateOrigin: .metadata))
  }

  private func check(_ text: String) {
    let found = findings(text)
    let size = text.utf8.count
    for mentions in (found.exchanges + found.agencies + found.assets).map(\.mentions) + found.legislation.map(\.mentions) {
      #expect(!mentions.isEmpty)
      #expect(mentions.allSatisfy { !$0.span.isEmpty && $0.span.upperBound <= size }, "\(text.prefix(60))")
      #expect(zip(mentions, mentions.dropFirst()).allSatisfy { $0.span.lowerBound <= $1.span.lowerBound }, "\(text.prefix(60))")
    }
    for spans in [found.volatility.map(\.span), found.actions.map(\.span), found.deadlines.map(\.span), found.quotes.map(\.span)] {
      #expect(spans.allSatisfy { !$0.isEmpty && $0.lowerBound >= 0 && $0.upperBound <= size }, "\(text.prefix(60))")
    }
  }
}
