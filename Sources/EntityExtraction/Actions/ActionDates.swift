import RegulatoryModel

/// On which day an agency acted, as far as its sentence says: nil unless a day stands at the head of the sentence, beside the verb, or
/// right behind what was done.
struct ActionDates {
  let words: StoryWords

  func day(of deed: ActionFinder.Deed, _ group: AgencyGroup, _ sentence: Range<Int>) -> CalendarDay? {
    let low = max(sentence.lowerBound, min(deed.range.lowerBound, group.range.lowerBound))
    let high = min(sentence.upperBound, max(deed.range.upperBound, group.range.upperBound))
    guard low < high, words.sentences[Int(words.sentenceOfToken[low])].roles.contains(.dayLead) else { return nil }
    // "On June 3, 2025, the CFTC …".
    if words.is(sentence.lowerBound, Self.on), let date = words.date(at: sentence.lowerBound + 1, before: low, toward: .past) {
      return date.day
    }
    var index = low
    while index < high {
      if isDated(index), let date = words.date(at: index, before: sentence.upperBound, toward: .past) { return date.day }
      index += 1
    }
    // Behind: at once, or at the end of what was done, where no other event comes between.
    let stop = min(sentence.upperBound, high + 14)
    while index < stop {
      if words.is(index, Self.others) || words.isMark(index, ";") { return nil }
      if isDated(index), let date = words.date(at: index, before: sentence.upperBound, toward: .past) { return date.day }
      index += 1
    }
    return nil
  }

  /// Led in by "on", or a weekday or "today" by itself.
  private func isDated(_ index: Int) -> Bool {
    guard words.tokens[index].kind != .mark else { return false }
    if words.roles(index - 1).contains(.dayLead), words.is(index - 1, Self.on) { return true }
    return words.roles(index).contains(.dayLead) && !words.is(index, Self.on) && !words.is(index - 1, Self.last)
  }

  /// "on", the weekdays, "today" and "yesterday": no day is told without one.
  static let leads = KeywordSet([WordKey.of("on")] + DateWords.weekdays.allKeys + days.allKeys)
  private static let on = KeywordSet("on")
  private static let last = KeywordSet("until by since before after from")
  private static let days = KeywordSet("today yesterday")
  private static let others = KeywordSet(
    "with after when that which who between from since alleging over saying while before until because by against who's whose following")
}
