/// Numbers as they stand in prose: digits, words, fractions.
extension StoryWords {
  /// The value of a number token: `1,000`, `15.2`, `6,5`; nil for anything else, and for more digits than a Double tells apart.
  func value(at index: Int) -> Double? {
    guard index >= 0, index < tokens.count, tokens[index].isNumber else { return nil }
    let bytes = scan.bytes[tokens[index].span]
    guard bytes.count <= 18 else { return nil }
    // A comma parts thousands where three digits follow each; else it is a decimal comma.
    var groups = 0
    var digitsSincePoint = 0
    var lastPoint: UInt8 = 0
    var commas = 0
    var points = 0
    var allGroupsAreThree = true
    for byte in bytes {
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") {
        if lastPoint == UInt8(ascii: ","), digitsSincePoint != 3 { allGroupsAreThree = false }
        if byte == UInt8(ascii: ",") { commas += 1 } else { points += 1 }
        groups += 1
        lastPoint = byte
        digitsSincePoint = 0
      } else {
        digitsSincePoint += 1
      }
    }
    if lastPoint == UInt8(ascii: ","), digitsSincePoint != 3 { allGroupsAreThree = false }
    guard points <= 1 else { return nil }
    let commaIsDecimal = commas == 1 && points == 0 && !allGroupsAreThree
    guard commas == 0 || allGroupsAreThree || commaIsDecimal else { return nil }
    var result = 0.0
    var scale = 0.0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "."): scale = 1
      case UInt8(ascii: ","): if commaIsDecimal { scale = 1 }
      default:
        result = result * 10 + Double(byte - 48)
        if scale > 0 { scale *= 10 }
      }
    }
    return scale > 1 ? result / scale : result
  }

  /// A whole number of digits only, below ten million; nil for anything else.
  func integer(at index: Int) -> Int? {
    guard index >= 0, index < tokens.count, tokens[index].isNumber, tokens[index].span.count <= 7 else { return nil }
    var result = 0
    for byte in scan.bytes[tokens[index].span] {
      guard LetterBytes.isDigit(byte) else { return nil }
      result = result * 10 + Int(byte - 48)
    }
    return result
  }

  /// A number in words, up to ninety-nine: `five`, `twenty-one`; the tokens it takes.
  func numberInWords(at index: Int) -> (value: Int, length: Int)? {
    guard index >= 0, index < tokens.count, tokens[index].roles.contains(.countWord), let first = Self.numberWords[tokens[index].key] else {
      return nil
    }
    guard first >= 20, first < 100 else { return (first, 1) }
    let next = isMark(index + 1, "-") ? index + 2 : index + 1
    if next < tokens.count, let second = Self.numberWords[tokens[next].key], second < 10, second > 0 {
      return (first + second, next + 1 - index)
    }
    return (first, 1)
  }

  static let numberWords: KeywordTable<Int> = {
    let small =
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    let tens = "twenty thirty forty fifty sixty seventy eighty ninety hundred"
    let rows = small.split(separator: " ").enumerated().map { (String($0.element), $0.offset + 1) }
    return KeywordTable(rows + tens.split(separator: " ").enumerated().map { (String($0.element), ($0.offset + 2) * 10) })
  }()
}
