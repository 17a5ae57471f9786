import PrintableText

/// Columns of text, aligned by what a terminal shows and not by characters.
struct TextTable {
  enum Alignment { case left, right }
  struct Column {
    var title: String
    var alignment: Alignment = .left
  }
  var columns: [Column]
  var rows: [[String]] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// The lines, every cell made safe; without a header where `titles` is false.
  func lines(titles: Bool = true) -> [String] {
    let cells = (titles ? [columns.map(\.title)] : []) + rows.map { $0.map { PrintableText.safe($0) } }
    let widths = columns.indices.map { column in cells.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0 }
    return cells.map { row in
      var line = ""
      for (index, cell) in row.enumerated() {
        let room = String(repeating: " ", count: widths[index] - DisplayWidth.columns(of: cell))
        line += columns[index].alignment == .right ? room + cell : cell + (index == row.count - 1 ? "" : room)
        if index < row.count - 1 { line += "  " }
      }
      return line
    }
  }

  /// RFC 4180, with a header line.
  var csv: [String] { ([columns.map(\.title)] + rows).map { $0.map(Self.csvCell).joined(separator: ",") } }

  /// A Markdown table.
  var markdown: [String] {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { PrintableText.safe($0).replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
    return [line(columns.map(\.title)), "|" + columns.map { $0.alignment == .right ? " ---: |" : " --- |" }.joined()] + rows.map(line)
  }

  /// A spreadsheet takes a cell that begins with = + - @ for a formula, so text from documents gets a quote before it.
  private static func csvCell(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+-@\t\r".contains(first), Double(text) == nil { text = "'" + text }
    return text.contains { "\",\n\r".contains($0) } ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
