import Testing

/// Whose price moved: lists, appositions, pronouns, tables, and what stands beside companies.
struct MoveSubjectTests {
  typealias Row = MoveRow

  @Test(arguments: [
    Row("BNB, Binance's native token, tumbled more than 7% in a day.", "BNB down ≥7 1d"),
    Row("The world's biggest cryptocurrency by market value was last down 2.8%. Ether and bitcoin trade around the clock.", "BTC down 2.8"),
    Row("The No. 2 cryptocurrency, ether, lost 4%. Bitcoin slept.", "ETH down 4"),
    Row("The second-largest token by market value climbed 3.3%. Bitcoin was flat, and ether was busy.", "ETH up 3.3"),
    Row("Bitcoin, ether and solana fell 2%, 4% and 6%, respectively.", "BTC down 2", "ETH down 4", "SOL down 6"),
    Row("Bitcoin slipped 2%, with ether down 4% and solana 6%.", "BTC down 2", "ETH down 4", "SOL down 6"),
    Row("Altcoins fared worse: SOL lost 7%, ADA 8% and DOGE 9%.", "SOL down 7", "ADA down 8", "DOGE down 9"),
    Row("Bitcoin hit $64,200 earlier before paring gains to trade up 0.8%.", "BTC up 0.8"),
    Row("After sliding 6% on Friday, bitcoin recovered to $64,200.", "BTC down 6"),
    Row("Following a 15% sell-off last week, bitcoin rose 3%.", "BTC down 15 1w", "BTC up 3"),
    Row("Already down 9% on the week, bitcoin slid a further 3% on Friday.", "BTC down 9 1w", "BTC down 3"),
    Row("Bitcoin, which had gained 9% on Monday, fell 4% on Tuesday.", "BTC up 9", "BTC down 4"),
    Row("Bitcoin extended its decline to 12%.", "BTC down 12"),
    Row("Bitcoin trimmed losses to 2.5%.", "BTC down 2.5"),
    Row("Bitcoin's value dropped 12 percent that week.", "BTC down 12"),
    Row("Weak jobs data lifted bitcoin 2.2% to $63,000.", "BTC up 2.2"),
    Row("The ruling boosted XRP by 73%.", "XRP up 73"),
    Row("Riot, a bitcoin miner, slid 11%, and bitcoin itself 4%.", "BTC down 4"),
    Row("Bitcoin is up 2% in 24 hours but has fallen 6% over the past month.", "BTC up 2 24h", "BTC down 6 1mo"),
    Row("Bitcoin plunged, erasing a third of its value in four days.", "BTC down 33 P4D"),
    Row("Losses were led by SUI and APT, down 12% and 9%. Bitcoin was flat.", "SUI down 12", "APT down 9"),
    Row(
      "Other tokens also fell, including Ether (down 5%), XRP (down 7%) and Dogecoin (down 9%).", "ETH down 5", "XRP down 7", "DOGE down 9"),
    Row("Bitcoin gained 5%, less than ether's 9%.", "BTC up 5", "ETH up 9"),
    Row("Bitcoin's drawdown from its peak has reached 32%.", "BTC down 32"),
    Row("Bitcoin was headed for a weekly drop of 11%, its worst in over a year.", "BTC down 11 1w"),
    Row("Bitcoin dropped $4,000, or 6%, in minutes.", "BTC down 6"),
    Row("Bitcoin slumped from $47,000 to $29,000, or 38%, between March and May.", "BTC down 38"),
    Row("Up 60% this year, bitcoin has beaten gold.", "BTC up 60 P200D"),
    Row("Bitcoin and most altcoins fell 5%.", "BTC down 5"),
    Row("The bitcoin exchange rate fell by 3%.", "BTC down 3"),
    Row("Bitcoin fell to $60,000 from $69,000.", "BTC down 13"),
    Row("DVOL, Deribit's gauge of expected swings in bitcoin, leapt 18%.", "INDEX:DVOL up 18"),
    Row("Privacy coins dropped on the news: Monero lost 8%, Zcash 10% and Dash 7%.", "XMR down 8", "ZEC down 10", "DASH down 7"),
    Row("Compound's COMP jumped 25%, and Aave's AAVE 12%. Bitcoin slept.", "COMP up 25", "AAVE up 12"),
    Row(
      "LONDON, July 14 (Reuters) - Bitcoin climbed above $120,000 for the first time on Monday, extending a rally that has lifted it 29% so far this year. The world's largest cryptocurrency was last up 2.4% at $121,952.",
      "BTC up 29 P200D", "BTC up 2.4"),
    Row("Bitcoin, ether, XRP and solana fell 5%.", "BTC down 5", "ETH down 5", "XRP down 5", "SOL down 5"),
  ])
  func theAssetThatMovedIsFound(_ row: Row) { #expect(MoveRow.told(row.text) == row.moves) }

  @Test(arguments: [
    Row("Coin | Price | 1h | 24h | 7d\nBTC | $61,800 | -0.2% | -2.4% | +5.1%", "BTC down 0.2 1h", "BTC down 2.4 24h", "BTC up 5.1 1w"),
    Row("Asset | Price | 24h\nBitcoin | $61,800 | -2.4%\nEther | $2,410 | +1.3%", "BTC down 2.4 24h", "ETH up 1.3 24h"),
    Row("Bitcoin: $104,310.72 | 24h: -1.4% | 7d: +3.0%", "BTC down 1.4 24h", "BTC up 3 1w"),
    Row("BTC/USD: 61,800 (-2.4%)", "BTC down 2.4"),
    Row("BTC ▲ 2.1%", "BTC up 2.1"),
    Row("BTC: ↑ 2.3% | ETH: ↓ 1.1%", "BTC up 2.3", "ETH down 1.1"),
    Row("Bitcoin (BTC, -3.1%) and ether (ETH, -4.4%) led losses.", "BTC down 3.1", "ETH down 4.4"),
    Row("BTC $61,234 (+1.2%), ETH $2,410 (-0.8%)", "BTC up 1.2", "ETH down 0.8"),
    Row("BTC: $61,234 (+1.2% 24h)", "BTC up 1.2 24h"),
    Row("BTC is +4% this week", "BTC up 4 1w"),
    Row("ETH +12% on ETF hopes; BTC +3%", "ETH up 12", "BTC up 3"),
    Row("S&P 500: 4,263 −1.4%\nGold: $1,847 −0.2%\nBitcoin: $27,430 −0.6%", "BTC down 0.6"),
  ])
  func rowsAndTickerLinesAreRead(_ row: Row) { #expect(MoveRow.told(row.text) == row.moves) }
}
