import FolderWatching
import RegulatoryModel
import StoryLibrary

/// Which files of a folder are read again.
package enum Rereading: Sendable, Hashable {
  /// Those that changed, or that another regwatch, other limits or other helper programs may read otherwise.
  case changed
  /// Those too that were skipped, failed or read in part.
  case incomplete
  case all

  func includes(_ known: KnownFile, _ path: DocumentPath, _ version: ReaderVersion) -> Bool {
    switch self {
    case .all: true
    case .incomplete: known.status != .read || Rereading.changed.includes(known, path, version)
    // A failure without a digest never came as far as the content: another try costs little.
    case .changed: known.reader != version.of(path, isWhole: known.status == .read) || known.status == .failed && known.state.digest.isEmpty
    }
  }
}

/// What is to be done so that the library says what the folders hold: made from one walk, for the price of a stat a file.
package struct LoadPlan: Sendable {
  package struct Candidate: Sendable {
    package var path: DocumentPath
    package var root: DocumentPath
    package var signature: FileSignature
    package var known: KnownFile?
  }
  package struct Omission: Sendable, Hashable {
    package var path: DocumentPath
    package var root: DocumentPath
    package var reason: String
  }

  package var candidates: [Candidate] = []
  package var removed: [DocumentPath] = []
  package var renamed: [IngestBatch.Renaming] = []
  /// Met on the walk and left out.
  package var omissions: [Omission] = []
  /// Folders asked for that are not there, or can't be listed; what the library has of them is kept.
  package var missing: [Omission] = []
  /// Those of `missing` that belong into the ledger: the library has files of them, or they are there and can't be looked into.
  package var lost: [Omission] = []
  /// By watched folder and reason, how much was left out for its name alone.
  package var passedOver: [DocumentPath: [String: Int]] = [:]
  package var unchanged = 0
  /// Of the candidates, in bytes.
  package var bytes: Int64 = 0
  package var wasStopped = false

  package init() {}

  var isEmpty: Bool { candidates.isEmpty && removed.isEmpty && renamed.isEmpty && omissions.isEmpty && lost.isEmpty && passedOver.isEmpty }

  /// The same plan for a folder below a root.
  func under(_ root: DocumentPath) -> LoadPlan {
    var plan = self
    // Counted for whole roots only.
    plan.passedOver = [:]
    for index in plan.candidates.indices { plan.candidates[index].root = root }
    for index in plan.omissions.indices { plan.omissions[index].root = root }
    plan.lost = []
    for index in plan.renamed.indices { plan.renamed[index].root = root }
    return plan
  }

  /// Walks the roots and compares them with what the library knows.
  ///
  /// - Parameters:
  ///   - rereads: which files count as changed.
  ///   - met: called now and then with the number of files met so far.
  package init(
    roots: [DocumentPath], known: [DocumentPath: KnownFile], version: ReaderVersion, rereads: Rereading = .changed,
    isStopped: () -> Bool = { false }, met: (Int) -> Void = { _ in }
  ) {
    var unseen = known
    var unreadable: [DocumentPath] = []
    var files = 0
    for root in roots {
      let before = files
      var walk = FolderWalk()
      var passedOver: [String: Int] = [:]
      let ended = walk.walk(root) { entry in
        switch entry {
        case .folder: break
        case .file(let path, let signature):
          files += 1
          if files % 256 == 0 { met(files) }
          let old = unseen.removeValue(forKey: path)
          if let old, old.root == root, old.state.matches(signature), !rereads.includes(old, path, version) {
            unchanged += 1
          } else {
            candidates.append(Candidate(path: path, root: root, signature: signature, known: old))
            bytes += signature.size
          }
        case .skipped(let path, let reason):
          if path == root {
            missing.append(Omission(path: path, root: root, reason: reason))
          } else if let name = FolderWalk.passedOver(Array(path.name.utf8)) {
            passedOver[name, default: 0] += 1
          } else {
            omissions.append(Omission(path: path, root: root, reason: reason))
          }
          unreadable.append(path)
        }
        return !isStopped()
      }
      if !ended {
        wasStopped = true
        return
      }
      if !missing.contains(where: { $0.path == root }) { self.passedOver[root] = passedOver }
      if files == before, Self.isUnmounted(root, known) {
        missing.append(Omission(path: root, root: root, reason: "it is empty, and its files were on another disk: is that mounted?"))
        unreadable.append(root)
      }
    }
    lost = missing.filter { folder in
      FolderWalk.device(of: folder.path) != nil || known.keys.contains { $0.isInside(folder.path) }
    }
    // A folder that can't be looked into (an unmounted disk, lost rights) takes nothing away.
    removed = unseen.keys.filter { path in !unreadable.contains { path.isInside($0) } }.sorted()
    findRenames(known)
    met(files)
  }

  /// Whether an empty folder is only the place where a disk used to be mounted: all its files were on another device than it is.
  private static func isUnmounted(_ root: DocumentPath, _ known: [DocumentPath: KnownFile]) -> Bool {
    guard let device = FolderWalk.device(of: root) else { return false }
    let devices = Set(known.lazy.filter { $0.key.isInside(root) && $0.value.state.device != 0 }.map(\.value.state.device))
    return !devices.isEmpty && !devices.contains(device)
  }

  /// A file that vanished here and appeared there with its inode, size and time was renamed; it need not be read.
  mutating func findRenames(_ known: [DocumentPath: KnownFile]) {
    guard !removed.isEmpty, !candidates.isEmpty else { return }
    var byIdentity: [FileSignature: DocumentPath] = [:]
    for path in removed {
      guard let file = known[path], !file.state.digest.isEmpty else { continue }
      let state = file.state
      byIdentity[FileSignature(device: state.device, inode: state.inode, size: state.size, modified: state.mtimeNanoseconds)] = path
    }
    var taken: Set<DocumentPath> = []
    candidates.removeAll { candidate in
      guard candidate.known == nil, let old = byIdentity.removeValue(forKey: candidate.signature) else { return false }
      renamed.append(IngestBatch.Renaming(from: old, to: candidate.path, root: candidate.root))
      taken.insert(old)
      bytes -= candidate.signature.size
      unchanged += 1
      return true
    }
    removed.removeAll { taken.contains($0) }
  }
}
