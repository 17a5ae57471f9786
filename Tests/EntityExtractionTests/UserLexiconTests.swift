import Foundation
import RegulatoryModel
import Testing

@testable import EntityExtraction

@Suite struct UserLexiconTests {
  private func found(_ text: String, _ lexicon: Lexicon) -> [String] {
    let story = Story(title: "", text: text, date: CalendarDay(daysSinceEpoch: 20_000), dateOrigin: .metadata)
    let findings = Extractor(lexicon: lexicon).findings(in: story)
    return (findings.exchanges + findings.agencies).map(\.id).sorted()
  }

  @Test func aNewExchangeIsFoundUnderItsAliases() {
    let lexicon = Lexicon.extended(byTexts: [
      (
        "mine.toml",
        """
        [[exchange]]
        id = "zorbex"
        name = "Zorbex Markets"
        aliases = ["Zorbex", "?Zorb"]
        cues = ["zorbing", "-inflatable"]
        """
      )
    ])
    #expect(lexicon.problems.isEmpty)
    #expect(found("Zorbex halted bitcoin withdrawals.", lexicon) == ["zorbex"])
    #expect(found("Zorb, with its zorbing traders, fell.", lexicon) == ["zorbex"])
    #expect(found("Zorb is an inflatable ball.", lexicon).isEmpty)
    #expect(lexicon.entityNames.contains { $0.key == EntityKey(.exchange, "zorbex") && $0.shortName == "Zorbex" })
  }

  @Test func peopleStandForTheirExchangeOnlyWhereTheUserWantsIt() {
    let text = "Changpeng Zhao spoke about bitcoin; Jesse Powell did not."
    let wanted = Lexicon.extended(byTexts: [("people.toml", "people = true\n")])
    #expect(wanted.problems.isEmpty)
    #expect(found(text, wanted) == ["binance", "kraken"])
    #expect(found(text, .builtIn).isEmpty)
    #expect(Lexicon.extended(byTexts: [("people.toml", "people = \"all\"\n")]).problems.count == 1)
  }

  @Test func aDeniedAliasIsFoundNoMore() {
    let text = """
      [[deny]]
      kind = "exchange"
      id = "coinbase"

      [[deny]]
      kind = "agency"
      id = "doj"
      alias = "Justice Department"
      """
    let lexicon = Lexicon.extended(byTexts: [("deny.toml", text)])
    #expect(lexicon.problems.isEmpty)
    #expect(found("Coinbase and Binance wrote to the Justice Department.", lexicon) == ["binance"])
    #expect(found("Coinbase wrote to the DOJ.", lexicon) == ["doj"])
  }

  @Test func aKnownRowIsExtendedAndOverruled() {
    let text = """
      [[agency]]
      id = "fincen"
      name = "FinCEN, the bureau"
      aliases = ["Vienna, Virginia’s finest"]

      [[agency]]
      id = "zmo"
      name = "Zembla Monetary Office"
      country = "zz"
      role = "central-bank"
      """
    let lexicon = Lexicon.extended(byTexts: [("more.toml", text)])
    #expect(lexicon.problems.isEmpty)
    #expect(found("Vienna, Virginia's finest met the Zembla Monetary Office.", lexicon) == ["fincen", "zmo"])
    #expect(lexicon.agencies.first { $0.id == "fincen" }?.name == "FinCEN, the bureau")
  }

  @Test(arguments: [
    ("[[exchange]]\nname = \"No id\"", "bad.toml:1", "“id” is missing"),
    ("\n[[exchange]]\nid = \"x\"\n", "bad.toml:2", "a new exchange needs a “name”"),
    (
      "[[exchange]]\nid = \"x\"\nname = \"X\"\n[[agency]]\nid = \"y\"\nname = \"Y\"\nrole = \"king\"", "bad.toml:4", "“role” must be one of"
    ),
    ("[[exchange]]\nid = \"x\"\nname = 5", "bad.toml:1", "“name” must be a string"),
    ("[[exchange]]\nid = \"x\"\nname = \"X\"\naliases = \"X\"", "bad.toml:1", "“aliases” must be a list of strings"),
    ("[[exchange]]\nid = \"x\"\nname = \"X\"\ncolour = \"red\"", "bad.toml:1", "“colour” is none of"),
    ("[[planet]]\nid = \"x\"", "bad.toml:1", "“planet” is none of"),
    ("[[deny]]\nkind = \"agency\"\nid = \"nobody\"", "bad.toml:1", "there is no agency “nobody”"),
    ("[[deny]]\nid = \"sec\"", "bad.toml:1", "“kind” must be one of"),
    ("[[exchange]]\nid = \"x\nname", "bad.toml:2", "unescaped"),
    ("exchange = 3", "bad.toml:1", "must be written [[exchange]]"),
  ])
  func aBadEntryIsAProblemWithFileAndLine(_ text: String, _ place: String, _ why: String) throws {
    let lexicon = Lexicon.extended(byTexts: [("bad.toml", text)])
    let problem = try #require(lexicon.problems.first)
    #expect(problem.what.hasSuffix(place), "\(problem)")
    #expect(problem.why.contains(why), "\(problem)")
    #expect(found("Binance fell.", lexicon) == ["binance"], "the rest of the lexicon still counts")
  }

  @Test func theFilesOfAFolderAreTakenInOrder() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("regwatch-lexicon-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "[[exchange]]\nid = \"q\"\nname = \"Quirkex\"\n".write(
      to: folder.appendingPathComponent("a.toml"), atomically: true, encoding: .utf8)
    try "[[exchange]]\nid = \"q\"\nname = \"Quirkex Two\"\n".write(
      to: folder.appendingPathComponent("b.toml"), atomically: true, encoding: .utf8)
    try "not read".write(to: folder.appendingPathComponent("c.txt"), atomically: true, encoding: .utf8)
    let lexicon = Lexicon.extended(byFolder: folder.path)
    #expect(lexicon.problems.isEmpty)
    #expect(lexicon.exchanges.last?.name == "Quirkex Two")
    #expect(Lexicon.extended(byFolder: folder.path + "/none") === Lexicon.builtIn)
    #expect(Lexicon.extended(byFiles: [folder.path + "/none.toml"]).problems.count == 1)
  }
}
