import PrintableText

/// A document's text as UTF-8 that every reader can rely on, and what had to be done to get it.
///
/// Valid UTF-8; lines end with a newline alone; no other control character but tab; no character that `PrintableText` drops;
/// spaces that do not break are plain spaces, so that "H.R. 3633" is found however it was set.
struct CleanText: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Bytes that were no UTF-8, each now U+FFFD.
  private(set) var wrongBytes = 0
  /// Control characters, each now U+FFFD.
  private(set) var controls = 0
  /// Valid characters beyond ASCII.
  private(set) var beyondASCII = 0

  /// Cleans what is meant as UTF-8. One pass; runs of clean text are copied whole.
  init(utf8 source: UnsafeBufferPointer<UInt8>) {
    bytes.reserveCapacity(source.count + 16)
    var index = 0
    var runStart = 0
    while true {
      index = Self.endOfPlainRun(in: source, from: index)
      guard index < source.count else { break }
      let byte = source[index]
      if byte >= 0x80 {
        let length = UTF8Scalar.length(in: source, at: index)
        if length > 0 {
          beyondASCII += 1
          guard UTF8Scalar.mayNeedChange(in: source, at: index) else {
            index += length
            continue
          }
          copy(source, runStart..<index)
          appendCleaned(UTF8Scalar.decode(source, at: index, length: length))
          index += length
        } else {
          copy(source, runStart..<index)
          wrongBytes += 1
          appendReplacement()
          index += 1
        }
      } else {
        copy(source, runStart..<index)
        switch byte {
        case 0x0D:
          bytes.append(0x0A)
          if index + 1 < source.count, source[index + 1] == 0x0A { index += 1 }
        case 0x0B, 0x0C: bytes.append(0x0A)
        default:
          controls += 1
          appendReplacement()
        }
        index += 1
      }
      runStart = index
    }
    copy(source, runStart..<source.count)
  }

  private mutating func copy(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[range]))
  }

  private mutating func appendReplacement() { bytes.append(contentsOf: [0xEF, 0xBF, 0xBD]) }

  private mutating func appendCleaned(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x85, 0x2028, 0x2029: bytes.append(0x0A)
    case 0x80...0x9F:
      controls += 1
      appendReplacement()
    case 0xA0, 0x2007, 0x202F: bytes.append(0x20)
    case _ where PrintableText.isDropped(scalar): break
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// The index of the next byte that is neither printable ASCII nor newline nor tab.
  private static func endOfPlainRun(in source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    guard let base = source.baseAddress else { return source.count }
    while index &+ 8 <= source.count {
      let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      // The high bit of each byte that is beyond ASCII, DEL, or below a blank.
      let odd = (word | (word &+ 0x0101_0101_0101_0101) | ((word &- 0x2020_2020_2020_2020) & ~word)) & 0x8080_8080_8080_8080
      if odd != 0 {
        for place in index..<(index &+ 8) where !isPlain(source[place]) { return place }
      }
      index &+= 8
    }
    while index < source.count {
      guard isPlain(source[index]) else { return index }
      index &+= 1
    }
    return index
  }

  @inline(__always) private static func isPlain(_ byte: UInt8) -> Bool { byte &- 0x20 <= 0x5E || byte == 0x0A || byte == 0x09 }
}
