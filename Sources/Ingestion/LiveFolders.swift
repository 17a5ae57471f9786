import FolderWatching
import RegulatoryModel
import StoryLibrary
import Synchronization

/// Keeps a library up to date while the program runs: loads the folders, then takes in each change as it is told. One thread of
/// its own does all of it, in order; nothing here waits for the screen.
///
/// A class because it owns the watcher and the queue of work.
package final class LiveFolders: Sendable {
  /// What there is to tell; called on the working thread.
  package enum News: Sendable {
    case step(LoadStep)
    /// A load, or the taking in of a change, is over.
    case ended(LoadSummary, wasFirst: Bool)
    case committed(CommitReport)
    case modes([DocumentPath: WatchMode])
    case problem(Problem)
  }

  private enum Work: Sendable {
    case load(Rereading)
    case events([FolderEvent])
    case end
  }

  private let ingestor: Ingestor
  private let roots: [DocumentPath]
  private let today: @Sendable () -> CalendarDay
  private let tell: @Sendable (News) -> Void
  private let queue = BoundedQueue<Work>(capacity: 4096)
  private let stopsLoad = Atomic(false)
  private let ended = Atomic(false)
  private let isEnding = Atomic(false)
  private let watcher = Mutex<FolderWatcher?>(nil)

  /// - Parameters:
  ///   - pollSeconds: see `FolderWatcher`; nil watches nothing.
  ///   - today: asked anew for each batch: the program may run for weeks.
  package init(
    _ roots: [DocumentPath], ingestor: Ingestor, pollSeconds: Double?, today: @escaping @Sendable () -> CalendarDay,
    tell: @escaping @Sendable (News) -> Void
  ) {
    self.roots = roots
    self.ingestor = ingestor
    self.today = today
    self.tell = tell
    WorkThread.start { [self] in run() }
    // Watch first and load after, so that nothing falls between; a file told of twice is read once.
    if let pollSeconds {
      let queue = queue
      watcher.withLock {
        $0 = FolderWatcher(roots, pollSeconds: pollSeconds, modes: { tell(.modes($0)) }, handler: { queue.put(.events($0)) })
      }
    }
    queue.put(.load(.changed))
  }

  package func rescan(_ rereads: Rereading = .changed) { queue.put(.load(rereads)) }

  /// Reads one file again, whatever became of it before.
  package func retry(_ path: DocumentPath) {
    // What is no file, a folder without rights or a dangling link, is met again by a walk of the folder that it lies in.
    let isFile = FileSignature(of: path) != nil
    queue.put(.events([isFile ? .written(path) : .rescan(path.parent)]))
  }

  /// Stops the load at hand, if there is one; the watching goes on.
  package func stopLoading() { stopsLoad.store(true, ordering: .relaxed) }

  /// Ends the work and waits until what was being committed is committed.
  package func end() {
    watcher.withLock { $0.take() }?.stop()
    isEnding.store(true, ordering: .relaxed)
    stopLoading()
    queue.put(.end)
    while !ended.load(ordering: .acquiring) { ShortPause.pause() }
  }

  private func run() {
    var isFirst = true
    loop: while let work = queue.take() {
      let steps = Ingestor.Watcher(
        step: { [self] in tell(.step($0)) }, committed: { [self] in tell(.committed($0)) },
        isStopped: { [self] in stopsLoad.load(ordering: .relaxed) || isEnding.load(ordering: .relaxed) })
      do throws(LibraryError) {
        switch work {
        case .end: break loop
        case .load(let rereads):
          stopsLoad.store(false, ordering: .relaxed)
          tell(.ended(try ingestor.load(roots, today: today(), rereads: rereads, watcher: steps), wasFirst: isFirst))
          isFirst = false
        case .events(let events):
          let quiet = Ingestor.Watcher(
            committed: { [self] in tell(.committed($0)) }, isStopped: { [self] in isEnding.load(ordering: .relaxed) })
          tell(.ended(try ingestor.takeIn(events, roots: roots, today: today(), watcher: quiet), wasFirst: false))
        }
      } catch {
        tell(.problem(error.problem))
        if case .load = work { tell(.ended(LoadSummary(), wasFirst: isFirst)) }
      }
    }
    ended.store(true, ordering: .releasing)
  }
}
