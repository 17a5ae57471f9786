import RegulatoryModel

/// Why words in quotation marks were taken for somebody's.
enum QuoteRule: String, CaseIterable {
  case speakerAfter = "quote.speaker-after"
  case speakerBefore = "quote.speaker-before"
  case speakerContinues = "quote.speaker-continues"

  var id: RuleID { RuleID(rawValue) }

  var sentence: String {
    switch self {
    case .speakerAfter: "The quotation is followed by who said it."
    case .speakerBefore: "The quotation is preceded by who said it."
    case .speakerContinues: "The quotation is said by “he” or “she”: the speaker named last."
    }
  }

  var confidence: Confidence {
    switch self {
    case .speakerAfter, .speakerBefore: .certain
    case .speakerContinues: .fair
    }
  }
}

extension ExtractionRule {
  /// The rules for quotations.
  static let quotes: [ExtractionRule] = QuoteRule.allCases.map { ExtractionRule($0.id.rawValue, $0.sentence, $0.confidence) }
}
