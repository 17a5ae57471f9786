import RegulatoryModel

/// Makes findings of a price history: the asset, and a volatility note for each large daily move and for the largest fall.
///
/// The reader has written these figures into the story's text; the notes' spans are those lines.
struct PriceFinder: Sendable {
  private struct Known {
    var ticker: String
    var name: String
    /// A word that means other things too.
    var isWeak: Bool
  }

  /// By ticker, name or alias in small letters.
  private let assets: [String: Known]

  init(lexicon: Lexicon) {
    var assets: [String: Known] = [:]
    func add(_ text: String, _ row: AssetRow, isWeak: Bool) {
      let key = text.lowercased()
      if let known = assets[key], !known.isWeak || isWeak { return }
      assets[key] = Known(ticker: row.ticker, name: row.name, isWeak: isWeak)
    }
    let rows = lexicon.assets.filter { $0.ticker != AssetPlaces.market.ticker && !$0.ticker.hasPrefix("INDEX:") }
    // A ticker outranks an alias of another asset.
    for row in rows { add(row.ticker, row, isWeak: row.aliases.contains { $0.isWeak && $0.text == row.ticker }) }
    let tickers = assets
    for row in rows {
      add(row.name, row, isWeak: false)
      for alias in row.aliases { add(alias.text, row, isWeak: alias.isWeak) }
    }
    self.assets = assets.merging(tickers) { _, ticker in ticker }
  }

  func findings(in prices: PriceHistory) -> Findings {
    var findings = Findings()
    guard let asset = prices.series.asset, let (ticker, name) = known(asset) else { return findings }
    if let span = prices.assetSpan {
      findings.assets = [EntityFinding(id: ticker, name: name, mentions: [Mention(span: span, rule: PriceRule.asset.id)])]
    }
    guard prices.series.isInMoney else { return findings }
    func note(_ change: PriceChange, window: String, span: Range<Int>, rule: PriceRule) -> VolatilityNote {
      VolatilityNote(
        asset: ticker, name: name, direction: change.basisPoints < 0 ? .down : .up, basisPoints: abs(change.basisPoints), window: window,
        date: change.to.day, fromPrice: change.from.price, toPrice: change.to.price, span: span, rule: rule.id)
    }
    if let fall = PriceFigures(prices.series).largestFall, abs(fall.basisPoints) >= LargeMove.leastBasisPoints, let span = prices.fallSpan {
      findings.volatility.append(note(fall, window: "P\(fall.days)D", span: span, rule: .drawdown))
    }
    for move in (LargeMove.all(in: prices.series) ?? []).reversed() {
      guard let span = prices.moveSpans[move.change.to.day] else { continue }
      findings.volatility.append(note(move.change, window: "24h", span: span, rule: .largeMove))
    }
    return findings
  }

  /// The asset that the file's word means: one of the lexicon, or an unlisted ticker that the file pairs with money.
  private func known(_ asset: PriceSeries.Asset) -> (ticker: String, name: String)? {
    if let known = assets[asset.text.lowercased()] {
      if !known.isWeak || asset.evidence >= .source { return (known.ticker, known.name) }
      return nil
    }
    guard asset.isTicker, asset.evidence == .pair, asset.text != AssetPlaces.market.ticker else { return nil }
    return (asset.text, asset.text)
  }
}
