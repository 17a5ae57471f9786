import Foundation
import GRDB
import QueryLanguage
import RegulatoryModel

// What people did. Each change is a revision of its own, on disk before the call returns.
extension Library {
  /// Sets or clears a mark; answers the stories on which this changed anything, so that it can be taken back exactly.
  @discardableResult
  package func set(_ mark: Mark, on stories: [StoryID], to value: Bool) throws(LibraryError) -> [StoryID] {
    try set(MarkSetName.of(mark), on: stories, to: value)
  }

  /// Puts a tag on stories, or takes it off; answers those on which this changed anything. Tags that differ in case are one: the first
  /// spelling stays.
  @discardableResult
  package func setTag(_ tag: String, on stories: [StoryID], to value: Bool) throws(LibraryError) -> [StoryID] {
    let wanted = tag.lowercased()
    let known = index.marks.keys.compactMap(MarkSetName.tag(in:)).sorted().first { $0.lowercased() == wanted }
    return try set(MarkSetName.tag(known ?? tag), on: stories, to: value)
  }

  private func set(_ name: String, on stories: [StoryID], to value: Bool) throws(LibraryError) -> [StoryID] {
    try write { db, index in
      let present = Set(stories.compactMap { UInt32(exactly: $0.rawValue) }).filter { index.all.contains($0) }
      var bitmap = index.stories(marked: name)
      let changed = present.filter { bitmap.contains($0) != value }.sorted()
      guard !changed.isEmpty else { return [] }
      if value { bitmap.insert(changed) } else { bitmap.remove(changed) }
      index.revision += 1
      index.marks[name] = bitmap
      try MarkSets.store(bitmap, as: name, revision: index.revision, db)
      if value {
        try MarkSets.keepPlaces(of: changed, db)
      } else {
        let marked = index.marked
        try MarkSets.dropPlaces(of: changed.filter { !marked.contains($0) }, db)
      }
      try Counters.set("revision", to: index.revision, db)
      return changed.map { StoryID(Int64($0)) }
    }
  }

  /// Notes that a person has looked: what is here now is no longer new.
  package func noteLook(on day: CalendarDay) throws(LibraryError) {
    try write { db, index in
      index.revision += 1
      try db.execute(sql: "DELETE FROM look")
      try db.execute(sql: "INSERT INTO look(revision, day) VALUES (?, ?)", arguments: [index.revision, day.daysSinceEpoch])
      try Counters.set("revision", to: index.revision, db)
      index.setLook(.init(revision: index.revision, day: day))
    }
  }

  /// Filters kept by name, in the order in which they were first kept.
  package func savedFilters() throws(LibraryError) -> [SavedFilter] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT name, query FROM saved_filter ORDER BY place, name").map { SavedFilter(name: $0[0], query: $0[1]) }
    }
  }

  /// Keeps a filter, in the place of one with the same name.
  package func save(_ filter: SavedFilter) throws(LibraryError) {
    try write { db, index in
      index.revision += 1
      try SavedFilters.store(filter, db)
      try Counters.set("revision", to: index.revision, db)
    }
  }

  package func removeSavedFilter(named name: String) throws(LibraryError) {
    try write { db, index in
      index.revision += 1
      try db.execute(sql: "DELETE FROM saved_filter WHERE name = ?", arguments: [name])
      try Counters.set("revision", to: index.revision, db)
    }
  }
}
