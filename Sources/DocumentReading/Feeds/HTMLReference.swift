import CXML2

/// All references of HTML (`&amp;`, `&eacute;`, `&#8217;`, `&#x2019;`) in what is otherwise plain text.
enum HTMLReference {
  /// With each known reference as its character; what is none stays as it is.
  static func resolved(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0x26) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == 0x26, let (scalar, end) = reference(text, index + 1) {
        // A space that does not break is a plain one, as everywhere.
        UTF8Scalar.append(scalar.value == 0xA0 ? " " : scalar, to: &result)
        index = end
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  private static func reference(_ text: [UInt8], _ start: Int) -> (Unicode.Scalar, Int)? {
    let body = text[start...].prefix(12)
    guard let end = body.firstIndex(of: 0x3B), end > start else { return nil }
    let name = body[..<end]
    if name.first == 0x23 {
      let digits = name.dropFirst()
      let isHexadecimal = digits.first.map { $0 | 0x20 == 0x78 } ?? false
      guard let value = UInt32((isHexadecimal ? digits.dropFirst() : digits).text, radix: isHexadecimal ? 16 : 10) else { return nil }
      return (scalar(value), end + 1)
    }
    guard name.allSatisfy({ $0.isASCIILetter || $0.isDigit }) else { return nil }
    if name.isSame(as: "apos") { return ("'", end + 1) }
    let found = (Array(name) + [0]).withUnsafeBufferPointer { $0.baseAddress.flatMap { htmlEntityLookup($0) } }
    return found.map { (scalar($0.pointee.value), end + 1) }
  }

  /// As browsers take it: the numbers 128 to 159 are those of windows-1252.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    if (0x80...0x9F).contains(value) { return Unicode.Scalar(western[Int(value) - 0x80]) ?? "\u{FFFD}" }
    guard value >= 0x20 || value == 0x0A || value == 0x09 else { return " " }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static let western: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD,
    0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
