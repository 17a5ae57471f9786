import RegulatoryModel

/// How a table of prices is laid out: who publishes such tables, and which column is what.
struct PriceLayout: Equatable {
  enum Publisher: String {
    case yahoo = "Yahoo Finance"
    case coinGecko = "CoinGecko"
    case coinMarketCap = "CoinMarketCap"
    case investing = "Investing.com"
    case binance = "Binance klines"
    case cryptoDataDownload = "CryptoDataDownload"
    case fred = "FRED"
    case other = "Price table"

    /// The order of "01/02/2024" in its files; nil where they have no such dates, or none is known.
    var order: DateReader.NumericOrder? { self == .investing ? .monthFirst : nil }
    /// Whether it has prices of crypto-assets alone.
    var isCryptoOnly: Bool { [.coinGecko, .coinMarketCap, .binance, .cryptoDataDownload, .fred].contains(self) }
    /// How much the file's name says on what the prices are of. Investing.com names its files; Yahoo does too, but after shares as well,
    /// and gives crypto-assets as pairs.
    var evidenceOfFileName: PriceSeries.Asset.Evidence { isCryptoOnly || self == .investing ? .source : .fileName }
    /// CoinGecko stamps the close of a day with 00:00 of the next.
    var stampsNextDay: Bool { self == .coinGecko }
  }

  var publisher: Publisher
  var time: Int
  var price: Int
  /// The column with what the row's price is of, where rows of several assets may stand together.
  var symbol: Int?
  /// What the head says of all rows.
  var subject: PriceSubject
  /// The line after which the prices begin.
  var headLine: Int
  /// Whether the columns' names say what they are; else the numbers alone do.
  var hasNames: Bool
}

extension PriceLayout {
  /// Recognises a table of prices by its columns; nil for a table of anything else.
  init?(recognises head: DelimitedHead) {
    for (place, row) in head.rows.prefix(6).enumerated() {
      if let layout = Self.named(row, followers: Array(head.rows.dropFirst(place + 1).prefix(2))) {
        self = layout
        return
      }
    }
    guard let layout = Self.bare(head.rows) else { return nil }
    self = layout
  }

  // MARK: With names

  private static let timeNames = [
    "snappedat", "timeopen", "opentime", "date", "datetime", "timestamp", "time", "day", "datum", "fecha", "observationdate", "dateutc",
    "timestamputc", "timeutc", "datetimeutc", "unix", "unixtimestamp", "unixtime", "timestampms", "opentimems", "timeperiodstart",
    "startdate",
    "start", "ts", "priceat", "period", "closetime", "timeclose", "snapshot",
  ]
  private static let priceNames = [
    "close", "closelast", "closingprice", "closeprice", "price", "last", "lastprice", "pricelast", "marketprice", "schlusskurs", "kurs",
    "schluss", "preis", "cierre", "último", "adjclose",
  ]
  private static let symbolNames: Set<String> = [
    "symbol", "ticker", "pair", "asset", "coin", "coinid", "assetid", "product", "productid", "market", "instrument", "currencypair",
    "crypto",
    "cryptocurrency", "token", "slug",
  ]
  /// Columns of prose or of bookkeeping: a table with one of these may have a price, but is no price history.
  private static let foreignNames: Set<String> = [
    "title", "headline", "body", "text", "content", "article", "story", "summary", "abstract", "description", "url", "link", "author",
    "email",
    "address", "quantity", "qty", "orderid", "invoice", "customer", "sku", "fee", "fees", "txhash", "transactionid", "txid", "side",
    "status",
    "citation", "docket", "agency", "penalty",
  ]

  private static func named(_ row: DelimitedHead.Row, followers: [DelimitedHead.Row]) -> PriceLayout? {
    let names = row.names
    guard names.count >= 2, foreignNames.isDisjoint(with: names) else { return nil }
    if let layout = yfinance(names, followers) { return layout }
    guard let time = timeNames.lazy.compactMap({ names.firstIndex(of: $0) }).first else { return nil }
    if names.count == 2, let layout = pairColumn(row, time: time) { return layout }
    var quote: String?
    guard let price = priceColumn(row, names, besides: time, &quote) else { return nil }
    let publisher = publisher(names)
    var subject = PriceSubject()
    subject.quote = quote
    // CoinMarketCap writes its number of the currency where others write a name.
    var symbol = names.firstIndex { symbolNames.contains($0) }
    if symbol == nil, publisher != .coinMarketCap { symbol = names.firstIndex { $0 == "name" || $0 == "currency" } }
    if publisher == .coinMarketCap, let name = names.firstIndex(of: "name"), let first = followers.first, name < first.fields.count,
      first.fields[name] == "2781"
    {
      subject.quote = "USD"
    }
    return PriceLayout(
      publisher: publisher, time: time, price: price, symbol: symbol, subject: subject, headLine: row.line, hasNames: true)
  }

  /// Two columns, the second called like a pair: `BTC-USD`, or `CBBTCUSD` as FRED calls Coinbase's.
  private static func pairColumn(_ row: DelimitedHead.Row, time: Int) -> PriceLayout? {
    let column = 1 - time
    let name = row.fields[column]
    let isFred = name.hasPrefix("CB") && name.hasSuffix("USD") && name.utf8.count >= 8
    guard let subject = PriceSubject(symbol: isFred ? String(name.dropFirst(2)) : name, evidence: .source), subject.quote != nil else {
      return nil
    }
    // "price_usd" has a currency too.
    if let text = subject.asset?.text.lowercased(), priceNames.contains(text) { return nil }
    return PriceLayout(
      publisher: isFred ? .fred : .other, time: time, price: column, symbol: nil, subject: subject, headLine: row.line, hasNames: true)
  }

  /// A column called a close or price, also with a currency ("Closing Price (USD)").
  private static func priceColumn(_ row: DelimitedHead.Row, _ names: [String], besides time: Int, _ quote: inout String?) -> Int? {
    for name in priceNames {
      for (place, candidate) in names.enumerated() where place != time {
        if candidate == name {
          quote = nil
          return place
        }
        guard candidate.hasPrefix(name), candidate.utf8.count <= name.utf8.count + 5,
          let stated = PriceSubject.quote(inColumn: row.fields[place]), candidate == name + stated.lowercased()
        else { continue }
        quote = stated
        return place
      }
    }
    return nil
  }

  private static func publisher(_ names: [String]) -> PriceLayout.Publisher {
    let set = Set(names)
    if set.isSuperset(of: ["snappedat", "price"]) { return .coinGecko }
    if set.isSuperset(of: ["timeopen", "timeclose", "timehigh", "timelow", "close"]) { return .coinMarketCap }
    if set.isSuperset(of: ["date", "price", "open", "high", "low", "change"]) { return .investing }
    if set.isSuperset(of: ["open", "high", "low", "close", "adjclose", "volume"]) { return .yahoo }
    if set.isSuperset(of: ["opentime", "closetime", "close"]), names.contains(where: { $0.hasPrefix("takerbuy") }) { return .binance }
    if set.isSuperset(of: ["unix", "date", "symbol", "close"]) { return .cryptoDataDownload }
    return .other
  }

  /// What Python's yfinance writes: three lines of head, the second with the symbol under every column.
  private static func yfinance(_ names: [String], _ followers: [DelimitedHead.Row]) -> PriceLayout? {
    guard names.first == "price", followers.count == 2, followers[0].names.first == "ticker",
      timeNames.contains(followers[1].names.first ?? ""),
      let close = names.firstIndex(of: "close"), close < followers[0].fields.count,
      Set(followers[0].fields.dropFirst().filter { !$0.isEmpty }).count == 1
    else { return nil }
    return PriceLayout(
      publisher: .yahoo, time: 0, price: close, symbol: nil,
      subject: PriceSubject(symbol: followers[0].fields[close], evidence: .source) ?? PriceSubject(), headLine: followers[1].line,
      hasNames: true)
  }

  // MARK: Without names

  /// A table that begins with its numbers: a moment and a price, or a moment and open, high, low, close, as its rows bear out.
  private static func bare(_ rows: [DelimitedHead.Row]) -> PriceLayout? {
    guard rows.count >= 3, let columns = rows.first?.fields.count, rows.allSatisfy({ $0.fields.count == columns }) else { return nil }
    let values = rows.map { row in row.fields.dropFirst().map(number) }
    guard rows.allSatisfy({ isMoment($0.fields[0]) }) else { return nil }
    if columns == 2 {
      guard values.allSatisfy({ ($0[0] ?? 0) > 0 }) else { return nil }
      return PriceLayout(
        publisher: .other, time: 0, price: 1, symbol: nil, subject: PriceSubject(), headLine: 0, hasNames: false)
    }
    guard columns >= 5, columns <= 16 else { return nil }
    let isOpenHighLowClose = values.allSatisfy { row in
      guard let open = row[0], let high = row[1], let low = row[2], let close = row[3], low > 0 else { return false }
      return high >= max(open, close) && low <= min(open, close)
    }
    guard isOpenHighLowClose else { return nil }
    return PriceLayout(
      publisher: columns == 12 ? .binance : .other, time: 0, price: 4, symbol: nil, subject: PriceSubject(), headLine: 0, hasNames: false)
  }

  private static func isMoment(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { PriceMoment($0[...], order: .dayFirst) != nil || PriceMoment($0[...], order: .monthFirst) != nil }
  }

  private static func number(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { PriceNumber(mark: .point).value(of: $0[...]) ?? PriceNumber(mark: .comma).value(of: $0[...]) }
  }
}
