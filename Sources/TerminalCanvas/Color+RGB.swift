extension Color {
  /// xterm's first sixteen, which stand in where the terminal's own are not known.
  package static let firstSixteen: [(UInt8, UInt8, UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]

  /// Red, green and blue, 0–255; of an indexed colour what xterm shows, of `.standard` black.
  package var components: (red: UInt8, green: UInt8, blue: UInt8) {
    switch self {
    case .standard: return (0, 0, 0)
    case .rgb(let red, let green, let blue): return (red, green, blue)
    case .indexed(let index) where index < 16: return Self.firstSixteen[Int(index)]
    case .indexed(let index) where index < 232:
      let cube = index - 16
      func level(_ step: UInt8) -> UInt8 { step == 0 ? 0 : 55 + 40 * step }
      return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    case .indexed(let index):
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    }
  }

  /// Whether black is easier to read on it than white.
  package var isLight: Bool {
    let (red, green, blue) = components
    return 299 * Int(red) + 587 * Int(green) + 114 * Int(blue) > 140_000
  }
}
