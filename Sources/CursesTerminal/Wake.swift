import CLinux
import Glibc

/// Ends the wait in `nextEvent` from any thread. Several calls before it is noticed are one event.
package final class Wake: Sendable {
  let descriptor: Int32

  init() { descriptor = rw_eventfd() }
  deinit { close(descriptor) }

  /// Never blocks; does nothing that matters after the screen is closed.
  package func wake() { rw_eventfd_post(descriptor) }

  /// Whether anyone called since the last time.
  func take() -> Bool { rw_eventfd_take(descriptor) > 0 }
}
