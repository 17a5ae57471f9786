import GRDBSQLite

/// The least that any program does with a library file.
enum RawDatabase {
  static func countStories(_ path: String) throws {
    var database: OpaquePointer?
    sqlite3_open(path, &database)
    defer { sqlite3_close(database) }
    sqlite3_exec(database, "SELECT count(*) FROM story", nil, nil, nil)
  }
}
