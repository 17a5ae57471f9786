import RegulatoryModel

// A deadline told by days from the publication of the notice.
extension DeadlineSentence {
  /// "60 days after publication in the Federal Register", where the story says when that was.
  func relativeDay(after start: Int) -> (day: CalendarDay, end: Int)? {
    guard let published else { return nil }
    for index in Range.from(start, to: min(range.upperBound, start + 14)) where words.key(index) == Self.days {
      guard let count = words.integer(at: index - 1) ?? words.numberInWords(at: index - 1)?.value, (1...400).contains(count),
        words.is(index + 1, Self.afters)
      else { continue }
      for register in index + 2..<max(index + 2, min(range.upperBound, index + 14)) where words.key(register) == Self.register {
        return (published.adding(days: count), register + 1)
      }
    }
    return nil
  }

  private static let days = WordKey.of("days")
  private static let register = WordKey.of("register")
  private static let afters = KeywordSet("after from following of")
}
