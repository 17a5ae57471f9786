import FolderWatching
import RegulatoryModel
import StoryLibrary

extension Ingestor {
  /// Takes in what a watcher told: each file written is read, each removed one taken out, and what needs a look is looked at.
  package func takeIn(
    _ events: [FolderEvent], roots: [DocumentPath], today: CalendarDay, watcher: Watcher = Watcher()
  ) throws(LibraryError) -> LoadSummary {
    var written: [DocumentPath] = []
    var removed: [DocumentPath] = []
    var lookedAt: [DocumentPath] = []
    for event in events {
      switch event {
      case .written(let path): written.append(path)
      case .removed(let path): removed.append(path)
      case .rescan(let path): lookedAt.append(path)
      }
    }
    var summary = LoadSummary()
    let known = written.isEmpty && removed.isEmpty ? [:] : try library.files(under: written + removed)
    var plan = LoadPlan()
    for path in written {
      guard let root = Self.root(of: path, in: roots) else { continue }
      guard let signature = FileSignature(of: path) else {
        // Gone again before it could be looked at, or never a plain file.
        if known[path] != nil { removed.append(path) }
        continue
      }
      plan.candidates.append(LoadPlan.Candidate(path: path, root: root, signature: signature, known: known[path]))
      plan.bytes += signature.size
    }
    // What is told to be gone may be back by now.
    let gone = known.keys.filter { path in removed.contains { path.isInside($0) } && FileSignature(of: path) == nil }
    plan.removed = gone.sorted()
    plan.findRenames(known)
    if !plan.isEmpty { summary.add(try carryOut(plan, today: today, watcher: watcher)) }
    for folder in lookedAt {
      guard let root = Self.root(of: folder, in: roots) else { continue }
      if folder == root {
        summary.add(try load([root], today: today, watcher: watcher))
      } else {
        let plan = LoadPlan(roots: [folder], known: try library.files(under: [folder]), version: files.readerVersion)
        summary.add(try carryOut(plan.under(root), today: today, watcher: watcher))
      }
    }
    return summary
  }

  /// Reads again what was skipped, failed or read in part below some folders; what changed there is taken in too.
  ///
  /// - Parameters:
  ///   - folders: watched folders, folders above them, and folders or files below them.
  ///   - roots: the watched folders.
  package func retry(
    _ folders: [DocumentPath], roots: [DocumentPath], today: CalendarDay, watcher: Watcher = Watcher()
  ) throws(LibraryError) -> LoadSummary {
    var summary = LoadSummary()
    let whole = roots.filter { root in folders.contains { root.isInside($0) } }
    if !whole.isEmpty { summary.add(try load(whole, today: today, rereads: .incomplete, watcher: watcher)) }
    for folder in folders where !roots.contains(where: { $0.isInside(folder) }) {
      guard let root = Self.root(of: folder, in: roots) else { continue }
      let plan = LoadPlan(
        roots: [folder], known: try library.files(under: [folder]), version: files.readerVersion, rereads: .incomplete,
        isStopped: watcher.isStopped)
      summary.add(try carryOut(plan.under(root), today: today, watcher: watcher))
    }
    return summary
  }

  /// The watched folder that a path lies in; the innermost where they nest.
  private static func root(of path: DocumentPath, in roots: [DocumentPath]) -> DocumentPath? {
    roots.filter { path.isInside($0) }.max { $0.bytes.count < $1.bytes.count }
  }
}
