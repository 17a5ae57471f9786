import Foundation
import GRDB
import NearDuplicates

/// What finding folds keeps in memory from one commit to the next: sketches by week, and who is in which fold.
///
/// Read from the library as weeks are asked for, and thrown away when another program has written.
struct FoldMemory: Sendable {
  private var shards: [Int32: SketchShard] = [:]
  private var lastUse: [Int32: Int] = [:]
  private var uses = 0
  private var sketches = 0
  /// Who is in each fold, ascending.
  private var members: [UInt32: [UInt32]] = [:]
  /// The state of the library that this goes with; nil before the first use.
  private(set) var revision: Int64?

  /// Some 60 MB. Beyond it the weeks that were not asked for lately are forgotten.
  private static let mostSketches = 200_000

  static func week(of day: Int32) -> Int32 { Int32((Double(day) / 7).rounded(.down)) }

  /// Makes it ready for a change of this index.
  mutating func begin(_ index: LibraryIndex) {
    guard revision != index.revision else { return }
    self = FoldMemory()
    revision = index.revision
    for story in index.folded.stories { members[index.fold(of: story), default: []].append(story) }
  }

  /// Goes on with the index after a change, if it went with the one before.
  mutating func committed(as revision: Int64, after before: Int64) {
    if self.revision == before { self.revision = revision }
  }

  /// Stories of that week that may well resemble.
  mutating func candidates(for sketch: StorySketch, week: Int32, _ db: Database) throws -> [UInt32] {
    try load(week, db)
    return shards[week]?.candidates(for: sketch) ?? []
  }

  mutating func add(_ story: UInt32, _ sketch: StorySketch, week: Int32, _ db: Database) throws {
    try load(week, db)
    shards[week]?.add(story, sketch)
    sketches += 1
  }

  mutating func setMembers(_ stories: [UInt32], of fold: UInt32) { members[fold] = stories }

  /// The stories of a fold, ascending, which is forgotten with that; nil where nobody is in it.
  mutating func takeMembers(of fold: UInt32) -> [UInt32]? { members.removeValue(forKey: fold) }

  private mutating func load(_ week: Int32, _ db: Database) throws {
    uses += 1
    lastUse[week] = uses
    guard shards[week] == nil else { return }
    var shard = SketchShard()
    let rows = try Row.fetchCursor(db.cachedStatement(sql: "SELECT story, bins FROM sketch WHERE week = ?"), arguments: [week])
    while let row = try rows.next() {
      guard let sketch = try row.withUnsafeData(atIndex: 1, { ($0 ?? Data()).withUnsafeBytes { StorySketch(stored: $0) } }) else {
        throw MalformedBlob(detail: "a sketch is not as long as it should be")
      }
      shard.add(row[0], sketch)
    }
    sketches += shard.count
    shards[week] = shard
    while sketches > Self.mostSketches,
      let oldest = lastUse.filter({ shards[$0.key] != nil && $0.key != week }).min(by: { $0.value < $1.value })?.key
    {
      sketches -= shards.removeValue(forKey: oldest)?.count ?? 0
      lastUse[oldest] = nil
    }
  }
}
