import RegulatoryModel

/// A place in the text that stands for a bill: its number, its name, or both side by side.
struct BillAnchor: Sendable, Equatable {
  /// Tokens.
  var range: Range<Int>
  /// Which of the story's bills.
  var group: Int
}

/// What the stage rules need to know of a bill.
struct BillTraits: Sendable {
  /// Of the Congress or of a state: House and Senate are told apart.
  var isAmerican: Bool
  var beganInHouse: Bool?
  var isResolution: Bool
}

/// Reads from a story at which stage it says that its bills stand.
///
/// Each sentence is searched for verbs of progress; a verb belongs to the bill that is its object or subject in the same clause, else
/// to the bill that "it" or "the bill" means.
struct StageReader {
  let words: StoryWords
  let anchors: [BillAnchor]
  let traits: [BillTraits]
  let sponsors: [Sponsor]

  private(set) var claims: [Int: [StageClaim]] = [:]
  /// Group: who brought it in, as the verbs tell.
  private(set) var introducers: [Int: Sponsor] = [:]

  private var topic: Int?
  private var lastTopic: Int?
  private var heading: StageSense?
  private var headingSpan: Range<Int>?
  /// A stage told of "a bill" that the next sentences may name.
  private var expected: (stage: BillStage, date: CalendarDay?, span: Range<Int>, sentence: Int)?

  init(words: StoryWords, anchors: [BillAnchor], traits: [BillTraits], sponsors: [Sponsor]) {
    self.words = words
    self.anchors = Self.merged(anchors, words)
    self.traits = traits
    self.sponsors = sponsors
    read()
  }

  /// Number and name of one bill, side by side, are one anchor.
  private static func merged(_ anchors: [BillAnchor], _ words: StoryWords) -> [BillAnchor] {
    var result: [BillAnchor] = []
    for anchor in anchors.sorted(by: { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }) {
      if let last = result.last, last.group == anchor.group, anchor.range.lowerBound - last.range.upperBound <= 4,
        words.sentenceOfToken[last.range.lowerBound] == words.sentenceOfToken[anchor.range.lowerBound],
        (last.range.upperBound..<max(last.range.upperBound, anchor.range.lowerBound)).allSatisfy({ words.tokens[$0].kind == .mark || words.key($0) == WordKey.of("the") })
      {
        result[result.count - 1].range = last.range.lowerBound..<max(last.range.upperBound, anchor.range.upperBound)
      } else if result.last.map({ $0.range.contains(anchor.range.lowerBound) }) != true {
        result.append(anchor)
      }
    }
    return result
  }

  // MARK: Walking

  private mutating func read() {
    var next = 0
    var paragraph = -1
    for (number, sentence) in words.sentences.enumerated() {
      let range = sentence.range
      if sentence.paragraph != paragraph {
        paragraph = sentence.paragraph
        lastTopic = topic ?? lastTopic
        topic = nil
      }
      while next < anchors.count, anchors[next].range.lowerBound < range.lowerBound { next += 1 }
      var last = next
      while last < anchors.count, anchors[last].range.lowerBound < range.upperBound { last += 1 }
      let inside = Array(anchors[next..<last])
      if inside.isEmpty, readHeading(range) { continue }
      if let expected, let first = inside.first, number - expected.sentence <= 2, isNaming(first, in: range) {
        add(expected.stage, expected.date, to: first.group, span: expected.span, .stageCarried)
        self.expected = nil
      }
      readLabel(range, inside)
      readSentence(range, inside, number)
      if let first = inside.first {
        topic = first.group
      }
    }
  }

  /// A short line without a bill says where the bills below it stand: "Became law", "Out of committee".
  private mutating func readHeading(_ range: Range<Int>) -> Bool {
    let token = words.tokens[range.lowerBound]
    guard token.traits.contains(.beginsLine) || token.traits.contains(.beginsParagraph) else { return false }
    let isShort = range.count <= 7
    let isLine = token.traits.contains(.heading) || endsLine(range)
    guard isShort, isLine, let last = range.last, !words.isMark(last, "."), !words.isMark(last, "?") else { return false }
    heading = nil
    for index in range {
      guard let event = event(at: index, in: range), event.length <= range.count else { continue }
      if isReal(index, event, in: range) || event.form == .noun {
        heading = event.sense
        headingSpan = words.span(range)
        return true
      }
    }
    return true
  }

  private func endsLine(_ range: Range<Int>) -> Bool {
    guard let next = words.tokens[safe: range.upperBound] else { return true }
    return next.traits.contains(.beginsLine) || next.traits.contains(.beginsParagraph)
  }

  /// "Signed. S. 1582, the GENIUS Act, …": the heading, or a sentence of one or two words, tells of the bill that leads the item.
  private mutating func readLabel(_ range: Range<Int>, _ inside: [BillAnchor]) {
    guard let first = inside.first, first.range.lowerBound - range.lowerBound <= 3 else {
      if inside.isEmpty, words.tokens[range.lowerBound].traits.contains(.beginsParagraph) { label = nil }
      if inside.isEmpty { setLabel(range) }
      return
    }
    let sentence = Int(words.sentenceOfToken[range.lowerBound])
    if let label, label.sentence == sentence - 1 {
      if let stage = stage(label.sense, chamber: nil, group: first.group) {
        add(stage, nil, to: first.group, span: label.span, .stageHeading)
      }
    } else if let heading, let headingSpan, words.tokens[range.lowerBound].traits.contains(.beginsLine) {
      if let stage = stage(heading, chamber: nil, group: first.group) { add(stage, nil, to: first.group, span: headingSpan, .stageHeading) }
    }
    label = nil
  }

  private var label: (sense: StageSense, span: Range<Int>, sentence: Int)?

  private mutating func setLabel(_ range: Range<Int>) {
    label = nil
    let wordCount = range.filter { words.tokens[$0].isWord }.count
    guard wordCount <= 3, let event = event(at: range.lowerBound, in: range) else { return }
    label = (event.sense, words.span(range), Int(words.sentenceOfToken[range.lowerBound]))
  }

  /// Whether a sentence names the bill that the one before only spoke of: "The CLARITY Act, H.R. 3633, would …", "The bill, known as …".
  private func isNaming(_ anchor: BillAnchor, in range: Range<Int>) -> Bool {
    let lead = range.lowerBound..<anchor.range.lowerBound
    if lead.count <= 1 { return true }
    return lead.count <= 9 && lead.contains { words.is($0, BillWords.bills) }
  }

  // MARK: Events

  private struct Event {
    var sense: StageSense
    var form: StageVerbs.Form
    var length: Int
  }

  private func event(at index: Int, in range: Range<Int>) -> Event? {
    let token = words.tokens[index]
    guard token.isWord else { return nil }
    if StageVerbs.phraseStarts.contains(token.key) {
      for (phrases, sense, form) in StageVerbs.phrases {
        if let length = phrases.length(in: words, at: index, before: range.upperBound) { return Event(sense: sense, form: form, length: length) }
      }
    }
    guard let entry = StageVerbs.table[token.key] else { return nil }
    return Event(sense: entry.sense, form: entry.form, length: 1)
  }

  private mutating func readSentence(_ range: Range<Int>, _ inside: [BillAnchor], _ number: Int) {
    var index = range.lowerBound
    var previousEventEnd = range.lowerBound
    while index < range.upperBound {
      if let anchor = inside.first(where: { $0.range.contains(index) }) {
        index = anchor.range.upperBound
        continue
      }
      if let event = event(at: index, in: range) {
        handle(event, at: index, in: range, inside, after: previousEventEnd, number)
        previousEventEnd = index + event.length
        index += event.length
        continue
      }
      if let end = tally(at: index, in: range, inside) {
        previousEventEnd = end
        index = end
        continue
      }
      index += 1
    }
  }

  private mutating func handle(
    _ event: Event, at index: Int, in range: Range<Int>, _ inside: [BillAnchor], after previous: Int, _ number: Int
  ) {
    let end = index + event.length
    var sense = event.sense
    let isReal = isReal(index, event, in: range)
    if sense == .introduce, !isReal, isPlanned(index, in: range) { sense = .announce } else if !isReal { return }
    guard !isSomethingElse(event, at: index, in: range) else { return }
    let (groups, carried) = bills(of: event, sense, at: index, in: range, inside)
    let day = date(around: index..<end, in: range, after: previous)
    let span = words.span(min(index, groups.isEmpty ? index : spanStart(groups, inside, index))..<end)
    if groups.isEmpty {
      if isIndefinite(around: index, end, in: range), let stage = stage(sense, at: index..<end, in: range, group: nil) {
        expected = (stage, day, span, number)
      }
      return
    }
    for group in groups {
      guard let stage = stage(sense, at: index..<end, in: range, group: group) else { continue }
      add(stage, day, to: group, span: span, carried ? .stageCarried : sense == .force ? .stageInForce : .stageVerb)
      if sense == .introduce || sense == .announce, let sponsor = introducer(index, end, in: range) {
        if introducers[group] == nil { introducers[group] = sponsor }
      }
    }
  }

  private func spanStart(_ groups: [Int], _ inside: [BillAnchor], _ index: Int) -> Int {
    inside.last(where: { $0.range.upperBound <= index && groups.contains($0.group) && index - $0.range.upperBound < 12 })?.range.lowerBound ?? index
  }

  private mutating func add(_ stage: BillStage, _ date: CalendarDay?, to group: Int, span: Range<Int>, _ rule: LegislationRule) {
    let claim = StageClaim(stage: stage, date: date, span: span, rule: rule.id)
    if let same = claims[group]?.firstIndex(where: { $0.stage == stage && ($0.date == date || date == nil || $0.date == nil) }) {
      if claims[group]?[same].date == nil, date != nil { claims[group]?[same] = claim }
      return
    }
    claims[group, default: []].append(claim)
  }

  // MARK: Whether it happened

  private static let toWord = WordKey.of("to")
  private static let byWord = WordKey.of("by")
  private static let notBefore = KeywordSet("if unless until once when whether before")
  private static let overWords = KeywordSet("over away")
  private static let afterWords = KeywordSet("after since having following upon on with by")

  private func isReal(_ index: Int, _ event: Event, in range: Range<Int>) -> Bool {
    if event.sense == .pass, words.is(index + 1, Self.overWords) { return false }
    // "signed on to", "signed up"
    if event.sense == .sign, words.key(index + 1) == WordKey.of("up") || words.key(index + 1) == WordKey.of("off") { return false }
    if event.sense == .sign, words.key(index + 1) == WordKey.of("on"), words.key(index + 2) == Self.toWord || words.key(index + 2) == WordKey.of("as") { return false }
    if event.form == .participle, event.length == 1 {
      let before = words.key(index - 1)
      guard index > range.lowerBound, Self.afterWords.contains(before) || words.isMark(index - 1, ",") else { return false }
    }
    if event.form == .noun, event.sense == .pass {
      // "after its passage in the House", "House passage of": only what lies behind.
      var back = index - 1
      var steps = 0
      while back >= range.lowerBound, steps < 5 {
        if words.is(back, Self.behind) { break }
        if words.tokens[back].kind == .mark, !words.isMark(back, "'") { return false }
        back -= 1
        steps += 1
      }
      guard back >= range.lowerBound, words.is(back, Self.behind) else { return false }
    }
    var back = index - 1
    var steps = 0
    var needsLicence = event.form == .base
    while back >= range.lowerBound, steps < 9 {
      let token = words.tokens[back]
      if token.isMark(";") || token.isMark(":") || token.isMark("(") || words.isDash(back) { break }
      if token.isMark(","), steps > 0 || event.form != .base { break }
      if anchors.contains(where: { $0.range.contains(back) }), back < index - 1, !(token.isWord && steps < 2) {
        // The bill itself stands between: a modal before it belongs to another verb.
        if event.form != .base { break }
      }
      if token.isWord {
        let key = token.key
        if steps == 0, Self.notBefore.contains(key) { return false }
        // A conjunction parts two verbs, unless the second leans on the first's auxiliary ("would pass and sign").
        if key == WordKey.of("and") || key == WordKey.of("but") || key == WordKey.of("which") || key == WordKey.of("who") || key == WordKey.of("that") {
          if event.form != .base { break }
        }
        if StageVerbs.table[key] != nil, steps > 0, event.form != .base, key != WordKey.of("filed") { break }
        if needsLicence, BillWords.licences.contains(key) { return !isNegated(back, in: range) }
        if BillWords.modals.contains(key) {
          if key == WordKey.of("may"), token.isCapitalised, steps > 0 { } else if key == WordKey.of("will"), token.isCapitalised, steps > 1 { } else { return false }
        }
        if BillWords.negations.contains(key), steps < 4 { return false }
        if BillWords.unreal.contains(key), isGoverning(back, index, event) { return false }
        // "to be signed", "to pass"
        if key == Self.toWord, words.key(back + 1) == WordKey.of("be") || back == index - 1, event.form != .noun, event.sense != .send || event.form == .base {
          if !isLicensed(before: back, in: range) { return false }
          needsLicence = false
        }
      }
      back -= 1
      steps += 1
    }
    return !needsLicence
  }

  private static let behind = KeywordSet("after since following upon won secured hailed praised celebrated welcomed")

  /// Whether an unreal word bears on the verb: it must, where only auxiliaries and short words stand between.
  private func isGoverning(_ word: Int, _ verb: Int, _ event: Event) -> Bool {
    // "if passed", "expected to be signed", "failed to pass", "threatened a veto"
    let between = word + 1..<verb
    if between.isEmpty { return true }
    if event.sense == .veto, event.form == .noun { return between.count <= 4 }
    if words.is(word, Self.clauseConditions) { return true }
    return between.contains { words.key($0) == Self.toWord || words.key($0) == WordKey.of("for") || words.key($0) == WordKey.of("be") }
  }

  private static let clauseConditions = KeywordSet("if unless until whether once")

  private func isLicensed(before index: Int, in range: Range<Int>) -> Bool {
    var back = index - 1
    var steps = 0
    while back >= range.lowerBound, steps < 6 {
      if words.is(back, BillWords.licences) { return !isNegated(back, in: range) }
      if words.is(back, BillWords.unreal) || words.is(back, BillWords.modals) { return false }
      let token = words.tokens[back]
      guard token.isNumber || token.isMark("-") || token.isMark(",") || words.is(back, Self.tallyWords) || words.is(back, DateWordsSet.all) else { return false }
      back -= 1
      steps += 1
    }
    return false
  }

  private static let tallyWords = KeywordSet("to on by votes unanimously overwhelmingly narrowly late early")

  private func isNegated(_ index: Int, in range: Range<Int>) -> Bool {
    (max(range.lowerBound, index - 3)..<index).contains { words.is($0, BillWords.negations) || words.is($0, BillWords.modals) }
      || (index - 1 >= range.lowerBound && words.key(index - 1) == Self.toWord && !words.is(index - 2, BillWords.licences))
  }

  private static let planners = KeywordSet("will would plans planning planned intends intend plan expects expected vowed vows promised promises pledged pledges going set preparing prepares soon ll shall")

  /// "plans to introduce", "said that he would put forward", "will also re-introduce".
  private func isPlanned(_ index: Int, in range: Range<Int>) -> Bool {
    var back = index - 1
    var steps = 0
    while back >= range.lowerBound, steps < 8 {
      if words.is(back, BillWords.negations) { return false }
      if words.is(back, Self.planners) { return true }
      if words.isMark(back, ";") || words.isMark(back, ",") || words.is(back, Self.notBefore) { return false }
      back -= 1
      steps += 1
    }
    return false
  }

  private static let otherObjects = KeywordSet(
    """
    lawsuit suit complaint order orders letter memo memorandum agreement deal report rule rules guidance amendment amendments petition brief motion
    contract charges appeal application exception statement executive nomination budget form treaty settlement claim claims answer
    nominee
    """)
  private static let procedural = KeywordSet("cloture procedural motion rule amendment amendments override debate proceed vote")

  /// The verb has another object: "signed an executive order", "filed a lawsuit", "failed a cloture vote".
  private func isSomethingElse(_ event: Event, at index: Int, in range: Range<Int>) -> Bool {
    let end = index + event.length
    let near = end..<min(range.upperBound, end + 4)
    switch event.sense {
    case .introduce, .sign, .announce, .withdraw:
      for token in near {
        if anchors.contains(where: { $0.range.contains(token) }) || words.is(token, BillWords.bills) || words.tokens[token].kind == .mark { return false }
        if words.is(token, Self.otherObjects) { return true }
      }
      return false
    case .fail:
      for token in end..<min(range.upperBound, end + 5) where words.is(token, Self.procedural) && words.key(token) != WordKey.of("vote") { return true }
      return false
    case .report:
      // "reported a loss", "Reuters reported": only with a committee or a bill about.
      return words.key(index) == WordKey.of("reported") && event.length == 1 && !hasCommittee(in: range) && !isPassive(index, in: range)
    case .veto:
      // "veto threat", "veto power", "veto-proof"
      return words.is(end, KeywordSet("threat threats power proof override statement")) || (words.isMark(end, "-") && words.key(end + 1) == WordKey.of("proof"))
    case .hear:
      return false
    case .pass, .refer, .send, .force, .override: return false
    }
  }

  private func hasCommittee(in range: Range<Int>) -> Bool { range.contains { words.is($0, BillWords.committee) } }

  private static let auxiliaries = KeywordSet("was were been being is are be got gets getting s")

  private func isPassive(_ index: Int, in range: Range<Int>) -> Bool {
    var back = index - 1
    var steps = 0
    while back >= range.lowerBound, steps < 3 {
      if words.is(back, Self.auxiliaries) { return true }
      guard words.tokens[back].isWord, isAdverb(back) || words.is(back, Self.smallAdverbs) else { return false }
      back -= 1
      steps += 1
    }
    return false
  }

  private static let smallAdverbs = KeywordSet("first also then later now just not already again since ever soon last")

  private func isAdverb(_ index: Int) -> Bool {
    let span = words.tokens[index].span
    return span.count > 4 && words.scan.bytes[span.upperBound - 1] == UInt8(ascii: "y") && words.scan.bytes[span.upperBound - 2] == UInt8(ascii: "l")
  }

  // MARK: Which bill

  /// The bills that the verb speaks of, and whether they were only pointed back to.
  private func bills(
    of event: Event, _ sense: StageSense, at index: Int, in range: Range<Int>, _ inside: [BillAnchor]
  ) -> ([Int], carried: Bool) {
    let end = index + event.length
    let before = inside.last { $0.range.upperBound <= index }
    let wantsObject = takesObject(event, at: index, in: range, before)
    if wantsObject {
      if let object = object(from: end, in: range, inside) { return (object, false) }
      if pointsBack(from: end, in: range), let group = referent(before, from: end, in: range) { return ([group], true) }
      // "X, which the Senate passed on 17 June"
      if let before, hasRelative(between: before.range.upperBound, index) { return ([before.group], false) }
    }
    if let before, !crossesClause(before.range.upperBound, index, in: range) { return (siblings(of: before, inside, index), false) }
    if !wantsObject, event.sense != .force || before == nil, let object = object(from: end, in: range, inside), before == nil, isObjectClose(end, object, inside) {
      return (object, false)
    }
    if let before, refersBack(before.range.upperBound..<index) { return ([before.group], false) }
    if let before, event.sense == .send || event.sense == .force { return ([before.group], false) }
    if before == nil, refersBack(range.lowerBound..<index) || isHeadless(index, in: range) || pointsBack(from: end, in: range) {
      if let group = referent(nil, from: range.lowerBound, in: range) { return ([group], true) }
    }
    if let before, isHeadless(index, in: range) { return ([before.group], false) }
    return ([], false)
  }

  private func isObjectClose(_ end: Int, _ groups: [Int], _ inside: [BillAnchor]) -> Bool {
    guard let first = inside.first(where: { $0.range.lowerBound >= end }) else { return false }
    return first.range.lowerBound - end <= 4
  }

  /// An active verb with a subject of its own has the bill as its object.
  private func takesObject(_ event: Event, at index: Int, in range: Range<Int>, _ before: BillAnchor?) -> Bool {
    switch event.sense {
    case .force, .refer:
      return event.sense == .force && words.key(index) == WordKey.of("enacted") && !isPassive(index, in: range) && before == nil
    case .hear, .report, .introduce, .announce, .sign, .veto, .override, .fail, .withdraw, .send, .pass: break
    }
    if event.form == .noun { return event.sense != .hear || true }
    if isPassive(index, in: range) { return false }
    let end = index + event.length
    // "passed the House", "signed by the governor", "introduced in 2023 by"
    if event.sense == .pass || event.sense == .report || event.sense == .fail, chamber(from: end, in: range, limit: 5) != nil, object(from: end, in: range, anchorsFrom(end, range)) == nil
      || chamberComesFirst(end, in: range)
    {
      return false
    }
    if words.key(end) == Self.byWord, before != nil { return false }
    if event.form == .past, index > range.lowerBound, words.isMark(index - 1, ",") || words.isMark(index - 1, "("), before != nil,
      let before, before.range.upperBound == index - 1
    {
      return false
    }
    // The bill stands right before the verb: it is the subject.
    if let before, before.range.upperBound == index, event.form != .base { return event.sense == .send ? false : false }
    return true
  }

  private func anchorsFrom(_ index: Int, _ range: Range<Int>) -> [BillAnchor] { anchors.filter { range.contains($0.range.lowerBound) && $0.range.lowerBound >= index } }

  /// "passed the House": a chamber follows the verb before any bill does.
  private func chamberComesFirst(_ end: Int, in range: Range<Int>) -> Bool {
    guard let at = chamberIndex(from: end, in: range, limit: 4) else { return false }
    return !anchors.contains { $0.range.lowerBound >= end && $0.range.lowerBound < at }
  }

  /// The bill after the verb, and those that "and" joins to it.
  private func object(from end: Int, in range: Range<Int>, _ inside: [BillAnchor]) -> [Int]? {
    guard let position = inside.firstIndex(where: { $0.range.lowerBound >= end }) else { return nil }
    let first = inside[position]
    let between = end..<first.range.lowerBound
    guard between.count <= 14, !between.contains(where: { words.isMark($0, ";") || words.isMark($0, ":") || words.isMark($0, ".") }) else { return nil }
    // Another verb in between takes the bill for itself.
    for token in between {
      if let other = event(at: token, in: range), other.form != .noun, other.sense != .hear { return nil }
      if words.is(token, Self.otherVerbs) { return nil }
      if words.is(token, BillWords.pronouns), words.key(token) != WordKey.of("that") || between.count > 6 { return nil }
    }
    var groups = [first.group]
    var last = first
    for anchor in inside[(position + 1)...] {
      let joint = last.range.upperBound..<anchor.range.lowerBound
      if anchor.group == last.group {
        last = anchor
        continue
      }
      guard joint.count <= 14, joint.contains(where: { words.is($0, Self.joiners) }), !joint.contains(where: { event(at: $0, in: range) != nil || words.isMark($0, ";") })
      else { break }
      guard isJoined(joint) else { break }
      groups.append(anchor.group)
      last = anchor
    }
    return groups
  }

  private static let joiners = KeywordSet("and together alongside plus")
  private static let otherVerbs = KeywordSet("oppose opposing support supporting saying said says against competes replaces replace amends amend amending like unlike than from under")

  /// "and", "and the", "together with the recast", "as well as": nothing else stands between.
  private func isJoined(_ range: Range<Int>) -> Bool {
    guard let joint = range.last(where: { words.is($0, Self.joiners) }) else { return false }
    return (joint + 1..<range.upperBound).allSatisfy { words.tokens[$0].isWord && event(at: $0, in: range) == nil } && range.upperBound - joint <= 5
  }

  /// Bills that share one verb as its subject: "H.R. 3633 and H.R. 1919 passed the House".
  private func siblings(of last: BillAnchor, _ inside: [BillAnchor], _ index: Int) -> [Int] {
    guard let position = inside.firstIndex(of: last), position > 0 else { return [last.group] }
    var groups = [last.group]
    var current = last
    for anchor in inside[..<position].reversed() {
      let joint = anchor.range.upperBound..<current.range.lowerBound
      guard joint.count <= 4, joint.allSatisfy({ words.is($0, Self.joiners) || words.isMark($0, ",") || words.key($0) == WordKey.of("the") }),
        joint.contains(where: { words.is($0, Self.joiners) }) || groups.count > 1
      else { break }
      if !groups.contains(anchor.group) { groups.insert(anchor.group, at: 0) }
      current = anchor
    }
    return groups
  }

  /// Whether between a bill and a verb another clause begins, so that the bill is not its subject.
  private func crossesClause(_ from: Int, _ to: Int, in range: Range<Int>) -> Bool {
    guard from <= to else { return true }
    var commas = 0
    var index = from
    var sawVerb = false
    while index < to {
      let token = words.tokens[index]
      if token.isMark(";") { return true }
      if token.isMark(",") { commas += 1 }
      if token.isWord {
        if words.is(index, Self.newClauses), index > from, !words.isMark(index - 1, "(") { return true }
        if words.is(index, Self.finite) { sawVerb = true }
        // A new subject after a comma or "and": "…, and the President signed".
        if words.key(index) == WordKey.of("and"), index + 1 < to, !isVerbAfterAnd(index + 1, to) { return true }
      }
      index += 1
    }
    _ = sawVerb
    return to - from > 45 || commas > 4
  }

  private static let newClauses = KeywordSet("while whereas although though because but where when as after before since until if")
  private static let finite = KeywordSet("is was has had would will")

  /// "and now goes", "and has had", "and lapsed": the same subject goes on.
  private func isVerbAfterAnd(_ index: Int, _ to: Int) -> Bool {
    var index = index
    while index < to, words.is(index, Self.smallAdverbs) || isAdverbToken(index) || words.is(index, Self.auxiliariesToo) { index += 1 }
    return index >= to || StageVerbs.table[words.key(index)] != nil
  }

  private static let auxiliariesToo = KeywordSet("has have had was were is are been now then")
  private func isAdverbToken(_ index: Int) -> Bool { words.tokens[index].isWord && isAdverb(index) }

  private func hasRelative(between from: Int, _ to: Int) -> Bool {
    guard from < to, to - from < 16 else { return false }
    return (from..<to).contains { words.key($0) == WordKey.of("which") || words.key($0) == WordKey.of("that") }
      && !(from..<to).contains { words.isMark($0, ";") }
  }

  // MARK: Pointing back

  /// "it", "the bill", "the measure" right after the verb.
  private func pointsBack(from end: Int, in range: Range<Int>) -> Bool {
    for index in end..<min(range.upperBound, end + 5) {
      if words.key(index) == WordKey.of("it") { return true }
      if words.is(index, BillWords.definite), isBillNoun(index, in: range) { return true }
      if words.tokens[index].kind == .mark { return false }
    }
    return false
  }

  /// "it", "the bill", "which" before the verb.
  private func refersBack(_ range: Range<Int>) -> Bool {
    for index in range {
      if words.key(index) == WordKey.of("it") { return true }
      if words.is(index, BillWords.definite), isBillNoun(index, in: range) { return true }
    }
    return false
  }

  /// "the bill", "this stablecoin measure": the noun within three words of the article.
  private func isBillNoun(_ article: Int, in range: Range<Int>) -> Bool {
    for index in article + 1..<max(article + 1, min(article + 4, words.tokens.count)) {
      if words.is(index, BillWords.bills) { return true }
      guard words.tokens[index].isWord || words.isMark(index, "-") else { return false }
    }
    return false
  }

  /// A verb that opens its sentence, or the part of it after a semicolon: "Introduced 27 July; referred to Banking".
  private func isHeadless(_ index: Int, in range: Range<Int>) -> Bool {
    var back = index - 1
    while back >= range.lowerBound, index - back < 3, words.tokens[back].kind == .word, words.is(back, Self.smallAdverbs) || words.is(back, Self.auxiliariesToo) { back -= 1 }
    return back < range.lowerBound || words.isMark(back, ";") || words.isMark(back, ".") || words.isMark(back, ":")
  }

  /// The bill that a pronoun means: the one before it in the sentence, the sentence's before, or the last paragraph's.
  private func referent(_ before: BillAnchor?, from index: Int, in range: Range<Int>) -> Int? {
    if let before { return before.group }
    if let topic { return topic }
    guard let lastTopic else { return soleGroup }
    // "the resolution" is no act, "the bill" no resolution.
    let saysResolution = range.contains { words.key($0) == WordKey.of("resolution") }
    let saysBill = range.contains { words.key($0) == WordKey.of("bill") || words.key($0) == WordKey.of("act") }
    if saysResolution != traits[lastTopic].isResolution, saysResolution || (saysBill && traits[lastTopic].isResolution) {
      return anchors.last { $0.range.upperBound <= range.lowerBound && traits[$0.group].isResolution == saysResolution }?.group
    }
    return lastTopic
  }

  private var soleGroup: Int? { traits.count == 1 ? 0 : nil }

  /// "a bill", "legislation": not said which.
  private func isIndefinite(around index: Int, _ end: Int, in range: Range<Int>) -> Bool {
    for token in max(range.lowerBound, index - 6)..<min(range.upperBound, end + 9) where words.is(token, BillWords.bills) { return true }
    return false
  }

  // MARK: Which stage

  private enum Chamber { case house, senate, both, other, committee }

  private func chamberIndex(from start: Int, in range: Range<Int>, limit: Int) -> Int? {
    (start..<max(start, min(range.upperBound, start + limit))).first {
      (words.is($0, BillWords.chambersHouse) || words.is($0, BillWords.chambersSenate) || words.is($0, BillWords.otherChambers)
        || words.is($0, BillWords.bothChambers) || words.is($0, BillWords.committee)) && words.key($0 - 1) != BillWords.white
    }
  }

  /// The chamber named from a token on; a committee where its name goes on to one.
  private func chamber(from start: Int, in range: Range<Int>, limit: Int) -> Chamber? {
    guard let index = chamberIndex(from: start, in: range, limit: limit) else { return nil }
    return chamber(at: index, in: range)
  }

  private func chamber(at index: Int, in range: Range<Int>) -> Chamber? {
    if words.is(index, BillWords.committee) { return .committee }
    var next = index + 1
    if words.key(next) == WordKey.of("'") { next += 2 }
    while next < range.upperBound, next < index + 6, words.tokens[next].isCapitalised || words.key(next) == WordKey.of("and") || words.isMark(next, "'") || words.key(next) == WordKey.of("s") {
      if words.is(next, BillWords.committee) { return .committee }
      next += 1
    }
    if words.is(next, BillWords.committee) { return .committee }
    if words.is(index, BillWords.bothChambers) { return .both }
    if words.is(index, BillWords.otherChambers) { return .other }
    // "National Assembly", "House of Commons", "House of Lords"
    if words.key(index) == WordKey.of("assembly"), words.key(index - 1) == WordKey.of("national") { return .other }
    if words.key(index) == WordKey.of("house"), words.key(index + 1) == DateWords.of, words.is(index + 2, BillWords.otherChambers) { return .other }
    if words.is(index, BillWords.chambersSenate) { return .senate }
    return .house
  }

  private func stage(_ sense: StageSense, at event: Range<Int>, in range: Range<Int>, group: Int?) -> BillStage? {
    if sense == .pass || sense == .report || sense == .fail || sense == .refer || sense == .hear {
      return stage(sense, chamber: chamber(of: event, in: range), group: group, at: event, in: range)
    }
    if sense == .send {
      // "sent to committee" is no desk.
      if event.count == 1, !reachesDesk(event.upperBound, in: range) { return sentToCommittee(event.upperBound, in: range) ? .committee : nil }
      return .toPresident
    }
    return stage(sense, chamber: nil, group: group)
  }

  private static let desks = KeywordSet("president trump biden governor gov desk")
  private func reachesDesk(_ start: Int, in range: Range<Int>) -> Bool {
    var index = start
    while index < range.upperBound, index < start + 14 {
      if words.key(index) == Self.toWord, (index + 1..<min(range.upperBound, index + 5)).contains(where: { words.is($0, Self.desks) || words.key($0) == BillWords.white }) {
        return true
      }
      if words.isMark(index, ";") { return false }
      index += 1
    }
    return false
  }

  private func sentToCommittee(_ start: Int, in range: Range<Int>) -> Bool {
    (start..<min(range.upperBound, start + 9)).contains { words.is($0, BillWords.committee) }
  }

  /// The chamber that a verb of passage speaks of: after it ("passed the House"), before it ("the Senate approved"), or behind the bill.
  private func chamber(of event: Range<Int>, in range: Range<Int>) -> Chamber? {
    if let direct = chamber(from: event.upperBound, in: range, limit: 4) { return direct }
    // The subject: the last chamber before the verb in its clause.
    var index = event.lowerBound - 1
    var steps = 0
    while index >= range.lowerBound, steps < 14 {
      if words.isMark(index, ";") || words.isMark(index, ":") { break }
      if words.isMark(index, ","), steps > 0, words.is(index + 1, BillWords.pronouns) { break }
      if words.is(index, BillWords.committee) { return .committee }
      if words.is(index, BillWords.chambersHouse) || words.is(index, BillWords.chambersSenate) || words.is(index, BillWords.otherChambers)
        || words.is(index, BillWords.bothChambers), words.key(index - 1) != BillWords.white, !isAnchored(index)
      {
        return chamber(at: index, in: range)
      }
      if words.key(index) == WordKey.of("council"), words.key(index - 1) == WordKey.of("legislative") { return .other }
      index -= 1
      steps += 1
    }
    // "helped his side pass FIT21 in the House"
    if let late = chamberIndex(from: event.upperBound, in: range, limit: 16), words.is(late - 1, Self.placeWords) || words.is(late - 2, Self.placeWords) {
      return chamber(at: late, in: range)
    }
    return nil
  }

  private static let placeWords = KeywordSet("in by through of from")

  private func isAnchored(_ index: Int) -> Bool { anchors.contains { $0.range.contains(index) } }

  private func stage(_ sense: StageSense, chamber: Chamber?, group: Int?, at event: Range<Int>? = nil, in range: Range<Int>? = nil) -> BillStage? {
    let isAmerican = group.map { traits[$0].isAmerican } ?? true
    switch sense {
    case .introduce: return .introduced
    case .announce: return .announced
    case .refer, .hear:
      guard sense == .hear || chamber == .committee || event == nil || isReferral(event, in: range) else { return nil }
      if sense == .hear { return chamber == .committee || hearsBill(event, in: range) ? .committee : nil }
      return .committee
    case .report:
      if let event, words.key(event.lowerBound) == WordKey.of("advanced") || words.key(event.lowerBound) == WordKey.of("advances"), chamber != .committee { return nil }
      return .reported
    case .pass:
      switch chamber {
      case .committee: return .reported
      case .house: return isAmerican ? .passedHouse : .passedChamber
      case .senate: return isAmerican ? .passedSenate : .passedChamber
      case .both: return isAmerican ? .toPresident : .passedChamber
      case .other: return .passedChamber
      case nil:
        guard isAmerican else { return .passedChamber }
        if let group, let house = traits[group].beganInHouse { return house ? .passedHouse : .passedSenate }
        return nil
      }
    case .send: return .toPresident
    case .sign, .force, .override: return .enacted
    case .veto: return .vetoed
    case .fail: return chamber == .committee ? nil : .failed
    case .withdraw: return .withdrawn
    }
  }

  private func isReferral(_ event: Range<Int>?, in range: Range<Int>?) -> Bool {
    guard let event, let range else { return true }
    return words.key(event.lowerBound) == WordKey.of("referred") && words.key(event.upperBound) == Self.toWord && range.contains(event.upperBound)
      || words.key(event.upperBound - 1) == WordKey.of("committee")
  }

  /// "a hearing on the bill", "has had a hearing in".
  private func hearsBill(_ event: Range<Int>?, in range: Range<Int>?) -> Bool {
    guard let event, let range else { return false }
    return words.key(event.upperBound) == WordKey.of("on") && anchors.contains { $0.range.lowerBound > event.upperBound && $0.range.lowerBound <= event.upperBound + 3 && range.contains($0.range.lowerBound) }
  }

  // MARK: Tallies

  /// "House 292-132 on 11 March", "and the House on July 17 by 308 to 122", "the Senate followed on May 16": returns its end.
  private mutating func tally(at index: Int, in range: Range<Int>, _ inside: [BillAnchor]) -> Int? {
    guard words.is(index, BillWords.chambersHouse) || words.is(index, BillWords.chambersSenate), words.tokens[index].isCapitalised,
      words.key(index - 1) != BillWords.white, !isAnchored(index), let chamber = chamber(at: index, in: range), chamber != .committee
    else { return nil }
    var next = index + 1
    var day: CalendarDay?
    if words.key(next) == WordKey.of("followed") || words.key(next) == WordKey.of("did") {
      next += 1
    } else if words.key(next) == WordKey.of("on") || words.key(next) == Self.byWord || words.tokens[safe: next]?.isNumber == true {
      // The elliptic half of "the Senate passed it on June 17 and the House on July 17".
    } else {
      return nil
    }
    let stop = min(range.upperBound, next + 14)
    var votes: (Int, Int)?
    var position = next
    while position < stop {
      if words.isMark(position, ";") { break }
      if let date = words.date(at: position, before: stop, toward: .past) {
        if day == nil { day = date.day }
        position = date.range.upperBound
        continue
      }
      if votes == nil, let pair = self.votes(at: position, before: stop) {
        votes = (pair.yes, pair.no)
        position = pair.end
        continue
      }
      if position > next, words.is(position, BillWords.chambersHouse) || words.is(position, BillWords.chambersSenate) || event(at: position, in: range) != nil { break }
      if isAnchored(position) { break }
      position += 1
    }
    guard day != nil || votes != nil else { return nil }
    if let votes, votes.0 <= votes.1 { return nil }
    if votes == nil, words.key(index + 1) == WordKey.of("on"), words.key(index - 1) != WordKey.of("the") || !words.is(index - 2, Self.elliptic) { return nil }
    guard let group = inside.last(where: { $0.range.upperBound <= index })?.group ?? referent(nil, from: index, in: range) else { return nil }
    let american = traits[group].isAmerican
    let stage: BillStage = american ? (chamber == .senate ? .passedSenate : .passedHouse) : .passedChamber
    add(stage, day, to: group, span: words.span(index..<position), .stageTally)
    return position
  }

  private static let elliptic = KeywordSet("and then while")

  /// "308-122", "294 to 134", "228 votes to 182".
  private func votes(at index: Int, before end: Int) -> (yes: Int, no: Int, end: Int)? {
    guard let yes = words.integer(at: index), yes < 1000 else { return nil }
    var next = index + 1
    if words.key(next) == WordKey.of("votes") { next += 1 }
    guard next + 1 < end, words.isMark(next, "-") || words.key(next) == Self.toWord, let no = words.integer(at: next + 1), no < 1000 else { return nil }
    guard words.date(at: next + 1, before: end, toward: .past) == nil else { return nil }
    return (yes, no, next + 2)
  }

  // MARK: Dates and people

  private func date(around event: Range<Int>, in range: Range<Int>, after previous: Int) -> CalendarDay? {
    var stop = event.upperBound
    while stop < range.upperBound, stop - event.upperBound < 16, !words.isMark(stop, ";") {
      if let other = self.event(at: stop, in: range), other.form != .noun, stop > event.upperBound { break }
      stop += 1
    }
    if let date = words.firstDate(in: event.upperBound..<stop, toward: .past), isDateOfEvent(date, event) { return date.day }
    let start = max(range.lowerBound, previous)
    if start < event.lowerBound, let date = words.lastDate(in: start..<event.lowerBound, toward: .past) { return date.day }
    return nil
  }

  /// "passed on July 17", and not "takes effect on July 1, 2026" or "signed after the vote of 3 May".
  private func isDateOfEvent(_ date: SpokenDate, _ event: Range<Int>) -> Bool {
    date.day <= words.scan.story.date.adding(days: 7)
  }

  /// Who introduced it: the person before the verb, or after "by".
  private func introducer(_ index: Int, _ end: Int, in range: Range<Int>) -> Sponsor? {
    if let by = (end..<min(range.upperBound, end + 9)).first(where: { words.key($0) == Self.byWord }), let agent = sponsors.first(where: { $0.range.lowerBound == by + 1 }) {
      return agent
    }
    return sponsors.last { $0.range.upperBound <= index && $0.range.lowerBound >= range.lowerBound && index - $0.range.upperBound <= 12 }
  }
}

/// The words of the calendar as one set.
enum DateWordsSet {
  static let all = KeywordSet(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday january february march april may june july august september october
    november december week month evening morning afternoon night
    """)
}
