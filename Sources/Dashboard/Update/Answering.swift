import QueryLanguage
import RegulatoryModel

// An answer arrives: the rows change, and every cursor stays on its row.

extension DashboardState {
  mutating func take(_ answer: DashboardAnswer) {
    guard answer.request.generation == generation else { return }
    answeredGeneration = generation
    let isSameQuestion =
      shown.map {
        $0.query == answer.request.query && $0.sort == answer.request.sort && $0.includesClosedBills == answer.request.includesClosedBills
          && $0.folding == answer.request.folding
      }
      ?? false
    let old = rows
    rows.take(answer, sorts: sorts)
    totals = LibraryTotals(
      stories: answer.totalStories, new: answer.newStories, lastLook: answer.lastLook, bucket: answer.bucket, revision: answer.revision)
    let queryChanged = shown?.query != answer.request.query
    shown = answer.request
    failure = nil
    // What was asked for and never came is asked for again when it is in sight.
    cache.forgetRequests()
    for pane in PaneID.facets { keepFacet(pane) }
    keepStory(old: old.stories, isSameQuestion: isSameQuestion)
    if queryChanged, let id = reader.detail?.row.id, id == reader.wanted {
      // The same story under another query has other hits.
      emit(.openStory(id, query: filtering.query))
    }
    if asksAgain { ask() } else if progress == nil { isFilling = false }
  }

  /// Puts a pane's cursor on its row's new place; a pane in which nobody moved stays at its top, even entered while files are loaded.
  mutating func keepFacet(_ pane: PaneID) {
    let count = rows.count(in: pane)
    let height = contentHeight(of: pane)
    var list = lists[pane]
    let wasAtTop = list.top == 0
    if list.selected == 0, focus != pane || isFilling {
      list.top = 0
    } else if let identity = list.identity, let index = rows.index(of: identity, in: pane) {
      list.follow(to: index, count: count, height: height)
      // What rose above the row would be out of sight where there is room for both.
      if wasAtTop { list.top = 0 }
    }
    list.keepInSight(count: count, height: height)
    list.identity = rows.identity(at: list.selected, in: pane)
    lists[pane] = list
  }

  private mutating func keepStory(old: [StoryID], isSameQuestion: Bool) {
    let new = rows.stories
    let height = contentHeight(of: .stories)
    var list = lists[.stories]
    defer {
      list.identity = rows.identity(at: list.selected, in: .stories)
      lists[.stories] = list
    }
    let anchor = list.anchor.flatMap { $0 < old.count ? old[$0] : nil }
    list.anchor = nil
    guard !new.isEmpty, case .story(let id)? = list.identity, list.selected < old.count else {
      list.select(0, count: new.count, height: height)
      arrivals = 0
      return
    }
    let isTyping = prompt.map { $0.purpose == .search || $0.purpose == .filter } ?? false
    let followsTop = isSameQuestion ? isFilling && !isTouched : list.selected == 0 || isTyping
    if followsTop {
      list.top = 0
      list.select(0, count: new.count, height: height)
      arrivals = 0
      return
    }
    let place = list.selected
    if let index = new.firstIndex(of: id) {
      arrivals = isSameQuestion ? arrivals + max(0, index - place) : 0
      list.follow(to: index, count: new.count, height: height)
    } else if isSameQuestion {
      list.follow(to: Self.neighbour(of: place, in: old, among: new) ?? place, count: new.count, height: height)
    } else {
      arrivals = 0
      list.top = 0
      list.select(0, count: new.count, height: height)
    }
    if isSameQuestion, let anchor { list.anchor = new.firstIndex(of: anchor) }
  }

  /// Where the nearest story to one that is gone stands now, the following ones first. One pass over the new list.
  private static func neighbour(of place: Int, in old: [StoryID], among new: [StoryID]) -> Int? {
    let reach = 64
    var ranks: [StoryID: Int] = [:]
    for index in (place + 1)..<max(place + 1, min(old.count, place + 1 + reach)) { ranks[old[index]] = index - place - 1 }
    for index in max(0, place - reach)..<place { ranks[old[index]] = reach + place - index }
    // Almost every id of a long list is none of these: a table of low bits tells most of them apart without hashing (49 ms to 2 ms a million).
    let mask = 4_095
    var mayBe = Array(repeating: false, count: mask + 1)
    for id in ranks.keys { mayBe[Int(truncatingIfNeeded: id.rawValue) & mask] = true }
    var best: (rank: Int, index: Int)?
    for (index, id) in new.enumerated() where mayBe[Int(truncatingIfNeeded: id.rawValue) & mask] {
      guard let rank = ranks[id], rank < best?.rank ?? .max else { continue }
      best = (rank, index)
      if rank == 0 { break }
    }
    return best?.index
  }
}
