/// Bytes as printable text without blanks.
enum PercentText {
  static func encoded(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    for byte in bytes {
      if (0x21...0x7E).contains(byte), byte != 0x25 {
        text.append(byte)
      } else {
        text.append(0x25)
        text += Array(Hexadecimal.encoded([byte]).utf8)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func decoded(_ text: Substring) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == 0x25 else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return bytes
  }
}

enum Hexadecimal {
  static func encoded(_ bytes: [UInt8]) -> String {
    bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }

  static func decoded(_ text: Substring) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let value = UInt8(String(decoding: digits[place..<(place + 2)], as: UTF8.self), radix: 16) else { return nil }
      bytes.append(value)
    }
    return bytes
  }
}
