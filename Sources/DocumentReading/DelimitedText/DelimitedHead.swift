/// The first rows of a file with separated fields: what a reader of tables looks at to see whether the table is its own.
struct DelimitedHead {
  struct Row {
    var line: Int
    /// Without blanks around them; doubled quotes are one.
    var fields: [String]
    /// The names in small letters without blanks and signs: "Change %" is `change`, "Adj Close" `adjclose`.
    var names: [String] { fields.map(Self.name) }

    static func name(_ field: String) -> String {
      String(decoding: field.lowercased().utf8.filter { $0.isASCIILetter || $0.isDigit || $0 >= 0x80 }, as: UTF8.self)
    }
  }

  let separator: UInt8
  let rows: [Row]

  private static let rowLimit = 12
  /// No name of a column is longer, and no price.
  private static let fieldBytes = 200

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    separator = Self.separator(of: bytes)
    var reader = DelimitedRows(bytes, separator: separator)
    var row = DelimitedRows.Row()
    var rows: [Row] = []
    while rows.count < Self.rowLimit, reader.next(&row) {
      rows.append(Row(line: row.line, fields: row.fields.map { Self.text(bytes, $0.prefix(Self.fieldBytes)) }))
    }
    self.rows = rows
  }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    var text: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      text.append(bytes[index])
      index += bytes[index] == 0x22 && index + 1 < range.upperBound && bytes[index + 1] == 0x22 ? 2 : 1
    }
    return text[...].trimmed.text
  }

  /// The first of tab, semicolon, bar and comma that stands equally often in nearly all of the first lines, quotes aside.
  ///
  /// The comma comes last: where another separates, commas may be decimal marks.
  private static func separator(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let candidates: [UInt8] = [0x09, 0x3B, 0x7C, 0x2C]
    var counts: [[Int]] = []
    var current = [0, 0, 0, 0]
    var isQuoted = false
    var isEmpty = true
    for byte in bytes.prefix(1 << 16) {
      if byte == 0x0A {
        if !isEmpty { counts.append(current) }
        if counts.count >= 20 { break }
        (current, isQuoted, isEmpty) = ([0, 0, 0, 0], false, true)
        continue
      }
      isEmpty = false
      if byte == 0x22 { isQuoted.toggle() }
      if !isQuoted, let place = candidates.firstIndex(of: byte) { current[place] += 1 }
    }
    if !isEmpty, counts.count < 20 { counts.append(current) }
    for (place, candidate) in candidates.enumerated() {
      var lines: [Int: Int] = [:]
      for count in counts where count[place] > 0 { lines[count[place], default: 0] += 1 }
      if let most = lines.values.max(), most * 10 >= counts.count * 7 { return candidate }
    }
    return 0x2C
  }
}

extension Range<Int> {
  fileprivate func prefix(_ count: Int) -> Range<Int> { lowerBound..<Swift.min(upperBound, lowerBound + count) }
}
