import Foundation
import GRDB
import QueryLanguage
import RegulatoryModel

// Marks as plain text, to keep, to move to another machine, or to read. One line for each story:
//
//     # regwatch marks 1
//     story <TAB> read starred tag:desk <TAB> 0a1b… <TAB> #0 <TAB> /home/ann/inbox/a%20b.html
//     filter <TAB> comment periods <TAB> has:deadline date:14d..
//
// that is marks, digest of the file, place in it, and path, with bytes outside of printable ASCII, "%" and blanks as %XX.
extension Library {
  private static let header = "# regwatch marks 1"

  /// Everything that people set, as text that `restoreMarks` reads. The same marks give the same text.
  package func dumpMarks() throws(LibraryError) -> String {
    let index = self.index
    return try read { db in
      var lines = [Self.header]
      let rows = try Row.fetchCursor(db, sql: "SELECT story, path, item, digest FROM marked_story ORDER BY path, item, story")
      let sets = index.marks.sorted { $0.key < $1.key }
      while let row = try rows.next() {
        let story: UInt32 = row[0]
        let names = sets.filter { $0.value.contains(story) }.map { PercentText.encoded($0.key.utf8) }
        guard !names.isEmpty else { continue }
        let digest = [UInt8](row[3] as Data)
        lines.append(
          [
            "story", names.joined(separator: " "), Hexadecimal.encoded(digest), PercentText.encoded((row[2] as String).utf8),
            PercentText.encoded([UInt8](row[1] as Data)),
          ].joined(separator: "\t"))
      }
      for row in try Row.fetchAll(db, sql: "SELECT name, query FROM saved_filter ORDER BY place, name") {
        lines.append(
          ["filter", PercentText.encoded((row[0] as String).utf8), PercentText.encoded((row[1] as String).utf8)].joined(separator: "\t"))
      }
      return lines.joined(separator: "\n") + "\n"
    }
  }

  /// Adds the marks of a text to those that are here; takes none away. Stories that are not here get theirs when their file comes.
  ///
  /// - Throws: `.notMarks` with the line, and then nothing was restored.
  package func restoreMarks(_ text: String) throws(LibraryError) -> RestoreReport {
    let lines = try MarksLine.parse(text)
    return try write { db, index in
      var joining: [String: [UInt32]] = [:]
      var report = RestoreReport(restored: 0, waiting: 0)
      var next = try Counters.nextStory(db)
      for line in lines {
        switch line {
        case .filter(let filter): try SavedFilters.store(filter, db)
        case .story(let marks, let digest, let item, let path):
          let story: UInt32
          if let here = try Self.story(path, item, digest, db) {
            story = here
            report.restored += 1
            try MarkSets.keepPlaces(of: [here], db)
          } else {
            let known = try UInt32.fetchOne(
              db.cachedStatement(sql: "SELECT story FROM marked_story WHERE path = ? AND item = ?"), arguments: [path, item])
            story = known ?? next
            if known == nil { next += 1 }
            report.waiting += 1
            try db.cachedStatement(sql: "INSERT OR REPLACE INTO marked_story(story, path, item, digest) VALUES (?, ?, ?, ?)")
              .execute(arguments: [story, path, item, digest])
          }
          for mark in marks { joining[mark, default: []].append(story) }
        }
      }
      index.revision += 1
      for (name, stories) in joining {
        var bitmap = index.stories(marked: name)
        bitmap.insert(stories)
        index.marks[name] = bitmap
        try MarkSets.store(bitmap, as: name, revision: index.revision, db)
      }
      try Counters.set("next_story", to: Int64(next), db)
      try Counters.set("revision", to: index.revision, db)
      return report
    }
  }

  /// The story at that place, else the one at the same place of a file with the same content.
  private static func story(_ path: Data, _ item: String, _ digest: Data, _ db: Database) throws -> UInt32? {
    let byPath = try UInt32.fetchOne(
      db.cachedStatement(sql: "SELECT story.id FROM story JOIN file ON file.id = story.file WHERE file.path = ? AND story.item = ?"),
      arguments: [path, item])
    if byPath != nil || digest.isEmpty { return byPath }
    return try UInt32.fetchOne(
      db.cachedStatement(sql: "SELECT story.id FROM story JOIN file ON file.id = story.file WHERE file.digest = ? AND story.item = ?"),
      arguments: [digest, item])
  }
}
