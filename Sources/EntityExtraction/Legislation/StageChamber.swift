import RegulatoryModel

/// Finds which chamber a verb speaks of, and so at which stage the bill stands.
struct StageChamber {
  let context: StageContext
  private var words: StoryWords { context.words }

  enum Chamber: Equatable { case house, senate, both, other, committee }

  private static let possessive = WordKey.of("s")
  private static let places = KeywordSet("in by through of from")
  private static let desks = KeywordSet("president trump biden governor gov desk")
  private static let chamberWord = WordKey.of("chamber")
  private static let upper = WordKey.of("upper")
  private static let lower = WordKey.of("lower")
  private static let to = WordKey.of("to")
  private static let of = DateWords.of

  init(_ context: StageContext) { self.context = context }

  // MARK: Chambers

  func isChamber(_ index: Int) -> Bool {
    if words.is(index, BillWords.chambersHouse) || words.is(index, BillWords.chambersSenate) || words.is(index, BillWords.otherChambers)
      || words.is(index, BillWords.bothChambers) || words.is(index, BillWords.committee)
    {
      return words.key(index - 1) != BillWords.white && !context.isAnchored(index)
    }
    if words.key(index) == Self.chamberWord { return words.key(index - 1) == Self.upper || words.key(index - 1) == Self.lower }
    return words.key(index) == WordKey.of("council") && words.key(index - 1) == WordKey.of("legislative")
  }

  func index(from start: Int, in range: Range<Int>, limit: Int) -> Int? {
    (start..<max(start, min(range.upperBound, start + limit))).first(where: isChamber)
  }

  /// The chamber whose name stands at a token; a committee where its name goes on to one.
  func chamber(at index: Int, in range: Range<Int>) -> Chamber? {
    if words.is(index, BillWords.committee) || namesCommittee(index, in: range) { return .committee }
    var next = index + 1
    while next < range.upperBound, next < index + 8,
      words.tokens[next].isCapitalised || words.key(next) == WordKey.of("and") || words.isMark(next, "'")
        || words.key(next) == Self.possessive
    {
      if words.is(next, BillWords.committee) { return .committee }
      next += 1
    }
    if words.is(next, BillWords.committee) { return .committee }
    if words.is(index, BillWords.bothChambers) { return .both }
    if words.is(index, BillWords.otherChambers) || words.key(index) == WordKey.of("council") { return .other }
    if words.key(index) == Self.chamberWord { return words.key(index - 1) == Self.upper ? .senate : .house }
    if words.key(index) == WordKey.of("assembly"), words.key(index - 1) == WordKey.of("national") { return .other }
    if words.key(index) == WordKey.of("house"), words.key(index + 1) == Self.of, words.is(index + 2, BillWords.otherChambers) {
      return .other
    }
    return words.is(index, BillWords.chambersSenate) ? .senate : .house
  }

  /// "Senate Banking", "House Financial Services": a committee by its field alone.
  func namesCommittee(_ chamber: Int, in range: Range<Int>) -> Bool {
    guard words.tokens[chamber].isCapitalised, words.is(chamber, BillWords.chambersHouse) || words.is(chamber, BillWords.chambersSenate),
      words.tokens[safe: chamber + 1]?.isCapitalised == true
    else { return false }
    return BillWords.committeeNames.length(in: words, at: chamber + 1, before: range.upperBound) != nil
  }

  /// After the verb ("passed the House"), before it ("the Senate approved"), or behind the bill ("helped pass FIT21 in the House").
  func chamber(of event: Range<Int>, in range: Range<Int>) -> Chamber? {
    if let direct = index(from: event.upperBound, in: range, limit: 4) { return chamber(at: direct, in: range) }
    var index = event.lowerBound - 1
    var steps = 0
    while index >= range.lowerBound, steps < 16 {
      if words.isMark(index, ";") || words.isMark(index, ":") { break }
      if words.isMark(index, ","), steps > 0, words.is(index + 1, BillWords.pronouns) { break }
      if isChamber(index) { return chamber(at: index, in: range) }
      index -= 1
      steps += 1
    }
    if let late = self.index(from: event.upperBound, in: range, limit: 16),
      words.is(late - 1, Self.places) || words.is(late - 2, Self.places) || words.is(late - 3, Self.places)
    {
      return chamber(at: late, in: range)
    }
    return nil
  }

  // MARK: Stages

  private static let tabled = WordKey.of("tabled")

  /// "Lawmakers voted 308-122 for X": in Congress the votes tell the chamber, as the Senate has a hundred members.
  private func chamberOfVotes(_ span: Range<Int>, in range: Range<Int>, _ group: Int?) -> Chamber? {
    guard let group, context.traits[group].congress != nil else { return nil }
    for index in max(range.lowerBound, span.lowerBound - 2)..<min(range.upperBound, span.upperBound + 8) {
      guard let votes = StageTally.votes(words, at: index, before: range.upperBound) else { continue }
      let all = votes.yes + votes.no
      return all > 200 && all <= 440 ? .house : all >= 80 && all <= 100 ? .senate : all >= 15 && all <= 72 ? .committee : nil
    }
    return nil
  }

  private static let ending = KeywordSet("killed kills killing indefinitely postponed")

  /// The stage that an event in a sentence gives to a bill; nil where the words fall short of one.
  func stage(_ event: StageEvent, _ sense: StageSense, at index: Int, in range: Range<Int>, group: Int?) -> BillStage? {
    let span = index..<index + event.length
    switch sense {
    case .send:
      guard event.length == 1 else { return .toPresident }
      if reachesDesk(span.upperBound, in: range) { return .toPresident }
      return reachesCommittee(span.upperBound, in: range) ? .committee : nil
    case .receive: return received(span, in: range, group: group)
    case .refer where words.key(index) == Self.referred && words.is(index + 2, Self.citing): return nil
    case .refer:
      return chamber(of: span, in: range) == .committee || isReferral(span, in: range) ? .committee : nil
    case .hear:
      if chamber(of: span, in: range) == .committee { return .committee }
      let object = context.firstAnchor(in: span.upperBound..<max(span.upperBound, min(range.upperBound, span.upperBound + 4)))
      return words.key(span.upperBound) == WordKey.of("on") && object != nil ? .committee : nil
    case .report:
      let isAdvance = event.length == 1 && words.key(index) != WordKey.of("reported") && words.key(index) != WordKey.of("discharged")
      return isAdvance && chamber(of: span, in: range) != .committee ? nil : .reported
    case .pass:
      let chamber = chamber(of: span, in: range)
      return passed(chamber ?? chamberOfVotes(span, in: range, group), group: group)
    case .introduce where words.key(index) == Self.tabled && (group.map { context.traits[$0].isAmerican } ?? true):
      // In Congress what is tabled is put off; in parliaments it is brought in.
      return nil
    case .fail:
      let chamber = chamber(of: span, in: range)
      // A committee's vote against a bill ends it only where the text says so.
      if chamber == .committee { return words.is(index, Self.ending) || event.length > 2 ? .failed : nil }
      return chamber == nil && hasExecutive(before: index, in: range) ? .vetoed : .failed
    case .force where words.key(index) == Self.gazetted && speaksOfBill(before: index, in: range): return .introduced
    case .introduce, .announce, .sign, .force, .override, .veto, .withdraw: return plain(sense, group: group)
    }
  }

  /// The stage that a heading or a label gives: no chamber is named.
  func plain(_ sense: StageSense, group: Int?) -> BillStage? {
    switch sense {
    case .introduce: .introduced
    case .announce: .announced
    case .refer, .hear: .committee
    case .report: .reported
    case .pass: passed(nil, group: group)
    case .receive: nil
    case .send: .toPresident
    case .sign, .force, .override: .enacted
    case .veto: .vetoed
    case .fail: .failed
    case .withdraw: .withdrawn
    }
  }

  func passed(_ chamber: Chamber?, group: Int?) -> BillStage? {
    let isAmerican = group.map { context.traits[$0].isAmerican } ?? true
    switch chamber {
    case .committee: return .reported
    case .house: return isAmerican ? .passedHouse : .passedChamber
    case .senate: return isAmerican ? .passedSenate : .passedChamber
    case .both: return isAmerican ? .toPresident : .passedChamber
    case .other: return .passedChamber
    case nil:
      guard isAmerican else { return .passedChamber }
      // A bill passes first where it began.
      return group.flatMap { context.traits[$0].beganInHouse }.map { $0 ? .passedHouse : .passedSenate }
    }
  }

  private func hasExecutive(before index: Int, in range: Range<Int>) -> Bool {
    (max(range.lowerBound, index - 6)..<index).contains { words.is($0, BillWords.executives) && words.tokens[$0].isCapitalised }
  }

  private static let gazetted = WordKey.of("gazetted")
  private static let bill = WordKey.of("bill")

  /// In Hong Kong a bill is gazetted before its first reading, an ordinance once it is law.
  private func speaksOfBill(before index: Int, in range: Range<Int>) -> Bool {
    (max(range.lowerBound, index - 8)..<index).contains { words.key($0) == Self.bill }
  }

  /// "… to the President's desk", "to Gov. Abbott".
  private func reachesDesk(_ start: Int, in range: Range<Int>) -> Bool {
    for index in start..<max(start, min(range.upperBound, start + 14)) {
      if words.isMark(index, ";") { return false }
      guard words.key(index) == Self.to else { continue }
      if (index + 1..<max(index + 1, min(range.upperBound, index + 5))).contains(where: {
        words.is($0, Self.desks) || words.key($0) == BillWords.white
      }) {
        return true
      }
    }
    return false
  }

  private func reachesCommittee(_ start: Int, in range: Range<Int>) -> Bool {
    // "to the Senate Banking Committee", "to committee": nothing but the name between.
    guard let to = (start..<max(start, min(range.upperBound, start + 4))).first(where: { words.key($0) == Self.to }) else { return false }
    for index in to + 1..<max(to + 1, min(range.upperBound, to + 8)) {
      if words.is(index, BillWords.committee) { return true }
      guard words.tokens[index].isCapitalised || words.is(index, Self.nameJoints) else { return false }
    }
    return false
  }

  private static let nameJoints = KeywordSet("the and of a")

  /// "Received in the Senate": the House has passed it.
  private func received(_ span: Range<Int>, in range: Range<Int>, group: Int?) -> BillStage? {
    guard group.map({ context.traits[$0].isAmerican }) ?? false else { return nil }
    return switch chamber(at: span.upperBound, in: range.lowerBound..<min(range.upperBound, span.upperBound + 1)) {
    case .senate where words.is(span.upperBound, BillWords.chambersSenate): .passedHouse
    case .house where words.is(span.upperBound, BillWords.chambersHouse): .passedSenate
    default: nil
    }
  }

  private static let referred = WordKey.of("referred")
  /// "the thresholds referred to in Article 46"
  private static let citing = KeywordSet("in as above below under by herein hereafter collectively")
  private static let marked = KeywordSet("marked marks")

  private func isReferral(_ span: Range<Int>, in range: Range<Int>) -> Bool {
    if words.is(span.lowerBound, Self.marked) { return true }
    if words.key(span.lowerBound) == WordKey.of("referred") {
      return words.key(span.upperBound) == Self.to && range.contains(span.upperBound)
    }
    return span.count > 1 && words.is(span.upperBound - 1, BillWords.committee) || words.is(span.lowerBound, Self.awaiting)
  }

  private static let awaiting = KeywordSet("awaits awaiting")
}
