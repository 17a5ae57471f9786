import Foundation
import Testing

@Suite(.enabled(if: Tmux.isInstalled, "tmux is not installed"), .serialized) struct DashboardInTmux {
  private func withFolder(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("a.txt", Stories.lobbying)
    try program.write("b.txt", Stories.sued)
    try body(program)
  }

  /// The shell can be typed in as before: echo, lines, signals.
  private func expectSaneTerminal(_ tmux: Tmux) throws {
    try tmux.type("clear; stty -a | tr ' ' '\\n' | grep -cxE 'echo|icanon|isig'\n")
    func answer(_ screen: String) -> Substring? { screen.split(separator: "\n").first { $0.count == 1 && $0.first?.isNumber == true } }
    let screen = try tmux.wait(for: "an answer of stty") { answer($0) != nil }
    #expect(answer(screen) == "3", "\(screen)")
  }

  @Test func theFourPanesTheStoriesAndTheReaderAreThere() throws {
    try withFolder { program in
      let tmux = try Tmux(program, columns: 120, rows: 32, arguments: "folder")
      let screen = try tmux.wait(for: "both stories") { $0.contains("2 stories") && $0.contains("Kraken") && $0.contains("Regulator sues") }
      for text in [
        "Exchanges", "Agencies", "Open legislation", "Volatility", "Stories", "Binance", "FinCEN", "H.R. 3633", "passed House", "BTC",
        "15.2 %",
      ] {
        #expect(screen.contains(text), "\(text) in\n\(screen)")
      }
    }
  }

  @Test func aMarkThatCannotBeStoredIsTakenBack() throws {
    try withFolder { program in
      let tmux = try Tmux(program, columns: 120, rows: 32, arguments: "folder")
      try tmux.wait(for: "both stories") { $0.contains("2 stories") && $0.contains("Kraken") && $0.contains("Regulator sues") }
      // What SQLite takes to write: byte 120 of the shared memory (https://www.sqlite.org/walformat.html#wal_locks).
      let memory = open(program.home.path + "/data/regwatch/library.sqlite-shm", O_RDWR)
      defer { close(memory) }
      var lock = flock()
      lock.l_type = Int16(F_WRLCK)
      lock.l_whence = Int16(SEEK_SET)
      lock.l_start = 120
      lock.l_len = 1
      #expect(fcntl(memory, F_SETLKW, &lock) == 0)
      try tmux.type("5*")
      try tmux.waitFor("★")
      try tmux.waitFor("Cannot write to")
      try tmux.wait(for: "no star") { !$0.contains("★") }
    }
  }

  @Test func aFilterSetInOnePaneNarrowsTheOthers() throws {
    try withFolder { program in
      let tmux = try Tmux(program, columns: 120, rows: 32, arguments: "folder")
      try tmux.wait(for: "both stories") { $0.contains("2 stories") && $0.contains("SEC") }
      try tmux.type("F")
      try tmux.type("agency:fincen\n")
      var screen = try tmux.wait(for: "one story") {
        // A frame between the two lists has the words of neither.
        $0.contains("1 of 2") && !$0.contains("Regulator sues") && $0.contains("agency:fincen") && $0.contains("Binance")
      }
      #expect(screen.contains("agency:fincen"))
      #expect(screen.contains("Binance"))
      try tmux.keys("Escape")
      screen = try tmux.waitFor("Regulator sues")
      #expect(!screen.contains("1 of 2 ╮"), "\(screen)")
    }
  }

  @Test func typingSearchesAndEnterReads() throws {
    try withFolder { program in
      let tmux = try Tmux(program, columns: 120, rows: 32, arguments: "folder")
      try tmux.waitFor("Regulator sues")
      try tmux.type("/laundering")
      try tmux.wait(for: "one story") { $0.contains("1 of 2") && !$0.contains("Regulator sues") }
      try tmux.keys("Enter")
      try tmux.keys("Enter")
      try tmux.waitFor("seven times")
    }
  }

  @Test func aFileDroppedIntoTheFolderIsShownAndTheCursorStays() throws {
    try withFolder { program in
      let tmux = try Tmux(program, columns: 120, rows: 32, arguments: "folder")
      try tmux.waitFor("Regulator sues")
      try tmux.keys("j")
      try tmux.waitFor("2 of 2")
      try program.write("new.txt", "Agency fines a bank\n\nLONDON, March 9, 2026 — The Financial Conduct Authority fined a firm.\n")
      let screen = try tmux.wait(for: "the new story") { $0.contains("3 stories") && $0.contains("Agency fines") }
      #expect(screen.contains("3 of 3"), "the selection stays on its story:\n\(screen)")
      try FileManager.default.removeItem(at: program.folder.appending(path: "new.txt"))
      try tmux.wait(for: "two stories again") { $0.contains("2 stories") && !$0.contains("Agency fines") }
    }
  }

  @Test(arguments: [(20, 5), (59, 15), (80, 24), (200, 50)])
  func itWorksAtEverySizeAndThroughResizes(columns: Int, rows: Int) throws {
    try withFolder { program in
      let tmux = try Tmux(program, columns: columns, rows: rows, arguments: "folder")
      try tmux.wait(for: "a story") { $0.contains("Regulator") || $0.contains("Exchange") }
      try tmux.resize(columns: 120, rows: 32)
      try tmux.waitFor("Open legislation")
      try tmux.resize(columns: columns, rows: rows)
      try tmux.keys("?")
      try tmux.waitFor("elp")
      try tmux.keys("Escape")
      try tmux.wait(for: "the end of help") { !$0.contains("Help") }
      try tmux.keys("Q")
      try tmux.waitFor("shell>")
    }
  }

  @Test func helpShowsTheKeysAndQuittingLeavesTheTerminalAsItWas() throws {
    try withFolder { program in
      let tmux = try Tmux(program, columns: 100, rows: 30, arguments: "folder")
      try tmux.waitFor("Regulator sues")
      try tmux.keys("?")
      try tmux.waitFor("Help")
      try tmux.keys("Escape")
      try tmux.wait(for: "the end of help") { !$0.contains("Help") }
      try tmux.keys("Q")
      try tmux.waitFor("shell>")
      try expectSaneTerminal(tmux)
    }
  }

  @Test(arguments: ["TERM", "HUP", "SEGV", "ABRT"])
  func aSignalLeavesTheTerminalAsItWas(signal: String) throws {
    try withFolder { program in
      let tmux = try Tmux(
        program, columns: 100, rows: 30, arguments: "folder",
        // Swift's own crash report would ask for keys.
        environment: ["SWIFT_BACKTRACE": "enable=no"])
      try tmux.waitFor("Regulator sues")
      let process = try tmux.tmux("display-message", "-p", "#{pane_pid}").trimmingCharacters(in: .whitespacesAndNewlines)
      _ = try program.shell("kill -\(signal) $(pgrep -P \(process) -x regwatch)")
      try tmux.waitFor("shell>")
      try expectSaneTerminal(tmux)
    }
  }

  @Test func withoutAFolderTheSamplesAreShownAndSaidToBe() throws {
    let program = try Program()
    defer { program.remove() }
    let tmux = try Tmux(program, columns: 120, rows: 32)
    try tmux.wait(for: "the samples") { $0.contains("sample") && $0.contains("SEC") && $0.contains("Welcome") }
  }

  @Test func aTerminalThatCannotDoItIsToldWhatCan() throws {
    try withFolder { program in
      let tmux = try Tmux(program, columns: 80, rows: 24, arguments: "folder; echo status $?", environment: ["TERM": "dumb"])
      let screen = try tmux.waitFor("status 2")
      #expect(screen.contains("TERM"))
    }
  }

  @Test func suspendedItGivesTheTerminalBackAndComesBackWhole() throws {
    try withFolder { program in
      let tmux = try Tmux(program, columns: 100, rows: 30, arguments: "folder")
      try tmux.waitFor("Regulator sues")
      try tmux.keys("C-z")
      try tmux.waitFor("Stopped")
      try tmux.type("fg\n")
      try tmux.waitFor("Regulator sues")
    }
  }
}
