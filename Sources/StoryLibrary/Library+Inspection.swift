import GRDB

extension Library {
  /// Runs SQL on the writing connection and answers the first column: for tests that need a library in a state nothing else makes.
  @discardableResult
  func sql(_ text: String) throws -> [String] {
    try pool.writeWithoutTransaction { db in
      try Row.fetchAll(db, sql: text).map { row in (row.databaseValues.first ?? .null).description }
    }
  }
}
