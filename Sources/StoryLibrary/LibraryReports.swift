import RegulatoryModel

/// Figures about the whole library.
package struct LibraryStatistics: Hashable, Sendable {
  package var revision: Revision
  package var stories: Int
  package var files: [FileStatus: Int]
  /// Size of all files read, in bytes.
  package var sourceBytes: Int64
  /// Size of the database file, in bytes.
  package var databaseBytes: Int64
  package var oldest: CalendarDay?
  package var newest: CalendarDay?

  package init(
    revision: Revision, stories: Int, files: [FileStatus: Int], sourceBytes: Int64, databaseBytes: Int64, oldest: CalendarDay?,
    newest: CalendarDay?
  ) {
    self.revision = revision
    self.stories = stories
    self.files = files
    self.sourceBytes = sourceBytes
    self.databaseBytes = databaseBytes
    self.oldest = oldest
    self.newest = newest
  }
}

/// What `Library.restoreMarks` did.
package struct RestoreReport: Hashable, Sendable {
  /// Stories that are here and got their marks.
  package var restored: Int
  /// Marks kept for stories that are not here; they attach when their file arrives.
  package var waiting: Int
  package init(restored: Int, waiting: Int) {
    self.restored = restored
    self.waiting = waiting
  }
}

/// What `Library.salvage` could keep of a damaged library.
package struct SalvageReport: Hashable, Sendable {
  /// Where the damaged file was moved.
  package var damagedCopy: String
  package var markedStories: Int
  package var savedFilters: Int
  /// What could not be read, in words; empty where everything that people did was kept.
  package var losses: [String]
  package init(damagedCopy: String, markedStories: Int, savedFilters: Int, losses: [String]) {
    self.damagedCopy = damagedCopy
    self.markedStories = markedStories
    self.savedFilters = savedFilters
    self.losses = losses
  }
}
