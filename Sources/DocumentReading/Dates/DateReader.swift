import RegulatoryModel

/// Reads days as documents write them: "July 17, 2025", "17. Juli 2025", "2025-07-17", "17/07/2025", "20250717".
struct DateReader {
  /// How "03/04/2025" is meant; nil where nothing tells, and then it is no date.
  enum NumericOrder: Sendable { case monthFirst, dayFirst }

  var order: NumericOrder?

  struct Found {
    var day: CalendarDay
    /// Where it stands; a range ("July 17-18, 2025") is one date, its last.
    var range: Range<Int>
  }

  /// The first date in the line that begins before `limit`.
  func first(in line: Bytes, before limit: Int? = nil) -> Found? {
    var index = line.startIndex
    let end = min(limit ?? line.endIndex, line.endIndex)
    while index < end {
      let byte = line[index]
      guard byte.isDigit || byte.isASCIILetter || byte >= 0x80 else {
        index += 1
        continue
      }
      if let found = date(in: line, at: index) { return found }
      index = byte.isDigit ? Self.endOfDigits(line, index) : Self.endOfWord(line, index)
    }
    return nil
  }

  /// The date that begins exactly at `index`, which is the beginning of a word or number.
  func date(in line: Bytes, at index: Int) -> Found? {
    guard index < line.endIndex else { return nil }
    if line[index].isDigit {
      let end = Self.endOfDigits(line, index)
      switch end - index {
      case 4: return yearFirst(line, index, end)
      case 8: return compact(line, index, end)
      case 1, 2: return dayFirst(line, index, end) ?? numeric(line, index, end)
      default: return nil
      }
    }
    return monthFirst(line, index)
  }

  // MARK: Forms

  /// 2025-07-17, 2025/7/17, 2025.07.17, 2025_07_17, 2025年7月17日
  private func yearFirst(_ line: Bytes, _ start: Int, _ end: Int) -> Found? {
    guard let (separator, monthStart) = Self.separator(line, end) else { return nil }
    let monthEnd = Self.endOfDigits(line, monthStart)
    guard (1...2).contains(monthEnd - monthStart), let (second, dayStart) = Self.separator(line, monthEnd), second == separator else {
      return nil
    }
    let dayEnd = Self.endOfDigits(line, dayStart)
    guard (1...2).contains(dayEnd - dayStart) else { return nil }
    return found(
      line, Self.number(line, start, end), Self.number(line, monthStart, monthEnd), Self.number(line, dayStart, dayEnd), start, dayEnd)
  }

  /// 20250717
  private func compact(_ line: Bytes, _ start: Int, _ end: Int) -> Found? {
    found(line, Self.number(line, start, start + 4), Self.number(line, start + 4, start + 6), Self.number(line, start + 6, end), start, end)
  }

  /// 17 July 2025, 17. Juli 2025, 1er juillet 2025, 17 de julio de 2025, 17th of July, 2025, 17-Jul-2025
  private func dayFirst(_ line: Bytes, _ start: Int, _ end: Int) -> Found? {
    let day = Self.number(line, start, end)
    var index = Self.skipOrdinal(line, end)
    index = Self.skip(line, index, blanksAnd: [0x2D, 0x5F, 0x2F])
    index = Self.skipSmallWord(line, index)
    let monthEnd = Self.endOfLetters(line, index)
    guard let month = MonthName.month(line[index..<monthEnd]) else { return nil }
    index = Self.skip(line, monthEnd, blanksAnd: [0x2E, 0x2C, 0x2D, 0x5F, 0x2F])
    index = Self.skipSmallWord(line, index)
    guard let (year, yearEnd) = Self.year(line, index) else { return nil }
    return found(line, year, month, day, start, yearEnd)
  }

  /// July 17, 2025; Jul. 17 2025; July 17 (2025); July 17-18, 2025; July 17th, 2025
  private func monthFirst(_ line: Bytes, _ start: Int) -> Found? {
    let monthEnd = Self.endOfLetters(line, start)
    guard let month = MonthName.month(line[start..<monthEnd]) else { return nil }
    var index = Self.skip(line, monthEnd, blanksAnd: [0x2E, 0x2D, 0x5F])
    var dayEnd = Self.endOfDigits(line, index)
    guard (1...2).contains(dayEnd - index) else { return nil }
    var day = Self.number(line, index, dayEnd)
    index = Self.skipOrdinal(line, dayEnd)
    // The end of a range of days.
    if let second = Self.afterDash(line, index) {
      dayEnd = Self.endOfDigits(line, second)
      if (1...2).contains(dayEnd - second) {
        day = Self.number(line, second, dayEnd)
        index = Self.skipOrdinal(line, dayEnd)
      }
    }
    index = Self.skip(line, index, blanksAnd: [0x2C, 0x2E, 0x2D, 0x5F, 0x28])
    guard let (year, yearEnd) = Self.year(line, index) else { return nil }
    return found(line, year, month, day, start, yearEnd)
  }

  /// 17/07/2025, 07/17/2025, 17.07.2025, 17-07-2025
  private func numeric(_ line: Bytes, _ start: Int, _ end: Int) -> Found? {
    guard end < line.endIndex, [0x2F, 0x2E, 0x2D].contains(line[end]) else { return nil }
    let secondStart = end + 1
    let secondEnd = Self.endOfDigits(line, secondStart)
    guard (1...2).contains(secondEnd - secondStart), secondEnd < line.endIndex, line[secondEnd] == line[end] else { return nil }
    guard let (year, yearEnd) = Self.year(line, secondEnd + 1) else { return nil }
    let first = Self.number(line, start, end)
    let second = Self.number(line, secondStart, secondEnd)
    let dayComesFirst: Bool
    if first > 12 || line[end] == 0x2E {
      dayComesFirst = true
    } else if second > 12 {
      dayComesFirst = false
    } else if first == second {
      dayComesFirst = true
    } else if let order {
      dayComesFirst = order == .dayFirst
    } else {
      return nil
    }
    return found(line, year, dayComesFirst ? second : first, dayComesFirst ? first : second, start, yearEnd)
  }

  private func found(_ line: Bytes, _ year: Int, _ month: Int, _ day: Int, _ start: Int, _ end: Int) -> Found? {
    guard end == line.endIndex || !line[end].isDigit, start == line.startIndex || !line[start - 1].isDigit else { return nil }
    return CalendarDay(year: year, month: month, day: day).map { Found(day: $0, range: start..<end) }
  }

  // MARK: Pieces

  static func endOfDigits(_ line: Bytes, _ start: Int) -> Int {
    var index = start
    while index < line.endIndex, line[index].isDigit { index += 1 }
    return index
  }

  static func endOfLetters(_ line: Bytes, _ start: Int) -> Int {
    var index = start
    while index < line.endIndex, line[index].isASCIILetter || line[index] >= 0x80 { index += 1 }
    return index
  }

  private static func endOfWord(_ line: Bytes, _ start: Int) -> Int {
    var index = start
    while index < line.endIndex, line[index].isWordByte { index += 1 }
    return max(index, start + 1)
  }

  static func number(_ line: Bytes, _ start: Int, _ end: Int) -> Int {
    line[start..<end].reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }

  /// Four digits and no more, also with an apostrophe or bracket before them.
  private static func year(_ line: Bytes, _ start: Int) -> (Int, Int)? {
    let end = endOfDigits(line, start)
    return end - start == 4 ? (number(line, start, end), end) : nil
  }

  private static func skip(_ line: Bytes, _ start: Int, blanksAnd others: [UInt8]) -> Int {
    var index = start
    while index < line.endIndex, index - start < 4, line[index].isBlank || others.contains(line[index]) { index += 1 }
    return index
  }

  /// st, nd, rd, th, er, º, ª, or the German full stop, after a day.
  private static func skipOrdinal(_ line: Bytes, _ start: Int) -> Int {
    for suffix: StaticString in ["st", "nd", "rd", "th", "er"] where line.has(suffix, at: start) {
      let end = start + suffix.utf8CodeUnitCount
      if end == line.endIndex || !line[end].isASCIILetter { return end }
    }
    if start < line.endIndex, line[start] == 0x2E { return start + 1 }
    if start + 1 < line.endIndex, line[start] == 0xC2, [0xBA, 0xAA].contains(line[start + 1]) { return start + 2 }
    return start
  }

  /// "de", "del", "of" between the parts of a date.
  private static func skipSmallWord(_ line: Bytes, _ start: Int) -> Int {
    for word: StaticString in ["de ", "del ", "of ", "van "] where line.has(word, at: start) { return start + word.utf8CodeUnitCount }
    return start
  }

  /// What follows a hyphen or dash, with or without blanks; nil where there is none.
  private static func afterDash(_ line: Bytes, _ start: Int) -> Int? {
    var index = skip(line, start, blanksAnd: [])
    if index < line.endIndex, line[index] == 0x2D {
      index += 1
    } else if index + 2 < line.endIndex, line[index] == 0xE2, line[index + 1] == 0x80, [0x93, 0x94].contains(line[index + 2]) {
      index += 3
    } else {
      return nil
    }
    return skip(line, index, blanksAnd: [])
  }

  /// A separator between the numbers of a date, and where the next number begins.
  private static func separator(_ line: Bytes, _ start: Int) -> (kind: UInt8, next: Int)? {
    guard start < line.endIndex else { return nil }
    if [0x2D, 0x2F, 0x2E, 0x5F].contains(line[start]) { return (line[start], start + 1) }
    // 年 and 月
    let character = Array(line[start...].prefix(3))
    return character == [0xE5, 0xB9, 0xB4] || character == [0xE6, 0x9C, 0x88] ? (0, start + 3) : nil
  }
}
