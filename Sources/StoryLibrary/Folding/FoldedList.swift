import QueryLanguage
import RegulatoryModel

/// A list of stories with the copies of one wire story brought together.
///
/// The first published of those that match stands for all: a further copy that arrives then changes a count and moves no row.
struct FoldedList {
  private(set) var stories: [StoryID]
  /// By the row that leads: how many of the list are copies of it, itself included.
  private(set) var copies: [StoryID: Int] = [:]
  private(set) var further: Set<StoryID> = []

  init(_ sorted: [StoryID], matching: StoryBitmap, folding: Folding, in index: LibraryIndex) {
    stories = sorted
    guard case .folded(let open) = folding else { return }
    let folded = matching.intersection(index.folded)
    guard !folded.isEmpty else { return }
    var groups: [UInt32: (leader: UInt32, date: Int32, count: Int)] = [:]
    for story in folded.stories {
      let date = index.date(of: story)
      var group = groups[index.fold(of: story)] ?? (story, date, 0)
      group.count += 1
      if (date, story) < (group.date, group.leader) { (group.leader, group.date) = (story, date) }
      groups[index.fold(of: story)] = group
    }
    for group in groups.values where group.count > 1 { copies[StoryID(Int64(group.leader))] = group.count }
    let openFolds = Set(open.compactMap { UInt32(exactly: $0.rawValue) }.map(index.fold))
    let members = DenseSet(folded)
    var others: [UInt32: [StoryID]] = [:]
    stories = sorted.filter { id in
      let story = UInt32(truncatingIfNeeded: id.rawValue)
      guard members.contains(story) else { return true }
      let fold = index.fold(of: story)
      if groups[fold]?.leader == story { return true }
      if openFolds.contains(fold) { others[fold, default: []].append(id) }
      return false
    }
    guard !others.isEmpty else { return }
    further = Set(others.values.joined())
    stories = stories.flatMap { id -> [StoryID] in
      guard copies[id] != nil else { return [id] }
      return [id] + others[index.fold(of: UInt32(truncatingIfNeeded: id.rawValue)), default: []]
    }
  }
}
