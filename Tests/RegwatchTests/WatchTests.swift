import Foundation
import Testing

@Suite struct WatchCommand {
  @Test func aLineIsPrintedForEachStoryThatArrivesAndChanges() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("old.txt", Stories.football)
    let watch = try Running(
      program, ["watch", "folder", "--query", "agency:sec OR agency:fincen", "--exec", "tee -a '\(program.home.path)/copy of lines'"])
    defer { watch.stop() }
    #expect(try watch.waits(forError: "watching 1 folder"))
    try program.write("unrelated.txt", Stories.football)
    try program.write("new.txt", Stories.sued)
    #expect(try watch.waits(for: "\"event\":\"arrived\""))
    try program.write("new.txt", Stories.lobbying)
    #expect(try watch.waits(for: "\"event\":\"changed\""))
    let output = watch.output
    #expect(!output.contains("Kraken rally"), "the query holds the rest back")
    #expect(!output.contains("old.txt"), "what was there before has not arrived")
    #expect(try String(contentsOfFile: program.home.path + "/copy of lines", encoding: .utf8).contains("arrived"))
    #expect(watch.stop() == 0, "a signal to end is no failure")
  }

  @Test func aCommandThatNeverReadsOrEndsDoesNotKeepTheProgram() throws {
    let program = try Program()
    defer { program.remove() }
    let watch = try Running(program, ["watch", "folder", "--exec", "sh -c 'echo begun >&2; exec sleep 1000'"])
    #expect(try watch.waits(forError: "watching 1 folder"))
    // More than fits in a pipe.
    try program.write("new.txt", Stories.sued + String(repeating: "\n\nThe SEC sued Kraken over its staking program.", count: 4000))
    #expect(try watch.waits(forError: "begun"))
    #expect(watch.stop() == 0)
  }
}

/// A program that runs until it is told to end.
final class Running {
  private let child: ChildProcess
  private let outputFile: URL
  private let errorFile: URL

  init(_ program: Program, _ arguments: [String]) throws {
    outputFile = program.home.appending(path: "running-out")
    errorFile = program.home.appending(path: "running-err")
    for file in [outputFile, errorFile] { try Data().write(to: file) }
    child = try ChildProcess(
      [Program.binary] + arguments, environment: program.environment, folder: program.home.path, output: outputFile, errors: errorFile)
  }

  var output: String { (try? String(contentsOf: outputFile, encoding: .utf8)) ?? "" }

  func waits(for text: String) throws -> Bool { try waits(for: text, in: outputFile) }
  func waits(forError text: String) throws -> Bool { try waits(for: text, in: errorFile) }

  private func waits(for text: String, in file: URL) throws -> Bool {
    let deadline = Date().addingTimeInterval(60)
    while Date() < deadline {
      if try String(contentsOf: file, encoding: .utf8).contains(text) { return true }
      usleep(10_000)
    }
    return false
  }

  @discardableResult
  func stop() -> Int32 {
    child.send(SIGTERM)
    return child.wait()
  }
}
