import GRDB

/// The table of named numbers.
enum Counters {
  static func value(_ name: String, _ db: Database) throws -> Int64 {
    let value = try Int64.fetchOne(db.cachedStatement(sql: "SELECT value FROM counter WHERE name = ?"), arguments: [name])
    guard let value else { throw MalformedBlob(detail: "the counter \(name) is missing") }
    return value
  }

  static func set(_ name: String, to value: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE counter SET value = ? WHERE name = ?").execute(arguments: [value, name])
  }

  /// Story numbers fit 32 bits.
  static let lastStory = UInt32.max - 1

  /// The next story number that was never given. Whoever gives numbers sets `next_story` in the same transaction.
  static func nextStory(_ db: Database) throws -> UInt32 {
    let next = try value("next_story", db)
    guard next > 0, next <= Int64(lastStory) else { throw MalformedBlob(detail: "the next story number is \(next)") }
    return UInt32(next)
  }
}
