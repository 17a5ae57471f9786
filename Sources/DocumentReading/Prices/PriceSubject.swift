import RegulatoryModel

/// What prices are of, and what they are in, as far as a symbol, a column's name or a file's name says.
struct PriceSubject: Hashable {
  var asset: PriceSeries.Asset?
  var quote: String?

  /// Whether prices in it are prices in money, not in another crypto-asset.
  var isInMoney: Bool { quote.map { !Self.cryptoQuotes.contains($0) } ?? true }

  private static let currencies: Set<String> = [
    "USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "NZD", "KRW", "INR", "BRL", "TRY", "CNY", "SGD", "HKD", "MXN", "ZAR", "RUB", "UAH",
    "NGN", "PLN", "SEK", "NOK", "DKK", "THB", "IDR", "XAU", "XAG",
  ]
  /// Coins that stand for a dollar.
  private static let dollarCoins: Set<String> = ["USDT", "USDC", "BUSD", "FDUSD", "TUSD", "USDP", "DAI"]
  private static let cryptoQuotes: Set<String> = ["BTC", "XBT", "ETH", "BNB"]
  private static let quotes = currencies.union(dollarCoins).union(cryptoQuotes)
  /// The ends by which a symbol in one piece is cut ("BTCUSDT"), longest first.
  private static let quoteEnds = [
    "FDUSD", "USDT", "USDC", "BUSD", "TUSD", "USD", "EUR", "GBP", "JPY", "KRW", "TRY", "BRL", "BTC", "ETH", "BNB",
  ]
  /// What was traded most against BUSD and TUSD, whose names can't be told by their ends.
  private static let majors: Set<String> = [
    "BTC", "ETH", "BNB", "XRP", "ADA", "SOL", "DOGE", "LTC", "DOT", "LINK", "TRX", "AVAX", "MATIC", "SHIB",
  ]
  /// Coins whose own symbols end like a pair.
  private static let wholeSymbols: Set<String> = [
    "PYUSD", "RLUSD", "FDUSD", "BUSD", "TUSD", "GUSD", "SUSD", "LUSD", "HUSD", "CRVUSD", "CUSD", "ZUSD", "MUSD", "DUSD", "WBTC", "CBBTC",
    "TBTC", "RENBTC", "STETH", "WETH", "RETH", "CBETH", "WBETH", "WSTETH", "WEETH",
  ]

  static func isQuote(_ word: String) -> Bool { quotes.contains(word.uppercased()) }

  /// Reads `BTC`, `BTC-USD`, `BTC/USDT`, `BTCUSDT`, `tBTCUSD`, `COINBASE:BTCUSD`, or a name.
  init?(symbol text: String, evidence: PriceSeries.Asset.Evidence) {
    let words = Self.words(text)
    guard !words.isEmpty, words.count <= 5 else { return nil }
    if let pair = Self.pair(in: words) {
      self = pair
    } else if words.count == 1, Self.isTicker(words[0]) {
      asset = .init(text: words[0].uppercased(), isTicker: true, evidence: evidence)
    } else {
      asset = .init(text: words.joined(separator: " "), isTicker: false, evidence: evidence)
    }
  }

  /// Reads a file's name without its extension: `BTC-USD`, `btc-usd-max`, `Bitcoin Historical Data - Investing.com`.
  ///
  /// - Parameter evidence: of what the publisher calls a file; a pair is a pair anywhere.
  init(fileName: String, evidence: PriceSeries.Asset.Evidence) {
    var words = Self.words(fileName)
    if let pair = Self.pair(in: words) {
      self = pair
      return
    }
    if let place = words.lastIndex(where: { Self.currencies.contains($0.uppercased()) && $0 == $0.uppercased() }), words.count > 1 {
      quote = words.remove(at: place)
    }
    words.removeAll { Self.isNoise($0) }
    guard (1...4).contains(words.count) else { return }
    if words.count == 1, Self.isTicker(words[0]), words[0].utf8.count <= 4 || words[0] == words[0].uppercased() {
      asset = .init(text: words[0].uppercased(), isTicker: true, evidence: evidence)
    } else {
      asset = .init(text: words.map(Self.capitalised).joined(separator: " "), isTicker: false, evidence: evidence)
    }
  }

  /// Names in small letters are how computers write them.
  private static func capitalised(_ word: String) -> String {
    word == word.lowercased() ? word.prefix(1).uppercased() + word.dropFirst() : word
  }

  init() {}

  static func only(quote: String?) -> PriceSubject {
    var subject = PriceSubject()
    subject.quote = quote
    return subject
  }

  /// The currency in a column's name: "Closing Price (USD)", "price_eur".
  static func quote(inColumn name: String) -> String? {
    words(name).last { currencies.contains($0.uppercased()) || dollarCoins.contains($0.uppercased()) }?.uppercased()
  }

  /// Two words of which the second is a currency, or one that ends with a currency.
  private static func pair(in words: [String]) -> PriceSubject? {
    for (base, quote) in zip(words, words.dropFirst()) where quotes.contains(quote.uppercased()) && !isNoise(base) {
      guard base.utf8.count <= 10, base.utf8.contains(where: \.isASCIILetter), base.uppercased() != quote.uppercased() else { continue }
      return PriceSubject(base: base.uppercased(), quote: quote.uppercased())
    }
    for word in words where !isNoise(word) && isTicker(word) {
      let symbol = word.uppercased()
      guard !wholeSymbols.contains(symbol) else { continue }
      for end in quoteEnds where symbol.hasSuffix(end) {
        let base = String(symbol.dropLast(end.count))
        // "SHIBUSD" ends with BUSD and is SHIB in USD.
        guard (2...6).contains(base.utf8.count), !isNoise(base), end != "BUSD" && end != "TUSD" || majors.contains(base) else { continue }
        return PriceSubject(base: base, quote: end)
      }
    }
    return nil
  }

  private init(base: String, quote: String) {
    // Money in money is no crypto-asset, and its symbol may be one's.
    asset = .init(text: base, isTicker: true, evidence: Self.currencies.contains(base) ? .fileName : .pair)
    self.quote = quote
  }

  /// Letters and digits without a blank, no longer than symbols are.
  private static func isTicker(_ word: String) -> Bool {
    word.utf8.count <= 12 && word.utf8.allSatisfy { $0.isASCIILetter || $0.isDigit } && word.utf8.contains(where: \.isASCIILetter)
  }

  private static func words(_ text: String) -> [String] {
    text.utf8.prefix(200).split { !$0.isWordByte }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Words of file names that name no asset: publishers, venues, intervals, and words for data.
  private static let noise: Set<String> = [
    "historical", "history", "hist", "data", "dataset", "price", "prices", "pricing", "chart", "charts", "max", "daily", "hourly", "weekly",
    "monthly", "day", "days", "hour", "hours", "minute", "min", "week", "month", "year", "years", "1d", "1h", "4h", "1m", "5m", "15m",
    "30m",
    "1w", "1mo", "365d", "ohlc", "ohlcv", "ohlcvt", "kline", "klines", "candles", "candlestick", "close", "closes", "closing", "quotes",
    "export", "exported", "download", "downloaded", "copy", "final", "new", "index", "spot", "the", "of", "and", "from", "to", "in", "for",
    "all", "time", "series", "table", "file", "csv", "market", "markets", "crypto", "cryptocurrency", "coin", "coins", "token", "asset",
    "investing", "com", "coinmarketcap", "coingecko", "yahoo", "finance", "yfinance", "binance", "bitfinex", "kraken", "coinbase",
    "bitstamp",
    "gemini", "okx", "bybit", "kucoin", "cryptodatadownload", "coindesk", "cryptocompare", "messari", "glassnode", "fred", "test", "sample",
    "example", "untitled", "kurs", "kurse", "preis", "preise", "precios", "prix", "cours", "jan", "feb", "mar", "apr", "may", "jun", "jul",
    "aug", "sep", "oct", "nov", "dec", "ytd", "5y", "1y",
  ]

  private static func isNoise(_ word: String) -> Bool { word.utf8.allSatisfy(\.isDigit) || noise.contains(word.lowercased()) }
}
