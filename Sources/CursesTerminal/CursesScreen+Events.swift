import CLinux
import CNcurses
import Glibc
import TerminalCanvas

extension CursesScreen {
  private static let readyToRead = Int16(POLLIN)
  private static let gone = Int16(POLLHUP | POLLERR | POLLNVAL)
  /// Most keys that are taken before signals and the wake are looked at.
  private static let maximumDrain = 256

  package func nextEvent(timeout: Duration?) -> TerminalEvent? {
    let clock = ContinuousClock()
    let deadline = timeout.map { clock.now + $0 }
    while isOpen {
      if !pending.isEmpty { return pending.removeFirst() }
      // Curses holds keys that poll can't see, so they come first.
      drainInput()
      let remaining = deadline.map { $0 - clock.now }
      wait(pending.isEmpty ? remaining : .zero)
      if pending.isEmpty, emptyReads == 0, let deadline, clock.now >= deadline {
        drainInput()
        if pending.isEmpty { return nil }
      }
    }
    return .terminated(signal: SIGHUP)
  }

  /// Waits for the terminal, a signal or the wake; nil waits for ever. Adds the events of all but the terminal.
  private func wait(_ duration: Duration?) {
    var files = [
      pollfd(fd: self.files.input, events: Self.readyToRead, revents: 0), pollfd(fd: wake.descriptor, events: Self.readyToRead, revents: 0),
      pollfd(fd: Self.signals, events: Self.readyToRead, revents: 0),
    ]
    guard poll(&files, nfds_t(files.count), Self.milliseconds(duration)) > 0 else { return }
    if files[2].revents != 0 { readSignals().forEach(take(signal:)) }
    if files[1].revents != 0, wake.take() { pending.append(.woken) }
    if files[0].revents & Self.gone != 0 {
      pending.append(.terminated(signal: SIGHUP))
    } else if files[0].revents & Self.readyToRead != 0, !drainInput() {
      // Ready, and nothing there, again and again: the end of the input.
      var waiting: Int32 = 0
      let isEmpty = ioctl(self.files.input, UInt(FIONREAD), &waiting) != 0 || waiting == 0
      emptyReads = isEmpty ? emptyReads + 1 : 0
      if emptyReads > 3 { pending.append(.terminated(signal: SIGHUP)) }
    }
  }

  /// For poll: -1 for ever, else rounded up, so that a short rest isn't a busy loop.
  static func milliseconds(_ duration: Duration?) -> Int32 {
    guard let duration else { return -1 }
    guard duration > .zero else { return 0 }
    let (seconds, attoseconds) = duration.components
    guard seconds < 1_000_000 else { return 1_000_000_000 }
    return Int32(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }

  func readSignals() -> [Int32] {
    var result: [Int32] = []
    while true {
      let signal = rw_signalfd_take(Self.signals)
      if signal == 0 { return result }
      result.append(signal)
    }
  }

  private func take(signal: Int32) {
    switch signal {
    case SIGWINCH: updateSize()
    case SIGTSTP: suspend(wholeGroup: false)
    case SIGCONT:
      // Stopped past us, by SIGSTOP: the shell has set the terminal as it likes it, and curses doesn't know.
      leave()
      takeBack()
      pending.append(.resumed)
    default: pending.append(.terminated(signal: signal))
    }
  }

  /// Turns all that curses has into events; whether there was anything.
  @discardableResult
  private func drainInput() -> Bool {
    let decoder = KeyDecoder(
      next: { [unowned self] in self.read(isExpected: $0) }, keyName: { keyname($0).map { String(cString: $0) } }, mouseCode: KEY_MOUSE,
      resizeCode: KEY_RESIZE)
    var count = 0
    while count < Self.maximumDrain, let input = decoder.decode() {
      count += 1
      switch input {
      case .key(let key): pending.append(.key(key))
      case .paste(let text): pending.append(.paste(text))
      case .cursesMouse: readMouse()
      case .sgrMouse(let report):
        if options.usesMouse, let event = clicks.event(report, at: .now) { pending.append(.mouse(event)) }
      case .nothing: break
      }
    }
    if count > 0 { emptyReads = 0 }
    return count > 0
  }

  private func read(isExpected: Bool) -> CursesInput? {
    if let input = readOnce() { return input }
    guard isExpected else { return nil }
    var ready = pollfd(fd: files.input, events: Self.readyToRead, revents: 0)
    guard poll(&ready, 1, 200) == 1, ready.revents & Self.readyToRead != 0 else { return nil }
    return readOnce()
  }

  private func readOnce() -> CursesInput? {
    var value: UInt32 = 0
    switch rw_get_wch(keys, &value) {
    case KEY_CODE_YES: return .code(Int32(bitPattern: value))
    case OK: return .scalar(value)
    default: return nil
    }
  }

  private func readMouse() {
    var event = MEVENT()
    while getmouse(&event) == OK {
      guard options.usesMouse else { continue }
      let (column, row) = (Int(event.x), Int(event.y))
      if event.bstate & RW_B1_PRESSED != 0 { pending.append(.mouse(clicks.press(column: column, row: row, at: .now))) }
      if event.bstate & RW_B1_RELEASED != 0 { pending.append(.mouse(MouseEvent(kind: .release, column: column, row: row))) }
      if event.bstate & RW_WHEEL_UP != 0 { pending.append(.mouse(MouseEvent(kind: .wheelUp, column: column, row: row))) }
      if event.bstate & RW_WHEEL_DOWN != 0 { pending.append(.mouse(MouseEvent(kind: .wheelDown, column: column, row: row))) }
    }
  }
}
