/// Hundredths of a percent: how sizes of moves are kept, so that they compare exactly.
package enum BasisPoints {
  /// The size in percent without sign, grouping and needless zeros: 1520 is `15.2`.
  package static func percent(_ basisPoints: Int) -> String {
    let size = basisPoints.magnitude
    let fraction = size % 100
    guard fraction > 0 else { return "\(size / 100)" }
    return "\(size / 100)." + (fraction % 10 == 0 ? "\(fraction / 10)" : fraction < 10 ? "0\(fraction)" : "\(fraction)")
  }
}
