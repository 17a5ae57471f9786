import GRDB
import RegulatoryModel

/// What a batch changes in the full-text index, put off to its end.
///
/// FTS5 wants numbers to rise: each step back writes what it has buffered to disk as a segment of its own. And taking a text
/// out needs that text, word for word, as it went in.
struct SearchEdits {
  /// What of a story is searched.
  struct Text: Equatable, Sendable {
    /// The title, where the text does not begin with it.
    var heading: String?
    var text: String

    init(heading: String?, text: String) {
      self.heading = heading
      self.text = text
    }

    init(_ story: Story) { self.init(heading: Self.heading(of: story), text: story.text) }

    /// Byte for byte: taking a text out of the index needs the very text that went in, and `==` on strings takes é in one scalar for é in two.
    static func == (left: Self, right: Self) -> Bool {
      left.text.utf8.elementsEqual(right.text.utf8) && (left.heading ?? "").utf8.elementsEqual((right.heading ?? "").utf8)
    }

    static func heading(of story: Story) -> String? { story.bodyStart == 0 && !story.title.isEmpty ? story.title : nil }
  }

  private struct Edit {
    /// What the index has now, and what it is to have.
    var old: Text?
    var new: Text?
  }

  private var edits: [UInt32: Edit] = [:]

  mutating func add(_ story: UInt32, _ text: Text) { edits[story, default: Edit()].new = text }

  mutating func remove(_ story: UInt32, _ text: Text) { note(story, Edit(old: text, new: nil)) }

  mutating func replace(_ story: UInt32, _ old: Text, with new: Text) { note(story, Edit(old: old, new: new)) }

  /// A second edit of one story in a batch starts from what the index has, not from what the first left in the tables.
  private mutating func note(_ story: UInt32, _ edit: Edit) {
    if edits[story] != nil { edits[story]?.new = edit.new } else { edits[story] = edit }
  }

  func apply(_ db: Database) throws {
    let delete = try db.cachedStatement(sql: "INSERT INTO story_search(story_search, rowid, heading, text) VALUES ('delete', ?, ?, ?)")
    let insert = try db.cachedStatement(sql: "INSERT INTO story_search(rowid, heading, text) VALUES (?, ?, ?)")
    for (story, edit) in edits.sorted(by: { $0.key < $1.key }) where edit.old != edit.new {
      if let old = edit.old { try delete.execute(arguments: [story, old.heading, old.text]) }
      if let new = edit.new { try insert.execute(arguments: [story, new.heading, new.text]) }
    }
    // They keep what they were given last.
    delete.setUncheckedArguments(StatementArguments())
    insert.setUncheckedArguments(StatementArguments())
  }
}
