import RegulatoryModel

/// Tells what has happened to a bill from what may, will or should: "would pass", "hopes to pass", "if passed", "failed to pass".
struct StageReality {
  let context: StageContext
  private var words: StoryWords { context.words }

  init(_ context: StageContext) { self.context = context }

  private static let to = WordKey.of("to")
  private static let on = WordKey.of("on")
  private static let up = KeywordSet("up off")
  private static let over = KeywordSet("over away")
  private static let conditions = KeywordSet("if unless until once when whether before")
  /// "after passing", ", passing the House 308-122"
  private static let beforeParticiples = KeywordSet("after since having following upon on with by")
  /// "after its passage in the House", "hailed House passage of"
  private static let beforePassage = KeywordSet(
    "after since following follows followed upon won secured hailed praised celebrated welcomed")
  private static let partings = KeywordSet("and but which who that")
  private static let will = WordKey.of("will")
  private static let may = WordKey.of("may")
  private static let be = WordKey.of("be")
  private static let it = WordKey.of("it")

  /// Whether the text says that it happened.
  func isReal(_ event: StageEvent, at index: Int, in range: Range<Int>) -> Bool {
    if event.sense == .pass, words.is(index + 1, Self.over) { return false }
    if event.sense == .sign, isSigningOn(index) { return false }
    if event.sense == .veto, event.form == .noun, !isGivenVeto(index) { return false }
    if event.length == 1, event.form == .participle, !(event.sense == .announce && words.is(index - 1, Self.doing)) {
      guard index > range.lowerBound, words.is(index - 1, Self.beforeParticiples) || words.isMark(index - 1, ",") else { return false }
    }
    if event.sense == .pass, event.form == .noun, !liesBehind(index, in: range) { return false }
    return !isUnreal(event, at: index, in: range)
  }

  private static let doing = KeywordSet("is are was were been")
  private static let vetoOwners = KeywordSet("s his her the")

  /// "the President's veto of X": and not "a veto", which is only spoken of.
  private func isGivenVeto(_ index: Int) -> Bool { words.is(index - 1, Self.vetoOwners) || words.key(index + 1) == DateWords.of }

  /// "signed on to the bill", "signed up": no signature.
  private func isSigningOn(_ index: Int) -> Bool {
    if words.is(index + 1, Self.up) { return true }
    return words.key(index + 1) == Self.on && (words.key(index + 2) == Self.to || words.key(index + 2) == WordKey.of("as"))
  }

  private func liesBehind(_ index: Int, in range: Range<Int>) -> Bool {
    var back = index - 1
    while back >= range.lowerBound, index - back < 6 {
      if words.is(back, Self.beforePassage) { return true }
      if words.tokens[back].kind == .mark, !words.isMark(back, "'") { return false }
      back -= 1
    }
    return false
  }

  /// Walks left from the verb to the beginning of its clause, looking for what makes it unreal.
  private func isUnreal(_ event: StageEvent, at index: Int, in range: Range<Int>) -> Bool {
    // "voted to pass": a bare verb is true only by what stands before it.
    var needsLicence = event.form == .base
    var back = index - 1
    var steps = 0
    while back >= range.lowerBound, steps < 9 {
      let token = words.tokens[back]
      if token.isMark(";") || token.isMark(":") || token.isMark("(") || words.isDash(back) { break }
      if token.isMark(","), steps > 0 || event.form != .base { break }
      if context.isAnchored(back), steps > 1, event.form != .base { break }
      if token.isWord {
        let key = token.key
        if steps == 0, Self.conditions.contains(key) { return true }
        if event.form != .base, Self.partings.contains(key) || (StageVerbs.isVerb(key) && steps > 0) { break }
        if needsLicence, BillWords.licences.contains(key) { return isNegated(back, in: range) }
        if BillWords.modals.contains(key), !isName(token, steps) { return true }
        if BillWords.negations.contains(key), steps < 4 { return true }
        if BillWords.unreal.contains(key), isGoverning(back, index, event) { return true }
        if key == Self.to, words.key(back + 1) == Self.be || back == index - 1, event.form != .noun,
          event.sense != .send || event.form == .base
        {
          if !isLicensed(before: back, in: range) { return true }
          needsLicence = false
        }
      }
      back -= 1
      steps += 1
    }
    return needsLicence
  }

  /// The month of May, and a man called Will.
  private func isName(_ token: WordToken, _ steps: Int) -> Bool {
    token.isCapitalised && ((token.key == Self.may && steps > 0) || (token.key == Self.will && steps > 1))
  }

  /// Whether an unreal word bears on the verb: nothing may stand between that makes them strangers.
  private func isGoverning(_ word: Int, _ verb: Int, _ event: StageEvent) -> Bool {
    let between = word + 1..<verb
    if between.isEmpty || words.is(word, Self.conditions) { return true }
    if event.sense == .veto, event.form == .noun { return between.count <= 4 }
    return between.contains { words.key($0) == Self.to || words.key($0) == WordKey.of("for") || words.key($0) == Self.be }
  }

  private static let tallyWords = KeywordSet("to on by votes unanimously overwhelmingly narrowly late early")

  /// "voted 68-30 on Tuesday to pass": the verb before "to" makes it true.
  private func isLicensed(before index: Int, in range: Range<Int>) -> Bool {
    var back = index - 1
    while back >= range.lowerBound, index - back < 8 {
      if words.is(back, BillWords.licences) { return !isNegated(back, in: range) }
      let token = words.tokens[back]
      guard token.isNumber || token.isMark("-") || token.isMark(",") || words.is(back, Self.tallyWords) || words.is(back, DateWords.all)
      else { return false }
      back -= 1
    }
    return false
  }

  private func isNegated(_ index: Int, in range: Range<Int>) -> Bool {
    (max(range.lowerBound, index - 3)..<index).contains { words.is($0, BillWords.negations) || words.is($0, BillWords.modals) }
      || (index > range.lowerBound && words.key(index - 1) == Self.to && !words.is(index - 2, BillWords.licences))
  }

  private static let planners = KeywordSet(
    """
    will would plans planning planned intends intend plan expects expected vowed vows promised promises pledged pledges going set preparing
    prepares soon ll shall
    """)

  /// "plans to introduce", "said that he would put forward", "will also re-introduce".
  func isPlanned(_ index: Int, in range: Range<Int>) -> Bool {
    var back = index - 1
    while back >= range.lowerBound, index - back < 9 {
      if words.is(back, BillWords.negations) { return false }
      if words.is(back, Self.planners) { return true }
      if words.isMark(back, ";") || words.isMark(back, ",") || words.is(back, Self.conditions) { return false }
      back -= 1
    }
    return false
  }

  // MARK: Other objects

  private static let otherObjects = KeywordSet(
    """
    lawsuit suit complaint order orders letter memo memorandum agreement deal report rule rules guidance amendment amendments petition brief motion
    contract charges appeal application exception statement executive nomination budget form treaty settlement claim claims answer nominee
    """)
  private static let proposed = WordKey.of("proposed")
  private static let beforeProposed = KeywordSet("the a an newly s his her their its other recently")
  private static let loose = KeywordSet("announced released release propose")
  private static let procedural = KeywordSet("cloture procedural motion rule amendment amendments override debate proceed")
  private static let hurdles = KeywordSet(
    "hurdle hurdles procedural cloture test milestone amendment amendments rule motion step obstacle substitute rules")
  private static let afterVeto = KeywordSet("threat threats power override statement")

  /// The verb has another object: "signed an executive order", "cleared a procedural hurdle", "veto threat".
  func isSomethingElse(_ event: StageEvent, at index: Int, in range: Range<Int>) -> Bool {
    let end = index + event.length
    let near = end..<max(end, min(range.upperBound, end + 4))
    switch event.sense {
    case .introduce, .sign, .announce, .withdraw:
      for token in near {
        if context.isAnchored(token) || words.is(token, BillWords.bills) || words.tokens[token].kind == .mark { break }
        if words.is(token, Self.otherObjects) { return true }
      }
      // "the proposed CLARITY Act" tells no step.
      if words.key(index) == Self.proposed { return words.is(index - 1, Self.beforeProposed) || !near.contains { context.isAnchored($0) } }
      // "announced" is said of everything: only with the bill right after it.
      return words.is(index, Self.loose) && !near.contains { context.isAnchored($0) }
    case .pass:
      for token in end..<max(end, min(range.upperBound, end + 6)) {
        if context.isAnchored(token) || words.tokens[token].isMark(",") { return false }
        if words.is(token, Self.hurdles) { return true }
      }
      return false
    case .fail:
      return (end..<max(end, min(range.upperBound, end + 5))).contains { words.is($0, Self.procedural) }
    case .report:
      // "reported a loss", "Reuters reported": only with a committee about, or in the passive.
      guard event.length == 1, words.key(index) != WordKey.of("advanced") else { return false }
      return !range.contains { words.is($0, BillWords.committee) } && !context.isPassive(index, in: range)
    case .veto:
      return words.is(end, Self.afterVeto) || (words.isMark(end, "-") && words.key(end + 1) == WordKey.of("proof"))
    case .force:
      // "Be it enacted by the Senate and House": every bill begins so.
      return words.key(index - 1) == Self.it && words.key(index - 2) == Self.be
    case .hear, .refer, .send, .override: return false
    }
  }
}
