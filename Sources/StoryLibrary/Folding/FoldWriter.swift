import Foundation
import GRDB
import NearDuplicates
import RegulatoryModel

/// Works out, within a commit, which stories are one wire story: those that share most of their shingles and are dated within a week.
/// Two that only a third held together stay together when that one goes, until one of them changes.
///
/// Folds are what hangs together by such pairs, so that the order in which stories arrive makes no difference. The sketch only proposes;
/// whether two are the same is decided on their texts.
struct FoldWriter {
  /// A story that came, changed or went, and its sketch now; nil for one that went or stands apart.
  struct Change {
    var story: UInt32
    var date: Int32
    var sketch: StorySketch?
    /// The fold that it was in; nil for a story that the library did not have.
    var foldBefore: UInt32?
  }

  let db: Database
  /// The columns of a story as they stand in this commit; nil for one that is gone.
  let columns: (UInt32) -> StoryColumns?
  private(set) var newFolds: [UInt32: UInt32] = [:]

  /// Copies travel for some days; a text that comes again later is news of its own.
  private static let mostDays: Int32 = 7

  init(_ db: Database, columns: @escaping (UInt32) -> StoryColumns?) {
    self.db = db
    self.columns = columns
  }

  private func fold(of story: UInt32) -> UInt32 { newFolds[story] ?? columns(story)?.fold ?? 0 }

  mutating func apply(_ changes: [Change], memory: inout FoldMemory) throws {
    let delete = try db.cachedStatement(sql: "DELETE FROM sketch WHERE story = ?")
    let insert = try db.cachedStatement(sql: "INSERT INTO sketch(story, week, bins) VALUES (?, ?, ?)")
    for change in changes {
      guard let fold = change.foldBefore else { continue }
      try delete.execute(arguments: [change.story])
      leave(change.story, newFolds[change.story] ?? fold, &memory)
    }
    for change in changes {
      guard let sketch = change.sketch else { continue }
      let week = FoldMemory.week(of: change.date)
      try join(change, sketch, week: week, &memory)
      try memory.add(change.story, sketch, week: week, db)
      try insert.execute(arguments: [change.story, week, Data(sketch.stored)])
    }
  }

  private mutating func leave(_ story: UInt32, _ fold: UInt32, _ memory: inout FoldMemory) {
    guard let members = memory.members[fold] else { return }
    newFolds[story] = 0
    set(members.filter { $0 != story }, insteadOf: [fold], &memory)
  }

  private mutating func join(_ change: Change, _ sketch: StorySketch, week: Int32, _ memory: inout FoldMemory) throws {
    var shingles: WordShingles?
    for near in (week - 1)...(week + 1) {
      for other in try memory.candidates(for: sketch, week: near, db) where other != change.story {
        guard let there = columns(other), abs(there.date - change.date) <= Self.mostDays else { continue }
        let (ours, theirs) = (fold(of: change.story), fold(of: other))
        if ours != 0, ours == theirs { continue }
        let own: WordShingles
        if let shingles { own = shingles } else { own = try self.shingles(of: change.story) }
        shingles = own
        guard own.resemblance(to: try self.shingles(of: other)) >= WordShingles.sameStory else { continue }
        let all = (memory.members[ours] ?? [change.story]) + (memory.members[theirs] ?? [other])
        set(all, insteadOf: [ours, theirs], &memory)
      }
    }
  }

  private mutating func set(_ members: [UInt32], insteadOf labels: [UInt32], _ memory: inout FoldMemory) {
    for label in labels where label != 0 { memory.setMembers([], of: label) }
    let members = Array(Set(members)).sorted()
    let label = members.count < 2 ? 0 : members[0]
    for member in members where fold(of: member) != label { newFolds[member] = label }
    if label != 0 { memory.setMembers(members, of: label) }
  }

  private func shingles(of story: UInt32) throws -> WordShingles {
    let statement = try db.cachedStatement(
      sql: "SELECT text.text, story.body_start FROM \(StoryTable.source) WHERE story.id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [story]) else { return WordShingles("") }
    var text: String = row[0]
    let start: Int = row[1]
    return text.withUTF8 { WordShingles(UnsafeBufferPointer(rebasing: $0[min(max(0, start), $0.count)...])) }
  }
}
