import RegulatoryModel

/// The prices of one asset as they are gathered: of each day the last one. Memory grows with the days, not with the rows.
struct DayPrices {
  struct Day {
    var day: CalendarDay
    /// Of the latest price of the day.
    var seconds: Int64
    var price: Double
    /// How many moments of the day have a price.
    var count: Int
  }

  private(set) var days: [Day] = []
  private var places: [CalendarDay: Int] = [:]
  /// The place of the day that the row before was of: rows mostly stand in order.
  private var recent = 0

  mutating func add(_ moment: PriceMoment, _ price: Double, line: Int, faults: inout PriceFaults) {
    let day = moment.day
    guard let place = place(of: day) else {
      recent = days.count
      places[day] = days.count
      days.append(Day(day: day, seconds: moment.seconds, price: price, count: 1))
      return
    }
    recent = place
    if moment.seconds == days[place].seconds {
      faults.add(price == days[place].price ? .sameAgain : .otherPrice, line: line)
      days[place].price = price
    } else {
      days[place].count += 1
      guard moment.seconds > days[place].seconds else { return }
      days[place].seconds = moment.seconds
      days[place].price = price
    }
  }

  private func place(of day: CalendarDay) -> Int? {
    if recent < days.count, days[recent].day == day { return recent }
    return places[day]
  }
}

/// One asset's prices in order, with what is to be said of how they stand in time.
struct PriceTimeline {
  let closes: [PriceSeries.Close]
  /// "daily", "hourly", "every 5 minutes", "weekly".
  let interval: String
  /// Whether there are several prices a day.
  let isIntraday: Bool
  /// Days that are missing, and a last day that is not over.
  let notes: [String]

  /// - Parameter prices: at least one day.
  init(_ prices: DayPrices) {
    var days = prices.days.sorted { $0.day < $1.day }
    let perDay = Self.median(days.map(\.count))
    isIntraday = perDay > 1
    var notes: [String] = []
    if perDay > 1, days.count > 1, let last = days.last, last.count < perDay {
      let second = last.seconds - Int64(last.day.daysSinceEpoch) * 86_400
      if second + Int64(86_400 * 3 / 2 / perDay) < 86_400 {
        days.removeLast()
        notes.append("\(last.day) ends at \(Self.clock(second)) UTC and is left out, since its closing price is not known")
      }
    }
    closes = days.map { PriceSeries.Close(day: $0.day, price: $0.price) }
    let steps = zip(days, days.dropFirst()).map { $0.day.days(until: $1.day) }
    let step = Self.median(steps)
    interval = perDay > 1 ? Self.interval(perDay: perDay) : Self.interval(days: step)
    if step == 1 {
      // Exchanges close at weekends, and their files have no such days.
      let hasWeekends = days.contains { $0.day.weekday >= 5 } || days.count < 10
      if let note = Self.gaps(days.map(\.day), hasWeekends: hasWeekends) { notes.append(note) }
    }
    self.notes = notes
  }

  private static func gaps(_ days: [CalendarDay], hasWeekends: Bool) -> String? {
    var missing = 0
    var gaps = 0
    var first: (from: CalendarDay, to: CalendarDay)?
    for (day, next) in zip(days, days.dropFirst()) where day.days(until: next) > 1 {
      let lacking = (1..<day.days(until: next)).filter { hasWeekends || day.adding(days: $0).weekday < 5 }.count
      guard lacking > 0 else { continue }
      missing += lacking
      gaps += 1
      if first == nil { first = (day, next) }
    }
    guard let first else { return nil }
    return (missing == 1 ? "1 day is missing" : "\(missing) days are missing")
      + (gaps == 1 ? ", between \(first.from) and \(first.to)" : " in \(gaps) places, the first between \(first.from) and \(first.to)")
  }

  /// The upper median; 0 for none.
  private static func median(_ values: [Int]) -> Int { values.isEmpty ? 0 : values.sorted()[values.count / 2] }

  private static func interval(perDay: Int) -> String {
    switch perDay {
    case 1440: "every minute"
    case 24: "hourly"
    case 2: "twice a day"
    case _ where 1440 % perDay == 0 && perDay > 24: "every \(1440 / perDay) minutes"
    case _ where 24 % perDay == 0: "every \(24 / perDay) hours"
    default: "about \(perDay) prices a day"
    }
  }

  private static func interval(days: Int) -> String {
    switch days {
    case 0, 1: "daily"
    case 7: "weekly"
    case 28...31: "monthly"
    default: "every \(days) days"
    }
  }

  private static func clock(_ second: Int64) -> String {
    let (hour, minute) = (second / 3600, second / 60 % 60)
    return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }
}
