import RegulatoryModel

/// Reads a move that is told only by two prices: "fell from $69,000 to $60,000".
struct PricePair: Sendable, Equatable {
  var range: Range<Int>
  var from: Double
  var to: Double

  /// Size in hundredths of a percent, to one decimal of a percent.
  var basisPoints: Int { Int((abs(to - from) / from * 1000).rounded()) * 10 }

  private static let fromWord = WordKey.of("from")
  private static let to = WordKey.of("to")
  private static let thousands = KeywordSet("k thousand")

  /// The pair that begins with "from" at a token, or with "to": "to $60,000 from $69,000".
  static func read(_ words: StoryWords, at index: Int, before end: Int) -> PricePair? {
    if words.key(index) == to { return turned(words, at: index, before: end) }
    guard words.key(index) == fromWord else { return nil }
    guard let (first, next) = price(words, at: index + 1, before: end) else { return nil }
    // A few words may stand between: "from $69,000 on Monday to $60,000".
    var second = next
    while second < end, second - next < 6, words.key(second) != to {
      if words.tokens[second].isNumber || words.isMark(second, ";") { return nil }
      second += 1
    }
    guard second < end, words.key(second) == to, let (last, stop) = price(words, at: second + 1, before: end) else { return nil }
    guard first > 0, last > 0, first != last, last / first < 100, first / last < 10_000 else { return nil }
    return PricePair(range: index..<stop, from: first, to: last)
  }

  private static func turned(_ words: StoryWords, at index: Int, before end: Int) -> PricePair? {
    guard let (last, next) = price(words, at: index + 1, before: end), words.key(next) == fromWord,
      let (first, stop) = price(words, at: next + 1, before: end), words.key(stop) != to,
      first > 0, last > 0, first != last, last / first < 100, first / last < 10_000
    else { return nil }
    return PricePair(range: index..<stop, from: first, to: last)
  }

  private static func price(_ words: StoryWords, at index: Int, before end: Int) -> (Double, Int)? {
    var index = index
    var bounds = 0
    while bounds < 3, words.is(index, fillers) {
      index += 1
      bounds += 1
    }
    guard index + 1 < end, words.isMark(index, "$"), var value = words.value(at: index + 1) else { return nil }
    var next = index + 2
    if next < end, words.is(next, thousands) {
      value *= 1000
      next += 1
    }
    // "$60 million" is no price of a coin.
    if next < end, words.is(next, millions) || words.isMark(next, "%") { return nil }
    return (value, next)
  }

  private static let fillers = KeywordSet(
    "about around nearly almost roughly below above over under some just a high low of more than as as")
  private static let millions = KeywordSet("million billion trillion m bn b mn")
}
