/// JSON read where it lies: a value is the range of its bytes, and what is in it is looked at only when asked for.
///
/// Nothing here recurses, so that no depth can overflow a stack; a number is never more than its digits; what breaks off ends with the text.
struct JSONText {
  enum Kind { case object, array, string, word }

  struct Value {
    var kind: Kind
    /// With the signs around it.
    var range: Range<Int>
    /// False where the text ends, or another bracket closes, before the value does.
    var isWhole: Bool
  }

  let bytes: UnsafeBufferPointer<UInt8>

  // MARK: Walking

  /// The value that begins at the first sign from `start` that is not white space; nil where none begins there.
  func value(at start: Int, before limit: Int) -> Value? {
    let first = skipSpace(start, limit)
    guard first < limit else { return nil }
    switch bytes[first] {
    case 0x22:
      let end = endOfString(first, limit)
      return Value(kind: .string, range: first..<end, isWhole: end <= limit && end > first + 1 && bytes[end - 1] == 0x22)
    case 0x7B: return nested(.object, first, limit)
    case 0x5B: return nested(.array, first, limit)
    default:
      var end = first
      while end < limit, bytes[end].isWordByte || bytes[end] == 0x2D || bytes[end] == 0x2B || bytes[end] == 0x2E { end += 1 }
      return end > first ? Value(kind: .word, range: first..<end, isWhole: true) : nil
    }
  }

  /// Brackets are counted, and not matched with one another.
  private func nested(_ kind: Kind, _ first: Int, _ limit: Int) -> Value {
    var depth = 0
    var index = first
    while index < limit {
      switch bytes[index] {
      case 0x22:
        index = endOfString(index, limit)
        continue
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D:
        depth -= 1
        if depth == 0 { return Value(kind: kind, range: first..<(index + 1), isWhole: (bytes[index] == 0x7D) == (kind == .object)) }
      default: break
      }
      index += 1
    }
    return Value(kind: kind, range: first..<limit, isWhole: false)
  }

  private func endOfString(_ first: Int, _ limit: Int) -> Int {
    var index = first + 1
    while index < limit {
      if bytes[index] == 0x22 { return index + 1 }
      index += bytes[index] == 0x5C ? 2 : 1
    }
    return limit
  }

  func skipSpace(_ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit, bytes[index].isSpace { index += 1 }
    return index
  }

  /// The values of a list, until `body` says that it has enough.
  func eachElement(of list: Value, _ body: (Value) -> Bool) {
    guard list.kind == .array else { return }
    let end = inside(list).upperBound
    var index = inside(list).lowerBound
    while index < end {
      index = skipSpace(index, end)
      guard index < end else { return }
      guard let value = value(at: index, before: end) else {
        index += 1  // a comma, or a sign that has no place there
        continue
      }
      guard body(value) else { return }
      index = value.range.upperBound
    }
  }

  /// The keys and values of an object, until `body` says that it has enough.
  func eachMember(of object: Value, _ body: (Value, Value) -> Bool) {
    guard object.kind == .object else { return }
    let end = inside(object).upperBound
    var index = inside(object).lowerBound
    while index < end {
      index = skipSpace(index, end)
      guard index < end else { return }
      guard let key = value(at: index, before: end) else {
        index += 1
        continue
      }
      index = skipSpace(key.range.upperBound, end)
      guard index < end, bytes[index] == 0x3A, let value = value(at: index + 1, before: end) else { continue }
      index = value.range.upperBound
      guard body(key, value) else { return }
    }
  }

  private func inside(_ value: Value) -> Range<Int> {
    let end = value.isWhole || value.range.count > 1 && [0x7D, 0x5D].contains(bytes[value.range.upperBound - 1]) ? 1 : 0
    let first = value.range.lowerBound + 1
    return first..<max(first, value.range.upperBound - end)
  }

  // MARK: Words

  /// A string without its escapes, clean; of a number or word its letters.
  func text(of value: Value) -> [UInt8] {
    guard value.kind == .string else { return Array(bytes[value.range]) }
    var inner = (value.range.lowerBound + 1)..<value.range.upperBound
    if value.isWhole { inner = inner.lowerBound..<max(inner.lowerBound, inner.upperBound - 1) }
    guard bytes[inner].contains(0x5C) else { return Array(bytes[inner]) }
    var result: [UInt8] = []
    result.reserveCapacity(inner.count)
    var index = inner.lowerBound
    while index < inner.upperBound {
      let byte = bytes[index]
      index += 1
      guard byte == 0x5C, index < inner.upperBound else {
        result.append(byte)
        continue
      }
      let escaped = bytes[index]
      index += 1
      switch escaped {
      case 0x6E, 0x72: result.append(0x0A)
      case 0x74: result.append(0x09)
      case 0x62, 0x66: result.append(0x20)
      case 0x75: UTF8Scalar.append(escape(&index, inner.upperBound), to: &result)
      default: result.append(escaped)
      }
    }
    return result.withUnsafeBufferPointer { CleanText(utf8: $0).bytes }
  }

  /// The scalar of the digits at `index`, and of a second escape where they are half of a pair.
  private func escape(_ index: inout Int, _ limit: Int) -> Unicode.Scalar {
    guard let first = digits(&index, limit) else { return "\u{FFFD}" }
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    guard index + 1 < limit, bytes[index] == 0x5C, bytes[index + 1] == 0x75 else { return "\u{FFFD}" }
    var next = index + 2
    guard let second = digits(&next, limit), (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
    index = next
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private func digits(_ index: inout Int, _ limit: Int) -> UInt32? {
    guard index + 4 <= limit else { return nil }
    let digits = bytes[index..<(index + 4)]
    guard digits.allSatisfy({ $0.isDigit || ($0 | 0x20) &- 0x61 <= 5 }) else { return nil }
    index += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  func isNothing(_ value: Value) -> Bool {
    switch value.kind {
    case .string: value.range.count <= 2
    case .word: ["null", "true", "false", "NaN", "None"].contains(String(decoding: bytes[value.range], as: UTF8.self))
    case .object, .array: false
    }
  }
}
