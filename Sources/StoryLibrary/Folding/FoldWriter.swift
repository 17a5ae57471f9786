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
  /// Of texts read lately: stories of one template are all compared with the same few.
  private var read: [UInt32: WordShingles] = [:]
  private var readCount = 0
  /// How many texts, and shingles of them, are kept: some megabytes.
  private static let mostRead = (texts: 1000, shingles: 500_000)

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
    var leaving: [UInt32: Set<UInt32>] = [:]
    for change in changes {
      guard let fold = change.foldBefore else { continue }
      try delete.execute(arguments: [change.story])
      if fold != 0 { leaving[fold, default: []].insert(change.story) }
    }
    for (fold, stories) in leaving { leave(stories, fold, &memory) }
    // In the order of their numbers, so that a fold mostly grows at its end.
    for change in changes.sorted(by: { $0.story < $1.story }) {
      guard let sketch = change.sketch else { continue }
      let week = FoldMemory.week(of: change.date)
      try join(change, sketch, week: week, &memory)
      try memory.add(change.story, sketch, week: week, db)
      try insert.execute(arguments: [change.story, week, Data(sketch.stored)])
    }
  }

  /// Takes stories out of their fold, all at once: one by one would walk a fold of thousands thousands of times.
  private mutating func leave(_ stories: Set<UInt32>, _ fold: UInt32, _ memory: inout FoldMemory) {
    guard let members = memory.takeMembers(of: fold) else { return }
    for story in stories { newFolds[story] = 0 }
    let rest = members.filter { !stories.contains($0) }
    let label = rest.count < 2 ? 0 : rest[0]
    if label != fold { for member in rest { newFolds[member] = label } }
    if label != 0 { memory.setMembers(rest, of: label) }
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
        unite(change.story, other, &memory)
      }
    }
  }

  /// Makes one fold of those of two stories, called by the least number in it.
  ///
  /// What it costs is in proportion to the smaller one wherever the larger one's name can stay, so that a wire of thousands of copies is
  /// not renamed and sorted with each of them.
  private mutating func unite(_ one: UInt32, _ other: UInt32, _ memory: inout FoldMemory) {
    var (large, small) = (take(one, &memory), take(other, &memory))
    if large.members.count < small.members.count { swap(&large, &small) }
    let label = min(large.members[0], small.members[0])
    if large.fold != label { for member in large.members { newFolds[member] = label } }
    if small.fold != label { for member in small.members { newFolds[member] = label } }
    large.members.merge(ascending: small.members)
    memory.setMembers(large.members, of: label)
  }

  /// A story's fold and who is in it, ascending; the memory no longer has them, so that they are not copied.
  private func take(_ story: UInt32, _ memory: inout FoldMemory) -> (fold: UInt32, members: [UInt32]) {
    let fold = fold(of: story)
    return (fold, memory.takeMembers(of: fold) ?? [story])
  }

  private mutating func shingles(of story: UInt32) throws -> WordShingles {
    if let known = read[story] { return known }
    let shingles = try readShingles(of: story)
    // The room of an array is what counts, and that is for all words of the text.
    readCount += shingles.hashes.capacity
    if readCount > Self.mostRead.shingles || read.count >= Self.mostRead.texts {
      read = [:]
      readCount = shingles.hashes.capacity
    }
    read[story] = shingles
    return shingles
  }

  private func readShingles(of story: UInt32) throws -> WordShingles {
    let statement = try db.cachedStatement(
      sql: "SELECT text.text, story.body_start FROM \(StoryTable.source) WHERE story.id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [story]) else { return WordShingles("") }
    var text: String = row[0]
    let start: Int = row[1]
    return text.withUTF8 { WordShingles(UnsafeBufferPointer(rebasing: $0[min(max(0, start), $0.count)...])) }
  }
}

extension [UInt32] {
  /// Takes in other numbers; both are ascending and have none in common.
  fileprivate mutating func merge(ascending others: [UInt32]) {
    guard let last, let first = others.first, last > first else {
      self += others
      return
    }
    let mine = self
    removeAll(keepingCapacity: false)
    reserveCapacity(mine.count + others.count)
    var place = 0
    for number in others {
      while place < mine.count, mine[place] < number {
        append(mine[place])
        place += 1
      }
      append(number)
    }
    self += mine[place...]
  }
}
