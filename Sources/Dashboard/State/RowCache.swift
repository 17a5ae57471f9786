import QueryLanguage
import RegulatoryModel

/// The story rows that have been in or near sight. Bounded, so that a million stories cost no more memory than a few screens.
package struct RowCache: Equatable, Sendable {
  /// Rows kept at most; more only while a range of that length is selected.
  package static let limit = 20_000

  private var rows: [StoryID: StoryRow] = [:]
  /// Asked for and not come yet.
  private var requested: Set<StoryID> = []
  /// Kept on the screen until their new version comes.
  private var stale: Set<StoryID> = []

  package init() {}

  package subscript(id: StoryID) -> StoryRow? { rows[id] }
  package var count: Int { rows.count }

  package mutating func store(_ loaded: [StoryRow]) {
    for row in loaded {
      rows[row.id] = row
      requested.remove(row.id)
      stale.remove(row.id)
    }
  }

  /// Changes a row in place, as a mark does before the library confirms it.
  package mutating func change(_ id: StoryID, _ body: (inout StoryRow) -> Void) {
    guard rows[id] != nil else { return }
    body(&rows[id, default: StoryRow(id: id, date: CalendarDay(daysSinceEpoch: 0), kind: .other, title: "")])
  }

  package mutating func markStale(_ ids: [StoryID]) {
    for id in ids where rows[id] != nil { stale.insert(id) }
    requested.subtract(ids)
  }

  package mutating func remove(_ ids: [StoryID]) {
    for id in ids {
      rows[id] = nil
      stale.remove(id)
      requested.remove(id)
    }
  }

  package func isCurrent(_ id: StoryID) -> Bool { rows[id] != nil && !stale.contains(id) }

  /// Those of the ids that are to be loaded now; each is named once until it has come.
  package mutating func claim(_ ids: ArraySlice<StoryID>) -> [StoryID] {
    let missing = ids.filter { !isCurrent($0) && !requested.contains($0) }
    requested.formUnion(missing)
    return missing
  }

  /// Forgets what was asked for, when the answers to it may never come.
  package mutating func forgetRequests() { requested.removeAll() }

  /// Where there are too many, keeps only these.
  package mutating func trim(keeping ids: ArraySlice<StoryID>) {
    guard rows.count > max(Self.limit, ids.count * 2) else { return }
    var kept: [StoryID: StoryRow] = [:]
    for id in ids { kept[id] = rows[id] }
    rows = kept
    stale.formIntersection(Set(ids))
  }
}
