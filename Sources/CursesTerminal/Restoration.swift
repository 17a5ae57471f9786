import CNcurses
import Glibc

/// The promise that the terminal is given back at a crash or an exit past `close()`.
enum Restoration {
  /// Once per process; the handlers pass on to those that were there before.
  private static let isInstalled: Bool = {
    rw_restoration_install()
    return true
  }()

  /// From now on a crash writes these bytes to the terminal and sets its modes.
  static func arm(descriptor: Int32, modes: termios, bytes: String) {
    _ = isInstalled
    var modes = modes
    let bytes = Array(bytes.utf8)
    rw_restoration_arm(descriptor, &modes, bytes, bytes.count)
  }

  /// The terminal is as it was, or another program has it.
  static func disarm() { rw_restoration_disarm() }
}
