import Synchronization

/// Messages from any thread to the one of the screen, which `wake` gets out of its sleep.
///
/// A class because all threads share it.
final class Mailbox<Message: Sendable>: Sendable {
  private let pending = Mutex<[Message]>([])
  private let wake: @Sendable () -> Void

  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  func post(_ message: Message) {
    pending.withLock { $0.append(message) }
    wake()
  }

  func drain() -> [Message] {
    pending.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
