import Dashboard
import PrintableText
import QueryLanguage
import RegulatoryModel
import TerminalCanvas
import TestSupport
import Testing

struct TextTests {
  @Test(arguments: [
    ("aaa bbb ccc", 7, ["aaa bbb", "ccc"]), ("aaa bbb", 3, ["aaa", "bbb"]), ("abcdefgh", 3, ["abc", "def", "gh"]), ("", 5, [""]),
    ("one\n\ntwo", 10, ["one", "", "two"]), ("aaa    bbb", 4, ["aaa", "bbb"]), ("日本語です", 4, ["日本", "語で", "す"]), ("日本", 1, ["日", "本"]),
    ("end of line\n", 20, ["end of line"]),
  ]) func linesBreakAtBlanks(text: String, width: Int, lines: [String]) {
    #expect(TextWrap.strings(of: text, width: width) == lines)
  }

  @Test(arguments: [
    ("- one two three four five six seven", [0, 2], "a list item's second line stands below its first word"),
    ("12. one two three four five six seven", [0, 4], "a numbered one too"),
    ("(a) one two three four five six seven", [0, 4], "and a lettered one"),
    ("- short", [0], "one line has nothing to indent"), ("one two three four five six seven eight", [0, 0], "a paragraph is flush"),
    ("3.5 percent of all the tokens were burned", [0, 0], "a figure is no number of a list"),
  ]) func listsHang(text: String, indents: [Int], note: String) {
    let lines = BodyText.lines(of: text, in: 0..<text.utf8.count, width: 30)
    #expect(lines.map(\.indent) == indents, "\(note)")
    let kept = lines.flatMap { Array(text.utf8)[$0.range] }.filter { $0 != 0x20 }
    #expect(kept == text.utf8.filter { $0 != 0x20 }, "no letter is lost")
  }

  @Test(arguments: [
    ("What it would do\n\nThe Fed could not.", true), ("The Fed could not.\n\nOr could it?", false), ("The points:\n\n- one", false),
    ("one small word\n\nA text.", false), ("What it would do\nThe Fed could not.", false), ("The last words", false),
  ]) func aShortLineAloneIsAHeading(text: String, isHeading: Bool) {
    #expect(BodyText.lines(of: text, in: 0..<text.utf8.count, width: 60).first?.isHeading == isHeading)
  }

  @Test(arguments: DocumentKind.allCases) func aKindHasWordsForEveryWidth(kind: DocumentKind) {
    for width in [13, 10, 7] { #expect(KindText.words(kind, width: width).count <= width) }
  }

  @Test(arguments: [62, 80, 100, 120, 160]) func titlesHaveHalfOfTheWidth(total: Int) {
    let columns = PaneDescription.of(.stories).columns
    let widths = PaneColumn.widths(of: columns, in: total) { $0.content == .date ? 11 : 24 }
    let title = columns.firstIndex { $0.content == .title }.map { widths[$0] } ?? 0
    #expect(title >= total / 2, "\(widths)")
  }

  @Test(arguments: 31...50) func theLadderIsThereFrom34Columns(total: Int) {
    let columns = PaneDescription.of(.legislation).columns
    let widths = PaneColumn.widths(of: columns, in: total) { [.stage: 12, .days: 5, .new: 3][$0.content] ?? 40 }
    let ladder = columns.firstIndex { $0.content == .ladder }.map { widths[$0] }
    #expect(ladder == 5 && widths[0] >= 9, "\(widths)")
    // So many columns a pane of 34 has.
    if total >= 32 { #expect(columns.firstIndex { $0.content == .stage }.map { widths[$0] } ?? 0 >= 9, "\(widths)") }
  }

  @Test(arguments: 1...60) func noLineIsTooWideAndNoLetterIsLost(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet = Array("abc de fgh  \n日é—🚀\u{301}x")
    let text = String((0..<400).compactMap { _ in alphabet.randomElement(using: &random) })
    let width = Int.random(in: 2...40, using: &random)
    let lines = TextWrap.lines(of: text, in: 0..<text.utf8.count, width: width)
    let bytes = Array(text.utf8)
    for line in lines { #expect(DisplayWidth.columns(of: String(decoding: bytes[line], as: UTF8.self)) <= width) }
    let kept = lines.flatMap { bytes[$0] }.filter { $0 != 0x20 }
    #expect(kept == bytes.filter { $0 != 0x20 && $0 != 0x0A })
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1_284, "1,284"), (12_800, "12.8k"), (128_400, "128k"), (1_200_000, "1.2M"), (-1_284, "-1.2k"),
  ]) func numbersAreShortenedToFit(value: Int, text: String) { #expect(Numbers.fitted(value, width: 5) == text) }

  @Test(arguments: [(1_520, "15.2"), (1_000, "10"), (1_205, "12.05"), (5, "0.05"), (-850, "-8.5"), (123_400, "1,234")])
  func percentHasNoZerosAtItsEnd(basisPoints: Int, text: String) { #expect(Numbers.percent(basisPoints) == text) }

  @Test(arguments: [
    ("1h", "1 hour"), ("24h", "24 h"), ("1w", "1 week"), ("P3D", "3 days"), ("PT30M", "30 min"), ("P1M", "1 month"), ("P1Y6M", "P1Y6M"),
  ]) func windowsAreToldInWords(code: String, words: String) { #expect(MoveText.window(code) == words) }

  @Test(arguments: [
    ("The House voted. The bill passed the Senate on Friday. Then it went on.", "passed", "The bill passed the Senate on Friday."),
    ("Sen. Warren said the U.S. Treasury agreed. No more.", "Treasury", "Sen. Warren said the U.S. Treasury agreed."),
    ("First paragraph\n\nSecond one, broken\nover two lines\n\nThird", "broken", "Second one, broken over two lines"),
    ("Only this", "Only", "Only this"),
  ]) func theSentenceAroundAPlaceIsFound(text: String, word: String, sentence: String) throws {
    let span = try #require(TextSearch.places(of: word, in: text).first)
    let found = Sentence.around(span, in: text)
    #expect(found.text == sentence)
    #expect(String(Array(found.text)[found.emphasis]) == word)
  }

  @Test func namesShowInsideSentencesThatAreMarkedToo() {
    func mark(_ kind: MarkedSpan.Kind, _ span: Range<Int>) -> MarkedSpan {
      MarkedSpan(kind: kind, mention: Mention(span: span, rule: RuleID("r")))
    }
    let marks = [
      mark(.quote, 0..<50), mark(.entity(EntityKey(.agency, "sec")), 10..<13), mark(.volatility, 20..<40),
      mark(.entity(EntityKey(.asset, "btc")), 22..<25),
    ]
    let painted = PaintedSpan.flattened(marks)
    #expect(painted.map(\.span) == [0..<10, 10..<13, 13..<20, 20..<22, 22..<25, 25..<40, 40..<50])
    #expect(painted.map(\.mark) == [0, 1, 0, 2, 3, 2, 0])
  }

  @Test func aSparklineIsFullAtItsHighestAndKeepsItsSumWhenNarrow() {
    #expect(Sparkline.text([0, 1, 2, 4, 8, 8], width: 6, glyphs: .unicode) == "▁▂▃▅██")
    #expect(Sparkline.text([0, 0, 4, 4, 2, 2], width: 3, glyphs: .unicode) == "▁█▅")
    #expect(Sparkline.text([], width: 6, glyphs: .unicode).isEmpty)
  }

  @Test(arguments: BillStage.allCases) func everyStageHasItsRungsAndShortWords(stage: BillStage) {
    #expect((0...Ladder.height).contains(Ladder.rungs(stage)))
    let row = BillRow(id: "x", label: "X", stage: stage, stories: 1)
    #expect(Ladder.words(row, width: 14).count <= 14)
    #expect(Ladder.words(row, width: 9).count <= 9)
  }

  @Test func hostileTextReachesNoCell() {
    var session = Session(stories: 1)
    session.library.entries[0].row.title = "\u{1B}]52;c;evil\u{7}\u{202E}title"
    session.library.entries[0].text = "\u{9B}31m red \u{1B}[2J gone"
    session.send(.committed(added: [], changed: [session.library.entries[0].row.id], removed: [], Revision(2)))
    session.send(.problem(Problem("Cannot read \u{1B}[31mx", why: "\u{7}")))
    let scalars = session.frame.canvas.cells.flatMap(\.scalars)
    #expect(!scalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0.value == 0x202E })
    #expect(session.text.contains("title"))
  }

  @Test(arguments: ["", "2 Space", "?", "S", "Enter ]e", ": c o", "3 i", "y"]) func theThemesBackgroundIsEverywhere(keys: String) {
    var session = Session(columns: 90, rows: 24)
    session.type(keys)
    let theme = Theme(name: "paper", isDark: false, styles: [.text: Style(foreground: .indexed(0), background: .indexed(15))])
    #expect(render(session.state, theme: theme).canvas.cells.allSatisfy { $0.style.background == .indexed(15) })
  }

  @Test func aFailedQuestionSaysWhy() {
    var session = Session(starts: false)
    session.answers = false
    session.carryOut(start(&session.state))
    session.send(.answerFailed(Problem("Cannot open the library", why: "made by a newer regwatch"), generation: session.state.generation))
    #expect(session.text.contains("made by a newer regwatch"))
    session.send(
      .answered(
        session.library.answer(DashboardRequest(query: .everything, today: FakeLibrary.today, generation: session.state.generation))))
    #expect(session.state.rows.stories.count == 42)
  }

  @Test func aNewDayIsAskedForAndShown() {
    var session = Session()
    #expect(session.text.contains("22 Nov  "))
    session.effects = []
    session.send(.dayChanged(FakeLibrary.day(2027, 1, 2)))
    #expect(session.effects.contains { if case .ask(let request) = $0 { request.today.year == 2027 } else { false } })
    #expect(session.text.contains("22 Nov 2026"))
  }

  @Test func theCursorOfAPromptStandsBehindWideLetters() throws {
    var session = Session(columns: 30, rows: 10)
    session.type("/")
    session.enter("日本語")
    #expect(session.frame.cursor?.column == 8)
    session.enter(String(repeating: "x", count: 60))
    let cursor = try #require(session.frame.cursor)
    #expect(cursor.column < 30 && cursor.row == 9)
  }
}
