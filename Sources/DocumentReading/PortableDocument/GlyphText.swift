/// The text of a word: entities read, ligatures taken apart, soft hyphens gone but at the end, where they part a word; nothing unprintable.
enum GlyphText {
  static func text(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    if source.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x26 }) { return Array(source) }
    var text: [UInt8] = []
    text.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
      let byte = source[index]
      if byte == 0x26, let (scalar, length) = entity(source, index) {
        text.append(scalar)
        index += length
      } else if byte == 0xC2, index + 1 < source.count, source[index + 1] == 0xAD {
        if index + 2 == source.count { text.append(0x2D) }
        index += 2
      } else if byte == 0xEF, index + 2 < source.count, source[index + 1] == 0xAC, (0x80...0x86).contains(source[index + 2]) {
        text += Self.ligatures[Int(source[index + 2] - 0x80)]
        index += 3
      } else {
        text.append(byte)
        index += 1
      }
    }
    let clean = text.withUnsafeBufferPointer { CleanText(utf8: $0) }.bytes
    return clean.contains(where: \.isSpace) ? OneLine.collapsed(clean[...]) : clean
  }

  /// U+FB00 to U+FB06.
  private static let ligatures: [[UInt8]] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"].map { Array($0.utf8) }

  private static func entity(_ source: UnsafeBufferPointer<UInt8>, _ index: Int) -> (UInt8, Int)? {
    for (name, byte) in [("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&apos;", 0x27), ("&#39;", 0x27)]
      as [(StaticString, UInt8)]
    {
      let length = name.utf8CodeUnitCount
      guard index + length <= source.count else { continue }
      if (0..<length).allSatisfy({ source[index + $0] == name.utf8Start[$0] }) { return (byte, length) }
    }
    return nil
  }
}
