import PrintableText

/// A document's text as UTF-8 that every reader can rely on, and what had to be done to get it.
///
/// Valid UTF-8; lines end with a newline alone; no other control character but tab; no character that `PrintableText` drops;
/// spaces that do not break are plain spaces, so that "H.R. 3633" is found however it was set.
struct CleanText: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Bytes and broken-off sequences that were no UTF-8, each now U+FFFD.
  private(set) var wrongBytes = 0
  /// Bytes that stood alone between ASCII and were no UTF-8, read as windows-1252: pasted from elsewhere into a text in UTF-8.
  private(set) var westernBytes = 0
  /// Control characters, each now U+FFFD.
  private(set) var controls = 0
  /// Valid characters beyond ASCII.
  private(set) var beyondASCII = 0

  /// Whether there was more than may be.
  private(set) var isCut = false
  private let limit: Int
  /// Whether the last byte was a carriage return, of which a newline may be the other half.
  private var isAfterReturn = false

  /// - Parameter limit: most bytes that it may become; what comes after is left out.
  init(limit: Int = .max, expected: Int = 0) {
    self.limit = limit
    bytes.reserveCapacity(min(limit, expected) + 16)
  }

  /// Cleans what is meant as UTF-8. One pass; runs of clean text are copied whole.
  init(utf8 source: UnsafeBufferPointer<UInt8>, limit: Int = .max) {
    self.init(limit: limit, expected: source.count)
    add(utf8: source)
  }

  /// Gives the bytes away.
  mutating func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Cleans a piece more. A character must be whole in it; the two halves of a line end need not.
  mutating func add(utf8 source: UnsafeBufferPointer<UInt8>) {
    guard !source.isEmpty, !isCut else { return }
    var index = isAfterReturn && source[0] == 0x0A ? 1 : 0
    isAfterReturn = source[source.count - 1] == 0x0D
    var runStart = index
    while !isCut {
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
          index += appendWrong(source, index)
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
    guard !range.isEmpty, !isCut else { return }
    guard range.count > limit - bytes.count else { return bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[range])) }
    isCut = true
    guard limit > bytes.count else { return }
    var end = range.lowerBound + (limit - bytes.count)
    while end > range.lowerBound, source[end] & 0xC0 == 0x80 { end -= 1 }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[range.lowerBound..<end]))
  }

  private mutating func appendReplacement() { bytes.append(contentsOf: [0xEF, 0xBF, 0xBD]) }

  /// Writes what stands for bytes that are no UTF-8, and tells how many bytes that was.
  private mutating func appendWrong(_ source: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let byte = source[index]
    let next = index + 1 < source.count ? source[index + 1] : nil
    if byte == 0xED, let half = Self.surrogate(source, index) {
      // A character beyond the basic plane whose two halves were encoded one by one, as old Java and Oracle do.
      if half < 0xDC00, let other = Self.surrogate(source, index + 3), other >= 0xDC00,
        let scalar = Unicode.Scalar(0x10000 + (half - 0xD800) << 10 + (other - 0xDC00))
      {
        beyondASCII += 1
        appendCleaned(scalar)
        return 6
      }
      wrongBytes += 1
      appendReplacement()
      return 3
    }
    if index == 0 || source[index - 1] < 0x80, next.map({ $0 < 0x80 }) ?? (byte < 0xC0), let scalar = WindowsWestern.scalar(of: byte) {
      westernBytes += 1
      appendCleaned(scalar)
      return 1
    }
    wrongBytes += 1
    appendReplacement()
    return Self.brokenLength(source, index)
  }

  /// The half of a surrogate pair that three bytes write.
  private static func surrogate(_ source: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32? {
    guard index + 2 < source.count, source[index] == 0xED, source[index + 1] & 0xE0 == 0xA0, source[index + 2] & 0xC0 == 0x80 else {
      return nil
    }
    return 0xD000 | UInt32(source[index + 1] & 0x3F) << 6 | UInt32(source[index + 2] & 0x3F)
  }

  /// How many bytes belong to a sequence that breaks off: one sign of replacement for all of them.
  private static func brokenLength(_ source: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let first = source[index]
    guard (0xE0...0xF4).contains(first), index + 1 < source.count else { return 1 }
    let low: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
    guard source[index + 1] >= low, source[index + 1] <= high else { return 1 }
    guard first >= 0xF0, index + 2 < source.count, source[index + 2] & 0xC0 == 0x80 else { return 2 }
    return 3
  }

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
