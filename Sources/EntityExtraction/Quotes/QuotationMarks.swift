/// Pairs the quotation marks of a text, in one pass over its bytes.
///
/// Knows straight and curly marks, single curly ones, „low“ and «pointed» ones. A quotation of several paragraphs opens each of them and
/// closes only the last. Marks of another kind inside a quotation belong to it.
struct QuotationMarks {
  struct Quotation: Equatable {
    /// The quoted words, paragraph by paragraph.
    var pieces: [Range<Int>]
    /// From the first mark to the last.
    var outside: Range<Int>
    var isClosed: Bool
  }

  private enum Kind { case straight, curly, single, low, pointed }
  private struct Open {
    var outer: Int
    var inner: Int
    var kind: Kind
    /// Paragraphs that came before.
    var pieces: [Range<Int>] = []
  }

  private let scan: TextScan
  private var open: Open?
  private let tell: (Quotation) -> Void

  /// The most paragraphs that one quotation may have.
  private static let mostPieces = 12

  /// Calls back for each quotation, in the order of the text: a text of marks alone has too many to be held.
  static func forEach(in scan: TextScan, _ body: (Quotation) -> Void) {
    withoutActuallyEscaping(body) { read(scan, $0) }
  }

  private static func read(_ scan: TextScan, _ tell: @escaping (Quotation) -> Void) {
    var marks = QuotationMarks(scan: scan, tell: tell)
    scan.bytes.withUnsafeBufferPointer { bytes in
      var aside = 0
      for paragraph in scan.paragraphs {
        while aside < scan.asides.count, scan.asides[aside].upperBound <= paragraph.lowerBound { aside += 1 }
        if aside < scan.asides.count, scan.asides[aside].lowerBound <= paragraph.lowerBound { continue }
        marks.read(paragraph, bytes)
      }
    }
  }

  private init(scan: TextScan, tell: @escaping (Quotation) -> Void) {
    self.scan = scan
    self.tell = tell
  }

  private mutating func read(_ paragraph: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) {
    var position = paragraph.lowerBound
    if let carried = open {
      let length = openingLength(carried.kind, at: position)
      if length > 0, carried.pieces.count < Self.mostPieces {
        open?.inner = position + length
        position += length
      } else {
        giveUp()
      }
    }
    while position < paragraph.upperBound {
      position = ByteSearch.first(in: bytes, from: position, to: paragraph.upperBound) {
        ByteSearch.marks($0, 34) | ByteSearch.marks($0, 0xE2) | ByteSearch.marks($0, 0xC2)
      }
      guard position < paragraph.upperBound else { break }
      position += mark(at: position, bytes[position], paragraph)
    }
    guard let left = open else { return }
    if left.kind == .single {
      open = nil
    } else {
      open?.pieces.append(left.inner..<paragraph.upperBound)
    }
  }

  /// Handles what may be a mark; how many bytes it takes.
  private mutating func mark(at position: Int, _ byte: UInt8, _ paragraph: Range<Int>) -> Int {
    if byte == 34 {
      switch open?.kind {
      case nil: if looksOpening(position, 1, paragraph) { start(.straight, position, 1) }
      case .straight: if looksOpening(position, 1, paragraph) { start(.straight, position, 1) } else { close(position, 1) }
      case .single: if looksOpening(position, 1, paragraph) { start(.straight, position, 1) }
      default: break
      }
      return 1
    }
    if byte == 0xC2 {
      switch scan[position + 1] {
      case 0xAB: if open == nil { start(.pointed, position, 2) }
      case 0xBB: if open?.kind == .pointed { close(position, 2) }
      default: break
      }
      return 2
    }
    guard scan[position + 1] == 0x80 else { return 1 }
    switch scan[position + 2] {
    case 0x9C:
      if open?.kind == .low {
        close(position, 3)
      } else if open == nil || open?.kind == .single || (open?.kind == .curly && looksOpening(position, 3, paragraph)) {
        start(.curly, position, 3)
      }
    case 0x9D: if open?.kind == .curly || open?.kind == .low { close(position, 3) }
    case 0x9E: if open == nil { start(.low, position, 3) }
    case 0x98: if open == nil, looksOpening(position, 3, paragraph) { start(.single, position, 3) }
    case 0x99: if open?.kind == .single, closesSingle(position) { close(position, 3) }
    default: break
    }
    return 3
  }

  private mutating func start(_ kind: Kind, _ position: Int, _ length: Int) {
    // One that was never closed gives way to the next.
    open = Open(outer: position, inner: position + length, kind: kind)
  }

  private mutating func close(_ position: Int, _ length: Int) {
    guard let started = open else { return }
    tell(
      Quotation(
        pieces: started.pieces + [started.inner..<max(started.inner, position)], outside: started.outer..<position + length, isClosed: true)
    )
    open = nil
  }

  /// The last mark is missing: of curly marks the first paragraph still counts.
  private mutating func giveUp() {
    if let left = open, left.kind == .curly, let first = left.pieces.first {
      tell(Quotation(pieces: [first], outside: left.outer..<first.upperBound, isClosed: false))
    }
    open = nil
  }

  private func openingLength(_ kind: Kind, at position: Int) -> Int {
    switch kind {
    case .straight: scan[position] == 34 ? 1 : 0
    case .curly: scan[position] == 0xE2 && scan[position + 1] == 0x80 && scan[position + 2] == 0x9C ? 3 : 0
    case .low: scan[position] == 0xE2 && scan[position + 1] == 0x80 && scan[position + 2] == 0x9E ? 3 : 0
    case .pointed: scan[position] == 0xC2 && scan[position + 1] == 0xAB ? 2 : 0
    case .single: 0
    }
  }

  private func looksOpening(_ position: Int, _ length: Int, _ paragraph: Range<Int>) -> Bool {
    let before = scan[position - 1]
    let isAfterBlank =
      position == paragraph.lowerBound || LetterBytes.isBlank(before) || before == 40 || before == 91
      || (before == 0x94 && scan[position - 2] == 0x80) || (before == 0xA0 && scan[position - 2] == 0xC2)
    return isAfterBlank && position + length < paragraph.upperBound && !LetterBytes.isBlank(scan[position + length])
  }

  /// Not an apostrophe: after a comma or full stop, or before a comma.
  private func closesSingle(_ position: Int) -> Bool {
    switch scan[position - 1] {
    case 44, 46, 33, 63: !scan.isWord(at: position + 3)
    default: scan[position + 3] == 44
    }
  }
}
