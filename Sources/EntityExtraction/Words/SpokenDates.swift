import RegulatoryModel

/// A day as prose names it, worked out against the story's own date.
struct SpokenDate: Sendable, Equatable {
  var day: CalendarDay
  /// The tokens it takes.
  var range: Range<Int>
  /// A full calendar date ("July 18, 2025"), and not a weekday or "today".
  var isCalendarDate: Bool
}

extension StoryWords {
  /// Which way a day without a year, or a weekday, is looked for from the story's date.
  enum TimeDirection: Sendable { case past, future }

  /// The day named at a token; nil where none is, or where the words are vague ("in March", "last week").
  func date(at index: Int, before end: Int, toward direction: TimeDirection) -> SpokenDate? {
    guard index < end else { return nil }
    let token = tokens[index]
    if token.isNumber || (token.isWord && DateWords.ordinals[token.key] != nil) {
      return isoDate(at: index, before: end) ?? dayFirstDate(at: index, before: end, direction)
    }
    guard token.isWord else { return nil }
    if DateWords.months[token.key] != nil { return monthFirstDate(at: index, before: end, direction) }
    if let weekday = DateWords.weekdays[token.key] {
      // "Wednesday, 9 November 2022": the calendar date says it better.
      let after = isMark(index + 1, ",") ? index + 2 : index + 1
      if after < end, let full = date(at: after, before: end, toward: direction), full.isCalendarDate {
        return SpokenDate(day: full.day, range: index..<full.range.upperBound, isCalendarDate: true)
      }
      return SpokenDate(day: resolve(weekday: weekday, at: index, direction), range: index..<index + 1, isCalendarDate: false)
    }
    switch token.key {
    case DateWords.today: return SpokenDate(day: scan.story.date, range: index..<index + 1, isCalendarDate: false)
    case DateWords.yesterday: return SpokenDate(day: scan.story.date.adding(days: -1), range: index..<index + 1, isCalendarDate: false)
    case DateWords.tomorrow: return SpokenDate(day: scan.story.date.adding(days: 1), range: index..<index + 1, isCalendarDate: false)
    case DateWords.this where index + 1 < end && DateWords.partsOfDay.contains(tokens[index + 1].key):
      return SpokenDate(day: scan.story.date, range: index..<index + 2, isCalendarDate: false)
    default: return nil
    }
  }

  /// The first day named in a stretch of tokens.
  func firstDate(in range: Range<Int>, toward direction: TimeDirection) -> SpokenDate? {
    for index in range {
      if let date = date(at: index, before: range.upperBound, toward: direction) { return date }
    }
    return nil
  }

  /// The last day named in a stretch of tokens.
  func lastDate(in range: Range<Int>, toward direction: TimeDirection) -> SpokenDate? {
    var found: SpokenDate?
    var index = range.lowerBound
    while index < range.upperBound {
      if let date = date(at: index, before: range.upperBound, toward: direction) {
        found = date
        index = date.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  // MARK: Forms

  /// `2025-07-18`.
  private func isoDate(at index: Int, before end: Int) -> SpokenDate? {
    guard index + 4 < end, tokens[index].span.count == 4, let year = integer(at: index), isMark(index + 1, "-"), isMark(index + 3, "-"),
      let month = integer(at: index + 2), let day = integer(at: index + 4), let date = CalendarDay(year: year, month: month, day: day)
    else { return nil }
    return SpokenDate(day: date, range: index..<index + 5, isCalendarDate: true)
  }

  /// `18 July 2025`, `18 July`, `18th of July`.
  private func dayFirstDate(at index: Int, before end: Int, _ direction: TimeDirection) -> SpokenDate? {
    guard let day = dayNumber(at: index) else { return nil }
    var next = index + 1
    if next < end, tokens[next].key == DateWords.of { next += 1 }
    guard next < end, tokens[next].isCapitalised, let month = DateWords.months[tokens[next].key] else { return nil }
    next += 1
    if isMark(next, ".") { next += 1 }
    return completed(month: month, day: day, start: index, next: next, before: end, direction)
  }

  /// `July 18, 2025`, `Feb. 1, 2024`, `July 18`, `July 18th`.
  private func monthFirstDate(at index: Int, before end: Int, _ direction: TimeDirection) -> SpokenDate? {
    guard tokens[index].isCapitalised, let month = DateWords.months[tokens[index].key] else { return nil }
    var next = index + 1
    if isMark(next, ".") { next += 1 }
    guard next < end, let day = dayNumber(at: next) else { return nil }
    return completed(month: month, day: day, start: index, next: next + 1, before: end, direction)
  }

  private func dayNumber(at index: Int) -> Int? {
    if let ordinal = DateWords.ordinals[tokens[index].key], tokens[index].isWord { return ordinal }
    guard let day = integer(at: index), (1...31).contains(day), tokens[index].span.count <= 2 else { return nil }
    return day
  }

  private func completed(
    month: Int, day: Int, start: Int, next: Int, before end: Int, _ direction: TimeDirection
  ) -> SpokenDate? {
    let yearAt = isMark(next, ",") ? next + 1 : next
    if yearAt < end, tokens[yearAt].span.count == 4, let year = integer(at: yearAt), (1900...2100).contains(year) {
      guard let date = CalendarDay(year: year, month: month, day: day) else { return nil }
      return SpokenDate(day: date, range: start..<yearAt + 1, isCalendarDate: true)
    }
    guard let date = following(month: month, day: day, start, direction) ?? nearest(month: month, day: day, direction) else { return nil }
    return SpokenDate(day: date, range: start..<next, isCalendarDate: true)
  }

  /// "on June 8, 2021, and … on September 7": a day after another that has its year, in the same sentence.
  private func following(month: Int, day: Int, _ index: Int, _ direction: TimeDirection) -> CalendarDay? {
    guard direction == .past else { return nil }
    let sentence = sentence(of: index)
    for yearAt in stride(from: index - 1, through: max(sentence.lowerBound + 1, index - 30), by: -1) {
      guard tokens[yearAt].span.count == 4, let year = integer(at: yearAt), (1990...2100).contains(year) else { continue }
      // "June 8, 2021", "8 June 2021", "June 2021"
      let before = (max(sentence.lowerBound, yearAt - 4)..<yearAt).last {
        DateWords.months[tokens[$0].key] != nil && tokens[$0].isCapitalised
      }
      guard let before, let monthBefore = DateWords.months[tokens[before].key] else { return nil }
      guard let date = CalendarDay(year: month < monthBefore ? year + 1 : year, month: month, day: day) else { return nil }
      return scan.story.date.days(until: date) <= 7 ? date : nil
    }
    return nil
  }

  /// The year that brings the day closest to the story on the side asked for; a few days of grace on the other.
  private func nearest(month: Int, day: Int, _ direction: TimeDirection) -> CalendarDay? {
    let today = scan.story.date
    let years = [today.year - 1, today.year, today.year + 1]
    let days = years.compactMap { CalendarDay(year: $0, month: month, day: day) }
    switch direction {
    case .past: return days.last { today.days(until: $0) <= 7 }
    case .future: return days.first { today.days(until: $0) >= -120 }
    }
  }

  /// The last such weekday before or on the story's date, or the next one; "last" and "next" before it have their say.
  private func resolve(weekday: Int, at index: Int, _ direction: TimeDirection) -> CalendarDay {
    let today = scan.story.date
    let back = (today.weekday - weekday + 7) % 7
    let before = index > 0 ? tokens[index - 1].key : 0
    if before == DateWords.last { return today.adding(days: back == 0 ? -7 : -back) }
    if before == DateWords.next { return today.adding(days: back == 0 ? 7 : 7 - back) }
    switch direction {
    case .past: return today.adding(days: -back)
    case .future: return today.adding(days: back == 0 ? 0 : 7 - back)
    }
  }
}

/// The words of the calendar.
enum DateWords {
  static let months = KeywordTable([
    ("january jan", 1), ("february feb", 2), ("march mar", 3), ("april apr", 4), ("may", 5), ("june jun", 6), ("july jul", 7),
    ("august aug", 8), ("september sept sep", 9), ("october oct", 10), ("november nov", 11), ("december dec", 12),
  ])

  /// 0 for Monday.
  static let weekdays = KeywordTable([
    ("monday", 0), ("tuesday", 1), ("wednesday", 2), ("thursday", 3), ("friday", 4), ("saturday", 5), ("sunday", 6),
  ])

  /// `1st` to `31st`.
  static let ordinals = KeywordTable((1...31).map { ("\($0)st \($0)nd \($0)rd \($0)th", $0) })

  static let today = WordKey.of("today")
  static let yesterday = WordKey.of("yesterday")
  static let tomorrow = WordKey.of("tomorrow")
  static let this = WordKey.of("this")
  static let last = WordKey.of("last")
  static let next = WordKey.of("next")
  static let of = WordKey.of("of")
  static let all = KeywordSet(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday january february march april may june july august september october
    november december week month evening morning afternoon night
    """)
  static let partsOfDay = KeywordSet("morning afternoon evening night")
}
