/// Finds the next byte that a reader of text stops at, eight bytes at a time.
///
/// A word holds the eight bytes from a position on; a function of it sets the highest bit of those that are wanted.
enum ByteSearch {
  /// The highest bit of each byte that is `byte`. The lowest of them is right; those above a wanted byte may be too many.
  @inline(__always)
  static func marks(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    let difference = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }

  /// The position of the first wanted byte; `limit` where there is none.
  @inline(__always)
  static func first(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int, wanted: (UInt64) -> UInt64
  ) -> Int {
    guard let base = text.baseAddress, start < limit, limit <= text.count else { return limit }
    let bytes = UnsafeRawPointer(base)
    var position = start
    while position &+ 8 <= limit {
      let found = wanted(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)))
      if found != 0 { return position &+ found.trailingZeroBitCount / 8 }
      position &+= 8
    }
    while position < limit {
      if wanted(UInt64(text[position])) & 0x80 != 0 { return position }
      position &+= 1
    }
    return limit
  }
}
