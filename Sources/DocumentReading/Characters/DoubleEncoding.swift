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
    var places: [Place] = []
    var certain = 0
    var accented = 0
    var index = 0
    while index < source.count {
      guard source[index] >= 0xC3 else {
        index &+= 1
        continue
      }
      if source[index] == 0xC3, let place = place(source, index) {
        if (0x2000...0x2122).contains(place.scalar.value) { certain += 1 }
        places.append(place)
        index = place.range.upperBound
      } else {
        if source[index] == 0xC3 { accented += 1 }
        index &+= 1
      }
    }
    guard certain > 0 || places.count >= 3 && accented == 0 else { return nil }
    // Among accented letters only the forms that no word has.
    if accented > 0 {
      places.removeAll { $0.scalar.value > 0xFF && !(0x2000...0x2122).contains($0.scalar.value) && $0.scalar.value < 0x1F000 }
    }
    guard !places.isEmpty else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var start = 0
    for place in places {
      result.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<place.range.lowerBound]))
      UTF8Scalar.append(place.scalar, to: &result)
      start = place.range.upperBound
    }
    result.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
    return (result, places.count)
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
