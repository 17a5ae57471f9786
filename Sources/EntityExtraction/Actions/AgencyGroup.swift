import RegulatoryModel

/// Agencies named together, that act together: "the DOJ, FinCEN and OFAC"; most often one alone.
struct AgencyGroup {
  var ids: [String]
  /// The tokens from the first name to the last, with the acronym in brackets.
  var range: Range<Int>

  /// All mentions of agencies, joined where they are listed together, in the order of the text.
  static func all(_ agencies: [EntityFinding], _ words: StoryWords) -> [AgencyGroup] {
    var mentions = agencies.flatMap { finding in finding.mentions.map { (id: finding.id, span: $0.span) } }
    mentions.sort { $0.span.lowerBound < $1.span.lowerBound }
    var groups: [AgencyGroup] = []
    for (id, span) in mentions {
      let tokens = words.tokens(in: span)
      guard !tokens.isEmpty else { continue }
      if let last = groups.last, last.range.upperBound <= tokens.lowerBound, isJoined(last.range.upperBound..<tokens.lowerBound, words) {
        let isBracketed = words.isMark(last.range.upperBound, "(") && last.range.upperBound + 1 == tokens.lowerBound
        if !last.ids.contains(id) { groups[groups.count - 1].ids.append(id) }
        let end = isBracketed && words.isMark(tokens.upperBound, ")") ? tokens.upperBound + 1 : tokens.upperBound
        groups[groups.count - 1].range = last.range.lowerBound..<end
      } else {
        groups.append(AgencyGroup(ids: [id], range: tokens))
      }
    }
    return groups
  }

  private static func isJoined(_ gap: Range<Int>, _ words: StoryWords) -> Bool {
    guard (1...7).contains(gap.count), words.sentence(of: gap.lowerBound).contains(gap.upperBound) else { return false }
    if gap.count == 1, words.isMark(gap.lowerBound, "(") { return true }
    var joins = false
    for index in gap {
      if words.isMark(index, ",") || words.isMark(index, "&") || words.isMark(index, "/") {
        joins = true
      } else if words.isMark(index, "(") || words.isMark(index, ")") || words.isMark(index, "\"") {
        joins = joins || index == gap.lowerBound && words.isMark(index, "(")
      } else if words.is(index, ActionWords.joiners) || words.is(index, ActionWords.described) || words.key(index) == with {
        joins = joins || words.is(index, andWords)
      } else {
        return false
      }
    }
    return joins
  }

  private static let with = WordKey.of("with")
  private static let andWords = KeywordSet("and as along together alongside")
}
