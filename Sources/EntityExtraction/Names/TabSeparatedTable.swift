/// One of the lexicon's tables: UTF-8, tab-separated, a header line first, `#` lines and empty lines ignored.
struct TabSeparatedTable {
  private let text: UnsafeBufferPointer<UInt8>
  private let columns: [String: Int]
  private let start: Int

  /// The buffer must outlive the table: it is compiled into the program.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    var position = 0
    var header: [Range<Int>] = []
    while position < text.count {
      let line = Self.line(of: text, from: position)
      position = line.upperBound + 1
      if line.isEmpty || text[line.lowerBound] == UInt8(ascii: "#") { continue }
      header = Self.fields(of: text, in: line)
      break
    }
    var columns: [String: Int] = [:]
    for (index, field) in header.enumerated() {
      var name = Self.string(text, field)
      if let end = name.firstIndex(of: " ") { name = String(name[..<end]) }
      columns[name] = index
    }
    self.columns = columns
    start = position
  }

  /// One line; a column that the table lacks, or the line ends before, is empty.
  struct Row {
    fileprivate let text: UnsafeBufferPointer<UInt8>
    fileprivate let columns: [String: Int]
    fileprivate let fields: [Range<Int>]

    subscript(name: String) -> String {
      guard let column = columns[name], column < fields.count else { return "" }
      return TabSeparatedTable.string(text, fields[column])
    }

    func list(_ name: String) -> [Substring] {
      let value = self[name]
      return value.isEmpty ? [] : value.split(separator: "|")
    }
  }

  func forEachRow(_ body: (Row) -> Void) {
    var position = start
    while position < text.count {
      let line = Self.line(of: text, from: position)
      position = line.upperBound + 1
      if line.isEmpty || text[line.lowerBound] == UInt8(ascii: "#") { continue }
      body(Row(text: text, columns: columns, fields: Self.fields(of: text, in: line)))
    }
  }

  private static func line(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int> {
    var end = start
    while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
    return start..<end
  }

  private static func fields(of text: UnsafeBufferPointer<UInt8>, in line: Range<Int>) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    fields.reserveCapacity(9)
    var start = line.lowerBound
    for position in line where text[position] == UInt8(ascii: "\t") {
      fields.append(start..<position)
      start = position + 1
    }
    var end = line.upperBound
    if end > start, text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    fields.append(start..<end)
    return fields
  }

  fileprivate static func string(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
  }
}
