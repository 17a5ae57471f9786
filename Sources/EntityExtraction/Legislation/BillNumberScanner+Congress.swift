// Which Congress a bill number is given.
extension BillNumberScanner {
  private static let afterNumber = KeywordSet("of the in")
  private static let beforeCongress = KeywordSet("as was the it bill numbered known")

  /// The Congress after the number, else the one right before it: "in the 118th Congress, H.R. 4763", "118 H.R. 4763".
  func congress(around range: Range<Int>) -> Int? {
    if let after = congress(after: range.upperBound) { return after }
    let start = words.sentence(of: range.lowerBound).lowerBound
    var back = range.lowerBound - 1
    if back >= start, let number = words.integer(at: back), (100...140).contains(number), !words.isMark(back - 1, "-") { return number }
    var steps = 0
    while back >= start, steps < 5, words.isMark(back, ",") || words.isMark(back, "(") || words.is(back, Self.beforeCongress) {
      back -= 1
      steps += 1
    }
    guard back > start, words.key(back) == Self.congressWord else { return nil }
    return ordinal(at: back - 1)
  }

  /// "(118th)", "(118th Congress)", "of the 118th Congress", "(118)".
  private func congress(after index: Int) -> Int? {
    var next = index
    var steps = 0
    while steps < 3,
      words.isMark(next, "(") || words.isMark(next, ",") || words.is(next, Self.afterNumber)
    {
      next += 1
      steps += 1
    }
    guard next < words.tokens.count, steps > 0 else { return nil }
    if let ordinal = ordinal(at: next), words.key(next + 1) == Self.congressWord || words.isMark(next + 1, ")") { return ordinal }
    if words.isMark(next - 1, "("), words.isMark(next + 1, ")"), let number = words.integer(at: next), (90...140).contains(number) {
      return number
    }
    return nil
  }

  /// `118th` as a number; nil for other words.
  private func ordinal(at index: Int) -> Int? {
    guard index < words.tokens.count, words.tokens[index].isWord else { return nil }
    let text = words.text(index)
    guard let number = Int(text.prefix { $0.isNumber }), (80...140).contains(number), text.count > String(number).count else { return nil }
    return number
  }
}
