import Foundation
import Testing

/// Runs the built program as a user would, in folders of its own.
struct Program {
  /// The binary lies beside the test bundle.
  static let binary: String = {
    let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    let beside = URL(fileURLWithPath: bundle).deletingLastPathComponent().appending(path: "regwatch").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    // Swift Testing's helper runs the bundle as a library: the bundle is an argument then.
    let bundleArgument = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? ""
    return URL(fileURLWithPath: bundleArgument).deletingLastPathComponent().appending(path: "regwatch").path
  }()

  struct Result {
    var status: Int32
    var output: String
    var errors: String
    var lines: [Substring] { output.split(separator: "\n") }
  }

  /// A scratch folder that is also the program's home, so that nothing of the developer's is read or written.
  let home: URL

  init() throws {
    home = FileManager.default.temporaryDirectory.appending(path: "regwatch-test-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: home.appending(path: "folder"), withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: home) }

  var folder: URL { home.appending(path: "folder") }

  var environment: [String: String] {
    [
      "HOME": home.path, "XDG_DATA_HOME": home.path + "/data", "XDG_CONFIG_HOME": home.path + "/config", "LANG": "C.UTF-8",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "TERM": "xterm-256color", "TMPDIR": home.path,
      // 10 March 2026: what the stories tell is fresh on whatever day the tests run.
      "SOURCE_DATE_EPOCH": "1773100800",
    ]
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> URL {
    let target = folder.appending(path: name)
    try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: target)
    return target
  }

  /// Runs the program to its end.
  @discardableResult
  func run(_ arguments: String...) throws -> Result { try finish([Self.binary] + arguments) }

  /// Runs a line of shell with `$R` as the program.
  func shell(_ line: String) throws -> Result { try finish(["/bin/bash", "-c", line]) }

  private func finish(_ words: [String]) throws -> Result {
    let output = home.appending(path: "out-\(UUID().uuidString)")
    let errors = home.appending(path: "err-\(UUID().uuidString)")
    let child = try ChildProcess(
      words, environment: environment.merging(["R": Self.binary]) { $1 }, folder: home.path, output: output, errors: errors)
    let status = child.wait()
    return Result(
      status: status, output: try String(contentsOf: output, encoding: .utf8), errors: try String(contentsOf: errors, encoding: .utf8))
  }
}
