import Foundation
import RegulatoryModel
import SettingsText
import TOMLKit
import TerminalCanvas
import TestSupport
import Testing

@testable import Themes

@Suite struct ThemeFileTests {
  private func load(_ files: [String: String]) throws -> (catalog: ThemeCatalog, folder: TemporaryFolder) {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: name) }
    return (ThemeCatalog.load(userFolder: folder.path), folder)
  }

  /// The problems with the folder's path taken away.
  private func told(_ loaded: (catalog: ThemeCatalog, folder: TemporaryFolder)) -> [String] {
    loaded.catalog.problems.map { $0.description.replacingOccurrences(of: loaded.folder.path + "/", with: "") }
  }

  @Test(arguments: [
    (#"text = "red""#, "text", Style(foreground: .indexed(1))),
    (
      ##"text = "bold italic #ff8000 on 17""##, "text",
      Style(foreground: .rgb(255, 128, 0), background: .indexed(17), isBold: true, isItalic: true)
    ),
    (##"text = "#abc""##, "text", Style(foreground: .rgb(0xAA, 0xBB, 0xCC))),
    (#"text = "on bright-blue""#, "text", Style(background: .indexed(12))),
    (#"text = "accent on accent""#, "text", Style(foreground: .rgb(1, 2, 3), background: .rgb(1, 2, 3))),
    (#"text = "plain""#, "text", .plain), (#"text = "default on default""#, "text", .plain),
    (
      #""row.selected" = { fg = "accent", bg = 4, bold = true, underline = true }"#, "row.selected",
      Style(foreground: .rgb(1, 2, 3), background: .indexed(4), isBold: true, isUnderlined: true)
    ),
    (#"row.selected = { reverse = true, dim = true }"#, "row.selected", Style(isDim: true, isReversed: true)),
    (#"row.selected.unfocused = "underlined""#, "row.selected.unfocused", Style(isUnderlined: true)),
    (#"move = "green""#, "move.up", Style(foreground: .indexed(2))),
    (#"text = {}"#, "text", .plain), (#"text = { bold = false }"#, "text", .plain),
    (#"text = "Bold RED""#, "text", Style(foreground: .indexed(1), isBold: true)),
  ])
  func aStyleIsRead(line: String, scope: String, style: Style) throws {
    let loaded = try load(["mine.toml": "[palette]\naccent = \"#010203\"\n[styles]\n\(line)\n"])
    #expect(told(loaded) == [])
    #expect(loaded.catalog.theme(named: "mine")?.style(ThemeScope(rawValue: scope)) == style)
  }

  @Test(
    arguments: [
      (
        "[styles]\n\"row.selectd\" = \"bold\"", ["mine.toml:2: row.selectd: there is no such scope (did you mean “row.selected”?)"], "scope"
      ),
      ("[styles]\n\n# c\ntext = \"bold lilac\"", ["mine.toml:4: text: there is no colour “lilac”"], "colour"),
      ("[styles]\ntext = \"yelow\"", ["mine.toml:2: text: there is no colour “yelow” (did you mean “yellow”?)"], "colour to guess"),
      ("[styles]\ntext = \"#12345\"", ["mine.toml:2: text: there is no colour “#12345”"], "digits"),
      (
        "[styles]\ntext = \"red blue\"", ["mine.toml:2: text: it has two colours, “red” and “blue”; a background follows “on”"],
        "two colours"
      ),
      ("[styles]\ntext = \"red on\"", ["mine.toml:2: text: nothing follows “on”"], "on nothing"),
      ("[styles]\ntext = { bald = true }", ["mine.toml:2: text: there is no “bald” in a style (did you mean “bold”?)"], "attribute"),
      ("[styles]\ntext = { bold = \"yes\" }", ["mine.toml:2: text: bold must be true or false"], "type"),
      ("[styles]\ntext = { fg = true }", ["mine.toml:2: text: fg must be a colour"], "colour type"),
      ("[styles]\ntext = 5", ["mine.toml:2: text: it must be words like “bold blue” or a table like { fg = \"blue\" }"], "number"),
      (
        "[palette]\na = \"#zzz\"\nb = 256\nc = 7",
        [
          "mine.toml:2: a: “#zzz” is no colour",
          "mine.toml:3: b: it must be “#rrggbb”, a number from 0 to 255 or one of the sixteen colours by name",
        ], "palette"
      ),
      (
        "dark = \"yes\"\nnme = \"x\"",
        ["mine.toml:1: dark: it must be true or false", "mine.toml:2: nme: there is no such setting (did you mean “name”?)"], "top level"
      ),
      ("inherits = \"nigt\"", ["mine.toml: inherits: there is no theme “nigt” to inherit from (did you mean “night”?)"], "parent"),
      ("inherits = \"mine\"", ["mine.toml: inherits: “mine” inherits from itself"], "itself"),
      ("styles = 3", ["mine.toml:1: styles: it must be a table"], "no table"),
    ] as [(String, [String], String)])
  func aMistakeIsToldWithItsLine(source: String, problems: [String], note: String) throws {
    let loaded = try load(["mine.toml": source + "\n"])
    #expect(told(loaded) == problems, "\(note)")
    #expect(loaded.catalog.theme(named: "mine") != nil, "the rest of the file holds")
  }

  @Test func aLineThatIsNoTOMLIsLeftOutAndTheRestHolds() throws {
    let loaded = try load([
      "mine.toml": "dark = true\n[styles]\ntext = bold\nborder = \"dim\"\n= 7\nstatus = \"bold\"\ncount = \"unclosed\n"
    ])
    let problems = told(loaded)
    #expect(problems.map { String($0.prefix(12)) } == ["mine.toml:3:", "mine.toml:5:", "mine.toml:7:"], "\(problems)")
    let theme = try #require(loaded.catalog.theme(named: "mine"))
    #expect(theme.isDark == true && theme.style(.border).isDim && theme.style(.status).isBold && theme.style(.text) == .plain)
  }

  @Test func aByteOrderMarkAndControlCharactersDoNoHarm() {
    let file = SettingsFile(text: "\u{FEFF}[\u{1B}\nname = \"x\"\r\nother = \u{7}1\n", path: "a.toml")
    #expect(file.table["name"]?.string == "x")
    #expect(file.problems.map(\.what) == ["a.toml:1", "a.toml:3"])
  }

  @Test(arguments: ["[=]", "[é]", "[", " [ # styles", "[[+", "[\u{1}]", "[/styles]"]) func aTableWithoutANameIsTold(line: String) throws {
    let loaded = try load(["mine.toml": "dark = true\n\(line)\n[styles]\ntext = \"bold\"\n"])
    #expect(told(loaded) == ["mine.toml:2: this is not TOML: a table's name is letters, digits, “_” and “-”"])
    #expect(loaded.catalog.theme(named: "mine")?.style(.text).isBold == true)
  }

  @Test func whatIsNotSaidIsInherited() throws {
    let loaded = try load([
      "child.toml": "inherits = \"parent\"\n[palette]\naccent = \"#00ff00\"\n[styles]\nborder = \"bold\"\n",
      "parent.toml": "inherits = \"night\"\n[palette]\naccent = \"#ff0000\"\n[styles]\ntitle = \"accent\"\n",
    ])
    #expect(told(loaded) == [])
    let child = try #require(loaded.catalog.theme(named: "child"))
    let night = try #require(loaded.catalog.theme(named: "night"))
    #expect(child.style(.title).foreground == .rgb(0, 255, 0), "with the child's palette")
    #expect(child.style(.border) == Style(isBold: true))
    #expect(child.style(.rowSelected) == night.style(.rowSelected))
    #expect(child.isDark == true)
  }

  @Test func aUsersThemeTakesThePlaceOfABuiltInOne() throws {
    let loaded = try load(["night.toml": "inherits = \"night\"\n[styles]\ntext = \"#ff00ff\"\n"])
    #expect(told(loaded) == [])
    #expect(loaded.catalog.names == ["day", "high-contrast", "sixteen", "gruvbox", "nord", "night"])
    let night = try #require(loaded.catalog.theme(named: "night"))
    #expect(night.style(.text).foreground == .rgb(255, 0, 255))
    #expect(night.style(.rowSelected) == ThemeCatalog.builtIn.theme(named: "night")?.style(.rowSelected))
    #expect(loaded.catalog.entries.last?.path?.hasSuffix("/night.toml") == true)
  }

  @Test func ofTwoWithOneNameTheFirstHolds() throws {
    let loaded = try load([
      "a.toml": "name = \"x\"\ndark = true", "b.toml": "name = \"x\"\ndark = false", "c.txt": "no theme", ".d.toml": "=",
    ])
    #expect(told(loaded) == ["b.toml: there is another theme “x” in the folder (give one of them another name)"])
    #expect(loaded.catalog.theme(named: "X")?.isDark == true, "in any case")
  }

  @Test func thatOthersInheritFromEachOtherEnds() throws {
    let loaded = try load([
      "a.toml": "inherits = \"b\"\n[styles]\ntext = \"bold\"", "b.toml": "inherits = \"a\"\n[styles]\ntitle = \"dim\"",
    ])
    #expect(told(loaded).count == 2)
    #expect(loaded.catalog.theme(named: "a")?.style(.title).isDim == true)
  }

  @Test func aFolderThatIsNotThereIsNoTrouble() {
    let catalog = ThemeCatalog.load(userFolder: "/nowhere/at/all")
    #expect(catalog.problems.isEmpty && catalog.names == ThemeCatalog.builtIn.names)
    #expect(ThemeCatalog.load(userFolder: nil).names == ThemeCatalog.builtIn.names)
  }

  @Test func aFileThatIsNoThemeIsTold() throws {
    let loaded = try load([
      "big.toml": String(repeating: "# x\n", count: 70_000), "zero.toml": "\u{0}\u{1}\u{2}", "good.toml": "dark = true",
    ])
    #expect(told(loaded).contains("big.toml: it is larger than 256 KiB, which no theme is"))
    #expect(loaded.catalog.theme(named: "good") != nil)
  }

  @Test(arguments: [
    ("nihgt", "night"), ("gruv", "gruvbox"), ("grovbox", "gruvbox"), ("high-contrst", "high-contrast"), ("zzz", nil), ("Day", "day"),
  ])
  func aNameThatIsAlmostRightIsFound(name: String, nearest: String?) {
    #expect(ThemeCatalog.builtIn.unknown(name).remedy == nearest.map { "did you mean “\($0)”?" })
  }

  @Test func noFileStopsIt() throws {
    var generator = SplitMix64(seed: 21)
    let pieces = [
      "[styles]\n", "[palette]\n", "text", " = ", "\"bold\"", "{", "}", "\n", "\"", "row.selected", "=", "#", "fg", "1", "[", "]", "'''",
      "\\", "é", ",", "on ", "inherits",
    ]
    for _ in 0..<400 {
      let source = (0..<generator.next(below: 40)).map { _ in pieces[generator.next(below: pieces.count)] }.joined()
      let file = ThemeFile(source: source, path: "f", defaultName: "f")
      #expect(file.problems.count < 200)
    }
  }
}
