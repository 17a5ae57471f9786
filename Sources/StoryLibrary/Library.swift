import GRDB
import QueryLanguage
import RegulatoryModel
import Synchronization

/// The library of stories: what ingestion commits to, and what every question is answered from.
///
/// SQLite is the truth and keeps texts and findings; an immutable `LibraryIndex` in memory answers everything interactive. Every
/// method may be called from any thread; those that write, or search texts, can wait on a disk or on another program, and so have no
/// place on the thread of the screen.
package final class Library: Sendable {
  package let path: String
  let pool: DatabasePool
  private let currentNames: Mutex<EntityNames>
  private let current: Mutex<LibraryIndex>
  /// One writer of `current` at a time, from the beginning of its transaction until the new index is in place.
  private let writing = Mutex(())
  /// Used only within a write.
  let folds = Mutex(FoldMemory())
  let searches = SearchMemory()

  init(path: String, pool: DatabasePool, names: EntityNames, index: LibraryIndex) {
    self.path = path
    self.pool = pool
    currentNames = Mutex(names)
    current = Mutex(index)
  }

  /// What the name list calls things.
  var names: EntityNames { currentNames.withLock { $0 } }

  /// Takes another name list, for panes and completion: answers from now on use it.
  package func use(_ entityNames: [EntityName]) {
    let names = EntityNames(entityNames)
    currentNames.withLock { $0 = names }
  }

  /// The state that an answer is worked out from; stays what it is while others commit.
  var index: LibraryIndex { current.withLock { $0 } }

  /// The last committed change that this process knows of.
  package var revision: Revision { Revision(current.withLock { $0.revision }) }

  /// The day of the last look; nil before the first.
  package var lastLook: CalendarDay? { current.withLock { $0.look?.day } }

  /// Runs a write in one transaction, then puts the index that it made in place of the present one.
  ///
  /// The body gets an index that is up to date with the database, whoever wrote last. A throw takes everything back.
  /// - Parameter beforeCommitting: called when all is written and nothing committed, for tests of crashes and locks.
  func write<Result: Sendable>(
    beforeCommitting: () throws -> Void = {}, _ body: (Database, inout LibraryIndex) throws -> Result
  ) throws(LibraryError) -> Result {
    try converting {
      try writing.withLock { _ in
        var index = self.index
        var result: Result?
        try pool.writeWithoutTransaction { db in
          try db.inTransaction(.immediate) {
            try index.bringUpToDate(db)
            result = try body(db, &index)
            try beforeCommitting()
            return .commit
          }
        }
        current.withLock { $0 = index }
        guard let result else { throw LibraryError.failed(path: path, reason: "the write did not run") }
        return result
      }
    }
  }

  /// Reads from one consistent state of the database.
  func read<Result>(_ body: (Database) throws -> Result) throws(LibraryError) -> Result {
    try converting { try pool.read(body) }
  }

  /// Takes in what another process, or another `Library` on the same file, has committed. Answers whether there was anything.
  ///
  /// Costs a twentieth of a millisecond when there is nothing. The revision is asked for, and not `PRAGMA data_version`: that has to be
  /// asked of the same connection each time, which would wait for a commit of our own.
  package func refresh() throws(LibraryError) -> Bool { try changesOfOthers() != nil }

  /// As `refresh`, and answers which stories may look different now; nil where nothing was committed.
  package func changesOfOthers() throws(LibraryError) -> [StoryID]? {
    let found = try read { try Counters.value("revision", $0) }
    guard found > revision.rawValue else { return nil }
    return try converting {
      try writing.withLock { _ in
        var index = self.index
        let before = index
        let chunks = try pool.read { db in
          try index.bringUpToDate(db)
          return try UInt32.fetchAll(db, sql: "SELECT number FROM story_chunk WHERE revision > ?", arguments: [before.revision])
        }
        guard index.revision > before.revision else { return nil }
        current.withLock { $0 = index }
        var changed = StoryBitmap.union(
          of: chunks.map { number in StoryBitmap((number << 10)..<((number + 1) << 10)).intersection(index.all) })
        for name in Set(before.marks.keys).union(index.marks.keys) {
          let (old, new) = (before.stories(marked: name), index.stories(marked: name))
          changed = changed.union(old.subtracting(new)).union(new.subtracting(old))
        }
        return changed.stories.map { StoryID(Int64($0)) }
      }
    }
  }

  /// Turns whatever is thrown into the library's own error.
  func converting<Result>(_ body: () throws -> Result) throws(LibraryError) -> Result {
    do { return try body() } catch { throw LibraryError(error, path: path) }
  }
}
