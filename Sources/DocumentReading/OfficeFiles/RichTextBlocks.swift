/// The paragraphs, rows and notes of an RTF document, which marks where each ends and not where it begins.
struct RichTextBlocks {
  private var blocks: [OfficeBlock] = []
  private var paragraph: [UInt8] = []
  private var cells: [[UInt8]] = []
  /// What the paragraph is; the next has the same, until `\pard`.
  var style = OfficeBlock.Kind.plain
  var isInTable = false
  /// The text around an open note.
  private var outer: (paragraph: [UInt8], isInTable: Bool, cells: [[UInt8]])?
  private var notes: [[UInt8]] = []
  private static let longestCell = 400

  mutating func add(_ text: [UInt8]) { paragraph += text }

  mutating func breakLine() { paragraph.append(isInTable ? 0x20 : 0x0A) }

  mutating func endParagraph() {
    // In a cell, and in a note, paragraphs are lines of one text.
    guard !isInTable, outer == nil else { return breakLine() }
    // A row that never ended.
    if !cells.isEmpty { endRow() }
    append(OfficeBlock(kind: style, text: paragraph))
    paragraph = []
    if style == .item { style = .plain }
  }

  mutating func endCell() {
    cells.append(paragraph)
    paragraph = []
    if style == .item { style = .plain }
  }

  mutating func endRow() {
    if cells.isEmpty { return }
    if cells.count < 2 || cells.contains(where: { $0.count > Self.longestCell }) {
      for cell in cells { append(OfficeBlock(text: cell)) }
    } else {
      append(OfficeBlock(kind: .row, text: Array(cells.joined(separator: Array(" | ".utf8)))))
    }
    cells = []
  }

  mutating func beginNote() {
    guard outer == nil else { return }
    paragraph += Array("[\(notes.count + 1)]".utf8)
    outer = (paragraph, isInTable, cells)
    paragraph = []
    cells = []
    isInTable = false
  }

  mutating func endNote() {
    guard let outer else { return }
    notes.append(Array((cells + [paragraph]).joined(separator: [0x20])))
    (paragraph, isInTable, cells) = outer
    self.outer = nil
  }

  mutating func finish() {
    endNote()
    if !cells.isEmpty {
      if !paragraph.isEmpty { endCell() }
      endRow()
    }
    isInTable = false
    endParagraph()
  }

  var all: [OfficeBlock] {
    blocks + notes.enumerated().map { OfficeBlock(text: Array("[\($0.offset + 1)] ".utf8) + $0.element) }
  }

  private mutating func append(_ block: OfficeBlock) {
    guard block.text.contains(where: { !$0.isSpace && $0 != 0x7C }) else { return }
    blocks.append(block)
  }
}
