import RegulatoryModel

/// Reads times that the calendar bounds: "year to date", "since Monday", "in Q2", "from May 1 to June 3", "ended 2022".
struct MovePeriod {
  let words: StoryWords
  /// Whether "this year" and "since Monday" can be reckoned from the story's date.
  var isReckoned = true

  struct Read: Equatable {
    var time: MoveTime
    /// The token after the period.
    var end: Int
  }

  private enum Unit { case year, quarter, month, week }

  private static let toDate: [(PhraseSet, Unit)] = [
    (
      PhraseSet(
        "year to date|year - to - date|so far this year|ytd|since the start of the year|since the beginning of the year|this year"
          + "|since january|on the year|for the year so far|since the turn of the year|since new year|so far in the year"), .year
    ),
    (
      PhraseSet(
        "month to date|month - to - date|mtd|so far this month|since the start of the month|since the beginning of the month"), .month
    ),
    (PhraseSet("quarter to date|quarter - to - date|qtd|so far this quarter|since the start of the quarter"), .quarter),
    (PhraseSet("week to date|week - to - date|wtd|so far this week|since the start of the week"), .week),
  ]
  private static let since = WordKey.of("since")
  private static let from = WordKey.of("from")
  private static let beforeDays = KeywordSet("on late early last the its close of level price with to end start")
  private static let between = WordKey.of("between")
  private static let links = KeywordSet("to and through until till")
  private static let quarterNames = KeywordTable([("q1", 1), ("q2", 2), ("q3", 3), ("q4", 4)])
  private static let halfNames = KeywordTable([("h1", 1), ("h2", 2)])
  private static let ordinals = KeywordTable([("first", 1), ("second", 2), ("third", 3), ("fourth final", 4)])
  private static let quarter = WordKey.of("quarter")
  private static let half = WordKey.of("half")
  private static let enders = KeywordSet("ended ends finished finishes closed ending finishing closing")

  private var today: CalendarDay { words.scan.story.date }

  func period(at index: Int, before end: Int, in sentence: Range<Int>) -> Read? {
    guard words.tokens[safe: index]?.isWord == true else { return nil }
    for (phrases, unit) in Self.toDate {
      if let length = phrases.length(in: words, at: index, before: end) {
        return Read(time: MoveTime(window: daysSinceStart(of: unit)), end: index + length)
      }
    }
    if let stretch = stretch(at: index, before: sentence.upperBound) { return stretch }
    if words.key(index) == Self.since || words.is(index, MoveWindow.comparing) {
      return since(index, before: sentence.upperBound)
    }
    if words.is(index, Self.enders) { return ended(index, before: end) }
    return quarter(at: index, before: sentence.upperBound)
  }

  /// "March 12, 2020" has its year, "March 12" has not.
  static func hasYear(_ date: SpokenDate, _ words: StoryWords) -> Bool {
    date.range.contains { words.tokens[$0].isNumber && words.tokens[$0].span.count == 4 }
  }

  private func daysSinceStart(of unit: Unit) -> String? {
    let start: CalendarDay? =
      switch unit {
      case .year: CalendarDay(year: today.year, month: 1, day: 1)
      case .quarter: CalendarDay(year: today.year, month: (today.month - 1) / 3 * 3 + 1, day: 1)
      case .month: CalendarDay(year: today.year, month: today.month, day: 1)
      case .week: today.adding(days: -today.weekday)
      }
    guard let start else { return nil }
    return days(from: start, to: today)
  }

  private func days(from start: CalendarDay, to end: CalendarDay) -> String? {
    let days = start.days(until: end)
    return days > 0 && (isReckoned || end != today) ? "P\(days)D" : nil
  }

  /// "since Monday", "from late Friday", "versus Friday's close": the move goes on to the story's day.
  private func since(_ index: Int, before end: Int) -> Read? {
    var next = index + 1
    let isSince = words.key(index) == Self.since
    while next < end, next < index + 5, isSince || words.is(next, Self.beforeDays) {
      if words.date(at: next, before: end, toward: .past) != nil { break }
      next += 1
    }
    guard next < min(end, index + 5), let date = words.date(at: next, before: end, toward: .past) else { return nil }
    return Read(time: MoveTime(window: days(from: date.day, to: today)), end: date.range.upperBound)
  }

  /// "from November 10, 2021 to June 18, 2022", "between 9 and 12 May 2022"
  private func stretch(at index: Int, before end: Int) -> Read? {
    guard words.key(index) == Self.from || words.key(index) == Self.between, index + 3 < end else { return nil }
    if let day = words.integer(at: index + 1), (1...31).contains(day), words.is(index + 2, Self.links),
      let last = words.date(at: index + 3, before: end, toward: .past), last.isCalendarDate,
      let first = CalendarDay(year: last.day.year, month: last.day.month, day: day), first < last.day
    {
      return Read(time: MoveTime(window: days(from: first, to: last.day), day: last.day), end: last.range.upperBound)
    }
    guard let first = words.date(at: index + 1, before: end, toward: .past) else { return nil }
    let link = words.isMark(first.range.upperBound, ",") ? first.range.upperBound + 1 : first.range.upperBound
    guard words.is(link, Self.links), let last = words.date(at: link + 1, before: end, toward: .past),
      last.isCalendarDate == first.isCalendarDate
    else { return nil }
    guard isReckoned || Self.hasYear(last, words) else { return Read(time: MoveTime(), end: last.range.upperBound) }
    var start = first.day
    // "April 20 to April 30, 2021": one year for both.
    if !Self.hasYear(first, words), Self.hasYear(last, words), start > last.day {
      start = CalendarDay(year: last.day.year, month: start.month, day: start.day) ?? start
    }
    if start >= last.day { start = first.isCalendarDate ? start.adding(months: -12) : start.adding(days: -7) }
    guard start < last.day else { return nil }
    return Read(time: MoveTime(window: days(from: start, to: last.day), day: last.day), end: last.range.upperBound)
  }

  /// "in Q2", "in the second quarter of 2024", "the first half": a period that has ended gives its last day.
  private func quarter(at index: Int, before end: Int) -> Read? {
    var next = index + 1
    var months = 3
    let number: Int
    if let quarter = Self.quarterNames[words.key(index)] {
      number = quarter
    } else if let half = Self.halfNames[words.key(index)] {
      number = half
      months = 6
    } else if let ordinal = Self.ordinals[words.key(index)] {
      if words.isMark(next, "-") { next += 1 }
      if words.key(next) == Self.half, ordinal <= 2 { months = 6 } else if words.key(next) != Self.quarter { return nil }
      next += 1
      number = ordinal
      // "the first half of July"
      if words.key(next) == DateWords.of, words.tokens[safe: next + 1].map({ DateWords.months[$0.key] != nil }) == true { return nil }
    } else {
      return nil
    }
    if words.key(next) == DateWords.of { next += 1 }
    var year: Int?
    if let told = words.integer(at: next), (1990...2100).contains(told) {
      year = told
      next += 1
    }
    let window = months == 3 ? "1q" : "P6M"
    let last = number * months
    func lastDay(_ year: Int) -> CalendarDay? {
      CalendarDay(year: year, month: last, day: CalendarDay.length(ofMonth: last, year: year))
    }
    let isCurrent = (today.month - 1) / months + 1 == number
    let day =
      year.flatMap(lastDay) ?? (isCurrent || !isReckoned ? nil : [today.year, today.year - 1].compactMap(lastDay).first { $0 < today })
    return Read(time: MoveTime(window: window, day: day.flatMap { $0 <= today ? $0 : nil }), end: next)
  }

  /// "ended 2022 down 64%", "finished June 2% up"
  private func ended(_ index: Int, before end: Int) -> Read? {
    let next = index + 1
    guard next < end else { return nil }
    if words.tokens[next].span.count == 4, let year = words.integer(at: next), (1990...2100).contains(year),
      let day = CalendarDay(year: year, month: 12, day: 31), day <= today
    {
      return Read(time: MoveTime(window: "1y", day: day), end: next + 1)
    }
    guard words.tokens[next].isCapitalised, let month = DateWords.months[words.key(next)], words.integer(at: next + 1) == nil else {
      return nil
    }
    let days = [today.year, today.year - 1].compactMap {
      CalendarDay(year: $0, month: month, day: CalendarDay.length(ofMonth: month, year: $0))
    }
    guard isReckoned, month != today.month, let day = days.first(where: { $0 <= today }) else { return nil }
    return Read(time: MoveTime(window: "1mo", day: day), end: next + 1)
  }
}
