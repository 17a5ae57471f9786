import RegulatoryModel

/// Tells long-standing general law, which is known and searchable, from the bills that a reader follows.
struct LawJudge {
  let words: StoryWords
  let rows: [BillRow]
  private let isCryptoStory: Bool

  private static let pendingWords = KeywordSet("pending reauthorization reauthorisation")
  /// "must-pass".
  private static let must = WordKey.of("must")
  /// How fresh a step must be to make a general act news, in days.
  private static let freshness = 120

  init(words: StoryWords, rows: [BillRow]) {
    self.words = words
    self.rows = rows
    isCryptoStory =
      words.roles.contains(.cryptoInNames)
      || (words.roles.contains(.digital)
        && words.tokens.indices.contains { words.tokens[$0].roles.contains(.digital) && words.is($0 + 1, BillWords.digitalThings) })
  }

  /// Before stages are known: a row that the lexicon calls general, or a name without a word of crypto.
  func isPlainlyGeneral(_ mention: BillMention) -> Bool {
    switch mention.form {
    case .known(let candidates, _): return candidates.allSatisfy { rows[$0].status == "general" }
    case .named: return !ActNameScanner(words: words).isCrypto(mention.range) && mention.title.contains("Act")
    case .number, .defined, .unnamed: return false
    }
  }

  /// - Parameter isCalledPending: whether one of the mentions is.
  func isGeneral(_ finding: BillFinding, _ mentions: [BillMention], isCalledPending: Bool, row: Int?) -> Bool {
    if mentions.contains(where: { if case .unnamed = $0.form { true } else { false } }) { return false }
    let scanner = ActNameScanner(words: words)
    if let row {
      if rows[row].status != "general" { return false }
      return !isNews(finding, isCalledPending) && !isOfThisCongress(finding, mentions)
    }
    if mentions.contains(where: { !$0.isNumber && scanner.isCrypto($0.range) }) { return false }
    if isNews(finding, isCalledPending) || isOfThisCongress(finding, mentions) { return !isCryptoStory }
    if mentions.contains(where: \.isNumber) { return !isCryptoStory }
    // A name that the lexicon lacks, without a word of crypto: news only where the story says so, or where the law is fresh.
    guard isCryptoStory else { return true }
    if finding.sponsor != nil || finding.claims.contains(where: { $0.stage.isOpen }) { return false }
    if let year = mentions.lazy.compactMap({ Int($0.title.suffix(4)) }).first(where: { (1900...2100).contains($0) }) {
      return year < words.scan.story.date.year - 1
    }
    return true
  }

  /// A story on crypto that gives a general act its number, in the Congress of its day, means the bill and not the law.
  private func isOfThisCongress(_ finding: BillFinding, _ mentions: [BillMention]) -> Bool {
    // The yearly acts have a name for all years: an open stage means this year's.
    if finding.id.hasPrefix("us/named/"), isCryptoStory,
      finding.claims.contains(where: { $0.stage.isOpen && $0.rule != LegislationRule.stageCarried.id })
    {
      return true
    }
    guard isCryptoStory, finding.stage != .enacted, mentions.contains(where: \.isNumber) || finding.stage != nil else { return false }
    return finding.id.hasPrefix("us/\(Congress.number(on: words.scan.story.date))/")
  }

  /// A general act is news while it moves: a fresh step, or words such as "must-pass" before it.
  private func isNews(_ finding: BillFinding, _ isCalledPending: Bool) -> Bool {
    let today = words.scan.story.date
    if finding.claims.contains(where: { claim in
      if claim.rule == LegislationRule.stageCarried.id { return false }
      guard let date = claim.date else { return claim.stage == .announced }
      return abs(date.days(until: today)) <= Self.freshness
    }) {
      return true
    }
    return isCalledPending
  }

  /// Whether words such as "must-pass" stand before a name.
  func isCalledPending(_ mention: BillMention) -> Bool {
    let start = mention.range.lowerBound
    return (max(words.sentence(of: start).lowerBound, start - 4)..<start).contains {
      words.is($0, Self.pendingWords) || (words.key($0) == Self.must && words.isMark($0 + 1, "-"))
    }
  }
}
