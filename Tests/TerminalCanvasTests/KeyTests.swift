import TerminalCanvas
import Testing

@Suite struct KeyTests {
  static let all: [Key] =
    [
      .enter, .escape, .tab, .backTab, .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .backspace, .delete, .insert,
      .control(" "),
      .alt(" "), .character("é"), .character("日"), .alt("é"), .control("\\"), .control("]"), .control("^"), .control("_"),
    ] + (1...63).map { .function($0) } + (0x20..<0x7F).map { .character(Character(Unicode.Scalar(UInt8($0)))) }
    + (0x21..<0x7F).map { .alt(Character(Unicode.Scalar(UInt8($0)))) }
    + "abcdefgklnopqrstuvwxyz".map { .control($0) }

  @Test(arguments: all) func aKeysNameReadsBack(key: Key) {
    #expect(Key(name: key.name) == key, "\(key.name)")
  }

  @Test(arguments: [
    ("C-d", Key.control("d")), ("ctrl-D", .control("d")), ("^d", .control("d")), ("^M", .enter), ("^i", .tab), ("^[", .escape),
    ("^h", .backspace),
    ("^?", .backspace), ("^J", .enter), ("^@", .control(" ")), ("pagedown", .pageDown), ("ESC", .escape), ("Alt-x", .alt("x")),
    ("M-X", .alt("X")),
    ("a-x", .alt("x")), ("shift-tab", .backTab), ("f12", .function(12)), ("^", .character("^")), ("-", .character("-")),
    ("F", .character("F")),
    ("M--", .alt("-")), ("space", .character(" ")), ("return", .enter),
  ])
  func theUsualSpellingsAreUnderstood(name: String, key: Key) { #expect(Key(name: name) == key) }

  @Test(arguments: ["", "^", "^^^", "F0", "F64", "C-", "M-", "Hyper-x", "^é", "gg", "^ab"].filter { $0 != "^" })
  func whatIsNoKeyIsRefused(name: String) { #expect(Key(name: name) == nil) }
}
