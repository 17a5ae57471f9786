import RegulatoryModel
import Testing

@testable import EntityExtraction

@Suite struct ExtractionRuleTests {
  @Test func everyRuleHasASentenceAndAnIdOfItsOwn() {
    let ids = ExtractionRule.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    for rule in ExtractionRule.all {
      #expect(rule.sentence.hasSuffix("."))
      #expect(ExtractionRule.sentence(for: rule.id) == rule.sentence)
    }
  }

  @Test func everyMarkNamesARuleOfTheTable() {
    let known = Set(ExtractionRule.all.map(\.id))
    for trap in entityTraps {
      for mark in sharedExtractor.findings(in: MarkedText(trap.text).story).marks {
        #expect(known.contains(mark.mention.rule), "\(mark.mention.rule.rawValue)")
      }
    }
  }

  @Test func anUnknownRuleIsToldByItsBareName() {
    #expect(ExtractionRule.sentence(for: RuleID("gone.rule")) == "gone.rule")
  }

  @Test func everyRuleSaysInWordsHowFarItCanBeReliedOn() {
    for level in Confidence.allCases {
      #expect(level.sentence.lowercased().hasPrefix(level.rawValue + ": "), "\(level)")
      #expect(ExtractionRule.all.contains { $0.confidence == level }, "no rule is \(level)")
    }
    #expect(ExtractionRule.confidence(of: RuleID("name.plain-name")) == .certain)
    #expect(ExtractionRule.confidence(of: RuleID("gone.rule")) == .fair)
    #expect(Confidence.fair < .strong && Confidence.strong < .certain)
  }
}
