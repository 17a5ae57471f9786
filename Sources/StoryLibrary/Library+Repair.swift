import Foundation
import GRDB
import QueryLanguage
import RegulatoryModel

extension Library {
  /// Looks through the whole library for damage; each line says one thing that is wrong. Reads every page: seconds for a large one.
  package func checkIntegrity() throws(LibraryError) -> [String] {
    let index = self.index
    return try converting {
      var found: [String] = []
      func check(_ what: String, _ body: () throws -> [String]) {
        do { found += try body() } catch { found.append("\(what): \(LibraryError(error, path: path).problem.why)") }
      }
      check("pages") {
        try pool.read { try String.fetchAll($0, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" } }
      }
      check("references") {
        try pool.read { db in
          try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(20).map { "a row of \($0[0] as String? ?? "?") refers to nothing" }
        }
      }
      check("full-text index") {
        // Compares the index with every text; it is written as an insert, so SQLite wants the writer.
        try pool.writeWithoutTransaction { db in
          try db.execute(sql: "INSERT INTO story_search(story_search, rank) VALUES ('integrity-check', 1)")
          return []
        }
      }
      check("columns") {
        try pool.read { db in
          let stored = StoryBitmap(try UInt32.fetchAll(db, sql: "SELECT id FROM story ORDER BY id"))
          let isUpToDate = try Counters.value("revision", db) == index.revision
          return isUpToDate && stored != index.all ? ["the columns hold other stories than the table"] : []
        }
      }
      check("findings") {
        try pool.read { db in
          var broken: [String] = []
          let rows = try Row.fetchCursor(db, sql: "SELECT id, text, findings FROM story_text")
          while let row = try rows.next(), broken.count < 20 {
            let length = (row[1] as String).utf8.count
            do {
              _ = try row.withUnsafeData(atIndex: 2) {
                try ($0 ?? Data()).withUnsafeBytes { try Findings(encoded: $0, textLength: length) }
              }
            } catch let error as MalformedBlob {
              broken.append("story \(row[0] as Int64): \(error.detail)")
            }
          }
          return broken
        }
      }
      return found
    }
  }

  /// Throws away all that was derived from files, and keeps what people did: marks attach again as the files are read anew.
  package func rebuildDerived() throws(LibraryError) {
    try write { db, index in
      // Marked stories that are here are found again by what `marked_story` has of them.
      try Schema.renewDerived(db)
      index = try LibraryIndex(db)
    }
  }

  /// Moves a damaged library out of the way and makes a new one with whatever of people's doings could still be read.
  ///
  /// Nothing is deleted: the damaged files stay beside the new one, under the name in the report. No other program may have it open.
  package static func salvage(_ path: DocumentPath) throws(LibraryError) -> SalvageReport {
    let text = path.text
    do {
      var saved = PeoplesRecords()
      saved.read(fromDamaged: text)
      let copy = try moveAside(text)
      let library = try Library.open(path, entityNames: [])
      try library.take(saved)
      return SalvageReport(
        damagedCopy: copy, markedStories: saved.places.count, savedFilters: saved.filters.count, losses: saved.losses)
    } catch {
      throw LibraryError(error, path: text)
    }
  }

  private static func moveAside(_ path: String) throws -> String {
    let files = FileManager.default
    var number = 1
    while files.fileExists(atPath: "\(path).damaged-\(number)") { number += 1 }
    let copy = "\(path).damaged-\(number)"
    try files.moveItem(atPath: path, toPath: copy)
    for end in ["-wal", "-shm"] where files.fileExists(atPath: path + end) { try files.moveItem(atPath: path + end, toPath: copy + end) }
    return copy
  }

  /// Puts what was salvaged into this new library.
  private func take(_ saved: PeoplesRecords) throws(LibraryError) {
    try write { db, index in
      index.revision = max(saved.revision, 0) + 1
      for (name, stories) in saved.sets { try MarkSets.store(stories, as: name, revision: index.revision, db) }
      index.marks = saved.sets
      for place in saved.places {
        try db.execute(
          sql: "INSERT OR REPLACE INTO marked_story(story, path, item, digest) VALUES (?, ?, ?, ?)",
          arguments: [place.story, place.path, place.item, place.digest])
      }
      for filter in saved.filters { try SavedFilters.store(filter, db) }
      if let look = saved.look {
        try db.execute(sql: "INSERT INTO look(revision, day) VALUES (?, ?)", arguments: [look.revision, look.day.daysSinceEpoch])
        index.setLook(look)
      }
      let last = max(saved.places.map(\.story).max() ?? 0, Int64(index.marked.last ?? 0), saved.nextStory - 1)
      try Counters.set("next_story", to: last + 1, db)
      try Counters.set("revision", to: index.revision, db)
    }
  }
}
