import RegulatoryModel

/// Why the library could not do what was asked. Nothing is half done: the transaction was rolled back.
package enum LibraryError: Error, Hashable, Sendable {
  /// Made by a later version of the program.
  case newer(path: String, found: Int, known: Int)
  /// Not a database, or one with broken pages. Marks may still be readable: see `Library.salvage`.
  case damaged(path: String, detail: String)
  /// Another process held the write lock for the whole of the busy timeout. Trying again is enough.
  case locked(path: String)
  /// The file or its folder can't be opened for writing; the reason in words.
  case cannotOpen(path: String, reason: String)
  case diskFull(path: String)
  /// A text that `restoreMarks` can't read: line from 1, and why.
  case notMarks(line: Int, reason: String)
  /// Anything else that SQLite reports.
  case failed(path: String, reason: String)

  /// The sentence for people.
  package var problem: Problem {
    switch self {
    case .newer(let path, let found, let known):
      Problem(
        "Cannot open \(path)", why: "made by a newer regwatch (schema \(found), this one knows \(known))",
        remedy: "upgrade regwatch, or name another library with --library")
    case .damaged(let path, let detail):
      Problem(
        "The library \(path) is damaged", why: detail, remedy: "run regwatch doctor --repair: it keeps your marks and reads the files anew")
    case .locked(let path):
      Problem("Cannot write to \(path)", why: "another program is writing to it", remedy: "try again when it is done")
    case .cannotOpen(let path, let reason):
      Problem("Cannot open \(path)", why: reason, remedy: "name another library with --library")
    case .diskFull(let path):
      Problem("Cannot write to \(path)", why: "the disk is full", remedy: "free some space; nothing was lost")
    case .notMarks(let line, let reason):
      Problem("Cannot restore marks", why: "line \(line): \(reason)", remedy: "give the text that dumping marks wrote")
    case .failed(let path, let reason):
      Problem("The library \(path) failed", why: reason)
    }
  }
}
