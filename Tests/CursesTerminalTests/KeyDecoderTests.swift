import CNcurses
import TerminalCanvas
import TestSupport
import Testing

@testable import CursesTerminal

@Suite struct KeyDecoderTests {
  /// Decodes all of a text as if curses had passed each scalar through, then the inputs of a list.
  private func decoded(_ inputs: [CursesInput]) -> [DecodedInput] {
    var rest = inputs[...]
    let decoder = KeyDecoder(
      next: { _ in rest.popFirst() }, keyName: { $0 == 600 ? "kUP5" : $0 == 601 ? "kFOO" : nil }, mouseCode: KEY_MOUSE,
      resizeCode: KEY_RESIZE)
    var result: [DecodedInput] = []
    while let input = decoder.decode() { result.append(input) }
    return result
  }

  private func decoded(_ text: String) -> [DecodedInput] { decoded(text.unicodeScalars.map { .scalar($0.value) }) }

  @Test(arguments: [
    ("j", [Key.character("j")], "a letter"), ("é", [.character("é")], "any letter"), ("\u{4}", [.control("d")], "control"),
    ("\u{0}", [.control(" ")], "control and blank"), ("\r", [.enter], "return"), ("\n", [.enter], "line feed"), ("\t", [.tab], "tab"),
    ("\u{7F}", [.backspace], "delete byte"), ("\u{8}", [.backspace], "backspace byte"), ("\u{3}", [.control("c")], "no interrupt"),
    ("\u{1A}", [.control("z")], "no stop"), ("\u{11}\u{13}", [.control("q"), .control("s")], "no flow control"),
    ("\u{1C}", [.control("\\")], "no quit"), ("\u{1B}", [.escape], "escape alone"), ("\u{1B}x", [.alt("x")], "alt"),
    ("\u{1B}é", [.alt("é")], "alt with any letter"), ("\u{1B}\u{1B}", [.escape], "escape twice in a moment"),
    ("\u{1B}\r", [.enter], "alt with return is return"), ("\u{1B}[", [.alt("[")], "alt with a bracket"),
    ("\u{1B}O", [.alt("O")], "alt with O"),
    ("\u{1B}[A", [.up], "arrow"), ("\u{1B}OB", [.down], "arrow in application mode"), ("\u{1B}[1;5C", [.right], "arrow with control"),
    ("\u{1B}[H\u{1B}[F", [.home, .end], "home and end of xterm"), ("\u{1B}[1~\u{1B}[4~", [.home, .end], "of vt220"),
    ("\u{1B}[7~\u{1B}[8~", [.home, .end], "of rxvt"), ("\u{1B}[5~\u{1B}[6;3~", [.pageUp, .pageDown], "pages"),
    ("\u{1B}[2~\u{1B}[3~", [.insert, .delete], "insert and delete"), ("\u{1B}[Z", [.backTab], "back tab"),
    ("\u{1B}OP\u{1B}[11~\u{1B}[[A", [.function(1), .function(1), .function(1)], "F1 of three families"),
    ("\u{1B}[24~", [.function(12)], "F12"), ("\u{1B}OM", [.enter], "enter of the number pad"),
    ("\u{1B}[27;5;100~", [.control("d")], "modifyOtherKeys"), ("\u{1B}[100;5u", [.control("d")], "kitty"),
    ("\u{1B}[120;3u", [.alt("x")], "kitty with alt"), ("\u{1B}[9;2u", [.backTab], "kitty's back tab"),
    ("\u{1B}[97;2u", [.character("A")], "shift"),
    ("\u{1B}[I\u{1B}[Oj", [.character("j")], "focus reports are nothing"), ("\u{1B}[?62;c", [], "a reply is not typed"),
    ("\u{1B}[<0;3;4", [], "a report cut short is not typed"), ("\u{9B}", [], "C1 is no key"),
  ])
  func whatTheTerminalSendsIsAKey(sent: String, keys: [Key], note: String) {
    #expect(decoded(sent).filter { $0 != .nothing } == keys.map { .key($0) }, "\(note)")
  }

  @Test(arguments: [
    (KEY_UP, Key.up), (KEY_NPAGE, .pageDown), (KEY_BTAB, .backTab), (KEY_BACKSPACE, .backspace), (KEY_DC, .delete), (KEY_ENTER, .enter),
    (KEY_SLEFT, .left), (rw_key_f(1), .function(1)), (rw_key_f(12), .function(12)), (600, .up),
  ])
  func cursesKeysAreKeys(code: Int32, key: Key) {
    #expect(decoded([.code(code)]) == [.key(key)])
    #expect(decoded([.scalar(0x1B), .code(code)]) == [.key(key)], "with alt")
  }

  @Test func whatCursesTellsForItselfIsNoKey() {
    #expect(decoded([.code(KEY_RESIZE), .code(601), .code(KEY_MOUSE)]) == [.nothing, .nothing, .cursesMouse])
  }

  @Test(arguments: [
    ("hello", "hello", "text"), ("two\rlines", "two\nlines", "carriage returns are line ends"), ("a\r\nb", "a\nb", "once"),
    ("q\u{3}", "q\u{FFFD}", "control characters are no keys"), ("\u{1B}[31mred", "\u{FFFD}[31mred", "sequences are harmless"),
    ("\u{1B}[201", "\u{FFFD}[201", "almost the end"), ("\u{1B}\u{1B}[20", "\u{FFFD}\u{FFFD}[20", "twice"), ("日本🚀", "日本🚀", "any text"),
    ("", "", "nothing"),
  ])
  func aPasteIsText(pasted: String, text: String, note: String) {
    #expect(decoded("\u{1B}[200~" + pasted + "\u{1B}[201~j") == [.paste(text), .key(.character("j"))], "\(note)")
  }

  @Test func aPasteThatNeverEndsIsTakenAsFarAsItCame() {
    #expect(decoded("\u{1B}[200~abc") == [.paste("abc")])
  }

  @Test func aHugePasteIsCutAndReadToItsEnd() {
    let events = decoded("\u{1B}[200~" + String(repeating: "é", count: 100_000) + "\u{1B}[201~j")
    #expect(events.count == 2 && events.last == .key(.character("j")))
    guard case .paste(let text)? = events.first else { return #expect(Bool(false), "no paste") }
    #expect(text.utf8.count == KeyDecoder.maximumPasteBytes)
  }

  @Test func noInputStopsIt() {
    var generator = SplitMix64(seed: 3)
    let pieces: [UInt32] = [
      0x1B, 0x5B, 0x4F, 0x3C, 0x3B, 0x30, 0x32, 0x7E, 0x75, 0x41, 0x4D, 0x6D, 0, 0xD800, 0x110000, 0x9B, 0x3A, 0x39, 0x27,
    ]
    for _ in 0..<20_000 {
      let inputs = (0..<generator.next(below: 24)).map { _ -> CursesInput in
        generator.next(below: 20) == 0
          ? .code(Int32(generator.next(below: 700))) : .scalar(pieces[generator.next(below: pieces.count)])
      }
      #expect(decoded(inputs).count <= inputs.count)
    }
  }

  @Test(arguments: [
    ("<0;3;4M", MouseEvent(kind: .press, column: 2, row: 3)), ("<0;3;4m", MouseEvent(kind: .release, column: 2, row: 3)),
    ("<64;1;1M", MouseEvent(kind: .wheelUp, column: 0, row: 0)), ("<65;1;1M", MouseEvent(kind: .wheelDown, column: 0, row: 0)),
    ("<16;9;9M", MouseEvent(kind: .press, column: 8, row: 8)), ("<2;1;1M", nil), ("<32;1;1M", nil), ("<0;0;1M", nil),
  ])
  func aMouseReportIsAnEvent(body: String, event: MouseEvent?) {
    var clicks = ClickCounter()
    switch EscapeSequence.csi(body) {
    case .mouse(let report): #expect(clicks.event(report, at: .now) == event)
    default: #expect(event == nil)
    }
  }

  @Test func twoPressesInOnePlaceAreADoubleClick() {
    var clicks = ClickCounter()
    let start = ContinuousClock.now
    let kinds = [(1, 0), (1, 100), (1, 200), (2, 300), (2, 900), (2, 1100)].map {
      clicks.press(column: $0.0, row: 0, at: start + .milliseconds($0.1)).kind
    }
    #expect(kinds == [.press, .doubleClick, .press, .press, .press, .doubleClick])
  }
}
