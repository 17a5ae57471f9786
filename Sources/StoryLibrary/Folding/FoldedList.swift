import QueryLanguage
import RegulatoryModel

/// A list of stories with the copies of one wire story brought together.
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
    let openFolds = Set(open.compactMap { UInt32(exactly: $0.rawValue) }.map(index.fold))
    var leaders: [UInt32: StoryID] = [:]
    var others: [StoryID: [StoryID]] = [:]
    let members = DenseSet(folded)
    stories = sorted.filter { id in
      let story = UInt32(truncatingIfNeeded: id.rawValue)
      guard members.contains(story) else { return true }
      let fold = index.fold(of: story)
      guard let leader = leaders[fold] else {
        leaders[fold] = id
        return true
      }
      copies[leader, default: 1] += 1
      if openFolds.contains(fold) { others[leader, default: []].append(id) }
      return false
    }
    guard !others.isEmpty else { return }
    further = Set(others.values.joined())
    stories = stories.flatMap { [$0] + others[$0, default: []] }
  }
}
