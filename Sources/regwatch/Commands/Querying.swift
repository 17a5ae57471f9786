import ArgumentParser
import QueryLanguage
import RegulatoryModel
import StoryLibrary

/// What the commands that ask the library share.
enum Querying {
  /// The words of the command line as one query. A mistake is shown under the query, at its place.
  static func query(_ words: [String], library: Library) throws -> Query {
    let text = words.joined(separator: " ")
    do { return try Query(parsing: text, vocabulary: library.vocabulary()) } catch {
      StandardStreams.complain("Cannot read the query: \(error)")
      StandardStreams.complain("  \(text)")
      StandardStreams.complain("  " + String(repeating: " ", count: error.column) + String(repeating: "^", count: error.length))
      throw ExitCode(ExitStatus.failed.rawValue)
    }
  }

  /// Runs something that asks the library, with its errors told as people are told them.
  static func asking<Result>(_ body: () throws(LibraryError) -> Result) throws -> Result {
    do { return try body() } catch { throw CommandFailure(error.problem) }
  }

  static func opening(_ body: () throws(Problem) -> Library) throws -> Library {
    do { return try body() } catch { throw CommandFailure(error) }
  }
}
