import Foundation
import RegulatoryModel

/// Prices, changes and months in words and figures.
enum PriceText {
  /// With thousands: `60,588.10`, `2.5134`, `0.0000123457`.
  static func price(_ price: Double) -> String {
    if price >= 100 { return fixed(price, decimals: 2) }
    if price >= 1 { return trimmed(fixed(price, decimals: 4), keeping: 2) }
    // Six digits that count.
    var zeros = 0
    var scaled = price
    while scaled < 0.1, zeros < 20 {
      scaled *= 10
      zeros += 1
    }
    return trimmed(fixed(price, decimals: min(zeros + 6, 18)), keeping: 2)
  }

  /// `31.4 %` for 0.3141.
  static func percent(_ ratio: Double, decimals: Int = 1) -> String { fixed(min(ratio, 1e9) * 100, decimals: decimals) + " %" }

  /// `down 15.3 %`, `up 2 %`, `unchanged`.
  static func change(_ change: PriceChange) -> String {
    let size = change.basisPoints
    if size == 0 { return "unchanged" }
    return (size < 0 ? "down " : "up ") + BasisPoints.percent(size) + " %"
  }

  /// `+4.90 %`, for columns.
  static func hundredths(_ basisPoints: Int) -> String {
    (basisPoints < 0 ? "-" : basisPoints > 0 ? "+" : "") + percent(Double(basisPoints.magnitude) / 10_000, decimals: 2)
  }

  static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(grouped(String(count))) days" }

  /// Digits in groups of three.
  static func grouped(_ digits: String) -> String {
    var result = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return result
  }

  /// Rounded half away from zero, as decimal numbers are.
  private static func fixed(_ value: Double, decimals: Int) -> String {
    guard var exact = Decimal(string: "\(value)") else { return "\(value)" }
    var rounded = Decimal()
    NSDecimalRound(&rounded, &exact, decimals, .plain)
    let parts = "\(rounded)".split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let fraction = parts.count > 1 ? parts[1] : ""
    let padded = fraction + String(repeating: "0", count: max(0, decimals - fraction.count))
    return grouped(parts[0]) + (decimals > 0 ? "." + padded : "")
  }

  private static func trimmed(_ text: String, keeping decimals: Int) -> String {
    guard let point = text.firstIndex(of: ".") else { return text }
    var text = text
    while text.last == "0", text.distance(from: point, to: text.endIndex) - 1 > decimals { text.removeLast() }
    return text
  }
}
