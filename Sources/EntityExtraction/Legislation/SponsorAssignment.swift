import RegulatoryModel

/// Reads from what stands around a bill whose it is: "(Sen. Ted Cruz)", "by Rep. French Hill", "Senator Lummis's BITCOIN Act".
struct SponsorAssignment {
  let words: StoryWords
  let sponsors: [Sponsor]
  let anchors: [BillAnchor]

  private static let agents = KeywordSet("by from of")
  private static let participles = KeywordSet("introduced sponsored authored written led proposed filed drafted offered sponsor first")
  private static let sponsorWord = KeywordSet("sponsor sponsored sponsors")

  func sponsor(of group: Int) -> Sponsor? {
    for anchor in anchors where anchor.group == group {
      let sentence = words.sentence(of: anchor.range.lowerBound)
      if let found = after(anchor, sentence) ?? before(anchor, sentence) { return found }
    }
    return nil
  }

  private func after(_ anchor: BillAnchor, _ sentence: Range<Int>) -> Sponsor? {
    var index = anchor.range.upperBound
    // The rest of an apposition: ", the Bitcoin purchase bill of".
    let stop = min(words.tokens.count, index + 14)
    while index < stop {
      if let sponsor = sponsors.first(where: { $0.range.lowerBound == index }) {
        let lead = index - 1
        if words.is(lead, Self.agents) || words.isMark(lead, "(") || words.isMark(lead, "|") || words.isMark(lead, ":") { return sponsor }
        return nil
      }
      if anchors.contains(where: { $0.range.lowerBound == index && $0.group != anchor.group }) { return nil }
      let token = words.tokens[index]
      if !sentence.contains(index), !(words.is(index, Self.sponsorWord) || words.isMark(index, ":")) { return nil }
      if token.isMark(";") || (token.isMark(".") && !words.is(index + 1, Self.sponsorWord)) { return nil }
      index += 1
    }
    return nil
  }

  private func before(_ anchor: BillAnchor, _ sentence: Range<Int>) -> Sponsor? {
    var index = anchor.range.lowerBound
    // "Senator Lummis's BITCOIN Act", "her Digital Asset … Act"
    if index - 2 > sentence.lowerBound, words.key(index - 1) == WordKey.of("s"), words.isMark(index - 2, "'") {
      return sponsors.last { $0.range.upperBound == index - 2 }
    }
    if words.key(index - 1) == WordKey.of("her") || words.key(index - 1) == WordKey.of("his") {
      return sponsors.last { $0.range.upperBound < index && $0.range.lowerBound >= sentence.lowerBound }
    }
    index -= 1
    return nil
  }
}
