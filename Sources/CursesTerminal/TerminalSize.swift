import CLinux
import Glibc
import TerminalCanvas

/// How large a terminal is, whatever it says about itself.
enum TerminalSize {
  /// No terminal is larger; what claims to be would only cost memory.
  static let maximum = Size(columns: 2000, rows: 1000)

  /// What the kernel reports, each extent completed by the fallback, then by 80×24, and kept within 1 and `maximum`.
  static func believable(columns: Int, rows: Int, options: TerminalOptions) -> Size {
    func extent(_ reported: Int, _ fallback: Int?, _ usual: Int, _ maximum: Int) -> Int {
      let value = reported > 0 ? reported : fallback.flatMap { $0 > 0 ? $0 : nil } ?? usual
      return min(max(1, value), maximum)
    }
    return Size(
      columns: extent(columns, options.fallbackColumns, 80, maximum.columns), rows: extent(rows, options.fallbackRows, 24, maximum.rows))
  }

  /// The size of the terminal behind a descriptor now.
  static func current(of descriptor: Int32, options: TerminalOptions) -> Size {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else { return believable(columns: 0, rows: 0, options: options) }
    return believable(columns: Int(size.ws_col), rows: Int(size.ws_row), options: options)
  }
}
