// What a word's capitals and the signs beyond ASCII tell the cutter.
extension WordCutter {
  /// Which letters a word has.
  struct Shape {
    private var hasLetter = false
    private var hasSeveral = false
    private var hasSmall = false

    /// - Parameters: a bit for each letter, and for each that is no capital.
    @inline(__always)
    mutating func add(letters: UInt64, small: UInt64) {
      guard letters != 0 else { return }
      hasSeveral = hasSeveral || hasLetter || letters & (letters &- 1) != 0
      hasLetter = true
      hasSmall = hasSmall || small != 0
    }

    /// Two letters or more, and no small one.
    var isAllCapitals: Bool { hasSeveral && !hasSmall }
  }

  /// As `mark`, for a sign of several bytes.
  func wideMark(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> (UInt8, Int) {
    let byte = bytes[start]
    let second = start + 1 < limit ? bytes[start + 1] : 0
    let third = start + 2 < limit ? bytes[start + 2] : 0
    var width = 1
    while start + width < limit, width < 4, bytes[start + width] & 0xC0 == 0x80 { width += 1 }
    switch (byte, second, third) {
    case (0xC2, 0xA0, _), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80): return (32, width)
    case (0xC2, 0xAD, _), (0xE2, 0x80, 0x8B...0x8F), (0xEF, 0xBB, 0xBF): return (0, width)
    case (0xE2, 0x80, 0x90...0x93), (0xE2, 0x88, 0x92): return (UInt8(ascii: "-"), width)
    case (0xE2, 0x80, 0x94...0x95): return (WordToken.longDash, width)
    case (0xE2, 0x80, 0x98...0x9B): return (UInt8(ascii: "'"), width)
    case (0xE2, 0x80, 0x9C...0x9F), (0xC2, 0xAB, _), (0xC2, 0xBB, _): return (UInt8(ascii: "\""), width)
    case (0xE2, 0x80, 0xA6): return (UInt8(ascii: "."), width)
    case (0xE2, 0x86, 0x91), (0xE2, 0x96, 0xB2), (0xE2, 0x96, 0xB4): return (UInt8(ascii: "^"), width)
    case (0xE2, 0x86, 0x93), (0xE2, 0x96, 0xBC), (0xE2, 0x96, 0xBE): return (UInt8(ascii: "~"), width)
    default: return (WordToken.otherSymbol, width)
    }
  }
}
