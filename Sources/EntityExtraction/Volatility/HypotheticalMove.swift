import RegulatoryModel

/// Tells moves that are feared, hoped for or reckoned with from those that happened.
struct HypotheticalMove {
  let words: StoryWords

  private static let conditions = KeywordSet("if unless whether suppose assuming")
  private static let afterwards = KeywordSet("possible likely unlikely plausible conceivable if would could")
  private static let may = WordKey.of("may")
  private static let negations = KeywordSet("not never without nor")

  func isHypothetical(_ cue: MoveCue, in sentence: Range<Int>) -> Bool {
    if let last = sentence.last, words.isMark(last, "?") { return true }
    var index = cue.range.lowerBound
    var crossedComma = false
    while index > sentence.lowerBound {
      index -= 1
      if words.isMark(index, ",") || words.isMark(index, ";") || words.is(index, Self.clauses) { crossedComma = true }
      if words.is(index, Self.conditions) { return true }
      if crossedComma { continue }
      if words.is(index, MoveWords.hypothetical) {
        // The month, not the verb.
        if words.key(index) == Self.may, words.tokens[index].isCapitalised { continue }
        return true
      }
      if cue.range.lowerBound - index <= 3, words.is(index, Self.negations) { return true }
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

  private static let bare = KeywordSet(
    "rise gain add climb jump surge soar rally fall drop lose slide slip sink plunge decline crash tumble double halve")
  private static let leaning = KeywordSet("or and then to")
  private static let clauses = KeywordSet("while but although though whereas")
}
