import PrintableText
import QueryLanguage
import RegulatoryModel
import StoryLibrary

/// A list of stories in any of the formats that `list` prints and the dashboard exports.
enum StoryListText {
  /// Writes line by line, fetching the rows in pieces, so that a million stories need no more memory than a thousand.
  static func write(_ ids: [StoryID], format: Regwatch.List.Format, library: Library, line: (String) throws -> Void) throws {
    switch format {
    case .jsonl: try each(ids, library) { row in try line(JSONText.object { fields(row, &$0) }) }
    case .json:
      // One document, and still one story a line.
      try line("{\"version\":\(StoryJSON.version),\"stories\":[")
      var written = 0
      try each(ids, library) { row in
        written += 1
        try line(JSONText.object { fields(row, &$0) } + (written < ids.count ? "," : ""))
      }
      try line("]}")
    case .table, .csv, .markdown:
      var table = TextTable([
        .init(title: "id", alignment: .right), .init(title: "date"), .init(title: "kind"), .init(title: "title"), .init(title: "names"),
        .init(title: "path"),
      ])
      let isForPeople = format == .table
      try each(ids, library) { row in
        table.rows.append([
          String(row.id.rawValue), row.date.description, isForPeople ? row.kind.label : row.kind.rawValue, row.title,
          row.names.joined(separator: isForPeople ? " " : "; "), row.path,
        ])
      }
      switch format {
      case .csv: try table.csv.forEach(line)
      case .markdown: try table.markdown.forEach(line)
      case .table, .json, .jsonl: if !ids.isEmpty { try table.lines().forEach(line) }
      }
    }
  }

  private static func each(_ ids: [StoryID], _ library: Library, _ body: (StoryRow) throws -> Void) throws {
    for start in stride(from: 0, to: ids.count, by: 500) {
      let piece = Array(ids[start..<min(start + 500, ids.count)])
      let rows = try Querying.asking { () throws(LibraryError) in try library.rows(of: piece) }
      for row in rows { try body(row) }
    }
  }

  static func fields(_ row: StoryRow, _ json: inout JSONText) {
    json.field("version", StoryJSON.version)
    json.field("id", Int(row.id.rawValue))
    json.field("date", row.date.description)
    json.field("kind", row.kind.rawValue)
    json.field("title", row.title)
    json.field("names", row.names)
    json.field("unread", row.isUnread)
    json.field("starred", row.isStarred)
    json.field("new", row.isNew)
    json.field("tags", row.tags)
    json.field("path", row.path)
  }
}
