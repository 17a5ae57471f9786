import CLinux
import Glibc

/// A program that has the terminal to itself: the user's editor or pager. For use inside `Screen.runOutside`.
package enum ForegroundProgram {
  /// Runs it to its end and returns its exit code, 128 + the signal's number where a signal ended it.
  ///
  /// Signals that are blocked here are not blocked there. `^Z` in it stops regwatch with it, and `fg` continues both.
  /// - Parameters:
  ///   - arguments: the program's name or path, then its arguments; no shell reads them.
  /// - Throws: `StartError` where there is no such program or it can't be started.
  package static func run(_ arguments: [String], environment: [String: String]) throws(StartError) -> Int32 {
    let arguments = arguments.map { strdup($0) }
    let variables = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { (arguments + variables).forEach { free($0) } }
    var code: Int32 = 0
    let error = rw_run_foreground(arguments + [nil], variables + [nil], &code)
    guard error == 0 else { throw StartError(errno: error) }
    return code
  }

  /// Why a program could not be started: the system's number and words.
  package struct StartError: Error, Equatable, CustomStringConvertible {
    package let errno: Int32
    package var description: String { String(cString: strerror(errno)) }
  }
}
