import CNcurses
import TerminalCanvas

/// What curses calls a key, as a `Key`.
enum CursesKey {
  /// - Parameters:
  ///   - code: a `KEY_…` number, or one that curses made up for an extended capability.
  ///   - name: `keyname` of it, for the latter: "kUP5".
  static func key(code: Int32, name: String?) -> Key? {
    if let key = table[code] { return key }
    let first = rw_key_f(1)
    if (first...(first + 62)).contains(code) { return .function(Int(code - first) + 1) }
    guard let name else { return nil }
    return extended.first { name.hasPrefix($0.prefix) }?.key
  }

  private static let table: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right,
    KEY_SR: .up, KEY_SF: .down, KEY_SLEFT: .left, KEY_SRIGHT: .right,
    KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_SPREVIOUS: .pageUp, KEY_SNEXT: .pageDown,
    KEY_HOME: .home, KEY_END: .end, KEY_SHOME: .home, KEY_SEND: .end, KEY_FIND: .home, KEY_SELECT: .end, KEY_LL: .end,
    KEY_A1: .home, KEY_A3: .pageUp, KEY_C1: .end, KEY_C3: .pageDown,
    KEY_BACKSPACE: .backspace, KEY_DC: .delete, KEY_SDC: .delete, KEY_IC: .insert, KEY_SIC: .insert,
    KEY_ENTER: .enter, KEY_BTAB: .backTab,
  ]

  /// Keys with Shift, Alt or Control, which xterm-like descriptions name by the key and a number. They count as the key.
  private static let extended: [(prefix: String, key: Key)] = [
    ("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right), ("kHOM", .home), ("kEND", .end), ("kPRV", .pageUp),
    ("kNXT", .pageDown), ("kDC", .delete), ("kIC", .insert),
  ]
}
