import RegulatoryModel

/// Days as lists and lines show them.
package enum DateText {
  /// `20 Nov`; with the year where it is not this year's.
  package static func short(_ day: CalendarDay, today: CalendarDay) -> String {
    let (year, month, number) = day.components
    let base = "\(number) \(CalendarDay.monthNames[month - 1])"
    return year == today.year ? base : "\(base) \(year)"
  }

  /// The same, or month and year, where the year leaves no room for the day.
  package static func short(_ day: CalendarDay, today: CalendarDay, width: Int) -> String {
    let full = short(day, today: today)
    return full.count <= width ? full : "\(CalendarDay.monthNames[day.month - 1]) \(day.year)"
  }

  /// `Fri 20 Nov`; "today" and "yesterday" in words.
  package static func spoken(_ day: CalendarDay, today: CalendarDay) -> String {
    switch day.days(until: today) {
    case 0: "today"
    case 1: "yesterday"
    default: "\(CalendarDay.weekdayNames[day.weekday]) \(short(day, today: today))"
    }
  }

  /// `12 s`, `3 min`, `2 h`.
  package static func duration(seconds: Int) -> String {
    seconds < 90 ? "\(max(0, seconds)) s" : seconds < 5_400 ? "\((seconds + 30) / 60) min" : "\((seconds + 1_800) / 3_600) h"
  }
}
