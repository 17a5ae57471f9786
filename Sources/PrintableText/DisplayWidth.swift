import CLinux
import Glibc

/// How many terminal columns text takes: libc's `wcwidth`, the same that ncurses lays out by.
package enum DisplayWidth {
  /// `wcwidth` knows only what the locale's character set has, so the process needs a UTF-8 one. Keeps the user's where it is.
  package static let isLocaleReady: Bool = {
    setlocale(LC_CTYPE, "")
    if let codeset = nl_langinfo(Int32(CODESET)), String(cString: codeset) == "UTF-8" { return true }
    return setlocale(LC_CTYPE, "C.UTF-8") != nil
  }()

  /// Columns of one scalar: 0 for a combining mark, 1 or 2; nil where it can't be printed.
  package static func columns(of scalar: Unicode.Scalar) -> Int? {
    if scalar.value < 0x7F { return scalar.value >= 0x20 ? 1 : nil }
    _ = isLocaleReady
    let width = rw_wcwidth(scalar.value)
    return width < 0 ? nil : Int(width)
  }

  /// Columns of a text that has passed `PrintableText.safe`; what can't be printed counts as the one column of its stand-in.
  package static func columns(of text: some StringProtocol) -> Int {
    var total = 0
    for scalar in text.unicodeScalars { total += columns(of: scalar) ?? 1 }
    return total
  }
}
