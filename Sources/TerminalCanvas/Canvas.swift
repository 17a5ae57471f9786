import PrintableText

/// A frame: rows of cells that text is written on and a `Screen` shows.
///
/// No cell ever holds a control character, and no wide character is ever cut: where one would be, blanks stand instead.
package struct Canvas: Equatable, Sendable {
  package let size: Size
  /// Row by row, `size.columns` each.
  package private(set) var cells: [Cell]

  /// A blank canvas; negative extents are taken as 0.
  package init(size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: .blank(.plain), count: self.size.columns * self.size.rows)
  }

  /// All of it.
  package var bounds: Rect { Rect(size) }

  /// The cell there, which must be on the canvas.
  package subscript(column: Int, row: Int) -> Cell { cells[row * size.columns + column] }

  /// Writes text in one row and returns the column after it, at most the end of `clip`.
  ///
  /// Text left of `clip` is counted but not shown. Controls, bidirectional and zero-width characters are handled as `PrintableText.safe`
  /// does, line ends and tabs as one blank. A wide character of which one half would be outside leaves a blank in the other.
  @discardableResult
  package mutating func write(_ text: some StringProtocol, column: Int, row: Int, style: Style, clip: Rect) -> Int {
    let area = clip.intersection(bounds)
    guard !area.isEmpty, row >= area.row, row < area.endRow, column < area.endColumn else { return min(column, max(clip.endColumn, 0)) }
    let written = text.utf8.withContiguousStorageIfAvailable { write(utf8: $0, column: column, row: row, style: style, area: area) }
    if let written { return written }
    var copy = String(text)
    return copy.withUTF8 { write(utf8: $0, column: column, row: row, style: style, area: area) }
  }

  /// The same with the whole canvas as clip.
  @discardableResult
  package mutating func write(_ text: some StringProtocol, column: Int, row: Int, style: Style) -> Int {
    write(text, column: column, row: row, style: style, clip: bounds)
  }

  /// Makes every cell of the rectangle a blank of this style.
  package mutating func fill(_ rect: Rect, style: Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    let columns = size.columns
    cells.withUnsafeMutableBufferPointer { cells in
      for row in area.row..<area.endRow {
        let start = row * columns
        Self.unpair(cells, start + area.column, rowStart: start, rowEnd: start + columns)
        Self.unpair(cells, start + area.endColumn - 1, rowStart: start, rowEnd: start + columns)
        cells[(start + area.column)..<(start + area.endColumn)].update(repeating: .blank(style))
      }
    }
  }

  /// Changes the style of every cell of the rectangle and leaves the text: for a selected row, a dimmed background.
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    var last = Style.plain
    var changed = change(last)
    for row in area.row..<area.endRow {
      for index in (row * size.columns + area.column)..<(row * size.columns + area.endColumn) {
        let style = cells[index].style
        if style != last {
          last = style
          changed = change(style)
        }
        cells[index].style = changed
      }
    }
  }

  /// Puts one printable scalar of width 1 on the canvas, if it is inside `area`.
  mutating func put(_ scalar: Unicode.Scalar, column: Int, row: Int, style: Style, area: Rect) {
    guard area.contains(column: column, row: row) else { return }
    let start = row * size.columns
    cells.withUnsafeMutableBufferPointer { cells in
      Self.unpair(cells, start + column, rowStart: start, rowEnd: start + size.columns)
      cells[start + column] = Cell(scalar: scalar.value, width: 1, style: style)
    }
  }

  private mutating func write(utf8 bytes: UnsafeBufferPointer<UInt8>, column: Int, row: Int, style: Style, area: Rect) -> Int {
    let rowStart = row * size.columns
    let rowEnd = rowStart + size.columns
    return cells.withUnsafeMutableBufferPointer { cells in
      var writer = RowWriter(
        cells: cells, rowStart: rowStart, rowEnd: rowEnd, first: area.column, end: area.endColumn, style: style, column: column)
      writer.write(bytes)
      return min(writer.column, area.endColumn)
    }
  }

  /// Before the cell at `index` is overwritten: where it is half of a wide character, the other half becomes a blank.
  ///
  /// That other half may stand outside the caller's clip; a lone half can't be shown.
  @inline(__always)
  static func unpair(_ cells: UnsafeMutableBufferPointer<Cell>, _ index: Int, rowStart: Int, rowEnd: Int) {
    switch cells[index].width {
    case 1: return
    case 0: if index > rowStart { cells[index - 1] = .blank(cells[index - 1].style) }
    default: if index + 1 < rowEnd { cells[index + 1] = .blank(cells[index + 1].style) }
    }
  }
}
