import QueryLanguage
import RegulatoryModel

/// What can be taken back, and what was.
package struct UndoLog: Equatable, Sendable {
  /// One thing that a person did. Holds only what it changed, so that taking it back restores what was.
  package enum Step: Equatable, Sendable {
    case filter(from: FilterState, to: FilterState)
    case mark(Mark, [StoryID], Bool)
    case tag(String, [StoryID], Bool)
    case correction(CorrectionRecord)
  }

  /// Steps kept; the oldest goes first.
  package static let limit = 200

  private(set) var done: [Step] = []
  private(set) var undone: [Step] = []

  package init() {}

  package mutating func record(_ step: Step) {
    done.append(step)
    if done.count > Self.limit { done.removeFirst() }
    undone.removeAll()
  }

  /// The step to take back; from now on it can be done again.
  package mutating func takeBack() -> Step? {
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    return step
  }

  /// The step to do again.
  package mutating func doAgain() -> Step? {
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    return step
  }
}

/// What narrows the stories: the filter that panes and `F` make, and the search that `/` makes.
package struct FilterState: Equatable, Sendable {
  package var filter: Query
  package var search: Query
  /// The search as it was typed.
  package var searchText: String

  package init(filter: Query = .everything, search: Query = .everything, searchText: String = "") {
    self.filter = filter
    self.search = search
    self.searchText = searchText
  }

  /// Both, as the library is asked.
  package var query: Query { filter.narrowed(by: search) }
  package var isEmpty: Bool { filter == .everything && search == .everything }
}
