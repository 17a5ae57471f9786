import NearDuplicates
import RegulatoryModel

/// What one transaction brings into the library: files read, files gone, files moved.
///
/// Within a batch, renames are applied first, then removals, then the files in their order. A path both removed and among the files has
/// changed.
package struct IngestBatch: Sendable {
  /// The day it is for the person: what `added:` compares with.
  package var today: CalendarDay
  package var files: [IngestedFile]
  package var removed: [DocumentPath]
  /// Files known to have moved. A file that is new here and has the digest of one in `removed` is found to have moved without this.
  package var renamed: [Renaming]

  package struct Renaming: Sendable, Hashable {
    package var from: DocumentPath
    package var to: DocumentPath
    /// The watched folder that the file now lies in.
    package var root: DocumentPath
    package init(from: DocumentPath, to: DocumentPath, root: DocumentPath) {
      self.from = from
      self.to = to
      self.root = root
    }
  }

  package init(today: CalendarDay, files: [IngestedFile] = [], removed: [DocumentPath] = [], renamed: [Renaming] = []) {
    self.today = today
    self.files = files
    self.removed = removed
    self.renamed = renamed
  }

  package var isEmpty: Bool { files.isEmpty && removed.isEmpty && renamed.isEmpty }
}

/// One file as ingestion leaves it.
package struct IngestedFile: Sendable {
  package enum Outcome: Sendable {
    /// Read and extracted. Notes say what could not be read of it ("3 of 12 pages have no text"); with any, the file counts as partly read.
    case read([IngestedStory], notes: [String] = [])
    /// Could not be read. Stories from an earlier, good reading stay, so that a file caught half-written takes nothing away.
    case failed(reason: String)
    /// Left out on purpose. Stories from an earlier reading go.
    case skipped(reason: String)
  }

  package var path: DocumentPath
  /// The watched folder that the file was found under.
  package var root: DocumentPath
  package var state: FileState
  package var outcome: Outcome
  /// What read it, with versions ("html 3, lexicon 1a2b3c"). A file with the same digest and reader is unchanged; with another reader it is read anew.
  package var reader: String
  /// The format it was read as; nil where none was recognised.
  package var format: String?
  /// When it was read, in seconds since 1970.
  package var readAt: Int64
  /// How long reading and extraction took, in microseconds.
  package var micros: Int64
  /// The digest of the user's names that its findings were made with; nil where that does not matter.
  package var userNames: String?

  package init(
    path: DocumentPath, root: DocumentPath, state: FileState, outcome: Outcome, reader: String, format: String? = nil, readAt: Int64 = 0,
    micros: Int64 = 0, userNames: String? = nil
  ) {
    self.path = path
    self.root = root
    self.state = state
    self.outcome = outcome
    self.reader = reader
    self.format = format
    self.readAt = readAt
    self.micros = micros
    self.userNames = userNames
  }
}

package struct IngestedStory: Sendable, Equatable {
  package let story: Story
  package private(set) var findings: Findings
  /// Of the exchanges, and then of the agencies: how often each is named.
  private(set) var mentionCounts: [Int]
  /// The findings as they are stored.
  let encodedFindings: [UInt8]
  /// By which copies of it are found; nil for one that is too short to tell, or stands apart.
  let sketch: StorySketch?

  /// Works out the sketch and the stored form: best done where there are many threads, for there is one writer.
  package init(_ story: Story, _ findings: Findings) {
    self.story = story
    self.findings = findings
    mentionCounts = (findings.exchanges + findings.agencies).map(\.mentions.count)
    encodedFindings = findings.encoded()
    var text = story.text
    sketch =
      Self.standsApart(story.kind) || text.utf8.count > Self.longestWireStory
      ? nil : text.withUTF8 { StorySketch(UnsafeBufferPointer(rebasing: $0[min(story.bodyStart, $0.count)...])) }
  }

  /// Lets go of where things are named, which the stored form has and nothing else that is stored needs: of a file of thousands of stories
  /// that is more than their texts.
  package mutating func dropPlaces() {
    for place in findings.exchanges.indices { findings.exchanges[place].mentions = [] }
    for place in findings.agencies.indices { findings.agencies[place].mentions = [] }
    for place in findings.assets.indices { findings.assets[place].mentions = [] }
    for place in findings.legislation.indices { findings.legislation[place].mentions = [] }
  }

  /// In bytes: no wire sends more, and the shingles of a text are as large as the text.
  static let longestWireStory = 1 << 20

  /// Official papers are made from templates, and each is one of its own, however like another.
  private static func standsApart(_ kind: DocumentKind) -> Bool {
    switch kind {
    case .rule, .proposedRule, .notice, .bill, .filing, .prices: true
    case .news, .pressRelease, .enforcement, .speech, .email, .other: false
    }
  }
}

/// What `stat` and a digest say of a file.
package struct FileState: Hashable, Sendable {
  package var size: Int64
  package var mtimeNanoseconds: Int64
  package var device: UInt64
  package var inode: UInt64
  /// Of the content, by whatever function ingestion uses; empty where the content could not be read.
  package var digest: [UInt8]

  package init(size: Int64, mtimeNanoseconds: Int64, device: UInt64 = 0, inode: UInt64 = 0, digest: [UInt8]) {
    self.size = size
    self.mtimeNanoseconds = mtimeNanoseconds
    self.device = device
    self.inode = inode
    self.digest = digest
  }
}

/// A file as the library knows it: enough to tell, for the price of a `stat`, that there is nothing to do.
package struct KnownFile: Hashable, Sendable {
  package var root: DocumentPath
  package var state: FileState
  package var status: FileStatus
  package var reader: String
  package init(root: DocumentPath, state: FileState, status: FileStatus, reader: String) {
    self.root = root
    self.state = state
    self.status = status
    self.reader = reader
  }
}

/// What a commit did. The revision is the one before where nothing changed.
package struct CommitReport: Sendable, Equatable {
  package var revision: Revision
  package var added: [StoryID]
  package var changed: [StoryID]
  package var removed: [StoryID]
  /// Files of the batch whose content the library had already.
  package var unchangedFiles: Int

  package init(revision: Revision, added: [StoryID] = [], changed: [StoryID] = [], removed: [StoryID] = [], unchangedFiles: Int = 0) {
    self.revision = revision
    self.added = added
    self.changed = changed
    self.removed = removed
    self.unchangedFiles = unchangedFiles
  }
}
