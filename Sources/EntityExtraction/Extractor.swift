import RegulatoryModel

/// Turns a story's text into findings. A value: make one, share it among all threads.
package struct Extractor: Sendable {
  package let lexicon: Lexicon
  private let legislation: LegislationFinder
  private let volatility: VolatilityFinder

  /// To be raised whenever the rules find something else in the same text, so that libraries made before are brought up to date.
  package static let rulesVersion = 1

  package init(lexicon: Lexicon = .builtIn) {
    self.lexicon = lexicon
    legislation = LegislationFinder(lexicon: lexicon)
    volatility = VolatilityFinder(lexicon: lexicon)
  }

  /// All that the rules find. Takes time linear in the text, whatever it is.
  package func findings(in story: Story) -> Findings {
    var text = story.text
    // The rules read the bytes where the story has them.
    return text.withUTF8 { findings(in: TextScan(story, $0, lexicon: lexicon)) }
  }

  private func findings(in scan: TextScan) -> Findings {
    let words = StoryWords(scan)
    var findings = Findings()
    (findings.exchanges, findings.agencies, findings.assets) = EntityRules(lexicon: lexicon).find(in: scan)
    findings.legislation = legislation.find(in: words)
    findings.volatility = volatility.find(in: words)
    findings.deadlines = DeadlineFinder().find(in: words)
    findings.actions = ActionFinder(words, lexicon: lexicon, exchanges: findings.exchanges).find(findings.agencies)
    findings.quotes = QuoteFinder(scan).find()
    return findings
  }
}
