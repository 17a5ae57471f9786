import FolderWatching
import RegulatoryModel
import StoryLibrary

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
  package var unchanged = 0
  /// Of the candidates, in bytes.
  package var bytes: Int64 = 0
  package var wasStopped = false

  package init() {}

  var isEmpty: Bool { candidates.isEmpty && removed.isEmpty && renamed.isEmpty && omissions.isEmpty }

  /// The same plan for a folder below a root.
  func under(_ root: DocumentPath) -> LoadPlan {
    var plan = self
    for index in plan.candidates.indices { plan.candidates[index].root = root }
    for index in plan.omissions.indices { plan.omissions[index].root = root }
    for index in plan.renamed.indices { plan.renamed[index].root = root }
    return plan
  }

  /// Walks the roots and compares them with what the library knows.
  ///
  /// - Parameters:
  ///   - rereadsAll: every file counts as changed.
  ///   - met: called now and then with the number of files met so far.
  package init(
    roots: [DocumentPath], known: [DocumentPath: KnownFile], version: ReadingVersion, rereadsAll: Bool = false,
    isStopped: () -> Bool = { false },
    met: (Int) -> Void = { _ in }
  ) {
    var unseen = known
    var unreadable: [DocumentPath] = []
    var files = 0
    for root in roots {
      let before = files
      var walk = FolderWalk()
      let ended = walk.walk(root) { entry in
        switch entry {
        case .folder: break
        case .file(let path, let signature):
          files += 1
          if files % 256 == 0 { met(files) }
          let old = unseen.removeValue(forKey: path)
          if let old, !rereadsAll, old.reader == version.text(for: path), old.root == root, old.state.matches(signature),
            old.status != .failed || old.state.digest != []
          {
            unchanged += 1
          } else {
            candidates.append(Candidate(path: path, root: root, signature: signature, known: old))
            bytes += signature.size
          }
        case .skipped(let path, let reason):
          if path == root {
            missing.append(Omission(path: path, root: root, reason: reason))
          } else if FolderWalk.passedOver(Array(path.name.utf8)) == nil {
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
      if files == before, Self.isUnmounted(root, known) {
        missing.append(Omission(path: root, root: root, reason: "it is empty, and its files were on another disk: is that mounted?"))
        unreadable.append(root)
      }
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
