import QueryLanguage
import RegulatoryModel

/// Puts stories in the order asked for.
struct StoryOrder {
  let index: LibraryIndex
  /// All story numbers by title, from the database.
  let byTitle: () throws -> [UInt32]

  /// - Parameter ranked: for `.relevance`, stories by how well they match, best first; those that are missing follow, the newest first.
  func sorted(_ stories: StoryBitmap, by sort: StorySort, ranked: [UInt32] = []) throws -> [StoryID] {
    let count = stories.count
    guard count > 0 else { return [] }
    if sort == .relevance, !ranked.isEmpty { return try byRelevance(stories, ranked) }
    let sort = sort == .relevance ? .newest : sort
    if count == index.all.count {
      return try index.memory.value(\.answers[sort]) { try everything(by: sort).map { StoryID(Int64($0)) } }
    }
    // Few stories are sorted themselves, many are picked from the order of all.
    if count * 16 < index.all.count, let few = few(stories.stories, by: sort) { return few.map { StoryID(Int64($0)) } }
    let members = DenseSet(stories)
    var picked: [StoryID] = []
    picked.reserveCapacity(count)
    for story in try everything(by: sort) where members.contains(story) { picked.append(StoryID(Int64(story))) }
    return picked
  }

  private func byRelevance(_ stories: StoryBitmap, _ ranked: [UInt32]) throws -> [StoryID] {
    let best = ranked.filter { stories.contains($0) }
    let rest = stories.subtracting(StoryBitmap(best))
    return best.map { StoryID(Int64($0)) } + (try sorted(rest, by: .newest))
  }

  private func few(_ stories: [UInt32], by sort: StorySort) -> [UInt32]? {
    switch sort {
    case .newest, .relevance: stories.sorted { (index.date(of: $0), $0) > (index.date(of: $1), $1) }
    case .oldest: stories.sorted { (index.date(of: $0), $0) < (index.date(of: $1), $1) }
    case .added: stories.sorted { added($0) > added($1) }
    case .kind:
      stories.map { (story: $0, kind: kindOrder($0), date: index.date(of: $0)) }
        .sorted { ($0.kind, -$0.date, UInt32.max - $0.story) < ($1.kind, -$1.date, UInt32.max - $1.story) }.map(\.story)
    case .title: nil
    }
  }

  private func added(_ story: UInt32) -> (UInt32, Int32, UInt32) {
    let (chunk, place) = LibraryIndex.place(of: story)
    return (index.chunks[chunk].addedRevisions[place], index.date(of: story), story)
  }

  private func kindOrder(_ story: UInt32) -> Int { DocumentKind.allCases.firstIndex(of: index.kind(of: story)) ?? .max }

  private func everything(by sort: StorySort) throws -> [UInt32] {
    switch sort {
    case .oldest: index.order
    case .newest, .relevance: index.memory.value(\.orders[.newest]) { index.order.reversed() }
    case .added: index.memory.value(\.orders[.added]) { few(index.order, by: .added) ?? [] }
    case .kind: index.memory.value(\.orders[.kind]) { byKind() }
    case .title: try index.memory.value(\.orders[.title], make: byTitle)
    }
  }

  /// The newest first within each kind, without sorting.
  private func byKind() -> [UInt32] {
    var groups = Array(repeating: [UInt32](), count: DocumentKind.allCases.count)
    var orderOfTerm: [UInt32: Int] = [:]
    for story in index.order.reversed() {
      let (chunk, place) = LibraryIndex.place(of: story)
      let term = index.chunks[chunk].kinds[place]
      let order = orderOfTerm[term] ?? min(kindOrder(story), groups.count - 1)
      orderOfTerm[term] = order
      groups[order].append(story)
    }
    return Array(groups.joined())
  }
}
