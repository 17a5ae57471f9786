import QueryLanguage
import RegulatoryModel

/// The rows of all lists as they stand on the screen.
package struct PaneRows: Equatable, Sendable {
  package var exchanges: [EntityRow] = []
  package var agencies: [EntityRow] = []
  package var bills: [BillRow] = []
  package var volatility: [VolatilityRow] = []
  package var stories: [StoryID] = []
  /// As in the answer.
  package var copies: [StoryID: Int] = [:]
  package var furtherCopies: Set<StoryID> = []
  package var documents = 0
  package var coverage = CoverageRows.files([])

  package init() {}

  package func count(in pane: PaneID) -> Int {
    switch pane {
    case .exchanges: exchanges.count
    case .agencies: agencies.count
    case .legislation: bills.count
    case .volatility: volatility.count
    case .stories: stories.count
    case .coverage: coverage.count
    case .reader: 0
    }
  }

  /// Which row stands there; nil beyond the end.
  package func identity(at index: Int, in pane: PaneID) -> RowID? {
    guard index >= 0, index < count(in: pane) else { return nil }
    switch pane {
    case .exchanges: return .entity(exchanges[index].key)
    case .agencies: return .entity(agencies[index].key)
    case .legislation: return .bill(bills[index].id)
    case .volatility: return .move(volatility[index].place, asset: volatility[index].note.asset)
    case .stories: return .story(stories[index])
    case .coverage: return coverage.identity(at: index)
    case .reader: return nil
    }
  }

  /// Whether a row of the pane is that one. Linear, and done once for each answer.
  package func index(of identity: RowID, in pane: PaneID) -> Int? {
    switch (pane, identity) {
    case (.exchanges, .entity(let key)): exchanges.firstIndex { $0.key == key }
    case (.agencies, .entity(let key)): agencies.firstIndex { $0.key == key }
    case (.legislation, .bill(let id)): bills.firstIndex { $0.id == id }
    case (.volatility, .move(let place, let asset)): volatility.firstIndex { $0.place == place && $0.note.asset == asset }
    case (.stories, .story(let id)): stories.firstIndex(of: id)
    case (.coverage, _): coverage.index(of: identity)
    case (.exchanges, _), (.agencies, _), (.legislation, _), (.volatility, _), (.stories, _), (.reader, _): nil
    }
  }
}
