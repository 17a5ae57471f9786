import RegulatoryModel

/// A line of a name table.
package struct LexiconPlace: Hashable, Sendable {
  /// A path, or what stands for one: "Lexicon/exchanges.tsv".
  package var file: String
  package var line: Int
  package var isBuiltIn: Bool
}

/// Something in a name table that can't be meant.
package struct LexiconFault: Hashable, Sendable {
  package enum Rule: String, CaseIterable, Sendable {
    case double, clash, dangerous, shadowed
    case noCues = "no-cues"
    case neverMatches = "never-matches"
    case noParent = "no-parent"
    case noBody = "no-body"

    /// Why it is a fault.
    package var why: String {
      switch self {
      case .double: "the same is said twice"
      case .clash: "one name means two things, and nothing tells which"
      case .dangerous: "such a word stands in texts that have nothing to do with it"
      case .shadowed: "it is given here and denied there, so it is never found"
      case .noCues: "one ambiguous name, and neither cue words nor countries tell which is meant"
      case .neverMatches: "no text can match it: a name begins with a letter or digit, lies on one line and has at most 32 words"
      case .noParent: "there is no agency of that id"
      case .noBody: "a person who belongs to no body is never found as a sponsor"
      }
    }

    /// What to do about it.
    package var remedy: String {
      switch self {
      case .double: "take one of them out"
      case .clash: "put “?” before it in both, and give each its cues"
      case .dangerous: "put “?” before it and give cues, or take it out"
      case .shadowed: "take out one of the two"
      case .noCues: "give at least one of them cues"
      case .neverMatches: "write it as it stands in texts"
      case .noParent: "correct the id, or take “parent” out"
      case .noBody: "give “chamber”: house, senate, or the name of the body"
      }
    }
  }

  package var place: LexiconPlace
  package var rule: Rule
  /// Which name or row: "“Gate” of gate is an everyday word".
  package var what: String

  package var problem: Problem {
    let place = place.isBuiltIn ? "\(place.file):\(place.line)" : place.file
    return Problem("\(place): \(what)", why: rule.why, remedy: rule.remedy)
  }
}
