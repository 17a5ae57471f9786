import RegulatoryModel

// "It", "the bill", and verbs without a subject: what points back to a bill named before.

extension StageArgument {
  /// "it", "the bill", "the measure" right after the verb.
  func pointsBack(from end: Int, in range: Range<Int>) -> Bool {
    for index in end..<max(end, min(range.upperBound, end + 5)) {
      if words.tokens[index].kind == .mark { return false }
      if words.key(index) == Self.it || (words.is(index, BillWords.definite) && isBillNoun(after: index)) { return true }
    }
    return false
  }

  /// "where the authorisation has been withdrawn": the passive verb's subject is neither a bill nor a word that could mean one.
  func hasOtherSubject(_ index: Int, in range: Range<Int>) -> Bool {
    var back = index - 1
    while back >= range.lowerBound, words.is(back, Self.auxiliaries) || words.isAdverb(back) || words.is(back, StageContext.smallAdverbs) {
      back -= 1
    }
    guard back >= range.lowerBound, words.tokens[back].isWord, !words.tokens[back].isCapitalised else { return false }
    return words.key(back) != Self.it && words.key(back) != Self.and && !words.is(back, BillWords.bills)
      && !words.is(back, BillWords.pronouns)
      && !words.is(back, Self.standIns)
  }

  static let standIns = KeywordSet("text version effort resolution")

  /// "it", "the bill" before the verb.
  func refersBack(_ range: Range<Int>) -> Bool {
    range.contains {
      words.key($0) == Self.it || (words.is($0, BillWords.definite) && isBillNoun(after: $0))
        || (words.key($0) == Self.its && words.key($0 + 1) == WordKey.of("text"))
    }
  }

  /// "the bill", "this stablecoin measure": the noun within three words of the article.
  func isBillNoun(after article: Int) -> Bool {
    for index in article + 1..<article + 4 {
      if context.isAnchored(index) { return false }
      if words.is(index, BillWords.pointing) { return true }
      guard let token = words.tokens[safe: index], token.isWord || token.isMark("-") else { return false }
    }
    return false
  }

  /// A verb that opens its sentence, or the part of it after a semicolon: "Introduced 27 July; referred to Banking".
  func isHeadless(_ index: Int, in range: Range<Int>) -> Bool {
    var back = index - 1
    while back >= range.lowerBound, index - back < 3, words.is(back, StageContext.smallAdverbs) || words.is(back, Self.auxiliaries) {
      back -= 1
    }
    // "Latest Action: Senate - 09/09/2024 Received in the Senate", "07/17/2025 Passed House"
    if back >= range.lowerBound, words.tokens[back].isNumber || words.isDash(back) || words.isMark(back, "-") {
      while back >= range.lowerBound,
        words.tokens[back].isNumber || words.isMark(back, "/") || words.isMark(back, "-") || words.isDash(back)
          || words.roles(back).contains(.chamber) || words.roles(back).contains(.month)
      {
        back -= 1
      }
    }
    // "Larger participant rules (loans, crypto): withdrawn in May" has a subject before its colon.
    if back >= range.lowerBound, words.isMark(back, ":") { return (range.lowerBound..<back).count { words.tokens[$0].isWord } <= 4 }
    return back < range.lowerBound || words.isMark(back, ";") || words.isMark(back, ".")
      || words.isMark(back, "|")
  }
}
