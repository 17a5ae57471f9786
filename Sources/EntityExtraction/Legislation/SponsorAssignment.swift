import RegulatoryModel

/// Reads from what stands around a bill whose it is: "(Sen. Ted Cruz)", "by Rep. French Hill", "Senator Lummis's BITCOIN Act".
struct SponsorAssignment {
  private let context: StageContext
  private var words: StoryWords { context.words }
  /// Group: its sponsor.
  private var sponsors: [Int: Sponsor] = [:]

  private static let agents = KeywordSet("by from of")
  private static let sponsorWords = KeywordSet("sponsor sponsored sponsors")
  private static let possessive = WordKey.of("s")
  private static let owners = KeywordSet("her his")

  init(_ context: StageContext) {
    self.context = context
    for anchor in context.anchors where sponsors[anchor.group] == nil {
      let sentence = words.sentence(of: anchor.range.lowerBound)
      sponsors[anchor.group] = after(anchor, sentence) ?? before(anchor, sentence)
    }
  }

  func sponsor(of group: Int) -> Sponsor? { sponsors[group] }

  private func after(_ anchor: BillAnchor, _ sentence: Range<Int>) -> Sponsor? {
    var index = anchor.range.upperBound
    // Room for the rest of an apposition: ", the Bitcoin purchase bill of".
    let stop = min(words.tokens.count, index + 14)
    while index < stop {
      if let sponsor = context.sponsor(startingAt: index) {
        let lead = index - 1
        return words.is(lead, Self.agents) || words.isMark(lead, "(") || words.isMark(lead, "|") || words.isMark(lead, ":") ? sponsor : nil
      }
      if let other = context.anchor(at: index), other.group != anchor.group { return nil }
      // Only "Sponsor: Rep. X" may stand in a sentence of its own.
      if !sentence.contains(index), !words.is(index, Self.sponsorWords), !words.isMark(index, ":") { return nil }
      if words.isMark(index, ";") || (words.isMark(index, ".") && !words.is(index + 1, Self.sponsorWords)) { return nil }
      index += 1
    }
    return nil
  }

  /// "Senator Lummis's BITCOIN Act", "her Digital Asset … Act".
  private func before(_ anchor: BillAnchor, _ sentence: Range<Int>) -> Sponsor? {
    let index = anchor.range.lowerBound
    if index - 2 > sentence.lowerBound, words.key(index - 1) == Self.possessive, words.isMark(index - 2, "'") {
      guard let owner = context.lastSponsor(before: index - 2, notBefore: sentence.lowerBound) else { return nil }
      return owner.range.upperBound == index - 2 ? owner : nil
    }
    return words.is(index - 1, Self.owners) ? context.lastSponsor(before: index, notBefore: sentence.lowerBound) : nil
  }
}
