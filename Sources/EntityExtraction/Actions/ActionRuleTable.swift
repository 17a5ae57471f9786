import RegulatoryModel

/// Why words were taken for an agency's action.
enum ActionRule: String, CaseIterable {
  case agencyActs = "action.agency-acts"
  case doneByAgency = "action.done-by-agency"
  case dealsWithAgency = "action.deals-with-agency"
  case itsCase = "action.its-case"
  case caption = "action.caption"
  case actionLine = "action.action-line"

  var id: RuleID { RuleID(rawValue) }

  var sentence: String {
    switch self {
    case .agencyActs: "The agency is followed by a verb that tells what it did, and to whom or with what."
    case .doneByAgency: "The passive voice tells what was done by the agency."
    case .dealsWithAgency: "Somebody settled with, met, paid, or got a licence from the agency."
    case .itsCase: "The agency’s lawsuit, fine or settlement is named together with whom it concerns."
    case .caption: "The name of a court case has the agency as the one that sues."
    case .actionLine: "The ACTION line of a Federal Register notice says it, and the AGENCY line whose it is."
    }
  }

  var confidence: Confidence {
    switch self {
    case .actionLine: .certain
    case .agencyActs, .doneByAgency, .caption: .strong
    case .dealsWithAgency, .itsCase: .fair
    }
  }
}

extension ExtractionRule {
  /// The rules for what agencies did.
  static let actions: [ExtractionRule] = ActionRule.allCases.map { ExtractionRule($0.id.rawValue, $0.sentence, $0.confidence) }
}
