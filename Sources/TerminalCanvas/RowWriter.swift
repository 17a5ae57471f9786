import PrintableText

/// Lays UTF-8 text into one row of cells: the one place where a scalar becomes a cell.
struct RowWriter {
  let cells: UnsafeMutableBufferPointer<Cell>
  /// The row, as indices of `cells`.
  let rowStart: Int, rowEnd: Int
  /// The columns that may be written.
  let first: Int, end: Int
  let style: Style
  /// Where the next character goes; may be left of `first`.
  var column: Int
  /// The cell that a combining mark would stand on.
  private var base = Base.none

  private enum Base {
    /// Nothing was written yet: a mark stands on a dotted circle.
    case none
    /// The character was outside: its marks are, too.
    case hidden
    case cell(Int)
  }

  init(cells: UnsafeMutableBufferPointer<Cell>, rowStart: Int, rowEnd: Int, first: Int, end: Int, style: Style, column: Int) {
    self.cells = cells
    self.rowStart = rowStart
    self.rowEnd = rowEnd
    self.first = first
    self.end = end
    self.style = style
    self.column = column
  }

  /// `bytes` must be valid UTF-8. Stops where the area is full, but takes the marks of its last character.
  mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x7F {
        guard column < end else { return }
        place(UInt32(byte), width: 1)
        index += 1
        continue
      }
      let scalar = Self.scalar(bytes, &index)
      guard write(scalar) else { return }
    }
  }

  /// Whether there may be room for more.
  private mutating func write(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x2028, 0x2029:
      guard column < end else { return false }
      place(0x20, width: 1)
      return true
    case _ where PrintableText.isDropped(scalar): return true
    default: break
    }
    switch DisplayWidth.columns(of: scalar) {
    case 0?:
      return writeMark(scalar.value)
    case let width?:
      guard column < end else { return false }
      place(scalar.value, width: width)
    case nil:
      guard column < end else { return false }
      place(0xFFFD, width: 1)
    }
    return true
  }

  private mutating func writeMark(_ mark: UInt32) -> Bool {
    switch base {
    case .hidden: return true
    case .cell(let index): cells[index].append(mark: mark)
    case .none:
      guard column < end else { return false }
      place(0x25CC, width: 1)
      if case .cell(let index) = base { cells[index].append(mark: mark) }
    }
    return true
  }

  @inline(__always)
  private mutating func place(_ scalar: UInt32, width: Int) {
    let index = rowStart + column
    if width == 1 {
      if column >= first {
        Canvas.unpair(cells, index, rowStart: rowStart, rowEnd: rowEnd)
        cells[index] = Cell(scalar: scalar, width: 1, style: style)
        base = .cell(index)
      } else {
        base = .hidden
      }
      column += 1
      return
    }
    if column >= first, column + 1 < end {
      Canvas.unpair(cells, index, rowStart: rowStart, rowEnd: rowEnd)
      Canvas.unpair(cells, index + 1, rowStart: rowStart, rowEnd: rowEnd)
      cells[index] = Cell(scalar: scalar, width: 2, style: style)
      cells[index + 1] = .rightHalf(style)
      base = .cell(index)
    } else {
      // Half of it would be outside: the half that is inside stays blank.
      for half in column...(column + 1) where half >= first && half < end {
        Canvas.unpair(cells, rowStart + half, rowStart: rowStart, rowEnd: rowEnd)
        cells[rowStart + half] = .blank(style)
      }
      base = .hidden
    }
    column += 2
  }

  /// Decodes the scalar at `index`, which is not ASCII-printable, and moves past it.
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Unicode.Scalar {
    let lead = bytes[index]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else {
      index = bytes.count
      return "\u{FFFD}"
    }
    var value = length == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<max(1, length) { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    index += length
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
