import RegulatoryModel

/// Reads from a story at which stage it says that its bills stand.
///
/// Each sentence is searched for verbs of progress; a verb belongs to the bill that is its object or subject in the same clause, else
/// to the bill that "it" or "the bill" means. Headings and the first words of an item speak for the bills that lead the items.
struct StageReader {
  let context: StageContext
  private let reality: StageReality
  private let arguments: StageArgument
  private let chambers: StageChamber
  private let tallies: StageTally
  var words: StoryWords { context.words }

  /// Group: its claims, in the order of the text.
  private(set) var claims: [Int: [StageClaim]] = [:]
  /// Group: who brought it in, as the verbs tell.
  private(set) var introducers: [Int: Sponsor] = [:]

  /// The bill that "it" means: of the last sentence of this paragraph that names one, or of the paragraph before.
  private var topic: Int?
  private var lastTopic: Int?
  private let own: Int?
  /// A heading's stage, and where it stands.
  private var heading: (sense: StageSense, span: Range<Int>)?
  /// A sentence of one to three words, as "Signed.", and its number.
  private var label: (sense: StageSense, span: Range<Int>, sentence: Int)?
  /// A stage told of "a bill" that the next sentences may name.
  private var expected: Expected?

  private struct Expected {
    var event: StageEvent
    var sense: StageSense
    var index: Int
    var range: Range<Int>
    var date: CalendarDay?
    var sentence: Int
  }

  init(_ context: StageContext) {
    self.context = context
    reality = StageReality(context)
    arguments = StageArgument(context)
    chambers = StageChamber(context)
    tallies = StageTally(context)
    own = Self.ownBill(context)
    read()
  }

  private static let following = WordKey.of("following")
  /// A bill's own text begins with one of these; each has one of `ownWords`.
  private static let ownText = PhraseSet("introduced the following|be it enacted by the|resolved by the senate|resolved by the house")

  static let ownWords = KeywordSet("following enacted resolved")

  /// The bill whose text the story is: its first number.
  private static func ownBill(_ context: StageContext) -> Int? {
    let words = context.words
    guard let first = context.anchors.first(where: { context.traits[$0.group].congress != nil }) else { return nil }
    guard words.roles.contains(.ownText) else { return nil }
    let says = words.sentences.contains { sentence in
      sentence.roles.contains(.ownText)
        && sentence.range.contains { ownText.length(in: words, at: $0, before: sentence.range.upperBound) != nil }
    }
    return says ? first.group : nil
  }

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
      while next < context.anchors.count, context.anchors[next].range.lowerBound < range.lowerBound { next += 1 }
      var last = next
      while last < context.anchors.count, context.anchors[last].range.lowerBound < range.upperBound { last += 1 }
      let inside = Array(context.anchors[next..<last])
      if inside.isEmpty, number > 0, readHeading(range) { continue }
      if let expected, let first = inside.first, number - expected.sentence <= 2, BillNaming.names(words, first.range, in: range) {
        let span = words.span(expected.index..<expected.index + expected.event.length)
        if let stage = chambers.stage(expected.event, expected.sense, at: expected.index, in: expected.range, group: first.group) {
          add(stage, expected.date, to: first.group, span: span, .stageCarried)
        }
        self.expected = nil
      }
      readLabel(range, inside, number)
      if !sentence.roles.isDisjoint(with: [.stage, .chamber]) { readEvents(range, inside, number) }
      if let first = inside.first(where: { !context.traits[$0.group].isGeneral }) { topic = first.group }
    }
  }

  // MARK: Headings and labels

  /// A short line without a bill says where the bills below it stand: "Became law", "Out of committee".
  private mutating func readHeading(_ range: Range<Int>) -> Bool {
    let token = words.tokens[range.lowerBound]
    guard token.traits.contains(.beginsLine), range.count <= 7, token.traits.contains(.heading) || endsLine(range) else { return false }
    guard let last = range.last, !words.isMark(last, "."), !words.isMark(last, "?") else { return false }
    heading = nil
    for index in range {
      guard let event = context.event(at: index, in: range) else { continue }
      let others = range.filter { !(index..<index + event.length).contains($0) && words.tokens[$0].isWord }
      if others.allSatisfy({ words.is($0, Self.headingWords) }), event.form == .noun || reality.isReal(event, at: index, in: range) {
        heading = (event.sense, words.span(range))
        return true
      }
    }
    return true
  }

  /// What may stand beside the verb in a heading over bills; a name makes it a title.
  private static let headingWords = KeywordSet(
    """
    bills bill measures the of in out by house senate committee committees law into and this week month year governor president to desk chamber
    both federal state recently just now states floor on from last
    """)

  private func endsLine(_ range: Range<Int>) -> Bool {
    words.tokens[safe: range.upperBound]?.traits.contains(.beginsLine) ?? true
  }

  /// "Signed. S. 1582, the GENIUS Act, …": a heading, or a sentence of a word or two, tells of the bill that leads the item.
  private mutating func readLabel(_ range: Range<Int>, _ inside: [BillAnchor], _ number: Int) {
    defer { if inside.isEmpty { setLabel(range, number) } else { label = nil } }
    guard let first = inside.first, first.range.lowerBound - range.lowerBound <= 3 else { return }
    if let label, label.sentence == number - 1 {
      if let stage = chambers.plain(label.sense, group: first.group) { add(stage, nil, to: first.group, span: label.span, .stageHeading) }
    } else if let heading, words.tokens[range.lowerBound].traits.contains(.beginsLine) {
      if let stage = chambers.plain(heading.sense, group: first.group) {
        add(stage, nil, to: first.group, span: heading.span, .stageHeading)
      }
    }
  }

  private mutating func setLabel(_ range: Range<Int>, _ number: Int) {
    label = nil
    guard range.count < 8, words.tokens[range.lowerBound].traits.contains(.beginsLine),
      range.filter({ words.tokens[$0].isWord }).count <= 3, let event = context.event(at: range.lowerBound, in: range)
    else { return }
    label = (event.sense, words.span(range), number)
  }

  // MARK: Events

  private mutating func readEvents(_ range: Range<Int>, _ inside: [BillAnchor], _ number: Int) {
    var index = range.lowerBound
    var previousEnd = range.lowerBound
    while index < range.upperBound {
      if let anchor = context.anchor(at: index) {
        index = anchor.range.upperBound
      } else if words.tokens[index].roles.isDisjoint(with: [.stage, .chamber]) {
        index += 1
      } else if let event = context.event(at: index, in: range) {
        handle(event, at: index, in: range, inside, after: previousEnd, number)
        index += event.length
        previousEnd = index
      } else if let found = tallies.read(at: index, in: range) {
        if let group = inside.last(where: { $0.range.upperBound <= index })?.group ?? referent(in: range) {
          let stage = chambers.passed(found.isSenate ? .senate : .house, group: group)
          if let stage { add(stage, found.date, to: group, span: words.span(found.range), .stageTally) }
        }
        index = found.range.upperBound
        previousEnd = index
      } else {
        index += 1
      }
    }
  }

  private mutating func handle(
    _ event: StageEvent, at index: Int, in range: Range<Int>, _ inside: [BillAnchor], after previous: Int, _ number: Int
  ) {
    let end = index + event.length
    var sense = event.sense
    if !reality.isReal(event, at: index, in: range) {
      guard sense == .introduce, reality.isPlanned(index, in: range) else { return }
      sense = .announce
    }
    guard !reality.isSomethingElse(event, at: index, in: range) else { return }
    // "unveiled a draft of the X Act": nothing has been filed.
    if sense == .introduce, (end..<max(end, min(range.upperBound, end + 4))).contains(where: { words.key($0) == Self.draft }) {
      sense = .announce
    }
    var answer = arguments.bills(of: event, at: index, in: range, inside) { referent(in: range) }
    if answer.isCarried, let own {
      // In a bill's own text only its head and its foot tell of its course: "Passed the House May 14, 2019".
      guard arguments.isHeadless(index, in: range) || range.contains(where: { words.key($0) == Self.following }) else { return }
      answer.groups = [own]
    }
    if let congress = congressTold(after: end, in: range) { keep(congress, in: &answer, inside, after: end) }
    let day = date(around: index..<end, in: range, after: previous)
    if answer.groups.isEmpty {
      if speaksOfSomeBill(around: index, end, in: range) {
        expected = Expected(event: event, sense: sense, index: index, range: range, date: day, sentence: number)
      }
      return
    }
    let first = inside.last { $0.range.upperBound <= index && answer.groups.contains($0.group) && index - $0.range.upperBound < 12 }
    let span = words.span(Range.from(first?.range.lowerBound ?? index, to: end))
    let rule: LegislationRule = answer.isCarried ? .stageCarried : sense == .force ? .stageInForce : .stageVerb
    for group in answer.groups {
      guard let stage = chambers.stage(event, sense, at: index, in: range, group: group) else { continue }
      add(stage, day, to: group, span: span, rule)
      if sense == .introduce || sense == .announce, introducers[group] == nil { introducers[group] = introducer(index, end, in: range) }
    }
  }

  /// "a bill", "legislation": not said which.
  private func speaksOfSomeBill(around index: Int, _ end: Int, in range: Range<Int>) -> Bool {
    (max(range.lowerBound, index - 6)..<min(range.upperBound, end + 9)).contains { words.is($0, BillWords.bills) }
  }

  private static let draft = WordKey.of("draft")
  private static let resolution = WordKey.of("resolution")
  private static let billWords = KeywordSet("bill act")

  /// What "it" or "the bill" means: the bill of the sentence before, or of the last paragraph; "the resolution" is no act.
  private func referent(in range: Range<Int>) -> Int? {
    if let topic { return topic }
    guard let lastTopic else { return context.traits.count == 1 && !context.traits[0].isGeneral ? 0 : nil }
    let saysResolution = range.contains { words.key($0) == Self.resolution }
    let saysBill = range.contains { words.is($0, Self.billWords) }
    let isResolution = context.traits[lastTopic].isResolution
    if saysResolution && !isResolution || saysBill && !saysResolution && isResolution {
      return context.lastAnchor(before: range.lowerBound) { context.traits[$0.group].isResolution == saysResolution }?.group
    }
    return lastTopic
  }

  private mutating func add(_ stage: BillStage, _ date: CalendarDay?, to group: Int, span: Range<Int>, _ rule: LegislationRule) {
    var date = date
    // "on May 22" of a bill of the last Congress is May of its own years.
    if let days = context.traits[group].days {
      for _ in 0..<4 { if let day = date, day > days.upperBound { date = day.adding(months: -12) } }
      if let day = date, day < days.lowerBound { return }
    }
    let claim = StageClaim(stage: stage, date: date, span: span, rule: rule.id)
    if let same = claims[group]?.firstIndex(where: { $0.stage == stage && ($0.date == date || date == nil || $0.date == nil) }) {
      if claims[group]?[same].date == nil, date != nil { claims[group]?[same] = claim }
      return
    }
    if claims[group, default: []].count < Self.mostClaims { claims[group, default: []].append(claim) }
  }

  /// More than any story tells; it bounds the time that a hostile one can take.
  private static let mostClaims = 64

  // MARK: Dates and people

  /// The day after the verb in its clause, else before it; never one that lies ahead of the story.
  private func date(around event: Range<Int>, in range: Range<Int>, after previous: Int) -> CalendarDay? {
    var stop = event.upperBound
    while stop < range.upperBound, stop - event.upperBound < 16, !words.isMark(stop, ";") {
      if stop > event.upperBound, let other = context.event(at: stop, in: range), other.form != .noun { break }
      stop += 1
    }
    let latest = words.scan.story.date.adding(days: 7)
    if let date = words.firstDate(in: event.upperBound..<stop, toward: .past), date.day <= latest { return date.day }
    let opener = Range.from(max(range.lowerBound, previous), to: event.lowerBound).last { words.is($0, Self.clauseOpeners) }
    let start = opener.map { $0 + 1 } ?? max(range.lowerBound, previous)
    guard start < event.lowerBound, let date = words.lastDate(in: start..<event.lowerBound, toward: .past), date.day <= latest else {
      return nil
    }
    return date.day
  }

  private static let clauseOpeners = KeywordSet("after before while whereas although though because but")

  /// Who introduced it: the person after "by", or before the verb.
  private func introducer(_ index: Int, _ end: Int, in range: Range<Int>) -> Sponsor? {
    let by = WordKey.of("by")
    // "Mr. Cassidy (for himself and Mr. Rubio) introduced the following bill": the first is the sponsor.
    if words.key(end + 1) == Self.following, let first = range.lazy.compactMap({ context.sponsor(startingAt: $0) }).first { return first }
    if let agent = (end..<max(end, min(range.upperBound, end + 9))).first(where: { words.key($0) == by }).flatMap({
      context.sponsor(startingAt: $0 + 1)
    }) {
      return agent
    }
    return context.lastSponsor(before: index, notBefore: max(range.lowerBound, index - 16))
  }
}
