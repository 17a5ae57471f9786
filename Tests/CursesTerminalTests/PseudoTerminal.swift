import Glibc
import TerminalCanvas
import Testing

/// A terminal of which the test is the user: bytes typed go in, what the program draws comes out.
final class PseudoTerminal {
  private(set) var program: Int32
  private var user: Int32

  init(size: Size = Size(columns: 40, rows: 8)) throws {
    user = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    program = -1
    // unlockpt and ptsname, which Swift's Glibc hides: TIOCSPTLCK and TIOCGPTN.
    var (lock, number): (Int32, Int32) = (0, 0)
    guard user >= 0, ioctl(user, 0x4004_5431, &lock) == 0, ioctl(user, 0x8004_5430, &number) == 0 else {
      throw PseudoTerminalError(errno: errno)
    }
    program = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    guard program >= 0 else { throw PseudoTerminalError(errno: errno) }
    _ = fcntl(user, F_SETFL, O_NONBLOCK)
    resize(size)
  }

  deinit {
    hangUp()
    close(program)
  }

  func resize(_ size: Size) {
    var size = winsize(ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(user, UInt(TIOCSWINSZ), &size)
  }

  func hangUp() {
    if user >= 0 { close(user) }
    user = -1
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(write(user, bytes, bytes.count) == bytes.count)
  }

  /// All that was drawn since the last time.
  func drawn() -> String {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(user, &buffer, buffer.count)
      guard count > 0 else { return String(decoding: all, as: UTF8.self) }
      all += buffer[..<count]
    }
  }

  /// The modes, as text that can be compared.
  var modes: [UInt32] {
    var modes = termios()
    tcgetattr(program, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }
}

struct PseudoTerminalError: Error { let errno: Int32 }
