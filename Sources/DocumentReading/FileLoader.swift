import Glibc
import RegulatoryModel

/// The bytes of one file as they were at one moment, and what the system says of them.
package struct LoadedFile: Sendable {
  /// All of a text format; the beginning of what is read piece by piece.
  package var bytes: [UInt8]
  /// The file itself, for a format that is read piece by piece.
  package var file: OpenFile?
  package var digest: ContentDigest
  /// Last change, in seconds since 1970.
  package var modifiedSeconds: Int64
  package var modifiedNanoseconds: Int64

  package init(bytes: [UInt8], file: OpenFile? = nil, digest: ContentDigest, modifiedSeconds: Int64, modifiedNanoseconds: Int64) {
    self.bytes = bytes
    self.file = file
    self.digest = digest
    self.modifiedSeconds = modifiedSeconds
    self.modifiedNanoseconds = modifiedNanoseconds
  }

  /// Gives the bytes away, so that who reads them may let them go.
  mutating func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// The day, in UTC, of the last change.
  package var modified: CalendarDay { CalendarDay(secondsSinceEpoch: modifiedSeconds) }
}

/// Reads a document's bytes from disk without ever waiting for, or being killed by, what lies there.
///
/// A pipe or device is refused and not waited for; a file over the limit is refused before it is read; a file that shrinks
/// or grows meanwhile gives what there was (which is why it is read and not mapped: a shrinking mapped file is a SIGBUS).
package struct FileLoader: Sendable {
  private let limits: ReadingLimits

  package init(limits: ReadingLimits = .standard) { self.limits = limits }

  /// - Throws: `.unsupported` by extension alone, before the file is opened.
  package func load(_ path: DocumentPath) throws(ReadingError) -> LoadedFile {
    guard let format = DocumentFormat(claimedBy: path) else { throw .unsupported(extension: path.fileExtension) }
    let descriptor = path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) }
    guard descriptor >= 0 else { throw Self.lastError() }
    let file = OpenFile(descriptor: descriptor, size: 0)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.lastError() }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    // A mailbox need not have an extension, and may be as large as one that has.
    let isPiecewise = format.isReadPiecewise || path.fileExtension.isEmpty && Self.beginsAsMailbox(file)
    let limit = isPiecewise ? limits.containerBytes : limits.textBytes
    guard status.st_size <= limit else {
      throw .tooLarge(bytes: Int(status.st_size), limit: limit, name: isPiecewise ? "container_mb" : "file_mb")
    }
    if isPiecewise { return try Self.opened(file, status) }
    let bytes = try Self.contents(of: file, expected: Int(status.st_size), limit: limits.textBytes)
    return LoadedFile(
      bytes: bytes, digest: bytes.withUnsafeBytes { ContentDigest(of: $0) },
      modifiedSeconds: Int64(status.st_mtim.tv_sec), modifiedNanoseconds: Int64(status.st_mtim.tv_nsec))
  }

  private static func beginsAsMailbox(_ file: OpenFile) -> Bool {
    file.bytes(at: 0, count: 1024).map { MailboxSplitter.begins($0[...]) } ?? false
  }

  /// A file that is read piece by piece: only its digest is worked out here.
  private static func opened(_ file: OpenFile, _ status: stat) throws(ReadingError) -> LoadedFile {
    let whole = OpenFile(descriptor: dup(file.descriptor), size: Int(status.st_size))
    var digest = ContentDigest.Running()
    var head: [UInt8] = []
    var offset = 0
    while true {
      guard let piece = whole.bytes(at: offset, count: pieceSize) else { throw lastError() }
      if offset == 0 { head = Array(piece.prefix(headSize)) }
      digest.add(piece)
      offset += piece.count
      if piece.count < pieceSize { break }
    }
    return LoadedFile(
      bytes: head, file: whole, digest: digest.finished(), modifiedSeconds: Int64(status.st_mtim.tv_sec),
      modifiedNanoseconds: Int64(status.st_mtim.tv_nsec))
  }

  private static let pieceSize = 1 << 20
  private static let headSize = 1 << 16

  private static func contents(of file: OpenFile, expected: Int, limit: Int) throws(ReadingError) -> [UInt8] {
    // One byte more than expected, so that the end is seen without a second buffer.
    guard var bytes = file.bytes(at: 0, count: expected + 1) else { throw lastError() }
    guard bytes.count > expected else { return bytes }
    while true {
      guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
      guard let more = file.bytes(at: bytes.count, count: 1 << 16) else { throw lastError() }
      if more.isEmpty { return bytes }
      bytes += more
    }
  }

  private static func lastError() -> ReadingError {
    let code = errno
    return .cannotOpen(strerror(code).map { String(cString: $0) } ?? "error \(code)")
  }
}
