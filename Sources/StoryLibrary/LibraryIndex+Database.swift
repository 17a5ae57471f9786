import Foundation
import GRDB
import QueryLanguage
import RegulatoryModel

extension LibraryIndex {
  /// Reads a whole library.
  init(_ db: Database) throws {
    self.init()
    try readAll(db)
  }

  /// Takes in whatever the database has that is newer than this. Costs one small read where there is nothing.
  mutating func bringUpToDate(_ db: Database) throws {
    let found = try Counters.value("revision", db)
    guard found > revision else { return }
    guard try Counters.value("epoch", db) == epoch else {
      self = try LibraryIndex(db)
      return
    }
    let before = revision
    try readTerms(db)
    try readMarks(db, after: before)
    try readLook(db)
    replace(try Self.chunks(db, after: before))
    revision = found
    contentRevision = try Counters.value("content_revision", db)
  }

  private mutating func readAll(_ db: Database) throws {
    revision = try Counters.value("revision", db)
    contentRevision = try Counters.value("content_revision", db)
    epoch = try Counters.value("epoch", db)
    try readTerms(db)
    try readMarks(db, after: -1)
    try readLook(db)
    var whole: [StoryChunk] = []
    for (number, chunk) in try Self.chunks(db, after: -1) {
      while whole.count < number { whole.append(StoryChunk()) }
      whole.append(chunk)
    }
    load(whole)
  }

  private mutating func readTerms(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT id, kind, text, name FROM term WHERE id >= ? ORDER BY id"), arguments: [terms.count])
    while let row = try rows.next() {
      let id: Int64 = row[0]
      guard id == terms.count, let kind = Term.Kind(rawValue: UInt8(clamping: row[1] as Int64)) else {
        throw MalformedBlob(detail: "the table of terms has a gap at \(id)")
      }
      let number = terms.add(Term(kind, row[2]), name: row[3])
      guard Int64(number) == id else { throw MalformedBlob(detail: "the table of terms has a term twice, at \(id)") }
    }
  }

  private mutating func readMarks(_ db: Database, after revision: Int64) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT name, stories FROM mark_set WHERE revision > ?"), arguments: [revision])
    while let row = try rows.next() {
      let name: String = row[0]
      marks[name] = try row.withUnsafeData(atIndex: 1) { try MarkSets.decoded($0) }
    }
  }

  private mutating func readLook(_ db: Database) throws {
    let row = try Row.fetchOne(db, sql: "SELECT revision, day FROM look ORDER BY id DESC LIMIT 1")
    let found = row.map { Look(revision: $0[0], day: CalendarDay(daysSinceEpoch: Int32(clamping: $0[1] as Int64))) }
    if found != look { setLook(found) }
  }

  private static func chunks(_ db: Database, after revision: Int64) throws -> [(number: Int, chunk: StoryChunk)] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT number, columns FROM story_chunk WHERE revision > ? ORDER BY number"), arguments: [revision])
    var found: [(Int, StoryChunk)] = []
    while let row = try rows.next() {
      let number: Int64 = row[0]
      guard (0...Int64(UInt32.max >> 10)).contains(number) else { throw MalformedBlob(detail: "there is a chunk \(number)") }
      found.append((Int(number), try row.withUnsafeData(atIndex: 1) { try ($0 ?? Data()).withUnsafeBytes { try StoryChunk(encoded: $0) } }))
    }
    return found
  }
}
