import Glibc
import RegulatoryModel

/// The day it is for the person at the terminal.
enum Clock {
  /// The local day; with `SOURCE_DATE_EPOCH`, that moment's day in UTC, so that scripted output can be repeated
  /// (https://reproducible-builds.org/specs/source-date-epoch/).
  static func today() -> CalendarDay {
    if let fixed = getenv("SOURCE_DATE_EPOCH"), let seconds = Int64(String(cString: fixed)) {
      return CalendarDay(secondsSinceEpoch: seconds)
    }
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CalendarDay(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? CalendarDay(secondsSinceEpoch: Int64(now))
  }

  /// Milliseconds until the local day ends.
  static func millisecondsToMidnight() -> Int {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return max(1, 86_400 - Int(parts.tm_hour) * 3600 - Int(parts.tm_min) * 60 - Int(parts.tm_sec)) * 1000
  }
}
