/// The extent of a screen or a canvas, in character cells.
package struct Size: Hashable, Sendable {
  package var columns: Int
  package var rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A rectangle of cells; column 0, row 0 is the top left of the canvas. One with no width or no height is empty.
package struct Rect: Hashable, Sendable {
  package var column: Int
  package var row: Int
  package var width: Int
  package var height: Int

  /// Negative extents become 0.
  package init(column: Int, row: Int, width: Int, height: Int) {
    self.column = column
    self.row = row
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// All of a canvas of this size.
  package init(_ size: Size) { self.init(column: 0, row: 0, width: size.columns, height: size.rows) }

  /// The first column to the right of it.
  package var endColumn: Int { column + max(0, width) }
  /// The first row below it.
  package var endRow: Int { row + max(0, height) }
  package var isEmpty: Bool { width <= 0 || height <= 0 }

  package func contains(column: Int, row: Int) -> Bool {
    column >= self.column && column < endColumn && row >= self.row && row < endRow
  }

  /// What both cover; empty where they don't touch.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(column: left, row: top, width: min(endColumn, other.endColumn) - left, height: min(endRow, other.endRow) - top)
  }

  /// Smaller by this much on each of its sides; empty, not inside out, where that is too much.
  package func insetBy(columns: Int = 0, rows: Int = 0) -> Rect {
    Rect(column: column + columns, row: row + rows, width: width - 2 * columns, height: height - 2 * rows)
  }

  /// Cut by a vertical line: `left` gets that many columns, or all there are.
  package func split(leftColumns: Int) -> (left: Rect, right: Rect) {
    let taken = min(max(0, leftColumns), max(0, width))
    return (
      Rect(column: column, row: row, width: taken, height: height),
      Rect(column: column + taken, row: row, width: width - taken, height: height)
    )
  }

  /// Cut by a horizontal line: `top` gets that many rows, or all there are.
  package func split(topRows: Int) -> (top: Rect, bottom: Rect) {
    let taken = min(max(0, topRows), max(0, height))
    return (
      Rect(column: column, row: row, width: width, height: taken),
      Rect(column: column, row: row + taken, width: width, height: height - taken)
    )
  }
}
