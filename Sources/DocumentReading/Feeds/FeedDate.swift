import RegulatoryModel

/// The day of a date as feeds and exports write it: RFC 822 and W3C with their usual mistakes, seconds since 1970, and what `DateReader` knows.
///
/// The day is the one that is written, in the writer's own time zone; for seconds since 1970 it is that of UTC.
struct FeedDate {
  /// How "03/04/2025" is meant.
  var order: DateReader.NumericOrder?
  var bounds: DateBounds

  /// Nil where it can't be read, or isn't a day on which a document may have been issued.
  func day(_ value: Bytes) -> CalendarDay? {
    let line = value.trimmed.prefix(100)
    guard !line.isEmpty else { return nil }
    let found =
      Self.number(line) ?? DateReader(order: order).first(in: line)?.day ?? Self.shortYear(line) ?? Self.yearLast(line)
      ?? Self.partial(line)
    return found.flatMap { bounds.contains($0) ? $0 : nil }
  }

  /// What a column of numeric dates says of its order: the first number beyond 12.
  static func order(of value: Bytes) -> DateReader.NumericOrder? {
    guard let (first, second) = numericParts(value) else { return nil }
    return first > 12 ? .dayFirst : second > 12 ? .monthFirst : nil
  }

  /// Whether the value is a date such as 03/04/2025, which may be read both ways.
  static func isAmbiguous(_ value: Bytes) -> Bool {
    guard let (first, second) = numericParts(value) else { return false }
    return first <= 12 && second <= 12 && first != second
  }

  private static func numericParts(_ value: Bytes) -> (Int, Int)? {
    let parts = value.trimmed.prefix(10).split(maxSplits: 2, omittingEmptySubsequences: false) { $0 == 0x2F || $0 == 0x2D }
    guard parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, let first = Int(parts[0].text), let second = Int(parts[1].text)
    else { return nil }
    return (first, second)
  }

  // MARK: Forms

  /// Digits alone: seconds, milliseconds, microseconds or nanoseconds since 1970; 20250717, 20250717120000, 2025.
  private static func number(_ line: Bytes) -> CalendarDay? {
    let digits = line.prefix { $0.isDigit }
    let rest = line[digits.endIndex...]
    guard rest.isEmpty || rest.first == 0x2E && rest.dropFirst().allSatisfy(\.isDigit), let value = Int(digits.text) else {
      // 20250717120000Z
      guard digits.count == 14 else { return nil }
      return compact(digits)
    }
    switch digits.count {
    case 4: return rest.isEmpty ? CalendarDay(year: value, month: 1, day: 1) : nil
    case 6: return rest.isEmpty ? CalendarDay(year: value / 100, month: value % 100, day: 1) : nil
    case 8: return compact(digits)
    case 9, 10: return CalendarDay(daysSinceEpoch: Int32(clamping: value / 86400))
    case 12, 13: return CalendarDay(daysSinceEpoch: Int32(clamping: value / 86_400_000))
    case 14: return compact(digits)
    case 15, 16: return CalendarDay(daysSinceEpoch: Int32(clamping: value / 86_400_000_000))
    case 18, 19: return CalendarDay(daysSinceEpoch: Int32(clamping: value / 86_400_000_000_000))
    default: return nil
    }
  }

  private static func compact(_ digits: Bytes) -> CalendarDay? {
    guard let value = Int(digits.prefix(8).text) else { return nil }
    return CalendarDay(year: value / 10000, month: value / 100 % 100, day: value % 100)
  }

  /// "Thu, 01 Jan 04 19:48:21 GMT", "01-Jan-04": the year in two digits.
  private static func shortYear(_ line: Bytes) -> CalendarDay? {
    let words = line.split { $0.isSpace || $0 == 0x2C || $0 == 0x2D }
    for place in words.indices.dropLast(2).prefix(3) {
      guard words[place].count <= 2, let day = Int(words[place].text), let month = MonthName.month(words[place + 1].trimmedStop),
        words[place + 2].count == 2, let year = Int(words[place + 2].text)
      else { continue }
      return CalendarDay(year: year < 70 ? 2000 + year : 1900 + year, month: month, day: day)
    }
    return nil
  }

  /// "Sun Jan 04 16:29:06 PST 2004", as C writes it.
  private static func yearLast(_ line: Bytes) -> CalendarDay? {
    let words = line.split { $0.isSpace || $0 == 0x2C }
    guard words.count >= 4, let last = words.last, last.count == 4, let year = Int(last.text) else { return nil }
    for place in words.indices.dropLast(2).prefix(2) {
      if let month = MonthName.month(words[place].trimmedStop), words[place + 1].count <= 2, let day = Int(words[place + 1].text) {
        return CalendarDay(year: year, month: month, day: day)
      }
      if words[place].count <= 2, let day = Int(words[place].text), let month = MonthName.month(words[place + 1].trimmedStop) {
        return CalendarDay(year: year, month: month, day: day)
      }
    }
    return nil
  }

  /// "2003-12" is its first day; "2003-335" the day of that number in the year.
  private static func partial(_ line: Bytes) -> CalendarDay? {
    let parts = line.prefix { $0.isDigit || $0 == 0x2D }.split(separator: 0x2D)
    guard parts.count == 2, parts[0].count == 4, let year = Int(parts[0].text), let second = Int(parts[1].text) else { return nil }
    if parts[1].count == 2 { return CalendarDay(year: year, month: second, day: 1) }
    guard parts[1].count == 3, (1...366).contains(second) else { return nil }
    return CalendarDay(year: year, month: 1, day: 1)?.adding(days: second - 1)
  }
}

extension Bytes {
  /// Without the full stop of an abbreviation.
  fileprivate var trimmedStop: Bytes { last == 0x2E ? dropLast() : self }
}
