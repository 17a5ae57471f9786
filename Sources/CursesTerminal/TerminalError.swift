/// Why there is no screen. Each has a sentence that says what to do.
package enum TerminalError: Error, Equatable, Sendable {
  /// Neither standard input and output nor `/dev/tty` is a terminal.
  case notATerminal
  /// `TERM` is empty.
  case unnamed
  /// `TERM` is `dumb` or another that can't place a cursor.
  case tooSimple(name: String)
  /// No terminal description of that name is installed.
  case unknown(name: String)
  /// Curses could not start for a reason that it doesn't tell.
  case failed(name: String)
}

extension TerminalError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notATerminal: "There is no terminal to draw on: standard input and output are no terminal, and /dev/tty can't be opened."
    case .unnamed: "TERM is not set, so the kind of this terminal is unknown. Most understand TERM=xterm-256color."
    case .tooSimple(let name): "This terminal (TERM=\(TerminalText.safeName(name))) can't place a cursor, so no screen can be drawn on it."
    case .unknown(let name):
      "No description of this terminal (TERM=\(TerminalText.safeName(name))) is installed here. "
        + "Install the package ncurses-term, or try TERM=xterm-256color."
    case .failed(let name): "Curses could not start on this terminal (TERM=\(TerminalText.safeName(name)))."
    }
  }
}
