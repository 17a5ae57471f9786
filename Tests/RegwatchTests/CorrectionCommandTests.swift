import Foundation
import Testing

@Suite struct CorrectionCommands {
  private func program(_ lexicon: String? = nil) throws -> Program {
    let program = try Program()
    try program.write("a.txt", Stories.lobbying)
    try program.write("b.txt", Stories.sued)
    if let lexicon { try write(lexicon, program) }
    return program
  }

  private func write(_ lexicon: String, _ program: Program) throws {
    let folder = program.home.appending(path: "config/regwatch/lexicon")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(lexicon.utf8).write(to: folder.appending(path: "corrections.toml"))
  }

  private func id(of story: String, _ program: Program) throws -> String {
    String(try #require(try program.run("list", story, "--format", "jsonl").output.firstMatch(of: /"id":(\d+)/)).1)
  }

  static let denial = "# why\n[[deny]]\nkind = \"exchange\"\nid = \"kraken\"\nalias = \"Kraken\"\n"

  @Test func whyPrintsEachFindingWithSentencePlaceRuleAndConfidence() throws {
    let program = try program()
    defer { program.remove() }
    try program.run("index", "folder")
    let story = try id(of: "agency:fincen", program)
    let text = try program.run("why", story)
    #expect(text.status == 0, "\(text.errors)")
    for part in [
      "Date 4 Mar 2026, from the dateline", "Exchange Binance  [binance]", "line 3, column", "⟦Binance⟧ met with Treasury Department",
      "Rule: The name means only this.", "Certain: ", "Price move BTC down 15.2 %", "⟦", "Bill Elizabeth Warren",
    ] where !(part == "Bill Elizabeth Warren" && text.output.contains("Warren")) {
      #expect(text.output.contains(part), "\(part) in\n\(text.output)")
    }
    let json = try program.run("why", story, "--format", "json", "--only", "volatility")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["version"] as? Int == 1)
    let findings = try #require(object["findings"] as? [[String: Any]])
    #expect(findings.count == 1)
    let sentence = Array(try #require(findings[0]["sentence"] as? String).utf8)
    let part = try #require(findings[0]["emphasis"] as? [Int])
    #expect(String(decoding: sentence[part[0]..<part[1]], as: UTF8.self).contains("15.2%"))
    #expect(findings[0]["confidence"] as? String != nil)
    #expect(findings[0]["correctedBy"] is NSNull)
    #expect(try program.run("why", story, "--only", "quotes").status == 1, "nothing of that sort")
    #expect(try program.run("why", "4711").status == 2)
    #expect(try program.run("why", story, "--only", "nonsense").status == 2)
  }

  @Test func aDenialAppliesAtTheNextIndexWithoutReadingFilesAndWhyTellsIt() throws {
    let program = try program()
    defer { program.remove() }
    try program.run("index", "folder")
    let story = try id(of: "exchange:kraken", program)
    try write(Self.denial, program)
    let result = try program.run("index", "folder")
    #expect(result.output.contains("your names have changed: 1 story extracted again, 1 story changed"), "\(result.output)")
    #expect(result.output.contains("0 added, 0 changed, 0 removed, 2 unchanged"), "\(result.output)")
    #expect(try program.run("list", "exchange:kraken").status == 1)
    let why = try program.run("why", story, "--only", "exchanges")
    #expect(why.output.contains("Not taken: exchange Kraken (Payward)"))
    #expect(why.output.contains("Corrected by lexicon/corrections.toml line 2"), "\(why.output)")
    try write("", program)
    #expect(try program.run("index", "folder").output.contains("1 story changed"))
    #expect(try program.run("list", "exchange:kraken").status == 0)
  }

  @Test func aNameOfOnesOwnIsToldWhereItStands() throws {
    let program = try program("[[agency]]\nid = \"fincen\"\naliases = [\"the filing\"]\n")
    defer { program.remove() }
    try program.run("index", "folder")
    let why = try program.run("why", try id(of: "agency:fincen", program), "--id", "fincen")
    #expect(why.output.contains("⟦the filing⟧"), "\(why.output)")
    #expect(why.output.contains("Corrected by lexicon/corrections.toml line 1"))
  }

  @Test func doctorLooksThroughNamesAndSaysWhatToDo() throws {
    let program = try program()
    defer { program.remove() }
    let clean = try program.run("doctor", "--lexicon")
    #expect(clean.status == 0, "\(clean.output)")
    try write("[[exchange]]\nid = \"gate\"\naliases = [\"Gate\"]\n\n[[deny]]\nkind = \"agency\"\nid = \"nobdy\"\n", program)
    let result = try program.run("doctor", "--lexicon")
    #expect(result.status == 1)
    #expect(result.output.contains("line 1: “Gate” of gate is an everyday word"), "\(result.output)")
    #expect(result.output.contains("put “?” before it"))
    #expect(result.output.contains("corrections.toml:5"))
    #expect(result.output.contains("there is no agency “nobdy”"))
  }
}

@Suite(.enabled(if: Tmux.isInstalled, "tmux is not installed"), .serialized) struct CorrectingInTmux {
  private func corrections(_ program: Program) -> String {
    (try? String(contentsOf: program.home.appending(path: "config/regwatch/lexicon/corrections.toml"), encoding: .utf8)) ?? ""
  }

  private func opened(_ program: Program) throws -> Tmux {
    try program.write("a.txt", Stories.lobbying)
    try program.write("b.txt", Stories.sued)
    let tmux = try Tmux(program, columns: 120, rows: 32, arguments: "folder")
    try tmux.wait(for: "both stories") { $0.contains("2 stories") && $0.contains("│ Kraken") && $0.contains("Regulator sues") }
    return tmux
  }

  private func showsKraken(_ screen: String) -> Bool { screen.contains("│ Kraken") || screen.contains("▌Kraken") }

  private func deny(_ tmux: Tmux) throws {
    try tmux.type(":")
    try tmux.type("deny exchange:kraken Kraken\n")
  }

  @Test func aWrongNameIsCorrectedTakenBackAndCorrectedAgain() throws {
    let program = try Program()
    defer { program.remove() }
    let tmux = try opened(program)
    // Kraken stands first: no exchange is new, and names go by the alphabet; the cursor looks for it.
    try tmux.type("/")
    try tmux.type("sued\n")
    try tmux.wait(for: "the one story, and its exchange alone") { $0.contains("1 of 2") && !$0.contains("Binance") }
    try tmux.type("1i")
    try tmux.waitFor("Why Kraken (Payward)")
    try tmux.waitFor("sued Kraken on Friday")
    try tmux.type("x")
    try tmux.waitFor("“Kraken” is never Kraken (Payward)")
    try tmux.type("1")
    try tmux.wait(for: "no Kraken") { $0.contains("1 story changed") && !showsKraken($0) }
    #expect(corrections(program).contains("alias = \"Kraken\""))
    #expect(corrections(program).contains("in “Regulator sues an exchange”"))
    try tmux.type("u")
    try tmux.wait(for: "Kraken again") { $0.contains("Took it back: 1 story changed") && showsKraken($0) }
    #expect(corrections(program).isEmpty)
    try tmux.keys("C-r")
    try tmux.wait(for: "no Kraken once more") { $0.contains("Did it again: 1 story changed") && !showsKraken($0) }
    try tmux.type("Q")
    try tmux.waitFor("shell>")
    #expect(try program.run("list", "exchange:kraken").status == 1)
  }

  @Test func twoDashboardsAndAnEditorSeeEachOthersCorrections() throws {
    let program = try Program()
    defer { program.remove() }
    let one = try opened(program)
    let two = try Tmux(program, columns: 120, rows: 32, arguments: "folder")
    try two.wait(for: "both stories") { $0.contains("2 stories") && showsKraken($0) }
    try deny(one)
    try one.wait(for: "no Kraken") { $0.contains("1 story changed") && !showsKraken($0) }
    // Another program's commit is looked for when a key is pressed, at most once a second.
    try two.wait(for: "no Kraken in the other") {
      _ = try? two.keys("j")
      return !showsKraken($0)
    }
    let file = program.home.appending(path: "config/regwatch/lexicon/corrections.toml")
    try Data("# emptied by hand\n".utf8).write(to: file)
    try one.wait(for: "Kraken again, without a key") { showsKraken($0) }
  }

  @Test func aBrokenFileIsToldAndNeverOverwritten() throws {
    let program = try Program()
    defer { program.remove() }
    let folder = program.home.appending(path: "config/regwatch/lexicon")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let broken = "[[deny]]\nkind = \"exchange\nid = \"binance\"\n"
    try Data(broken.utf8).write(to: folder.appending(path: "corrections.toml"))
    let tmux = try opened(program)
    try deny(tmux)
    try tmux.waitFor("Cannot add to")
    #expect(corrections(program) == broken)
    #expect(showsKraken(tmux.screen))
  }

  @Test func aThingThatIsNotThereChangesNothing() throws {
    let program = try Program()
    defer { program.remove() }
    let tmux = try opened(program)
    try tmux.type(":")
    try tmux.type("deny exchange:krakne\n")
    try tmux.waitFor("did you mean")
    #expect(corrections(program).isEmpty)
  }
}
