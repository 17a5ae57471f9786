import Foundation
import GRDB
import QueryLanguage
import RegulatoryModel

/// What people did, as far as it can be read from a damaged library.
struct PeoplesRecords {
  struct Place {
    var story: Int64
    var path: Data
    var item: String
    var digest: Data
  }

  var sets: [String: StoryBitmap] = [:]
  var places: [Place] = []
  var filters: [SavedFilter] = []
  var look: LibraryIndex.Look?
  var revision: Int64 = 0
  var nextStory: Int64 = 1
  var losses: [String] = []

  /// Reads table by table, so that a broken one takes no other with it.
  mutating func read(fromDamaged path: String) {
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(1)
      // Without this SQLite refuses a file that is shorter than its header says, whole tables and all.
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA writable_schema = ON") }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      queue.inDatabase { readTables($0) }
      try queue.close()
    } catch {
      losses.append("nothing could be read: \(LibraryError(error, path: path).problem.why)")
    }
  }

  private mutating func readTables(_ db: Database) {
    attempt("marks") { saved in
      let rows = try Row.fetchCursor(db, sql: "SELECT name, stories FROM mark_set")
      while let row = try rows.next() {
        let name: String = row[0]
        do { saved.sets[name] = try row.withUnsafeData(atIndex: 1) { try MarkSets.decoded($0) } } catch let error as MalformedBlob {
          saved.losses.append("the marks \(name): \(error.detail)")
        }
      }
    }
    attempt("places of marked stories") { saved in
      let rows = try Row.fetchCursor(db, sql: "SELECT story, path, item, digest FROM marked_story ORDER BY story")
      while let row = try rows.next() { saved.places.append(Place(story: row[0], path: row[1], item: row[2], digest: row[3])) }
    }
    attempt("saved filters") { saved in
      let rows = try Row.fetchCursor(db, sql: "SELECT name, query FROM saved_filter ORDER BY place, name")
      while let row = try rows.next() { saved.filters.append(SavedFilter(name: row[0], query: row[1])) }
    }
    attempt("the last look") { saved in
      if let row = try Row.fetchOne(db, sql: "SELECT revision, day FROM look ORDER BY id DESC LIMIT 1") {
        saved.look = .init(revision: row[0], day: CalendarDay(daysSinceEpoch: Int32(clamping: row[1] as Int64)))
      }
    }
    attempt("counters") { saved in
      saved.revision = try Counters.value("revision", db)
      saved.nextStory = try Counters.value("next_story", db)
    }
  }

  private mutating func attempt(_ what: String, _ read: (inout PeoplesRecords) throws -> Void) {
    do { try read(&self) } catch { losses.append("\(what): \(LibraryError(error, path: "").problem.why)") }
  }
}
