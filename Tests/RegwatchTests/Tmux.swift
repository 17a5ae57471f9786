import Foundation
import Testing

/// The program in a real terminal: a tmux server of its own on a private socket, driven by keys, read as a person reads it.
final class Tmux {
  private let socket = "regwatch-\(UUID().uuidString.prefix(8))"
  let program: Program

  static var isInstalled: Bool {
    ["/usr/bin/tmux", "/bin/tmux", "/usr/local/bin/tmux"].contains { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Starts a shell that starts the program, so that what it leaves behind can be seen as well.
  init(_ program: Program, columns: Int, rows: Int, arguments: String = "", environment: [String: String] = [:]) throws {
    self.program = program
    let settings = program.environment.merging(environment) { $1 }.filter { $0.key != "TERM" }.map { "\($0.key)='\($0.value)'" }.joined(
      separator: " ")
    let term = environment["TERM"].map { "TERM='\($0)'" } ?? ""
    try tmux(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      "env -i \(settings) TERM=$TERM /bin/bash --norc --noprofile")
    try type("cd '\(program.home.path)'; PS1='shell> '; clear\n")
    try waitFor("shell>")
    try type("\(term) '\(Program.binary)' \(arguments)\n")
  }

  deinit { _ = try? tmux("kill-server") }

  /// Sends keys by tmux's names: `j`, `Enter`, `Escape`, `C-d`.
  func keys(_ keys: String...) throws { for key in keys { try tmux("send-keys", key) } }

  /// Types text as it is.
  func type(_ text: String) throws {
    for part in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if part.offset > 0 { try tmux("send-keys", "Enter") }
      if !part.element.isEmpty { try tmux("send-keys", "-l", String(part.element)) }
    }
  }

  func resize(columns: Int, rows: Int) throws { try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)") }

  var screen: String { (try? tmux("capture-pane", "-p")) ?? "" }

  /// Waits until the screen satisfies a condition; fails with the screen where it does not within the deadline.
  @discardableResult
  func wait(for what: String, seconds: Double = 30, sourceLocation: SourceLocation = #_sourceLocation, _ condition: (String) -> Bool) throws
    -> String
  {
    let deadline = Date().addingTimeInterval(seconds)
    var last = ""
    while Date() < deadline {
      last = screen
      if condition(last) { return last }
      usleep(20_000)
    }
    Issue.record("the screen never showed \(what):\n\(last)", sourceLocation: sourceLocation)
    throw NeverSeen()
  }

  struct NeverSeen: Error {}

  @discardableResult
  func waitFor(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    try wait(for: "“\(text)”", sourceLocation: sourceLocation) { $0.contains(text) }
  }

  @discardableResult
  func tmux(_ arguments: String...) throws -> String {
    let output = program.home.appending(path: "tmux-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    try ChildProcess(
      ["tmux", "-L", socket] + arguments,
      environment: ProcessInfo.processInfo.environment.merging(["LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"]) { $1 }, folder: "/", output: output
    ).wait()
    return try String(contentsOf: output, encoding: .utf8)
  }
}
