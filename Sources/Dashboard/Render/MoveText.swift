import QueryLanguage
import RegulatoryModel

/// Price moves in signs and words.
package enum MoveText {
  package static func asset(_ note: VolatilityNote) -> String {
    if note.asset == "MARKET" { return "Market" }
    return note.asset.hasPrefix("INDEX:") ? String(note.asset.dropFirst(6)) : note.asset
  }

  package static func direction(_ note: VolatilityNote, _ glyphs: Glyphs) -> String {
    switch note.direction {
    case .up: glyphs.up
    case .down: glyphs.down
    case .swing: glyphs.swing
    }
  }

  /// `15.2 %`, with `≥`, `≈` or `≤` (up to) before it.
  package static func size(_ note: VolatilityNote, _ glyphs: Glyphs) -> String {
    let bound =
      switch note.bound {
      case .exact: ""
      case .atLeast: glyphs.atLeast
      case .about: glyphs.about
      case .atMost: glyphs.atMost
      }
    return "\(bound)\(Numbers.percent(note.basisPoints)) %"
  }

  /// `24 h`, `1 week`; an ISO 8601 duration in words as far as it is a plain one.
  package static func window(_ window: String?) -> String {
    switch window {
    case nil: return ""
    case "1h": return "1 hour"
    case "24h": return "24 h"
    case "1d": return "1 day"
    case "1w": return "1 week"
    case "1mo": return "1 month"
    case "1q": return "1 quarter"
    case "1y": return "1 year"
    case let other?: return duration(other) ?? other
    }
  }

  /// The same, or its code (`1w`), where there is no room for words.
  package static func window(_ code: String?, width: Int) -> String {
    let words = window(code)
    if words.count <= width { return words }
    guard let code else { return "" }
    return code.hasPrefix("P") ? code.drop { $0 == "P" || $0 == "T" }.lowercased() : code
  }

  /// `P3D`, `PT30M`, `P2W`.
  private static func duration(_ text: String) -> String? {
    guard text.first == "P", let unit = text.last else { return nil }
    let isTime = text.hasPrefix("PT")
    guard let count = Int(text.dropFirst(isTime ? 2 : 1).dropLast()) else { return nil }
    switch (unit, isTime) {
    case ("D", false): return Numbers.counted(count, "day", "days")
    case ("W", false): return Numbers.counted(count, "week", "weeks")
    case ("M", false): return Numbers.counted(count, "month", "months")
    case ("Y", false): return Numbers.counted(count, "year", "years")
    case ("H", true): return Numbers.counted(count, "hour", "hours")
    case ("M", true): return "\(Numbers.grouped(count)) min"
    default: return nil
    }
  }

  /// `BTC ▼ 15.2 %, 1 week`.
  package static func whole(_ note: VolatilityNote, glyphs: Glyphs) -> String {
    let window = window(note.window)
    return "\(asset(note)) \(direction(note, glyphs)) \(size(note, glyphs))" + (window.isEmpty ? "" : ", \(window)")
  }
}
