import RegulatoryModel

/// What a polled folder looked like, so that the next look tells what changed. A file is reported only when two looks in a
/// row see the same size and time, so that one that is still being copied is not read by halves.
package struct PolledFolder: Sendable {
  private var reported: [DocumentPath: FileSignature]
  private var lastSeen: [DocumentPath: FileSignature]

  /// What is there at the start counts as known.
  package init(_ files: [DocumentPath: FileSignature]) {
    reported = files
    lastSeen = files
  }

  package mutating func changes(_ files: [DocumentPath: FileSignature]) -> [FolderEvent] {
    var events: [FolderEvent] = []
    for path in reported.keys.sorted() where files[path] == nil {
      reported[path] = nil
      events.append(.removed(path))
    }
    for (path, signature) in files.sorted(by: { $0.key < $1.key }) where reported[path] != signature && lastSeen[path] == signature {
      reported[path] = signature
      events.append(.written(path))
    }
    lastSeen = files
    return events
  }

  static func look(at root: DocumentPath) -> [DocumentPath: FileSignature] {
    var files: [DocumentPath: FileSignature] = [:]
    var walk = FolderWalk()
    walk.walk(root) { entry in
      if case .file(let path, let signature) = entry { files[path] = signature }
      return true
    }
    return files
  }
}
