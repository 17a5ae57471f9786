import TerminalCanvas

/// Where everything stands on the screen. A pure function of the size, the focus and the size level.
package struct Layout: Equatable, Sendable {
  /// One pane's place.
  package struct Place: Equatable, Sendable {
    package var pane: PaneID
    /// From its title line to the row above the next line; the side borders belong to it.
    package var frame: Rect
    /// Where its rows are drawn; empty for a closed pane.
    package var content: Rect
    package var isOpen: Bool { !content.isEmpty }
  }

  /// Panes one above the other in one box; a closed one is its title line.
  package struct Column: Equatable, Sendable {
    package var box: Rect
    package var places: [Place]
    package var hasBorder: Bool
  }

  package enum Shape: Sendable, Hashable { case single, stacked, full, wide, zoomed }

  /// Below this, one pane fills the screen.
  static let smallest = Size(columns: 60, rows: 16)
  /// From this on, all panes on the left are open.
  static let roomy = Size(columns: 100, rows: 24)
  /// From this on, stories and reader stand side by side.
  static let wideColumns = 180

  package private(set) var shape: Shape
  package private(set) var header: Rect?
  package private(set) var tabs: Rect?
  package private(set) var status: Rect?
  /// Of the coverage: its lists to choose from, and the figures above them.
  package private(set) var coverageTabs: Rect?
  package private(set) var coverageTotals: Rect?
  package private(set) var columns: [Column] = []

  package init(size: Size, focus: PaneID, lastFacet: PaneID, level: SizeLevel) {
    let isSmall = size.columns < Self.smallest.columns || size.rows < Self.smallest.rows
    let isRoomy = size.columns >= Self.roomy.columns && size.rows >= Self.roomy.rows
    let isWide = size.columns >= Self.wideColumns && isRoomy
    shape = isSmall ? .single : level == .full || focus == .coverage ? .zoomed : isWide ? .wide : isRoomy ? .full : .stacked
    var body = Rect(size)
    if size.rows >= 2 { (body, status) = Self.bottomRow(of: body) }
    if size.rows >= 3 {
      let (top, rest) = body.split(topRows: 1)
      body = rest
      if !isSmall {
        header = top
      } else if focus == .coverage {
        coverageTabs = top
      } else {
        tabs = top
      }
    }
    if focus == .coverage, !isSmall {
      let (totals, rest) = body.split(topRows: size.rows >= 24 ? 3 : 2)
      let (strip, list) = rest.split(topRows: 1)
      (coverageTotals, coverageTabs, body) = (totals, strip, list)
    }
    switch shape {
    case .single: columns = [Column(box: body, places: [Place(pane: focus, frame: body, content: body)], hasBorder: false)]
    case .zoomed: columns = [Self.column(body, panes: [(focus, 1)])]
    case .stacked, .full, .wide:
      let isLarge = level == .large
      let leftWidth = Self.leftWidth(size.columns, shape: shape, isWidened: isLarge && focus.isFacet)
      let (left, right) = body.split(leftColumns: leftWidth)
      let open = focus.isFacet ? focus : lastFacet
      let opensAll = shape != .stacked && !(isLarge && focus.isFacet)
      columns = [Self.column(left, panes: PaneID.facets.map { ($0, opensAll ? Self.weight($0) : $0 == open ? 1 : 0) })]
      let share = Self.storiesShare(focus: focus, isLarge: isLarge)
      if shape == .wide {
        let width = max(right.width * share.wide / 100, right.width - 104)
        let (stories, reader) = right.split(leftColumns: width)
        columns += [Self.column(stories, panes: [(.stories, 1)]), Self.column(reader, panes: [(.reader, 1)])]
      } else {
        columns.append(Self.column(right, panes: [(.stories, share.stacked), (.reader, 100 - share.stacked)]))
      }
    }
  }

  private static func bottomRow(of rect: Rect) -> (rest: Rect, bottom: Rect) {
    let (top, bottom) = rect.split(topRows: rect.height - 1)
    return (top, bottom)
  }

  private static func leftWidth(_ columns: Int, shape: Shape, isWidened: Bool) -> Int {
    if isWidened { return columns * 55 / 100 }
    switch shape {
    case .stacked: return min(34, max(24, columns * 43 / 100))
    case .full: return min(46, max(34, columns * 32 / 100))
    case .wide: return min(52, max(40, columns * 22 / 100))
    case .single, .zoomed: return columns
    }
  }

  /// Rows of the open panes on the left, relative to each other.
  private static func weight(_ pane: PaneID) -> Int { pane == .exchanges || pane == .agencies ? 3 : 2 }

  /// Percent of the room for the stories beside, or above, the reader.
  private static func storiesShare(focus: PaneID, isLarge: Bool) -> (wide: Int, stacked: Int) {
    guard isLarge else { return (50, 40) }
    return focus == .reader ? (30, 15) : focus == .stories ? (68, 75) : (50, 40)
  }

  /// Panes above each other: a title line each, rows by weight (0: closed), a bottom line.
  private static func column(_ box: Rect, panes: [(pane: PaneID, weight: Int)]) -> Column {
    let room = max(0, box.height - panes.count - 1)
    let total = panes.reduce(0) { $0 + $1.weight }
    var places: [Place] = []
    var row = box.row
    var weightSoFar = 0
    for (pane, weight) in panes {
      let before = total > 0 ? room * weightSoFar / total : 0
      weightSoFar += weight
      let height = total > 0 ? room * weightSoFar / total - before : 0
      let frame = Rect(column: box.column, row: row, width: box.width, height: height + 1)
      let content = Rect(column: box.column + 1, row: row + 1, width: box.width - 2, height: height)
      places.append(Place(pane: pane, frame: frame, content: content))
      row += height + 1
    }
    return Column(box: box, places: places, hasBorder: true)
  }

  package var places: [Place] { columns.flatMap(\.places) }

  package func place(of pane: PaneID) -> Place? {
    for column in columns { for place in column.places where place.pane == pane { return place } }
    return nil
  }

  /// Where a pane's rows are drawn; nil where it is closed or not there.
  package func content(of pane: PaneID) -> Rect? { place(of: pane).flatMap { $0.isOpen ? $0.content : nil } }

  package func place(atColumn column: Int, row: Int) -> Place? { places.first { $0.frame.contains(column: column, row: row) } }

  /// Columns for the reader's text; nil where there is no reader.
  package var readerTextWidth: Int? { content(of: .reader).map { min(ReaderPaint.widest, max(1, $0.width - 2 * ReaderPaint.margin)) } }

  /// The pane whose tab stands there.
  package func tab(atColumn column: Int, row: Int) -> PaneID? {
    guard let tabs, tabs.contains(column: column, row: row), let focus = columns.first?.places.first?.pane else { return nil }
    return TabLine.tabs(focus: focus, width: tabs.width).first { ($0.column..<($0.column + $0.width)).contains(column) }?.pane
  }
}

extension DashboardState {
  package var layout: Layout { Layout(size: size, focus: focus, lastFacet: lastFacet, level: sizeLevel) }
}
