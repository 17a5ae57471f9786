import EntityExtraction
import RegulatoryModel
import Testing

struct VolatilityTests {
  typealias Row = MoveRow

  @Test(arguments: [
    // A verb, then the size
    Row("Bitcoin (BTC) fell 3.2% to $62,000, while ether lost 4.5%.", "BTC down 3.2", "ETH down 4.5"),
    Row("Bitcoin dropped below $60,000, down 5.4% over the past 24 hours.", "BTC down 5.4 24h"),
    Row("The price of bitcoin plunged as much as 11% on Monday.", "BTC down ≤11"),
    Row("Bitcoin tumbled nearly 10% in the last week.", "BTC down ≈10 1w"),
    Row("XRP surged more than 70% after the ruling.", "XRP up ≥70"),
    Row("Bitcoin gave up 11 per cent and dogecoin 14.2%.", "BTC down 11", "DOGE down 14.2"),
    Row("Bitcoin put on five percent.", "BTC up 5"),
    Row("Bitcoin rose 5-7% in Asia.", "BTC up 7"),
    Row("Bitcoin fell in the first quarter by 12%.", "BTC down 12 1q"),
    Row("Bitcoin rose 6.2% to a high of $48,900 and then lost 5.4%.", "BTC up 6.2", "BTC down 5.4"),
    Row("BNB, the token linked to the exchange, fell 13 percent in the hours after.", "BNB down 13"),
    Row("Ether, the second-largest cryptocurrency by market value, climbed 5%. Bitcoin slept.", "ETH up 5"),
    Row("Bitcoin slid 5 percent. It then lost another 3 percent overnight.", "BTC down 5", "BTC down 3 1d"),
    Row("Bitcoin prices fluctuated last month, swinging more than 15% in a single week.", "BTC swing ≥15 1w"),
    Row("The theft made bitcoin swing by about 5% within half an hour.", "BTC swing ≈5 PT30M"),
    Row("The total crypto market cap slid 4.7% to $2.1 trillion.", "MARKET down 4.7"),
    Row("Bitcoin and ether fell 5% and 7%, respectively.", "BTC down 5", "ETH down 7"),
    Row("Solana and XRP each rose about 4 %.", "SOL up ≈4", "XRP up ≈4"),
    Row("The unwinding took bitcoin down 12%.", "BTC down 12"),
    Row("Cardano's ADA was off 24%. Bitcoin slept.", "ADA down 24"),
    Row("The news knocked 5% off the price of bitcoin.", "BTC down 5"),
    // The size, then the word
    Row("Bitcoin finished the week 10.2% higher.", "BTC up 10.2 1w"),
    Row("Bitcoin was trading 8.9% weaker on the day.", "BTC down 8.9 1d"),
    Row("Bitcoin is trading 27% below its record of $73,800.", "BTC down 27"),
    Row("Bitcoin has dropped, and stands 12 percent less than on Friday.", "BTC down 12 P2D"),
    // Nouns
    Row("A 12% drop in bitcoin wiped out the longs.", "BTC down 12"),
    Row("Bitcoin's 15% decline in August was its worst.", "BTC down 15"),
    Row("Bitcoin's weekly loss came to 9.8%.", "BTC down 9.8 1w"),
    Row("Bitcoin rebounded 4% after Monday's 7% plunge.", "BTC up 4", "BTC down 7"),
    // Fractions and doublings
    Row("The coin had lost a tenth of its value within a week; bitcoin slept.", "BTC down 10 1w"),
    Row("Bitcoin lost more than two thirds.", "BTC down ≥67"),
    Row("Ether was cut in half. Bitcoin slept.", "ETH down 50"),
    Row("In 2023 bitcoin more than doubled.", "BTC up ≥100"),
    // Lists and tables
    Row("BNB sank 9.3%, ADA 12% and SOL 14.5%. Bitcoin slept.", "BNB down 9.3", "ADA down 12", "SOL down 14.5"),
    Row("All large coins fell: bitcoin by 4%, ether by 6%.", "BTC down 4", "ETH down 6"),
    Row("BTC +2.1%, ETH −3.4%", "BTC up 2.1", "ETH down 3.4"),
    Row("| BTC | +11% |\n| ETH | -13% |", "BTC up 11", "ETH down 13"),
    Row("Bitcoin has fallen 11 percent and ether 15, both to new lows.", "BTC down 11", "ETH down 15"),
    Row("Cardano and Solana, named in other suits, were up 24% and 18%. Bitcoin slept.", "ADA up 24", "SOL up 18"),
    Row("Solana (SOL) and XRP (XRP) were each off more than 3%.", "SOL down ≥3", "XRP down ≥3"),
    Row("Bitcoin rose past $31,000, a gain of 3.4%.", "BTC up 3.4"),
    Row("Bitcoin finished 2022 some 64% down and ether 67%.", "BTC down ≈64 1y", "ETH down 67 1y"),
    Row("Having lost 15% on Monday, bitcoin clawed back 6%.", "BTC down 15", "BTC up 6"),
    Row("ETH/USD sank 20.6% to $1,411. Bitcoin slept.", "ETH down 20.6"),
    Row("Bitcoin slipped under $60,000 (down 3.5% since Friday).", "BTC down 3.5 P2D"),
    // Two prices
    Row("Bitcoin fell from $69,000 to $60,000.", "BTC down 13"),
    Row("BVIV, which follows bitcoin's implied volatility, shot up 55%.", "INDEX:BVIV up 55"),
  ])
  func movesAreFound(_ row: Row) { #expect(MoveRow.told(row.text) == row.moves) }

  @Test(arguments: [
    "Trading volume in bitcoin rose 30% to $40 billion.", "Fees on Ethereum fell 60%, as bitcoin slept.",
    "Bitcoin's dominance rose 2% to 54%.",
    "Bitcoin ETFs saw inflows jump 40%.", "Coinbase shares, which track bitcoin, fell 8%.", "Bitcoin mining difficulty rose 5%.",
    "The hash rate of bitcoin dropped 40%.", "The supply of BUSD fell 21% in two weeks, bitcoin's did not.",
    "Bitcoin could fall 20% to $50,000.",
    "If bitcoin drops 10%, miners suffer.", "Analysts expect bitcoin to rise 50%.", "Bitcoin might rise by 30%, said one, or lose 30%.",
    "The fund holds 5% of all bitcoin, and rose 7%.", "BitMine, with 2% of all ether, fell 8%. Bitcoin slept.",
    "A third of bitcoin miners lost money.",
    "Polls show that 20% of Americans own bitcoin, up 5% on last year.", "Bitcoin traded 2% higher in Seoul than in New York.",
    "Ether stakers earn a 3.5% yield; bitcoin none.", "The Fed raised rates by 0.75 percentage points, and bitcoin slept.",
    "Bitcoin's discount narrowed to 13.1% from 15.9%.", "Marathon, a bitcoin miner, gained 11%.", "The yen rose 12% as bitcoin slept.",
    "Did bitcoin fall 5%?", "The exchange cut its bitcoin fee by 10%.", "The SEC raised its budget 5%.",
    "The halving cut bitcoin rewards by half.",
    "Stablecoin supply -0.4% on the week (USDT +0.3%, USDC -1.7%).", "Options traders bet that bitcoin will rise 15%.",
  ])
  func whatIsNoMoveOfAPriceIsLeftOut(_ text: String) { #expect(MoveRow.told(text) == []) }

  @Test func aMoveToldTwiceIsOneNote() {
    #expect(MoveRow.told("Bitcoin falls 5%\n\nBitcoin fell 5% on Tuesday in 24 hours.") == ["BTC down 5 24h"])
  }

  @Test func pricesAndDaysAreKept() {
    let note = FindingsOfText.moves("Bitcoin fell from $69,000 to $60,000 on July 15.", "2025-07-20").first
    #expect(note?.fromPrice == 69000)
    #expect(note?.toPrice == 60000)
    #expect(note?.date?.description == "2025-07-15")
  }

  @Test(arguments: ["Ether, café-priced at “$2,000”, slid 4%… on Monday — bitcoin too."])
  func everySpanLiesInTheTextAndEveryRuleHasASentence(_ text: String) {
    let notes = FindingsOfText.moves(text)
    #expect(!notes.isEmpty)
    for note in notes {
      #expect(note.span.upperBound <= text.utf8.count)
      #expect(ExtractionRule.sentence(for: note.rule) != note.rule.rawValue)
    }
  }
}
