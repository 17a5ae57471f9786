import RegulatoryModel

// Moves that go on a list or stand in a table: "ether 6.1%", "| BTC | +11% |".

extension StoryMoves {
  static let listJoints = KeywordSet("and while with but")

  /// "…, ether 6.1%", "and BNB 5.6%".
  func listed(_ size: MoveSize, after previous: Told?, in range: Range<Int>) -> Told? {
    guard size.sign == 0, let previous = previous ?? opening(of: size, in: range) else { return nil }
    var index = size.range.lowerBound - 1
    while index > range.lowerBound, words.is(index, MoveWords.beforeSize) || words.isMark(index, "(") || words.key(index) == Self.itself {
      index -= 1
    }
    // "less than ether's 9%"
    var isOwner = false
    if words.key(index) == MoveSubject.possessive, words.isMark(index - 1, "'"), isEndOfPhrase(size.range.upperBound) {
      index -= 2
      isOwner = true
    }
    guard let place = assets.place(at: index), !previous.isSomethingElse || isOnlyCompany(before: place.range.lowerBound, in: range) else {
      return nil
    }
    var before = place.range.lowerBound - 1
    if words.tokens[safe: before]?.isMark("(") == true { before -= 1 }
    // "Cardano's ADA 5%"
    if words.key(before) == MoveSubject.possessive, words.isMark(before - 1, "'") { before -= 3 }
    guard before >= previous.size.range.upperBound - 1,
      words.isMark(before, ",") || words.isMark(before, ";") || words.isMark(before, ":") || words.is(before, Self.listJoints)
        || isOwner && words.is(before, Self.comparers) || before < previous.size.range.upperBound
    else { return nil }
    var cue = previous.cue
    cue.range = Range.from(place.range.lowerBound, to: size.range.upperBound)
    cue.rule = .listed
    return Told(size: size, cue: cue, places: [place], isSomethingElse: false)
  }

  private func isEndOfPhrase(_ index: Int) -> Bool {
    index >= words.tokens.count || words.tokens[index].kind == .mark && !words.isMark(index, "-") || words.key(index) == MoveSubject.and
      || MoveWords.noun(words.key(index)) != nil
  }

  private static let itself = WordKey.of("itself")
  private static let comparers = KeywordSet("than by against to versus vs with")

  /// "Riot, a miner, slid 11%, and bitcoin 4%": what moved before was a company's share, and the asset goes on with the verb.
  private func isOnlyCompany(before index: Int, in range: Range<Int>) -> Bool {
    var sawCompany = false
    for token in Range.from(range.lowerBound, to: index) where words.is(token, MoveWords.otherQuantities) {
      guard words.is(token, Self.companies) else { return false }
      sawCompany = true
    }
    return sawCompany
      && !Range.from(range.lowerBound, to: index).contains { words.is($0, MoveWords.hypothetical) || words.is($0, MoveWords.handlers) }
  }

  private static let companies = KeywordSet("share shares stock stocks miner miners company companies firm firms")

  /// "down 2.6% on the day ⟦and 8.1% on the week⟧": the same move over another time.
  func continued(_ size: MoveSize, after previous: Told?, in range: Range<Int>) -> Told? {
    guard size.sign == 0, !size.isFraction, let previous, !previous.isSomethingElse, !previous.places.isEmpty,
      previous.cue.rule == .verb || previous.cue.rule == .after
    else { return nil }
    var index = previous.size.range.upperBound
    var sawTime = false
    var sawJoint = false
    while index < size.range.lowerBound {
      if words.is(index, Self.continuing) || words.isMark(index, ",") {
        sawJoint = true
      } else if words.is(index, MoveWords.timeNouns) || words.is(index, Self.timeWords) || words.tokens[index].isNumber
        || words.numberInWords(at: index) != nil || words.isMark(index, "-")
      {
        sawTime = true
      } else if !words.is(index, MoveWords.prepositions), !words.is(index, MoveWords.articles), !words.is(index, MoveWords.beforeSize) {
        return nil
      }
      index += 1
    }
    guard sawTime, sawJoint else { return nil }
    var cue = previous.cue
    cue.range = Range.from(previous.cue.range.lowerBound, to: size.range.upperBound)
    cue.verb = size.range.lowerBound
    let next = size.range.upperBound
    let isOfYear =
      words.key(next) == WordKey.of("in") && words.tokens[safe: next + 1]?.span.count == 4 && words.integer(at: next + 1) != nil
    let time = MoveTimeReader(words: words, assets: assets).time(of: size.range, cue: cue, in: range)
    guard isOfYear || time != MoveTime() else { return nil }
    var told = previous
    told.size = size
    told.cue = cue
    return told
  }

  private static let continuing = KeywordSet("and")
  private static let timeWords = KeywordSet("past last previous one single h d hrs hr so far year to date")

  static let afterNumber = KeywordSet("to at in on both and")

  /// "Bitcoin has fallen 11 percent and ether 15": a list may leave out the sign.
  func addBareNumbers(to told: inout [Told], after sizes: [MoveSize], in range: Range<Int>) {
    guard let last = told.last, !last.isSomethingElse, !last.places.isEmpty, last.size.sign == 0 else { return }
    for place in assets.places(in: last.size.range.upperBound..<max(last.size.range.upperBound, range.upperBound)) {
      let number = place.range.upperBound
      let before = place.range.lowerBound - 1
      guard number < range.upperBound, let value = words.value(at: number), value > 0, value < 100, number - last.size.range.upperBound < 14
      else { continue }
      guard words.isMark(before, ",") || words.is(before, Self.listJoints), !sizes.contains(where: { $0.range.contains(number) }) else {
        continue
      }
      guard let next = words.tokens[safe: number + 1],
        next.kind == .mark ? !next.isMark("%") && !next.isMark("-") : words.is(number + 1, Self.afterNumber)
      else { continue }
      var cue = last.cue
      cue.range = Range.from(place.range.lowerBound, to: number + 1)
      cue.rule = .listed
      let size = MoveSize(
        range: number..<number + 1, numberStart: number, basisPoints: Int((value * 100).rounded()), bound: .exact, sign: 0,
        isFraction: false)
      told.append(Told(size: size, cue: cue, places: [place], isSomethingElse: false))
    }
  }

  /// "Nearly all large tokens fell: bitcoin by 4%, …": the verb before the colon opens the list.
  func opening(of size: MoveSize, in range: Range<Int>) -> Told? {
    guard let colon = (range.lowerBound..<size.range.lowerBound).first(where: { words.isMark($0, ":") }), colon > range.lowerBound else {
      return nil
    }
    guard let verb = (range.lowerBound..<colon).last(where: { MoveWords.verb(words.key($0)) != nil }),
      let direction = MoveWords.verb(words.key(verb)),
      !(range.lowerBound..<colon).contains(where: { words.is($0, MoveWords.otherQuantities) })
    else { return nil }
    let cue = MoveCue(direction: direction, verb: verb, range: verb..<colon, rule: .listed)
    if HypotheticalMove(words: words).isHypothetical(cue, in: range) { return nil }
    let head = MoveSize(range: verb..<verb + 1, numberStart: verb, basisPoints: 0, bound: .exact, sign: 0, isFraction: false)
    return Told(size: head, cue: cue, places: [], isSomethingElse: false)
  }

  /// "Bitcoin and ether fell 5% and 7%, respectively": the second size goes to the second asset.
  func paired(_ size: MoveSize, _ told: inout [Told], _ sizes: [MoveSize], _ number: Int) -> Told? {
    guard let last = told.last, !last.isSomethingElse, last.cue.rule == .verb, last.places.count > 1, number > 0,
      last.size == sizes[number - 1]
    else { return nil }
    let between = Range.from(sizes[number - 1].range.upperBound, to: size.range.lowerBound)
    guard between.count <= 2, between.allSatisfy({ words.isMark($0, ",") || words.is($0, Self.listJoints) }) else { return nil }
    var rest = last
    told[told.count - 1].places = [last.places[0]]
    rest.places.removeFirst()
    rest.size = size
    return rest
  }
}
