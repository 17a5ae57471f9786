import RegulatoryModel

/// Why words were taken for an agency's action.
enum ActionRule: String, CaseIterable {
  case agencyActs = "agency-acts"
  case doneByAgency = "done-by-agency"
  case dealsWithAgency = "deals-with-agency"

  var id: RuleID { RuleID("action." + rawValue) }

  var sentence: String {
    switch self {
    case .agencyActs: "The agency is followed by a verb that tells what it did, and to whom or with what."
    case .doneByAgency: "The passive voice tells what was done by the agency."
    case .dealsWithAgency: "Somebody settled with, met, or got a licence from the agency."
    }
  }

  var confidence: Confidence {
    switch self {
    case .agencyActs, .doneByAgency: .strong
    case .dealsWithAgency: .fair
    }
  }
}

extension ExtractionRule {
  /// The rules for what agencies did.
  static let actions: [ExtractionRule] = ActionRule.allCases.map { ExtractionRule($0.id.rawValue, $0.sentence, $0.confidence) }
}
