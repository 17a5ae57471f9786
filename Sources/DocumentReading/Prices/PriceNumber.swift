/// How numbers of a column are written: what separates the fraction.
struct PriceNumber {
  enum Mark: UInt8 { case point = 0x2E, comma = 0x2C }

  let mark: Mark

  /// What the fields of a column say about the decimal mark.
  struct Evidence {
    private var point = 0
    private var comma = 0
    /// Fields such as "1,234", of which the comma may be either.
    private var openComma = 0
    /// Fields such as "1.234".
    private var openPoint = 0

    mutating func look(at field: UnsafeBufferPointer<UInt8>.SubSequence) {
      var points = 0
      var commas = 0
      var lastMark = -1
      for index in field.indices {
        if field[index] == 0x2E { points += 1 } else if field[index] == 0x2C { commas += 1 } else { continue }
        lastMark = index
      }
      guard lastMark >= 0 else { return }
      let digitsAfter = field[(lastMark + 1)...].prefix { $0.isDigit }.count
      if points > 0, commas > 0 {
        if field[lastMark] == 0x2E { point += 1 } else { comma += 1 }
      } else if points + commas > 1 {
        // The same mark twice groups thousands.
        if points > 0 { comma += 1 } else { point += 1 }
      } else {
        let before = field[..<lastMark].drop { !$0.isDigit }
        let isOpen = digitsAfter == 3 && (1...3).contains(before.count) && before.first != 0x30
        switch (points == 1, isOpen) {
        case (true, true): openPoint += 1
        case (true, false): point += 1
        case (false, true): openComma += 1
        case (false, false): comma += 1
        }
      }
    }

    /// - Parameter separator: of fields. Where a comma separates them, one inside quotes groups; where a semicolon does, it is decimal.
    func mark(separator: UInt8) -> (mark: Mark, isGuess: Bool) {
      if point > 0 || comma > 0 { return (comma > point ? .comma : .point, false) }
      if openComma == 0 || separator == 0x2C { return (.point, openComma + openPoint > 0) }
      return (.comma, true)
    }
  }

  /// The number in a field; nil where it is none. Takes thousands marks, a currency's sign or code, and exponents.
  func value(of field: UnsafeBufferPointer<UInt8>.SubSequence) -> Double? {
    var index = field.startIndex
    var end = field.endIndex
    Self.skipCurrency(field, &index, &end)
    guard index < end else { return nil }
    var isNegative = false
    if field[index] == 0x2D || field[index] == 0x2B {
      isNegative = field[index] == 0x2D
      index += 1
    }
    var digits: UInt64 = 0
    var digitCount = 0
    var exponent = 0
    var zeros = 0
    var isFraction = false
    /// Digits since the last thousands mark; -1 before the first.
    var group = -1
    var seen = 0
    while index < end {
      let byte = field[index]
      if byte.isDigit {
        seen += 1
        if group >= 0, !isFraction { group += 1 }
        if isFraction, byte == 0x30 {
          // Zeros at the end of a fraction say nothing; they count when another digit follows.
          zeros += 1
        } else {
          for _ in 0..<zeros + 1 {
            guard digitCount < 19 else { return Self.slow(field[field.startIndex..<end], mark: mark) }
            digits *= 10
            if digits > 0 || byte != 0x30 { digitCount += 1 }
            if isFraction { exponent -= 1 }
          }
          digits += UInt64(byte & 0x0F)
          zeros = 0
        }
      } else if byte == mark.rawValue {
        guard !isFraction, group < 0 || group == 3 else { return nil }
        isFraction = true
      } else if !isFraction, seen > 0, Self.isThousandsMark(byte, decimal: mark.rawValue) {
        guard group < 0 || group == 3 || group == 2 else { return nil }
        group = 0
      } else if byte | 0x20 == 0x65, seen > 0 {
        guard let power = Self.exponent(field[(index + 1)..<end]) else { return nil }
        exponent += power
        index = end
        break
      } else {
        return nil
      }
      index += 1
    }
    guard seen > 0, isFraction || group < 0 || group == 3 else { return nil }
    guard digits < 1 << 53, abs(exponent) <= 22 else { return Self.slow(field[field.startIndex..<end], mark: mark) }
    // Both are exact, so that one operation rounds once: the nearest Double.
    let size = exponent < 0 ? Double(digits) / Self.powers[-exponent] : Double(digits) * Self.powers[exponent]
    return isNegative ? -size : size
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  private static func isThousandsMark(_ byte: UInt8, decimal: UInt8) -> Bool {
    byte == 0x2C && decimal != 0x2C || byte == 0x2E && decimal != 0x2E || byte == 0x20 || byte == 0x27
  }

  private static func exponent(_ field: UnsafeBufferPointer<UInt8>.SubSequence) -> Int? {
    var rest = field
    var sign = 1
    if let first = rest.first, first == 0x2D || first == 0x2B {
      sign = first == 0x2D ? -1 : 1
      rest = rest.dropFirst()
    }
    guard (1...3).contains(rest.count), rest.allSatisfy(\.isDigit) else { return nil }
    return sign * rest.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }

  /// For numbers of more digits than fit.
  private static func slow(_ field: UnsafeBufferPointer<UInt8>.SubSequence, mark: Mark) -> Double? {
    guard field.count <= 400 else { return nil }
    var plain: [UInt8] = []
    for byte in field where byte.isDigit || byte == mark.rawValue || byte == 0x2D || byte == 0x2B || byte | 0x20 == 0x65 {
      plain.append(byte == mark.rawValue ? 0x2E : byte)
    }
    return Double(String(decoding: plain, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Leaves out blanks, a currency's sign and a code such as `USD` at either end.
  private static func skipCurrency(_ field: UnsafeBufferPointer<UInt8>.SubSequence, _ start: inout Int, _ end: inout Int) {
    skipSigns(field, &start, &end)
    // The usual field is digits at both ends.
    guard start < end, !field[start].isDigit || !field[end - 1].isDigit else { return }
    var code = start
    while code < end, field[code].isUppercase { code += 1 }
    if (3...5).contains(code - start) { start = code }
    code = end
    while code > start, field[code - 1].isUppercase { code -= 1 }
    if (3...5).contains(end - code) { end = code }
    skipSigns(field, &start, &end)
  }

  private static func skipSigns(_ field: UnsafeBufferPointer<UInt8>.SubSequence, _ start: inout Int, _ end: inout Int) {
    while start < end {
      let length = signLength(field[start..<end])
      guard length > 0 else { break }
      start += length
    }
    while start < end {
      guard let length = [1, 2, 3].first(where: { end - $0 >= start && signLength(field[(end - $0)..<end]) == $0 }) else { break }
      end -= length
    }
  }

  /// The length of a blank or of one of $ £ ¥ € ₩ ₹ ₺ ₽ and their like at the beginning; 0 for anything else.
  private static func signLength(_ field: UnsafeBufferPointer<UInt8>.SubSequence) -> Int {
    guard let first = field.first else { return 0 }
    if first == 0x24 || first.isBlank { return 1 }
    let next = field.dropFirst()
    if first == 0xC2, let second = next.first, (0xA2...0xA5).contains(second) { return 2 }
    // U+20A0 to U+20BF, the block of currency signs.
    return first == 0xE2 && next.first == 0x82 && next.count >= 2 && next[next.startIndex + 1] >= 0xA0 ? 3 : 0
  }
}
