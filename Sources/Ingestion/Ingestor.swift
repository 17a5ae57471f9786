import CLinux
import DocumentReading
import Dispatch
import FolderWatching
import Glibc
import RegulatoryModel
import StoryLibrary

/// Brings a library up to date with folders. One load at a time; blocks the thread that calls it, never call it on the screen's.
package struct Ingestor: Sendable {
  package let library: Library
  package let files: FileIngestion
  /// How many files are read and extracted at once.
  package let workers: Int

  package init(library: Library, files: FileIngestion, workers: Int = max(1, CoreCount.available)) {
    self.library = library
    self.files = files
    self.workers = workers
  }

  /// What happens during a load, told on the loading thread.
  package struct Watcher {
    package var step: (LoadStep) -> Void
    package var committed: (CommitReport) -> Void
    package var isStopped: @Sendable () -> Bool
    package init(
      step: @escaping (LoadStep) -> Void = { _ in }, committed: @escaping (CommitReport) -> Void = { _ in },
      isStopped: @escaping @Sendable () -> Bool = { false }
    ) {
      self.step = step
      self.committed = committed
      self.isStopped = isStopped
    }
  }

  /// Loads the folders: new and changed files are read, vanished ones removed, the rest costs a stat.
  ///
  /// Stopping keeps what was committed; the next load goes on from there.
  /// - Throws: where the library can't be read or written; nothing of the batch at hand is stored then.
  package func load(
    _ roots: [DocumentPath], today: CalendarDay, rereads: Rereading = .changed, watcher: Watcher = Watcher()
  ) throws(LibraryError) -> LoadSummary {
    let known = try library.files(under: roots)
    let plan = LoadPlan(
      roots: roots, known: known, version: files.readerVersion, rereads: rereads, isStopped: watcher.isStopped,
      met: { watcher.step(LoadStep(filesDone: $0)) })
    return try carryOut(plan, today: today, watcher: watcher)
  }

  /// Does what a plan says.
  package func carryOut(_ plan: LoadPlan, today: CalendarDay, watcher: Watcher = Watcher()) throws(LibraryError) -> LoadSummary {
    var summary = LoadSummary()
    summary.unchanged = plan.unchanged
    summary.removed = plan.removed.count
    summary.renamed = plan.renamed.count
    summary.wasStopped = plan.wasStopped
    summary.missingFolders = plan.missing.map { LoadSummary.Reason(path: $0.path, reason: $0.reason) }
    summary.skipped = plan.omissions.map { LoadSummary.Reason(path: $0.path, reason: $0.reason) }

    var batch = IngestBatch(today: today, removed: plan.removed, renamed: plan.renamed)
    func record(_ omission: LoadPlan.Omission, _ outcome: IngestedFile.Outcome) -> IngestedFile {
      IngestedFile(
        path: omission.path, root: omission.root, state: FileState(size: 0, mtimeNanoseconds: 0, digest: []), outcome: outcome,
        reader: files.readerVersion.of(omission.path, isWhole: false), readAt: Int64(time(nil)))
    }
    batch.files = plan.omissions.map { record($0, .skipped(reason: $0.reason)) }
    batch.files += plan.lost.map { record($0, .failed(reason: $0.reason)) }
    var step = LoadStep(filesTotal: plan.candidates.count, bytesTotal: plan.bytes, skipped: summary.skipped.count)
    var policy = BatchPolicy()
    func commit() throws(LibraryError) {
      defer { policy.restart() }
      guard !batch.isEmpty else { return }
      let report = try library.commit(batch)
      batch = IngestBatch(today: today)
      if policy.isLarge { rw_give_memory_back() }
      watcher.committed(report)
    }

    if !plan.candidates.isEmpty {
      let results = BoundedQueue<(Int, IngestedFile?)>(capacity: Self.queueCapacity)
      var files = files
      files.reader.isStopped = watcher.isStopped
      let crew = Crew(candidates: plan.candidates, files: files, results: results)
      for _ in 0..<min(workers, plan.candidates.count) { DispatchQueue.global().async { crew.work() } }
      var failure: LibraryError?
      // Every candidate gives one result, so that counting them is enough to know that all workers are done.
      for _ in plan.candidates.indices {
        guard let (index, file) = results.take(), index >= 0 else { continue }
        // After what follows: a large file is committed at once, and the next one waits for that.
        defer { crew.took(index) }
        step.filesDone += 1
        step.bytesDone += plan.candidates[index].signature.size
        if let file {
          let known = plan.candidates[index].known
          summary.count(file, known: known)
          if known?.status != .read || !FileIngestion.isUnsettled(file) { batch.files.append(file) }
          // A packed file may hold far more than its size.
          policy.add(bytes: max(file.state.size, file.outcome.textBytes))
        }
        step.skipped = summary.skipped.count + summary.failed.count
        if watcher.isStopped(), !crew.isStopped {
          crew.stop()
          summary.wasStopped = true
        }
        watcher.step(step)
        if failure == nil, policy.isFull {
          do throws(LibraryError) { try commit() } catch {
            failure = error
            crew.stop()
          }
        }
      }
      if let failure { throw failure }
    }
    try commit()
    if !plan.wasStopped { try library.notePassedOver(plan.passedOver) }
    if summary.added + summary.changed > Self.mergeThreshold { try library.finishLoading() }
    return summary
  }

  /// Read files that wait for the writer; more would only cost memory.
  private static let queueCapacity = 128
  /// After so many files the full-text index is worth putting in order.
  private static let mergeThreshold = 1000
}

extension IngestedFile.Outcome {
  /// Of all stories' texts.
  fileprivate var textBytes: Int64 {
    if case .read(let stories, _) = self { stories.reduce(0) { $0 + Int64($1.story.text.utf8.count) } } else { 0 }
  }
}

/// When a batch is handed to the library: soon at first, so that rows appear, then in large pieces, since each commit costs.
struct BatchPolicy {
  private var bytes: Int64 = 0
  private var files = 0
  private var commits = 0
  private var started = ContinuousClock.now

  mutating func add(bytes: Int64) {
    self.bytes += bytes
    files += 1
  }

  mutating func restart() {
    bytes = 0
    files = 0
    commits += 1
    started = .now
  }

  /// Whether there was so much in it that what is freed with it is worth giving back to the system.
  var isLarge: Bool { bytes >= 8_000_000 }

  var isFull: Bool {
    if files >= 4000 || bytes >= 16_000_000 { return true }
    let patience: Duration = commits == 0 ? .milliseconds(80) : commits < 4 ? .milliseconds(300) : .milliseconds(1500)
    return files > 0 && ContinuousClock.now - started >= patience
  }
}
