import Foundation
import PrintableText

/// Escape sequences that curses doesn't know, as bytes.
enum TerminalText {
  static let pasteOn = "\u{1B}[?2004h"
  static let pasteOff = "\u{1B}[?2004l"
  static let mouseOff = "\u{1B}[?1000l\u{1B}[?1002l\u{1B}[?1003l\u{1B}[?1006l"
  static let pushTitle = "\u{1B}[22;0t"
  static let popTitle = "\u{1B}[23;0t"

  /// Terminals refuse more than about 100 000 bytes, tmux and xterm more than 74 994 of base64.
  static let maximumClipboardBase64 = 74_994

  /// `OSC 2`, with text that can't end it early.
  static func title(_ text: String) -> String {
    "\u{1B}]2;" + String(PrintableText.safe(text).unicodeScalars.prefix(200)) + "\u{07}"
  }

  /// `OSC 52` for the clipboard, cut to what terminals take, at a character and not within one.
  static func clipboard(_ text: String) -> String {
    let limit = maximumClipboardBase64 / 4 * 3
    var bytes = Array(PrintableText.safe(text, lines: true).utf8)
    if bytes.count > limit {
      var end = limit
      while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      bytes.removeSubrange(end...)
    }
    return "\u{1B}]52;c;" + Data(bytes).base64EncodedString() + "\u{07}"
  }

  /// Whether `OSC 2` sets a title there, and is not shown as rubbish.
  static func hasTitle(term: String) -> Bool {
    let families = [
      "xterm", "rxvt", "screen", "tmux", "alacritty", "kitty", "foot", "konsole", "gnome", "vte", "st", "wezterm", "ghostty", "contour",
      "putty", "mintty", "mlterm", "iterm",
    ]
    return families.contains { term == $0 || term.hasPrefix($0 + "-") || term.hasPrefix($0 + ".") }
  }

  /// A terminfo string without its padding (`$<100/>`), ready to be sent as it is.
  static func unpadded(_ capability: String) -> String {
    var result = ""
    var rest = Substring(capability)
    while let start = rest.range(of: "$<"), let end = rest.range(of: ">", range: start.upperBound..<rest.endIndex) {
      result += rest[..<start.lowerBound]
      rest = rest[end.upperBound...]
    }
    return result + rest
  }

  /// A name from outside, fit to stand in a message.
  static func safeName(_ name: String) -> String { String(PrintableText.safe(name).prefix(60)) }

  /// What puts a terminal back, whatever was switched on: to be sent by a signal handler, so it names everything.
  ///
  /// - Parameters:
  ///   - capability: looks up a terminfo string.
  ///   - hasTitle: the title was pushed and is to be popped.
  static func restoring(capability: (String) -> String?, hasTitle: Bool) -> String {
    func sent(_ name: String) -> String { capability(name).map(unpadded) ?? "" }
    let leave = sent("rmcup")
    return (hasTitle ? popTitle : "") + pasteOff + (sent("kmous").isEmpty ? "" : mouseOff) + sent("sgr0") + sent("op") + sent("rmkx")
      + sent("cnorm")
      + (leave.isEmpty ? "\r\n" : leave)
  }
}
