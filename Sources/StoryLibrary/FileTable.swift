import Foundation
import GRDB
import RegulatoryModel

/// The rows of `file`: the ledger of what became of each.
struct FileTable {
  /// What the ledger says of a reading, apart from the file's own state.
  struct Ledger: Equatable {
    var status: FileStatus
    var reason: String?
    var notes: [String]
    var reader: String
    var format: String?

    init(status: FileStatus, reason: String?, notes: [String], reader: String, format: String?) {
      self.status = status
      self.reason = reason
      self.notes = notes
      self.reader = reader
      self.format = format
    }

    init(_ file: IngestedFile) {
      switch file.outcome {
      case .read(_, let notes):
        self.init(status: notes.isEmpty ? .read : .partly, reason: nil, notes: notes, reader: file.reader, format: file.format)
      case .failed(let reason): self.init(status: .failed, reason: reason, notes: [], reader: file.reader, format: file.format)
      case .skipped(let reason): self.init(status: .skipped, reason: reason, notes: [], reader: file.reader, format: file.format)
      }
    }

    static let separator = "\u{1E}"
    var notesText: String { notes.joined(separator: Self.separator) }
  }

  struct FileRow {
    var id: Int64
    var path: DocumentPath
    var root: DocumentPath
    var state: FileState
    var ledger: Ledger
    /// In seconds since 1970.
    var readAt: Int64
    var micros: Int64

    init(_ row: Row) throws {
      id = row[0]
      path = DocumentPath(bytes: [UInt8](row[1] as Data))
      root = DocumentPath(bytes: [UInt8](row[2] as Data))
      state = FileState(
        size: row[3], mtimeNanoseconds: row[4], device: UInt64(bitPattern: row[5] as Int64), inode: UInt64(bitPattern: row[6] as Int64),
        digest: [UInt8](row[7] as Data))
      guard let status = FileStatus(rawValue: row[8]) else { throw MalformedBlob(detail: "a file has an unknown status") }
      let notes: String = row[10]
      ledger = Ledger(
        status: status, reason: row[9], notes: notes.isEmpty ? [] : notes.components(separatedBy: Ledger.separator), reader: row[11],
        format: row[12])
      readAt = row[13]
      micros = row[14]
    }

    /// Whether reading the file again could bring nothing new.
    func hasSameContent(as file: IngestedFile) -> Bool {
      !state.digest.isEmpty && state.digest == file.state.digest && ledger.reader == file.reader
        && (ledger.status == .read || ledger.status == .partly)
    }
  }

  static let columns = "id, path, root, size, mtime, device, inode, digest, status, reason, notes, reader, format, read_at, micros"

  private let db: Database
  private let select: Statement
  private let insert: Statement
  private let update: Statement

  init(_ db: Database) throws {
    self.db = db
    select = try db.cachedStatement(sql: "SELECT \(Self.columns) FROM file WHERE path = ?")
    insert = try db.cachedStatement(
      sql: """
        INSERT INTO file(path, root, size, mtime, device, inode, digest, status, reason, notes, reader, format, read_at, micros)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    update = try db.cachedStatement(
      sql: """
        UPDATE file SET size = ?, mtime = ?, device = ?, inode = ?, digest = ?, status = ?, reason = ?, notes = ?, reader = ?, format = ?,
          read_at = ?, micros = ? WHERE id = ?
        """)
  }

  func row(_ path: DocumentPath) throws -> FileRow? {
    try Row.fetchOne(select, arguments: [Data(path.bytes)]).map { try FileRow($0) }
  }

  func insert(_ file: IngestedFile, ledger: Ledger) throws -> Int64 {
    let state = file.state
    try insert.execute(arguments: [
      Data(file.path.bytes), Data(file.root.bytes), state.size, state.mtimeNanoseconds, Int64(bitPattern: state.device),
      Int64(bitPattern: state.inode), Data(state.digest), ledger.status.rawValue, ledger.reason, ledger.notesText, ledger.reader,
      ledger.format, file.readAt, file.micros,
    ])
    return db.lastInsertedRowID
  }

  /// Nothing of how it was read changes, only where the system has it.
  func update(_ id: Int64, state: FileState) throws {
    try db.cachedStatement(sql: "UPDATE file SET size = ?, mtime = ?, device = ?, inode = ?, digest = ? WHERE id = ?").execute(
      arguments: [
        state.size, state.mtimeNanoseconds, Int64(bitPattern: state.device), Int64(bitPattern: state.inode), Data(state.digest), id,
      ])
  }

  func update(_ id: Int64, with file: IngestedFile, ledger: Ledger) throws {
    let state = file.state
    try update.execute(arguments: [
      state.size, state.mtimeNanoseconds, Int64(bitPattern: state.device), Int64(bitPattern: state.inode), Data(state.digest),
      ledger.status.rawValue, ledger.reason, ledger.notesText, ledger.reader, ledger.format, file.readAt, file.micros, id,
    ])
  }

  func move(_ id: Int64, to path: DocumentPath, root: DocumentPath) throws {
    try db.cachedStatement(sql: "UPDATE file SET path = ?, root = ? WHERE id = ?").execute(arguments: [
      Data(path.bytes), Data(root.bytes), id,
    ])
  }

  func remove(_ id: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM file WHERE id = ?").execute(arguments: [id])
  }
}
