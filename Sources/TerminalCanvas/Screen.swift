/// What the mouse did, at a cell.
package struct MouseEvent: Hashable, Sendable {
  /// `press`, `release` and `doubleClick` are the left button's.
  package enum Kind: Hashable, Sendable, CaseIterable { case press, release, doubleClick, wheelUp, wheelDown }

  package var kind: Kind
  package var column: Int
  package var row: Int

  package init(kind: Kind, column: Int, row: Int) {
    self.kind = kind
    self.column = column
    self.row = row
  }
}

/// Whatever ends a wait for the terminal.
package enum TerminalEvent: Equatable, Sendable {
  case key(Key)
  case mouse(MouseEvent)
  /// Text pasted by the terminal, made safe, lines kept; never to be read as keys.
  case paste(String)
  /// The terminal's new size; the next frame must have it.
  case resized(Size)
  /// Another thread asked for attention.
  case woken
  /// The program runs in the foreground again after `^Z` or a stop signal.
  case resumed
  /// Time to end: the signal's number, 1 (SIGHUP) also where the terminal is gone.
  case terminated(signal: Int32)
}

/// The only door to a terminal. Lives and dies on the thread that made it, therefore not `Sendable`.
package protocol Screen: AnyObject {
  /// In cells, each at least 1.
  var size: Size { get }
  /// Shows a frame. Where it is larger than the screen, the rest is not shown; where smaller, blanks are.
  /// - Parameter cursor: where the text cursor is to blink; nil hides it.
  func present(_ canvas: Canvas, cursor: (column: Int, row: Int)?)
  /// Waits for the next event; nil once the time is over, never where `timeout` is nil.
  func nextEvent(timeout: Duration?) -> TerminalEvent?
  /// Gives the terminal back and stops the program, as `^Z` does; returns when it is continued.
  func suspend()
  /// Sends every cell again with the next frame: after another program has written over it.
  func redrawAll()
  /// The window's title, where the terminal has one.
  func setTitle(_ title: String)
  /// Asks the terminal to take text into the clipboard. Nothing says whether it did.
  func copyToClipboard(_ text: String)
  /// Gives the terminal to another program (editor, pager) while `body` runs, then takes it back.
  func runOutside(_ body: () -> Void)
  /// Gives the terminal back as it was. Nothing may follow.
  func close()
}
