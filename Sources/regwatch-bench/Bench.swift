import ArgumentParser
import Foundation

@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regwatch-bench", abstract: "Measure regwatch, each figure beside a floor measured in the same run.",
    subcommands: [
      LoadBench.self, OpenBench.self, FrameBench.self, RescanBench.self, LandBench.self, ExtractBench.self, HostileBench.self,
      PagesBench.self, FormatsBench.self,
      AllBench.self,
      Generate.self,
    ])
}

/// Runs everything, at the sizes that the figures in the notes are for.
struct AllBench: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "all", abstract: "Everything, at its usual size.")

  func run() throws {
    for arguments in [["extract"], ["load"], ["rescan"], ["open"], ["frame"], ["land"]] {
      var command = try Bench.parseAsRoot(arguments)
      try command.run()
    }
  }
}

/// The times of one thing, run several times.
struct Timing {
  private(set) var milliseconds: [Double] = []

  mutating func measure<Result>(_ body: () throws -> Result) rethrows -> Result {
    let start = ContinuousClock.now
    let result = try body()
    add(ContinuousClock.now - start)
    return result
  }

  mutating func add(_ duration: Duration) {
    let parts = duration.components
    milliseconds.append(Double(parts.seconds) * 1000 + Double(parts.attoseconds) / 1e15)
  }

  var median: Double {
    let sorted = milliseconds.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  func percentile(_ share: Double) -> Double {
    let sorted = milliseconds.sorted()
    return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }

  var text: String {
    "min \(Self.short(milliseconds.min() ?? 0))  median \(Self.short(median))  p99 \(Self.short(percentile(0.99)))  max \(Self.short(milliseconds.max() ?? 0)) ms  (\(milliseconds.count) runs)"
  }

  static func short(_ value: Double) -> String { String(format: value < 10 ? "%.3f" : value < 1000 ? "%.1f" : "%.0f", value) }
}

func report(_ name: String, _ timing: Timing, floor: (name: String, timing: Timing)? = nil, note: String = "") {
  print("\(name): \(timing.text)\(note.isEmpty ? "" : "  \(note)")")
  if let floor {
    print("  floor, \(floor.name): \(floor.timing.text)")
    print("  ratio of medians: \(String(format: "%.2f", timing.median / max(0.000_001, floor.timing.median)))")
  }
}

/// A folder that is removed at the end.
final class ScratchFolder {
  let path: String
  init() throws {
    path = NSTemporaryDirectory() + "regwatch-bench-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }
}
