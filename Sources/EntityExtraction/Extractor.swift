import RegulatoryModel

/// Turns a story's text into findings. A value: make one, share it among all threads.
package struct Extractor: Sendable {
  package let lexicon: Lexicon

  /// To be raised whenever the rules find something else in the same text, so that libraries made before are brought up to date.
  package static let rulesVersion = 1

  package init(lexicon: Lexicon = .builtIn) { self.lexicon = lexicon }

  /// All that the rules find. Takes time linear in the text, whatever it is.
  package func findings(in story: Story) -> Findings {
    let scan = TextScan(story, lexicon: lexicon)
    var findings = Findings()
    (findings.exchanges, findings.agencies, findings.assets) = EntityRules(lexicon: lexicon).find(in: scan)
    findings.actions = ActionFinder(scan, lexicon: lexicon, exchanges: findings.exchanges).find(findings.agencies)
    findings.quotes = QuoteFinder(scan).find()
    return findings
  }
}
