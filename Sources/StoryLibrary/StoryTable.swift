import Foundation
import GRDB
import RegulatoryModel

/// The rows of `story` and `story_text`.
struct StoryTable {
  struct Known {
    var id: UInt32
    var item: String
  }

  private let db: Database
  private let insertStory: Statement
  private let insertText: Statement

  init(_ db: Database) throws {
    self.db = db
    insertStory = try db.cachedStatement(
      sql: """
        INSERT INTO story(id, file, item, place, identity, title, body_start, date, date_origin, kind, language, source, author, url,
          member)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    insertText = try db.cachedStatement(sql: "INSERT INTO story_text(id, heading, text, findings, form) VALUES (?, ?, ?, ?, ?)")
  }

  func known(inFile file: Int64) throws -> [Known] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT id, item FROM story WHERE file = ? ORDER BY place, id"), arguments: [file])
    var known: [Known] = []
    while let row = try rows.next() { known.append(Known(id: row[0], item: row[1])) }
    return known
  }

  /// Numbers of marked stories that this one may be: the same place in a file of the same path, or of the same digest.
  func awaited(path: DocumentPath, item: String, digest: [UInt8]) throws -> [UInt32] {
    var found = try UInt32.fetchAll(
      db.cachedStatement(sql: "SELECT story FROM marked_story WHERE path = ? AND item = ?"), arguments: [Data(path.bytes), item])
    if !digest.isEmpty {
      found += try UInt32.fetchAll(
        db.cachedStatement(sql: "SELECT story FROM marked_story WHERE digest = ? AND item = ?"), arguments: [Data(digest), item])
    }
    return found
  }

  func insert(_ id: UInt32, item: String, _ ingested: IngestedStory, fileID: Int64) throws {
    let story = ingested.story
    try insertStory.execute(arguments: [
      id, fileID, item, story.index, story.identity, story.title, story.bodyStart, story.date.daysSinceEpoch, story.dateOrigin.rawValue,
      story.kind.rawValue, story.language, story.source, story.author, story.url, story.member,
    ])
    try insertText.execute(arguments: [
      id, SearchEdits.Text.heading(of: story), story.text, Data(ingested.encodedFindings), story.encodedForm,
    ])
  }

  /// To be called at the end of a batch: statements keep what they were given last, which may be a text of many megabytes.
  func letGo() {
    insertStory.setUncheckedArguments(StatementArguments())
    insertText.setUncheckedArguments(StatementArguments())
  }

  func update(_ id: UInt32, item: String, _ story: Story, findings: [UInt8]) throws {
    try db.cachedStatement(
      sql: """
        UPDATE story SET item = ?, place = ?, identity = ?, title = ?, body_start = ?, date = ?, date_origin = ?, kind = ?, language = ?,
          source = ?, author = ?, url = ?, member = ? WHERE id = ?
        """
    ).execute(arguments: [
      item, story.index, story.identity, story.title, story.bodyStart, story.date.daysSinceEpoch, story.dateOrigin.rawValue,
      story.kind.rawValue, story.language, story.source, story.author, story.url, story.member, id,
    ])
    try db.cachedStatement(sql: "UPDATE story_text SET heading = ?, text = ?, findings = ?, form = ? WHERE id = ?").execute(arguments: [
      SearchEdits.Text.heading(of: story), story.text, Data(findings), story.encodedForm, id,
    ])
  }

  func remove(_ id: UInt32) throws {
    try db.cachedStatement(sql: "DELETE FROM story_text WHERE id = ?").execute(arguments: [id])
    try db.cachedStatement(sql: "DELETE FROM story WHERE id = ?").execute(arguments: [id])
  }

  /// What the full-text index has of a story, as far as the tables tell.
  func searchedText(of id: UInt32) throws -> SearchEdits.Text {
    let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT heading, text FROM story_text WHERE id = ?"), arguments: [id])
    guard let row else { throw MalformedBlob(detail: "story \(id) has no text") }
    return SearchEdits.Text(heading: row[0], text: row[1])
  }

  /// Whether the tables have exactly this story.
  func isSame(_ id: UInt32, item: String, as story: Story, findings: [UInt8]) throws -> Bool {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(Self.columns), text.findings, story.item FROM \(Self.source) WHERE story.id = ?"), arguments: [id])
    guard let row else { return false }
    let stored = try Self.story(row)
    return stored == story && stored.text.utf8.elementsEqual(story.text.utf8) && (row[Self.columnCount] as Data) == Data(findings)
      && (row[Self.columnCount + 1] as String) == item
  }

  /// Whether the story has findings other than these; false where it is no longer the one given.
  func hasOtherFindings(_ id: UInt32, than findings: [UInt8], unlessOtherThan story: Story?) throws -> Bool {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(Self.columns), text.findings FROM \(Self.source) WHERE story.id = ?"), arguments: [id])
    guard let row else { return false }
    if let story, try Self.story(row) != story { return false }
    return (row[Self.columnCount] as Data) != Data(findings)
  }

  func update(_ id: UInt32, findings: [UInt8]) throws {
    try db.cachedStatement(sql: "UPDATE story_text SET findings = ? WHERE id = ?").execute(arguments: [Data(findings), id])
  }

  /// For `story(_:)`.
  static let columns = """
    story.place, story.identity, story.title, text.text, story.body_start, story.date, story.date_origin, story.kind, story.language,
    story.source, story.author, story.url, story.member, text.form
    """
  /// How many columns that are.
  static let columnCount = 14
  static let source = "story JOIN story_text AS text ON text.id = story.id"

  static func story(_ row: Row) throws -> Story {
    guard let origin = DateOrigin(rawValue: row[6]), let kind = DocumentKind(rawValue: row[7]) else {
      throw MalformedBlob(detail: "a story has an unknown kind")
    }
    var story = Story(
      index: row[0], identity: row[1], title: row[2], text: row[3], bodyStart: row[4],
      date: CalendarDay(daysSinceEpoch: Int32(clamping: row[5] as Int64)), dateOrigin: origin, kind: kind, language: row[8],
      source: row[9], author: row[10], url: row[11], member: row[12])
    if let form = row[13] as Data? { try form.withUnsafeBytes { try story.decodeForm($0) } }
    return story
  }
}
