import Foundation
import Testing

@Suite struct CoverageCommand {
  private static func program() throws -> Program {
    let program = try Program()
    try program.write("a.txt", Stories.lobbying)
    try program.write("empty.txt", "")
    for number in 1...12 { try program.write("p\(number).png", "x") }
    try program.write(".hidden", "x")
    _ = try program.run("index", "folder")
    return program
  }

  @Test func everyFileIsCountedWithItsReason() throws {
    let program = try Self.program()
    defer { program.remove() }
    let result = try program.run("coverage")
    #expect(result.status == 1)
    #expect(result.output.firstMatch(of: #/all +14 +1 +1 +0 +13 +0/#) != nil)
    #expect(result.output.contains("12  skipped  files of type .png are not read"))
    #expect(result.output.contains("Passed over by name: hidden (1)"))
    #expect(try program.run("coverage", "folder/a.txt").status == 0)
    #expect(try program.run("coverage", "--status", "failed").status == 1, "nothing matched")
  }

  @Test func listsAreForProgramsToo() throws {
    let program = try Self.program()
    defer { program.remove() }
    let lines = try program.run("coverage", "--status", "skipped", "--format", "jsonl").lines
    #expect(lines.count == 13)
    for line in lines {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object["version"] as? Int == 1 && object["status"] as? String == "skipped" && object["reason"] is String)
    }
    #expect(try program.run("coverage", "--format", "csv").lines.count == 15)
    let whole = try program.run("coverage", "--format", "json", "--status", "read").output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(whole.utf8)) as? [String: Any])
    #expect((object["files"] as? [[String: Any]])?.count == 1)
    #expect((object["reasons"] as? [[String: Any]])?.count == 2)
    #expect((object["silenceRule"] as? String)?.contains("median gap") == true)
  }

  @Test func namesArePrintedSafely() throws {
    let program = try Self.program()
    defer { program.remove() }
    try program.write("red\u{1B}[31m.png", "x")
    _ = try program.run("index", "folder")
    for format in ["table", "jsonl"] {
      #expect(!(try program.run("coverage", "--status", "skipped", "--format", format).output.contains("\u{1B}")), "\(format)")
    }
  }

  @Test func aRetryReadsWhatWasNotReadWhole() throws {
    let program = try Self.program()
    defer { program.remove() }
    let result = try program.run("coverage", "--retry", "--reasons")
    #expect(result.errors.contains("read again: 0 read, 13 skipped, 0 failed"))
    #expect(result.lines.count == 2)
  }

  @Test func anAgencyThatFellSilentIsNamed() throws {
    let program = try Program()
    defer { program.remove() }
    for week in 0..<12 {
      let day = Date(timeIntervalSince1970: 1_773_100_800 - Double(40 + week * 7) * 86_400).formatted(.iso8601.year().month().day())
      let text = "---\ndate: \(day)\n---\n# Notice \(week)\n\nFinCEN issued advisory number \(week) on mixers today.\n"
      try program.write("w\(week).md", text)
    }
    try program.write("now.md", "---\ndate: 2026-03-09\n---\n# Quiet\n\nThe SEC said nothing of note.\n")
    _ = try program.run("index", "folder")
    let output = try program.run("coverage").output
    #expect(output.contains("Usually named, and silent as of 2026-03-09"))
    #expect(output.firstMatch(of: #/Financial Crimes Enforcement Network.* 2026-01-29 .* 39 +7 days/#) != nil, "\(output)")
  }
}
