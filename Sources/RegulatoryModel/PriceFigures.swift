import Foundation

/// A change from one close to a later one. Its size is a simple percentage, not a logarithm.
package struct PriceChange: Sendable, Hashable {
  package var from: PriceSeries.Close
  package var to: PriceSeries.Close
  package init(from: PriceSeries.Close, to: PriceSeries.Close) {
    self.from = from
    self.to = to
  }

  /// Signed hundredths of a percent, rounded half away from zero.
  package var basisPoints: Int { BasisPoints.change(from: from.price, to: to.price) }
  package var days: Int { from.day.days(until: to.day) }
}

/// What daily closing prices amount to: changes, volatility, falls from a peak. Pure; each in proportion to the number of closes.
package struct PriceFigures: Sendable {
  private let closes: [PriceSeries.Close]

  package init(_ series: PriceSeries) { closes = series.closes }

  package var last: PriceSeries.Close? { closes.last }

  /// From the last close to that of so many days before; where that day is missing, to a close of up to `slack` days earlier.
  package func change(overDays days: Int, slack: Int = 0) -> PriceChange? {
    guard let last else { return nil }
    return change(since: last.day.adding(days: -days), slack: slack)
  }

  /// Since the last close of the year before, which may be missing by up to three days.
  package var changeThisYear: PriceChange? {
    guard let last, let newYear = CalendarDay(year: last.day.year, month: 1, day: 1) else { return nil }
    return change(since: newYear.adding(days: -1), slack: 3)
  }

  private func change(since day: CalendarDay, slack: Int) -> PriceChange? {
    guard let last, let from = closes.last(where: { $0.day <= day }), from.day.days(until: day) <= slack else { return nil }
    return PriceChange(from: from, to: last)
  }

  // MARK: Volatility

  /// Realised volatility: the standard deviation (n − 1) of daily log returns × √365.
  package struct Volatility: Sendable, Equatable {
    /// 0.52 is 52 % a year.
    package var annual: Double
    /// How many daily returns it is made from.
    package var returns: Int
  }

  /// Over the last so many days; nil where more than a tenth of their returns are missing.
  package func volatility(overDays days: Int) -> Volatility? {
    guard let last else { return nil }
    let start = last.day.adding(days: -days)
    let returns = DailyReturn.all(of: closes.drop { $0.day < start }).map(\.log)
    guard returns.count >= 2, returns.count * 10 >= days * 9 else { return nil }
    let mean = returns.reduce(0, +) / Double(returns.count)
    let squares = returns.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Volatility(annual: (squares / Double(returns.count - 1) * 365).squareRoot(), returns: returns.count)
  }

  // MARK: Falls

  /// From the highest close to the last one; nil where the last is the highest.
  package var currentFall: PriceChange? {
    guard let last, let peak = closes.max(by: { $0.price < $1.price }), peak.price > last.price else { return nil }
    return PriceChange(from: peak, to: last)
  }

  /// The largest fall, in proportion, from a close to a later one (maximum drawdown); nil where no close is below an earlier one.
  package var largestFall: PriceChange? {
    guard var peak = closes.first else { return nil }
    var worst: PriceChange?
    var least = 1.0
    for close in closes {
      if close.price > peak.price { peak = close }
      let ratio = close.price / peak.price
      if ratio < least {
        least = ratio
        worst = PriceChange(from: peak, to: close)
      }
    }
    return worst
  }
}

/// The change from a close to that of the day after it. Closes with a day missing between them give none.
package struct DailyReturn: Sendable {
  package var change: PriceChange
  /// The natural logarithm of the quotient of the two prices.
  package var log: Double

  static func all(of closes: some Sequence<PriceSeries.Close>) -> [DailyReturn] {
    var returns: [DailyReturn] = []
    var before: PriceSeries.Close?
    for close in closes {
      if let before, before.day.days(until: close.day) == 1 {
        returns.append(DailyReturn(change: PriceChange(from: before, to: close), log: Foundation.log(close.price / before.price)))
      }
      before = close
    }
    return returns
  }
}
