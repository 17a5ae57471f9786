import RegulatoryModel

/// A rule that takes a place in a text for a finding, with what it says in words: shown where a person asks why.
///
/// Each family of rules lists its own beside them; `all` joins the lists.
package struct ExtractionRule: Sendable, Hashable {
  package let id: RuleID
  /// One sentence, for a person: "The name means only this body."
  package let sentence: String

  init(_ id: String, _ sentence: String) {
    self.id = RuleID(id)
    self.sentence = sentence
  }

  /// Every rule there is.
  package static let all: [ExtractionRule] = entities + actions + quotes + legislation + volatility + deadlines + prices

  private static let legislation = LegislationRule.allCases.map { ExtractionRule($0.rawValue, $0.sentence) }
  private static let volatility = VolatilityRule.allCases.map { ExtractionRule($0.rawValue, $0.sentence) }
  private static let deadlines = DeadlineRule.allCases.map { ExtractionRule($0.rawValue, $0.sentence) }
  private static let prices = PriceRule.allCases.map { ExtractionRule($0.rawValue, $0.sentence) }

  private static let byID = Dictionary(all.map { ($0.id, $0.sentence) }, uniquingKeysWith: { first, _ in first })

  /// What a rule says in words; its bare name where the table lacks it (a library made by another version).
  package static func sentence(for id: RuleID) -> String { byID[id] ?? id.rawValue }
}
