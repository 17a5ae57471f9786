import RegulatoryModel

/// Tells what has happened to a bill from what may, will or should: "would pass", "hopes to pass", "if passed", "failed to pass".
struct StageReality {
  let context: StageContext
  var words: StoryWords { context.words }

  init(_ context: StageContext) { self.context = context }

  static let to = WordKey.of("to")
  static let on = WordKey.of("on")
  static let up = KeywordSet("up off")
  static let over = KeywordSet("over away")
  static let conditions = KeywordSet("if unless until once when whether before")
  /// "after passing", ", passing the House 308-122"
  static let beforeParticiples = KeywordSet("after since having following upon on with by")
  /// "after its passage in the House", "hailed House passage of"
  static let beforePassage = KeywordSet(
    "after since following follows followed upon won secured hailed praised celebrated welcomed")
  static let partings = KeywordSet("and but which who that")
  static let will = WordKey.of("will")
  static let may = WordKey.of("may")
  static let be = WordKey.of("be")
  static let it = WordKey.of("it")

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
  static let unheld = KeywordSet(
    "blocked blocks cancelled canceled cancels postponed postpones delayed delays scrapped requested requests sought seeks demanded upcoming"
  )
  static let overriding = KeywordSet("override overriding overrides sustain sustained")
  static let doing = KeywordSet("is are was were been")
  static let vetoOwners = KeywordSet("s his her the")

  /// "the President's veto of X": and not "a veto", which is only spoken of.
  func isGivenVeto(_ index: Int) -> Bool { words.is(index - 1, Self.vetoOwners) || words.key(index + 1) == DateWords.of }

  /// "signed on to the bill", "signed up": no signature.
  func isSigningOn(_ index: Int) -> Bool {
    if words.is(index + 1, Self.up) { return true }
    return words.key(index + 1) == Self.on && (words.key(index + 2) == Self.to || words.key(index + 2) == WordKey.of("as"))
  }

  func liesBehind(_ index: Int, in range: Range<Int>) -> Bool {
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

  static let enactment = WordKey.of("enactment")
  static let beforeEnactment = KeywordSet("after since following")
  static let spans = KeywordSet("days day months month years year weeks week")
  static let by = WordKey.of("by")

  /// "Passage of X by the Senate on June 17", "The House passage of X was hailed": told as done, where nothing in the sentence is open.
  func isChambersPassage(_ index: Int, in range: Range<Int>) -> Bool {
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

  static let before = WordKey.of("before")
  static let awaiting = KeywordSet("for awaiting awaits await awaited toward towards until before pending receive receives to")
  static let assents = KeywordSet("royal presidential")

  /// "clearing it for Royal Assent"
  func isAwaitedAssent(_ event: StageEvent, _ index: Int) -> Bool {
    event.sense == .force && words.is(index, Self.assents)
      && (words.is(index - 1, Self.awaiting) || words.is(index - 2, Self.awaiting)) && words.key(index - 1) != WordKey.of("receives")
  }

  static let openings = KeywordSet("if unless until whether assuming provided lest should were once")
  static let now = KeywordSet("is are becomes become gets passes clears")
  static let fillers = KeywordSet(
    "the a an this that its version of proposed new stablecoin crypto market structure bill even only and")

  /// "Once X is enacted", "If X was signed", "Assuming X becomes law": the condition stands before the bill; and "no version of X".
  func isConditional(_ event: StageEvent, at index: Int, in range: Range<Int>) -> Bool {
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
    if words.key(back) == WordKey.of("once") {
      return Range.from(anchor.range.upperBound, to: index + 1).contains { words.is($0, Self.now) }
    }
    if words.key(back) == WordKey.of("were") || words.key(back) == WordKey.of("should") {
      return back == range.lowerBound || words.isMark(back - 1, ",")
    }
    return true
  }

  /// Walks left from the verb to the beginning of its clause, looking for what makes it unreal.
  func isUnreal(_ event: StageEvent, at index: Int, in range: Range<Int>) -> Bool {
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

  static let and = WordKey.of("and")

  /// "Warren, Merkley introduce X", "Senators approve X": the present tense of several, as headlines have it.
  func isPlural(before index: Int, in range: Range<Int>) -> Bool {
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
  func capitalisedPair(before index: Int, in range: Range<Int>) -> Bool {
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
  func isName(_ token: WordToken, _ steps: Int) -> Bool {
    token.isCapitalised && ((token.key == Self.may && steps > 0) || (token.key == Self.will && steps > 1))
  }

  /// Whether an unreal word bears on the verb: nothing may stand between that makes them strangers.
  func isGoverning(_ word: Int, _ verb: Int, _ event: StageEvent) -> Bool {
    let between = Range.from(word + 1, to: verb)
    if between.isEmpty || words.is(word, Self.conditions) { return true }
    if event.sense == .veto, event.form == .noun { return between.count <= 4 }
    if words.is(word, Self.doubts), words.key(word + 1) == DateWords.of || words.key(word + 1) == WordKey.of("that") { return true }
    return between.contains { words.key($0) == Self.to || words.key($0) == WordKey.of("for") || words.key($0) == Self.be }
  }

  static let doubts = KeywordSet("chance chances odds probability likelihood prospect prospects possibility hopes hope bets bet")
  static let tallyWords = KeywordSet(
    "to on by votes vote unanimously overwhelmingly narrowly late early along party lines in a bipartisan strict")

  /// "voted 68-30 on Tuesday to pass": the verb before "to" makes it true.
  func isLicensed(before index: Int, in range: Range<Int>) -> Bool {
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

  func isNegated(_ index: Int, in range: Range<Int>) -> Bool {
    (max(range.lowerBound, index - 3)..<index).contains { words.is($0, BillWords.negations) || words.is($0, BillWords.modals) }
      || (index > range.lowerBound && words.key(index - 1) == Self.to && !words.is(index - 2, BillWords.licences))
  }

  static let planners = KeywordSet(
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
}
