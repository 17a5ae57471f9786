import RegulatoryModel
import StoryLibrary

/// What a load did, file by file where something is to be said.
package struct LoadSummary: Sendable, Equatable {
  package struct Reason: Sendable, Hashable {
    package var path: DocumentPath
    package var reason: String
    package init(path: DocumentPath, reason: String) {
      self.path = path
      self.reason = reason
    }
  }

  package var added = 0
  package var changed = 0
  package var removed = 0
  package var renamed = 0
  package var unchanged = 0
  package var skipped: [Reason] = []
  package var failed: [Reason] = []
  /// Read, but not whole, or not surely right.
  package var notes: [Reason] = []
  package var missingFolders: [Reason] = []
  package var wasStopped = false
  /// Of the files read, in bytes.
  package var bytes: Int64 = 0
  package var stories = 0

  package init() {}

  package mutating func add(_ other: LoadSummary) {
    added += other.added
    changed += other.changed
    removed += other.removed
    renamed += other.renamed
    unchanged += other.unchanged
    skipped += other.skipped
    failed += other.failed
    notes += other.notes
    missingFolders += other.missingFolders
    wasStopped = wasStopped || other.wasStopped
    bytes += other.bytes
    stories += other.stories
  }

  mutating func count(_ file: IngestedFile, known: KnownFile?) {
    switch file.outcome {
    case .read(let stories, let notes):
      if let known, known.state.digest == file.state.digest, known.reader == file.reader {
        unchanged += 1
      } else if known != nil {
        changed += 1
      } else {
        added += 1
      }
      self.stories += stories.count
      bytes += file.state.size
      self.notes += notes.map { Reason(path: file.path, reason: $0) }
    case .skipped(let reason): skipped.append(Reason(path: file.path, reason: reason))
    case .failed(let reason): failed.append(Reason(path: file.path, reason: reason))
    }
  }
}

/// How far a load has come.
package struct LoadStep: Sendable, Equatable {
  package var filesDone = 0
  /// Nil while the folders are still being listed; `filesDone` then counts the files met.
  package var filesTotal: Int?
  package var bytesDone: Int64 = 0
  package var bytesTotal: Int64 = 0
  package var skipped = 0

  package init(filesDone: Int = 0, filesTotal: Int? = nil, bytesDone: Int64 = 0, bytesTotal: Int64 = 0, skipped: Int = 0) {
    self.filesDone = filesDone
    self.filesTotal = filesTotal
    self.bytesDone = bytesDone
    self.bytesTotal = bytesTotal
    self.skipped = skipped
  }
}
