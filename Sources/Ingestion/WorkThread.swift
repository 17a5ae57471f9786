import Foundation

/// A thread for work that blocks, which has no place on the cooperative pool.
enum WorkThread {
  static func start(_ body: @escaping @Sendable () -> Void) {
    let thread = Thread { body() }
    // Deeply nested pages are read on these threads; the default 8 MB of the main thread is what the readers are tested with.
    thread.stackSize = 8 << 20
    thread.start()
  }
}

/// The pause between two looks while a thread ends.
enum ShortPause {
  static func pause() { usleep(500) }
}
