/// One character cell: a spacing scalar with up to four combining marks, packed in two words, and its style.
package struct Cell: Equatable, Sendable {
  // Five scalars of 21 bits: the base and two marks in `low`, two marks in `high`; the width above them in `high`.
  private var low: UInt64
  private var high: UInt64
  package var style: Style

  /// Most marks on one base; curses holds no more, and nobody's language needs more.
  package static let maximumMarks = 4
  private static let scalarMask: UInt64 = (1 << 21) - 1
  private static let widthShift: UInt64 = 42

  /// - Parameters:
  ///   - scalar: a printable one of that width.
  ///   - width: 1, 2, or 0 for the right half of a wide character.
  init(scalar: UInt32, width: Int, style: Style) {
    low = UInt64(scalar)
    high = UInt64(width) << Self.widthShift
    self.style = style
  }

  package static func blank(_ style: Style) -> Cell { Cell(scalar: 0x20, width: 1, style: style) }
  static func rightHalf(_ style: Style) -> Cell { Cell(scalar: 0, width: 0, style: style) }

  /// Columns it takes: 1, 2, or 0 for the right half of the wide character to its left.
  package var width: Int { Int(high >> Self.widthShift) }

  /// The spacing scalar; 0 in a right half.
  package var base: UInt32 { UInt32(low & Self.scalarMask) }

  /// How many combining marks stand on it.
  package var markCount: Int {
    if low >> 21 == 0 { return 0 }
    var count = 0
    while count < Self.maximumMarks, mark(count) != 0 { count += 1 }
    return count
  }

  /// The combining mark at an index, 0 where there is none.
  package func mark(_ index: Int) -> UInt32 {
    switch index {
    case 0: UInt32(low >> 21 & Self.scalarMask)
    case 1: UInt32(low >> 42 & Self.scalarMask)
    case 2: UInt32(high & Self.scalarMask)
    case 3: UInt32(high >> 21 & Self.scalarMask)
    default: 0
    }
  }

  /// Adds a mark; one too many is left out.
  mutating func append(mark: UInt32) {
    switch markCount {
    case 0: low |= UInt64(mark) << 21
    case 1: low |= UInt64(mark) << 42
    case 2: high |= UInt64(mark)
    case 3: high |= UInt64(mark) << 21
    default: break
    }
  }

  /// The text of the cell: base and marks; none in a right half.
  package var scalars: [Unicode.Scalar] {
    guard width > 0, let first = Unicode.Scalar(base) else { return [] }
    return [first] + (0..<markCount).compactMap { Unicode.Scalar(mark($0)) }
  }

  /// Whether both show the same text, whatever their style.
  package func hasSameText(as other: Cell) -> Bool { low == other.low && high == other.high }
}
