import RegulatoryModel

/// The rules that make volatility notes from price files, each with what it says in words.
package enum PriceRule: String, CaseIterable, Sendable {
  case asset = "prices.asset"
  case largeMove = "prices.large-move"
  case drawdown = "prices.drawdown"

  package var id: RuleID { RuleID(rawValue) }

  /// One sentence for the person who asks why.
  package var sentence: String {
    switch self {
    case .asset: "The price file, one of its columns or its name says that the prices are of this asset."
    case .largeMove:
      "From one day’s close to the next the price changed by at least four times its usual daily move (1.4826 × the median size of the daily log returns of 180 days), and by 1 % or more."
    case .drawdown: "The largest fall, in proportion, from a closing price to a later one in the price file, if it is 1 % or more."
    }
  }
}
