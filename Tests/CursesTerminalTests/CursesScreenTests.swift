import CNcurses
import Foundation
import TerminalCanvas
import TestSupport
import Testing

@testable import CursesTerminal

/// Curses is one per process, so these run one after the other, each on the thread it began on.
@Suite(.serialized) struct CursesScreenTests {
  private func open(_ pty: PseudoTerminal, _ environment: [String: String] = ["TERM": "xterm-256color"], mouse: Bool = false) throws
    -> CursesScreen
  {
    var options = TerminalOptions(environment: environment)
    options.usesMouse = mouse
    return try CursesScreen(options: options, files: TerminalFiles(input: pty.program, output: pty.program))
  }

  private func canvas(_ text: String, style: Style = .plain, size: Size = Size(columns: 40, rows: 8)) -> Canvas {
    var canvas = Canvas(size: size)
    canvas.write(text, column: 2, row: 1, style: style)
    return canvas
  }

  @Test func aFrameReachesTheTerminalWhichIsGivenBackAsItWas() throws {
    let pty = try PseudoTerminal()
    let modes = pty.modes
    let screen = try open(pty)
    #expect(pty.modes != modes)
    #expect(screen.size == Size(columns: 40, rows: 8))
    let entered = pty.drawn()
    #expect(entered.contains("\u{1B}[?1049h") && entered.contains("\u{1B}[?2004h") && entered.contains("\u{1B}[?25l"))
    screen.present(canvas("Hello日本e\u{301}🚀", style: Style(foreground: .indexed(196), isBold: true)), cursor: nil)
    let frame = pty.drawn()
    #expect(frame.contains("Hello日本e\u{301}🚀"), "\(frame.debugDescription)")
    #expect(frame.contains("38;5;196"))
    screen.close()
    let left = pty.drawn()
    #expect(left.contains("\u{1B}[?2004l") && left.contains("\u{1B}[?1049l") && left.contains("\u{1B}[?25h"), "\(left.debugDescription)")
    #expect(pty.modes == modes)
    #expect(screen.nextEvent(timeout: nil) == .terminated(signal: SIGHUP), "a closed screen ends a loop")
  }

  /// What a crash handler and an exit do; called from another module, which would see another copy of badly shared state.
  @Test func aCrashGivesTheTerminalBack() throws {
    let pty = try PseudoTerminal()
    let modes = pty.modes
    let screen = try open(pty)
    screen.setTitle("regwatch")
    _ = pty.drawn()
    rw_restore_now()
    let left = pty.drawn()
    #expect(left.hasPrefix("\u{1B}[23;0t\u{1B}[?2004l") && left.contains("\u{1B}[?1049l") && left.contains("\u{1B}[?25h"))
    #expect(pty.modes == modes)
    rw_restore_now()
    #expect(pty.drawn().isEmpty, "once")
    screen.close()
  }

  @Test func anUnchangedFrameSendsNothing() throws {
    let pty = try PseudoTerminal()
    let screen = try open(pty)
    screen.present(canvas("same"), cursor: nil)
    _ = pty.drawn()
    screen.present(canvas("same"), cursor: nil)
    #expect(pty.drawn().isEmpty)
    screen.present(canvas("sane"), cursor: nil)
    let change = pty.drawn()
    #expect(change.contains("n") && !change.contains("sa"), "only the letter: \(change.debugDescription)")
    screen.redrawAll()
    screen.present(canvas("sane"), cursor: nil)
    #expect(pty.drawn().contains("sane"))
    screen.close()
  }

  @Test func theCursorIsWhereItIsAsked() throws {
    let pty = try PseudoTerminal()
    let screen = try open(pty)
    screen.present(canvas("x"), cursor: (column: 5, row: 3))
    let frame = pty.drawn()
    #expect(frame.contains("\u{1B}[?25h"))
    screen.present(canvas("x"), cursor: nil)
    #expect(pty.drawn().contains("\u{1B}[?25l"))
    screen.present(canvas("x"), cursor: (column: 400, row: 3))
    #expect(!pty.drawn().contains("\u{1B}[?25h"), "outside of the screen it is hidden")
    screen.close()
  }

  @Test func typedKeysArrive() throws {
    let pty = try PseudoTerminal()
    let screen = try open(pty)
    let typed: [(String, TerminalEvent)] = [
      ("j", .key(.character("j"))), ("日", .key(.character("日"))), ("\u{3}", .key(.control("c"))), ("\u{1A}", .key(.control("z"))),
      ("\u{13}", .key(.control("s"))), ("\u{1C}", .key(.control("\\"))), ("\u{16}", .key(.control("v"))), ("\r", .key(.enter)),
      ("\u{1B}OA", .key(.up)), ("\u{1B}[A", .key(.up)), ("\u{1B}[1;5B", .key(.down)), ("\u{1B}x", .key(.alt("x"))),
      ("\u{1B}", .key(.escape)),
      ("\u{1B}[Z", .key(.backTab)), ("\u{1B}[15~", .key(.function(5))), ("\u{1B}[6~", .key(.pageDown)), ("\u{7F}", .key(.backspace)),
      ("\u{1B}[200~two\rlines\u{1B}[201~", .paste("two\nlines")), ("\u{1B}[27;5;105~", .key(.tab)),
    ]
    for (sent, event) in typed {
      pty.type(sent)
      #expect(screen.nextEvent(timeout: .seconds(10)) == event, "\(sent.debugDescription)")
    }
    pty.type("gg\u{1B}[B")
    #expect((0..<3).map { _ in screen.nextEvent(timeout: .seconds(10)) } == [.key(.character("g")), .key(.character("g")), .key(.down)])
    #expect(screen.nextEvent(timeout: .zero) == nil)
    screen.close()
  }

  @Test(arguments: ["xterm-256color", "tmux-256color"]) func theMouseArrives(term: String) throws {
    let pty = try PseudoTerminal()
    let screen = try open(pty, ["TERM": term], mouse: true)
    #expect(pty.drawn().contains("\u{1B}[?1000h") || term.hasPrefix("xterm"))
    func send(_ button: Int, _ column: Int, _ row: Int, _ final: String) {
      if term.hasPrefix("xterm") { return pty.type("\u{1B}[<\(button);\(column + 1);\(row + 1)\(final)") }
      let code = final == "m" ? 3 : button
      pty.type("\u{1B}[M" + [code + 32, column + 33, row + 33].map { String(Character(Unicode.Scalar(UInt8($0)))) }.joined())
    }
    send(0, 4, 2, "M")
    #expect(screen.nextEvent(timeout: .seconds(10)) == .mouse(MouseEvent(kind: .press, column: 4, row: 2)))
    send(0, 4, 2, "m")
    #expect(screen.nextEvent(timeout: .seconds(10)) == .mouse(MouseEvent(kind: .release, column: 4, row: 2)))
    send(64, 1, 1, "M")
    #expect(screen.nextEvent(timeout: .seconds(10)) == .mouse(MouseEvent(kind: .wheelUp, column: 1, row: 1)))
    send(65, 1, 1, "M")
    #expect(screen.nextEvent(timeout: .seconds(10)) == .mouse(MouseEvent(kind: .wheelDown, column: 1, row: 1)))
    screen.close()
  }

  @Test func anotherThreadWakesIt() throws {
    let pty = try PseudoTerminal()
    let screen = try open(pty)
    let wake = screen.wake
    Thread.detachNewThread { for _ in 0..<3 { wake.wake() } }
    #expect(screen.nextEvent(timeout: .seconds(10)) == .woken)
    screen.close()
  }

  @Test func aNewSizeArrives() throws {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGWINCH)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let pty = try PseudoTerminal()
    let screen = try open(pty)
    screen.present(canvas("before"), cursor: nil)
    for size in [Size(columns: 1, rows: 1), Size(columns: 300, rows: 100), Size(columns: 20, rows: 5)] {
      pty.resize(size)
      pthread_kill(pthread_self(), SIGWINCH)
      #expect(screen.nextEvent(timeout: .seconds(10)) == .resized(size))
      #expect(screen.nextEvent(timeout: .zero) == nil, "no key comes with it")
      screen.present(canvas("日 after it", size: size), cursor: nil)
      _ = pty.drawn()
    }
    pty.resize(Size(columns: 0, rows: 0))
    pthread_kill(pthread_self(), SIGWINCH)
    #expect(screen.nextEvent(timeout: .seconds(10)) == .resized(Size(columns: 80, rows: 24)))
    screen.close()
  }

  @Test func aTerminalThatIsGoneEndsTheProgram() throws {
    let pty = try PseudoTerminal()
    let screen = try open(pty)
    pty.hangUp()
    #expect(screen.nextEvent(timeout: nil) == .terminated(signal: SIGHUP))
    screen.present(canvas("nobody sees it"), cursor: nil)
    screen.close()
  }

  @Test(arguments: [
    ("", TerminalError.unnamed), ("dumb", .tooSimple(name: "dumb")), ("no-such-terminal", .unknown(name: "no-such-terminal")),
  ])
  func aTerminalThatCanNotBeDrawnOnIsTold(term: String, error: TerminalError) throws {
    let pty = try PseudoTerminal()
    let modes = pty.modes
    #expect(throws: error) { try open(pty, ["TERM": term]) }
    #expect(pty.modes == modes)
    #expect(!error.description.isEmpty)
  }

  @Test func aFileIsNoTerminal() throws {
    let file = Glibc.open("/dev/null", O_RDWR)
    defer { close(file) }
    #expect(throws: TerminalError.notATerminal) {
      try CursesScreen(options: TerminalOptions(environment: ["TERM": "xterm"]), files: TerminalFiles(input: file, output: file))
    }
  }

  @Test(arguments: [
    "xterm-256color", "xterm", "screen", "screen-256color", "tmux-256color", "linux", "ansi", "vt100", "vt220", "rxvt-unicode",
    "xterm-mono",
  ])
  func anyTerminalShowsTheText(term: String) throws {
    let pty = try PseudoTerminal()
    let modes = pty.modes
    let screen = try open(pty, ["TERM": term])
    var canvas = Canvas(size: Size(columns: 40, rows: 8))
    var generator = SplitMix64(seed: 9)
    // More pairs of colours than eight colours have.
    for index in 0..<320 {
      let style = Style(foreground: .indexed(UInt8(generator.next(below: 256))), background: .indexed(UInt8(generator.next(below: 256))))
      canvas.write("x", column: index % 40, row: index / 40, style: style)
    }
    canvas.write("Kraken日本", column: 3, row: 2, style: Style(foreground: .rgb(200, 10, 10), isItalic: true))
    screen.present(canvas, cursor: nil)
    #expect(pty.drawn().contains("Kraken日本"))
    screen.close()
    #expect(pty.modes == modes)
  }

  @Test func withNoColorThereIsNone() throws {
    let pty = try PseudoTerminal()
    let screen = try open(pty, ["TERM": "xterm-256color", "NO_COLOR": "1"])
    #expect(screen.colorDepth == .none)
    _ = pty.drawn()
    screen.present(canvas("plain", style: Style(foreground: .indexed(196), background: .indexed(3), isBold: true)), cursor: nil)
    let frame = pty.drawn()
    #expect(frame.contains("1mplain"), "\(frame.debugDescription)")
    #expect(!frame.contains("38;5") && !frame.contains("[43"), "\(frame.debugDescription)")
    screen.close()
  }

  @Test func anotherProgramGetsTheTerminalAndGivesItBack() throws {
    let pty = try PseudoTerminal()
    let modes = pty.modes
    let screen = try open(pty)
    screen.setTitle("regwatch")
    screen.present(canvas("back again"), cursor: nil)
    _ = pty.drawn()
    var inside: [UInt32] = []
    screen.runOutside {
      inside = pty.modes
      let left = pty.drawn()
      #expect(left.contains("\u{1B}[?1049l") && left.contains("\u{1B}[?2004l") && left.contains("\u{1B}[23;0t"))
      pty.resize(Size(columns: 30, rows: 6))
    }
    #expect(inside == modes)
    #expect(pty.modes != modes)
    #expect(pty.drawn().contains("\u{1B}[?1049h"))
    #expect(screen.nextEvent(timeout: .zero) == .resized(Size(columns: 30, rows: 6)))
    screen.present(canvas("back again", size: Size(columns: 30, rows: 6)), cursor: nil)
    #expect(pty.drawn().contains("back again"))
    screen.close()
    #expect(pty.drawn().contains("\u{1B}[23;0t"))
  }

  @Test func titleAndClipboardAreSent() throws {
    let pty = try PseudoTerminal()
    let screen = try open(pty)
    _ = pty.drawn()
    screen.setTitle("3 new")
    #expect(pty.drawn() == "\u{1B}[22;0t\u{1B}]2;3 new\u{7}")
    screen.setTitle("3 new")
    #expect(pty.drawn().isEmpty)
    screen.copyToClipboard("abc")
    #expect(pty.drawn() == "\u{1B}]52;c;YWJj\u{7}")
    screen.close()
    let console = try open(pty, ["TERM": "linux"])
    _ = pty.drawn()
    console.setTitle("none here")
    #expect(pty.drawn().isEmpty)
    console.close()
  }

  @Test func aFrameOfAnotherSizeIsCutOrFilledUp() throws {
    let pty = try PseudoTerminal()
    let screen = try open(pty)
    var large = Canvas(size: Size(columns: 41, rows: 20))
    large.write(String(repeating: "日", count: 20), column: 1, row: 0, style: .plain)
    screen.present(large, cursor: nil)
    #expect(pty.drawn().filter { $0 == "日" }.count == 19, "the one that is cut is blank")
    screen.present(canvas("small", size: Size(columns: 10, rows: 2)), cursor: nil)
    #expect(pty.drawn().contains("small"))
    screen.close()
  }

  @Test func aProgramInTheForegroundTellsItsExitCode() throws {
    #expect(try ForegroundProgram.run(["sh", "-c", "exit 7"], environment: ["PATH": "/usr/bin:/bin"]) == 7)
    #expect(try ForegroundProgram.run(["sh", "-c", "kill -TERM $$"], environment: ["PATH": "/usr/bin:/bin"]) == 128 + SIGTERM)
    #expect(throws: ForegroundProgram.StartError(errno: ENOENT)) { try ForegroundProgram.run(["no-such-program-here"], environment: [:]) }
  }
}
