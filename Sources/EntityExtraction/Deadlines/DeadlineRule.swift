import RegulatoryModel

/// The rules that find deadlines, each with what it says in words.
package enum DeadlineRule: String, CaseIterable, Sendable {
  case comment = "deadline.comment"
  case effective = "deadline.effective"
  case compliance = "deadline.compliance"
  case hearing = "deadline.hearing"

  package var id: RuleID { RuleID(rawValue) }

  /// One sentence for the person who asks why.
  package var sentence: String {
    switch self {
    case .comment: "The sentence says by which day comments must be in."
    case .effective: "The sentence says on which day the rule or act takes effect."
    case .compliance: "The sentence says by which day one must comply."
    case .hearing: "The sentence says on which day a hearing or meeting is to be held."
    }
  }

  package var confidence: Confidence {
    switch self {
    case .comment, .effective, .compliance: .certain
    case .hearing: .strong
    }
  }
}
