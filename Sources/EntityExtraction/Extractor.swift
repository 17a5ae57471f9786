import RegulatoryModel

/// Turns a story's text into findings. A value: make one, share it among all threads.
package struct Extractor: Sendable {
  package let lexicon: Lexicon
  private let legislation: LegislationFinder
  private let volatility: VolatilityFinder
  private let prices: PriceFinder

  /// To be raised whenever the rules find something else in the same text, so that libraries made before are brought up to date.
  package static let rulesVersion = 4

  package init(lexicon: Lexicon = .builtIn) {
    self.lexicon = lexicon
    legislation = LegislationFinder(lexicon: lexicon)
    volatility = VolatilityFinder(lexicon: lexicon)
    prices = PriceFinder(lexicon: lexicon)
  }

  /// All that the rules find. Takes time linear in the text, whatever it is.
  ///
  /// Memory is bounded as well: with a text of 64 MB, whatever it says, the program stays under 300 MB. So of a text that names things
  /// hundreds of thousands of times not every place is kept (`PlaceLimits` has the numbers), and `Findings.isCut` says so. Each thing
  /// of the name lists that is named keeps its first places.
  package func findings(in story: Story) -> Findings {
    // The text of a price history is made of its figures: what it says is known without reading it.
    if let history = story.prices {
      var findings = prices.findings(in: history)
      if !lexicon.denials.isEmpty { lexicon.denials.filterRest(&findings, TextScan(story, lexicon: lexicon)) }
      return findings
    }
    var text = story.text
    // The rules read the bytes where the story has them.
    return text.withUTF8 { findings(in: TextScan(story, $0, lexicon: lexicon)) }
  }

  private func findings(in scan: TextScan) -> Findings {
    let story = scan.story
    var findings = Findings()
    (findings.exchanges, findings.agencies, findings.assets) = EntityRules(lexicon: lexicon).find(in: scan)
    let words = StoryWords(scan, places: scan.hits.count)
    findings.legislation = legislation.find(in: words)
    if let bill = story.officialBill {
      findings.legislation = OfficialBillFinding.merged(bill, with: findings.legislation, text: story.text, lexicon: lexicon)
    }
    if !lexicon.denials.isEmpty { lexicon.denials.filterNames(&findings, scan) }
    findings.volatility = volatility.find(in: words)
    findings.deadlines = story.officialBill?.isPending == true ? [] : DeadlineFinder().find(in: words)
    findings.actions = ActionFinder(words, exchanges: findings.exchanges, agencies: findings.agencies).find()
    findings.quotes = QuoteFinder(words).find()
    if !lexicon.denials.isEmpty { lexicon.denials.filterRest(&findings, scan) }
    findings.isCut = scan.isCut
    return findings
  }
}
