import Foundation
import GRDB
import QueryLanguage
import RegulatoryModel

extension Library {
  /// Every file that the library knows below some folders, whatever became of it.
  package func files(under roots: [DocumentPath]) throws(LibraryError) -> [DocumentPath: KnownFile] {
    try read { db in
      var known: [DocumentPath: KnownFile] = [:]
      for root in roots {
        // Below a folder is what begins with its path and a slash: one stretch of the index on path. The next byte after "/" is "0".
        let folder = root.bytes.last == 0x2F ? Array(root.bytes.dropLast()) : root.bytes
        let rows = try Row.fetchCursor(
          db.cachedStatement(sql: "SELECT \(FileTable.columns) FROM file WHERE (path > ? AND path < ?) OR path = ?"),
          arguments: [Data(folder + [0x2F]), Data(folder + [0x30]), Data(folder)])
        while let row = try rows.next() {
          let file = try FileTable.FileRow(row)
          known[file.path] = KnownFile(root: file.root, state: file.state, status: file.ledger.status, reader: file.ledger.reader)
        }
      }
      return known
    }
  }

  /// The watched folders that files were found under, by path.
  package func watchedFolders() throws(LibraryError) -> [DocumentPath] {
    try read { db in
      try Data.fetchAll(db, sql: "SELECT DISTINCT root FROM file").map { DocumentPath(bytes: [UInt8]($0)) }.sorted()
    }
  }

  package func statistics() throws(LibraryError) -> LibraryStatistics {
    let index = self.index
    return try read { db in
      var files: [FileStatus: Int] = [:]
      var bytes: Int64 = 0
      for row in try Row.fetchAll(db, sql: "SELECT status, count(*), sum(size) FROM file GROUP BY status") {
        guard let status = FileStatus(rawValue: row[0]) else { continue }
        files[status] = row[1]
        if status == .read || status == .partly { bytes += row[2] }
      }
      let pages = try Int64.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      let pageSize = try Int64.fetchOne(db, sql: "PRAGMA page_size") ?? 0
      return LibraryStatistics(
        revision: Revision(index.revision), stories: index.all.count, files: files, sourceBytes: bytes, databaseBytes: pages * pageSize,
        oldest: index.order.first.map { CalendarDay(daysSinceEpoch: index.date(of: $0)) },
        newest: index.order.last.map { CalendarDay(daysSinceEpoch: index.date(of: $0)) })
    }
  }

  /// The values that queries can use: the name list's, and those found here.
  package func vocabulary() -> Vocabulary { VocabularyMaker(index: index, names: names).vocabulary }
}
