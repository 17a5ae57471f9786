import TerminalCanvas

/// Makes a double click of two presses. Curses could, but only by waiting after each.
struct ClickCounter {
  static let interval = Duration.milliseconds(400)
  private var last: (column: Int, row: Int, time: ContinuousClock.Instant)?

  /// The event of a press of the left button; a third press begins anew.
  mutating func press(column: Int, row: Int, at time: ContinuousClock.Instant) -> MouseEvent {
    if let last, last.column == column, last.row == row, time - last.time <= Self.interval {
      self.last = nil
      return MouseEvent(kind: .doubleClick, column: column, row: row)
    }
    last = (column, row, time)
    return MouseEvent(kind: .press, column: column, row: row)
  }

  /// The event of a report in xterm's numbering; nil for other buttons, moves, and what has a modifier that is the terminal's.
  mutating func event(_ report: EscapeSequence.SGRMouse, at time: ContinuousClock.Instant) -> MouseEvent? {
    let (column, row) = (report.column - 1, report.row - 1)
    switch report.buttons & ~0b11100 {
    case 0 where report.isRelease: return MouseEvent(kind: .release, column: column, row: row)
    case 0: return press(column: column, row: row, at: time)
    case 64 where !report.isRelease: return MouseEvent(kind: .wheelUp, column: column, row: row)
    case 65 where !report.isRelease: return MouseEvent(kind: .wheelDown, column: column, row: row)
    default: return nil
    }
  }
}
