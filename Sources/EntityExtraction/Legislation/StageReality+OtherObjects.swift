import RegulatoryModel

// What a verb of progress is said of where it is not a bill: an order, a hurdle, a veto threat.

extension StageReality {
  static let otherObjects = KeywordSet(
    """
    support backing endorsement opposition objection objections hold comments comment testimony response feedback
    lawsuit suit complaint order orders letter memo memorandum agreement deal report rule rules guidance amendment amendments petition brief motion
    contract charges appeal application exception statement executive nomination budget form treaty settlement claim claims answer nominee
    """)
  static let proposed = WordKey.of("proposed")
  static let beforeProposed = KeywordSet("the a an newly s his her their its other recently")
  static let loose = KeywordSet("announced released release propose submitted submit tabled")
  static let procedural = KeywordSet("cloture procedural motion rule amendment amendments override debate proceed")
  static let hurdles = KeywordSet(
    "hurdle hurdles procedural cloture test milestone amendment amendments rule motion step obstacle substitute rules reform reforms changes repeal revision revisions"
  )
  static let afterVeto = KeywordSet("threat threats power override statement")

  /// "rules promulgated under the X Act"
  static let authorities = KeywordSet("under pursuant thereunder")
  static let agencyActs = KeywordSet(
    "proposal proposals application applications guidance petition settlement rulemaking license licence licenses charter charters")
  static let publicWord = WordKey.of("public")
  static let citing = KeywordSet("of in under and to by see with section")
  static let backing = KeywordSet("backed endorsed")
  static let plenary = WordKey.of("plenary")
  static let passage = WordKey.of("passage")
  static let reading = WordKey.of("reading")
  static let earlyReadings = KeywordSet("first second")
  static let manners = KeywordSet("with without by as after")
  static let floors = KeywordSet("floor calendar schedule agenda vote consideration")

  /// "pulled X from the floor": it may come back.
  func isPulledFromFloor(_ index: Int, in range: Range<Int>) -> Bool {
    guard words.key(index) == WordKey.of("pulled") || words.key(index) == WordKey.of("pulls") else { return false }
    return (index..<min(range.upperBound, index + 14)).contains { words.is($0, Self.floors) }
  }

  /// The verb has another object: "signed an executive order", "cleared a procedural hurdle", "veto threat".
  func isSomethingElse(_ event: StageEvent, at index: Int, in range: Range<Int>) -> Bool {
    let end = index + event.length
    let near = end..<max(end, min(range.upperBound, end + 4))
    switch event.sense {
    case .withdraw where isPulledFromFloor(index, in: range): return true
    case .introduce, .sign, .announce, .withdraw:
      for token in near {
        if context.isAnchored(token) || words.is(token, BillWords.bills) || words.tokens[token].kind == .mark { break }
        if words.is(token, Self.otherObjects) { return true }
      }
      // "the proposed CLARITY Act" tells no step.
      if words.key(index) == Self.proposed { return words.is(index - 1, Self.beforeProposed) || !near.contains { context.isAnchored($0) } }
      // "announced" is said of everything: only with the bill right after it.
      return words.is(index, Self.loose) && !near.contains { context.isAnchored($0) } && !context.isPassive(index, in: range)
    case .pass:
      if words.is(end, Self.authorities) { return true }
      // "MEPs backed X in plenary" is a vote, "Coinbase backed X" is none.
      if words.is(index, Self.backing) { return !range.contains { words.key($0) == Self.plenary } }
      for token in end..<max(end, min(range.upperBound, end + 6)) {
        if context.isAnchored(token) || words.isMark(token, ",") || words.isMark(token, ";") { return false }
        // "passed the Senate with an amendment"
        if words.is(token, Self.manners) { return false }
        if words.is(token, Self.hurdles) || words.is(token, Self.agencyActs)
          || (words.key(token) == Self.reading && words.is(token - 1, Self.earlyReadings))
        {
          return true
        }
      }
      return false
    case .fail:
      return (end..<max(end, min(range.upperBound, end + 11))).contains { words.is($0, Self.procedural) || words.integer(at: $0) == 60 }
        && !(end..<max(end, min(range.upperBound, end + 11))).contains { words.key($0) == Self.passage }
    case .report:
      // "reported a loss", "Reuters reported": only with a committee about, or in the passive.
      guard event.length == 1, words.key(index) != WordKey.of("advanced") else { return false }
      if words.key(index) == WordKey.of("left") {
        return !(end..<max(end, min(range.upperBound, end + 7))).contains { words.is($0, BillWords.committee) }
      }
      // "Reported 33-15, Feb. 29."
      if index == range.lowerBound || words.isMark(index - 1, ";") { return false }
      return !range.contains { words.is($0, BillWords.committee) } && !context.isPassive(index, in: range)
    case .veto:
      return words.is(end, Self.afterVeto) || (words.isMark(end, "-") && words.key(end + 1) == WordKey.of("proof"))
    case .force:
      if words.is(end, Self.authorities) { return true }
      // "division B of Public Law 115-232": a citation.
      if event.length == 2, words.key(index) == Self.publicWord, words.is(index - 1, Self.citing) { return true }
      // "Be it enacted by the Senate and House": every bill begins so.
      return words.key(index - 1) == Self.it && words.key(index - 2) == Self.be
    case .hear, .refer, .receive, .send, .override: return false
    }
  }
}
