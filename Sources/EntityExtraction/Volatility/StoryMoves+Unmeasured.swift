import RegulatoryModel

// Moves without a percentage: "doubled", "from $69,000 to $60,000".

extension StoryMoves {
  // MARK: Halved and doubled

  static let notAfterDoubling = KeywordSet("down its their his her the a an three two four once twice as them more several many")
  static let moreThan = WordKey.of("than")
  static let nearly = KeywordSet("nearly almost about roughly")

  mutating func readDoublings(_ range: Range<Int>, _ subjects: MoveSubject) {
    for index in range {
      guard let doubling = MoveWords.doubling[words.key(index)],
        !words.is(index + 1, Self.notAfterDoubling) || words.key(index + 1) == WordKey.of("in")
      else {
        continue
      }
      // "doubled in value" is a price; "doubled the fee" is not.
      let cue = MoveCue(direction: doubling.direction, verb: index, range: index..<index + 1, rule: .doubled)
      guard !HypotheticalMove(words: words).isHypothetical(cue, in: range) else { continue }
      guard case .assets(let places) = subjects.subject(before: index, in: range) else { continue }
      var bound = VolatilityNote.Bound.exact
      if words.key(index - 1) == Self.moreThan { bound = .atLeast }
      if words.is(index - 1, Self.nearly) { bound = .about }
      let size = MoveSize(
        range: index..<index + 1, numberStart: index, basisPoints: doubling.basisPoints, bound: bound, sign: 0, isFraction: false)
      for place in places { add(size, cue, place, in: range) }
    }
  }

  // MARK: Two prices

  mutating func readPrices(_ range: Range<Int>, _ subjects: MoveSubject) {
    for index in range {
      guard let pair = PricePair.read(words, at: index, before: range.upperBound) else { continue }
      var verb = index - 1
      while verb > range.lowerBound, index - verb < 4, MoveWords.verb(words.key(verb)) == nil { verb -= 1 }
      guard verb >= range.lowerBound, let told = MoveWords.verb(words.key(verb)) else { continue }
      let direction: VolatilityNote.Direction = told == .swing ? (pair.to > pair.from ? .up : .down) : told
      guard (direction == .up) == (pair.to > pair.from) else { continue }
      let cue = MoveCue(direction: direction, verb: verb, range: verb..<pair.range.upperBound, rule: .prices)
      guard !HypotheticalMove(words: words).isHypothetical(cue, in: range), pair.basisPoints > 0 else { continue }
      guard case .assets(let places) = subjects.subject(before: verb, in: range), let place = places.first, places.count == 1 else {
        continue
      }
      let size = MoveSize(
        range: pair.range, numberStart: pair.range.lowerBound, basisPoints: pair.basisPoints, bound: .exact, sign: 0, isFraction: false)
      add(size, cue, place, in: range, from: pair.from, to: pair.to)
    }
  }
}
