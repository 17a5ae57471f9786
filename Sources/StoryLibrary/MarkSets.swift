import Foundation
import GRDB

/// The stored sets of marked stories.
enum MarkSets {
  static func decoded(_ blob: Data?) throws -> StoryBitmap {
    try (blob ?? Data()).withUnsafeBytes { bytes in
      var reader = try BlobReader(sealed: bytes)
      guard let bitmap = StoryBitmap(serialized: try reader.slice(bytes.count - 8)) else {
        throw MalformedBlob(detail: "a set of marks is not a bitmap")
      }
      return bitmap
    }
  }

  static func store(_ bitmap: StoryBitmap, as name: String, revision: Int64, _ db: Database) throws {
    var writer = BlobWriter()
    writer.raw(bitmap.serialized)
    try db.cachedStatement(
      sql: """
        INSERT INTO mark_set(name, revision, stories) VALUES (?, ?, ?)
        ON CONFLICT(name) DO UPDATE SET revision = excluded.revision, stories = excluded.stories
        """
    ).execute(arguments: [name, revision, Data(writer.sealed())])
  }

  /// Keeps how to find each story again. Call within the transaction that marks them.
  static func keepPlaces(of stories: [UInt32], _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO marked_story(story, path, item, digest)
        SELECT story.id, file.path, story.item, file.digest FROM story JOIN file ON file.id = story.file WHERE story.id = ?
        """)
    for story in stories { try statement.execute(arguments: [story]) }
  }

  static func dropPlaces(of stories: [UInt32], _ db: Database) throws {
    let statement = try db.cachedStatement(sql: "DELETE FROM marked_story WHERE story = ?")
    for story in stories { try statement.execute(arguments: [story]) }
  }

  /// After a file was changed or moved: its marked stories are found by its new path and digest.
  static func renewPlaces(of stories: [UInt32], _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        UPDATE marked_story SET (path, item, digest) =
          (SELECT file.path, story.item, file.digest FROM story JOIN file ON file.id = story.file WHERE story.id = ?1)
        WHERE story = ?1
        """)
    for story in stories { try statement.execute(arguments: [story]) }
  }
}
