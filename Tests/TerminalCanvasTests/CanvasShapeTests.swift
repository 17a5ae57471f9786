import TerminalCanvas
import Testing

@Suite struct CanvasShapeTests {
  @Test(arguments: [
    (Rect(column: 0, row: 0, width: 4, height: 3), ["╭──╮", "│  │", "╰──╯", ""], "a box"),
    (Rect(column: 1, row: 1, width: 3, height: 1), ["", " ───", "", ""], "one row is a line"),
    (Rect(column: 1, row: 0, width: 1, height: 3), [" │", " │", " │", ""], "one column is a line"),
    (Rect(column: 3, row: 2, width: 9, height: 9), ["", "", "   ╭──", "   │"], "what is off the canvas is cut"),
    (Rect(column: 0, row: 0, width: 0, height: 5), ["", "", "", ""], "an empty one is nothing"),
  ])
  func aBoxIsDrawn(rect: Rect, expected: [String], note: String) {
    var canvas = Canvas(size: Size(columns: 6, rows: 4))
    canvas.box(rect, style: .plain)
    #expect(canvas.lines == expected, "\(note)")
  }

  @Test func asciiBordersNeedNoLineCharacters() {
    var canvas = Canvas(size: Size(columns: 4, rows: 3))
    canvas.box(canvas.bounds, style: .plain, border: .ascii)
    #expect(canvas.lines == ["+--+", "|  |", "+--+"])
  }

  @Test func restylingLeavesTheText() {
    var canvas = Canvas(size: Size(columns: 5, rows: 2))
    canvas.write("ab日", column: 0, row: 0, style: Style(isBold: true))
    canvas.restyle(Rect(column: 1, row: 0, width: 2, height: 9)) { Style(background: .indexed(4)).over($0) }
    #expect(canvas.lines == ["ab日", ""])
    #expect(canvas.styleLines() == ["abba", ".cc", "", "a = bold", "b = bold on 4", "c = on 4"])
  }

  @Test func fillingMakesBlanks() {
    var canvas = Canvas(size: Size(columns: 5, rows: 1))
    canvas.write("日日x", column: 0, row: 0, style: .plain)
    canvas.fill(Rect(column: 1, row: 0, width: 2, height: 1), style: Style(isReversed: true))
    #expect(canvas.lines == ["    x"])
    #expect(canvas.styleLines() == [".aa", "", "a = reversed"])
  }

  @Test(arguments: [
    ("Binance", 10, "Binance", "short enough"), ("Binance", 7, "Binance", "just"), ("Binance", 6, "Binan…", "one too many"),
    ("金融庁の発表", 7, "金融庁…", "no half character"), ("金融庁の発表", 6, "金融…", "a column left over"), ("abc", 1, "…", "room for the sign only"),
    ("abc", 0, "", "no room"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…", "marks stay with their base"),
    ("a\u{1B}b", 3, "a\u{FFFD}b", "made safe"),
  ])
  func aTextIsTruncated(text: String, columns: Int, expected: String, note: String) {
    #expect(Canvas.truncated(text, to: columns) == expected, "\(note)")
  }

  @Test(arguments: [
    ("ab", 5, Canvas.Alignment.left, "ab   "), ("ab", 5, .right, "   ab"), ("ab", 5, .center, " ab  "), ("金融庁", 5, .left, "金融…"),
    ("金融庁", 4, .left, "金… "),
  ])
  func aTextIsPadded(text: String, columns: Int, alignment: Canvas.Alignment, expected: String) {
    #expect(Canvas.padded(text, to: columns, alignment: alignment) == expected)
  }

  @Test func rectanglesAreCutAndMet() {
    let rect = Rect(column: 2, row: 1, width: 10, height: 4)
    #expect(rect.split(leftColumns: 3).right == Rect(column: 5, row: 1, width: 7, height: 4))
    #expect(rect.split(leftColumns: 99).right.isEmpty)
    #expect(rect.split(topRows: 1).bottom == Rect(column: 2, row: 2, width: 10, height: 3))
    #expect(rect.insetBy(columns: 1, rows: 1) == Rect(column: 3, row: 2, width: 8, height: 2))
    #expect(rect.insetBy(columns: 9).isEmpty)
    #expect(rect.intersection(Rect(column: 0, row: 0, width: 4, height: 2)) == Rect(column: 2, row: 1, width: 2, height: 1))
    #expect(rect.intersection(Rect(column: 50, row: 0, width: 4, height: 2)).isEmpty)
    #expect(rect.contains(column: 11, row: 4) && !rect.contains(column: 12, row: 4) && !rect.contains(column: 11, row: 5))
  }
}
