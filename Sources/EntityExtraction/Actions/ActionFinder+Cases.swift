import RegulatoryModel

// The agency's case as a noun, as the name of a case, and as the heading of a notice.
extension ActionFinder {
  private static let had = KeywordSet("has have had")

  private static let nouns = KeywordTable<(kind: AgencyAction.Kind, preposition: KeywordSet)>([
    ("lawsuit lawsuits suit suits complaint case cases action actions", (.sued, KeywordSet("against"))),
    ("charges indictment", (.charged, KeywordSet("against"))), ("settlement settlements", (.settled, KeywordSet("with"))),
    ("fine fines penalty penalties", (.fined, KeywordSet("on against for"))), ("sanctions", (.sanctioned, KeywordSet("on against"))),
    ("dismissal withdrawal", (.withdrew, KeywordSet("of"))),
  ])

  /// "the SEC's lawsuit against Coinbase", "a $30 million SEC fine for Kraken".
  func nominal(_ group: AgencyGroup, _ sentence: Range<Int>) -> Deed? {
    var index = group.range.upperBound
    if words.isMark(index, "'"), words.key(index + 1) == Self.s { index += 2 }
    let start = index
    while index < min(sentence.upperBound, start + 8) {
      if let (kind, prepositions) = Self.nouns[words.key(index)] {
        // "the SEC's case", not a verb of the agency's: "SEC charges" needs its preposition at once.
        guard let place = (index + 1..<min(sentence.upperBound, index + 6)).first(where: { words.is($0, prepositions) }),
          place == index + 1 || kind == .sued,
          !isUnreal(max(sentence.lowerBound, group.range.lowerBound - 6)..<index)
        else { return nil }
        if kind == .withdrew {
          guard let noun = (place + 1..<min(sentence.upperBound, place + 4)).first(where: { words.is($0, ActionVerbs.suitsAndCharges) }),
            let found = targetBehind(noun, sentence.upperBound)
          else { return nil }
          return Deed(kind: kind, targets: found.names, range: group.range.lowerBound..<found.end, rule: .itsCase)
        }
        guard let found = target(place + 1, sentence.upperBound) else { return nil }
        return Deed(kind: kind, targets: found.names, range: group.range.lowerBound..<found.end, rule: .itsCase)
      }
      guard mayDescribe(index, isOwned: start > group.range.upperBound) else { return nil }
      index += 1
    }
    return nil
  }

  /// Whether a word may stand between the agency and its case: behind "'s" nearly any, else only what describes a case.
  private func mayDescribe(_ index: Int, isOwned: Bool) -> Bool {
    let token = words.tokens[index]
    if token.isNumber || token.isMark("$") || token.isMark("-") || (token.kind == .mark && token.mark == WordToken.otherSymbol) {
      return true
    }
    guard token.isWord else { return false }
    if isOwned {
      return !words.is(index, ActionWords.prepositions) && !words.is(index, ActionWords.auxiliaries) && !words.is(index, Self.had)
    }
    return words.is(index, Self.adjectives) || MoneyReader.isScale(words.scan, token.span)
  }

  private static let adjectives = KeywordSet(
    """
    civil criminal enforcement fraud landmark record latest first new insider trading joint ongoing pending high profile staking crypto antitrust
    money laundering sanctions separate parallel recent
    """)

  /// "SEC v. Ripple Labs": the name of a case; with the place in the reports behind it, it is a citation and tells nothing new.
  func caption(_ group: AgencyGroup, _ sentence: Range<Int>) -> Deed? {
    var index = group.range.upperBound
    if !words.is(index - 1, Self.versus), !words.isMark(index - 1, ".") || !words.is(index - 2, Self.versus) {
      guard words.is(index, Self.versus), !words.tokens[index].isCapitalised else { return nil }
      index += 1
    }
    if words.isMark(index, ".") { index += 1 }
    // The full stop of "v." may have been taken for the sentence's.
    guard index < words.tokens.count, words.paragraph(of: index) == words.paragraph(of: group.range.lowerBound) else { return nil }
    let end = max(sentence.upperBound, words.sentence(of: index).upperBound)
    guard let found = targets.after(index, before: end, atOnce: true), let name = found.names.first else { return nil }
    var after = found.end
    if words.isMark(after, "."), after + 1 < end { after += 1 }
    if words.isMark(after, ","), after + 1 < end, words.tokens[after + 1].isNumber { return nil }
    guard !words.is(after, Self.doctrines), !isDoctrine(index..<found.end) else { return nil }
    return Deed(kind: .sued, targets: [name], range: group.range.lowerBound..<found.end, rule: .caption)
  }

  private static let versus = KeywordSet("v vs versus")
  private static let doctrines = KeywordSet("test doctrine standard")
  private static let precedents = KeywordSet("howey")

  /// A case that is named for the test it set is law, not news.
  private func isDoctrine(_ range: Range<Int>) -> Bool { range.contains { words.is($0, Self.precedents) } }

  // MARK: The Federal Register

  /// "AGENCY: … ACTION: Proposed rule.": the heading lines of a notice.
  func federalRegister(_ group: AgencyGroup) -> Deed? {
    var index = group.range.lowerBound - 1
    let first = max(0, index - 40)
    while index > first, !(words.isMark(index, ":") && words.is(index - 1, Self.agencyLine) && words.tokens[index - 1].isAllCapitals) {
      if words.isMark(index, ":") { return nil }
      index -= 1
    }
    guard index > first else { return nil }
    index = group.range.upperBound
    let limit = min(words.tokens.count - 1, index + 60)
    while index < limit, !(words.key(index) == Self.action && words.tokens[index].isAllCapitals && words.isMark(index + 1, ":")) {
      index += 1
    }
    guard index < limit else { return nil }
    let start = index + 2
    var end = start
    while end < min(words.tokens.count, start + 24), !words.isMark(end, "."), !words.isMark(end, ":"),
      end == start || !words.tokens[end].traits.contains(.beginsParagraph)
    {
      end += 1
    }
    let line = start..<end
    func has(_ set: KeywordSet) -> Bool { line.contains { words.is($0, set) } }
    guard !line.isEmpty, !has(Self.noNews) else { return nil }
    let kind: AgencyAction.Kind
    if has(Self.orders) {
      // An order on an exchange's own proposal.
      guard has(Self.approval), !has(Self.disapproval) else { return nil }
      kind = .cleared
    } else if has(Self.withdrawal) {
      kind = .withdrew
    } else if has(Self.proposal), has(ActionVerbs.rules) {
      kind = .proposed
    } else if has(Self.final), has(ActionVerbs.rules) {
      kind = .adopted
    } else if has(Self.guide) {
      kind = .guidance
    } else {
      return nil
    }
    return Deed(kind: kind, targets: [], range: group.range.lowerBound..<end, rule: .actionLine)
  }

  static let agencyLine = KeywordSet("agency agencies")
  private static let action = WordKey.of("action")
  private static let noNews = KeywordSet("extension reopening correction correcting delay technical hearing meeting filing designation")
  private static let orders = KeywordSet("order")
  private static let approval = KeywordSet("approving approval granting")
  private static let disapproval = KeywordSet("disapproving disapproval instituting denying")
  private static let withdrawal = KeywordSet("withdrawal rescission withdrawn")
  private static let proposal = KeywordSet("proposed proposal")
  private static let final = KeywordSet("final direct")
  private static let guide = KeywordSet("guidance interpretation interpretive policy advisory")
}
