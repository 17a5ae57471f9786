import Foundation
import GRDB
import RegulatoryModel

/// Which rows of `file` lie below some folders, as SQL.
struct FolderScope {
  let sql: String
  let arguments: [any DatabaseValueConvertible]

  init(_ roots: [DocumentPath]) {
    guard !roots.isEmpty else {
      (sql, arguments) = ("1", [])
      return
    }
    // Below a folder is what begins with its path and a slash: one stretch of the index on path. The next byte after "/" is "0".
    sql = "(" + roots.map { _ in "(file.path > ? AND file.path < ?) OR file.path = ?" }.joined(separator: " OR ") + ")"
    arguments = roots.flatMap { root in
      let folder = root.bytes.last == 0x2F ? Array(root.bytes.dropLast()) : root.bytes
      return [Data(folder + [0x2F]), Data(folder + [0x30]), Data(folder)]
    }
  }
}

extension Library {
  /// What became of the files that are asked for, and the totals of the folders. Takes a second or so for a million files: never ask on
  /// the screen's thread.
  package func coverage(_ request: CoverageRequest) throws(LibraryError) -> CoverageAnswer {
    let index = self.index
    let silences = AgencySilences(index: index, names: names, scope: index.stories(underAnyOf: request.scope), today: request.today)
    return try read { db in
      let scope = FolderScope(request.scope)
      var totals = CoverageTotals(asOf: silences.asOf)
      totals.formats = try Self.formats(scope, db)
      totals.reasons = try Self.reasons(scope, db)
      totals.passedOver = try PassedOverTable.counts(under: request.scope, db)
      totals.silences = silences.all
      return CoverageAnswer(request: request, totals: totals, files: try Self.files(request, scope, db))
    }
  }

  /// Rows of the ledger, in the order of the numbers; those that are gone are left out.
  package func files(_ ids: [Int64]) throws(LibraryError) -> [FileRecord] {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT \(Self.recordColumns) FROM file WHERE id = ?")
      return try ids.compactMap { id in try Row.fetchOne(statement, arguments: [id]).map { try Self.record($0) } }
    }
  }

  /// The whole ledger by path, row by row.
  package func coverage() throws(LibraryError) -> [FileRecord] {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT \(Self.recordColumns) FROM file ORDER BY path")
      var records: [FileRecord] = []
      while let row = try rows.next() { records.append(try Self.record(row)) }
      return records
    }
  }

  private static let recordColumns =
    FileTable.columns
    + ", (SELECT count(*) FROM story WHERE story.file = file.id), (SELECT id FROM story WHERE story.file = file.id ORDER BY place, id LIMIT 1)"

  private static func record(_ row: Row) throws -> FileRecord {
    let file = try FileTable.FileRow(row)
    return FileRecord(
      id: file.id, path: file.path, root: file.root, status: file.ledger.status, reason: file.ledger.reason, notes: file.ledger.notes,
      reader: file.ledger.reader, size: file.state.size, stories: row[15], firstStory: row[16], format: file.ledger.format,
      readAt: file.readAt, micros: file.micros)
  }

  // MARK: - Totals

  private static func formats(_ scope: FolderScope, _ db: Database) throws -> [FormatCoverage] {
    var formats: [String?: FormatCoverage] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT status, format, count(*), sum(size), sum(micros) FROM file WHERE \(scope.sql) GROUP BY status, format",
      arguments: StatementArguments(scope.arguments))
    while let row = try rows.next() {
      guard let status = FileStatus(rawValue: row[0]) else { continue }
      let format: String? = row[1]
      var totals = formats[format] ?? FormatCoverage(format: format)
      totals.files[status] = row[2]
      totals.bytes += row[3]
      if status == .read || status == .partly {
        totals.bytesRead += row[3]
        totals.micros += row[4]
      }
      formats[format] = totals
    }
    let stories = try Row.fetchCursor(
      db,
      sql: """
        SELECT file.format, sum(held.stories) FROM (SELECT file AS number, count(*) AS stories FROM story GROUP BY file) AS held
        JOIN file ON file.id = held.number WHERE \(scope.sql) GROUP BY file.format
        """, arguments: StatementArguments(scope.arguments))
    while let row = try stories.next() { formats[row[0] as String?]?.stories = row[1] }
    return formats.values.sorted { (-$0.count, $0.format ?? "~") < (-$1.count, $1.format ?? "~") }
  }

  private static func reasons(_ scope: FolderScope, _ db: Database) throws -> [ReasonCount] {
    struct Key: Hashable {
      var status: FileStatus
      var pattern: String
    }
    var found: [Key: ReasonCount] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT status, reason, notes, count(*), min(path) FROM file
        WHERE status IN ('failed', 'partly', 'skipped') AND \(scope.sql) GROUP BY status, reason, notes
        """, arguments: StatementArguments(scope.arguments))
    while let row = try rows.next() {
      guard let status = FileStatus(rawValue: row[0]) else { continue }
      let (count, path) = (row[3] as Int, DocumentPath(bytes: [UInt8](row[4] as Data)))
      // A file with two notes of one pattern counts once.
      var texts: [String: String] = [:]
      for text in FileTable.Ledger.troubles(reason: row[1], notes: row[2]) where texts[ReasonPattern.of(text)] == nil {
        texts[ReasonPattern.of(text)] = text
      }
      for (pattern, text) in texts {
        let key = Key(status: status, pattern: pattern)
        guard var sum = found[key] else {
          found[key] = ReasonCount(status: status, pattern: pattern, text: text, files: count, example: path)
          continue
        }
        sum.files += count
        sum.example = min(sum.example, path)
        if sum.text != text { sum.text = pattern }
        found[key] = sum
      }
    }
    let order: [FileStatus] = [.failed, .partly, .skipped, .read]
    func place(_ status: FileStatus) -> Int { order.firstIndex(of: status) ?? order.count }
    return found.values.sorted { (place($0.status), -$0.files, $0.pattern) < (place($1.status), -$1.files, $1.pattern) }
  }

  // MARK: - Files

  private static func files(_ request: CoverageRequest, _ scope: FolderScope, _ db: Database) throws -> [Int64] {
    var conditions = [scope.sql]
    var arguments = scope.arguments
    if !request.statuses.isEmpty {
      conditions.append("status IN (\(request.statuses.map { _ in "?" }.joined(separator: ", ")))")
      arguments += request.statuses.map(\.rawValue)
    }
    let text = request.text
    if !text.isEmpty {
      let wanted = "%" + text.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_") + "%"
      let columns = ["CAST(path AS TEXT)", "reason", "notes", "format"]
      conditions.append("(" + columns.map { "\($0) LIKE ? ESCAPE '\\'" }.joined(separator: " OR ") + ")")
      arguments += columns.map { _ in wanted }
    }
    let columns = request.pattern == nil ? "id" : "id, reason, notes"
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(columns) FROM file WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(request.sort.sql)",
      arguments: StatementArguments(arguments))
    var ids: [Int64] = []
    var patterns: [String: String] = [:]
    while let row = try rows.next() {
      if let wanted = request.pattern {
        let isMeant = FileTable.Ledger.troubles(reason: row[1], notes: row[2]).contains { text in
          if let known = patterns[text] { return known == wanted }
          let pattern = ReasonPattern.of(text)
          patterns[text] = pattern
          return pattern == wanted
        }
        guard isMeant else { continue }
      }
      ids.append(row[0])
    }
    return ids
  }
}

extension FileSort {
  fileprivate var sql: String {
    switch self {
    case .trouble: "CASE status WHEN 'failed' THEN 0 WHEN 'partly' THEN 1 WHEN 'skipped' THEN 2 ELSE 3 END, path"
    case .path: "path"
    case .size: "size DESC, path"
    case .slowest: "micros DESC, path"
    case .recent: "read_at DESC, path"
    case .format: "format IS NULL, format, path"
    }
  }
}

extension FileTable.Ledger {
  /// The reason and the notes as they are stored.
  static func troubles(reason: String?, notes: String) -> [String] {
    (reason.map { [$0] } ?? []) + notes.split(separator: Character(separator)).map(String.init)
  }
}
