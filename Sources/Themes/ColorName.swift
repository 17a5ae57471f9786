import TerminalCanvas

/// Reads a colour as theme files write it.
enum ColorName {
  /// The sixteen by name; `default` is the terminal's own.
  static let all: [String: Color] = {
    let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
    var result: [String: Color] = ["default": .standard, "standard": .standard, "gray": .indexed(8), "grey": .indexed(8)]
    for (index, name) in names.enumerated() {
      result[name] = .indexed(UInt8(index))
      result["bright-" + name] = .indexed(UInt8(index + 8))
    }
    return result
  }()

  /// `#rrggbb`, `#rgb`, 0–255 or a name of the sixteen.
  static func color(_ text: String) -> Color? {
    if text.first == "#" { return hexadecimal(text.dropFirst()) }
    if let index = UInt8(text) { return .indexed(index) }
    return all[text.lowercased()]
  }

  private static func hexadecimal(_ digits: Substring) -> Color? {
    guard digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0 | 0x20 })
    else { return nil }
    let full = digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : String(digits)
    guard full.count == 6, let value = UInt32(full, radix: 16) else { return nil }
    return .rgb(UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value))
  }
}
