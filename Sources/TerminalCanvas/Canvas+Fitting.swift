import PrintableText

extension Canvas {
  /// Where text stands in the columns that are kept for it.
  package enum Alignment: Sendable { case left, right, center }

  /// The safe text, cut to so many columns, with `ellipsis` at its end where something is missing. Never half a wide character.
  package static func truncated(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
    guard columns > 0 else { return "" }
    let safe = PrintableText.safe(text)
    if safe.utf8.count <= columns, isASCII(safe) { return safe }
    if DisplayWidth.columns(of: safe) <= columns { return safe }
    let room = columns - DisplayWidth.columns(of: ellipsis)
    return room >= 0 ? prefix(of: safe, columns: room) + ellipsis : prefix(of: safe, columns: columns)
  }

  /// The safe text in exactly so many columns: cut like `truncated`, or filled with blanks.
  package static func padded(_ text: String, to columns: Int, alignment: Alignment = .left, ellipsis: String = "…") -> String {
    let fitted = truncated(text, to: columns, ellipsis: ellipsis)
    let missing = max(0, columns - DisplayWidth.columns(of: fitted))
    guard missing > 0 else { return fitted }
    let left =
      switch alignment {
      case .left: 0
      case .right: missing
      case .center: missing / 2
      }
    return String(repeating: " ", count: left) + fitted + String(repeating: " ", count: missing - left)
  }

  /// As much of a safe text as fits, whole cells with their marks.
  private static func prefix(of text: String, columns: Int) -> String {
    var used = 0
    var end = text.unicodeScalars.startIndex
    while end < text.unicodeScalars.endIndex {
      let width = DisplayWidth.columns(of: text.unicodeScalars[end]) ?? 1
      if used + width > columns { break }
      used += width
      end = text.unicodeScalars.index(after: end)
    }
    return String(text.unicodeScalars[..<end])
  }

  private static func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }
}
