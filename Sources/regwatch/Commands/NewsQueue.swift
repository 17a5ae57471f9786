import CLinux
import Glibc
import Ingestion
import Synchronization

/// Hands the news of the working thread to the command's own, which sleeps in poll(2) until there is some or a signal comes.
///
/// A class because both threads share it, and because it owns the descriptor that wakes the sleeper.
final class NewsQueue: Sendable {
  private let news = Mutex<[LiveFolders.News]>([])
  private let wake = rw_eventfd()

  func put(_ one: LiveFolders.News) {
    if case .step = one { return }
    news.withLock { $0.append(one) }
    rw_eventfd_post(wake)
  }

  /// The oldest; nil once the program is asked to stop.
  func next(unless stop: StopSignal) -> LiveFolders.News? {
    while true {
      if stop.isSet { return nil }
      if let one = news.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { return one }
      var descriptors = [
        pollfd(fd: wake, events: Int16(POLLIN), revents: 0), pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      poll(&descriptors, 2, -1)
      _ = rw_eventfd_take(wake)
    }
  }
}

/// SIGINT, SIGTERM and SIGHUP, taken as a wish to end in good order.
struct StopSignal {
  // Set once, before the handlers are installed; the handlers only write to it.
  nonisolated(unsafe) private static var shared: Int32 = -1
  nonisolated(unsafe) private static var wasAsked: sig_atomic_t = 0
  let descriptor: Int32

  init() {
    if Self.shared < 0 { Self.shared = rw_eventfd() }
    descriptor = Self.shared
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { _ in
        StopSignal.wasAsked = 1
        rw_eventfd_post(StopSignal.shared)
      }
    }
  }

  var isSet: Bool { Self.wasAsked != 0 }
}
