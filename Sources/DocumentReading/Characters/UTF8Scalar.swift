/// One scalar in UTF-8 bytes that may be wrong.
enum UTF8Scalar {
  /// Length in bytes of the scalar beyond ASCII that begins at `index`; 0 where the bytes are no valid UTF-8 there.
  ///
  /// The Unicode standard's table 3-7: no overlong forms, no surrogates, nothing beyond U+10FFFF.
  @inline(__always) static func length(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let first = bytes[index]
    let left = bytes.count &- index
    guard first >= 0xC2, left >= 2 else { return 0 }
    let second = bytes[index &+ 1]
    if first < 0xE0 { return second & 0xC0 == 0x80 ? 2 : 0 }
    guard left >= 3, bytes[index &+ 2] & 0xC0 == 0x80 else { return 0 }
    if first < 0xF0 {
      let low: UInt8 = first == 0xE0 ? 0xA0 : 0x80
      let high: UInt8 = first == 0xED ? 0x9F : 0xBF
      return second >= low && second <= high ? 3 : 0
    }
    guard first <= 0xF4, left >= 4, bytes[index &+ 3] & 0xC0 == 0x80 else { return 0 }
    let low: UInt8 = first == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = first == 0xF4 ? 0x8F : 0xBF
    return second >= low && second <= high ? 4 : 0
  }

  /// The scalar of a valid sequence of `length` bytes.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) -> Unicode.Scalar {
    var value = UInt32(bytes[index]) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for place in 1..<length { value = value << 6 | UInt32(bytes[index + place] & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// Whether the valid scalar that begins here may be one that `CleanText` changes; says yes too often, never too seldom.
  @inline(__always) static func mayNeedChange(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch bytes[index] {
    case 0xC2: bytes[index &+ 1] <= 0xA0 || bytes[index &+ 1] == 0xAD
    case 0xC3...0xCC, 0xCE...0xD7, 0xD9...0xE0, 0xE4...0xED: false
    case 0xE2: bytes[index &+ 1] == 0x80 && needsChange(bytes[index &+ 2]) || bytes[index &+ 1] == 0x81
    case 0xE3: bytes[index &+ 1] == 0x85
    default: true
    }
  }

  /// In the block U+2000…U+203F: the figure space, what shows nothing, line ends and bidirectional controls, the narrow space.
  @inline(__always) private static func needsChange(_ last: UInt8) -> Bool {
    last == 0x87 || last >= 0x8B && last <= 0x8F || last >= 0xA8 && last <= 0xAF
  }

  /// Appends a scalar that came from elsewhere (an escape, an entity).
  static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
