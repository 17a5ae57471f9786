import RegulatoryModel

/// The days that a document can have been issued on: 1990 to two years after its file was last changed.
struct DateBounds: Sendable {
  private let range: ClosedRange<CalendarDay>

  init(modified: CalendarDay) {
    let first = CalendarDay(daysSinceEpoch: 7305)  // 1990-01-01
    // Archives and build systems stamp files with 1970 or 1980: such a time says nothing.
    let last = modified.year < 1990 ? CalendarDay(daysSinceEpoch: 47_482) : modified.adding(months: 24)  // 2100-01-01
    range = first...max(first, last)
  }

  func contains(_ day: CalendarDay) -> Bool { range.contains(day) }
}
