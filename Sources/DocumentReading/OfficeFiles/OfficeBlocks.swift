/// A paragraph, or a row of a table, of an Office document.
struct OfficeBlock {
  enum Kind: Equatable {
    case plain, title, item, row
    /// 1 is the highest.
    case heading(Int)
  }

  var kind = Kind.plain
  /// UTF-8 as it stands in the document; a newline is a line break.
  var text: [UInt8] = []

  var isBlank: Bool { text.allSatisfy(\.isSpace) }
}

/// Collects a document's blocks: knows of paragraphs in text boxes, tables in tables, and notes; markups say what begins and ends.
struct OfficeBlocks {
  private(set) var blocks: [OfficeBlock] = []
  /// The paragraphs that are open: the last is written to; the others hold the text boxes and notes it stands in.
  private var paragraphs: [OfficeBlock] = []
  /// Where finished blocks go while a cell or note is open.
  private var inner: [[OfficeBlock]] = []
  /// The cells of each open row.
  private var rows: [[[OfficeBlock]]] = []
  /// The notes by their key, and the keys in the order in which the text points to them.
  private var notes: [String: [OfficeBlock]] = [:]
  private var references: [String] = []
  private var numbers: [String: Int] = [:]
  /// A row with a cell of more text than this is no row but a layout, and written cell after cell.
  private static let longestCell = 400

  var isInParagraph: Bool { !paragraphs.isEmpty }

  // MARK: Paragraphs

  mutating func beginParagraph(_ kind: OfficeBlock.Kind = .plain) { paragraphs.append(OfficeBlock(kind: kind)) }

  mutating func set(_ kind: OfficeBlock.Kind) {
    guard let last = paragraphs.indices.last else { return }
    // A numbered heading is a heading.
    if kind == .item, paragraphs[last].kind != .plain { return }
    paragraphs[last].kind = kind
  }

  mutating func endParagraph(leavingOut: Bool = false) {
    guard let block = paragraphs.popLast(), !leavingOut else { return }
    append(block)
  }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let last = paragraphs.indices.last else { return }
    paragraphs[last].text.append(contentsOf: bytes)
  }

  /// As `add`, with line ends as the blanks that they are in a document without fixed lines.
  mutating func addFlowing(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let last = paragraphs.indices.last else { return }
    for byte in bytes { paragraphs[last].text.append(byte == 0x0A ? 0x20 : byte) }
  }

  mutating func add(_ byte: UInt8) {
    guard let last = paragraphs.indices.last else { return }
    paragraphs[last].text.append(byte)
  }

  private mutating func append(_ block: OfficeBlock) {
    guard !block.isBlank else { return }
    if inner.isEmpty { blocks.append(block) } else { inner[inner.count - 1].append(block) }
  }

  // MARK: Tables

  mutating func beginRow() { rows.append([]) }

  mutating func beginCell() { inner.append([]) }

  mutating func endCell() {
    guard let cell = inner.popLast(), !rows.isEmpty else { return }
    rows[rows.count - 1].append(cell)
  }

  mutating func endRow() {
    guard let cells = rows.popLast() else { return }
    let isLayout = cells.count < 2 || cells.contains { $0.reduce(0) { $0 + $1.text.count } > Self.longestCell }
    if isLayout {
      for block in cells.joined() { append(block) }
      return
    }
    var row = OfficeBlock(kind: .row)
    for (place, cell) in cells.enumerated() {
      if place > 0 { row.text += Array(" | ".utf8) }
      for (number, block) in cell.enumerated() {
        if number > 0 { row.text.append(0x20) }
        row.text += block.text.map { $0 == 0x0A ? 0x20 : $0 }
      }
    }
    guard row.text.contains(where: { !$0.isSpace && $0 != 0x7C }) else { return }
    append(row)
  }

  // MARK: Notes

  /// The mark of a note in the text: "[1]".
  mutating func refer(to key: String) {
    let number = numbers[key] ?? references.count + 1
    if numbers[key] == nil {
      numbers[key] = number
      references.append(key)
    }
    guard let last = paragraphs.indices.last else { return }
    paragraphs[last].text += Array("[\(number)]".utf8)
  }

  mutating func beginNote() { inner.append([]) }

  mutating func endNote(_ key: String) {
    guard let blocks = inner.popLast() else { return }
    notes[key, default: []] += blocks
  }

  /// The key for a note that stands where it is pointed to.
  var nextKey: String { "#\(references.count)" }

  /// Adds the notes of another part, such as Word's footnotes.
  mutating func takeNotes(of other: OfficeBlocks) { notes.merge(other.notes) { first, _ in first } }

  /// All blocks, with the notes at the end.
  var all: [OfficeBlock] {
    var all = blocks
    for (place, key) in references.enumerated() {
      guard let blocks = notes[key], !blocks.isEmpty else { continue }
      let text = blocks.map(\.text).joined(separator: [0x20])
      all.append(OfficeBlock(text: Array("[\(place + 1)] ".utf8) + text))
    }
    return all
  }
}
