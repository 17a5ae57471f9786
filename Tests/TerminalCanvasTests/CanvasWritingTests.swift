import TerminalCanvas
import TestSupport
import Testing

@Suite struct CanvasWritingTests {
  private func canvas(_ columns: Int = 10, _ rows: Int = 1) -> Canvas { Canvas(size: Size(columns: columns, rows: rows)) }

  @Test(arguments: [
    ("abc", "abc", 3, "ASCII"),
    ("日本", "日本", 4, "wide characters take two columns"),
    ("e\u{301}x", "e\u{301}x", 2, "a mark stands on its base"),
    ("\u{301}x", "\u{25CC}\u{301}x", 2, "a mark with no base gets a circle"),
    ("a\tb\nc", "a b c", 5, "tabs and line ends are blanks"),
    ("a\u{1B}[31m", "a\u{FFFD}[31m", 6, "an escape sequence is shown, not sent"),
    ("x\u{9B}y", "x\u{FFFD}y", 3, "C1 controls, too"),
    ("x\u{7F}", "x\u{FFFD}", 2, "delete"),
    ("a\u{202E}b\u{202C}", "ab", 2, "nothing turns the direction"),
    ("a\u{200B}\u{FEFF}b", "ab", 2, "nothing is invisible"),
    ("❤\u{FE0F}x", "❤x", 2, "a selector can't make a narrow character wide"),
    ("👩\u{200D}💻", "👩💻", 4, "a joined emoji is its parts"),
    ("👍\u{1F3FD}!", "👍!", 3, "a skin tone would be drawn into the emoji before it"),
    ("\u{E0041}z", "z", 1, "tags are dropped"),
    ("\u{378}z", "\u{FFFD}z", 2, "an unassigned scalar has no width"),
    ("Z\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "Z\u{301}\u{302}\u{303}\u{304}", 1, "four marks are enough"),
    ("", "", 0, "nothing"),
  ])
  func aTextBecomesCells(text: String, expected: String, columns: Int, note: String) {
    var canvas = canvas()
    let end = canvas.write(text, column: 0, row: 0, style: .plain)
    #expect(canvas.lines == [expected], "\(note)")
    #expect(end == columns, "\(note)")
  }

  @Test(arguments: [
    ("abcdefghij", 0, "..cdefgh..", 8, "columns left of the clip are counted, not shown"),
    ("日本語日本", 1, "..\u{20}本語\u{20}..", 8, "half of a wide character is blank on either side"),
    ("日e\u{301}日\u{301}", 0, "..e\u{301}日\u{301}.....", 5, "marks of what is hidden are hidden"),
    ("ab\u{301}c", 0, "..c.......", 3, "the mark of a hidden letter is no mark on the next"),
    ("abc", -9, "..........", -6, "all of it is left of the clip"),
    ("abc", 8, "..........", 8, "all of it is right of the clip"),
  ])
  func onlyWhatIsInTheClipShows(text: String, column: Int, expected: String, end: Int, note: String) {
    var canvas = canvas()
    canvas.write("..........", column: 0, row: 0, style: .plain)
    let after = canvas.write(text, column: column, row: 0, style: .plain, clip: Rect(column: 2, row: 0, width: 6, height: 1))
    #expect(canvas.lines == [expected], "\(note)")
    #expect(after == end, "\(note)")
  }

  @Test func nothingIsWrittenOutsideTheClip() {
    var generator = SplitMix64(seed: 7)
    let pieces = ["a", "日", "e\u{301}", "\u{301}", "🚀", "\u{1B}", " ", "ß", "\u{202E}", "語"]
    for _ in 0..<3000 {
      var canvas = Canvas(size: Size(columns: 12, rows: 3))
      for row in 0..<3 { canvas.write("############", column: 0, row: row, style: .plain) }
      let before = canvas
      let clip = Rect(
        column: generator.next(below: 16) - 2, row: generator.next(below: 5) - 1, width: generator.next(below: 14),
        height: generator.next(below: 4))
      let text = (0..<generator.next(below: 20)).map { _ in pieces[generator.next(below: pieces.count)] }.joined()
      let row = generator.next(below: 5) - 1
      canvas.write(text, column: generator.next(below: 20) - 6, row: row, style: Style(isBold: true), clip: clip)
      expectWhole(canvas)
      for line in 0..<3 {
        for column in 0..<12 where !clip.contains(column: column, row: line) || line != row {
          #expect(canvas[column, line] == before[column, line], "\(text.debugDescription) in \(clip) reached \(column),\(line)")
        }
      }
    }
  }

  @Test func overwritingHalfOfAWideCharacterLeavesABlank() {
    var generator = SplitMix64(seed: 11)
    let pieces = ["a", "日", "🚀", " "]
    var canvas = Canvas(size: Size(columns: 9, rows: 2))
    for _ in 0..<5000 {
      let text = (0..<generator.next(below: 5)).map { _ in pieces[generator.next(below: pieces.count)] }.joined()
      let rect = Rect(
        column: generator.next(below: 12) - 2, row: generator.next(below: 3) - 1, width: generator.next(below: 6),
        height: generator.next(below: 3))
      switch generator.next(below: 3) {
      case 0: canvas.fill(rect, style: .plain)
      case 1: canvas.box(rect, style: .plain)
      default: canvas.write(text, column: rect.column, row: rect.row, style: .plain)
      }
      expectWhole(canvas)
    }
  }

  /// Every wide cell has its right half, every right half its wide cell.
  private func expectWhole(_ canvas: Canvas, sourceLocation: SourceLocation = #_sourceLocation) {
    for row in 0..<canvas.size.rows {
      var column = 0
      while column < canvas.size.columns {
        let width = canvas[column, row].width
        #expect(width == 1 || width == 2, "a lone right half at \(column),\(row)", sourceLocation: sourceLocation)
        if width == 2 {
          #expect(
            column + 1 < canvas.size.columns && canvas[column + 1, row].width == 0, "a lone left half at \(column),\(row)",
            sourceLocation: sourceLocation)
        }
        column += max(1, width)
      }
    }
  }

  @Test func theReturnedColumnContinuesALine() {
    var canvas = canvas(20)
    var column = canvas.write("日x", column: 1, row: 0, style: .plain)
    column = canvas.write("|", column: column, row: 0, style: .plain)
    column = canvas.write(Substring("tail of it, too long to fit"), column: column, row: 0, style: .plain)
    #expect(canvas.lines == [" 日x|tail of it, too"])
    #expect(column == 20)
  }

  @Test func aRowThatIsNotThereIsNoTrouble() {
    var canvas = canvas(3, 2)
    for row in [-1, 2, 99] { canvas.write("abc", column: 0, row: row, style: .plain) }
    canvas.write("abc", column: 99, row: 0, style: .plain)
    canvas.write("abc", column: -99, row: 0, style: .plain)
    #expect(canvas.lines == ["", ""])
    var none = Canvas(size: Size(columns: 0, rows: -4))
    none.write("abc", column: 0, row: 0, style: .plain)
    none.box(Rect(column: 0, row: 0, width: 3, height: 3), style: .plain)
    #expect(none.lines.isEmpty)
  }
}
