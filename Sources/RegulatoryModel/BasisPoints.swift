import Foundation

/// Hundredths of a percent: how sizes of moves are kept, so that they compare exactly.
package enum BasisPoints {
  /// The size in percent without sign, grouping and needless zeros: 1520 is `15.2`.
  package static func percent(_ basisPoints: Int) -> String {
    let size = basisPoints.magnitude
    let fraction = size % 100
    guard fraction > 0 else { return "\(size / 100)" }
    return "\(size / 100)." + (fraction % 10 == 0 ? "\(fraction / 10)" : fraction < 10 ? "0\(fraction)" : "\(fraction)")
  }

  /// The change from one price to another, signed, rounded half away from zero, in decimal arithmetic: from 100 to 100.125 are 13.
  ///
  /// A price counts as the shortest decimal number that its Double stands for, which is what the file said for up to 15 digits.
  package static func change(from: Double, to: Double) -> Int {
    guard from > 0, let start = Decimal(string: "\(from)"), let end = Decimal(string: "\(to)") else { return 0 }
    var exact = (end - start) * 10_000 / start
    var rounded = Decimal()
    NSDecimalRound(&rounded, &exact, 0, .plain)
    let limit = Decimal(Int32.max)
    return NSDecimalNumber(decimal: min(max(rounded, -limit), limit)).intValue
  }
}
