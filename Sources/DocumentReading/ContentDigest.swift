/// 128 bits that tell whether a file's bytes are those that were read before.
///
/// MurmurHash3 x64 128 (public domain, Austin Appleby), several gigabytes a second: files are compared with their own
/// former state, so chance is excluded and malice gains nothing but that its own change goes unread. Not a signature.
package struct ContentDigest: Hashable, Sendable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  package init(of bytes: UnsafeRawBufferPointer) {
    let first: UInt64 = 0x87C3_7B91_1142_53D5
    let second: UInt64 = 0x4CF5_AD43_2745_937F
    var one: UInt64 = 0
    var two: UInt64 = 0
    let blocks = bytes.count / 16
    for block in 0..<blocks {
      let a = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: block &* 16, as: UInt64.self))
      let b = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: block &* 16 &+ 8, as: UInt64.self))
      one ^= Self.rotated(a &* first, 31) &* second
      one = (Self.rotated(one, 27) &+ two) &* 5 &+ 0x52DC_E729
      two ^= Self.rotated(b &* second, 33) &* first
      two = (Self.rotated(two, 31) &+ one) &* 5 &+ 0x3849_5AB5
    }
    var tail: (UInt64, UInt64) = (0, 0)
    for (place, byte) in bytes[(blocks * 16)...].enumerated() {
      if place < 8 {
        tail.0 |= UInt64(byte) << UInt64(place * 8)
      } else {
        tail.1 |= UInt64(byte) << UInt64((place - 8) * 8)
      }
    }
    two ^= Self.rotated(tail.1 &* second, 33) &* first
    one ^= Self.rotated(tail.0 &* first, 31) &* second
    one ^= UInt64(bytes.count)
    two ^= UInt64(bytes.count)
    one &+= two
    two &+= one
    one = Self.mixed(one)
    two = Self.mixed(two)
    one &+= two
    two &+= one
    high = one
    low = two
  }

  /// The digest of a file that is never in memory as a whole: of the digests of its pieces, in order.
  package struct Running {
    private var digests: [UInt8] = []
    package init() {}

    package mutating func add(_ piece: [UInt8]) {
      let digest = piece.withUnsafeBytes { ContentDigest(of: $0) }
      withUnsafeBytes(of: (digest.high, digest.low)) { digests.append(contentsOf: $0) }
    }

    package func finished() -> ContentDigest { digests.withUnsafeBytes { ContentDigest(of: $0) } }
  }

  /// 32 hexadecimal digits.
  package var text: String {
    [high, low].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  @inline(__always) private static func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 { value << bits | value >> (64 - bits) }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value ^= value >> 33
    value &*= 0xFF51_AFD7_ED55_8CCD
    value ^= value >> 33
    value &*= 0xC4CE_B9FE_1A85_EC53
    return value ^ value >> 33
  }
}
