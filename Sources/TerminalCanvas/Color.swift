/// A colour as a theme names it. What a terminal can't show becomes its nearest there, not here.
package enum Color: Hashable, Sendable {
  /// The terminal's own default: "not set".
  case standard
  /// 0–15 are the terminal's own sixteen, 16–231 the 6×6×6 cube, 232–255 greys.
  case indexed(UInt8)
  case rgb(UInt8, UInt8, UInt8)
}

extension Color {
  /// 26 bits: 2 of kind, 24 of value.
  var packed: UInt64 {
    switch self {
    case .standard: 0
    case .indexed(let index): 1 << 24 | UInt64(index)
    case .rgb(let red, let green, let blue): 2 << 24 | UInt64(red) << 16 | UInt64(green) << 8 | UInt64(blue)
    }
  }

  init(packed bits: UInt64) {
    switch (bits >> 24) & 3 {
    case 1: self = .indexed(UInt8(truncatingIfNeeded: bits))
    case 2: self = .rgb(UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8), UInt8(truncatingIfNeeded: bits))
    default: self = .standard
    }
  }
}
