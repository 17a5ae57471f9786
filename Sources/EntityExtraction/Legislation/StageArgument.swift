import RegulatoryModel

/// Finds which bill a verb of progress speaks of: its object, its subject, or what "it" means.
struct StageArgument {
  let context: StageContext
  var words: StoryWords { context.words }

  /// The bills of one verb.
  struct Answer {
    var groups: [Int]
    /// Only pointed back to, by "it" or "the bill".
    var isCarried: Bool
    static let none = Answer(groups: [], isCarried: false)
  }

  static let by = WordKey.of("by")
  static let from = WordKey.of("from")
  static let marked = WordKey.of("marked")
  static let discharged = WordKey.of("discharged")
  static let and = WordKey.of("and")
  static let it = WordKey.of("it")
  static let the = WordKey.of("the")
  static let its = WordKey.of("its")

  init(_ context: StageContext) { self.context = context }

  /// - Parameter referent: what a pronoun means where the sentence has named no bill before it.
  func bills(of event: StageEvent, at index: Int, in range: Range<Int>, _ inside: [BillAnchor], referent: () -> Int?) -> Answer {
    let end = index + event.length
    let before = subject(before: index, inside)
    // "it was reintroduced as X", "first introduced as X"
    if event.sense == .introduce, words.key(end) == Self.asWord, let next = context.anchor(at: end + 1) {
      return Answer(groups: [next.group], isCarried: false)
    }
    // "the House-passed CLARITY Act", "the recently enacted GENIUS Act"
    if event.form == .past, let next = context.anchor(at: end), isAttributive(index, in: range) {
      return Answer(groups: [next.group], isCarried: false)
    }
    let wantsObject = takesObject(event, at: index, in: range, before)
    if wantsObject {
      // "Unlike X, which the House passed in May, Y has yet to …"
      if let before, isOfRelative(from: before.range.upperBound, index),
        context.firstAnchor(in: end..<min(range.upperBound, end + 2)) == nil
      {
        return Answer(groups: [before.group], isCarried: false)
      }
      if let object = object(from: end, in: range, inside) { return Answer(groups: object, isCarried: false) }
      if pointsBack(from: end, in: range), let group = before?.group ?? referent() { return Answer(groups: [group], isCarried: true) }
      // "X, which the Senate passed on 17 June"
      if let before, hasRelative(between: before.range.upperBound, index) { return Answer(groups: [before.group], isCarried: false) }
    }
    if let before, isAbout(before, in: range) { return .none }
    if let before, !crossesClause(before.range.upperBound, index) { return Answer(groups: siblings(of: before, inside), isCarried: false) }
    if !wantsObject, before == nil, let object = object(from: end, in: range, inside), isClose(end, inside) {
      return Answer(groups: object, isCarried: false)
    }
    if let before {
      if refersBack(Range.from(before.range.upperBound, to: index)) || event.sense == .send || event.sense == .force
        || isHeadless(index, in: range)
      {
        return Answer(groups: [before.group], isCarried: false)
      }
      return .none
    }
    if context.isPassive(index, in: range), hasOtherSubject(index, in: range) { return .none }
    let isOwned = event.form == .noun && (max(range.lowerBound, index - 3)..<index).contains { words.key($0) == Self.its }
    if isOwned || refersBack(range.lowerBound..<index) || isHeadless(index, in: range) || pointsBack(from: end, in: range),
      let group = referent()
    {
      return Answer(groups: [group], isCarried: true)
    }
    return .none
  }

  // MARK: Objects

  /// An active verb with a subject of its own has the bill as its object.
  func takesObject(_ event: StageEvent, at index: Int, in range: Range<Int>, _ before: BillAnchor?) -> Bool {
    if event.form == .noun { return true }
    if event.sense == .refer || event.sense == .receive { return words.key(index) == Self.marked && before == nil }
    // "The committee was discharged from further consideration of X"
    if words.key(index) == Self.discharged { return words.key(index + 1) == Self.from }
    if event.sense == .force { return words.key(index) == WordKey.of("enacted") && !context.isPassive(index, in: range) && before == nil }
    if context.isPassive(index, in: range) { return false }
    let end = index + event.length
    // "passed the House": a chamber follows before any bill does.
    if event.sense == .pass || event.sense == .report || event.sense == .fail, chamberFollows(end, in: range) { return false }
    if words.key(end) == Self.by, before != nil { return false }
    guard let before else { return true }
    // A cell of a table speaks of the bill that its row is about.
    if words.isMark(index - 1, "|") { return false }
    // "X, signed on July 18", "X (signed in October": a participle right after the bill.
    if event.form == .past, before.range.upperBound == index - 1, words.isMark(index - 1, ",") || words.isMark(index - 1, "(") {
      return false
    }
    return before.range.upperBound != index || event.form == .base
  }

  func chamberFollows(_ end: Int, in range: Range<Int>) -> Bool {
    let limit = min(range.upperBound, end + 4)
    guard end < limit, let chamber = StageChamber(context).index(from: end, in: range, limit: 4) else { return false }
    return context.firstAnchor(in: Range.from(end, to: min(limit, chamber))) == nil
  }

  /// "recently enacted X", "House-passed X": the verb is an adjective.
  func isAttributive(_ index: Int, in range: Range<Int>) -> Bool {
    guard index > range.lowerBound else { return false }
    return words.isMark(index - 1, "-") || words.isAdverb(index - 1) || words.key(index - 1) == Self.the
      || words.is(index - 1, Self.beforeAdjectives)
  }

  static let beforeAdjectives = KeywordSet("newly just recently now already")
  static let joiners = KeywordSet("and together alongside plus & along well")
  static let listWords = KeywordSet("and together with the alongside plus along as well also recast")
  static let plurals = KeywordSet("bills measures acts pieces")
  static let otherVerbs = KeywordSet(
    """
    oppose opposing support supporting saying said says against competes replaces replace amends amend amending like unlike than from under
    establish implement implementing repeal enforce comply pursuant
    """
  )

  /// The bill after the verb, and those that a list joins to it.
  func object(from end: Int, in range: Range<Int>, _ inside: [BillAnchor]) -> [Int]? {
    guard let position = inside.firstIndex(where: { $0.range.lowerBound >= end }) else { return nil }
    let first = inside[position]
    let between = Range.from(end, to: first.range.lowerBound)
    guard between.count <= 14, !isPartOfObject(first) else { return nil }
    for token in between {
      if words.isMark(token, ";") { return nil }
      // "passed three crypto bills: the GENIUS Act, …"
      if words.isMark(token, ":"), !words.is(token - 1, Self.plurals) { return nil }
      // Another verb in between takes the bill for itself.
      if let other = context.event(at: token, in: range), other.form != .noun, other.sense != .hear { return nil }
      if words.is(token, Self.otherVerbs), !(words.key(token) == Self.from && token == end) { return nil }
      if words.is(token, BillWords.pronouns), words.key(token) != WordKey.of("that") || between.count > 6 { return nil }
    }
    return list(from: position, inside, in: range)
  }

  static let partsOfBills = KeywordSet(
    """
    application applications framework rule rules proposal proposals implementation implementing rulemaking guidance compromise regulations regime
    requirements standards hearing markup debate talks negotiations provisions provision amendment amendments
    """)

  /// "rejected X's compromise", "approved the X application framework": a part of the bill, or something under it.
  func isPartOfObject(_ anchor: BillAnchor) -> Bool {
    let end = anchor.range.upperBound
    if words.isMark(end, "'"), words.key(end + 1) == WordKey.of("s") { return words.tokens[safe: end + 2]?.isWord == true }
    return words.is(end, Self.partsOfBills) || words.is(end + 1, Self.partsOfBills) && words.tokens[safe: end]?.isWord == true
  }

  static let asWord = WordKey.of("as")
  static let asides = KeywordSet("by under with like unlike alongside")

  /// The last bill before a verb that can be its subject: not one of an aside, as in "X, as amended by Y, goes into effect".
  func subject(before index: Int, _ inside: [BillAnchor]) -> BillAnchor? {
    guard let position = inside.lastIndex(where: { $0.range.upperBound <= index }) else { return nil }
    let last = inside[position]
    let lead = words.key(last.range.lowerBound - 1) == Self.the ? last.range.lowerBound - 2 : last.range.lowerBound - 1
    guard position > 0, words.is(lead, Self.asides), words.isMark(last.range.upperBound, ",") else { return last }
    return inside[position - 1]
  }

  static let abouts = KeywordSet("to of on for")
  static let things = KeywordSet(
    "amendment amendments motion motions substitute hearing hearings debate rule rules changes markup vote votes petition filibuster cloture"
  )

  /// "An amendment to X was adopted": what the verb speaks of only concerns the bill.
  func isAbout(_ anchor: BillAnchor, in range: Range<Int>) -> Bool {
    var back = anchor.range.lowerBound - 1
    if words.key(back) == Self.the { back -= 1 }
    return back > range.lowerBound && words.is(back, Self.abouts) && words.is(back - 1, Self.things)
  }

  /// "X, the Y and the Z", "X with 517 votes for, together with the recast Y".
  func list(from position: Int, _ inside: [BillAnchor], in range: Range<Int>) -> [Int] {
    var groups = [inside[position].group]
    var candidates: [Int] = []
    var last = inside[position]
    for anchor in inside[(position + 1)...] {
      let joint = last.range.upperBound..<max(last.range.upperBound, anchor.range.lowerBound)
      last = anchor
      if groups.contains(anchor.group) { continue }
      guard joint.count <= 24,
        !joint.contains(where: {
          words.isMark($0, ";") || context.event(at: $0, in: range) != nil || words.roles($0).contains(.chamber)
        })
      else { break }
      if isPlainJoint(joint) {
        candidates.append(anchor.group)
        if joint.contains(where: { words.is($0, Self.joiners) }) {
          groups += candidates
          candidates = []
        }
      } else if let joiner = joint.last(where: { words.is($0, Self.joiners) }), joint.upperBound - joiner <= 5,
        (joiner + 1..<joint.upperBound).allSatisfy({ words.tokens[$0].isWord })
      {
        groups.append(anchor.group)
      } else {
        break
      }
    }
    return groups
  }

  /// Commas, "and", "the": nothing else.
  func isPlainJoint(_ joint: Range<Int>) -> Bool {
    joint.count <= 5 && joint.allSatisfy { words.isMark($0, ",") || words.is($0, Self.listWords) }
  }

  func isClose(_ end: Int, _ inside: [BillAnchor]) -> Bool {
    inside.first { $0.range.lowerBound >= end }.map { $0.range.lowerBound - end <= 4 } ?? false
  }

  // MARK: Subjects

  /// Bills that share one verb: "H.R. 3633 and H.R. 1919 passed the House".
  func siblings(of last: BillAnchor, _ inside: [BillAnchor]) -> [Int] {
    guard let position = inside.firstIndex(of: last), position > 0 else { return [last.group] }
    var groups = [last.group]
    var current = last
    for anchor in inside[..<position].reversed() {
      let joint = Range.from(anchor.range.upperBound, to: current.range.lowerBound)
      guard isPlainJoint(joint), joint.contains(where: { words.is($0, Self.joiners) }) || groups.count > 1 else { break }
      if !groups.contains(anchor.group) { groups.insert(anchor.group, at: 0) }
      current = anchor
    }
    return groups
  }

  static let newClauses = KeywordSet("while whereas although though because but where when as after before since until if")

  /// Whether between a bill and a verb another clause begins, so that the bill is not its subject.
  func crossesClause(_ from: Int, _ to: Int) -> Bool {
    guard from <= to, to - from <= 45 else { return true }
    var commas = 0
    for index in from..<to {
      if words.isMark(index, ";") { return true }
      if words.isMark(index, ",") { commas += 1 }
      guard words.tokens[index].isWord else { continue }
      if words.is(index, Self.newClauses), index > from, !words.isMark(index - 1, "("), !isPlace(index) { return true }
      // A new subject after "and": "…, and the President signed".
      if words.key(index) == Self.and, index + 1 < to, beginsSubject(index + 1) { return true }
    }
    return commas > 4
  }

  /// "is before the House of Lords": a place, no time.
  func isPlace(_ index: Int) -> Bool { words.key(index) == WordKey.of("before") && words.is(index - 1, Self.standing) }
  static let standing = KeywordSet("is was been lies stood now still")
  static let auxiliaries = KeywordSet("has have had was were is are been be being now then")
  static let subjects = KeywordSet("the a an it he she they its his her their both")

  /// Whether a word after "and" begins a new clause's subject: "and the President signed", and not "and now goes", "and Patrick McHenry".
  func beginsSubject(_ index: Int) -> Bool {
    words.is(index, Self.subjects) || words.is(index, BillWords.lawmakers) || words.is(index, BillWords.executives)
      || words.is(index, BillWords.chambersHouse) || words.is(index, BillWords.chambersSenate) || words.is(index, BillWords.bothChambers)
  }

  /// "X, which the House": the relative right after the bill, and a subject of its own.
  func isOfRelative(from start: Int, _ verb: Int) -> Bool {
    let relative = words.isMark(start, ",") ? start + 1 : start
    return verb - relative > 1 && verb - relative < 8 && words.is(relative, Self.relatives)
      && !(relative + 1..<verb).contains { words.isMark($0, ",") || words.isMark($0, ";") || words.key($0) == Self.and }
  }

  static let relatives = KeywordSet("which that")

  func hasRelative(between from: Int, _ to: Int) -> Bool {
    guard from < to, to - from < 16 else { return false }
    return (from..<to).contains { words.key($0) == WordKey.of("which") || words.key($0) == WordKey.of("that") }
      && !(from..<to).contains { words.isMark($0, ";") }
  }
}
