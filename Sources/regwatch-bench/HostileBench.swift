import ArgumentParser
import EntityExtraction
import Foundation
import Glibc
import RegulatoryModel

/// Extraction from hostile texts of growing size: time for each byte must not grow with the text, nor memory without bound.
struct HostileBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hostile", abstract: "Extract from hostile texts of 1/8, 1/4, 1/2 and full size: ns a byte, ratio, peak memory.",
    discussion: "Linear means that the ratio of ns a byte, full size to 1/8, stays under 1.5. Takes minutes: no part of `all`.")
  @Option(help: "The full size, in millions of bytes.") var megabytes = 50.0
  @Option(help: "Only texts whose name holds this.") var only: String?
  @Option(help: "A text is not enlarged further when the next size would take more seconds than this.") var seconds = 60.0

  func run() throws {
    let extractor = Extractor(lexicon: .builtIn)
    print(Self.row("text", ["1/8", "1/4", "1/2", "1/1"].map { "ns/B " + $0 }, "ratio", "MB/s", "peak MB", "findings"))
    for hostile in HostileText.all where only.map({ hostile.name.contains($0) }) ?? true {
      var costs: [Double] = []
      var peak = 0
      var findings = 0
      for share in [8, 4, 2, 1] {
        let bytes = Int(megabytes * 1e6) / share
        if let last = costs.last, let first = costs.first, last * max(1, last / first) * Double(bytes) / 1e9 > seconds { break }
        let story = Story(title: "", text: hostile.text(bytes: bytes), date: LoadBench.today, dateOrigin: .dateline)
        ProcessMemory.resetPeak()
        let start = ProcessorTime.now
        findings = extractor.findings(in: story).placeCount
        costs.append((ProcessorTime.now - start) * 1e9 / Double(story.text.utf8.count))
        peak = ProcessMemory.peakMegabytes
      }
      let cells = (0..<4).map { $0 < costs.count ? String(format: "%.1f", costs[$0]) : "-" }
      let (first, last) = (costs.first ?? 0, costs.last ?? 0)
      print(
        Self.row(
          hostile.name, cells, String(format: "%.2f", last / max(0.001, first)) + (costs.count < 4 ? "!" : ""),
          String(format: "%.0f", 1000 / max(0.001, last)), "\(peak)", "\(findings)"))
    }
  }

  private static func row(_ name: String, _ costs: [String], _ ratio: String, _ speed: String, _ peak: String, _ findings: String) -> String
  {
    let cells = costs + [ratio, speed, peak, findings]
    return name.padding(toLength: 38, withPad: " ", startingAt: 0)
      + cells.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined()
  }
}

extension Findings {
  /// How many places are marked.
  var placeCount: Int {
    (exchanges + agencies + assets).reduce(0) { $0 + $1.mentions.count } + legislation.reduce(0) { $0 + $1.mentions.count }
      + volatility.count + actions.count + deadlines.count + quotes.count
  }
}

/// What the processor spent on this program: other programs on the machine hardly change it, as they do the clock on the wall.
enum ProcessorTime {
  /// In seconds, of all threads, in the program and in the system for it.
  static var now: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
  }
}

/// The memory that this program holds, as the kernel counts it.
enum ProcessMemory {
  /// `malloc_trim`, which Swift's module of the C library leaves out.
  private static let trim: (@convention(c) (Int) -> Int32)? = dlsym(nil, "malloc_trim").map {
    unsafeBitCast($0, to: (@convention(c) (Int) -> Int32).self)
  }

  /// Gives free memory back and makes the peak what is held now.
  static func resetPeak() {
    _ = trim?(0)
    guard let file = fopen("/proc/self/clear_refs", "w") else { return }
    fputs("5", file)
    fclose(file)
  }

  static var peakMegabytes: Int {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1000
  }
}
