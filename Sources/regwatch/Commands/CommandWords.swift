import Foundation
import RegulatoryModel

/// A command given as one text, split into words and run without a shell.
enum CommandWords {
  /// Splits as a shell would, quotes and backslashes included, and expands nothing.
  static func split(_ text: String) throws -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in text {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    guard quote == nil, !isEscaped else {
      throw CommandFailure(Problem("Cannot run “\(text)”", why: "a quotation mark is not closed", remedy: "close it"))
    }
    if let word { words.append(word) }
    guard !words.isEmpty else { throw CommandFailure(Problem("Cannot run the command", why: "it is empty")) }
    return words
  }

  /// Runs the command to its end with the text on its standard input. Returns what went wrong, if anything did.
  static func run(_ words: [String], input: String) -> Problem? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["--"] + words
    let pipe = Pipe()
    process.standardInput = pipe
    do { try process.run() } catch { return Problem("Cannot run \(words[0])", why: error.localizedDescription) }
    // The command may end without reading; a closed pipe is its business.
    try? pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try? pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      return Problem(
        "\(words[0]) failed",
        why: process.terminationReason == .exit ? "it ended with code \(process.terminationStatus)" : "signal \(process.terminationStatus)")
    }
    return nil
  }
}
