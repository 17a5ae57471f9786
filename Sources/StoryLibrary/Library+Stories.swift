import Foundation
import GRDB
import QueryLanguage
import RegulatoryModel

extension Library {
  /// How many names a row has room for, on the widest screen.
  private static let namesInRow = 4

  /// The list's rows for some stories, in the order given; stories that are gone have none.
  ///
  /// One small read for each: meant for the rows in sight, not for the whole list.
  package func rows(of ids: [StoryID]) throws(LibraryError) -> [StoryRow] {
    let index = self.index
    return try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT story.title, file.path, file.root, story.member FROM story JOIN file ON file.id = story.file WHERE story.id = ?")
      return try ids.compactMap { id in
        guard let story = UInt32(exactly: id.rawValue), let columns = index[story],
          let row = try Row.fetchOne(statement, arguments: [story])
        else { return nil }
        return self.row(story, columns, title: row[0], path: row[1], root: row[2], member: row[3], index)
      }
    }
  }

  private func row(_ story: UInt32, _ columns: StoryColumns, title: String, path: Data, root: Data, member: String?, _ index: LibraryIndex)
    -> StoryRow
  {
    let shown = columns.walked.lazy.filter { index.terms[$0].kind != .bill }.prefix(Self.namesInRow)
    let shownPath = FolderName.folderAndPath(of: DocumentPath(bytes: [UInt8](path)), under: DocumentPath(bytes: [UInt8](root))).path
    return StoryRow(
      id: StoryID(Int64(story)), date: CalendarDay(daysSinceEpoch: columns.date), kind: index.kind(of: story), title: title,
      names: shown.map { names.shortName(of: index.terms[$0], found: index.terms.names[$0]) },
      isUnread: !index.isMarked(story, .read), isStarred: index.isMarked(story, .starred), isNew: index.new.contains(story),
      tags: index.tags(of: story), path: member.map { "\(shownPath)/\($0)" } ?? shownPath)
  }

  /// A story with its text and everything found in it; nil where it is gone.
  package func detail(of id: StoryID) throws(LibraryError) -> StoryDetail? {
    let index = self.index
    return try read { db in
      guard let number = UInt32(exactly: id.rawValue), let columns = index[number] else { return nil }
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(StoryTable.columns), text.findings, file.path, file.root FROM \(StoryTable.source)
          JOIN file ON file.id = story.file WHERE story.id = ?
          """)
      guard let row = try Row.fetchOne(statement, arguments: [number]) else { return nil }
      let story = try StoryTable.story(row)
      let findings = try row.withUnsafeData(atIndex: StoryTable.columnCount) { blob in
        try (blob ?? Data()).withUnsafeBytes { try Findings(encoded: $0, textLength: story.text.utf8.count) }
      }
      let path: Data = row[StoryTable.columnCount + 1]
      return StoryDetail(
        row: self.row(number, columns, title: story.title, path: path, root: row[StoryTable.columnCount + 2], member: story.member, index),
        story: story, findings: findings,
        fullPath: DocumentPath(bytes: [UInt8](path)).text)
    }
  }

  /// Where a query's words stand in a story's text, as UTF-8 byte ranges in their order; words under a negation are not looked for.
  package func highlights(of query: Query, in story: StoryID) throws(LibraryError) -> [Range<Int>] {
    let terms = query.wantedTerms
    guard !terms.isEmpty else { return [] }
    // Stories have no control characters in their text, so these two can stand for where a hit begins and ends.
    let marked = try read { db in
      try String.fetchOne(
        db.cachedStatement(
          sql: "SELECT highlight(story_search, 1, char(2), char(3)) FROM story_search WHERE story_search MATCH ? AND rowid = ?"),
        arguments: [SearchText.joined(terms.map(SearchText.quoted), "OR"), story.rawValue])
    }
    var ranges: [Range<Int>] = []
    var offset = 0
    var start: Int?
    for byte in (marked ?? "").utf8 {
      switch byte {
      case 2: start = offset
      case 3:
        if let begun = start { ranges.append(begun..<offset) }
        start = nil
      default: offset += 1
      }
    }
    return ranges
  }

  /// Every claim on a bill that the library holds: the history behind its row.
  package func claims(onBill id: String) -> [BillLadder.Claim] {
    let index = self.index
    return index.terms.number(.bill, id).map { index.claims(on: $0) } ?? []
  }
}
