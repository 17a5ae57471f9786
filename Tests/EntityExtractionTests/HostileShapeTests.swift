import EntityExtraction
import RegulatoryModel
import Testing

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
    "S\u{200B}E\u{200B}C ", "👩‍👩‍👧", "加密货币交易所。", "É", "é1", "\u{0}", "\u{10FFFF}", "Ⅷ",
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
