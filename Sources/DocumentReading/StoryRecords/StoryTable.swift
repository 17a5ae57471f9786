import RegulatoryModel

/// A CSV or TSV file with a header, and a story in each row.
struct StoryTable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private let headLine: Int
  private let columnCount: Int
  /// The columns that are a fact of a story.
  private let columns: [(place: Int, key: String, field: StoryField, rank: Int)]

  /// Nil where no row among the first names a story's title or text beside another of its facts.
  init?(recognises bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var best: (score: Int, separator: UInt8, line: Int, count: Int, columns: [(place: Int, key: String, field: StoryField, rank: Int)])?
    for separator in [0x09, 0x3B, 0x7C, 0x2C] as [UInt8] {
      var reader = DelimitedRows(bytes, separator: separator)
      var row = DelimitedRows.Row()
      // "sep=;" or a remark may stand before the header.
      for _ in 0..<4 where reader.next(&row) {
        let columns = Self.columns(row, bytes)
        let fields = Set(columns.map(\.field))
        let others = fields.subtracting([.title, .text])
        guard fields.contains(.title) || fields.contains(.text), !others.isEmpty || fields.count > 1 else { continue }
        if best.map({ fields.count > $0.score }) ?? true { best = (fields.count, separator, row.line, row.count, columns) }
      }
    }
    guard let best else { return nil }
    separator = best.separator
    headLine = best.line
    columnCount = best.count
    columns = best.columns
  }

  private static func columns(
    _ row: DelimitedRows.Row, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [(place: Int, key: String, field: StoryField, rank: Int)] {
    row.fields.enumerated().compactMap { place, range in
      guard range.count <= 60 else { return nil }
      let key = StoryField.key(Array(bytes[range]))
      return StoryField.ranks[key].map { (place, key, $0.field, $0.rank) }
    }
  }

  func drafts(in context: ReadingContext, notes: inout [String]) -> [StoryDraft] {
    var records = StoryRecords(limits: context.limits)
    var reader = DelimitedRows(bytes, separator: separator, spansLines: true)
    var row = DelimitedRows.Row()
    var faults: [Int] = []
    var isFull = false
    while !isFull {
      let before = reader
      guard reader.next(&row) else { break }
      if row.line <= headLine { continue }
      // A row that goes over lines and doesn't come out even has a quote that should have been closed before.
      if row.count != columnCount, reader.line > row.line + 1 {
        faults.append(row.line)
        reader = before
        reader.spansLines = false
        guard reader.next(&row) else { break }
        reader.spansLines = true
      } else if row.hasOpenQuote {
        faults.append(row.line)
      }
      var record = StoryRecord()
      for column in columns where column.place < row.fields.count {
        record.add(column.key, field: column.field, rank: column.rank, value(row.fields[column.place]))
      }
      isFull = !records.add(record)
    }
    if let first = faults.first {
      notes.append(
        faults.count == 1
          ? "line \(first): a quote is not closed; the line is read by itself"
          : "line \(first) and \(faults.count - 1) more: a quote is not closed; each line is read by itself")
    }
    return records.drafts(in: context, notes: &notes)
  }

  /// A field with doubled quotes as one; nothing for the words that stand for it.
  private func value(_ range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    var index = range.lowerBound
    // A quote that was never closed still begins its field.
    if index < range.upperBound, bytes[index] == 0x22, bytes[range.upperBound - 1] != 0x22 { index += 1 }
    text.reserveCapacity(range.count)
    while index < range.upperBound {
      text.append(bytes[index])
      index += bytes[index] == 0x22 && index + 1 < range.upperBound && bytes[index + 1] == 0x22 ? 2 : 1
    }
    let trimmed = text[...].trimmed
    if trimmed.count <= 4, ["nan", "null", "none", "\\n", "n/a", "-"].contains(trimmed.text.lowercased()) { return [] }
    return Array(trimmed)
  }
}
