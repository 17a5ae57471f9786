import QueryLanguage
import RegulatoryModel

/// The six panes of the dashboard, in the order of their numbers, and the view that takes their place.
package enum PaneID: Int, CaseIterable, Sendable, Hashable {
  case exchanges = 1
  case agencies, legislation, volatility, stories, reader
  /// Every file and what became of it; fills the screen.
  case coverage

  /// The panes on the left, which count and filter the stories.
  package static let facets: [PaneID] = [.exchanges, .agencies, .legislation, .volatility]

  /// Those that stand side by side, and have numbers.
  package static let numbered: [PaneID] = [.exchanges, .agencies, .legislation, .volatility, .stories, .reader]

  package var isFacet: Bool { rawValue <= PaneID.volatility.rawValue }

  /// Where a key is pressed, as the key map sees it.
  package var context: KeyContext {
    switch self {
    case .exchanges, .agencies: .entities
    case .legislation: .legislation
    case .volatility: .volatility
    case .stories: .stories
    case .reader: .reader
    case .coverage: .coverage
    }
  }
}

/// One value for each pane.
package struct PaneTable<Value: Equatable & Sendable>: Equatable, Sendable {
  private var values: [Value]

  package init(_ value: Value) { values = Array(repeating: value, count: PaneID.allCases.count) }

  package subscript(pane: PaneID) -> Value {
    get { values[pane.rawValue - 1] }
    set { values[pane.rawValue - 1] = newValue }
    _modify { yield &values[pane.rawValue - 1] }
  }
}

/// What a row is, so that a cursor can stay on it while rows come and go.
package enum RowID: Hashable, Sendable {
  case entity(EntityKey)
  case bill(String)
  case move(StoryPlace, asset: String)
  case story(StoryID)
  case file(Int64)
  case reason(FileStatus, String)
}

/// How much of the screen the focused pane has.
package enum SizeLevel: Int, CaseIterable, Sendable, Hashable {
  case normal, large, full
}
