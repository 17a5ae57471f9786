import Foundation
import GRDB

#if canImport(Glibc)
  import Glibc
#endif

extension LibraryError {
  /// The library's own error for whatever was thrown below.
  init(_ error: any Error, path: String) {
    switch error {
    case let known as LibraryError: self = known
    case let malformed as MalformedBlob: self = .damaged(path: path, detail: malformed.detail)
    case let error as DatabaseError: self.init(sql: error, path: path)
    default: self = .failed(path: path, reason: String(describing: error))
    }
  }

  private init(sql error: DatabaseError, path: String) {
    let message = error.message ?? "code \(error.extendedResultCode.rawValue)"
    self =
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: .locked(path: path)
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged(path: path, detail: message)
      case .SQLITE_FULL: .diskFull(path: path)
      case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH:
        .cannotOpen(path: path, reason: Self.obstacle(to: path) ?? message)
      case .SQLITE_IOERR where error.extendedResultCode.rawValue == 522:  // SQLITE_IOERR_SHORT_READ
        .damaged(path: path, detail: "the file is cut short")
      default: .failed(path: path, reason: message)
      }
  }

  /// Why a file can't be opened for writing, as the system puts it.
  ///
  /// Asks without opening: closing a descriptor of a database would drop the locks that this process holds on it.
  private static func obstacle(to path: String) -> String? {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    var status = stat()
    guard stat(folder, &status) == 0 else {
      return errno == ENOENT ? "the folder \(folder) does not exist" : "\(folder): \(String(cString: strerror(errno)))"
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { return "\(folder) is not a folder" }
    if stat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { return "it is a folder" }
      if access(path, R_OK | W_OK) != 0 { return String(cString: strerror(errno)) }
    }
    // SQLite writes its journals beside the file.
    if access(folder, W_OK | X_OK) != 0 { return "the folder \(folder): \(String(cString: strerror(errno)))" }
    return nil
  }
}
