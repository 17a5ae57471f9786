import QueryLanguage
import RegulatoryModel

/// The order of a pane on the left.
package enum RowSort: String, CaseIterable, Sendable, Hashable {
  /// As the library answers.
  case given
  case stories, name, seen, stage, days, size

  /// In words; `given` means something else in each pane.
  package func label(in pane: PaneID) -> String {
    switch self {
    case .given: pane == .volatility ? "latest first" : "new first, then most stories"
    case .stories: "most stories first"
    case .name: pane == .volatility ? "by asset" : "by name"
    case .seen: "last seen first"
    case .stage: "furthest stage first"
    case .days: "shortest on its stage first"
    case .size: "largest move first"
    }
  }
}

extension PaneRows {
  /// The facet rows of an answer in the orders chosen; equal rows keep the answer's order.
  package mutating func take(_ answer: DashboardAnswer, sorts: PaneTable<RowSort>) {
    exchanges = Self.sorted(answer.exchanges, by: sorts[.exchanges])
    agencies = Self.sorted(answer.agencies, by: sorts[.agencies])
    bills = Self.sorted(answer.bills, by: sorts[.legislation])
    volatility = Self.sorted(answer.volatility, by: sorts[.volatility])
    stories = answer.stories
    copies = answer.copies
    furtherCopies = answer.furtherCopies
    documents = answer.documents
  }

  private static func sorted(_ rows: [EntityRow], by sort: RowSort) -> [EntityRow] {
    switch sort {
    case .given, .stage, .days, .size: rows
    case .stories: stably(rows) { $0.stories > $1.stories }
    case .name: stably(rows) { $0.name.lowercased() < $1.name.lowercased() }
    case .seen: stably(rows) { isLater($0.lastSeen, $1.lastSeen) }
    }
  }

  private static func sorted(_ rows: [BillRow], by sort: RowSort) -> [BillRow] {
    switch sort {
    case .given, .size: rows
    case .stories: stably(rows) { $0.stories > $1.stories }
    case .name: stably(rows) { $0.label.lowercased() < $1.label.lowercased() }
    case .seen: stably(rows) { isLater($0.lastSeen, $1.lastSeen) }
    case .stage: stably(rows) { ($0.stage?.rung ?? -1) > ($1.stage?.rung ?? -1) }
    case .days: stably(rows) { isLater($0.stageDate, $1.stageDate) }
    }
  }

  private static func sorted(_ rows: [VolatilityRow], by sort: RowSort) -> [VolatilityRow] {
    switch sort {
    case .given, .stage, .days, .seen: rows
    case .stories: stably(rows) { $0.stories > $1.stories }
    case .name: stably(rows) { $0.note.asset < $1.note.asset }
    case .size: stably(rows) { $0.note.basisPoints > $1.note.basisPoints }
    }
  }

  private static func isLater(_ left: CalendarDay?, _ right: CalendarDay?) -> Bool {
    switch (left, right) {
    case (let left?, let right?): left > right
    case (.some, nil): true
    case (nil, _): false
    }
  }

  private static func stably<Row>(_ rows: [Row], by isBefore: (Row, Row) -> Bool) -> [Row] {
    rows.enumerated().sorted { left, right in
      if isBefore(left.element, right.element) { return true }
      return !isBefore(right.element, left.element) && left.offset < right.offset
    }.map(\.element)
  }
}
