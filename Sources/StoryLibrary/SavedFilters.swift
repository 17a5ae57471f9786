import GRDB
import QueryLanguage

/// The stored filters.
enum SavedFilters {
  static func store(_ filter: SavedFilter, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO saved_filter(name, place, query) VALUES (?, (SELECT coalesce(max(place), 0) + 1 FROM saved_filter), ?)
        ON CONFLICT(name) DO UPDATE SET query = excluded.query
        """, arguments: [filter.name, filter.query])
  }
}
