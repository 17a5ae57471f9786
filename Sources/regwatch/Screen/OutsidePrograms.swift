import CursesTerminal
import Foundation
import RegulatoryModel

/// The programs that the dashboard starts for a person: editor, pager, viewer.
enum OutsidePrograms {
  /// Opens a file in `VISUAL`, else `EDITOR`, else vi. The variable may hold arguments.
  static func edit(_ path: String) -> Problem? {
    let environment = ProcessInfo.processInfo.environment
    let editor = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "vi"
    return run(
      (try? CommandWords.split(editor)) ?? [editor], [path], failing: "Cannot edit \(path)", remedy: "set EDITOR to a program that is there"
    )
  }

  /// Gives text to a shell command: this one a person typed.
  static func pipe(_ text: String, to command: String) -> Problem? {
    let file = NSTemporaryDirectory() + "regwatch-\(getpid())-\(UInt32.random(in: 0 ... .max)).txt"
    defer { unlink(file) }
    guard FileManager.default.createFile(atPath: file, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]) else {
      return Problem("Cannot run \(command)", why: "no temporary file can be written")
    }
    // The command gets the text on its standard input and keeps the terminal, so that a pager works too.
    let problem = run(["/bin/sh", "-c", "( \(command)\n) < \"$0\"", file], [], failing: "Cannot run \(command)", remedy: nil)
    // Without a terminal to write to there is nobody to wait for.
    try? StandardStreams.write("\nPress Enter to go back to regwatch. ", to: STDOUT_FILENO)
    _ = readLine()
    return problem
  }

  /// Opens a path or web address as the desktop does, without waiting for it.
  static func open(_ target: String) -> Problem? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xdg-open", target]
    // What the viewer prints must not land on the screen.
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard !target.hasPrefix("-"), isThere("xdg-open") else {
      return Problem(
        "Cannot open \(target)", why: "there is no xdg-open here", remedy: "y u copies the address, e opens the file in your editor")
    }
    do { try process.run() } catch { return Problem("Cannot open \(target)", why: error.localizedDescription) }
    return nil
  }

  private static func isThere(_ program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }

  private static func run(_ words: [String], _ arguments: [String], failing what: String, remedy: String?) -> Problem? {
    do {
      let status = try ForegroundProgram.run(words + arguments, environment: ProcessInfo.processInfo.environment)
      return status == 0 ? nil : Problem(what, why: "\(words[0]) ended with code \(status)")
    } catch {
      return Problem(what, why: "\(words[0]): \(error)", remedy: remedy)
    }
  }
}
