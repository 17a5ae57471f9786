import EntityExtraction
import Foundation
import Glibc
import RegulatoryModel

/// `lexicon/corrections.toml`: where corrections made on the screen are kept, among whatever people write into it themselves.
///
/// It is replaced whole, by a rename, so that a reader sees it before or after and never between.
struct CorrectionsFile: Sendable {
  /// The folder `lexicon` of the user's configuration; made where there is none.
  let folder: String
  static let name = "corrections.toml"
  var path: String { folder + "/" + Self.name }

  /// Makes the folder where there is none.
  func makeFolder() throws(Problem) {
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      throw Self.problem("make the folder \(folder)", errno: EACCES, (error as NSError).localizedFailureReason)
    }
  }

  /// Does something while no other program is at the folder: from writing a correction until the library has it, so that two
  /// dashboards don't both carry it out. The folder itself is the lock, so that none is left lying about.
  ///
  /// - Parameter isNeeded: throws where another one keeps it for too long; else goes on without. Not being there, or a file system
  ///   that has no locks, is no obstacle.
  func alone(isNeeded: Bool, isStopped: () -> Bool, _ body: () throws(Problem) -> Void) throws(Problem) {
    let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if lock >= 0 { close(lock) } }
    var waited = 0
    while lock >= 0, flock(lock, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK, !isStopped() {
      guard waited < Self.patience else {
        guard isNeeded else { break }
        throw Problem("Cannot correct that now", why: "another regwatch is making a correction", remedy: "nothing was changed; try again")
      }
      usleep(5000)
      waited += 5
    }
    try body()
  }

  /// In milliseconds.
  private static let patience = 10_000

  /// Puts a block at the end; answers what exactly was added, so that it can be taken out.
  /// - Throws: where the file can't be read or written, or has a line that is no TOML; nothing is changed then.
  func add(_ block: String) throws(Problem) -> [UInt8] {
    try change { bytes throws(Problem) in
      let addition = CorrectionText.addition(block, to: bytes)
      return ((bytes ?? []) + addition, addition)
    }
  }

  /// Adds once more what was taken out.
  func add(again addition: [UInt8]) throws(Problem) -> [UInt8] {
    // What begins the file's first entry begins with the file's head, which may still be there.
    let head = Array((CorrectionText.head + "\n").utf8)
    let block = addition.starts(with: head) ? Array(addition.dropFirst(head.count)) : Array(addition.drop { $0 == 10 })
    return try add(String(decoding: block, as: UTF8.self))
  }

  /// - Throws: where somebody has changed or removed those lines meanwhile.
  func remove(_ addition: [UInt8]) throws(Problem) {
    _ = try change { bytes throws(Problem) in
      guard let bytes, let rest = CorrectionText.removing(addition, from: bytes) else {
        throw Problem(
          "Cannot take the correction back", why: "\(path) no longer has it as it was written",
          remedy: "edit the file; its comments say what is what")
      }
      return (rest, [])
    }
  }

  // MARK: Bytes

  private func change(_ body: ([UInt8]?) throws(Problem) -> (new: [UInt8], addition: [UInt8])) throws(Problem) -> [UInt8] {
    // People keep such files elsewhere and link to them: the link stays a link.
    let target =
      realpath(path, nil).map { pointer in
        defer { free(pointer) }
        return String(cString: pointer)
      } ?? path
    let old = try Self.read(target)
    if let old, let fault = CorrectionText.fault(in: old, path: path) { throw fault }
    let (new, addition) = try body(old)
    try Self.replace(target, with: new)
    return addition
  }

  private static func read(_ path: String) throws(Problem) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw problem("read \(path)", errno: errno)
    }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw problem("read \(path)", errno: errno) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  private static func replace(_ path: String, with bytes: [UInt8]) throws(Problem) {
    var status = stat()
    let mode = stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0o644
    // Not *.toml: a reader that lists the folder now must not take it for a lexicon.
    let draft = "\(path).new-\(getpid())"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard file >= 0 else { throw problem("write \(path)", errno: errno) }
    var written = 0
    var failure: Int32 = 0
    while written < bytes.count, failure == 0 {
      let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count > 0 { written += count } else if errno != EINTR { failure = errno }
    }
    if failure == 0, fchmod(file, mode) != 0 || fsync(file) != 0 { failure = errno }
    close(file)
    if failure == 0, rename(draft, path) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(draft)
      throw problem("write \(path)", errno: failure)
    }
  }

  private static func problem(_ what: String, errno number: Int32, _ reason: String? = nil) -> Problem {
    var why = reason ?? String(cString: strerror(number))
    if why.hasSuffix(".") { why.removeLast() }
    return Problem("Cannot \(what)", why: why, remedy: "nothing was changed")
  }
}
