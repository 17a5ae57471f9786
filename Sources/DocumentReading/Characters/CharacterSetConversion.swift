import Glibc

/// Converts from any character set that the system's iconv knows.
enum CharacterSetConversion {
  /// Clean UTF-8, wrong bytes replaced; nil where the system does not know the set.
  ///
  /// - Parameter limit: most bytes that it may become.
  static func clean(_ source: UnsafeBufferPointer<UInt8>, from name: String, limit: Int = .max) -> CleanText? {
    let known = CharacterSetName.iconvName(name)
    // A name from a document goes to the system's converter: letters, digits and the usual signs only, so no path and no option.
    guard known.utf8.count <= 40, known.utf8.allSatisfy({ isNameByte($0) }) else { return nil }
    guard known != "CP1252" else { return WindowsWestern.clean(source, limit: limit) }
    guard let converter = iconv_open("UTF-8", known), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    return converted(source, by: converter, unit: CharacterSetName.unit(known), limit: limit)
  }

  /// Whether ASCII is written as ASCII, as it must be in a set that a document names in ASCII: not so in UTF-7, UTF-16 and EBCDIC.
  static func keepsASCII(_ name: String) -> Bool {
    let probe = Array("<p>+AGE-9z</p>".utf8)
    return probe.withUnsafeBufferPointer { clean($0, from: name) }?.bytes == probe
  }

  /// - Parameter unit: how many bytes a wrong place takes up, so that what follows it stays in step.
  private static func converted(_ source: UnsafeBufferPointer<UInt8>, by converter: iconv_t, unit: Int, limit: Int) -> CleanText {
    var result = CleanText(limit: limit, expected: source.count + source.count / 2)
    guard let base = source.baseAddress else { return result }
    // iconv asks for a mutable pointer and does not write through it.
    var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: base).assumingMemoryBound(to: CChar.self)
    var left = source.count
    var piece = [CChar](repeating: 0, count: 1 << 15)
    while left > 0, !result.isCut {
      let before = left
      let (status, produced, code) = piece.withUnsafeMutableBufferPointer { buffer -> (Int, Int, Int32) in
        var output = buffer.baseAddress
        var room = buffer.count
        let status = iconv(converter, &input, &left, &output, &room)
        return (status, buffer.count - room, errno)
      }
      // What iconv writes ends with a whole character.
      add(piece, produced, to: &result)
      guard status == -1 else { break }
      if code == E2BIG, produced > 0 || left < before { continue }
      // A wrong or broken-off sequence: one byte is left out. 0xFF is no UTF-8, so it is counted and replaced further on.
      withUnsafePointer(to: 0xFF as UInt8) { result.add(utf8: UnsafeBufferPointer(start: $0, count: 1)) }
      let skipped = min(unit, left)
      left -= skipped
      input = input.map { $0 + skipped }
    }
    // Some sets hold the last letter back, as a mark may follow it.
    let held = piece.withUnsafeMutableBufferPointer { buffer -> Int in
      var output = buffer.baseAddress
      var room = buffer.count
      _ = iconv(converter, nil, nil, &output, &room)
      return buffer.count - room
    }
    add(piece, held, to: &result)
    return result
  }

  private static func add(_ piece: [CChar], _ count: Int, to text: inout CleanText) {
    piece.withUnsafeBytes { text.add(utf8: UnsafeBufferPointer(rebasing: $0.assumingMemoryBound(to: UInt8.self)[..<count])) }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || [0x2D, 0x5F, 0x2B, 0x2E, 0x3A].contains(byte)
  }
}

/// windows-1252, the character set of western text that says nothing of its own; built in, so that it is always there.
enum WindowsWestern {
  static let name = "windows-1252"

  /// 0x80…0x9F; 0 where the set has no character.
  private static let middle: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// The character of a byte beyond ASCII; nil where there is none. 0xFF, which marks wrong places, counts as none.
  static func scalar(of byte: UInt8) -> Unicode.Scalar? {
    guard byte >= 0x80, byte < 0xFF else { return nil }
    let value = byte < 0xA0 ? middle[Int(byte) - 0x80] : UInt32(byte)
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  /// The byte beyond ASCII that writes a character; a control character is what software makes of the bytes that have none.
  static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    if (0x80...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
    return middle.firstIndex(of: scalar.value).map { UInt8($0 + 0x80) }
  }

  /// - Parameter limit: most bytes that it may become.
  static func clean(_ source: UnsafeBufferPointer<UInt8>, limit: Int = .max) -> CleanText {
    var text = CleanText(limit: limit, expected: source.count + source.count / 8)
    var piece: [UInt8] = []
    piece.reserveCapacity(pieceSize + 4)
    var index = 0
    while index < source.count, !text.isCut {
      piece.removeAll(keepingCapacity: true)
      while index < source.count, piece.count < pieceSize {
        let byte = source[index]
        index &+= 1
        if byte < 0x80 {
          piece.append(byte)
        } else {
          let value = byte < 0xA0 ? middle[Int(byte) - 0x80] : UInt32(byte)
          if value == 0 {
            piece.append(0xFF)
          } else {
            UTF8Scalar.append(Unicode.Scalar(value) ?? "\u{FFFD}", to: &piece)
          }
        }
      }
      piece.withUnsafeBufferPointer { text.add(utf8: $0) }
    }
    return text
  }

  private static let pieceSize = 1 << 15
}
