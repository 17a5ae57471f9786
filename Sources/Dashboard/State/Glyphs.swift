import TerminalCanvas

/// The signs that the dashboard draws with, each one column wide.
package struct Glyphs: Equatable, Sendable {
  package var name: String
  package var border: BorderSet
  package var unread, star, new, cursor, chosen, range: String
  package var ladderDone, ladderTodo: String
  package var up, down, swing, atLeast, about, atMost: String
  package var dot, ellipsis, arrowUp, dash, times, copy: String
  package var watching, polling, off: String
  package var thumb: String
  package var progressDone, progressTodo: String
  /// From nothing to most.
  package var spark: [String]

  package static let unicode = Glyphs(
    name: "unicode", border: .rounded, unread: "●", star: "★", new: "●", cursor: "▌", chosen: "✓", range: "┃", ladderDone: "▰",
    ladderTodo: "▱", up: "▲", down: "▼", swing: "↕", atLeast: "≥", about: "≈", atMost: "≤", dot: "·", ellipsis: "…", arrowUp: "↑",
    dash: "–", times: "×", copy: "└", watching: "●", polling: "◌", off: "○", thumb: "┃", progressDone: "█", progressTodo: "░",
    spark: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"])

  /// For terminals and fonts without them.
  package static let ascii = Glyphs(
    name: "ascii", border: .ascii, unread: "*", star: "+", new: "*", cursor: ">", chosen: "x", range: "|", ladderDone: "#",
    ladderTodo: "-", up: "^", down: "v", swing: "~", atLeast: ">", about: "~", atMost: "<", dot: "-", ellipsis: "~", arrowUp: "^",
    dash: "-", times: "x", copy: "`", watching: "*", polling: "o", off: "-", thumb: "#", progressDone: "#", progressTodo: ".",
    spark: [".", ":", "-", "=", "+", "*", "%", "#"])
}
