/// Undoes what happens where UTF-8 was taken for windows-1252 and encoded once more: "â€™" is an apostrophe, "Ã©" is é.
///
/// Only where that is certain. "â€" stands in no language, so one of those is enough; the other pairs must stand in a text that has
/// no accented letter by itself, since „SPÄ“ and «voilà » are words.
enum DoubleEncoding {
  private struct Place {
    var range: Range<Int>
    var scalar: Unicode.Scalar
  }

  /// The text as it was meant, and how many characters were encoded twice; nil where none was.
  static func repaired(_ source: UnsafeBufferPointer<UInt8>) -> (bytes: [UInt8], count: Int)? {
    var found = 0
    var certain = 0
    var accented = 0
    // Counted first and written then: a list of the places would be many times the text.
    eachPlace(source, accented: { accented += 1 }) { place in
      if (0x2000...0x2122).contains(place.scalar.value) { certain += 1 }
      found += 1
    }
    guard certain > 0 || found >= 3 && accented == 0 else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var start = 0
    var count = 0
    eachPlace(source, accented: {}) { place in
      // Among accented letters only the forms that no word has.
      let value = place.scalar.value
      guard accented == 0 || value <= 0xFF || (0x2000...0x2122).contains(value) || value >= 0x1F000 else { return }
      result.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<place.range.lowerBound]))
      UTF8Scalar.append(place.scalar, to: &result)
      start = place.range.upperBound
      count += 1
    }
    guard count > 0 else { return nil }
    result.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
    return (result, count)
  }

  /// Calls back with each character that may have been encoded twice, and for each accented letter that stands by itself.
  private static func eachPlace(_ source: UnsafeBufferPointer<UInt8>, accented: () -> Void, _ body: (Place) -> Void) {
    var index = 0
    while index < source.count {
      guard source[index] >= 0xC3 else {
        index &+= 1
        continue
      }
      if source[index] == 0xC3, let place = place(source, index) {
        body(place)
        index = place.range.upperBound
      } else {
        if source[index] == 0xC3 { accented() }
        index &+= 1
      }
    }
  }

  /// The character whose UTF-8 bytes stand here, each as a character of windows-1252.
  private static func place(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> Place? {
    guard start + 1 < source.count else { return nil }
    let first = source[start + 1] &+ 0x40
    guard source[start + 1] & 0xC0 == 0x80, (0xC2...0xF4).contains(first) else { return nil }
    var bytes = [first]
    var index = start + 2
    for _ in 0..<(first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3) {
      guard index < source.count, source[index] >= 0xC2 else { return nil }
      let length = UTF8Scalar.length(in: source, at: index)
      guard length > 0, let byte = WindowsWestern.byte(of: UTF8Scalar.decode(source, at: index, length: length)), byte & 0xC0 == 0x80 else {
        return nil
      }
      bytes.append(byte)
      index += length
    }
    return bytes.withUnsafeBufferPointer { bytes in
      let length = UTF8Scalar.length(in: bytes, at: 0)
      guard length == bytes.count else { return nil }
      let scalar = UTF8Scalar.decode(bytes, at: 0, length: length)
      return scalar.value >= 0xA0 ? Place(range: start..<index, scalar: scalar) : nil
    }
  }
}
