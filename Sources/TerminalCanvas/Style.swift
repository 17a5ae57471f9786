/// How a cell looks. One machine word, so that comparing two frames is cheap.
package struct Style: Hashable, Sendable {
  // Foreground in bits 0–25, background in 26–51, attributes from 52 on.
  private var bits: UInt64

  package init(
    foreground: Color = .standard, background: Color = .standard, isBold: Bool = false, isDim: Bool = false, isItalic: Bool = false,
    isReversed: Bool = false, isUnderlined: Bool = false
  ) {
    bits = foreground.packed | background.packed << 26
    if isBold { bits |= Self.bold }
    if isDim { bits |= Self.dim }
    if isItalic { bits |= Self.italic }
    if isReversed { bits |= Self.reversed }
    if isUnderlined { bits |= Self.underlined }
  }

  /// The terminal's own colours, no attribute.
  package static let plain = Style()

  private static let colorMask: UInt64 = (1 << 26) - 1
  private static let bold: UInt64 = 1 << 52
  private static let dim: UInt64 = 1 << 53
  private static let italic: UInt64 = 1 << 54
  private static let reversed: UInt64 = 1 << 55
  private static let underlined: UInt64 = 1 << 56

  package var foreground: Color {
    get { Color(packed: bits & Self.colorMask) }
    set { bits = bits & ~Self.colorMask | newValue.packed }
  }
  package var background: Color {
    get { Color(packed: (bits >> 26) & Self.colorMask) }
    set { bits = bits & ~(Self.colorMask << 26) | newValue.packed << 26 }
  }
  package var isBold: Bool {
    get { bits & Self.bold != 0 }
    set { set(Self.bold, newValue) }
  }
  package var isDim: Bool {
    get { bits & Self.dim != 0 }
    set { set(Self.dim, newValue) }
  }
  package var isItalic: Bool {
    get { bits & Self.italic != 0 }
    set { set(Self.italic, newValue) }
  }
  package var isReversed: Bool {
    get { bits & Self.reversed != 0 }
    set { set(Self.reversed, newValue) }
  }
  package var isUnderlined: Bool {
    get { bits & Self.underlined != 0 }
    set { set(Self.underlined, newValue) }
  }

  private mutating func set(_ mask: UInt64, _ isOn: Bool) {
    bits = isOn ? bits | mask : bits & ~mask
  }

  /// This style laid on another: what is set here wins, what isn't shows the base. Attributes add up.
  package func over(_ base: Style) -> Style {
    var result = base
    if bits & Self.colorMask != 0 { result.bits = result.bits & ~Self.colorMask | bits & Self.colorMask }
    let back = Self.colorMask << 26
    if bits & back != 0 { result.bits = result.bits & ~back | bits & back }
    result.bits |= bits & ~(Self.colorMask | back)
    return result
  }

  /// The same attributes without any colour, for `NO_COLOR` and terminals that have none.
  package var withoutColor: Style {
    var result = self
    result.bits &= ~(Self.colorMask | Self.colorMask << 26)
    return result
  }
}

extension Style: CustomStringConvertible {
  /// "bold underlined #ff8800 on 17", or "plain".
  package var description: String {
    var words: [String] = []
    if isBold { words.append("bold") }
    if isDim { words.append("dim") }
    if isItalic { words.append("italic") }
    if isReversed { words.append("reversed") }
    if isUnderlined { words.append("underlined") }
    if foreground != .standard { words.append(foreground.description) }
    if background != .standard { words.append("on \(background)") }
    return words.isEmpty ? "plain" : words.joined(separator: " ")
  }
}

extension Color: CustomStringConvertible {
  /// As a theme file writes it: "standard", "17", "#ff8800".
  package var description: String {
    switch self {
    case .standard: return "standard"
    case .indexed(let index): return String(index)
    case .rgb(let red, let green, let blue):
      let digits = String(Int(red) << 16 | Int(green) << 8 | Int(blue), radix: 16)
      return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
  }
}
