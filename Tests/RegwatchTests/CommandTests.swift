import Foundation
import Testing

@Suite struct Commands {
  @Test func aFolderIsLoadedAndAsked() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("a.txt", Stories.lobbying)
    try program.write("b.txt", Stories.sued)
    let first = try program.run("index", "folder")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.hasPrefix("2 added, 0 changed, 0 removed, 0 unchanged, 0 skipped"))
    let second = try program.run("index", "folder")
    #expect(second.output.hasPrefix("0 added, 0 changed, 0 removed, 2 unchanged, 0 skipped"))

    let list = try program.run("list", "agency:fincen", "--format", "jsonl")
    #expect(list.status == 0)
    #expect(list.lines.count == 1)
    #expect(list.output.contains("Exchange lobbies the Treasury"))
    let all = try program.run("list", "--format", "csv")
    #expect(all.lines.count == 3)
    #expect(all.lines[1].contains("2026-03-06"), "the newest comes first")

    let agencies = try program.run("facets", "agencies")
    for id in ["treasury", "fincen", "sec"] { #expect(agencies.output.contains(id), "\(id)") }
    let bills = try program.run("facets", "legislation", "--format", "json")
    #expect(bills.output.contains("us/119/hr/3633"))
    #expect(bills.output.contains("passed-house"))
    #expect(bills.output.contains("Warren"))
    let moves = try program.run("facets", "volatility")
    #expect(moves.output.contains("BTC"))
    #expect(moves.output.contains("15.2 %"))

    let id = try #require(list.output.firstMatch(of: /"id":(\d+)/)).1
    let story = try program.run("show", String(id))
    #expect(story.output.contains("Financial Crimes Enforcement Network"))
  }

  @Test func limitsAreSetInTheConfigurationAndWrongOnesTold() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("a.txt", String(repeating: Stories.lobbying, count: 6000))
    try program.write("../config/regwatch/config.toml", "[limits]\nfile_mb = 1\nmembres = 3\nnesting = 900\n")
    let load = try program.run("index", "folder")
    #expect(load.status == 1)
    #expect((load.errors + load.output).contains("files of this type are read up to 1 MB"))
    #expect(load.errors.contains("config.toml:3: there is no limit “membres” (did you mean “members”?)"))
    #expect(load.errors.contains("wants a whole number from 1 to 16 (the default, 4, is used)"))
  }

  @Test func changesAndRemovalsAreTakenIn() throws {
    let program = try Program()
    defer { program.remove() }
    let a = try program.write("a.txt", Stories.lobbying)
    let b = try program.write("b.txt", Stories.sued)
    _ = try program.run("index", "folder")
    try program.write("a.txt", Stories.football)
    try FileManager.default.moveItem(at: b, to: program.folder.appending(path: "c.txt"))
    let result = try program.run("index", "folder", "--json")
    #expect(result.output.contains("\"changed\":1"))
    #expect(result.output.contains("\"renamed\":1"))
    #expect(try program.run("list", "agency:fincen").status == 1, "nothing matches any more")
    #expect(try program.run("list", "exchange:kraken", "--format", "csv").lines.count == 2, "the hockey team is no exchange")
    try FileManager.default.removeItem(at: a)
    #expect(try program.run("index", "folder").output.contains("1 removed"))
  }

  @Test func whatCannotBeReadIsSaidAndTheRestIsLoaded() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("good.txt", Stories.lobbying)
    try program.write("empty.txt", "")
    try Data((0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 7) }).write(to: program.folder.appending(path: "binary.txt"))
    mkfifo(program.folder.appending(path: "pipe.txt").path, 0o600)
    let name = program.folder.path + "/bad\n\u{1B}]0;owned\u{07}name.txt"
    #expect(FileManager.default.createFile(atPath: name, contents: Data(Stories.sued.utf8)))
    let result = try program.run("index", "folder")
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("2 added"))
    #expect(result.output.contains("pipe"))
    #expect((result.output + result.errors).contains("empty.txt"))
    #expect((result.output + result.errors).contains("binary.txt"))
    #expect(!(result.output + result.errors).contains("\u{1B}"), "a file name must not drive the terminal")
  }

  @Test func aMistakeInAQueryIsPointedAt() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("a.txt", Stories.lobbying)
    _ = try program.run("index", "folder")
    let result = try program.run("list", "agencie:sec")
    #expect(result.status == 2)
    #expect(result.errors.contains("agency"))
    #expect(result.errors.contains("^^^^^^^"))
    #expect(result.output.isEmpty)
  }

  @Test func extractPrintsEachStoryWithItsSpans() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("a.txt", Stories.lobbying)
    let result = try program.run("extract", "folder/a.txt", "--with-text")
    #expect(result.status == 0)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(object["version"] as? Int == 1)
    #expect(object["date"] as? String == "2026-03-04")
    #expect(object["dateFrom"] as? String == "dateline")
    let text = Array((object["text"] as? String ?? "").utf8)
    let exchanges = try #require(object["exchanges"] as? [[String: Any]])
    #expect(exchanges.map { $0["id"] as? String } == ["binance"])
    let mention = try #require((exchanges[0]["mentions"] as? [[String: Any]])?.first)
    let span = try #require(mention["start"] as? Int)..<(try #require(mention["end"] as? Int))
    #expect(String(decoding: text[span], as: UTF8.self) == "Binance")
    #expect(mention["rule"] as? String == "name.plain-name")
    #expect(mention["confidence"] as? String == "certain")
  }

  @Test func aClosedPipeIsNoError() throws {
    let program = try Program()
    defer { program.remove() }
    for number in 0..<300 { try program.write("\(number).txt", Stories.lobbying) }
    _ = try program.run("index", "folder")
    let result = try program.shell("set -o pipefail; \"$R\" list --format jsonl | head -n 1 | wc -l; echo ${PIPESTATUS[0]}")
    #expect(result.output == "1\n0\n")
    #expect(result.errors.isEmpty)
  }

  @Test func aFullDiskIsAnError() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("a.txt", Stories.lobbying)
    _ = try program.run("index", "folder")
    let result = try program.shell("\"$R\" list > /dev/full")
    #expect(result.status == 2)
    #expect(result.errors.contains("No space left"))
  }

  @Test(arguments: [
    ["nosuch", "--flag"], ["list", "--format", "xml"], ["show", "abc"], ["list", "--limit", "0"], ["index"], ["show", "1"],
  ])
  func badUsageEndsWithTwo(arguments: [String]) throws {
    let program = try Program()
    defer { program.remove() }
    let line = arguments.map { "'\($0)'" }.joined(separator: " ")
    let result = try program.shell("\"$R\" \(line)")
    #expect(result.status == 2)
    #expect(!result.errors.isEmpty)
    #expect(result.output.isEmpty)
  }

  @Test func theDashboardWithoutATerminalSaysWhatToDo() throws {
    let program = try Program()
    defer { program.remove() }
    let result = try program.run("folder")
    #expect(result.status == 2)
    #expect(result.errors.contains("no terminal"))
    #expect(result.errors.contains("regwatch list"))
  }

  @Test func aBadConfigurationIsAWarningWithItsLine() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("a.txt", Stories.lobbying)
    try FileManager.default.createDirectory(at: program.home.appending(path: "config/regwatch"), withIntermediateDirectories: true)
    try Data("mouse = true\ncolour = \"red\"\nascii = 3\n".utf8).write(to: program.home.appending(path: "config/regwatch/config.toml"))
    let result = try program.run("index", "folder")
    #expect(result.status == 0)
    #expect(result.errors.contains("config.toml:2"))
    #expect(result.errors.contains("config.toml:3"))
  }

  @Test func theDoctorLooksAtEveryFileOfTheUsers() throws {
    let program = try Program()
    defer { program.remove() }
    let configuration = program.home.appending(path: "config/regwatch")
    try FileManager.default.createDirectory(at: configuration.appending(path: "themes"), withIntermediateDirectories: true)
    #expect(try program.run("doctor").output.contains("no complaint"))
    try Data("fly = \"f\"\n".utf8).write(to: configuration.appending(path: "keys.toml"))
    mkfifo(configuration.appending(path: "themes/pipe.toml").path, 0o600)
    let result = try program.run("doctor")
    #expect(result.status == 1)
    #expect(!result.output.contains("no complaint"))
    #expect(result.output.contains("keys.toml"))
    #expect(result.output.contains("pipe.toml: it is not a file"))
  }

  @Test func aFolderThatIsAwayTakesNothingAway() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("a.txt", Stories.lobbying)
    _ = try program.run("index", "folder")
    try FileManager.default.moveItem(at: program.folder, to: program.home.appending(path: "elsewhere"))
    let result = try program.run("index", "folder")
    #expect(result.status == 2)
    #expect(result.errors.contains("folder"))
    #expect(try program.run("list", "--format", "csv").lines.count == 2)
  }

  @Test(arguments: ["folder folder/", "folder folder/sub", "folder/sub folder", "folder link", "link folder/sub"])
  func foldersThatHoldEachOtherGiveEachStoryOnce(named: String) throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("a.txt", Stories.lobbying)
    try program.write("sub/b.txt", Stories.sued)
    try FileManager.default.createSymbolicLink(at: program.home.appending(path: "link"), withDestinationURL: program.folder)
    #expect(try program.shell("\"$R\" index \(named)").output.hasPrefix("2 added"))
    #expect(try program.shell("\"$R\" index \(named)").output.hasPrefix("0 added, 0 changed, 0 removed, 2 unchanged"))
    #expect(try program.run("index", "link").output.hasPrefix("0 added, 0 changed, 0 removed, 2 unchanged"))
    #expect(try program.run("list", "--format", "jsonl").lines.count == 2)
  }

  @Test func inADeletedFolderARelativePathLeadsNowhere() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("a.txt", Stories.lobbying)
    let result = try program.shell("mkdir gone; cd gone; rmdir ../gone; \"$R\" index \"${HOME#/}/folder\"")
    #expect(result.status == 2, "not the folder of that name at the root of the disk: \(result.output)")
    #expect(result.errors.contains("it does not exist"))
  }

  @Test func aLimitOnFileSizesIsAMessageAndNotTheEnd() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("a.txt", Stories.lobbying)
    let result = try program.shell("(ulimit -f 40; \"$R\" index folder)")
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("regwatch: "), "\(result.errors)")
    #expect(try program.run("index", "folder").status == 0, "and nothing is broken by it")
  }

  @Test func badUsageIsToldInTheProgramsName() throws {
    let program = try Program()
    defer { program.remove() }
    let result = try program.run("list", "--sort", "sideways")
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("regwatch: The value 'sideways' is invalid"), "\(result.errors)")
  }

  @Test func theTerminalIsSafeFromNamesOfFiles() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("z\u{1B}]0;owned\u{7}\u{9B}31m\u{202E}.txt", Stories.sued)
    for arguments in [
      "index folder", "list", "list --format csv", "list --format json", "list --format markdown", "show 1", "doctor folder",
    ] {
      let output = try program.shell("script -qc \"'$R' \(arguments)\" /dev/null").output
      #expect(output.unicodeScalars.count > 20)
      #expect(
        !output.contains("\u{1B}]0") && !output.contains("\u{7}") && !output.contains("\u{9B}") && !output.contains("\u{202E}"),
        "\(arguments)")
    }
  }

  @Test func theTerminalIsSafeFromDocuments() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(
      "a.txt", "Title \u{1B}]52;c;aGk=\u{07} here\n\nMarch 4, 2026\n\nThe SEC \u{9B}31m said \u{202E}evil\u{202C} things about Binance.\n")
    _ = try program.run("index", "folder")
    for arguments in ["list", "list --format csv", "list --format jsonl", "show 1", "extract folder/a.txt", "facets agencies"] {
      let output = try program.shell("\"$R\" \(arguments)").output
      #expect(
        !output.unicodeScalars.contains {
          ($0.value < 32 && $0 != "\n" && $0 != "\t") || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E
        }, "\(arguments)")
    }
  }
}
