import TerminalCanvas

/// How many colours a terminal has, and which of its own stands for one that it hasn't.
package enum ColorDepth: Hashable, Sendable, CaseIterable {
  case none, eight, sixteen, indexed, direct

  /// - Parameters:
  ///   - colors: terminfo's count; 0 or less for a monochrome terminal.
  ///   - isDirect: its colour numbers are RGB values (terminfo `RGB`).
  init(colors: Int, isDirect: Bool) {
    switch colors {
    case ..<8: self = .none
    case ..<16: self = .eight
    case ..<256: self = .sixteen
    default: self = isDirect && colors > 256 ? .direct : .indexed
    }
  }

  /// A colour number of this terminal.
  struct Number: Hashable {
    /// -1 is the terminal's default.
    var value: Int32
    /// On eight colours a bright one is a dark one in bold.
    var isBright = false
    static let standard = Number(value: -1)
  }

  /// The nearest that this terminal has.
  func number(for color: Color) -> Number {
    switch (self, color) {
    case (.none, _), (_, .standard): return .standard
    case (.direct, .indexed(let index)) where index < 8: return Number(value: Int32(index))
    case (.direct, _):
      let (red, green, blue) = color.components
      let value = Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
      // 0–7 are the terminal's own eight there; almost black is the blackest that is left.
      return Number(value: value < 8 ? (value == 0 ? 0 : 8) : value)
    case (.indexed, .indexed(let index)): return Number(value: Int32(index))
    case (.indexed, .rgb(let red, let green, let blue)): return Number(value: Int32(Self.nearestOf256(red, green, blue)))
    case (.sixteen, _): return Number(value: Int32(Self.nearestOf16(color)))
    case (.eight, _):
      let index = Self.nearestOf16(color)
      return Number(value: Int32(index & 7), isBright: index > 7)
    }
  }

  /// Foreground and background together: two colours that differ never become the same, which would hide the text.
  func numbers(foreground: Color, background: Color) -> (foreground: Number, background: Number) {
    var front = number(for: foreground)
    let back = number(for: background)
    // Grey: many terminals of eight colours show bold black as black, which nobody can read on a dark ground.
    if self == .eight, front == Number(value: 0, isBright: true) {
      front = background == .standard ? .standard : Number(value: background.isLight ? 0 : 7)
    }
    if front.value == back.value, front.value >= 0, foreground != background, !(self == .eight && front.isBright != back.isBright) {
      front = Number(value: background.isLight ? 0 : 7)
      if front.value == back.value { front = Number(value: background.isLight ? 7 : 0) }
    }
    return (front, back)
  }

  private static let cubeSteps: [Int] = [0, 95, 135, 175, 215, 255]

  /// In the cube or the greys, never among the first sixteen, which every user sets as they like.
  private static func nearestOf256(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> UInt8 {
    func step(_ value: Int) -> Int { value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40 }
    let wanted = (Int(red), Int(green), Int(blue))
    let steps = (step(wanted.0), step(wanted.1), step(wanted.2))
    let cube = (cubeSteps[steps.0], cubeSteps[steps.1], cubeSteps[steps.2])
    let average = (wanted.0 + wanted.1 + wanted.2) / 3
    let greyStep = min(23, max(0, (average - 3) / 10))
    let grey = 8 + 10 * greyStep
    let isGreyNearer = distance(wanted, (grey, grey, grey)) < distance(wanted, cube)
    return isGreyNearer ? UInt8(232 + greyStep) : UInt8(16 + 36 * steps.0 + 6 * steps.1 + steps.2)
  }

  private static func nearestOf16(_ color: Color) -> UInt8 {
    if case .indexed(let index) = color, index < 16 { return index }
    let (red, green, blue) = color.components
    let wanted = (Int(red), Int(green), Int(blue))
    var best = (index: 0, distance: Int.max)
    for (index, value) in Color.firstSixteen.enumerated() {
      let distance = distance(wanted, (Int(value.0), Int(value.1), Int(value.2)))
      if distance < best.distance { best = (index, distance) }
    }
    return UInt8(best.index)
  }

  /// Weighted by how strongly the eye sees each, roughly.
  private static func distance(_ a: (Int, Int, Int), _ b: (Int, Int, Int)) -> Int {
    let (red, green, blue) = (a.0 - b.0, a.1 - b.1, a.2 - b.2)
    return 3 * red * red + 4 * green * green + 2 * blue * blue
  }
}
