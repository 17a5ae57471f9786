import Foundation
import Ingestion

/// A progress bar on one line of standard error; nothing where that is no terminal.
final class ProgressLine {
  private let isOnTerminal = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM", default: "dumb"] != "dumb"
  private var pace = LoadPace()
  private var hasDrawn = false

  /// Draws at most ten times a second, and the end always.
  func show(_ step: LoadStep) {
    guard isOnTerminal, let figures = pace.pace(step) else { return }
    hasDrawn = true
    let line: String
    if let total = step.filesTotal, total > 0 {
      let filled = Int(figures.share * 24)
      line =
        "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: 24 - filled) + "] \(step.filesDone) of \(total) files  "
        + "\(Int(figures.bytesPerSecond / 1e6)) MB/s" + (figures.secondsLeft.map { "  \($0) s left" } ?? "")
    } else {
      line = "listing: \(step.filesDone) files"
    }
    StandardStreams.complain(raw: "\r\u{1B}[K" + line)
  }

  func clear() {
    guard hasDrawn else { return }
    StandardStreams.complain(raw: "\r\u{1B}[K")
  }
}
