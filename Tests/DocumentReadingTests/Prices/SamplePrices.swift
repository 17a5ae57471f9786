import RegulatoryModel

/// 120 made-up daily closes from 1 January 2024 in cents, and the same ones as each publisher writes them.
enum SamplePrices {
  static let first = CalendarDay(daysSinceEpoch: 19_723)  // 2024-01-01
  /// A hundredth up and down by turns; down an eighth on day 40 and up a sixth on day 75.
  static let cents: [Int] = {
    var price = 4_200_000
    return (0..<120).map { day in
      price =
        switch day {
        case 40: price * 7 / 8
        case 75: price * 7 / 6
        default: day % 2 == 0 ? price * 101 / 100 : price * 99 / 100
        }
      return price
    }
  }()
  static let largeDays = [CalendarDay(iso: "2024-02-10"), CalendarDay(iso: "2024-03-16")].compactMap(\.self)

  static var closes: [PriceSeries.Close] {
    cents.enumerated().map { PriceSeries.Close(day: first.adding(days: $0), price: Double($1) / 100) }
  }

  private static func rows(_ row: (CalendarDay, Int) -> String) -> [String] {
    cents.enumerated().map { row(first.adding(days: $0), $1) }
  }

  static func plain(_ cents: Int) -> String { "\(cents / 100)." + (cents % 100 < 10 ? "0" : "") + "\(cents % 100)" }

  static func grouped(_ cents: Int, _ thousands: String, _ mark: String) -> String {
    let whole = "\(cents / 100)"
    return whole.dropLast(3) + thousands + whole.suffix(3) + mark + (cents % 100 < 10 ? "0" : "") + "\(cents % 100)"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// With its high and low, so that a table without names can be told.
  private static func ohlc(_ cents: Int, separator: String = ",") -> String {
    [cents + 10, cents + 900, cents - 900, cents].map(plain).joined(separator: separator)
  }

  struct Layout: Sendable, CustomStringConvertible {
    var description: String
    var file: String
    /// What the story's text begins with after its title.
    var source: String
    var ticker: String?
    var text: String
  }

  static let all: [Layout] = [
    Layout(
      description: "Yahoo", file: "BTC-USD.csv", source: "Yahoo Finance, daily, 120 days, 2024-01-01 to 2024-04-29, BTC-USD.",
      ticker: "BTC",
      text: (["Date,Open,High,Low,Close,Adj Close,Volume"] + rows { "\($0),\(ohlc($1)),\(plain($1)),123456" }).joined(separator: "\n")),
    Layout(
      description: "yfinance", file: "prices.csv", source: "Yahoo Finance, daily, 120 days, 2024-01-01 to 2024-04-29, ETH-USD.",
      ticker: "ETH",
      text: (["Price,Close,High,Low,Open,Volume", "Ticker,ETH-USD,ETH-USD,ETH-USD,ETH-USD,ETH-USD", "Date,,,,,"]
        + rows { "\($0),\(plain($1)),1,1,1,5" }).joined(separator: "\n")),
    Layout(
      description: "CoinGecko", file: "btc-usd-max.csv", source: "CoinGecko, daily, 120 days, 2024-01-01 to 2024-04-29, BTC-USD.",
      ticker: "BTC",
      text: (["snapped_at,price,market_cap,total_volume"]
        + rows { "\($0.adding(days: 1)) 00:00:00 UTC,\(plain($1)),839414100000.0,32707441827.9" })
        .joined(separator: "\n")),
    Layout(
      description: "CoinMarketCap", file: "Ethereum_1_1_2024-4_29_2024_historical_data_coinmarketcap.csv",
      source: "CoinMarketCap, daily, 120 days, 2024-01-01 to 2024-04-29, Ethereum in USD.", ticker: "Ethereum",
      text: (["timeOpen;timeClose;timeHigh;timeLow;name;open;high;low;close;volume;marketCap;timestamp"]
        + rows {
          "\"\($0)T00:00:00.000Z\";\"\($0)T23:59:59.999Z\";\"x\";\"y\";\"2781\";\(ohlc($1, separator: ";"))00000000;1;2;\"\($0)T23:59:59.999Z\""
        }.reversed()).joined(separator: "\r\n")),
    Layout(
      description: "Investing.com", file: "Bitcoin Historical Data - Investing.com.csv",
      source: "Investing.com, daily, 120 days, 2024-01-01 to 2024-04-29, Bitcoin.", ticker: "Bitcoin",
      text: "\u{FEFF}"
        + (["\"Date\",\"Price\",\"Open\",\"High\",\"Low\",\"Vol.\",\"Change %\""]
        + rows {
          "\"\(padded($0.month))/\(padded($0.day))/\($0.year)\",\"\(grouped($1, ",", "."))\",\"1\",\"2\",\"3\",\"720.40K\",\"-1.19%\""
        }.reversed()).joined(separator: "\n")),
    Layout(
      description: "Binance, milliseconds", file: "BTCUSDT-1d-2024.csv",
      source: "Binance klines, daily, 120 days, 2024-01-01 to 2024-04-29, BTC-USDT.", ticker: "BTC",
      text: rows { "\(Int($0.daysSinceEpoch) * 86_400_000),\(ohlc($1)),5.1,\(Int($0.daysSinceEpoch) * 86_400_000 + 86_399_999),7,8,9,1,0" }
        .joined(separator: "\n")),
    Layout(
      description: "Binance, microseconds", file: "SOLUSDC-1d-2025.csv",
      source: "Binance klines, daily, 120 days, 2024-01-01 to 2024-04-29, SOL-USDC.", ticker: "SOL",
      text: rows { "\(Int($0.daysSinceEpoch) * 86_400_000_000),\(ohlc($1)),5.1,\(Int($0.daysSinceEpoch) * 86_400_000_000),7,8,9,1,0" }
        .joined(separator: "\n")),
    Layout(
      description: "CryptoDataDownload", file: "Bitstamp_BTCUSD_d.csv",
      source: "CryptoDataDownload, daily, 120 days, 2024-01-01 to 2024-04-29, BTC-USD.", ticker: "BTC",
      text: (["https://www.CryptoDataDownload.com", "unix,date,symbol,open,high,low,close,Volume BTC,Volume USD"]
        + rows { "\(Int($0.daysSinceEpoch) * 86_400),\($0) 00:00:00,BTC/USD,\(ohlc($1)),1,2" }.reversed()).joined(separator: "\n")),
    Layout(
      description: "FRED", file: "CBBTCUSD.csv", source: "FRED, daily, 120 days, 2024-01-01 to 2024-04-29, BTC-USD.", ticker: "BTC",
      text: (["observation_date,CBBTCUSD"] + rows { "\($0),\(plain($1))" }).joined(separator: "\n")),
    Layout(
      description: "German", file: "kurse.csv", source: "Price table, daily, 120 days, 2024-01-01 to 2024-04-29, asset not named.",
      ticker: nil,
      text: (["Datum;Schlusskurs (EUR)"] + rows { "\(padded($0.day)).\(padded($0.month)).\($0.year);\(grouped($1, ".", ","))" })
        .joined(separator: "\n")),
    Layout(
      description: "hourly", file: "hourly.csv", source: "Price table, hourly, 120 days, 2024-01-01 to 2024-04-29, asset not named.",
      ticker: nil,
      text: (["timestamp,close"]
        + rows { day, cents in
          (0..<24).map { "\(day)T\(padded($0)):00:00+00:00,\(plain($0 == 23 ? cents : cents * 2))" }.joined(separator: "\n")
        }).joined(separator: "\n")),
    Layout(
      description: "names without numbers", file: "export (3).csv",
      source: "Price table, daily, 120 days, 2024-01-01 to 2024-04-29, asset not named.", ticker: nil,
      text: rows { "\(CalendarDay.monthNames[$0.month - 1]) \($0.day) \($0.year)\t$\(grouped($1, ",", "."))" }.joined(separator: "\n")),
    Layout(
      description: "bare", file: "bitcoin.csv", source: "Price table, daily, 120 days, 2024-01-01 to 2024-04-29, Bitcoin.",
      ticker: "Bitcoin",
      text: rows { "\(Int($0.daysSinceEpoch) * 86_400),\(plain($1))" }.joined(separator: "\n")),
  ]
}
