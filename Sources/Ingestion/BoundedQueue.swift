import Dispatch
import Synchronization

/// Hands values from many threads to one, holding at most so many: a producer waits while it is full, the consumer while it is empty.
///
/// A class because both sides share it.
final class BoundedQueue<Value: Sendable>: Sendable {
  private let values = Mutex<(first: Int, items: [Value?])>((0, []))
  private let free: DispatchSemaphore
  private let filled = DispatchSemaphore(value: 0)

  init(capacity: Int) { free = DispatchSemaphore(value: capacity) }

  func put(_ value: Value) {
    free.wait()
    values.withLock { $0.items.append(value) }
    filled.signal()
  }

  /// The oldest value; waits for one, until the deadline. Nil when that has passed.
  func take(until deadline: DispatchTime = .distantFuture) -> Value? {
    guard filled.wait(timeout: deadline) == .success else { return nil }
    let value = values.withLock { queue in
      let value = queue.items[queue.first]
      queue.items[queue.first] = nil
      queue.first += 1
      if queue.first > 64, queue.first * 2 > queue.items.count {
        queue.items.removeFirst(queue.first)
        queue.first = 0
      }
      return value
    }
    free.signal()
    return value
  }
}
