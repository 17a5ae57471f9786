import Foundation
import Synchronization

/// Lets files be read as long as those in work, and those read that nobody has taken yet, stay under so many bytes together; one file
/// alone is always let in, whatever its size. Without it, a folder of large files is read into memory faster than it can be stored.
///
/// A class because all workers share it.
package final class ByteBudget: Sendable {
  private let limit: Int64
  private let used = Mutex<Int64>(0)
  private let condition = NSCondition()

  package init(limit: Int64) { self.limit = limit }

  /// Waits until there is room.
  package func take(_ bytes: Int64) {
    condition.lock()
    defer { condition.unlock() }
    while !takeIfFree(bytes) { condition.wait() }
  }

  /// Takes without waiting; false where there is no room.
  package func takeIfFree(_ bytes: Int64) -> Bool {
    used.withLock { used in
      guard used == 0 || used + bytes <= limit else { return false }
      used += bytes
      return true
    }
  }

  package func giveBack(_ bytes: Int64) {
    condition.lock()
    defer { condition.unlock() }
    used.withLock { $0 -= bytes }
    condition.broadcast()
  }
}
