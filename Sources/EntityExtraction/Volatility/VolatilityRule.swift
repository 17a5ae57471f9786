import RegulatoryModel

/// The rules that find price moves, each with what it says in words; the reader shows them under "why".
package enum VolatilityRule: String, CaseIterable, Sendable {
  case verb = "volatility.verb"
  case after = "volatility.after"
  case noun = "volatility.noun"
  case listed = "volatility.listed"
  case table = "volatility.table"
  case doubled = "volatility.doubled"
  case prices = "volatility.prices"

  package var id: RuleID { RuleID(rawValue) }

  /// One sentence for the person who asks why.
  package var sentence: String {
    switch self {
    case .verb: "A verb or adverb of movement stands before the percentage, and its subject is the asset or its price."
    case .after: "A word such as “lower”, “higher” or “below its peak” follows the percentage, and the subject is the asset or its price."
    case .noun: "The percentage measures a drop, gain or swing, and the text says that it is the asset’s."
    case .listed: "The asset and its percentage go on a list that began with a verb of movement."
    case .table: "A line or cell gives the asset and a percentage with a sign."
    case .doubled: "The text says that the asset halved, doubled or tripled."
    case .prices: "The text gives the price before and after; the percentage is worked out from them."
    }
  }

  package var confidence: Confidence {
    switch self {
    case .verb, .prices: .certain
    case .after, .noun, .table, .doubled: .strong
    case .listed: .fair
    }
  }
}
