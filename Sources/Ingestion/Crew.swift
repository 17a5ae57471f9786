import Dispatch
import FolderWatching
import Glibc
import RegulatoryModel
import StoryLibrary
import Synchronization

/// The workers of one load: each takes the next candidate until there are none. Every candidate gives exactly one result, also after a stop.
///
/// A class because all workers share it.
final class Crew: Sendable {
  private let candidates: [LoadPlan.Candidate]
  private let files: FileIngestion
  private let results: BoundedQueue<(Int, IngestedFile?)>
  private let budget = ByteBudget(limit: Crew.bytesInWork)
  /// What files have of the budget, where it isn't their size.
  private let shares = Mutex<[Int: Int64]>([:])
  private let next = Atomic(0)
  private let stopped = Atomic(false)

  init(candidates: [LoadPlan.Candidate], files: FileIngestion, results: BoundedQueue<(Int, IngestedFile?)>) {
    self.candidates = candidates
    self.files = files
    self.results = results
  }

  var isStopped: Bool { stopped.load(ordering: .relaxed) }

  /// To be called with each result that was taken: only then may its worker's share of memory go to the next file.
  func took(_ index: Int) { budget.giveBack(shares.withLock { $0.removeValue(forKey: index) } ?? candidates[index].signature.size) }

  /// Has the file wait until it is the only one: packed, it is a bomb or nearly so, and there may be one in every worker's hands.
  ///
  /// It first gives back what it has, so that two of them never wait for each other.
  private func readAlone(_ index: Int) {
    guard shares.withLock({ $0.updateValue(Self.bytesInWork, forKey: index) }) == nil else { return }
    budget.giveBack(candidates[index].signature.size)
    budget.take(Self.bytesInWork)
  }

  /// Of the files being read, or read and not taken yet. What is made of a file needs several times its size.
  private static let bytesInWork: Int64 = 32 << 20

  /// The files not begun yet are left for the next load.
  func stop() { stopped.store(true, ordering: .relaxed) }

  func work() {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < candidates.count else { return }
      guard !isStopped else {
        results.put((-1, nil))
        continue
      }
      let candidate = candidates[index]
      budget.take(candidate.signature.size)
      let file = files.ingest(candidate.path, root: candidate.root, known: candidate.known, keepsPlaces: false) { self.readAlone(index) }
      results.put((index, file))
    }
  }
}

/// How many processors this process may use.
package enum CoreCount {
  package static var available: Int {
    let count = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    return count > 0 ? Int(count) : 1
  }
}

extension FileIngestion {
  /// Reads and extracts several files on all cores; the results stand in the order of the candidates.
  package func ingestAll(_ candidates: [LoadPlan.Candidate]) -> [IngestedFile?] {
    let results = Mutex([IngestedFile?](repeating: nil, count: candidates.count))
    DispatchQueue.concurrentPerform(iterations: candidates.count) { index in
      let file = ingest(candidates[index].path, root: candidates[index].root, known: candidates[index].known)
      results.withLock { $0[index] = file }
    }
    return results.withLock { $0 }
  }
}
