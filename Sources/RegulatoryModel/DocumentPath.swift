/// A file's path as the system knows it: bytes, which need not be UTF-8 and may hold anything but NUL.
package struct DocumentPath: Hashable, Sendable, Comparable {
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }
  package init(_ path: String) { bytes = Array(path.utf8) }

  /// For people: invalid bytes repaired. Not made safe for a terminal; every sink does that.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package var name: String { String(decoding: bytes[(bytes.lastIndex(of: 0x2F).map { $0 + 1 } ?? 0)...], as: UTF8.self) }

  /// The last extension in lower case, without its dot: "html". Empty for none, and for a dot file.
  package var fileExtension: String {
    let start = bytes.lastIndex(of: 0x2F).map { $0 + 1 } ?? 0
    guard let dot = bytes[start...].lastIndex(of: 0x2E), dot > start else { return "" }
    return String(decoding: bytes[(dot + 1)...], as: UTF8.self).lowercased()
  }

  package func appending(_ component: [UInt8]) -> DocumentPath {
    DocumentPath(bytes: bytes + (bytes.last == 0x2F ? [] : [0x2F]) + component)
  }

  /// The folder that it lies in; the path itself for a bare name or the root of all.
  package var parent: DocumentPath {
    guard let slash = bytes.lastIndex(of: 0x2F), slash > 0 else { return self }
    return DocumentPath(bytes: Array(bytes[..<slash]))
  }

  /// Whether this path is the folder itself or lies below it.
  package func isInside(_ folder: DocumentPath) -> Bool {
    let prefix = folder.bytes.last == 0x2F ? Array(folder.bytes.dropLast()) : folder.bytes
    return bytes.starts(with: prefix) && (bytes.count == prefix.count || bytes[prefix.count] == 0x2F)
  }

  /// Calls the body with a NUL-terminated copy for C.
  package func withCString<Result>(_ body: (UnsafePointer<CChar>) throws -> Result) rethrows -> Result {
    let terminated = bytes.map { CChar(bitPattern: $0) } + [0]
    return try terminated.withUnsafeBufferPointer { buffer in
      // A buffer with at least the NUL always has a base address.
      guard let base = buffer.baseAddress else { preconditionFailure("empty buffer") }
      return try body(base)
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}
