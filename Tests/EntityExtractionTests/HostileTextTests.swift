import RegulatoryModel
import Testing

@testable import EntityExtraction

/// Texts made to be slow. Each would take minutes or hours were any rule worse than linear; the time limit only ends such a run.
@Suite(.timeLimit(.minutes(2))) struct HostileTextTests {
  @Test(arguments: [
    "(", "SEC ", "$", ".", ". ", "\"", "“", "a", "A ", "\n", "\n\n", "#", "@", "www.", "https://", "SEC/", "(SEC) ", "Federal Reserve ",
    "Board of Governors of ", "Kraken, ", "FSA ", "ministry of finance ", "attorneys general of New York, ", "Treasury ", "1,", "5% ", "é",
    "\u{200B}", "\u{00A0}", "said “x x x x x x,” ", "was fined by the SEC ", "U.S. ", "Related: ", "[a](", "_", "- a\n",
    "SEC sued Coinbase. ",
    "|", "the SEC, ", "H.R. ", "%", "Sen. ",
  ])
  func aTextOfOneThingOverAndOverTakesLinearTime(_ piece: String) {
    let count = 100_000 / piece.utf8.count
    let text = String(repeating: piece, count: count)
    let story = Story(title: "", text: text, date: CalendarDay(daysSinceEpoch: 20_000), dateOrigin: .metadata)
    for mark in sharedExtractor.findings(in: story).marks { #expect(mark.mention.span.upperBound <= text.utf8.count) }
  }

  @Test func oneLineOfFiveMegabytesIsRead() {
    let text = String(repeating: "lorem Binance ipsum the SEC dolor $5 sit 3% amet H.R. 5, ", count: 5_000_000 / 56)
    let story = Story(title: "", text: text, date: CalendarDay(daysSinceEpoch: 20_000), dateOrigin: .metadata)
    #expect(sharedExtractor.findings(in: story).exchanges.first?.mentions.count == 5_000_000 / 56)
  }

  @Test func brokenBytesAreNoTrouble() {
    // A Swift string repairs them; what is left are replacement characters and lone accents.
    for bytes in [[0xFF, 0xC3], [0xE2, 0x80], [0xC3], [0xF0, 0x9F], [0x53, 0x45, 0x43, 0xC2]] as [[UInt8]] {
      let text = String(decoding: bytes, as: UTF8.self)
      let story = Story(title: "", text: text, date: CalendarDay(daysSinceEpoch: 0), dateOrigin: .fileTime)
      _ = sharedExtractor.findings(in: story)
    }
  }

  @Test func everySpanLiesOnCharacterBoundaries() {
    let text = "Café Binance’s “SEC” naïve ⟨Kraken⟩ 币安 Coinbase… é the 日本FSA—FinCEN “said the SEC in a long statement,” said Gary Gensler."
    let story = Story(title: "", text: text, date: CalendarDay(daysSinceEpoch: 0), dateOrigin: .fileTime)
    let bytes = Array(text.utf8)
    for mark in sharedExtractor.findings(in: story).marks {
      for offset in [mark.mention.span.lowerBound, mark.mention.span.upperBound] where offset < bytes.count {
        #expect(bytes[offset] & 0xC0 != 0x80, "\(mark)")
      }
    }
  }
}
