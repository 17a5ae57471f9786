import Foundation
import GRDB
import RegulatoryModel

/// How much of each watched folder the last walk passed over by name alone, by reason. Derived from the folders; made when first needed.
enum PassedOverTable {
  private static let table = """
    CREATE TABLE IF NOT EXISTS passed_over(root BLOB NOT NULL, reason TEXT NOT NULL, entries INTEGER NOT NULL, PRIMARY KEY(root, reason));
    """

  /// Most first.
  static func counts(under roots: [DocumentPath], _ db: Database) throws -> [PassedOver] {
    guard try db.tableExists("passed_over") else { return [] }
    var counts: [String: Int] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT root, reason, entries FROM passed_over") {
      let root = DocumentPath(bytes: [UInt8](row[0] as Data))
      guard roots.isEmpty || roots.contains(where: { root.isInside($0) }) else { continue }
      counts[row[1] as String, default: 0] += row[2]
    }
    return counts.map { PassedOver(reason: $0.key, count: $0.value) }.sorted { (-$0.count, $0.reason) < (-$1.count, $1.reason) }
  }

  static func stored(_ root: DocumentPath, _ db: Database) throws -> [String: Int] {
    guard try db.tableExists("passed_over") else { return [:] }
    let rows = try Row.fetchAll(db, sql: "SELECT reason, entries FROM passed_over WHERE root = ?", arguments: [Data(root.bytes)])
    return Dictionary(rows.map { ($0[0] as String, $0[1] as Int) }) { first, _ in first }
  }

  static func replace(_ root: DocumentPath, with counts: [String: Int], _ db: Database) throws {
    try db.execute(sql: table)
    try db.execute(sql: "DELETE FROM passed_over WHERE root = ?", arguments: [Data(root.bytes)])
    for (reason, entries) in counts {
      try db.execute(sql: "INSERT INTO passed_over VALUES (?, ?, ?)", arguments: [Data(root.bytes), reason, entries])
    }
  }
}

extension Library {
  /// Remembers what a walk passed over in each watched folder, in the place of what the walk before did. Writes only what changed.
  package func notePassedOver(_ counts: [DocumentPath: [String: Int]]) throws(LibraryError) {
    let changed = try read { db in try counts.filter { try PassedOverTable.stored($0.key, db) != $0.value } }
    guard !changed.isEmpty else { return }
    try write { db, _ in for (root, counts) in changed { try PassedOverTable.replace(root, with: counts, db) } }
  }
}
