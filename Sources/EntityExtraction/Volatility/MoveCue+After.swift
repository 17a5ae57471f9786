import RegulatoryModel

// The words behind a size that make it a move: "5% lower", "12% below its peak", "a 15% drop".

extension MoveCueReader {
  func behind(_ size: MoveSize, in sentence: Range<Int>) -> MoveCue? {
    guard !size.isFraction else { return fractionBehind(size, in: sentence) }
    let end = sentence.upperBound
    let index = size.range.upperBound
    guard index < end else { return nil }
    let key = words.key(index)
    if MoveWords.upAfter.contains(key) || MoveWords.downAfter.contains(key) {
      // "5% up to" is a bound of something else, "5% higher than other venues" a gap.
      guard words.key(index + 1) != Self.to || key != WordKey.of("up"), !comparesVenues(index + 1) else { return nil }
      let direction: VolatilityNote.Direction = MoveWords.upAfter.contains(key) ? .up : .down
      return MoveCue(direction: direction, verb: size.range.lowerBound, range: size.range.lowerBound..<index + 1, rule: .after)
    }
    if key == Self.less, words.key(index + 1) == Self.than {
      return MoveCue(direction: .down, verb: size.range.lowerBound, range: size.range.lowerBound..<index + 2, rule: .after)
    }
    if Self.below.contains(key), let peak = peak(MoveWords.peaks, from: index + 1, before: end) {
      return MoveCue(direction: .down, verb: size.range.lowerBound, range: size.range.lowerBound..<peak + 1, rule: .after)
    }
    if Self.above.contains(key), let trough = peak(MoveWords.troughs, from: index + 1, before: end) {
      return MoveCue(direction: .up, verb: size.range.lowerBound, range: size.range.lowerBound..<trough + 1, rule: .after)
    }
    // "wiped 8% off bitcoin's price"
    if key == Self.offWord, words.is(size.range.lowerBound - 1, MoveWords.takers), size.range.lowerBound > sentence.lowerBound {
      return MoveCue(
        direction: .down, verb: size.range.lowerBound - 1, range: size.range.lowerBound - 1..<index + 1, rule: .noun, objectStart: index)
    }
    return noun(size, in: sentence)
  }

  static let offWord = WordKey.of("off")

  private func fractionBehind(_ size: MoveSize, in sentence: Range<Int>) -> MoveCue? {
    let key = words.key(size.range.upperBound)
    guard key == Self.less || MoveWords.downAfter.contains(key) || MoveWords.upAfter.contains(key),
      size.range.upperBound < sentence.upperBound
    else {
      return nil
    }
    let direction: VolatilityNote.Direction = MoveWords.upAfter.contains(key) ? .up : .down
    guard MoveWords.upAfter.contains(key) || MoveWords.downAfter.contains(key) else { return nil }
    return MoveCue(
      direction: direction, verb: size.range.lowerBound, range: size.range.lowerBound..<size.range.upperBound + 1, rule: .after)
  }

  private func comparesVenues(_ index: Int) -> Bool {
    (index..<index + 8).contains { words.key($0) == Self.than && words.is($0 + 1, Self.others) }
  }

  private static let others = KeywordSet("other others elsewhere on in at")

  private func peak(_ set: KeywordSet, from index: Int, before end: Int) -> Int? {
    (index..<max(index, min(end, index + 6))).first { words.is($0, set) }
  }

  private func noun(_ size: MoveSize, in sentence: Range<Int>) -> MoveCue? {
    let end = sentence.upperBound
    var index = size.range.upperBound
    if words.isMark(index, "-") { index += 1 }
    var steps = 0
    while index < end, steps < 4, words.is(index, Self.nounAdjectives) || words.isMark(index, "-") || assets.place(at: index) != nil {
      index += 1
      steps += 1
    }
    // "a 15% sell-off"
    let isSellOff = words.key(index) == Self.sell && words.isMark(index + 1, "-") && words.key(index + 2) == Self.offWord
    guard index < end, var direction = isSellOff ? .down : MoveWords.noun(words.key(index)) else { return nil }
    let last = isSellOff ? index + 2 : index
    if direction == .swing {
      if words.is(index + 1, MoveWords.downAfter) { direction = .down } else if words.is(index + 1, MoveWords.upAfter) { direction = .up }
    }
    return MoveCue(
      direction: direction, verb: nounStart(size.range.lowerBound, sentence.lowerBound), range: size.range.lowerBound..<last + 1,
      rule: .noun,
      objectStart: last + 1)
  }

  static let sell = WordKey.of("sell")
}
