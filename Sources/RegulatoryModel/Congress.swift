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

  private static let kinds = [
    "hr": "H.R.", "s": "S.", "hres": "H.Res.", "sres": "S.Res.", "hjres": "H.J.Res.", "sjres": "S.J.Res.", "hconres": "H.Con.Res.",
    "sconres": "S.Con.Res.",
  ]

  /// "H.R. 4763 of the 118th Congress", of a bill of the House or Senate with a number; nil of others.
  package static func words(forBill id: String) -> String? {
    let parts = id.split(separator: "/")
    guard parts.count == 4, parts[0] == "us", let congress = Int(parts[1]), let kind = kinds[String(parts[2])] else { return nil }
    let ending =
      switch (congress % 100, congress % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return "\(kind) \(parts[3]) of the \(congress)\(ending) Congress"
  }
}
