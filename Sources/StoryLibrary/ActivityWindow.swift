import QueryLanguage
import RegulatoryModel

/// The twelve spans of time that activity is counted in.
struct ActivityWindow: Equatable, Sendable {
  static let bucketCount = 12
  /// Where a day before or after the window is counted.
  static let outside = 12
  /// A story dated further ahead than this is a mistake, or a deadline taken for a date; it must not push the present out of sight.
  static let furthestAhead = 31

  let bucket: ActivityBucket
  /// The first day of each bucket.
  let starts: [CalendarDay]
  /// The last day of the last one.
  let end: CalendarDay
  /// The bucket of each day from the first start to the end.
  private let table: [UInt8]

  /// - Parameter dates: of all stories, ascending, in days since 1970.
  init(dates: some RandomAccessCollection<Int32>, today: CalendarDay) {
    let limit = today.adding(days: Self.furthestAhead).daysSinceEpoch
    // The newest story that is not too far ahead: the last place whose date is within the limit.
    var low = dates.startIndex
    var count = dates.count
    while count > 0 {
      let half = count / 2
      let middle = dates.index(low, offsetBy: half)
      if dates[middle] <= limit {
        low = dates.index(after: middle)
        count -= half + 1
      } else {
        count = half
      }
    }
    let newest = low == dates.startIndex ? today.daysSinceEpoch : dates[dates.index(before: low)]
    let end = CalendarDay(daysSinceEpoch: max(newest, today.daysSinceEpoch))
    let oldest = min(dates.first.map { CalendarDay(daysSinceEpoch: $0) } ?? end, end)
    let bucket: ActivityBucket =
      if oldest.days(until: end) < Self.bucketCount { .day } else if oldest >= end.adding(months: -6) { .week } else { .month }
    self.init(bucket: bucket, end: end)
  }

  init(bucket: ActivityBucket, end: CalendarDay) {
    self.bucket = bucket
    self.end = end
    // A bucket begins on the day after the end of the one before.
    starts = (0..<Self.bucketCount).map { index in
      let back = Self.bucketCount - index
      return switch bucket {
      case .day: end.adding(days: 1 - back)
      case .week: end.adding(days: 1 - 7 * back)
      case .month: end.adding(months: -back).adding(days: 1)
      }
    }
    var table: [UInt8] = []
    for (index, start) in starts.enumerated() {
      let next = index + 1 < starts.count ? starts[index + 1] : end.adding(days: 1)
      table += Array(repeating: UInt8(index), count: max(0, start.days(until: next)))
    }
    self.table = table
  }

  /// The bucket of a day, or `outside`.
  @inline(__always)
  func index(of date: Int32) -> Int {
    let offset = Int(date) - Int(starts[0].daysSinceEpoch)
    return offset >= 0 && offset < table.count ? Int(table[offset]) : Self.outside
  }

  /// The same for a walk over very many days.
  func withTable<Result>(_ body: (_ first: Int, _ table: UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    table.withUnsafeBufferPointer { body(Int(starts[0].daysSinceEpoch), $0) }
  }
}
