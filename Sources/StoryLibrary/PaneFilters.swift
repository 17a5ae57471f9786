import QueryLanguage
import RegulatoryModel

/// The panes whose own filters do not narrow them.
enum FacetPane: CaseIterable, Sendable {
  case exchanges, agencies, bills, volatility

  /// The pane whose values a field chooses.
  init?(_ field: QueryField) {
    switch field {
    case .exchange: self = .exchanges
    case .agency: self = .agencies
    case .bill, .stage, .sponsor: self = .bills
    case .asset, .move: self = .volatility
    case .kind, .action, .tag, .source, .is, .has, .date, .added: return nil
    }
  }

  /// The pane that a part of a query belongs to: all of its leaves choose values of that one.
  init?(owning query: Query) {
    switch query {
    case .everything, .text: return nil
    case .field(let field, _): self.init(field)
    case .not(let inner): self.init(owning: inner)
    case .and(let children), .or(let children):
      guard let first = children.first, let pane = FacetPane(owning: first),
        children.allSatisfy({ FacetPane(owning: $0) == pane })
      else { return nil }
      self = pane
    }
  }
}

/// A query's stories, and those that each pane counts: under the query without the pane's own top-level parts, so that the pane
/// still shows what else could be chosen.
struct PaneFilters {
  let matching: StoryBitmap
  private let without: [FacetPane: StoryBitmap]

  init(_ query: Query, evaluator: QueryEvaluator) throws {
    let parts = query.searchable.conjuncts
    let owned = Dictionary(grouping: parts) { FacetPane(owning: $0) }
    // What no pane owns is evaluated once, text in one search.
    let common = try evaluator.stories(.and(owned[nil] ?? []))
    var own: [FacetPane: StoryBitmap] = [:]
    for pane in FacetPane.allCases {
      if let parts = owned[pane] { own[pane] = try evaluator.stories(.and(parts)) }
    }
    var without: [FacetPane: StoryBitmap] = [:]
    for pane in own.keys {
      without[pane] = own.filter { $0.key != pane }.values.reduce(common) { $0.intersection($1) }
    }
    matching = own.values.reduce(common) { $0.intersection($1) }
    self.without = without
  }

  func stories(for pane: FacetPane) -> StoryBitmap { without[pane] ?? matching }

  /// Whether the pane counts other stories than the list shows.
  func isOwn(_ pane: FacetPane) -> Bool { without[pane] != nil }
}
