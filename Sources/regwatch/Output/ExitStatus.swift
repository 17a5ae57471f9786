import ArgumentParser

/// How a run ended, as its exit code tells.
enum ExitStatus: Int32 {
  case done = 0
  /// Done, but something was skipped, or nothing matched.
  case incomplete = 1
  /// Could not start, or bad usage.
  case failed = 2

  /// Ends the command with this status.
  func end() throws {
    if self != .done { throw ExitCode(rawValue) }
  }
}
