import RegulatoryModel

/// How far a finding can be relied on without reading its sentence: a property of the rule that made it, and not a number. The raw
/// value is its name in JSON.
package enum Confidence: String, CaseIterable, Sendable, Comparable {
  /// The text says it in so many words, and regwatch knows no other reading.
  case certain
  /// The words of the same sentence, list or definition settle it.
  case strong
  /// It follows from the rest of the story, or from how such sentences are usually meant.
  case fair

  /// For a person who decides on it.
  package var sentence: String {
    switch self {
    case .certain: "Certain: the text says it in so many words, and regwatch knows no other reading."
    case .strong: "Strong: the words right beside it settle what is meant; another reading would be unusual."
    case .fair:
      "Fair: inferred from the rest of the story, or from how such sentences are usually meant; read the sentence before relying on it."
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .fair: 0
    case .strong: 1
    case .certain: 2
    }
  }
}
