import TerminalCanvas

/// A `CSI` sequence that curses didn't know, because the terminal sends other keys than its description says.
enum EscapeSequence: Equatable {
  case key(Key)
  case mouse(SGRMouse)
  case pasteStart
  /// Known to be nothing of ours, or unknown: swallowed whole rather than typed.
  case ignored

  /// One report of the mouse: `ESC [ < buttons ; column ; row M` or `m`, counted from 1.
  struct SGRMouse: Equatable {
    var buttons: Int, column: Int, row: Int
    var isRelease: Bool
  }

  /// - Parameter body: what follows `ESC [`, with its final byte: `1;5A`.
  static func csi(_ body: String) -> EscapeSequence {
    guard let final = body.last else { return .ignored }
    if body.first == "<" { return mouse(body) }
    if body.first == "[" { return "ABCDE".contains(final) ? .key(.function(Int(final.asciiValue ?? 65) - 64)) : .ignored }  // Linux console
    let numbers = body.dropLast().split(separator: ";", omittingEmptySubsequences: false).map { Int($0.prefix { $0 != ":" }) ?? 0 }
    let modifiers = numbers.count > 1 ? max(0, numbers[1] - 1) : 0
    switch final {
    case "~":
      if numbers.first == 200 { return .pasteStart }
      if numbers.first == 27, numbers.count == 3 { return typed(numbers[2], modifiers: modifiers) }
      return numbers.first.flatMap { tilde[$0] }.map { .key($0) } ?? .ignored
    case "u": return typed(numbers.first ?? 0, modifiers: modifiers)
    default: return letters[final].map { .key($0) } ?? .ignored
    }
  }

  /// - Parameter letter: what follows `ESC O`.
  static func ss3(_ letter: Character) -> EscapeSequence {
    if letter == "M" { return .key(.enter) }
    return letters[letter].map { .key($0) } ?? .ignored
  }

  private static let letters: [Character: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab, "P": .function(1), "Q": .function(2),
    "R": .function(3), "S": .function(4),
  ]

  private static let tilde: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end, 11: .function(1), 12: .function(2),
    13: .function(3), 14: .function(4), 15: .function(5), 17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9),
    21: .function(10), 23: .function(11), 24: .function(12),
  ]

  /// `modifyOtherKeys` and the kitty protocol: a code point with Shift 1, Alt 2, Control 4.
  private static func typed(_ code: Int, modifiers: Int) -> EscapeSequence {
    guard code > 0, let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init), let key = Key.typed(Character(scalar)) else {
      return .ignored
    }
    guard case .character(let character) = key else {
      return .key(key == .tab && modifiers & 1 != 0 ? .backTab : key)
    }
    if modifiers & 4 != 0 { return Key(controlWith: character).map { .key($0) } ?? .ignored }
    if modifiers & 2 != 0 { return .key(.alt(character)) }
    let shifted = String(character).uppercased()
    return .key(.character(modifiers & 1 != 0 && shifted.count == 1 ? Character(shifted) : character))
  }

  private static func mouse(_ body: String) -> EscapeSequence {
    let numbers = body.dropFirst().dropLast().split(separator: ";").compactMap { Int($0) }
    guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0, let final = body.last, final == "M" || final == "m" else { return .ignored }
    return .mouse(SGRMouse(buttons: numbers[0], column: numbers[1], row: numbers[2], isRelease: final == "m"))
  }
}
