import RegulatoryModel

/// Turns a story's text into findings. A value: make one, share it among all threads.
package struct Extractor: Sendable {
  package let lexicon: Lexicon
  private let legislation: LegislationFinder
  private let volatility: VolatilityFinder
  private let prices: PriceFinder

  /// To be raised whenever the rules find something else in the same text, so that libraries made before are brought up to date.
  package static let rulesVersion = 1

  package init(lexicon: Lexicon = .builtIn) {
    self.lexicon = lexicon
    legislation = LegislationFinder(lexicon: lexicon)
    volatility = VolatilityFinder(lexicon: lexicon)
    prices = PriceFinder(lexicon: lexicon)
  }

  /// All that the rules find. Takes time linear in the text, whatever it is.
  package func findings(in story: Story) -> Findings {
    // The text of a price history is made of its figures: what it says is known without reading it.
    if let history = story.prices { return prices.findings(in: history) }
    let scan = TextScan(story, lexicon: lexicon)
    let words = StoryWords(scan)
    var findings = Findings()
    (findings.exchanges, findings.agencies, findings.assets) = EntityRules(lexicon: lexicon).find(in: scan)
    findings.legislation = legislation.find(in: words)
    if let bill = story.officialBill {
      findings.legislation = OfficialBillFinding.merged(bill, with: findings.legislation, text: story.text, lexicon: lexicon)
    }
    findings.volatility = volatility.find(in: words)
    findings.deadlines = story.officialBill?.isPending == true ? [] : DeadlineFinder().find(in: words)
    findings.actions = ActionFinder(words, lexicon: lexicon, exchanges: findings.exchanges).find(findings.agencies)
    findings.quotes = QuoteFinder(scan).find()
    return findings
  }
}
