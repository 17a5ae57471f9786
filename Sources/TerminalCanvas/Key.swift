/// A key as the user knows it, whatever bytes the terminal sends for it.
package enum Key: Hashable, Sendable {
  case character(Character)
  /// Control with a letter, which is lower case: `.control("d")`. What is a key of its own (`^M`, `^I`, `^[`, `^H`) is never one of these.
  case control(Character)
  case alt(Character)
  case enter, escape, tab, backTab
  case up, down, left, right, pageUp, pageDown, home, end
  case backspace, delete, insert
  /// F1 is 1.
  case function(Int)
}

extension Key {
  private static let named: [(key: Key, name: String, otherNames: [String])] = [
    (.character(" "), "Space", []), (.enter, "Enter", ["Return"]), (.escape, "Esc", ["Escape"]), (.tab, "Tab", []),
    (.backTab, "S-Tab", ["Shift-Tab", "BackTab"]), (.up, "Up", []), (.down, "Down", []), (.left, "Left", []), (.right, "Right", []),
    (.pageUp, "PgUp", ["PageUp"]), (.pageDown, "PgDn", ["PageDown"]), (.home, "Home", []), (.end, "End", []),
    (.backspace, "Backspace", []), (.delete, "Delete", ["Del"]), (.insert, "Insert", ["Ins"]),
  ]

  /// As help and key files write it: `j`, `^D`, `M-x`, `Space`, `PgDn`, `S-Tab`, `F1`.
  package var name: String {
    switch self {
    case .control(let character): character == " " ? "^Space" : "^" + String(character).uppercased()
    case .alt(let character): character == " " ? "M-Space" : "M-" + String(character)
    case .function(let number): "F\(number)"
    case .character(let character) where character != " ": String(character)
    default: Self.named.first { $0.key == self }?.name ?? "?"
    }
  }

  /// Reads what `name` writes, with words in any case, and the usual other spellings: `C-d`, `Ctrl-D`, `Alt-x`, `PageDown`.
  package init?(name: String) {
    if name.count == 1, let character = name.first {
      guard let key = Self.typed(character) else { return nil }
      self = key
      return
    }
    let lower = name.lowercased()
    if let found = Self.named.first(where: { $0.name.lowercased() == lower || $0.otherNames.contains { $0.lowercased() == lower } }) {
      self = found.key
      return
    }
    if let rest = Self.rest(of: name, after: ["^", "C-", "Ctrl-"]), let character = Self.single(rest) {
      guard let key = Key(controlWith: character) else { return nil }
      self = key
      return
    }
    if let rest = Self.rest(of: name, after: ["M-", "Alt-", "A-"]), let character = Self.single(rest) {
      self = .alt(character)
      return
    }
    if lower.first == "f", let number = Int(lower.dropFirst()), (1...63).contains(number) {
      self = .function(number)
      return
    }
    return nil
  }

  /// The key that Control makes of a letter or sign; nil where the terminal has no such key.
  package init?(controlWith character: Character) {
    guard let ascii = character.asciiValue else { return nil }
    switch ascii {
    case UInt8(ascii: " "), UInt8(ascii: "@"): self = .control(" ")
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): self = Self.controlCode(ascii & 0x1F)
    case UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "]"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      self = Self.controlCode(ascii & 0x1F)
    case UInt8(ascii: "?"): self = .backspace
    default: return nil
    }
  }

  /// The key of a control byte, below 0x20 or 0x7F: `0x04` is `^D`, `0x0D` is Enter.
  package static func controlCode(_ code: UInt8) -> Key {
    switch code {
    case 0: .control(" ")
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x1B: .escape
    case 1...26: .control(Character(Unicode.Scalar(code + 0x60)))
    default: .control(Character(Unicode.Scalar((code & 0x1F) + 0x40)))
    }
  }

  /// The key of one typed character, whether printable or a control byte; nil for what no keyboard makes.
  package static func typed(_ character: Character) -> Key? {
    guard let first = character.unicodeScalars.first else { return nil }
    if first.value < 0x20 || first.value == 0x7F { return controlCode(UInt8(first.value)) }
    if (0x80..<0xA0).contains(first.value) { return nil }
    return .character(character)
  }

  private static func rest(of name: String, after prefixes: [String]) -> Substring? {
    for prefix in prefixes where name.count > prefix.count && name.lowercased().hasPrefix(prefix.lowercased()) {
      return name.dropFirst(prefix.count)
    }
    return nil
  }

  /// The one character after a prefix, where "Space" stands for itself.
  private static func single(_ rest: Substring) -> Character? {
    if rest.lowercased() == "space" { return " " }
    return rest.count == 1 ? rest.first : nil
  }
}
