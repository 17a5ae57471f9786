import RegulatoryModel

// A verb and its object: whether they tell an action, and to whom it was done.
extension ActionFinder {
  /// What the verb at a token tells, if its object fits.
  func deed(_ verbs: KeywordTable<[ActionObject]>, at verb: Int, _ sentence: Range<Int>, from start: Int) -> Deed? {
    guard verb < sentence.upperBound, words.tokens[verb].isWord, let objects = verbs[words.key(verb)] else { return nil }
    for object in objects {
      if let (kind, names, end) = read(object, verb + 1, sentence) {
        return Deed(kind: kind, targets: names, range: start..<end, rule: .agencyActs)
      }
    }
    return nil
  }

  private func read(_ object: ActionObject, _ start: Int, _ sentence: Range<Int>) -> (AgencyAction.Kind, [String], Int)? {
    let end = sentence.upperBound
    switch object {
    case .target(let kind), .name(let kind):
      var atOnce = false
      if case .name = object { atOnce = true }
      guard let found = target(start, end, atOnce: atOnce) else { return nil }
      // A verb that may be a noun needs a name, or persons that are counted: "charges two men".
      if atOnce, found.names.isEmpty, !words.is(start, Self.counted), !words.tokens[start].isNumber { return nil }
      return (kind, found.names, found.end)
    case .targetThen(let kind, let nouns):
      guard let found = target(start, end),
        let noun = Range.from(found.end, to: min(end, found.end + 9)).first(where: { words.is($0, nouns) })
      else {
        return nil
      }
      return (kind, found.names, noun + 1)
    case .with(let kind):
      var position = start
      while position < min(end, start + 4), words.key(position) != Self.with { position += 1 }
      guard words.key(position) == Self.with, let found = target(party(position + 1, end), end) else { return nil }
      // Who meets an exchange's executives meets the exchange.
      if kind == .met, let id = targets.exchange(in: Range.from(position + 1, to: found.end)), found.names.count == 1 {
        return (kind, [id], found.end)
      }
      return (kind, found.names, found.end)
    case .infinitive(let kind):
      return words.key(start) == Self.to && start + 1 < end ? (kind, [], start + 1) : nil
    case .noun(let kind, let nouns, let needsTarget):
      return read(kind, nouns, needsTarget, start, end)
    }
  }

  /// Past "representatives of", "several executives from".
  private func party(_ start: Int, _ end: Int) -> Int {
    for index in start..<max(start, min(end - 1, start + 4)) where words.is(index, Self.delegates) && words.is(index + 1, Self.ofs) {
      return index + 2
    }
    return start
  }

  private static let delegates = KeywordSet("representatives executives officials lawyers employees staff leaders delegation")
  private static let ofs = KeywordSet("of from")
  private static let counted = KeywordSet(
    "two three four five six seven eight nine ten several former multiple eleven twelve dozens company trading")
  private static let with = WordKey.of("with")
  private static let to = WordKey.of("to")
  private static let against = WordKey.of("against")
  private static let of = WordKey.of("of")

  /// "the exchange" and "it" stand for the exchange named last.
  func target(_ start: Int, _ end: Int, atOnce: Bool = false) -> ActionTargets.Found? {
    if let after = targets.backwardNoun(start), after <= end {
      if let id = targets.named(before: start) { return ActionTargets.Found(names: [id], end: after) }
      return words.key(start) == Self.it ? nil : ActionTargets.Found(names: [], end: after)
    }
    return targets.after(start, before: end, atOnce: atOnce)
  }

  private func read(
    _ kind: AgencyAction.Kind, _ nouns: KeywordSet, _ needsTarget: Bool, _ start: Int, _ end: Int
  ) -> (AgencyAction.Kind, [String], Int)? {
    guard let noun = objectNoun(nouns, start, end) else { return nil }
    if kind == .adopted, (start..<noun).contains(where: { words.is($0, ActionVerbs.drafts) }) { return (.proposed, [], noun + 1) }
    if kind == .guidance, words.key(noun) == Self.statement || words.key(noun) == Self.statements,
      !isGuidingStatement(noun, from: start, before: end)
    {
      return nil
    }
    let takesTargets = kind != .proposed && kind != .adopted && kind != .guidance
    guard takesTargets else { return (kind, [], noun + 1) }
    // "granted OKX a licence": the one stands before the thing.
    if kind == .licensed || kind == .cleared, let found = target(start, noun, atOnce: true) { return (kind, found.names, noun + 1) }
    // "revoked Tessera Bank's licence".
    if kind == .withdrew, words.is(noun, Self.ofTargets), let found = targets.after(start, before: noun, atOnce: true), !found.names.isEmpty
    {
      return (kind, found.names, noun + 1)
    }
    // A rule or a paper that is withdrawn was nobody's.
    if kind == .withdrew, !words.is(noun, Self.ofTargets), !words.is(noun, ActionVerbs.suitsAndCharges),
      !words.is(noun, ActionVerbs.dismissals)
    {
      return (kind, [], noun + 1)
    }
    if kind == .cleared, words.is(noun, ActionVerbs.products) {
      return (kind, targets.exchange(in: noun..<min(end, noun + 10)).map { [$0] } ?? [], noun + 1)
    }
    if let found = targetBehind(noun, end) { return (kind, found.names, found.end) }
    return needsTarget ? nil : (kind, [], noun + 1)
  }

  /// Nouns that may have the one concerned before them: "Tessera Bank's licence", "the Coinbase lawsuit".
  private static let ofTargets = KeywordSet(
    "licence license licences licenses registration authorisation authorization charter lawsuit suit case charges appeal")
  private static let statements = WordKey.of("statements")
  private static let statement = WordKey.of("statement")

  /// A statement is guidance where it is the staff's or on a policy, and no mere word to the press.
  private func isGuidingStatement(_ noun: Int, from start: Int, before end: Int) -> Bool {
    (start..<noun).contains { words.is($0, Self.guiding) } || words.is(noun + 1, Self.about)
  }

  private static let guiding = KeywordSet("joint staff policy interpretive supervisory public")
  private static let about = KeywordSet("on clarifying regarding about")

  /// The first of the nouns in the object that begins at a token, before any preposition but "of" and those of dates.
  private func objectNoun(_ nouns: KeywordSet, _ start: Int, _ end: Int) -> Int? {
    var index = start
    while index < min(end, start + 14) {
      if words.is(index, nouns) {
        // "rules" of "rules committee" and the like are rare; a hyphen makes another word of it ("rule-based").
        if !(words.isMark(index + 1, "-") && index + 2 < end && !words.tokens[index + 1].followsSpace) { return index }
      }
      if words.is(index, ActionWords.clauseBreaks) || words.isMark(index, ";") || words.isMark(index, ":") { return nil }
      // "IRS published Notice 2014-21".
      if words.is(index, Self.numbered), words.tokens[index].isCapitalised, index + 1 < end, words.tokens[index + 1].isNumber,
        nouns.contains(Self.guidance)
      {
        return index
      }
      // "issued a no-action letter".
      if words.key(index) == Self.no, nouns.contains(Self.noAction) {
        let action = words.isMark(index + 1, "-") ? index + 2 : index + 1
        if words.key(action) == Self.action, action < end { return action }
      }
      // "issued FIL-7-2025", "published SAB 121".
      if index == start, nouns.contains(Self.guidance), isNumberedPaper(index, end) { return index }
      // "withdrew from the statements".
      if index == start, words.key(index) == Self.from {
        index += 1
        continue
      }
      if words.is(index, ActionWords.prepositions), words.key(index) != Self.of, !words.is(index, Self.joins),
        !words.is(index, Self.dated) || words.date(at: index + 1, before: end, toward: .past) == nil
      {
        return nil
      }
      index += 1
    }
    return nil
  }

  private static let from = WordKey.of("from")
  private static let guidance = WordKey.of("guidance")
  private static let it = WordKey.of("it")

  /// An acronym with a number, which is how agencies call their papers.
  private func isNumberedPaper(_ index: Int, _ end: Int) -> Bool {
    let token = words.tokens[index]
    guard token.isWord, token.isAllCapitals, (2...5).contains(token.span.count), index + 1 < end else { return false }
    let next = words.isMark(index + 1, "-") && index + 2 < end ? index + 2 : index + 1
    return words.tokens[next].isNumber
  }

  private static let no = WordKey.of("no")
  private static let action = WordKey.of("action")
  private static let noAction = WordKey.of("noaction")
  private static let numbered = KeywordSet("notice bulletin release letter ruling")
  private static let joins = KeywordSet("and or but")
  private static let dated = KeywordSet("on in")

  /// The target behind a noun: "a lawsuit in federal court against Binance", "a fine of £3.5m on Bybit", "the licence of Tessera Bank".
  func targetBehind(_ noun: Int, _ end: Int) -> ActionTargets.Found? {
    let reach = noun + 1..<max(noun + 1, min(end, noun + 14))
    for index in reach {
      if words.key(index) == Self.against { return target(index + 1, end) }
      if words.is(index, ActionWords.clauseBreaks) || words.isMark(index, ";") { break }
    }
    for index in reach {
      if words.is(index, ActionWords.clauseBreaks) || words.isMark(index, ";") || words.isMark(index, ".") { return nil }
      if words.is(index, ActionWords.dueToTargets), let found = target(index + 1, end), !found.names.isEmpty || words.key(index) == Self.on
      {
        return found
      }
    }
    return nil
  }

  private static let on = WordKey.of("on")
}
