import Foundation
import GRDB
import RegulatoryModel

extension Library {
  /// Opens a library, or makes a new one where there is no file; its folder has to exist.
  ///
  /// - Parameters:
  ///   - entityNames: what the name list calls things, for panes and completion.
  ///   - busyTimeout: how long to wait for another program that is writing.
  /// - Throws: `.newer`, `.damaged`, `.locked` or `.cannotOpen`; each has its sentence in `problem`.
  package static func open(_ path: DocumentPath, entityNames: [EntityName], busyTimeout: Duration = .seconds(5)) throws(LibraryError)
    -> Library
  {
    let text = path.text
    do {
      guard Array(text.utf8) == path.bytes else { throw LibraryError.cannotOpen(path: text, reason: "its name is not UTF-8") }
      let pool = try DatabasePool(path: text, configuration: configuration(path: text, busyTimeout: busyTimeout))
      try pool.writeWithoutTransaction { try Schema.createIfNeeded($0) }
      let index = try pool.read { try LibraryIndex($0) }
      return Library(path: text, pool: pool, names: EntityNames(entityNames), index: index)
    } catch {
      throw LibraryError(error, path: text)
    }
  }

  /// Writes the journal back and closes every connection, so that the library is one whole file. Nothing can be asked of it afterwards.
  ///
  /// May be left out: what is committed is safe without.
  package func close() throws(LibraryError) {
    try converting {
      // Another program that is reading keeps the journal from being emptied; that is no failure.
      _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
      try pool.close()
    }
  }

  private static func configuration(path: String, busyTimeout: Duration) -> Configuration {
    let parts = busyTimeout.components
    var configuration = Configuration()
    configuration.label = "library"
    configuration.busyMode = .timeout(Double(parts.seconds) + Double(parts.attoseconds) * 1e-18)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      // Before the first write, turning the journal on: what is newer, or another program's, is left as it is.
      try Schema.check(db, path: path)
      if db.configuration.readonly {
        try db.execute(sql: "PRAGMA cache_size = -16000")
      } else {
        // The page size holds only while the file is empty. A journal of 32 MB before it is written back: a load then writes
        // each page of the index once or twice and not dozens of times.
        try db.execute(sql: "PRAGMA page_size = 8192; PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 4000")
        try db.execute(sql: "PRAGMA journal_size_limit = 67108864")
      }
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
    }
    return configuration
  }
}
