import Foundation
import TerminalCanvas
import Testing

@testable import CursesTerminal

@Suite struct TerminalTextTests {
  @Test func theRestoringBytesUndoEverything() {
    let xterm = [
      "rmcup": "\u{1B}[?1049l\u{1B}[23;0;0t", "cnorm": "\u{1B}[?12l\u{1B}[?25h", "sgr0": "\u{1B}(B\u{1B}[m", "rmkx": "\u{1B}[?1l\u{1B}>",
      "kmous": "\u{1B}[<", "op": "\u{1B}[39;49m",
    ]
    let bytes = TerminalText.restoring(capability: { xterm[$0] }, hasTitle: true)
    for part in ["\u{1B}[?2004l", "\u{1B}[?1006l", "\u{1B}[?1000l", "\u{1B}[m", "\u{1B}[?25h", "\u{1B}[?1049l", "\u{1B}[23;0t"] {
      #expect(bytes.contains(part), "\(part.debugDescription)")
    }
    #expect(bytes.hasSuffix(xterm["rmcup"] ?? "?"), "the other screen comes last")
    #expect(bytes.utf8.count < 1024)
    #expect(!TerminalText.restoring(capability: { xterm[$0] }, hasTitle: false).contains("\u{1B}[23;0t"))
  }

  @Test func aTerminalWithOneScreenGetsANewLine() {
    let bytes = TerminalText.restoring(capability: { $0 == "sgr0" ? "\u{1B}[m$<2>" : nil }, hasTitle: false)
    #expect(bytes == "\u{1B}[?2004l\u{1B}[m\r\n")
  }

  @Test(arguments: [("a$<5>b", "ab"), ("a$<20/>", "a"), ("cost $5", "cost $5"), ("a$<", "a$<"), ("$<1>$<2*>x", "x")])
  func paddingIsNotSent(capability: String, sent: String) { #expect(TerminalText.unpadded(capability) == sent) }

  @Test func aTitleCanNotEndItself() {
    #expect(TerminalText.title("a\u{7}b\u{1B}\\c\u{9C}\n") == "\u{1B}]2;a\u{FFFD}b\u{FFFD}\\c\u{FFFD} \u{7}")
    #expect(TerminalText.title(String(repeating: "x", count: 5000)).utf8.count < 250)
  }

  @Test(arguments: [
    ("xterm-256color", true), ("tmux-256color", true), ("screen.xterm-256color", true), ("st", true), ("foot", true), ("linux", false),
    ("vt100", false), ("stterm", false), ("ansi", false), ("dumb", false),
  ])
  func onlyTerminalsWithATitleGetOne(term: String, hasTitle: Bool) { #expect(TerminalText.hasTitle(term: term) == hasTitle) }

  @Test func theClipboardTakesWhatTerminalsTake() throws {
    #expect(TerminalText.clipboard("SEC v. X\nline") == "\u{1B}]52;c;U0VDIHYuIFgKbGluZQ==\u{7}")
    let long = TerminalText.clipboard(String(repeating: "日", count: 40_000))
    let base64 = long.dropFirst("\u{1B}]52;c;".count).dropLast()
    #expect(base64.utf8.count <= TerminalText.maximumClipboardBase64)
    let text = try #require(Data(base64Encoded: String(base64)).flatMap { String(data: $0, encoding: .utf8) })
    #expect(text.count == 74_994 / 4 * 3 / 3, "whole characters")
    #expect(!TerminalText.clipboard("rm -rf /\r\u{1B}").contains("DRs"), "a paste must not obey")
  }

  @Test(
    arguments: [
      (0, 0, nil, nil, 80, 24), (0, 0, 132, 43, 132, 43), (100, 30, 132, 43, 100, 30), (0, 30, nil, nil, 80, 30), (1, 1, nil, nil, 1, 1),
      (65535, 65535, nil, nil, 2000, 1000), (0, 0, -5, 0, 80, 24), (-1, -1, nil, nil, 80, 24),
    ] as [(Int, Int, Int?, Int?, Int, Int)])
  func aSizeIsBelievable(columns: Int, rows: Int, fallbackColumns: Int?, fallbackRows: Int?, expectedColumns: Int, expectedRows: Int) {
    var options = TerminalOptions(environment: [:])
    (options.fallbackColumns, options.fallbackRows) = (fallbackColumns, fallbackRows)
    #expect(
      TerminalSize.believable(columns: columns, rows: rows, options: options) == Size(columns: expectedColumns, rows: expectedRows))
  }

  @Test(
    arguments: [
      ([:], true, false, [""]), (["TERM": "xterm-256color", "COLORTERM": "truecolor"], true, true, ["xterm-direct", "xterm-256color"]),
      (["TERM": "foot", "COLORTERM": "24bit"], true, true, ["foot-direct", "foot"]),
      (["TERM": "xterm", "COLORTERM": "yes"], true, false, ["xterm"]),
      (["TERM": "tmux-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"], false, true, ["tmux-256color"]),
      (["TERM": "xterm", "NO_COLOR": ""], true, false, ["xterm"]),
    ] as [([String: String], Bool, Bool, [String])])
  func theEnvironmentIsHeard(environment: [String: String], usesColor: Bool, isTrue: Bool, candidates: [String]) {
    let options = TerminalOptions(environment: environment)
    #expect(options.usesColor == usesColor && options.claimsTrueColor == isTrue && options.candidates == candidates)
  }

  @Test(
    arguments: [
      (nil, -1), (Duration.zero, 0), (.seconds(-1), 0), (.milliseconds(1), 1), (.microseconds(1), 1), (.milliseconds(1500), 1500),
      (.seconds(Int64.max / 4), 1_000_000_000),
    ] as [(Duration?, Int32)])
  func aWaitIsRoundedUp(duration: Duration?, milliseconds: Int32) { #expect(CursesScreen.milliseconds(duration) == milliseconds) }
}
