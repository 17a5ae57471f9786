import Glibc
import RegulatoryModel

/// The bytes of one file as they were at one moment, and what the system says of them.
package struct LoadedFile: Sendable {
  package var bytes: [UInt8]
  package var digest: ContentDigest
  /// Last change, in seconds since 1970.
  package var modifiedSeconds: Int64
  package var modifiedNanoseconds: Int64

  package init(bytes: [UInt8], digest: ContentDigest, modifiedSeconds: Int64, modifiedNanoseconds: Int64) {
    self.bytes = bytes
    self.digest = digest
    self.modifiedSeconds = modifiedSeconds
    self.modifiedNanoseconds = modifiedNanoseconds
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
    guard DocumentFormat(claimedBy: path) != nil else { throw .unsupported(extension: path.fileExtension) }
    let descriptor = path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) }
    guard descriptor >= 0 else { throw Self.lastError() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.lastError() }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    guard status.st_size <= limits.textBytes else { throw .tooLarge(bytes: Int(status.st_size), limit: limits.textBytes) }
    let bytes = try Self.contents(of: descriptor, expected: Int(status.st_size), limit: limits.textBytes)
    return LoadedFile(
      bytes: bytes, digest: bytes.withUnsafeBytes { ContentDigest(of: $0) },
      modifiedSeconds: Int64(status.st_mtim.tv_sec), modifiedNanoseconds: Int64(status.st_mtim.tv_nsec))
  }

  private static func contents(of descriptor: Int32, expected: Int, limit: Int) throws(ReadingError) -> [UInt8] {
    // One byte more than expected, so that the end is seen without a second buffer.
    var (bytes, failure) = chunk(of: descriptor, count: expected + 1)
    while failure == nil, bytes.count > expected {
      guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
      let (more, failed) = chunk(of: descriptor, count: 1 << 16)
      guard failed == nil, !more.isEmpty else {
        failure = failed
        break
      }
      bytes += more
    }
    if let failure { throw failure }
    return bytes
  }

  /// Up to `count` bytes; fewer at the end of the file.
  private static func chunk(of descriptor: Int32, count: Int) -> (bytes: [UInt8], failure: ReadingError?) {
    var failure: ReadingError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      guard let base = buffer.baseAddress else { return }
      while filled < count {
        let got = read(descriptor, base + filled, count - filled)
        if got > 0 {
          filled += got
        } else if got == 0 {
          return
        } else if errno != EINTR {
          failure = lastError()
          return
        }
      }
    }
    return (bytes, failure)
  }

  private static func lastError() -> ReadingError {
    let code = errno
    return .cannotOpen(strerror(code).map { String(cString: $0) } ?? "error \(code)")
  }
}
