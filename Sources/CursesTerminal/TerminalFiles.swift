import Glibc

/// The descriptors of the terminal that the user looks at.
package struct TerminalFiles: Sendable {
  package let input: Int32
  package let output: Int32
  private let isOwned: Bool

  /// Descriptors that stay the caller's.
  package init(input: Int32, output: Int32) {
    (self.input, self.output, isOwned) = (input, output, false)
  }

  /// Standard input and output where both are terminals, else `/dev/tty`: a list may be piped in or a report out.
  package static func standard() throws(TerminalError) -> TerminalFiles {
    if isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 { return TerminalFiles(input: STDIN_FILENO, output: STDOUT_FILENO) }
    let descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw .notATerminal }
    return TerminalFiles(owning: descriptor)
  }

  private init(owning descriptor: Int32) { (input, output, isOwned) = (descriptor, descriptor, true) }

  func closeOwned() {
    if isOwned { Glibc.close(output) }
  }

  /// Writes all of it past curses, which must have nothing unsent; a dead terminal ends it.
  func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var done = 0
      while done < bytes.count {
        let count = Glibc.write(output, bytes.baseAddress?.advanced(by: done), bytes.count - done)
        if count > 0 {
          done += count
        } else if errno == EAGAIN {
          var ready = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
          guard poll(&ready, 1, 1000) == 1 else { return }
        } else if errno != EINTR {
          return
        }
      }
    }
  }
}
