import RegulatoryModel

/// Tells moves that are feared, hoped for or reckoned with from those that happened.
struct HypotheticalMove {
  let words: StoryWords

  private static let conditions = KeywordSet("if unless whether suppose assuming")
  private static let afterwards = KeywordSet("possible likely unlikely plausible conceivable if would could")
  private static let may = WordKey.of("may")
  private static let negations = KeywordSet("not never without nor no")

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
    // "a 20% drop is possible"
    return (cue.range.upperBound..<min(sentence.upperBound, cue.range.upperBound + 5)).contains { words.is($0, Self.afterwards) }
  }

  private static let clauses = KeywordSet("while but although though whereas")
}
