import RegulatoryModel

/// What a pane is, as a value: the list engine draws every pane from one of these. A new pane is a new one here.
package struct PaneDescription: Sendable {
  package let pane: PaneID
  package let title: String
  /// In the line of tabs; `short` where there is little room.
  package let tab: String
  package let short: String
  package let columns: [PaneColumn]
  /// The orders that its sort menu offers; the stories have their own.
  package let sorts: [RowSort]
  /// In an empty pane: without a filter, and under one.
  package let empty: String
  package let emptyFiltered: String

  package static func of(_ pane: PaneID) -> PaneDescription {
    switch pane {
    case .exchanges: exchanges
    case .agencies: agencies
    case .legislation: legislation
    case .volatility: volatility
    case .stories: stories
    case .reader: reader
    case .coverage: coverage
    }
  }

  private static let entityColumns = [
    PaneColumn(.name, .rest(atLeast: 14)), PaneColumn(.count, .fit(3...6), isRight: true),
    PaneColumn(.activity, .steps([12, 6, 0]), givesWay: 1), PaneColumn(.new, .fit(0...4), isRight: true),
  ]

  private static let exchanges = PaneDescription(
    pane: .exchanges, title: "Exchanges", tab: "Exchanges", short: "Exch", columns: entityColumns, sorts: [.given, .stories, .name, .seen],
    empty: "No exchange is named in these stories.", emptyFiltered: "No exchange under this filter.")

  private static let agencies = PaneDescription(
    pane: .agencies, title: "Agencies", tab: "Agencies", short: "Agen", columns: entityColumns, sorts: [.given, .stories, .name, .seen],
    empty: "No agency is named in these stories.", emptyFiltered: "No agency under this filter.")

  private static let legislation = PaneDescription(
    pane: .legislation, title: "Open legislation", tab: "Bills", short: "Bill",
    columns: [
      PaneColumn(.name, .rest(atLeast: 9)),
      // Several times its width: it goes only after the words beside it, which say less.
      PaneColumn(.ladder, .steps([5, 5, 5, 0]), givesWay: 3),
      PaneColumn(.stage, .fit(0...14, or: [10, 9, 0]), givesWay: 2), PaneColumn(.days, .fit(0...5), isRight: true),
      PaneColumn(.new, .fit(0...3), isRight: true, givesWay: 1),
    ],
    sorts: [.given, .stage, .days, .stories, .seen, .name], empty: "No bill is told of in these stories.",
    emptyFiltered: "No open bill under this filter.")

  private static let volatility = PaneDescription(
    pane: .volatility, title: "Volatility", tab: "Moves", short: "Move",
    columns: [
      PaneColumn(.asset, .fit(3...7)), PaneColumn(.direction, .steps([1])), PaneColumn(.size, .fit(5...11), isRight: true),
      PaneColumn(.window, .rest(atLeast: 6)), PaneColumn(.times, .fit(0...4), isRight: true, givesWay: 1),
      PaneColumn(.date, .fit(6...11, or: [8]), isRight: true, givesWay: 2), PaneColumn(.new, .fit(0...1)),
    ],
    sorts: [.given, .size, .name, .stories], empty: "No price move is told in these stories.",
    emptyFiltered: "No price move under this filter.")

  private static let stories = PaneDescription(
    pane: .stories, title: "Stories", tab: "Stories", short: "Stor",
    columns: [
      PaneColumn(.flags, .steps([2]), gap: 0), PaneColumn(.date, .fit(6...11), isRight: true, gap: 0),
      PaneColumn(.kind, .steps([13, 10, 10, 10, 7, 0]), gap: 2, givesWay: 2),
      PaneColumn(.times, .fit(0...5), isRight: true, gap: 1),
      PaneColumn(.title, .rest(atLeast: 28, percent: 50), gap: 2),
      PaneColumn(.names, .fit(0...24, or: [20, 17, 15, 13, 11, 9, 7, 5, 0]), isRight: true, gap: 2, givesWay: 1),
    ],
    sorts: [], empty: "No stories yet.", emptyFiltered: "No stories match.")

  private static let coverage = PaneDescription(
    pane: .coverage, title: "Coverage", tab: "Coverage", short: "Cov", columns: [], sorts: [], empty: "There are no files yet.",
    emptyFiltered: "No file here.")

  /// The columns of one of the coverage's lists.
  package static func columns(of rows: CoverageRows, tellsWhy: Bool) -> [PaneColumn] {
    switch rows {
    case .files where tellsWhy:
      [
        PaneColumn(.status, .steps([7, 7, 1]), givesWay: 4),
        PaneColumn(.file, .fit(8...60, or: [48, 40, 32, 26, 20, 14, 10]), givesWay: 1),
        PaneColumn(.reason, .rest(atLeast: 30)), PaneColumn(.format, .fit(0...16), givesWay: 2),
        PaneColumn(.bytes, .fit(4...7), isRight: true, givesWay: 3), PaneColumn(.date, .fit(0...11), isRight: true, givesWay: 2),
      ]
    case .files:
      [
        PaneColumn(.status, .steps([7, 1]), givesWay: 4), PaneColumn(.file, .rest(atLeast: 24)),
        PaneColumn(.format, .fit(0...16), givesWay: 3), PaneColumn(.count, .fit(1...12), isRight: true, givesWay: 2),
        PaneColumn(.bytes, .fit(4...7), isRight: true, givesWay: 3), PaneColumn(.days, .fit(0...9), isRight: true, givesWay: 1),
        PaneColumn(.date, .fit(0...11), isRight: true, givesWay: 2),
      ]
    case .reasons:
      [
        PaneColumn(.count, .fit(1...9), isRight: true), PaneColumn(.status, .steps([7, 7, 1]), givesWay: 2),
        PaneColumn(.reason, .rest(atLeast: 24, percent: 60)), PaneColumn(.file, .fit(0...40, or: [24, 12, 0]), givesWay: 1),
      ]
    case .silences:
      [
        PaneColumn(.name, .rest(atLeast: 12)), PaneColumn(.date, .fit(6...11), isRight: true, givesWay: 2),
        PaneColumn(.days, .fit(6...16), isRight: true), PaneColumn(.window, .fit(0...24), isRight: true, givesWay: 1),
      ]
    }
  }

  private static let reader = PaneDescription(
    pane: .reader, title: "Reader", tab: "Reader", short: "Read", columns: [], sorts: [], empty: "No story is open.",
    emptyFiltered: "No story is open.")
}

/// One column of a pane.
package struct PaneColumn: Sendable, Hashable {
  /// Which of a row's cells it shows.
  package enum Content: Sendable, Hashable {
    case name, count, activity, new, ladder, stage, days, asset, direction, size, window, times, date, flags, kind, title, names
    case status, file, reason, format, bytes
  }

  package enum Width: Sendable, Hashable {
    /// One of these, the first that leaves the rest its room.
    case steps([Int])
    /// As wide as what is in sight, within these bounds; then one of the narrower ones.
    case fit(ClosedRange<Int>, or: [Int] = [])
    /// What the others leave; they give way to leave it this much.
    ///
    /// - Parameter percent: so much of the whole width at the least, where that is more.
    case rest(atLeast: Int, percent: Int = 0)
  }

  package let content: Content
  package let width: Width
  package let isRight: Bool
  /// Blank columns before it.
  package let gap: Int
  /// The lower, the sooner it becomes narrower or goes; 0 stays.
  package let givesWay: Int

  package init(_ content: Content, _ width: Width, isRight: Bool = false, gap: Int = 1, givesWay: Int = 0) {
    self.content = content
    self.width = width
    self.isRight = isRight
    self.gap = gap
    self.givesWay = givesWay
  }

  /// The widths of columns in so many columns of the screen; 0 for one that is left out.
  ///
  /// - Parameter natural: how wide what is in sight is, for columns that fit themselves to it.
  package static func widths(of columns: [PaneColumn], in total: Int, natural: (PaneColumn) -> Int) -> [Int] {
    var choices: [[Int]] = columns.map { column in
      switch column.width {
      case .steps(let steps): return steps
      case .fit(let bounds, let narrower):
        let fitting = min(max(natural(column), bounds.lowerBound), bounds.upperBound)
        return [fitting] + (column.givesWay > 0 ? narrower.filter { $0 < fitting } + (narrower.isEmpty && fitting > 0 ? [0] : []) : [])
      case .rest: return [0]
      }
    }
    let restIndex = columns.firstIndex { if case .rest = $0.width { true } else { false } }
    func left() -> Int {
      var used = 0
      for (index, column) in columns.enumerated() where index == restIndex || choices[index][0] > 0 {
        used += choices[index][0] + column.gap
      }
      return total - used
    }
    var least = 0
    if let restIndex, case .rest(let wanted, let percent) = columns[restIndex].width { least = max(wanted, total * percent / 100) }
    let order = columns.indices.filter { columns[$0].givesWay > 0 }.sorted { columns[$0].givesWay < columns[$1].givesWay }
    // Round by round, so that one column is not left out before another has become narrower.
    while left() < least, let widest = order.map({ choices[$0].count }).max(), widest > 1 {
      for index in order where left() < least && choices[index].count > 1 { choices[index].removeFirst() }
    }
    // Where even that is too much, some are left out.
    for index in order where left() < 0 { choices[index] = [0] }
    var widths = choices.map { $0[0] }
    if let restIndex { widths[restIndex] = max(0, left()) }
    return widths
  }
}
