import DocumentReading
import RegulatoryModel
import Testing

@Suite struct PriceLayoutTests {
  @Test(arguments: SamplePrices.all) func everyLayoutGivesTheSameClosesAndMoves(layout: SamplePrices.Layout) throws {
    let reading = try readBytes(Array(layout.text.utf8), as: layout.file)
    #expect(reading.format == .csv)
    #expect(reading.notes == [])
    let story = try #require(reading.stories.first)
    #expect(reading.stories.count == 1)
    #expect(story.kind == .prices)
    #expect(story.date == CalendarDay(iso: "2024-04-29") && story.dateOrigin == .metadata)
    let history = try #require(story.prices)
    #expect(history.series.closes == SamplePrices.closes)
    #expect(history.series.asset?.text == layout.ticker)
    #expect(LargeMove.all(in: history.series)?.map(\.change.to.day) == SamplePrices.largeDays)
    #expect(story.body.hasPrefix(layout.source + "\n"), "\(story.body.prefix(120))")
    #expect(story.title.hasSuffix(", daily closing prices, 1 Jan 2024 to 29 Apr 2024"))
  }

  @Test func everyFindingsLineSaysIt() throws {
    let story = try #require(try readBytes(Array(SamplePrices.all[0].text.utf8), as: "BTC-USD.csv").stories.first)
    let history = try #require(story.prices)
    func text(_ span: Range<Int>?) -> String { span.map { String(decoding: Array(story.text.utf8)[$0], as: UTF8.self) } ?? "" }
    #expect(text(history.assetSpan) == "BTC")
    // Returns of 1 % by turns: their median size is near 0.01, and a fall by an eighth has a log return of -0.1335.
    let fall = text(history.moveSpans[SamplePrices.largeDays[0]])
    #expect(fall.hasPrefix("2024-02-10: BTC down 12.5 % in 24 hours, from "))
    #expect(fall.contains("9.0 times its usual daily move (1.49 %)"))
    #expect(text(history.moveSpans[SamplePrices.largeDays[1]]).contains("BTC up 16.67 % in 24 hours"))
    #expect(text(history.fallSpan).hasPrefix("Largest fall from a peak: "))
    #expect(history.moveSpans.count == 2)
  }

  @Test func severalAssetsInOneTableAreSeveralStories() throws {
    let text = "date,symbol,close\n2024-01-01,BTC,100\n2024-01-01,ETH,10\n2024-01-02,BTC,110\n2024-01-02,ETH,9\n"
    let stories = try readBytes(Array(text.utf8), as: "table.csv").stories
    #expect(stories.map(\.prices?.series.asset?.text) == ["BTC", "ETH"])
    #expect(stories.map { $0.prices?.series.closes.map(\.price) } == [[100, 110], [10, 9]])
    #expect(Set(stories.compactMap(\.identity)).count == 2)
  }

  @Test(arguments: [
    ("date,item,price,quantity\n2024-01-01,Pen,1.50,2\n2024-01-02,Ink,9.00,1\n", "an order list" as Comment),
    ("name,age\nAnn,30\nBob,40\n", "no date"), ("date,value\n2024-01-01,3\n2024-01-02,4\n", "a value is no price"),
    ("date,close\nopen,soon\nshut,late\n", "names without numbers"),
    ("date,price\n2024-01-01,5\n2024-01-01,7\n2024-01-01,9\n2024-01-02,4\n2024-01-02,8\n", "many prices on a day"),
    ("2024-01-01,Paid rent\n2024-01-02,Bought ink\n2024-01-03,Slept\n", "a diary"),
    ("1,2,3\n4,5,6\n7,8,9\n", "numbers"), (",,,\n,,,\n", "nothing but commas"),
  ])
  func aTableOfAnythingElseIsNotTakenForPrices(text: String, note: Comment) {
    #expect(note) { try readBytes(Array(text.utf8), as: "table.csv") } throws: { error in
      if case .unknownTable? = error as? ReadingError { true } else { false }
    }
  }

  @Test func storiesWithAPriceAreStories() throws {
    let text = "date,title,body,price\n2024-01-01,Bitcoin falls,Text,100\n2024-01-02,Ether rises,Text,90\n"
    #expect(try readBytes(Array(text.utf8), as: "table.csv").stories.map(\.title) == ["Bitcoin falls", "Ether rises"])
  }

  @Test func theReasonNamesTheColumns() {
    #expect(throws: ReadingError.unknownTable(columns: "name, age")) { try readBytes(Array("name,age\nAnn,30\n".utf8), as: "a.csv") }
    #expect(
      ReadingError.unknownTable(columns: "name, age").reason
        == "this table is neither of prices (a date and a closing price) nor of stories (a title or text): its columns are “name, age”")
  }

  @Test(arguments: [
    ("BTC-USD", "BTC" as String?, true, "USD" as String?, true), ("btc-usd-max", "BTC", true, "USD", true),
    ("BTCUSDT_1h", "BTC", true, "USDT", true),
    ("Binance_ETHUSDC_d", "ETH", true, "USDC", true), ("XBTUSD_1440", "XBT", true, "USD", true), ("ETH-BTC", "ETH", true, "BTC", false),
    ("SHIBUSD", "SHIB", true, "USD", true), ("BTCBUSD_d", "BTC", true, "BUSD", true), ("USDTUSD", "USDT", true, "USD", true),
    ("PYUSD", "PYUSD", true, nil, true), ("pyusd-usd-max", "PYUSD", true, "USD", true), ("WBTC", "WBTC", true, nil, true),
    ("Bitcoin Cash Historical Data", "Bitcoin Cash", false, nil, true), ("dogecoin", "Dogecoin", false, nil, true),
    ("BTC_USD Bitfinex Historical Data (1)", "BTC", true, "USD", true), ("eth_prices_2024", "ETH", true, nil, true),
    ("data", nil, false, nil, true), ("prices (2)", nil, false, nil, true), ("2024-01-01_2024-12-31", nil, false, nil, true),
    ("Solana_EUR_daily", "SOLANA", true, "EUR", true), ("BNB-USD", "BNB", true, "USD", true),
  ])
  func theFilesNameSaysWhatThePricesAreOf(name: String, asset: String?, isTicker: Bool, quote: String?, isInMoney: Bool) throws {
    let reading = try readBytes(Array("date,close\n2024-01-01,1.5\n2024-01-02,1.6\n".utf8), as: name + ".csv")
    let series = try #require(reading.stories.first?.prices?.series)
    #expect(series.asset?.text == asset)
    #expect(series.asset.map(\.isTicker) ?? false == isTicker)
    #expect(series.quote == quote)
    #expect(series.isInMoney == isInMoney)
    if asset == nil { #expect(reading.stories.first?.title.hasPrefix(name + ".csv, ") == true) }
  }

  @Test(arguments: [
    (
      "Date,Open,High,Low,Close,Adj Close,Volume\n2024-01-01,1,1,1,5,5,1\n", "W", PriceSeries.Asset.Evidence.fileName,
      "Yahoo has shares too" as Comment
    ),
    ("snapped_at,price,market_cap,total_volume\n2024-01-02 00:00:00 UTC,5,1,1\n", "link", .source, "CoinGecko has none"),
    ("Date,Open,High,Low,Close,Adj Close,Volume\n2024-01-01,1,1,1,5,5,1\n", "W-USD", .pair, "a pair is a pair"),
    ("date,symbol,close\n2024-01-01,LINK,5\n2024-01-02,LINK,5\n", "data", .source, "a column of symbols"),
    ("date,close\n2024-01-01,5\n2024-01-02,5\n", "link", .fileName, "a word"),
    ("date,close\n2024-01-01,5\n2024-01-02,5\n", "EUR-USD", .fileName, "money in money"),
  ])
  func howSurelyAnAssetIsMeantHangsOnWhoSaysIt(text: String, name: String, evidence: PriceSeries.Asset.Evidence, note: Comment) throws {
    #expect(try readBytes(Array(text.utf8), as: name + ".csv").stories.first?.prices?.series.asset?.evidence == evidence, note)
  }
}
