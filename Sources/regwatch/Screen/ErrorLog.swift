import Glibc

/// Takes standard error to a file while the screen is up, so that nothing a library or a crash prints there garbles it.
struct ErrorLog {
  private let saved: Int32

  /// Begins a new log; without a place for one, what is printed is dropped.
  init(path: String) {
    saved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    var log = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    if log < 0 { log = open("/dev/null", O_WRONLY | O_CLOEXEC) }
    guard log >= 0 else { return }
    dup2(log, STDERR_FILENO)
    close(log)
  }

  /// Gives standard error back.
  func restore() {
    guard saved >= 0 else { return }
    dup2(saved, STDERR_FILENO)
    close(saved)
  }
}
