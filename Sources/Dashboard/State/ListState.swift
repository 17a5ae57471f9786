/// Cursor and scroll position of one list.
///
/// Everything is index arithmetic: no key costs more on a million rows than on ten. The row's identity is kept beside the index, so that
/// the cursor can find its row again when the rows change.
package struct ListState: Equatable, Sendable {
  /// The row that the keys act on; 0 for an empty list.
  package var selected = 0
  /// The first row on the screen.
  package var top = 0
  /// Which row that is; nil for an empty list.
  package var identity: RowID?
  /// Where a range began; nil without one.
  package var anchor: Int?

  /// The rows of the range, or the selected one; empty for an empty list.
  package func chosen(of count: Int) -> Range<Int> {
    guard count > 0 else { return 0..<0 }
    let other = min(anchor ?? selected, count - 1)
    return min(selected, other)..<(max(selected, other) + 1)
  }

  /// Puts the cursor on a row, or the nearest there is, and scrolls as little as possible.
  package mutating func select(_ index: Int, count: Int, height: Int) {
    selected = min(max(0, index), max(0, count - 1))
    keepInSight(count: count, height: height)
  }

  /// Scrolls so that the cursor is on the screen and the screen is not emptier than it need be.
  package mutating func keepInSight(count: Int, height: Int) {
    let height = max(1, height)
    selected = min(max(0, selected), max(0, count - 1))
    if let anchor { self.anchor = min(anchor, max(0, count - 1)) }
    if selected < top { top = selected }
    if selected >= top + height { top = selected - height + 1 }
    top = min(max(0, top), max(0, count - height))
  }

  /// Scrolls by so many rows, as the wheel does; the cursor is taken along only at the edge.
  package mutating func scroll(by rows: Int, count: Int, height: Int) {
    let height = max(1, height)
    top = min(max(0, top + rows), max(0, count - height))
    selected = min(max(selected, top), max(0, min(count, top + height) - 1))
  }

  /// After the rows changed: the cursor goes to its row's new index and stays in its row of the screen.
  package mutating func follow(to index: Int, count: Int, height: Int) {
    let offset = selected - top
    selected = index
    top = index - offset
    keepInSight(count: count, height: height)
  }
}
