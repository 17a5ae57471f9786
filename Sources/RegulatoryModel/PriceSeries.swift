/// The closing prices of one asset, one for each day, as a price file gives them. Facts only: what they amount to is worked out by
/// `PriceFigures` and `LargeMove`.
package struct PriceSeries: Sendable, Equatable {
  /// The last price of a day, in UTC.
  package struct Close: Sendable, Hashable {
    package var day: CalendarDay
    /// Above zero. The nearest Double to the decimal number of the file; one of up to 15 digits comes back exactly.
    package var price: Double
    package init(day: CalendarDay, price: Double) {
      self.day = day
      self.price = price
    }
  }

  /// What the file says the prices are of.
  package struct Asset: Sendable, Hashable {
    /// How surely the words mean a crypto-asset, surest last.
    package enum Evidence: Int, Sendable, Comparable {
      /// Only the file's name, which may say anything.
      case fileName
      /// A column of symbols, the name that a price site gave the file, or a file of a source that has nothing but crypto-assets.
      case source
      /// A pair with its currency ("BTC-USD").
      case pair
      package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }
    /// "BTC", "Bitcoin Cash".
    package var text: String
    /// A short code in capitals, not a name.
    package var isTicker: Bool
    package var evidence: Evidence
    package init(text: String, isTicker: Bool, evidence: Evidence) {
      self.text = text
      self.isTicker = isTicker
      self.evidence = evidence
    }
  }

  /// Nil where neither the file nor its name says.
  package var asset: Asset?
  /// What the prices are in: `USD`, `USDT`, `BTC`; nil where the file doesn't say.
  package var quote: String?
  /// Whether prices in `quote` are prices in money: a currency, a coin that stands for one, or not stated.
  package var isInMoney: Bool
  /// By day; no day twice; days may be missing.
  package let closes: [Close]

  /// - Parameter closes: in any order, no day twice.
  package init(asset: Asset?, quote: String?, isInMoney: Bool = true, closes: [Close]) {
    self.asset = asset
    self.quote = quote
    self.isInMoney = isInMoney
    self.closes = closes.sorted { $0.day < $1.day }
  }
}

/// What a story of prices is made from, and where its text says what: extraction makes notes of the one and spans of the other.
package struct PriceHistory: Sendable, Equatable {
  package var series: PriceSeries
  /// UTF-8 offsets into the story's text.
  package var assetSpan: Range<Int>?
  /// The day on which a large move ended: its line.
  package var moveSpans: [CalendarDay: Range<Int>]
  /// The line on the largest fall from a peak.
  package var fallSpan: Range<Int>?

  package init(
    series: PriceSeries, assetSpan: Range<Int>? = nil, moveSpans: [CalendarDay: Range<Int>] = [:], fallSpan: Range<Int>? = nil
  ) {
    self.series = series
    self.assetSpan = assetSpan
    self.moveSpans = moveSpans
    self.fallSpan = fallSpan
  }
}
