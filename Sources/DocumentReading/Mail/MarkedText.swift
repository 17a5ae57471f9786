/// Plain text in paragraphs, with the ranges that are not its author's own words.
struct MarkedText {
  private(set) var bytes: [UInt8] = []
  /// In order, apart from each other.
  private(set) var asides: [Range<Int>] = []

  var isEmpty: Bool { bytes.isEmpty }

  init() {}

  init(_ bytes: [UInt8], asides: [Range<Int>] = []) {
    self.bytes = bytes
    for range in asides { note(range) }
  }

  /// Adds paragraphs after those that are there.
  mutating func append(_ paragraphs: [UInt8], isAside: Bool = false) {
    guard !paragraphs.isEmpty else { return }
    if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
    let start = bytes.count
    // The first, which is mostly the only one, is taken as it is.
    if bytes.isEmpty { bytes = paragraphs } else { bytes += paragraphs }
    if isAside { note(start..<bytes.count) }
  }

  mutating func append(_ other: MarkedText, isAside: Bool = false) {
    guard !other.isEmpty else { return }
    let start = bytes.isEmpty ? 0 : bytes.count + 2
    append(other.bytes, isAside: isAside)
    if !isAside { for range in other.asides { note((range.lowerBound + start)..<(range.upperBound + start)) } }
  }

  /// Makes further ranges asides, in any order.
  mutating func mark(_ ranges: [Range<Int>]) {
    guard !ranges.isEmpty else { return }
    let all = (asides + ranges.map { $0.clamped(to: 0..<bytes.count) }).sorted { $0.lowerBound < $1.lowerBound }
    asides = []
    for range in all { note(range) }
  }

  mutating func unmarkAll() { asides = [] }

  private mutating func note(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    // With no more than an empty line between them, two are one.
    if let last = asides.last, range.lowerBound <= last.upperBound + 2 {
      asides[asides.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
    } else {
      asides.append(range)
    }
  }

  /// Whether anything but signs and blanks stands outside the asides.
  var hasWordsOfItsOwn: Bool {
    var index = 0
    var next = 0
    while index < bytes.count {
      if next < asides.count, index >= asides[next].lowerBound {
        index = max(index, asides[next].upperBound)
        next += 1
        continue
      }
      if bytes[index].isWordByte { return true }
      index += 1
    }
    return false
  }

  /// The paragraphs' ranges, in order.
  var paragraphs: [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x0A, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
        if start < index { found.append(start..<index) }
        while index < bytes.count, bytes[index] == 0x0A { index += 1 }
        start = index
      } else {
        index += 1
      }
    }
    if start < bytes.count { found.append(start..<bytes.count) }
    return found
  }
}
