/// The rows of a text with separated fields (CSV, RFC 4180), one after the other and without a copy.
///
/// Reads what real files hold: blanks before a quote, quotes within a field, rows of uneven length. A quote that is never closed spoils
/// its own line and no other. Time is linear in the text; memory does not grow with rows, and a row keeps at most `fieldLimit` fields.
struct DelimitedRows {
  struct Row {
    /// Counted from 1, as editors do.
    var line = 0
    /// Where the fields stand, without the quotes around them; at most `fieldLimit`.
    var fields: [Range<Int>] = []
    /// How many fields there are in all.
    var count = 0
    var hasOpenQuote = false
  }

  static let fieldLimit = 256

  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  /// Whether a line's end within quotes belongs to the field.
  var spansLines: Bool
  private var index = 0
  /// The line at which the next row begins, from 1.
  private(set) var line = 1

  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, spansLines: Bool = false) {
    self.bytes = bytes
    self.separator = separator
    self.spansLines = spansLines
  }

  /// Reads the next row that is not empty; false at the end.
  mutating func next(_ row: inout Row) -> Bool {
    while index < bytes.count, bytes[index] == 0x0A {
      index += 1
      line += 1
    }
    guard index < bytes.count else { return false }
    row.line = line
    row.fields.removeAll(keepingCapacity: true)
    row.count = 0
    row.hasOpenQuote = false
    while true {
      let field = readField(&row)
      if row.count < Self.fieldLimit { row.fields.append(field) }
      row.count += 1
      guard index < bytes.count, bytes[index] == separator else { break }
      index += 1
    }
    if index < bytes.count {
      index += 1
      line += 1
    }
    return true
  }

  /// Reads one field; afterwards `index` is at the separator, at the line's end or at the end of all.
  private mutating func readField(_ row: inout Row) -> Range<Int> {
    let start = index
    var first = index
    while first < bytes.count, bytes[first] == 0x20 { first += 1 }
    if first < bytes.count, bytes[first] == 0x22 {
      let startLine = line
      if let content = readQuoted(from: first + 1) {
        let end = index
        skipToFieldEnd()
        if line > startLine, !(end..<index).allSatisfy({ bytes[$0] == 0x20 }) {
          // It was closed by the quote with which another line's field begins: so it never was.
          (index, line) = (start, startLine)
          row.hasOpenQuote = true
          skipToFieldEnd()
          return start..<index
        }
        // Something after the closing quote: then the quotes were part of the text.
        return (end..<index).allSatisfy { bytes[$0] == 0x20 } ? content : start..<index
      }
      row.hasOpenQuote = true
    }
    skipToFieldEnd()
    return start..<index
  }

  @inline(__always) private mutating func skipToFieldEnd() {
    let (separator, count) = (separator, bytes.count)
    var place = index
    while place < count, bytes[place] != separator, bytes[place] != 0x0A { place &+= 1 }
    index = place
  }

  /// Reads to the closing quote and past it; nil, and nothing read, where there is none.
  private mutating func readQuoted(from start: Int) -> Range<Int>? {
    var place = start
    var lines = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte == 0x22 {
        guard place + 1 < bytes.count, bytes[place + 1] == 0x22 else {
          index = place + 1
          line += lines
          return start..<place
        }
        place += 1
      } else if byte == 0x0A {
        guard spansLines else { return nil }
        lines += 1
      }
      place += 1
    }
    // What was looked for in vain up to the end is not looked for again.
    spansLines = false
    return nil
  }
}
