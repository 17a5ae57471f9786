import RegulatoryModel

/// Tells moves that are feared, hoped for or reckoned with from those that happened.
struct HypotheticalMove {
  let words: StoryWords

  private static let conditions = KeywordSet("if unless whether suppose assuming")
  /// Words that make everything after them in the sentence unreal, over commas too.
  private static let unreal = KeywordSet("scenario scenarios hypothetical simulation simulations")
  /// "halts trading when prices move 10%": a rule, and not an event.
  private static let whenever = KeywordSet("when whenever once where")
  private static let presentForms = KeywordSet(
    """
    move moves fall falls drop drops rise rises lose loses gain gains slide slides swing swings decline declines increase increases
    decrease decreases crash crashes fluctuate fluctuates plunge plunges jump jumps
    """)
  /// "sees bitcoin rising 60%"
  private static let seers = KeywordSet("sees see seeing eyes envisages foresees foresee")
  private static let afterwards = KeywordSet(
    "possible likely unlikely plausible conceivable if would could typically usually normally tends")
  /// "for every 10% rise in bitcoin"
  private static let rates = KeywordSet("per every each")
  private static let units = KeywordSet("hour day week month quarter year annum")
  private static let anyOf = KeywordSet("every each any")
  private static let yet = WordKey.of("yet")
  private static let may = WordKey.of("may")
  private static let negations = KeywordSet("not never without nor")

  func isHypothetical(_ cue: MoveCue, in sentence: Range<Int>) -> Bool {
    if let last = sentence.last, words.isMark(last, "?") { return true }
    if isRate(cue, in: sentence) { return true }
    if cue.rule == .noun, words.is(min(cue.verb, cue.range.lowerBound) - 1, Self.anyOf) { return true }
    var index = cue.range.lowerBound
    var crossedComma = false
    while index > sentence.lowerBound {
      index -= 1
      if words.isMark(index, ",") || words.isMark(index, ";") || words.is(index, Self.clauses) { crossedComma = true }
      if words.is(index, Self.conditions) || words.is(index, Self.unreal) { return true }
      if words.is(index, Self.whenever), cue.rule == .verb, words.is(cue.verb, Self.presentForms), cue.verb - index < 6 { return true }
      if crossedComma { continue }
      if words.is(index, MoveWords.hypothetical) {
        // The month, not the verb.
        if words.key(index) == Self.may, words.tokens[index].isCapitalised { continue }
        return true
      }
      if cue.range.lowerBound - index <= 3, words.is(index, Self.negations) { return true }
      // "has yet to fall 10%"
      if words.key(index) == Self.yet, words.key(index + 1) == WordKey.of("to") { return true }
      if words.is(index, Self.seers), cue.rule == .verb, isForeseen(cue, from: index + 1) { return true }
    }
    // "might rise by 30%, said one analyst, or lose 30%": a bare verb leans on the one before.
    if words.is(cue.verb, Self.bare), words.is(cue.verb - 1, Self.leaning),
      (sentence.lowerBound..<cue.verb).contains(where: { words.is($0, BillWords.modals) })
    {
      return true
    }
    // "a 20% drop is possible"
    return (cue.range.upperBound..<min(sentence.upperBound, cue.range.upperBound + 5)).contains { words.is($0, Self.afterwards) }
  }

  /// "goes up 200% ⟦per year⟧", "gains 5% ⟦every month⟧": how fast prices rise, and not what they did.
  private func isRate(_ cue: MoveCue, in sentence: Range<Int>) -> Bool {
    Range.from(cue.range.upperBound, to: min(sentence.upperBound - 1, cue.range.upperBound + 5)).contains {
      words.is($0, Self.rates) && words.is($0 + 1, Self.units)
    }
  }

  /// "sees ⟦bitcoin rising⟧", "sees ⟦the price of ether falling⟧"; bitcoin may see drops itself.
  private func isForeseen(_ cue: MoveCue, from index: Int) -> Bool {
    guard index < cue.range.lowerBound, cue.range.lowerBound - index < 7, let last = words.tokens[safe: cue.range.lowerBound] else {
      return false
    }
    let bytes = words.scan.bytes
    return last.span.count > 4 && bytes[last.span.upperBound - 1] == UInt8(ascii: "g")
      && bytes[last.span.upperBound - 3] == UInt8(ascii: "i")
  }

  private static let bare = KeywordSet(
    "rise gain add climb jump surge soar rally fall drop lose slide slip sink plunge decline crash tumble double halve")
  private static let leaning = KeywordSet("or and then to")
  private static let clauses = KeywordSet("while but although though whereas when as after because before")
}
