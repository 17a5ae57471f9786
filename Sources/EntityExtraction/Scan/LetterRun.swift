/// The ASCII letters and digits that stand at a position of a text, up to eight, told in one step.
///
/// Each byte of a mask has its highest bit set where the text's byte is what the mask asks for.
struct LetterRun {
  private let bytes: UInt64
  private let letterMask: UInt64
  /// How many letters and digits there are before the first byte that is neither.
  let count: Int

  private static let highest: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// - Parameter position: eight bytes must stand there.
  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, at position: Int) {
    guard let base = text.baseAddress else {
      self.init(0)
      return
    }
    self.init(UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: position, as: UInt64.self)))
  }

  @inline(__always)
  init(_ bytes: UInt64) {
    self.bytes = bytes
    // Without their highest bits, sums of two bytes stay within one.
    let plain = bytes & ~Self.highest
    let small = plain | (Self.ones &* 0x20)
    let fromA = small &+ (Self.ones &* (0x80 - 0x61))
    let afterZ = small &+ (Self.ones &* (0x80 - 0x7B))
    let from0 = plain &+ (Self.ones &* (0x80 - 0x30))
    let after9 = plain &+ (Self.ones &* (0x80 - 0x3A))
    let ascii = ~bytes & Self.highest
    letterMask = fromA & ~afterZ & ascii
    let other = ~(letterMask | (from0 & ~after9 & ascii)) & Self.highest
    count = other.trailingZeroBitCount >> 3
  }

  /// All bits of the first so many bytes.
  @inline(__always)
  private static func mask(_ count: Int) -> UInt64 { count >= 8 ? ~0 : (1 << UInt64(count &* 8)) &- 1 }

  /// The letters among the first `count` bytes, a bit for each.
  @inline(__always)
  func letters(of count: Int) -> UInt64 { letterMask & Self.mask(count) }

  /// The small letters among the first `count` bytes, a bit for each.
  @inline(__always)
  func smallLetters(of count: Int) -> UInt64 { letterMask & (bytes << 2) & Self.mask(count) }

  /// The first `count` bytes in small letters, all of them letters or digits; the others are zero.
  @inline(__always)
  func folded(_ count: Int) -> UInt64 { (bytes | (Self.ones &* 0x20)) & Self.mask(count) }

  @inline(__always)
  private func digits(of count: Int) -> UInt64 { ~letterMask & Self.highest & Self.mask(count) }

  /// Whether the first `count` bytes, all of them letters or digits, end in a digit, or in a capital after a digit where they are
  /// more than four: "S6486D" is a print of S6486.
  @inline(__always)
  func endsInDigit(_ count: Int) -> Bool {
    let digits = digits(of: count)
    if digits == 0 { return false }
    let last: UInt64 = 0x80 << UInt64((count &- 1) &* 8)
    return digits & last != 0 || (count > 4 && digits & (last >> 8) != 0 && smallLetters(of: count) & last == 0)
  }

  /// The same of a word that began eight bytes before.
  @inline(__always)
  func endsInDigit(_ count: Int, after first: LetterRun) -> Bool {
    let before = first.digits(of: 8) >> 63
    let digits = digits(of: count)
    if digits | before == 0 { return false }
    let last: UInt64 = 0x80 << UInt64((count &- 1) &* 8)
    if digits & last != 0 { return true }
    return (count > 1 ? digits & (last >> 8) != 0 : before != 0) && smallLetters(of: count) & last == 0
  }

  /// The byte after the first `count` ones, fewer than eight.
  @inline(__always)
  func byte(after count: Int) -> UInt8 { UInt8(truncatingIfNeeded: bytes >> UInt64(count &* 8)) }
}
