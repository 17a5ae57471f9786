import RegulatoryModel

// The agency elsewhere in the sentence: done by it, dealt with it, and its case as a noun.
extension ActionFinder {
  /// The token before the agency, past "the" and what describes it.
  private func lead(_ group: AgencyGroup, _ sentence: Range<Int>) -> Int {
    var index = group.range.lowerBound - 1
    var steps = 0
    while index >= sentence.lowerBound, steps < 5, words.is(index, ActionWords.described) || isOwnerMark(index) || isOwner(index) {
      index -= 1
      steps += 1
    }
    return index
  }

  /// "'s" before the agency: "Hong Kong's SFC".
  private func isOwnerMark(_ index: Int) -> Bool {
    (words.key(index) == Self.s && words.isMark(index - 1, "'")) || (words.isMark(index, "'") && words.key(index + 1) == Self.s)
  }

  private func isOwner(_ index: Int) -> Bool {
    words.tokens[index].isWord && words.tokens[index].isCapitalised && isOwnerMark(index + 1) && words.isMark(index + 1, "'")
  }

  func isUnreal(_ range: Range<Int>) -> Bool {
    range.contains { words.is($0, ActionWords.unreal) && !(DateWords.months[words.key($0)] != nil && words.tokens[$0].isCapitalised) }
  }

  // MARK: Done by it

  func passive(_ group: AgencyGroup, _ sentence: Range<Int>) -> Deed? {
    let by = lead(group, sentence)
    guard by > sentence.lowerBound, words.is(by, Self.bys) else { return nil }
    var index = by - 1
    while index >= max(sentence.lowerBound, by - 16) {
      if words.isMark(index, ";") || words.is(index, Self.stops) { return nil }
      if var deed = deed(participle: index, by, group, sentence) {
        // "fined $24 million by OFAC and $29 million by FinCEN".
        deed.amount = amount(endingAt: by, sentence)
        return deed
      }
      index -= 1
    }
    return nil
  }

  /// The sum that stands right before a token.
  private func amount(endingAt end: Int, _ sentence: Range<Int>) -> MoneyReader.Amount? {
    guard let amount = MoneyReader.all(in: words.span(max(sentence.lowerBound, end - 7)..<end), words.scan, limit: 3).last,
      words.tokens(in: amount.span).upperBound == end
    else { return nil }
    return amount
  }

  private static let bys = KeywordSet("by from")
  private static let by = WordKey.of("by")
  private static let stops = KeywordSet("that because while although but")
  private static let brought = KeywordSet("filed brought lodged announced unsealed")
  private static let hit = KeywordSet("hit slapped handed served")
  private static let given = KeywordSet("granted given awarded issued")
  private static let ordered = WordKey.of("ordered")
  private static let pay = WordKey.of("pay")

  private func deed(participle: Int, _ by: Int, _ group: AgencyGroup, _ sentence: Range<Int>) -> Deed? {
    let key = words.key(participle)
    let between = participle + 1..<by
    if Self.hit.contains(key) {
      guard let noun = between.first(where: { words.is($0, ActionVerbs.fines) || words.is($0, ActionVerbs.suits) }) else { return nil }
      return done(words.is(noun, ActionVerbs.fines) ? .fined : .sued, participle, group, sentence)
    }
    guard words.key(by) == Self.by else { return nil }
    if key == Self.ordered, between.contains(where: { words.key($0) == Self.pay }) { return done(.fined, participle, group, sentence) }
    if Self.given.contains(key), between.contains(where: { words.is($0, ActionVerbs.permissions) }) {
      return done(.licensed, participle, group, sentence)
    }
    if Self.brought.contains(key) {
      // "a complaint filed by the SEC against Orchid Capital".
      let nouns = max(sentence.lowerBound, participle - 5)..<participle
      guard let noun = nouns.last(where: { words.is($0, ActionVerbs.suits) || words.is($0, ActionVerbs.charges) }),
        !isUnreal(max(sentence.lowerBound, noun - 4)..<participle)
      else { return nil }
      // "to settle charges brought by the CFTC".
      if let verb = (max(sentence.lowerBound, noun - 3)..<noun).last(where: { words.is($0, Self.settle) }) {
        return dealt(.settled, from: verb, group, sentence)
      }
      guard let found = targetBehind(group.range.upperBound - 1, sentence.upperBound) ?? targetBehind(noun, by)
      else { return nil }
      let kind: AgencyAction.Kind = words.is(noun, ActionVerbs.charges) ? .charged : .sued
      return Deed(kind: kind, targets: found.names, range: noun..<max(found.end, group.range.upperBound), rule: .doneByAgency)
    }
    guard let (kind, subject) = ActionVerbs.passive[key] else { return nil }
    guard let subject else { return done(kind, participle, group, sentence) }
    let before = max(sentence.lowerBound, participle - 12)..<participle
    guard let auxiliary = auxiliary(before: participle, sentence) ?? reduced(participle, sentence),
      let noun = before.last(where: { words.is($0, subject) }), noun < auxiliary || auxiliary == participle
    else { return nil }
    var names: [String] = []
    if kind == .fined || kind == .withdrew {
      guard let found = targetBehind(noun, participle) else { return nil }
      names = found.names
    }
    return Deed(kind: kind, targets: names, range: noun..<group.range.upperBound, rule: .doneByAgency)
  }

  private func done(_ kind: AgencyAction.Kind, _ participle: Int, _ group: AgencyGroup, _ sentence: Range<Int>) -> Deed? {
    guard let end = auxiliary(before: participle, sentence) ?? reduced(participle, sentence),
      let found = targets.before(end, from: sentence.lowerBound)
    else { return nil }
    return Deed(
      kind: kind, targets: found.names, range: Range.from(max(sentence.lowerBound, found.end), to: group.range.upperBound),
      rule: .doneByAgency)
  }

  /// Where the one ends to whom it was done: before "was fined", "has also been sued"; nil for "could be fined", "was never sued".
  private func auxiliary(before participle: Int, _ sentence: Range<Int>) -> Int? {
    var index = participle - 1
    var first: Int?
    while index >= max(sentence.lowerBound, participle - 7) {
      if words.is(index, ActionWords.modals) { return nil }
      if words.is(index, ActionWords.auxiliaries) || words.is(index, Self.have) {
        first = index
      } else if !words.isAdverb(index), !words.is(index, ActionWords.skipped), !words.tokens[index].isNumber {
        break
      }
      index -= 1
    }
    return first
  }

  private static let have = KeywordSet("has have had")

  /// "Kraken, fined in May by …": the comma before the participle.
  private func reduced(_ participle: Int, _ sentence: Range<Int>) -> Int? {
    guard participle - 1 > sentence.lowerBound, words.isMark(participle - 1, ",") else {
      return participle > sentence.lowerBound && words.tokens[participle - 1].isWord && words.is(participle - 1, ActionVerbs.rules)
        ? participle : nil
    }
    return participle - 1
  }

  // MARK: Dealt with it

  func towards(_ group: AgencyGroup, _ sentence: Range<Int>) -> Deed? {
    let lead = lead(group, sentence)
    guard lead > sentence.lowerBound else { return nil }
    if let deed = settling(group, lead, sentence) { return deed }
    switch words.key(lead) {
    case Self.with: return with(group, lead, sentence)
    case Self.from: return from(group, lead, sentence)
    case Self.to: return paid(group, lead, sentence)
    case Self.of: return settlingCharges(group, lead, sentence)
    default: return nil
    }
  }

  private static let with = WordKey.of("with")
  private static let from = WordKey.of("from")
  private static let to = WordKey.of("to")
  private static let of = WordKey.of("of")
  private static let agreed = KeywordSet("agreed agrees")
  private static let settle = KeywordSet("settle settled settles settling resolve resolved resolves resolving")
  private static let met = KeywordSet("met meets")
  private static let meeting = KeywordSet("meeting meetings talks")
  private static let held = KeywordSet("held had attended holds")
  private static let received = KeywordSet(
    "received receives obtained obtains secured secures won wins got gets gained granted has have holds acquired awarded picked scored lands landed bags"
  )

  /// "to settle SEC charges", "settled the SEC's lawsuit".
  private func settling(_ group: AgencyGroup, _ lead: Int, _ sentence: Range<Int>) -> Deed? {
    guard words.is(lead, Self.settle) else { return nil }
    var next = group.range.upperBound
    if words.isMark(next, "'"), words.key(next + 1) == Self.s { next += 2 }
    guard Range.from(next, to: min(next + 4, sentence.upperBound)).contains(where: { words.is($0, ActionVerbs.cases) }) else { return nil }
    return dealt(.settled, from: lead, group, sentence)
  }

  private func with(_ group: AgencyGroup, _ lead: Int, _ sentence: Range<Int>) -> Deed? {
    // "agreed with the NYDFS in January to pay a $50 million penalty".
    let after = group.range.upperBound..<max(group.range.upperBound, min(sentence.upperBound, group.range.upperBound + 8))
    if words.is(lead - 1, Self.agreed), after.contains(where: { words.key($0) == Self.pay }) {
      return dealt(.settled, from: lead - 1, group, sentence)
    }
    var index = lead - 1
    while index >= max(sentence.lowerBound, lead - 9) {
      if words.is(index, ActionWords.clauseBreaks) || words.isMark(index, ";") { return nil }
      if words.is(index, Self.settle), index >= lead - 7 { return dealt(.settled, from: index, group, sentence) }
      if words.is(index, ActionVerbs.settlements), index >= lead - 1 {
        guard words.key(index) == Self.settlement || words.key(index) == Self.settlements else { return nil }
        return dealt(.settled, from: index, group, sentence)
      }
      if words.is(index, Self.met), index >= lead - 3 { return dealt(.met, from: index, group, sentence) }
      if words.is(index, Self.meeting), index == lead - 1,
        (max(sentence.lowerBound, index - 5)..<index).contains(where: { words.is($0, Self.held) })
      {
        return dealt(.met, from: index, group, sentence)
      }
      index -= 1
    }
    return nil
  }

  private static let settlement = WordKey.of("settlement")
  private static let settlements = WordKey.of("settlements")

  private func from(_ group: AgencyGroup, _ lead: Int, _ sentence: Range<Int>) -> Deed? {
    guard let noun = (max(sentence.lowerBound, lead - 12)..<lead).last(where: { words.is($0, ActionVerbs.permissions) }), noun >= lead - 9,
      let verb = (max(sentence.lowerBound, noun - 12)..<noun).last(where: { words.is($0, Self.received) })
    else { return nil }
    return dealt(.licensed, from: verb, group, sentence)
  }

  /// "to settle charges of the SEC".
  private func settlingCharges(_ group: AgencyGroup, _ lead: Int, _ sentence: Range<Int>) -> Deed? {
    guard words.is(lead - 1, ActionVerbs.cases),
      let verb = (max(sentence.lowerBound, lead - 4)..<lead - 1).first(where: { words.is($0, Self.settle) })
    else { return nil }
    return dealt(.settled, from: verb, group, sentence)
  }

  /// "pays $2.7 billion to the CFTC": a settlement or a fine, as the sentence says.
  private func paid(_ group: AgencyGroup, _ lead: Int, _ sentence: Range<Int>) -> Deed? {
    // "a $40 million fine to the NYDFS".
    let end = words.is(lead - 1, ActionVerbs.fines) || words.key(lead - 1) == Self.settlement ? lead - 1 : lead
    guard let amount = self.amount(endingAt: end, sentence),
      sentence.contains(where: { words.is($0, Self.pays) })
    else { return nil }
    let isSettled = sentence.contains { words.is($0, Self.settle) || words.key($0) == Self.settlement }
    guard isSettled || sentence.contains(where: { words.is($0, ActionVerbs.fines) }) else { return nil }
    let start = words.tokens(in: amount.span).lowerBound
    var deed = dealt(isSettled ? .settled : .fined, from: start, group, sentence, isDue: true)
    deed?.amount = amount
    return deed
  }

  private static let pays = KeywordSet("pay pays paid paying")

  /// - Parameter isDue: whether what is still to be paid counts: "will pay a fine of".
  private func dealt(
    _ kind: AgencyAction.Kind, from start: Int, _ group: AgencyGroup, _ sentence: Range<Int>, isDue: Bool = false
  ) -> Deed? {
    let before = Range.from(max(sentence.lowerBound, start - 6), to: start)
    guard isDue ? !before.contains(where: { words.is($0, Self.doubt) }) : !isUnreal(before),
      let name = targets.subject(before: start, from: sentence.lowerBound)
    else { return nil }
    return Deed(kind: kind, targets: [name], range: Range.from(start, to: group.range.upperBound), rule: .dealsWithAgency)
  }

  private static let doubt = KeywordSet("could would may might not never if refused refuses offered offers")
}
