import Foundation
import Ingestion

/// A progress bar on one line of standard error; nothing where that is no terminal.
final class ProgressLine {
  private let isOnTerminal = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM", default: "dumb"] != "dumb"
  private let started = ContinuousClock.now
  private var lastDrawn: ContinuousClock.Instant?

  /// Draws at most ten times a second, and the end always.
  func show(_ step: LoadStep) {
    guard isOnTerminal else { return }
    let now = ContinuousClock.now
    if let lastDrawn, now - lastDrawn < .milliseconds(100), step.filesDone != step.filesTotal { return }
    lastDrawn = now
    let line: String
    if let total = step.filesTotal, total > 0 {
      let seconds = max(0.001, Double((now - started).components.seconds) + Double((now - started).components.attoseconds) / 1e18)
      let share = step.bytesTotal > 0 ? Double(step.bytesDone) / Double(step.bytesTotal) : Double(step.filesDone) / Double(total)
      let filled = Int(share * 24)
      let rate = Double(step.bytesDone) / 1e6 / seconds
      let left = share > 0.02 ? Int(seconds / share - seconds) : nil
      line =
        "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: 24 - filled) + "] \(step.filesDone) of \(total) files  "
        + "\(Int(rate)) MB/s" + (left.map { "  \($0) s left" } ?? "")
    } else {
      line = "listing: \(step.filesDone) files"
    }
    StandardStreams.complain(raw: "\r\u{1B}[K" + line)
  }

  func clear() {
    guard isOnTerminal, lastDrawn != nil else { return }
    StandardStreams.complain(raw: "\r\u{1B}[K")
  }
}
