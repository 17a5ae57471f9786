import Ingestion

/// Lets a load's steps through ten times a second, with the speed since its first one worked out.
struct LoadPace {
  /// Of the whole load, by bytes; by files where they are all empty.
  struct Figures {
    var share: Double
    var bytesPerSecond: Double
    /// Nil while it is too early to tell.
    var secondsLeft: Int?
  }

  private var started: ContinuousClock.Instant?
  private var last: ContinuousClock.Instant?

  /// The figures for a step that is to be shown; nil for one that follows another too soon. The last step of a load is always shown.
  mutating func pace(_ step: LoadStep) -> Figures? {
    let now = ContinuousClock.now
    if let last, now - last < .milliseconds(100), step.filesDone != step.filesTotal { return nil }
    last = now
    let begin = started ?? now
    started = begin
    let elapsed = (now - begin).components
    let seconds = max(0.001, Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18)
    let files = Double(step.filesDone) / Double(max(1, step.filesTotal ?? 1))
    let share = step.bytesTotal > 0 ? Double(step.bytesDone) / Double(step.bytesTotal) : files
    return Figures(
      share: share, bytesPerSecond: Double(step.bytesDone) / seconds, secondsLeft: share > 0.02 ? Int(seconds / share - seconds) : nil)
  }
}
