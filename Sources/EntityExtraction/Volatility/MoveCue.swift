import RegulatoryModel

/// The word that makes a percentage a move, where its subject is to be sought, and which rule says so.
struct MoveCue: Sendable, Equatable {
  var direction: VolatilityNote.Direction
  /// The subject ends before this token.
  var verb: Int
  /// The first and last token that the statement needs: verb, size, noun.
  var range: Range<Int>
  var rule: VolatilityRule
  /// Where the asset may stand after a noun: "a 12% drop in ⟦bitcoin⟧".
  var objectStart: Int?
}

/// Looks for the cue of a size on both sides of it.
struct MoveCueReader {
  let words: StoryWords
  let assets: AssetPlaces

  private static let by = WordKey.of("by")
  static let of = DateWords.of
  static let to = WordKey.of("to")
  static let than = WordKey.of("than")
  static let less = WordKey.of("less")
  private static let from = WordKey.of("from")
  private static let inWord = WordKey.of("in")
  static let below = KeywordSet("below under off from beneath shy")
  static let above = KeywordSet("above over from off")
  static let nounAdjectives = KeywordSet(
    """
    daily weekly monthly quarterly annual yearly overnight intraday one day week month hour hourly single price sharp sudden steep
    further single-day quick brief cumulative combined total overall year to date similar market net total recent big massive
    """)
  private static let goers = KeywordSet(
    "went go goes going gone shot traded trading moved ticked edged is are was were been be being has have had closed ended opened")
  /// "5% of its value" is a price; "5% of holders" is not.
  private static let ofValue = KeywordSet("its their the value worth price")
  private static let value = KeywordSet("value worth price")

  func cue(of size: MoveSize, in sentence: Range<Int>, after previousEnd: Int) -> MoveCue? {
    guard let cue = before(size, in: sentence, after: previousEnd) ?? behind(size, in: sentence) else { return nil }
    return isShareOfSomething(size, in: sentence) ? nil : cue
  }

  // MARK: Before the size

  private func before(_ size: MoveSize, in sentence: Range<Int>, after previousEnd: Int) -> MoveCue? {
    var index = size.range.lowerBound - 1
    let limit = max(sentence.lowerBound, previousEnd)
    var hasBy = false
    while index >= limit {
      if words.key(index) == Self.by { hasBy = true }
      guard
        words.is(index, MoveWords.beforeSize) || words.isAdverb(index) || words.isMark(index, "(") || words.isMark(index, "'")
          || words.isMark(index, "\"")
      else { break }
      index -= 1
    }
    guard index >= limit else { return nil }
    if let cue = restated(index, size, limit: limit) { return cue }
    if let cue = verb(at: index, size, limit: limit) ?? lifted(index, size, limit: limit) { return cue }
    // "plunged overnight 12%", "fell on Monday 5%"
    var skipped = index
    while skipped >= limit, index - skipped < 6,
      words.is(skipped, MoveWords.timeNouns) || words.is(skipped, MoveWords.adverbs) || words.is(skipped, Self.timeLeads)
        || words.tokens[skipped].isNumber
    {
      skipped -= 1
    }
    if skipped < index, skipped >= limit, !size.isFraction, isTime(skipped + 1...index),
      let cue = verb(at: skipped, size, limit: limit)
    {
      return cue
    }
    // "a sell-off of 15%"
    if words.key(index) == Self.of, words.key(index - 1) == Self.offWord, words.isMark(index - 2, "-"), words.key(index - 3) == Self.sell,
      index - 3 >= limit
    {
      return MoveCue(
        direction: .down, verb: nounStart(index - 3, limit), range: index - 3..<size.range.upperBound, rule: .noun,
        objectStart: size.range.upperBound)
    }
    if words.key(index) == Self.of, index - 1 >= limit, let direction = MoveWords.noun(words.key(index - 1)) {
      return MoveCue(
        direction: direction, verb: nounStart(index - 1, limit), range: index - 1..<size.range.upperBound, rule: .noun,
        objectStart: size.range.upperBound)
    }
    // "Bitcoin's weekly loss came to 9.8%"
    if let noun = equated(index, limit), let direction = MoveWords.noun(words.key(noun)) {
      return MoveCue(
        direction: direction, verb: nounStart(noun, limit), range: noun..<size.range.upperBound, rule: .noun, objectStart: noun + 1)
    }
    guard hasBy else { return nil }
    // "fell in the first quarter by 12%", "jumped fivefold, that is by 400%"
    var far = index
    while far >= limit, index - far < 10 {
      if words.isMark(far, "%") || words.isMark(far, ";") || words.isMark(far, ":") || words.is(far, Self.clauseEnds) { return nil }
      // "fell: bitcoin by 4%" goes on a list.
      if far == index, assets.place(at: far) != nil { return nil }
      if let cue = verb(at: far, size, limit: limit) { return cue }
      far -= 1
    }
    return nil
  }

  /// The noun before "was", "came to", "amounted to", "exceeded".
  private func equated(_ index: Int, _ limit: Int) -> Int? {
    var index = index
    if words.key(index) == Self.to, words.is(index - 1, Self.comings) {
      index -= 2
    } else if words.key(index) == Self.to, words.is(index - 2, MoveWords.extenders) || words.is(index - 3, MoveWords.extenders) {
      // "extended its decline to 12%"
      index -= 1
    } else if words.is(index, Self.equals) {
      index -= 1
    } else if words.is(index, Self.at), words.is(index - 1, Self.standing) {
      index -= 2
    } else {
      return nil
    }
    // "the loss for the week stands at 8%", "the drawdown from its peak has reached 32%"
    let start = index
    while index > limit, start - index < 6, MoveWords.noun(words.key(index)) == nil,
      words.is(index, MoveWords.timeNouns) || words.is(index, MoveWords.prepositions) || words.is(index, MoveWords.articles)
        || words.is(index, MoveWords.peaks) || words.is(index, MoveWords.linkVerbs)
    {
      index -= 1
    }
    return index > limit && words.key(index - 1) != Self.of ? index : nil
  }

  private static let at = KeywordSet("at")
  private static let standing = KeywordSet("stands stood")

  /// "dropped $4,000, or 6%", "dropped $4,000 (6%)", "from $47,000 to $29,000, or 38%": the size says a sum of money again.
  private func restated(_ index: Int, _ size: MoveSize, limit: Int) -> MoveCue? {
    var index = index
    if words.is(index, Self.or) {
      index -= 1
      if words.isMark(index, ",") { index -= 1 }
    } else if !words.isMark(index + 1, "(") {
      return nil
    }
    guard index > limit, words.tokens[index].isNumber else { return nil }
    var sawMoney = false
    let last = index
    while index >= limit, last - index < 12 {
      if words.isMark(index, "$") { sawMoney = true }
      guard
        words.tokens[index].isNumber || words.isMark(index, "$") || words.is(index, MoveWords.beforeSize)
          || words.is(index, Self.moneyWords)
      else { break }
      index -= 1
    }
    guard sawMoney, index >= limit else { return nil }
    return verb(at: index, size, limit: limit)
  }

  private static let or = KeywordSet("or")
  private static let moneyWords = KeywordSet("from to about nearly more than some almost roughly around as much k")

  /// "lifted bitcoin 2.2%", "boosted the price of XRP by 73%"
  private func lifted(_ index: Int, _ size: MoveSize, limit: Int) -> MoveCue? {
    let place = assets.place(at: index)
    guard place != nil || words.is(index, MoveWords.pronouns) else { return nil }
    let first = place?.range.lowerBound ?? index
    var verb = first - 1
    while verb > limit, first - verb < 5,
      words.is(verb, MoveWords.articles) || words.is(verb, MoveWords.priceNouns) || words.key(verb) == Self.of
    {
      verb -= 1
    }
    guard verb >= limit, words.is(verb, MoveWords.lifters) || words.is(verb, MoveWords.dampers) else { return nil }
    return MoveCue(
      direction: words.is(verb, MoveWords.lifters) ? .up : .down, verb: verb, range: verb..<size.range.upperBound, rule: .noun,
      objectStart: verb)
  }

  private static let comings = KeywordSet("came comes amounted amounts")
  private static let equals = KeywordSet("was is totalled totaled reached exceeded topped hit")
  private static let timeLeads = KeywordSet("on in the this over during at last past")
  private static let clauseEnds = KeywordSet("while whereas which who but")

  private func verb(at index: Int, _ size: MoveSize, limit: Int) -> MoveCue? {
    guard index >= limit, words.tokens[index].isWord else { return nil }
    let key = words.key(index)
    let range = index..<size.range.upperBound
    // "gave up 11 per cent", "giving back 5%"
    if MoveWords.givingParticles.contains(key), words.is(index - 1, MoveWords.givingVerbs), index - 1 >= limit {
      return MoveCue(direction: .down, verb: index - 1, range: index - 1..<range.upperBound, rule: .verb)
    }
    // "put on 5%"
    if key == Self.on, words.is(index - 1, Self.putting), index - 1 >= limit {
      return MoveCue(direction: .up, verb: index - 1, range: index - 1..<range.upperBound, rule: .verb)
    }
    // "cut in half", "lost half"
    if key == Self.inWord, size.isFraction, size.basisPoints == 5000, words.is(index - 1, Self.cuts) {
      return MoveCue(direction: .down, verb: index - 1, range: index - 1..<range.upperBound, rule: .verb)
    }
    if MoveWords.upParticles.contains(key) || MoveWords.downParticles.contains(key) {
      let direction: VolatilityNote.Direction = MoveWords.upParticles.contains(key) ? .up : .down
      guard index > limit else {
        return direction == .up || MoveWords.downAdverbs.contains(key)
          ? MoveCue(direction: direction, verb: index, range: range, rule: .verb) : nil
      }
      var verb = index
      while verb > limit, words.isAdverb(verb - 1) || words.is(verb - 1, MoveWords.adverbs) { verb -= 1 }
      if verb > limit, MoveWords.verb(words.key(verb - 1)) != nil || words.is(verb - 1, Self.goers) { verb -= 1 }
      return MoveCue(direction: direction, verb: verb, range: min(verb, index)..<range.upperBound, rule: .verb)
    }
    // "erased a third of its value"
    if words.is(index, MoveWords.erasers) || words.is(index, Self.surrenders), ofOwnValue(size.range.upperBound) {
      return MoveCue(direction: .down, verb: index, range: range, rule: .verb)
    }
    guard var direction = MoveWords.verb(key) else { return nil }
    // "fell up to 5%" has lost its "up to" to the bound. "a rise 5%" is no verb, but prose doesn't say it.
    if words.is(index - 1, MoveWords.articles) || (words.is(index - 1, Self.beforeNouns) && MoveWords.noun(key) != nil) {
      guard MoveWords.noun(key) == nil || size.sign != 0 else { return nil }
    }
    if direction == .swing, size.sign != 0 { direction = size.sign > 0 ? .up : .down }
    return MoveCue(direction: direction, verb: index, range: range, rule: .verb)
  }

  /// "of its value"
  private func ofOwnValue(_ index: Int) -> Bool {
    words.key(index) == Self.of && words.is(index + 1, MoveWords.articles) && words.is(index + 2, Self.value)
  }

  private static let surrenders = KeywordSet("surrendered surrendering surrenders forfeited forfeiting")
  /// Adverbs alone, or a phrase with a time in it: "at up to" is neither.
  private func isTime(_ range: ClosedRange<Int>) -> Bool {
    range.contains { words.is($0, MoveWords.timeNouns) } || !range.contains { words.is($0, Self.timeLeads) }
  }

  private static let on = WordKey.of("on")
  private static let putting = KeywordSet("put puts putting")
  private static let cuts = KeywordSet("cut cuts cutting slashed sliced chopped")
  private static let beforeNouns = KeywordSet("of in for with on")

  func nounStart(_ noun: Int, _ limit: Int) -> Int {
    var index = noun
    while index > limit {
      if words.is(index - 1, Self.nounAdjectives) || words.is(index - 1, MoveWords.articles) {
        index -= 1
      } else if words.isMark(index - 1, "-"), !words.tokens[index - 1].followsSpace, index - 2 >= limit,
        words.tokens[index - 2].isNumber || words.numberInWords(at: index - 2) != nil
      {
        // "the two-day slide"
        index -= 2
      } else {
        break
      }
    }
    return index
  }

  // MARK: Not the price

  /// "5% of holders", "a 5% fee", "a quarter point".
  private func isShareOfSomething(_ size: MoveSize, in sentence: Range<Int>) -> Bool {
    let next = size.range.upperBound
    guard next < sentence.upperBound else { return false }
    if words.key(next) == Self.of {
      var index = next + 1
      while index < sentence.upperBound, index < next + 4 {
        if words.is(index, Self.value) { return false }
        if !words.is(index, Self.ofValue) { break }
        index += 1
      }
      return true
    }
    if size.isFraction, words.is(next, Self.notAfterFraction) { return true }
    return words.is(next, MoveWords.otherQuantities)
  }

  private static let notAfterFraction = KeywordSet("point points percentage million billion trillion hour an a basis time year")
}
