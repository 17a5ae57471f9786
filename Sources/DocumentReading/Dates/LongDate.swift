import RegulatoryModel

/// A day as American documents print it, so that the rules which read prose find it: "June 4, 2025".
enum LongDate {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]

  static func text(_ day: CalendarDay) -> String {
    let (year, month, day) = day.components
    return "\(months[month - 1]) \(day), \(year)"
  }
}
