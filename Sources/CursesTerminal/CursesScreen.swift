import CLinux
import CNcurses
import Glibc
import PrintableText
import TerminalCanvas

/// A terminal drawn on by ncurses. Curses is one per process, so is this.
///
/// It waits in `poll(2)` for the terminal, a `Wake` and signals, without a tick. `close()`, a deadly signal, a crash and an exit
/// all give the terminal back as it was.
package final class CursesScreen: Screen {
  package private(set) var size: Size
  /// Wakes `nextEvent` from any thread.
  package let wake = Wake()

  private(set) var options: TerminalOptions
  let files: TerminalFiles
  var pending: [TerminalEvent] = []
  var clicks = ClickCounter()
  /// Reads that found nothing although the terminal said that there was something.
  var emptyReads = 0
  private(set) var isOpen = true

  private var terminal: rw_terminal
  private let window: UnsafeMutablePointer<WINDOW>
  /// Keys are read through a pad, because reading through a window would also draw it.
  let keys: UnsafeMutablePointer<WINDOW>
  private var colors: CursesColors
  private var shown: Canvas?
  private var shownCursor: (column: Int, row: Int)?
  private let row: UnsafeMutablePointer<cchar_t>
  private let modesBefore: termios
  private let canLeave: Bool
  private var title: String?

  /// Blocks the signals that this program takes as events. First thing in `main`, before a thread exists, so that all inherit it.
  package static func prepareSignals() { _ = signals }
  static let signals = rw_terminal_signals()

  /// How many colours the terminal has. `.none` wants `Theme.plain`, fewer than 256 a theme made for sixteen.
  package var colorDepth: ColorDepth { colors.depth }

  /// Takes over the terminal.
  package init(options: TerminalOptions, files: TerminalFiles? = nil) throws(TerminalError) {
    Self.prepareSignals()
    _ = DisplayWidth.isLocaleReady
    guard !options.term.isEmpty else { throw .unnamed }
    guard options.term != "dumb" else { throw .tooSimple(name: options.term) }
    let files = if let files { files } else { try TerminalFiles.standard() }
    var modes = termios()
    guard tcgetattr(files.output, &modes) == 0 else {
      files.closeOwned()
      throw .notATerminal
    }
    do throws(TerminalError) {
      let opened = try Self.start(options: options, files: files)
      (terminal, window, keys) = opened
    } catch {
      files.closeOwned()
      throw error
    }
    self.options = options
    self.files = files
    modesBefore = modes
    colors = CursesColors(usesColor: options.usesColor)
    canLeave = rw_tigetstr("rmcup") != nil
    size = TerminalSize.current(of: files.output, options: options)
    row = .allocate(capacity: 2 * TerminalSize.maximum.columns)
    resizeterm(Int32(size.rows), Int32(size.columns))
    curs_set(0)
    wrefresh(window)
    enter()
  }

  deinit {
    close()
    row.deallocate()
  }

  private typealias Opened = (rw_terminal, UnsafeMutablePointer<WINDOW>, UnsafeMutablePointer<WINDOW>)

  private static func start(options: TerminalOptions, files: TerminalFiles) throws(TerminalError) -> Opened {
    let known = options.candidates.first { rw_terminal_known($0, files.output) == 1 }
    guard let name = known else {
      throw rw_terminal_known(options.term, files.output) == -2 ? .tooSimple(name: options.term) : .unknown(name: options.term)
    }
    var terminal = rw_terminal()
    guard rw_terminal_open(&terminal, name, files.input, files.output) == OK, let window = rw_stdscr(), let keys = newpad(1, 1) else {
      rw_terminal_close(&terminal)
      throw .failed(name: name)
    }
    raw()
    noecho()
    nonl()
    set_escdelay(25)
    keypad(keys, true)
    nodelay(keys, true)
    if options.usesMouse { takeMouse(true) }
    return (terminal, window, keys)
  }

  /// Whether clicks and the wheel come here, or are the terminal's own for selecting text.
  package func setMouse(_ isOn: Bool) {
    guard isOpen, options.usesMouse != isOn else { return }
    options.usesMouse = isOn
    Self.takeMouse(isOn)
  }

  private static func takeMouse(_ isOn: Bool) {
    mousemask(isOn ? RW_B1_PRESSED | RW_B1_RELEASED | RW_WHEEL_UP | RW_WHEEL_DOWN : 0, nil)
    mouseinterval(0)
  }

  // MARK: Frames

  package func present(_ canvas: Canvas, cursor: (column: Int, row: Int)?) {
    guard isOpen else { return }
    let old = shown?.size == canvas.size ? shown : nil
    var isChanged = old == nil
    if old == nil { werase(window) }
    let columns = min(canvas.size.columns, size.columns)
    for line in 0..<min(canvas.size.rows, size.rows) where draw(line, of: canvas, over: old, columns: columns) { isChanged = true }
    shown = canvas
    guard isChanged || cursor?.column != shownCursor?.column || cursor?.row != shownCursor?.row else { return }
    if let cursor, Rect(size).contains(column: cursor.column, row: cursor.row) {
      wmove(window, Int32(cursor.row), Int32(cursor.column))
      if shownCursor == nil { curs_set(1) }
      shownCursor = cursor
    } else {
      if shownCursor != nil { curs_set(0) }
      shownCursor = nil
    }
    wnoutrefresh(window)
    doupdate()
  }

  package func redrawAll() {
    shown = nil
    rw_redraw_all()
  }

  /// Hands the changed runs of a row to curses; whether there were any.
  private func draw(_ line: Int, of canvas: Canvas, over old: Canvas?, columns: Int) -> Bool {
    let start = line * canvas.size.columns
    return canvas.cells.withUnsafeBufferPointer { new in
      guard let old else {
        put(new, start, from: 0, to: columns, line: line)
        return true
      }
      return old.cells.withUnsafeBufferPointer { old in
        var column = 0
        var isChanged = false
        while column < columns {
          if new[start + column] == old[start + column] {
            column += 1
            continue
          }
          let first = column
          while column < columns, new[start + column] != old[start + column] { column += 1 }
          put(new, start, from: first, to: column, line: line)
          isChanged = true
        }
        return isChanged
      }
    }
  }

  /// Columns `from..<to` of the row that begins at `start`. A right half belongs to what stands before it.
  private func put(_ cells: UnsafeBufferPointer<Cell>, _ start: Int, from: Int, to: Int, line: Int) {
    var first = from
    while first < to, cells[start + first].width == 0 { first += 1 }
    var count = 0
    for column in first..<max(first, to) where cells[start + column].width > 0 {
      let cell = cells[start + column]
      let look = colors.look(of: cell.style)
      let isWhole = column + cell.width <= size.columns
      var base = isWhole ? cell.base : 0x20
      if isWhole, cell.width > 0 {
        let result =
          if cell.markCount == 0 {
            rw_cell_set(row + count, base, 0, 0, 0, 0, look.attributes, look.pair)
          } else {
            rw_cell_set(row + count, base, cell.mark(0), cell.mark(1), cell.mark(2), cell.mark(3), look.attributes, look.pair)
          }
        count += 1
        if result == OK { continue }
        // Curses doesn't take it: a stand-in, and a blank where it would have been wide.
        count -= 1
        base = 0xFFFD
      }
      for _ in 0..<(isWhole ? cell.width : 1) {
        _ = rw_cell_set(row + count, base, 0, 0, 0, 0, look.attributes, look.pair)
        base = 0x20
        count += 1
      }
    }
    if count > 0 { rw_put_run(window, Int32(line), Int32(first), row, Int32(count)) }
  }

  // MARK: Size

  /// Takes the terminal's size as it is now; an event where it has changed.
  func updateSize() {
    let current = TerminalSize.current(of: files.output, options: options)
    guard current != size else { return }
    size = current
    resizeterm(Int32(size.rows), Int32(size.columns))
    redrawAll()
    pending.removeAll { if case .resized = $0 { true } else { false } }
    pending.append(.resized(size))
  }

  // MARK: Giving it back

  package func suspend() { suspend(wholeGroup: true) }

  /// - Parameter wholeGroup: stop what runs with us in a pipeline, too, as a `^Z` at the shell does.
  func suspend(wholeGroup: Bool) {
    guard isOpen else { return }
    leave()
    rw_stop_self(wholeGroup ? 1 : 0)
    takeBack()
    for signal in readSignals() where signal != SIGCONT && signal != SIGWINCH { pending.append(.terminated(signal: signal)) }
    pending.append(.resumed)
  }

  package func runOutside(_ body: () -> Void) {
    guard isOpen else { return body() }
    leave()
    body()
    takeBack()
    // What the keyboard sent to the other program was not for us.
    for signal in readSignals() where signal == SIGTERM || signal == SIGHUP { pending.append(.terminated(signal: signal)) }
  }

  package func close() {
    guard isOpen else { return }
    isOpen = false
    if !canLeave {
      werase(window)
      wnoutrefresh(window)
      doupdate()
    }
    leave()
    delwin(keys)
    rw_terminal_close(&terminal)
    files.closeOwned()
  }

  /// After another program had the terminal, or the shell.
  func takeBack() {
    redrawAll()
    wrefresh(window)
    enter()
    updateSize()
  }

  /// What curses doesn't switch on, and the promise to undo it all.
  private func enter() {
    arm()
    files.write(TerminalText.pasteOn)
    if let title { files.write(TerminalText.pushTitle + TerminalText.title(title)) }
  }

  func leave() {
    files.write(TerminalText.pasteOff + (title == nil ? "" : TerminalText.popTitle))
    endwin()
    Restoration.disarm()
  }

  private func arm() {
    let bytes = TerminalText.restoring(capability: { rw_tigetstr($0).map { String(cString: $0) } }, hasTitle: title != nil)
    Restoration.arm(descriptor: files.output, modes: modesBefore, bytes: bytes)
  }

  // MARK: Beyond cells

  package func setTitle(_ title: String) {
    guard isOpen, title != self.title, TerminalText.hasTitle(term: options.term) else { return }
    let isFirst = self.title == nil
    self.title = title
    arm()
    files.write((isFirst ? TerminalText.pushTitle : "") + TerminalText.title(title))
  }

  package func copyToClipboard(_ text: String) {
    guard isOpen else { return }
    files.write(TerminalText.clipboard(text))
  }
}
