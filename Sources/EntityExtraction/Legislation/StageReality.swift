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
    if let last = range.last, words.isMark(last, "?") { return false }
    if event.sense == .sign, isSigningOn(index) { return false }
    // "recommended that X be passed"
    if words.key(index - 1) == Self.be { return false }
    if event.sense == .hear, (max(range.lowerBound, index - 4)..<index).contains(where: { words.is($0, Self.unheld) }) { return false }
    if event.sense == .veto, event.form == .noun, isGivenVeto(index), words.key(index - 1) != Self.be,
      (max(range.lowerBound, index - 4)..<index).contains(where: { words.is($0, Self.overriding) })
    {
      return true
    }
    if event.sense == .veto, event.form == .noun, !isGivenVeto(index) { return false }
    if event.length == 1, event.form == .participle, !(event.sense == .announce && words.is(index - 1, Self.doing)) {
      guard index > range.lowerBound, words.is(index - 1, Self.beforeParticiples) || words.isMark(index - 1, ",") else { return false }
    }
    if event.sense == .pass || event.sense == .force, event.form == .noun, !liesBehind(index, in: range),
      !(event.sense == .pass && isChambersPassage(index, in: range))
    {
      return false
    }
    // "has yet to act on the House-passed X"
    if event.form == .past, words.isMark(index - 1, "-"), words.roles(index - 2).contains(.chamber),
      context.isAnchored(index + event.length)
    {
      return true
    }
    if isAwaitedAssent(event, index) || isConditional(event, at: index, in: range) { return false }
    return !isUnreal(event, at: index, in: range)
  }

  /// "blocked a hearing", "postponed its hearing"
  private static let unheld = KeywordSet(
    "blocked blocks cancelled canceled cancels postponed postpones delayed delays scrapped requested requests sought seeks demanded upcoming"
  )
  private static let overriding = KeywordSet("override overriding overrides sustain sustained")
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
    let isEnactment = words.key(index) == Self.enactment
    while back >= range.lowerBound, index - back < (isEnactment ? 3 : 6) {
      if words.is(back, Self.beforePassage), !isEnactment || words.is(back, Self.beforeEnactment) {
        // "one year after the enactment of this Act" counts from a day to come.
        return !isEnactment || !words.is(back - 1, Self.spans) && context.firstAnchor(in: index..<min(range.upperBound, index + 5)) != nil
      }
      if words.tokens[back].kind == .mark, !words.isMark(back, "'") { return false }
      back -= 1
    }
    return false
  }

  private static let enactment = WordKey.of("enactment")
  private static let beforeEnactment = KeywordSet("after since following")
  private static let spans = KeywordSet("days day months month years year weeks week")
  private static let by = WordKey.of("by")

  /// "Passage of X by the Senate on June 17", "The House passage of X was hailed": told as done, where nothing in the sentence is open.
  private func isChambersPassage(_ index: Int, in range: Range<Int>) -> Bool {
    var owner = index - 1
    // "The Senate's 68-30 passage"
    while owner > range.lowerBound, words.tokens[owner].isNumber || words.isMark(owner, "-") { owner -= 1 }
    if words.key(owner) == WordKey.of("s"), words.isMark(owner - 1, "'") { owner -= 2 }
    let isOwned = words.roles(owner).contains(.chamber) && owner >= range.lowerBound
    let isAgent =
      index - range.lowerBound <= 1
      && (index..<min(range.upperBound, index + 14)).contains { at in
        words.key(at) == Self.by && (at + 1..<min(range.upperBound, at + 4)).contains { words.roles($0).contains(.chamber) }
      }
    guard isOwned || isAgent else { return false }
    return !range.contains { words.is($0, BillWords.modals) || words.is($0, BillWords.unreal) || words.key($0) == Self.before }
  }

  private static let before = WordKey.of("before")
  private static let awaiting = KeywordSet("for awaiting awaits await awaited toward towards until before pending receive receives to")
  private static let assents = KeywordSet("royal presidential")

  /// "clearing it for Royal Assent"
  private func isAwaitedAssent(_ event: StageEvent, _ index: Int) -> Bool {
    event.sense == .force && words.is(index, Self.assents)
      && (words.is(index - 1, Self.awaiting) || words.is(index - 2, Self.awaiting)) && words.key(index - 1) != WordKey.of("receives")
  }

  private static let openings = KeywordSet("if unless until whether assuming provided lest should were once")
  private static let now = KeywordSet("is are becomes become gets passes clears")
  private static let fillers = KeywordSet(
    "the a an this that its version of proposed new stablecoin crypto market structure bill even only and")

  /// "Once X is enacted", "If X was signed", "Assuming X becomes law": the condition stands before the bill; and "no version of X".
  private func isConditional(_ event: StageEvent, at index: Int, in range: Range<Int>) -> Bool {
    var back = index - 1
    var steps = 0
    while back >= range.lowerBound, !context.isAnchored(back), steps < 7 {
      if words.tokens[back].kind == .mark, !words.isMark(back, "'") { return false }
      back -= 1
      steps += 1
    }
    guard back >= range.lowerBound, let anchor = context.anchor(at: back) else { return false }
    back = anchor.range.lowerBound - 1
    while back >= range.lowerBound, anchor.range.lowerBound - back <= 4, words.is(back, Self.fillers) { back -= 1 }
    guard back >= range.lowerBound else { return false }
    if words.is(back, Self.doubts) { return true }
    if words.key(back) == WordKey.of("no") || words.key(back) == WordKey.of("neither") { return true }
    guard words.is(back, Self.openings) else { return false }
    // "Once X was enacted, firms rushed" has happened.
    if words.key(back) == WordKey.of("once") { return (anchor.range.upperBound...index).contains { words.is($0, Self.now) } }
    if words.key(back) == WordKey.of("were") || words.key(back) == WordKey.of("should") {
      return back == range.lowerBound || words.isMark(back - 1, ",")
    }
    return true
  }

  /// Walks left from the verb to the beginning of its clause, looking for what makes it unreal.
  private func isUnreal(_ event: StageEvent, at index: Int, in range: Range<Int>) -> Bool {
    // "voted to pass": a bare verb is true only by what stands before it.
    var needsLicence = event.form == .base && !isPlural(before: index, in: range)
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

  private static let and = WordKey.of("and")

  /// "Warren, Merkley introduce X", "Senators approve X": the present tense of several, as headlines have it.
  private func isPlural(before index: Int, in range: Range<Int>) -> Bool {
    guard index > range.lowerBound else { return false }
    if words.is(index - 1, BillWords.lawmakers) { return index - 1 - range.lowerBound <= 3 }
    guard let last = context.lastSponsor(before: index, notBefore: range.lowerBound) else {
      return capitalisedPair(before: index, in: range)
    }
    let joint = last.range.lowerBound - 1
    return last.range.upperBound == index && joint > range.lowerBound && (words.isMark(joint, ",") || words.key(joint) == Self.and)
      || capitalisedPair(before: index, in: range)
  }

  /// "Warren, Merkley" and more names at the head of a line.
  private func capitalisedPair(before index: Int, in range: Range<Int>) -> Bool {
    guard index - range.lowerBound >= 3, index - range.lowerBound <= 14, words.tokens[index - 1].isWord else { return false }
    var joints = 0
    for token in range.lowerBound..<index {
      if words.isMark(token, ",") || words.isMark(token, "&") || words.key(token) == Self.and {
        joints += 1
      } else if !(words.tokens[token].isWord && words.tokens[token].isCapitalised) && !words.isMark(token, ".") {
        return false
      }
    }
    return joints > 0
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
    if words.is(word, Self.doubts), words.key(word + 1) == DateWords.of || words.key(word + 1) == WordKey.of("that") { return true }
    return between.contains { words.key($0) == Self.to || words.key($0) == WordKey.of("for") || words.key($0) == Self.be }
  }

  private static let doubts = KeywordSet("chance chances odds probability likelihood prospect prospects possibility hopes hope bets bet")
  private static let tallyWords = KeywordSet(
    "to on by votes vote unanimously overwhelmingly narrowly late early along party lines in a bipartisan strict")

  /// "voted 68-30 on Tuesday to pass": the verb before "to" makes it true.
  private func isLicensed(before index: Int, in range: Range<Int>) -> Bool {
    var back = index - 1
    while back >= range.lowerBound, index - back < 14 {
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
    support backing endorsement opposition objection objections hold comments comment testimony response feedback
    lawsuit suit complaint order orders letter memo memorandum agreement deal report rule rules guidance amendment amendments petition brief motion
    contract charges appeal application exception statement executive nomination budget form treaty settlement claim claims answer nominee
    """)
  private static let proposed = WordKey.of("proposed")
  private static let beforeProposed = KeywordSet("the a an newly s his her their its other recently")
  private static let loose = KeywordSet("announced released release propose submitted submit tabled")
  private static let procedural = KeywordSet("cloture procedural motion rule amendment amendments override debate proceed")
  private static let hurdles = KeywordSet(
    "hurdle hurdles procedural cloture test milestone amendment amendments rule motion step obstacle substitute rules reform reforms changes repeal revision revisions"
  )
  private static let afterVeto = KeywordSet("threat threats power override statement")

  /// "rules promulgated under the X Act"
  private static let authorities = KeywordSet("under pursuant thereunder")
  private static let agencyActs = KeywordSet(
    "proposal proposals application applications guidance petition settlement rulemaking license licence licenses charter charters")
  private static let publicWord = WordKey.of("public")
  private static let citing = KeywordSet("of in under and to by see with section")
  private static let backing = KeywordSet("backed endorsed")
  private static let plenary = WordKey.of("plenary")
  private static let passage = WordKey.of("passage")
  private static let reading = WordKey.of("reading")
  private static let earlyReadings = KeywordSet("first second")
  private static let manners = KeywordSet("with without by as after")
  private static let floors = KeywordSet("floor calendar schedule agenda vote consideration")

  /// "pulled X from the floor": it may come back.
  private func isPulledFromFloor(_ index: Int, in range: Range<Int>) -> Bool {
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
