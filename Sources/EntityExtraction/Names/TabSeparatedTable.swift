/// One of the lexicon's tables: UTF-8, tab-separated, a header line first, `#` lines and empty lines ignored.
///
/// Works on bytes, since reading all tables is part of every start of the program.
struct TabSeparatedTable {
  private let text: UnsafeBufferPointer<UInt8>
  private let columns: [String]
  private let start: Int

  /// The buffer must outlive the table: it is compiled into the program.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    var position = 0
    var columns: [String] = []
    while position < text.count {
      let line = Self.line(of: text, from: position)
      position = line.upperBound + 1
      if line.isEmpty || text[line.lowerBound] == UInt8(ascii: "#") { continue }
      var fields: [Range<Int>] = []
      Self.split(text, line, at: UInt8(ascii: "\t"), into: &fields)
      // "id (bioguide)" is the column `id`.
      columns = fields.map { field in String(Self.string(text, field).prefix { $0 != " " }) }
      break
    }
    self.columns = columns
    start = position
  }

  /// The number of a column; one that the table lacks is beyond the end of every line, and empty.
  func column(_ name: String) -> Int { columns.firstIndex(of: name) ?? Int.max }

  /// One line.
  struct Row {
    fileprivate let text: UnsafeBufferPointer<UInt8>
    fileprivate let fields: [Range<Int>]

    subscript(column: Int) -> String { column < fields.count ? TabSeparatedTable.string(text, fields[column]) : "" }

    /// The entries of a list column.
    func list(_ column: Int) -> [String] {
      guard column < fields.count, !fields[column].isEmpty else { return [] }
      var parts: [Range<Int>] = []
      TabSeparatedTable.split(text, fields[column], at: UInt8(ascii: "|"), into: &parts)
      var strings: [String] = []
      strings.reserveCapacity(parts.count)
      for part in parts where !part.isEmpty { strings.append(TabSeparatedTable.string(text, part)) }
      return strings
    }
  }

  func forEachRow(_ body: (Row) -> Void) {
    var position = start
    var fields: [Range<Int>] = []
    while position < text.count {
      let line = Self.line(of: text, from: position)
      position = line.upperBound + 1
      if line.isEmpty || text[line.lowerBound] == UInt8(ascii: "#") { continue }
      fields.removeAll(keepingCapacity: true)
      Self.split(text, line, at: UInt8(ascii: "\t"), into: &fields)
      body(Row(text: text, fields: fields))
    }
  }

  private static func line(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int> {
    var end = start
    while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
    if end > start, text[end - 1] == UInt8(ascii: "\r") { return start..<end - 1 }
    return start..<end
  }

  fileprivate static func split(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, at separator: UInt8, into parts: inout [Range<Int>]
  ) {
    var start = range.lowerBound
    for position in range where text[position] == separator {
      parts.append(start..<position)
      start = position + 1
    }
    parts.append(start..<range.upperBound)
  }

  fileprivate static func string(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
  }
}
