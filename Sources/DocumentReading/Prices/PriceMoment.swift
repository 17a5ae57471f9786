import RegulatoryModel

/// The moment of a price, in UTC.
struct PriceMoment: Equatable {
  /// Since 1970.
  var seconds: Int64
  /// Whether the file gives a time of day; else it is the day's beginning.
  var hasTime: Bool

  var day: CalendarDay { CalendarDay(secondsSinceEpoch: seconds) }

  typealias Field = UnsafeBufferPointer<UInt8>.SubSequence

  /// What the dates of a column say about the order of day and month in "01/02/2024".
  struct Evidence {
    private(set) var dayFirst = 0
    private(set) var monthFirst = 0
    private(set) var ambiguous = 0
    private var hasSlash = false

    mutating func look(at field: Field) {
      guard field.count >= 6, field[field.startIndex].isDigit, let parts = NumericDate(field), !parts.isYearFirst else { return }
      if parts.first > 12, parts.second <= 12 {
        dayFirst += 1
      } else if parts.second > 12, parts.first <= 12 {
        monthFirst += 1
      } else if parts.first != parts.second {
        ambiguous += 1
      }
      if parts.separator == 0x2F { hasSlash = true }
    }

    /// The order of most dates that have only one reading; else the publisher's; else month first with slashes, day first without.
    func order(publisher: DateReader.NumericOrder?) -> (order: DateReader.NumericOrder, isGuess: Bool) {
      if dayFirst != monthFirst { return (dayFirst > monthFirst ? .dayFirst : .monthFirst, false) }
      if let publisher { return (publisher, false) }
      return (hasSlash ? .monthFirst : .dayFirst, ambiguous > 0)
    }
  }

  /// Three numbers with the same sign between them.
  private struct NumericDate {
    var first = 0
    var second = 0
    var third = 0
    var separator: UInt8
    var isYearFirst: Bool
    /// Where the date ends.
    var end: Int

    init?(_ field: Field) {
      var index = field.startIndex
      guard let a = Self.number(field, &index), index < field.endIndex else { return nil }
      separator = field[index]
      guard [0x2D, 0x2F, 0x2E].contains(separator) else { return nil }
      index += 1
      guard let b = Self.number(field, &index), index < field.endIndex, field[index] == separator else { return nil }
      index += 1
      guard let c = Self.number(field, &index) else { return nil }
      guard b.digits <= 2, a.digits == 4 && c.digits <= 2 || a.digits <= 2 && (c.digits == 4 || c.digits == 2) else { return nil }
      (first, second, third) = (a.value, b.value, c.digits == 2 && a.digits <= 2 ? 2000 + c.value : c.value)
      isYearFirst = a.digits == 4
      end = index
    }

    private static func number(_ field: Field, _ index: inout Int) -> (value: Int, digits: Int)? {
      let start = index
      var value = 0
      while index < field.endIndex, index - start < 5, field[index].isDigit {
        value = value * 10 + Int(field[index] & 0x0F)
        index += 1
      }
      return index > start ? (value, index - start) : nil
    }

    func day(_ order: DateReader.NumericOrder) -> CalendarDay? {
      if isYearFirst { return CalendarDay(year: first, month: second, day: third) }
      return order == .dayFirst
        ? CalendarDay(year: third, month: second, day: first) : CalendarDay(year: third, month: first, day: second)
    }
  }

  /// Days on which a price can have been: nobody wrote down prices before 1970 in these formats, and none has those after 2100.
  private static let years: ClosedRange<Int64> = 0...4_102_444_800

  /// Reads `2024-01-31`, `2024-01-31T23:59:59.999Z`, `31.01.2024 12:00`, `Jan 31, 2024`, `20240131`, and seconds, milli-, micro- or
  /// nanoseconds since 1970; nil where it is no moment from 1970 to 2099.
  init?(_ field: Field, order: DateReader.NumericOrder) {
    guard let first = field.first, field.count <= 64 else { return nil }
    if first.isDigit {
      if let parts = NumericDate(field) {
        guard let day = parts.day(order) else { return nil }
        self.init(day, timeIn: field[parts.end...])
      } else if let stamp = Self.stamp(field) {
        self = stamp
      } else {
        self.init(named: field)
      }
    } else {
      self.init(named: field)
    }
    guard Self.years.contains(seconds) else { return nil }
  }

  private init?(named field: Field) {
    let bytes = Array(field)[...]
    guard bytes.contains(where: \.isASCIILetter), let found = DateReader(order: nil).date(in: bytes, at: 0) else { return nil }
    self.init(found.day, timeIn: field[(field.startIndex + found.range.upperBound)...])
  }

  /// Digits alone, perhaps with a fraction: a day without signs between, or a time since 1970 by its size.
  private static func stamp(_ field: Field) -> PriceMoment? {
    var value: Int64 = 0
    var index = field.startIndex
    while index < field.endIndex, field[index].isDigit {
      guard index - field.startIndex < 19 else { return nil }
      value = value &* 10 &+ Int64(field[index] & 0x0F)
      index += 1
    }
    let digits = index - field.startIndex
    if index < field.endIndex {
      guard field[index] == 0x2E, field[(index + 1)...].allSatisfy(\.isDigit) else { return nil }
    }
    switch digits {
    case 8:
      guard let day = CalendarDay(year: Int(value / 10_000), month: Int(value / 100 % 100), day: Int(value % 100)) else { return nil }
      return PriceMoment(seconds: Int64(day.daysSinceEpoch) * 86_400, hasTime: false)
    case 9, 10: return PriceMoment(seconds: value, hasTime: true)
    case 12, 13: return PriceMoment(seconds: value / 1000, hasTime: true)
    case 15, 16: return PriceMoment(seconds: value / 1_000_000, hasTime: true)
    case 18, 19: return PriceMoment(seconds: value / 1_000_000_000, hasTime: true)
    default: return nil
    }
  }

  init(seconds: Int64, hasTime: Bool) {
    self.seconds = seconds
    self.hasTime = hasTime
  }

  /// A day and what follows it: nothing, or a time of day, perhaps with AM or PM, and a zone.
  private init?(_ day: CalendarDay, timeIn rest: Field) {
    seconds = Int64(day.daysSinceEpoch) * 86_400
    hasTime = false
    var index = rest.startIndex
    func skipBlanks() { while index < rest.endIndex, rest[index].isBlank || rest[index] == 0x2C { index += 1 } }
    func number() -> Int64? {
      guard index < rest.endIndex, rest[index].isDigit else { return nil }
      var value = Int64(rest[index] & 0x0F)
      index += 1
      if index < rest.endIndex, rest[index].isDigit {
        value = value * 10 + Int64(rest[index] & 0x0F)
        index += 1
      }
      return value
    }
    func has(_ byte: UInt8) -> Bool { index < rest.endIndex && rest[index] == byte }
    skipBlanks()
    if has(0x54) || has(0x74) { index += 1 }
    guard index < rest.endIndex else { return }
    // "2024-01-31 12-PM" is an hour too.
    guard var hour = number(), hour < 25 else { return nil }
    hasTime = true
    var rests: Int64 = 0
    if has(0x3A) {
      index += 1
      guard let minute = number(), minute < 60 else { return nil }
      rests = minute * 60
      if has(0x3A) {
        index += 1
        guard let second = number(), second < 61 else { return nil }
        rests += second
        if has(0x2E) || has(0x2C) {
          index += 1
          while index < rest.endIndex, rest[index].isDigit { index += 1 }
        }
      }
    }
    skipBlanks()
    if has(0x2D), index + 1 < rest.endIndex, rest[index + 1].isASCIILetter { index += 1 }
    if index + 1 < rest.endIndex, rest[index + 1] | 0x20 == 0x6D, rest[index] | 0x20 == 0x61 || rest[index] | 0x20 == 0x70 {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (rest[index] | 0x20 == 0x70 ? 12 : 0)
      index += 2
      skipBlanks()
    }
    seconds += hour * 3600 + rests
    if index < rest.endIndex, rest[index].isASCIILetter {
      // A zone by another name than these would shift the day unseen.
      let zone = Array(rest[index...].prefix { $0.isASCIILetter })[...]
      guard zone.isSame(as: "z") || zone.isSame(as: "utc") || zone.isSame(as: "gmt") else { return nil }
      index += zone.count
    }
    guard index < rest.endIndex else { return }
    guard has(0x2B) || has(0x2D) else { return nil }
    let sign: Int64 = has(0x2D) ? 1 : -1
    index += 1
    guard let hours = number() else { return nil }
    if has(0x3A) { index += 1 }
    let minutes = index < rest.endIndex ? number() : 0
    guard let minutes, index == rest.endIndex, hours < 15, minutes < 60 else { return nil }
    seconds += sign * (hours * 3600 + minutes * 60)
  }
}
