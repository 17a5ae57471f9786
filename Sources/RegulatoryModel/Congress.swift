/// The Congresses of the United States: two years each, from noon on 3 January of an odd year (20th Amendment, section 2).
package enum Congress {
  /// The number of the Congress that sits on a day.
  package static func number(on day: CalendarDay) -> Int {
    let (year, month, date) = day.components
    let sitting = month == 1 && date < 3 ? year - 1 : year
    return (sitting - 1789) / 2 + 1
  }

  /// Whether a bill of the House or Senate can no longer become law because its Congress has ended. False for all other bills.
  ///
  /// - Parameter id: as in `BillFinding.id`, `us/118/hr/4763`.
  package static func hasLapsed(bill id: String, on day: CalendarDay) -> Bool {
    let parts = id.split(separator: "/", maxSplits: 2)
    guard parts.count == 3, parts[0] == "us", let congress = Int(parts[1]) else { return false }
    return congress < number(on: day)
  }
}
