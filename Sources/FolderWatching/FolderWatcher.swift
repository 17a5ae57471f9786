import CLinux
import Glibc
import RegulatoryModel
import Synchronization

/// Watches folders from a thread of its own until it is stopped.
///
/// A class because it owns that thread and its wake descriptor.
package final class FolderWatcher: Sendable {
  /// Called on the watcher's thread with each batch of changes, one event for each path.
  package typealias Handler = @Sendable ([FolderEvent]) -> Void
  /// Called on the watcher's thread when the way a folder is watched changes, and once for each folder at the start.
  package typealias ModeHandler = @Sendable ([DocumentPath: WatchMode]) -> Void

  private struct Shared {
    var isStopped = false
    var hasEnded = false
  }

  private let shared = Mutex(Shared())
  private let wake: Int32

  /// Starts watching. Changes from the moment this returns on are reported; what is there before is not.
  ///
  /// - Parameters:
  ///   - pollSeconds: how often a folder is looked at that inotify can't serve, or that is missing.
  ///   - alwaysPoll: for tests, and for file systems that hide what they are.
  package init(
    _ folders: [DocumentPath], pollSeconds: Double = 4, alwaysPoll: Bool = false, modes: @escaping ModeHandler = { _ in },
    handler: @escaping Handler
  ) {
    wake = rw_eventfd()
    let loop = WatchLoop(folders: folders, pollSeconds: pollSeconds, alwaysPoll: alwaysPoll, wake: wake, modes: modes, handler: handler)
    loop.begin()
    let body: @Sendable () -> Void = { [self] in
      loop.run { shared.withLock { $0.isStopped } }
      shared.withLock { $0.hasEnded = true }
    }
    WatcherThread.start(body)
  }

  /// Ends the thread and waits for it: no handler is called after this returns. Never call it from a handler.
  package func stop() {
    shared.withLock { $0.isStopped = true }
    rw_eventfd_post(wake)
    while !shared.withLock({ $0.hasEnded }) { usleep(500) }
    close(wake)
  }
}

/// A plain thread: the work blocks in poll(2), which has no place on the cooperative pool.
private enum WatcherThread {
  final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  static func start(_ body: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let argument = Unmanaged.passRetained(Body(body)).toOpaque()
    pthread_create(
      &thread, nil,
      { pointer in
        // The creator passed one retained Body, which is released here.
        guard let pointer else { return nil }
        Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().run()
        return nil
      }, argument)
    pthread_detach(thread)
  }
}

/// The watcher's state, handed from the thread that makes it to the watcher's own before that starts.
///
/// `@unchecked Sendable`: `begin` is called before the thread exists and `run` on that thread alone; nothing else touches it.
private final class WatchLoop: @unchecked Sendable {
  private let folders: [DocumentPath]
  private let pollSeconds: Double
  private let alwaysPoll: Bool
  private let wake: Int32
  private let modes: FolderWatcher.ModeHandler
  private let handler: FolderWatcher.Handler
  private var tree: InotifyTree?
  private var polled: [DocumentPath: PolledFolder] = [:]
  private var state: [DocumentPath: WatchMode] = [:]

  init(
    folders: [DocumentPath], pollSeconds: Double, alwaysPoll: Bool, wake: Int32, modes: @escaping FolderWatcher.ModeHandler,
    handler: @escaping FolderWatcher.Handler
  ) {
    self.folders = folders
    self.pollSeconds = pollSeconds
    self.alwaysPoll = alwaysPoll
    self.wake = wake
    self.modes = modes
    self.handler = handler
  }

  func begin() {
    if !alwaysPoll { tree = InotifyTree() }
    for folder in folders { watch(folder) }
    modes(state)
  }

  private func watch(_ folder: DocumentPath) {
    var status = stat()
    guard folder.withCString({ stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      state[folder] = .missing
      return
    }
    guard !alwaysPoll, let tree else { return poll(folder, because: alwaysPoll ? "asked for" : "the system has no more inotify instances") }
    if let reason = tree.add(root: folder) { poll(folder, because: reason) } else { state[folder] = .inotify }
  }

  private func poll(_ folder: DocumentPath, because reason: String) {
    polled[folder] = PolledFolder(PolledFolder.look(at: folder))
    state[folder] = .polling(reason: reason)
  }

  func run(isStopped: () -> Bool) {
    var batch = EventBatch()
    while !isStopped() {
      // With inotify alone there is no timeout: an idle watcher costs nothing.
      let needsClock = state.values.contains { $0 != .inotify }
      // A burst is collected until it pauses for a moment, so that a thousand copied files make a few batches.
      let timeout: Int32 = batch.isEmpty ? (needsClock ? Int32(pollSeconds * 1000) : -1) : 8
      var descriptors = [
        pollfd(fd: wake, events: Int16(POLLIN), revents: 0), pollfd(fd: tree?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      let count = Glibc.poll(&descriptors, 2, timeout)
      if isStopped() { break }
      if count > 0, descriptors[1].revents != 0, let tree {
        let before = state
        let (vanished, unwatchable) = tree.read(into: &batch)
        for folder in vanished { state[folder] = .missing }
        for (folder, reason) in unwatchable {
          tree.remove(tree: folder)
          poll(folder, because: reason)
          batch.add(.rescan(folder))
        }
        if state != before { modes(state) }
        if batch.count < EventBatch.full { continue }
      }
      if !batch.isEmpty { handler(batch.take()) }
      if needsClock, count == 0, timeout != 8 { lookAgain(&batch) }
    }
  }

  private func lookAgain(_ batch: inout EventBatch) {
    let before = state
    for folder in folders {
      switch state[folder] {
      case .polling:
        var status = stat()
        guard folder.withCString({ stat($0, &status) }) == 0 else {
          state[folder] = .missing
          polled[folder] = nil
          batch.add(.rescan(folder))
          continue
        }
        for event in polled[folder]?.changes(PolledFolder.look(at: folder)) ?? [] { batch.add(event) }
      case .missing:
        watch(folder)
        if state[folder] != .missing { batch.add(.rescan(folder)) }
      case .inotify, nil: continue
      }
    }
    if state != before { modes(state) }
    if !batch.isEmpty { handler(batch.take()) }
  }
}
