import QueryLanguage
import RegulatoryModel

/// A span of days as it stands for a person on a given day.
struct ResolvedDays: Equatable {
  /// Both ends included; nil where the span as written is no day at all (month 13).
  let days: ClosedRange<CalendarDay>?

  private static let earliest = CalendarDay(daysSinceEpoch: StoryChunk.absent + 1)
  private static let latest = CalendarDay(daysSinceEpoch: Int32.max)

  init(_ span: DaySpan, today: CalendarDay) {
    let lower = Self.day(span.from, isLower: true, today: today)
    let upper = Self.day(span.to, isLower: false, today: today)
    days = if let lower, let upper, lower <= upper { lower...upper } else { nil }
  }

  private static func day(_ edge: DaySpan.Edge, isLower: Bool, today: CalendarDay) -> CalendarDay? {
    switch edge {
    case .open: isLower ? earliest : latest
    case .today: today
    case .yesterday: today.adding(days: -1)
    case .ago(let count, let unit):
      switch unit {
      case .days: today.adding(days: -count)
      case .weeks: today.adding(days: -7 * count)
      case .months: today.adding(months: -count)
      case .years: today.adding(months: -12 * count)
      }
    case .day(let year, let month?, let day?): CalendarDay(year: year, month: month, day: day)
    case .day(let year, let month?, nil):
      CalendarDay(year: year, month: month, day: isLower || !(1...12).contains(month) ? 1 : CalendarDay.length(ofMonth: month, year: year))
    case .day(let year, nil, _): isLower ? CalendarDay(year: year, month: 1, day: 1) : CalendarDay(year: year, month: 12, day: 31)
    }
  }
}
