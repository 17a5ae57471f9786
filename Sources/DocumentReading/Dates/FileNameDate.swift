import RegulatoryModel

/// The date in a file's name: `2025-07-17-title`, `pr_20250717`, `2025_07_17`, `17-Jul-2025`; a month alone is its first day.
enum FileNameDate {
  struct Found: Sendable {
    var day: CalendarDay
    var isMonthOnly: Bool
  }

  static func date(in name: String, bounds: DateBounds) -> Found? {
    // Most names have no digits at all.
    let bytes = Array(name.utf8)[...]
    guard bytes.contains(where: \.isDigit) else { return nil }
    var month: Found?
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index].isDigit || bytes[index].isASCIILetter, index == bytes.startIndex || !sameClass(bytes[index - 1], bytes[index])
      else {
        index += 1
        continue
      }
      if let found = DateReader().date(in: bytes, at: index), bounds.contains(found.day) {
        return Found(day: found.day, isMonthOnly: false)
      }
      if month == nil, let day = monthOnly(bytes, index), bounds.contains(day) { month = Found(day: day, isMonthOnly: true) }
      index += 1
    }
    return month
  }

  /// 2025-07, 2025_07, and no digit after it.
  private static func monthOnly(_ bytes: Bytes, _ start: Int) -> CalendarDay? {
    let end = DateReader.endOfDigits(bytes, start)
    guard end - start == 4, end < bytes.endIndex, [0x2D, 0x5F, 0x2E].contains(bytes[end]) else { return nil }
    let monthEnd = DateReader.endOfDigits(bytes, end + 1)
    guard monthEnd - end == 3 else { return nil }
    return CalendarDay(year: DateReader.number(bytes, start, end), month: DateReader.number(bytes, end + 1, monthEnd), day: 1)
  }

  private static func sameClass(_ left: UInt8, _ right: UInt8) -> Bool {
    left.isDigit && right.isDigit || left.isASCIILetter && right.isASCIILetter
  }
}
