import Foundation
import GRDB
import QueryLanguage
import RegulatoryModel
import Synchronization

// Findings made anew from the texts that the library holds, once the user's names have changed.
extension Library {
  /// The user's lexicon entries that the findings were made with, as one text; empty before any.
  package func userNames() throws(LibraryError) -> String {
    try read { try UserNamesRecord.stored($0)?.text ?? "" }
  }

  /// Remembers what the findings are made with from now on.
  package func rememberUserNames(_ text: String, digest: String) throws(LibraryError) {
    try write { db, _ in try UserNamesRecord.store(text, digest: digest, db) }
  }

  /// The stories that have one of these phrases, the last word of each perhaps going on, and those in which one of these things was
  /// found. Searches the texts: not for the thread of the screen.
  package func stories(saying phrases: Set<String>, naming things: Set<EntityKey>) throws(LibraryError) -> [StoryID] {
    let index = self.index
    return try read { db in
      var found = StoryBitmap.union(
        of: things.compactMap { key in index.terms.number(Term.Kind(key.kind), key.id).map { index.stories($0) } })
      let statement = try db.cachedStatement(sql: "SELECT rowid FROM story_search WHERE story_search MATCH ?")
      for phrase in phrases.sorted() {
        let numbers = try Int64.fetchAll(statement, arguments: [SearchText.quoted(.prefix(phrase))])
        found = found.union(StoryBitmap(numbers.map { UInt32(clamping: $0) }.sorted()))
      }
      return found.intersection(index.all).stories.map { StoryID(Int64($0)) }
    }
  }

  /// Every story, by number.
  package var allStories: [StoryID] { index.all.stories.map { StoryID(Int64($0)) } }

  /// The newest stories of a query within some folders, with all that was found in them.
  package func newest(_ count: Int, matching query: Query, scope: [DocumentPath], today: CalendarDay) throws(LibraryError) -> [StoryDetail]
  {
    let ids = try answer(DashboardRequest(query: query, scope: scope, sort: .newest, today: today)).stories.prefix(count)
    var details: [StoryDetail] = []
    for id in ids { if let detail = try detail(of: id) { details.append(detail) } }
    return details
  }

  /// Stories as they were read, with the change of the library that they are of.
  package func originals(of ids: some Collection<StoryID>) throws(LibraryError) -> (
    stories: [(id: StoryID, story: Story)], revision: Revision
  ) {
    let revision = Revision(index.contentRevision)
    return try read { db in
      let statement = try db.cachedStatement(sql: "SELECT \(StoryTable.columns) FROM \(StoryTable.source) WHERE story.id = ?")
      let stories = try ids.compactMap { id in
        try Row.fetchOne(statement, arguments: [id.rawValue]).map { (id: id, story: try StoryTable.story($0)) }
      }
      return (stories, revision)
    }
  }

  /// Puts new findings in the place of those that stories have, in one transaction; a story that has become another since it was
  /// read is left alone. Answers those whose findings differ.
  @discardableResult
  package func renew(
    _ findings: [(id: StoryID, story: Story, findings: Findings)], readAt revision: Revision, today: CalendarDay
  ) throws(LibraryError) -> CommitReport {
    try write { db, index in
      let isSurelySame = index.contentRevision == revision.rawValue
      var writer = try BatchWriter(db, index: index, today: today)
      for (id, story, found) in findings { try writer.renew(id, story, found, isSurelySame: isSurelySame) }
      return try folds.withLock { try writer.finish(into: &index, folds: &$0) }
    }
  }
}

/// The one row that says with which of the user's names the findings were made.
enum UserNamesRecord {
  static let table =
    "CREATE TABLE IF NOT EXISTS user_names(id INTEGER PRIMARY KEY CHECK (id = 1), text TEXT NOT NULL, digest TEXT NOT NULL)"

  /// Nil where nothing was ever stored.
  static func stored(_ db: Database) throws -> (text: String, digest: String)? {
    try Row.fetchOne(db.cachedStatement(sql: "SELECT text, digest FROM user_names")).map { ($0[0], $0[1]) }
  }

  static func store(_ text: String, digest: String, _ db: Database) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO user_names(id, text, digest) VALUES (1, ?, ?)").execute(arguments: [text, digest])
  }
}
