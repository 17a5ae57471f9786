/// A daily move that was large for its asset: the rule by which price files give volatility notes.
///
/// Large is a log return of at least `threshold` times the usual daily move, and a change of at least `leastBasisPoints`. The usual daily
/// move is 1.4826 × the median size of the daily log returns of the 180 days before (for normally distributed returns that is their
/// standard deviation, but a few large moves don't raise it); early in a file, of its first 180. Measured on histories whose large days are
/// known, ordinary days stay below 2.6 times and the large ones begin at 5.0.
package struct LargeMove: Sendable, Hashable {
  package var change: PriceChange
  /// A log return, 0.0164; 0 where half of the days did not move at all.
  package var usual: Double
  /// How many times the usual daily move it was; nil where that is 0.
  package var times: Double?

  package static let threshold = 4.0
  package static let leastBasisPoints = 100
  package static let window = 180
  /// With fewer daily returns nothing is called large.
  package static let leastReturns = 30

  /// The large moves, by day; nil where there are too few daily returns to say what is usual.
  package static func all(in series: PriceSeries) -> [LargeMove]? {
    let returns = DailyReturn.all(of: series.closes)
    guard returns.count >= leastReturns else { return nil }
    var sorted = SortedWindow(returns.prefix(window).map { abs($0.log) })
    var moves: [LargeMove] = []
    for (index, entry) in returns.enumerated() {
      if index > window {
        sorted.remove(abs(returns[index - window - 1].log))
        sorted.insert(abs(returns[index - 1].log))
      }
      // Most days are out at a glance.
      guard abs(entry.change.to.price / entry.change.from.price - 1) >= Double(leastBasisPoints - 1) / 10_000 else { continue }
      let usual = 1.4826 * sorted.median
      let size = abs(entry.log)
      guard size >= threshold * usual, abs(entry.change.basisPoints) >= leastBasisPoints else { continue }
      moves.append(LargeMove(change: entry.change, usual: usual, times: usual > 0 ? size / usual : nil))
    }
    return moves
  }
}

/// Numbers kept in order, for the median of a moving window.
private struct SortedWindow {
  private var values: [Double]

  init(_ values: [Double]) { self.values = values.sorted() }

  mutating func insert(_ value: Double) { values.insert(value, at: place(of: value)) }

  mutating func remove(_ value: Double) {
    let place = place(of: value)
    if place < values.count { values.remove(at: place) }
  }

  /// The index of the first number that is not below the value.
  private func place(of value: Double) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// 0 for none.
  var median: Double {
    guard !values.isEmpty else { return 0 }
    let half = values.count / 2
    return values.count % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2
  }
}
