import GRDB
import RegulatoryModel
import Synchronization

extension Library {
  /// Commits one batch in a single transaction, as one revision; a batch that changes nothing makes none.
  ///
  /// Blocks until the disk has it: never call it from the thread of the screen. How many files make a batch is for the caller to say; a few
  /// hundred are as fast as thousands.
  /// - Throws: `.locked` when another program kept writing for the whole busy timeout; nothing is stored then.
  @discardableResult
  package func commit(_ batch: IngestBatch) throws(LibraryError) -> CommitReport {
    try commit(batch, beforeCommitting: {})
  }

  @discardableResult
  func commit(_ batch: IngestBatch, beforeCommitting: () throws -> Void) throws(LibraryError) -> CommitReport {
    do throws(LibraryError) {
      return try write(beforeCommitting: beforeCommitting) { db, index in
        var writer = try BatchWriter(db, index: index, today: batch.today)
        try writer.run(batch)
        return try folds.withLock { try writer.finish(into: &index, folds: &$0) }
      }
    } catch {
      // What it learned of this batch was taken back with it.
      folds.withLock { $0 = FoldMemory() }
      throw error
    }
  }

  /// To be called when a long load is over: tidies the full-text index a little and empties the journal. May be left out.
  package func finishLoading() throws(LibraryError) {
    try converting {
      try pool.writeWithoutTransaction { db in
        try db.execute(sql: "INSERT INTO story_search(story_search, rank) VALUES ('merge', 500)")
        // Another program that is reading keeps the journal from being emptied; that is no failure.
        _ = try? db.checkpoint(.truncate)
      }
    }
  }
}
