/// The characters that lines and boxes are drawn with, each one column wide.
package struct BorderSet: Equatable, Sendable {
  package var horizontal: Unicode.Scalar, vertical: Unicode.Scalar
  package var topLeft: Unicode.Scalar, topRight: Unicode.Scalar, bottomLeft: Unicode.Scalar, bottomRight: Unicode.Scalar
  /// Where a line meets the left, right, top or bottom side of a box.
  package var leftTee: Unicode.Scalar, rightTee: Unicode.Scalar, topTee: Unicode.Scalar, bottomTee: Unicode.Scalar

  package static let rounded = BorderSet(
    horizontal: "─", vertical: "│", topLeft: "╭", topRight: "╮", bottomLeft: "╰", bottomRight: "╯", leftTee: "├", rightTee: "┤",
    topTee: "┬", bottomTee: "┴")
  /// For terminals and fonts without line characters.
  package static let ascii = BorderSet(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+", leftTee: "+", rightTee: "+",
    topTee: "+", bottomTee: "+")
}

extension Canvas {
  /// Draws the outline of a rectangle and leaves its inside. One row or one column becomes a plain line.
  package mutating func box(_ rect: Rect, style: Style, border: BorderSet = .rounded, clip: Rect? = nil) {
    guard !rect.isEmpty else { return }
    hline(column: rect.column, row: rect.row, width: rect.width, style: style, border: border, clip: clip)
    guard rect.height > 1 else { return }
    vline(column: rect.column, row: rect.row, height: rect.height, style: style, border: border, clip: clip)
    guard rect.width > 1 else { return }
    let (right, bottom) = (rect.endColumn - 1, rect.endRow - 1)
    hline(column: rect.column, row: bottom, width: rect.width, style: style, border: border, clip: clip)
    vline(column: right, row: rect.row, height: rect.height, style: style, border: border, clip: clip)
    let area = (clip ?? bounds).intersection(bounds)
    put(border.topLeft, column: rect.column, row: rect.row, style: style, area: area)
    put(border.topRight, column: right, row: rect.row, style: style, area: area)
    put(border.bottomLeft, column: rect.column, row: bottom, style: style, area: area)
    put(border.bottomRight, column: right, row: bottom, style: style, area: area)
  }

  package mutating func hline(column: Int, row: Int, width: Int, style: Style, border: BorderSet = .rounded, clip: Rect? = nil) {
    let area = Rect(column: column, row: row, width: width, height: 1).intersection((clip ?? bounds).intersection(bounds))
    for column in area.column..<max(area.column, area.endColumn) {
      put(border.horizontal, column: column, row: row, style: style, area: area)
    }
  }

  package mutating func vline(column: Int, row: Int, height: Int, style: Style, border: BorderSet = .rounded, clip: Rect? = nil) {
    let area = Rect(column: column, row: row, width: 1, height: height).intersection((clip ?? bounds).intersection(bounds))
    for row in area.row..<max(area.row, area.endRow) {
      put(border.vertical, column: column, row: row, style: style, area: area)
    }
  }
}
