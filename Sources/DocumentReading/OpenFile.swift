import Glibc

/// A regular file held open: for formats that are read piece by piece, and for helper programs, which get the very file that was looked at.
package final class OpenFile: Sendable {
  package let descriptor: Int32
  /// In bytes, when it was opened.
  package let size: Int

  /// Takes over the descriptor.
  package init(descriptor: Int32, size: Int) {
    self.descriptor = descriptor
    self.size = size
  }

  deinit { close(descriptor) }

  /// Up to `count` bytes from an offset; fewer at the end of the file. Nil where the system can't read.
  package func bytes(at offset: Int, count: Int) -> [UInt8]? {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      guard let base = buffer.baseAddress else { return }
      while filled < count {
        let got = pread(descriptor, base + filled, count - filled, off_t(offset + filled))
        if got > 0 {
          filled += got
        } else if got == 0 {
          return
        } else if errno != EINTR {
          failed = true
          return
        }
      }
    }
    return failed ? nil : bytes
  }
}

/// Where the bytes of one document are: in memory, or in a file that is read piece by piece.
package enum DocumentSource {
  case memory(UnsafeRawBufferPointer)
  case file(OpenFile)

  /// In bytes.
  package var size: Int {
    switch self {
    case .memory(let bytes): bytes.count
    case .file(let file): file.size
    }
  }
}
