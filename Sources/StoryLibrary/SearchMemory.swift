import Synchronization

/// The last few full-text searches: panes that are clicked through ask for the same words again and again.
final class SearchMemory: Sendable {
  private struct Entry {
    var expression: String
    /// The state of the stories that was searched.
    var contentRevision: Int64
    var isRanked: Bool
    var stories: [UInt32]
    var bitmap: StoryBitmap
  }

  private static let capacity = 12
  private let entries = Mutex<[Entry]>([])

  /// The stories that match, ranked from the best on or in any order, from memory or by running the search.
  func stories(
    _ expression: String, contentRevision: Int64, isRanked: Bool, search: () throws -> [UInt32]
  ) throws -> (stories: [UInt32], bitmap: StoryBitmap) {
    let known = entries.withLock { entries -> Entry? in
      guard
        let place = entries.firstIndex(where: {
          $0.expression == expression && $0.contentRevision == contentRevision && (!isRanked || $0.isRanked)
        })
      else { return nil }
      let entry = entries.remove(at: place)
      entries.append(entry)
      return entry
    }
    if let known { return (known.stories, known.bitmap) }
    let found = try search()
    let bitmap = StoryBitmap(isRanked ? found.sorted() : found)
    entries.withLock { entries in
      entries.removeAll { $0.contentRevision != contentRevision || ($0.expression == expression && isRanked) }
      if entries.count >= Self.capacity { entries.removeFirst() }
      entries.append(
        Entry(expression: expression, contentRevision: contentRevision, isRanked: isRanked, stories: found, bitmap: bitmap))
    }
    return (found, bitmap)
  }
}
