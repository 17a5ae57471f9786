import RegulatoryModel

// Settles whose move a size is, once its cue is found.

extension StoryMoves {
  func judged(
    _ size: MoveSize, _ cue: MoveCue, _ subjects: MoveSubject, previous: Told?, in range: Range<Int>
  ) -> Told {
    var told = Told(size: size, cue: cue, places: [], isSomethingElse: false)
    if HypotheticalMove(words: words).isHypothetical(cue, in: range) {
      told.isSomethingElse = true
      return told
    }
    if cue.rule == .noun {
      switch nounSubject(size, cue, subjects, in: range) {
      case .assets(let places): told.places = places
      case .somethingElse: told.isSomethingElse = true
      case .unknown:
        // "Bitcoin rebounded 4% after Monday's 7% plunge"
        if isDayOwned(cue, in: range), let previous, !previous.isSomethingElse { told.places = previous.places }
        // "Following a 15% sell-off last week, bitcoin rose 3%"
        if told.places.isEmpty,
          !words.is(cue.range.upperBound, Self.belonging) || words.is(cue.range.upperBound + 1, MoveWords.timeNouns),
          let place = subjectAfter(cue, size.range, in: range)
        {
          told.places = [place]
        }
      }
      return told
    }
    switch subjects.subject(before: cue.verb, in: range) {
    case .assets(let places): told.places = places
    case .somethingElse: told.isSomethingElse = true
    case .unknown: if let place = subjectAfter(cue, size.range, in: range) { told.places = [place] }
    }
    // "the coin is up 4.4%, and ether is down": the coin is not the one named beside it.
    if told.places.count == 1, let place = told.places.first, !range.contains(place.range.lowerBound) {
      let namedAfter = assets.places(in: min(cue.range.upperBound, range.upperBound)..<range.upperBound)
      if namedAfter.contains(where: { $0.ticker == place.ticker }), let other = assets.mostNamed(except: place.ticker) {
        told.places = [other]
      }
    }
    return told
  }

  /// "Monday's 7% plunge", "last week's 5% gain".
  func isDayOwned(_ cue: MoveCue, in range: Range<Int>) -> Bool {
    let index = cue.verb - 1
    return index - 2 >= range.lowerBound && words.key(index) == WordKey.of("s") && words.isMark(index - 1, "'")
      && words.is(index - 2, MoveWords.timeNouns)
  }

  static let openers = KeywordSet("having after following despite")

  /// "Having lost 15% on Monday, ⟦bitcoin⟧ clawed back 6%"
  func subjectAfter(_ cue: MoveCue, _ size: Range<Int>, in range: Range<Int>) -> AssetPlaces.Place? {
    // "Down 9% on the week, bitcoin looks tired"
    let isParticle = Range.from(cue.range.lowerBound, to: min(cue.range.lowerBound + 2, size.lowerBound)).contains {
      MoveWords.upParticles.contains(words.key($0)) || MoveWords.downAdverbs.contains(words.key($0))
    }
    guard
      words.is(range.lowerBound, Self.openers) && cue.verb - range.lowerBound <= 3
        || isParticle && cue.range.lowerBound - range.lowerBound <= 1
    else {
      return nil
    }
    guard let comma = Range.from(cue.range.upperBound, to: range.upperBound).first(where: { words.isMark($0, ",") }),
      comma + 1 < range.upperBound
    else {
      return nil
    }
    let next = words.is(comma + 1, MoveWords.articles) ? comma + 2 : comma + 1
    return assets.place(at: next)
  }

  static let heading = KeywordSet("headed heading track course set pace")
  static let belonging = KeywordSet("in of for on by")

  func isPriceNext(_ place: AssetPlaces.Place) -> Bool { words.is(place.range.upperBound, MoveWords.priceNouns) }

  static let possessors = KeywordSet("in of for by on from off")
  static let sufferers = KeywordSet(
    """
    suffered suffers suffering posted posts posting recorded records recording saw sees seen seeing booked notched registered marking marks logged
    experienced experiencing took takes taking enjoyed enjoying made making staged extending extended capping after despite had has with
    endured clocked scored added from extend widened widening trimmed trimming pared paring narrowed narrowing deepened
    """)

  /// Whose drop it was: "in bitcoin" after the noun, "Bitcoin's" before it, a coin between, or the subject of "suffered".
  func nounSubject(_ size: MoveSize, _ cue: MoveCue, _ subjects: MoveSubject, in range: Range<Int>) -> MoveSubject.Answer {
    // "a 15% bitcoin drop"
    for index in Range.from(size.range.upperBound, to: cue.range.upperBound) {
      if let place = assets.place(at: index) { return .assets([place]) }
    }
    if let start = cue.objectStart, words.is(start, Self.possessors) || cue.verb == start {
      var index = start + 1
      // "has lifted it 29%"
      if cue.verb == start, words.is(index, MoveWords.pronouns) { return subjects.referent(index).map { .assets([$0]) } ?? .unknown }
      while index < range.upperBound, index < start + 6,
        words.is(index, MoveWords.articles) || words.is(index, MoveWords.priceNouns) || words.key(index) == DateWords.of
      {
        index += 1
      }
      if index < range.upperBound, let place = assets.place(at: index) {
        if subjects.isModifier(place), !isPriceNext(place) { return .somethingElse }
        return .assets([place])
      }
      if words.is(index, MoveWords.otherQuantities) { return .somethingElse }
      // "a 5% drop in trading volume"; "on Monday" and "from its high" say nothing of the kind.
      if words.key(start) == WordKey.of("in"), index < range.upperBound, !words.is(index, MoveWords.timeNouns),
        !words.tokens[index].isNumber,
        (index..<min(index + 4, range.upperBound)).contains(where: { words.is($0, MoveWords.otherQuantities) })
      {
        return .somethingElse
      }
    }
    // "erased gains of 4%"
    if words.is(cue.verb - 1, MoveWords.erasers) || words.is(cue.verb - 2, MoveWords.erasers) { return .somethingElse }
    // "Bitcoin's 15% decline", "bitcoin's recent 15% decline"
    var index = cue.verb - 1
    while index > range.lowerBound, cue.verb - index < 4, words.is(index, Self.recent) { index -= 1 }
    if words.key(index) == WordKey.of("s"), words.isMark(index - 1, "'"), index >= 2 {
      if let place = assets.place(at: index - 2) { return .assets([place]) }
      return words.is(index - 2, MoveWords.priceNouns) || words.is(index - 2, MoveWords.timeNouns) ? .unknown : .somethingElse
    }
    if words.is(index, Self.its), let carried { return .assets([carried]) }
    // "Bitcoin rose past $31,000, a gain of 3.4%"
    if index > range.lowerBound, words.isMark(index, ",") || words.isMark(index, ":") || words.isDash(index) {
      return subjects.subject(before: cue.verb, in: range)
    }
    // "to $68,000, its highest in a month, for a daily gain of 4%"
    if words.key(index) == WordKey.of("for"), index > range.lowerBound, words.isMark(index - 1, ",") {
      return subjects.subject(before: index, in: range)
    }
    guard index >= range.lowerBound, words.is(index, Self.sufferers) || words.key(index) == WordKey.of("for") else { return .unknown }
    // "is headed for a weekly drop of 11%"
    if words.key(index) == WordKey.of("for") {
      return words.is(index - 1, Self.heading) ? subjects.clauseSubject(before: index, in: range) : .unknown
    }
    // "XRP led losses with an 8% slide"
    if words.key(index) == MoveSubject.with {
      let clause = subjects.clauseSubject(before: index, in: range)
      if clause != .unknown { return clause }
    }
    let answer = subjects.subject(before: index, in: range)
    return answer == .unknown ? subjects.clauseSubject(before: index, in: range) : answer
  }

  static let its = KeywordSet("its")
  static let recent = KeywordSet(
    "recent latest sharp own whopping staggering remarkable steep roughly nearly about more than over almost")
}
