import Glibc
import PrintableText
import RegulatoryModel

/// Standard output and error, as a well-behaved command uses them: a closed pipe ends the program quietly, and nothing from a
/// document reaches a terminal unfiltered.
enum StandardStreams {
  /// A closed pipe becomes an error of `write` instead of a signal; called once at the start.
  ///
  /// A limit on file sizes becomes one as well. Signals that the parent blocked, as threads of a server do, are let through again, so
  /// that the program can be stopped. Standard streams that are closed get /dev/null, the wrong way round, so that no file opened
  /// later takes their number and is written to as if it were one.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // A parent may start this from a thread that takes no signals, and the mask is inherited: nothing but SIGKILL could end it then.
    var none = sigset_t()
    sigemptyset(&none)
    sigprocmask(SIG_SETMASK, &none, nil)
    for (descriptor, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", mode)
    }
  }

  /// Prints text that is safe already, with a line end.
  /// - Throws: `OutputClosed` where the reader has gone, or the disk is full.
  static func print(_ line: String) throws(OutputClosed) { try write(line + "\n", to: STDOUT_FILENO) }

  /// Prints text from outside: made safe where standard output is a terminal, left as it is in a pipe or file.
  static func printDocument(_ text: String) throws(OutputClosed) {
    try print(isatty(STDOUT_FILENO) == 1 ? PrintableText.safe(text, lines: true) : text)
  }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// One line on standard error: `regwatch: what failed: why (what to do)`.
  static func complain(_ problem: Problem) { complain(problem.description) }

  static func complain(_ text: String) {
    // Where standard error is closed there is nobody left to tell.
    try? write("regwatch: " + PrintableText.safe(text) + "\n", to: STDERR_FILENO)
  }

  static func write(_ text: String, to descriptor: Int32) throws(OutputClosed) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw OutputClosed(isPipe: errno == EPIPE, reason: String(cString: strerror(errno)))
      }
      bytes = bytes.dropFirst(count)
    }
  }
}

/// Standard output takes no more. No error where it was a pipe: the reader, `head` say, has seen enough.
struct OutputClosed: Error {
  var isPipe: Bool
  var reason: String
}

extension StandardStreams {
  /// A text that says "regwatch" in its own way, such as the argument parser's.
  static func complain(verbatim text: String) {
    complain(raw: PrintableText.safe(text, lines: true) + "\n")
  }

  /// The program's own control sequences, for a progress bar.
  static func complain(raw text: String) {
    // Where standard error is closed there is nobody left to tell.
    try? write(text, to: STDERR_FILENO)
  }
}
