import DocumentReading
import Foundation
import Testing

/// What is written about the program is what the program says of itself.
@Suite struct Documentation {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func everySampleOnDiskIsCompiledIn() throws {
    let folder = Self.root.appending(path: "Sources/regwatch/Samples")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.contains(".") }
    let table = try String(contentsOf: Self.root.appending(path: "Sources/CEmbedded/samples.c"), encoding: .utf8)
    #expect(names.count >= 40)
    for name in names {
      #expect(table.contains("#embed \"../regwatch/Samples/\(name)\""), "\(name) has no block")
      #expect(table.contains("{\"\(name)\","), "\(name) has no line in the table")
    }
  }

  @Test func everyCommandIsInTheReadme() throws {
    let program = try Program()
    defer { program.remove() }
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    let help = try program.run("--help").output
    for command in ["index", "list", "show", "why", "facets", "extract", "watch", "coverage", "themes", "keys", "doctor"] {
      #expect(readme.contains("`regwatch \(command)"), "\(command) in README.md")
      #expect(help.contains("\n  \(command) "), "\(command) in the help")
    }
  }

  @Test func theReadmesExampleOfNamesIsOneThatWorks() throws {
    let program = try Program()
    defer { program.remove() }
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    let example = try #require(readme.firstMatch(of: /```toml\n((?s).*?)```/)).1
    let folder = program.home.appending(path: "config/regwatch/lexicon")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(example.utf8).write(to: folder.appending(path: "mine.toml"))
    let result = try program.run("doctor", "--lexicon")
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("your own names: 2 entries"))
  }

  @Test func theReadmeHasTheTableOfLimits() throws {
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains(ReadingLimit.markdown), "the table should be:\n\(ReadingLimit.markdown)")
  }

  @Test func theLimitsInForceArePrinted() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("../config/regwatch/config.toml", "[limits]\nfile_mb = 7\n")
    let lines = try program.run("coverage", "--limits").lines
    #expect(lines.count == ReadingLimit.all.count + 1)
    #expect(lines.contains { $0.hasPrefix("file_mb") && $0.contains(" 7       64 ") })
  }

  @Test func theReadmeNamesEverySetting() throws {
    let program = try Program()
    defer { program.remove() }
    let configuration = program.home.appending(path: "config/regwatch")
    try FileManager.default.createDirectory(at: configuration, withIntermediateDirectories: true)
    try Data("nosuchsettingatall = 1\n".utf8).write(to: configuration.appending(path: "config.toml"))
    let complaint = try program.run("themes").errors
    let known = try #require(complaint.firstMatch(of: /known are ([a-z_, ]+)/)).1.split(separator: ", ")
    #expect(known.count >= 8)
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    for setting in known { #expect(readme.contains(setting), "\(setting)") }
  }

  @Test func theBuiltInThemesAreThoseOfTheFolder() throws {
    let program = try Program()
    defer { program.remove() }
    let listed = try program.run("themes").output
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "themes").path) where name.hasSuffix(".toml")
    {
      #expect(listed.contains(name.dropLast(5)), "\(name)")
    }
  }

  @Test(arguments: DocumentFormat.allCases) func everyFormatHasSeedsForTheFuzzer(format: DocumentFormat) throws {
    let folder = Self.root.appending(path: "Tests/Fuzzing/Seeds/" + format.rawValue)
    #expect(try !FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func everyFolderOfSourcesTellsWhatItIs() throws {
    let sources = Self.root.appending(path: "Sources")
    let map = try String(contentsOf: sources.appending(path: "README.md"), encoding: .utf8)
    for name in try FileManager.default.contentsOfDirectory(atPath: sources.path) where name != "README.md" {
      #expect(map.contains("`\(name)`"), "\(name) is missing from the map")
      if !name.hasPrefix("C") || name == "CEmbedded" {
        #expect(FileManager.default.fileExists(atPath: sources.appending(path: name + "/README.md").path), "\(name) has no README.md")
      }
    }
  }
}
