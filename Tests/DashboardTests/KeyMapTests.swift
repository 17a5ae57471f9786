import Dashboard
import QueryLanguage
import RegulatoryModel
import TerminalCanvas
import Testing

struct KeyMapTests {
  @Test func everyActionStandsInTheTableOnce() {
    #expect(ActionTable.all.map(\.action) == Action.allCases)
    for info in ActionTable.all {
      #expect(!info.help.isEmpty && !info.help.hasSuffix("."), "\(info.action)")
      #expect(!info.contexts.isEmpty, "\(info.action)")
    }
  }

  @Test(arguments: KeyPreset.allCases) func presetsHaveNoClashes(preset: KeyPreset) {
    let (map, problems) = KeyMap.made(preset: preset, overrides: [])
    #expect(problems.isEmpty)
    // Every key of the preset's text really is bound somewhere.
    for action in Action.allCases {
      let wanted = preset.keys(of: action).split(separator: " ").map { String($0.split(separator: ":").last ?? "") }.filter { !$0.isEmpty }
      let bound = map.keys(of: action).map(\.name)
      for key in wanted where key != "" {
        #expect(bound.contains(KeySequence(name: key)?.name ?? "?") || key == ":", "\(preset) \(action) \(key)")
      }
    }
  }

  @Test(arguments: KeyPreset.allCases) func everyPresetCanMoveOpenSearchAskForHelpAndLeave(preset: KeyPreset) {
    let map = KeyMap(preset: preset)
    for context in KeyContext.panes {
      for action in [Action.down, .up, .nextPane, .search, .command, .help, .leave, .back, .filterTo, .undo] {
        #expect(!map.keys(of: action, in: context).isEmpty, "\(preset) \(action) \(context)")
      }
    }
    for action in [Action.down, .up, .open, .nextStatus, .retry, .search, .sort, .why, .command, .help, .leave, .back, .coverage] {
      #expect(!map.keys(of: action, in: .coverage).isEmpty, "\(preset) \(action) in the coverage")
    }
  }

  @Test func hintsOfTheFooterHaveKeysAndWords() {
    let map = KeyMap()
    for context in KeyContext.allCases {
      for action in ActionTable.hints(in: context) {
        #expect(!map.keys(of: action, in: context).isEmpty && !ActionTable.info(action).hint.isEmpty, "\(action) in \(context)")
      }
    }
  }

  @Test(arguments: KeyContext.allCases) func helpNamesEveryKeyOfThePlace(context: KeyContext) {
    let session = Session()
    let lines = HelpText.lines(for: HelpView(context: context, isComplete: false), in: session.state)
    for info in ActionTable.all where info.contexts.contains(context) {
      let keys = session.state.keyMap.keys(of: info.action, in: context).map(\.name).joined(separator: " ")
      // A row that takes several lines is read as one.
      var rows: [(keys: String, text: String)] = []
      for line in lines {
        guard case .key(let named, let text, _) = line else { continue }
        if named.isEmpty, let last = rows.indices.last { rows[last].text += " " + text } else { rows.append((named, text)) }
      }
      let isNamed = rows.contains { named, text in
        guard text.hasPrefix(info.help) else { return false }
        return keys.isEmpty ? named.hasPrefix(":" + info.action.rawValue) : named == keys
      }
      #expect(isNamed, "\(info.action)")
    }
  }

  @Test func helpShowsTheUsersOwnKeys() {
    var session = Session()
    session.state.keyMap = KeyMap.made(preset: .vim, overrides: [("star", ["F2"])]).map
    session.type("?")
    #expect(session.text.contains("F2"))
    session.type("/")
    session.enter("off")
    session.type("Enter")
    #expect(session.text.contains("Star, or take the star off"))
    #expect(!session.text.contains("Mark as read"))
    session.type("Esc Esc")
    #expect(session.state.overlay == nil)
  }

  @Test func aUsersKeyIsTakenFromThePreset() {
    let (map, problems) = KeyMap.made(preset: .vim, overrides: [("star", ["m"])])
    #expect(map.match([.character("m")], in: .stories) == .action(.star))
    #expect(map.match([.character("*")], in: .stories) == .none)
    #expect(problems.map(\.what) == ["mark-read has no key left"])
  }

  @Test func aKeyForOnePlaceLeavesTheOthers() {
    let (map, problems) = KeyMap.made(preset: .vim, overrides: [("star", ["reader:m", "*"])])
    #expect(map.match([.character("m")], in: .reader) == .action(.star))
    #expect(map.match([.character("m")], in: .stories) == .action(.markRead))
    #expect(problems.isEmpty)
  }

  @Test(arguments: [
    ("nonsense", ["x"], "Cannot set keys for “nonsense”"), ("star", ["Hyper-9000"], "Cannot use the key “Hyper-9000” for star"),
    ("star", ["a b c d e"], "Cannot use the key “a b c d e” for star"),
  ]) func aWrongSettingIsToldAndLeftOut(action: String, keys: [String], problem: String) {
    let (map, problems) = KeyMap.made(preset: .vim, overrides: [(action, keys)])
    #expect(problems.first?.what == problem)
    #expect(map.match([.character("j")], in: .stories) == .action(.down))
  }

  @Test func twoSettingsForOneKeyClash() {
    let (map, problems) = KeyMap.made(preset: .vim, overrides: [("star", ["x"]), ("tag", ["x"])])
    #expect(map.match([.character("x")], in: .stories) == .action(.star))
    #expect(problems.first?.what == "Cannot use x for tag")
  }

  @Test func aKeyThatBeginsSequencesTakesThem() {
    let (map, problems) = KeyMap.made(preset: .vim, overrides: [("star", ["g"])])
    #expect(map.match([.character("g")], in: .stories) == .action(.star))
    #expect(map.match([.character("g")], in: .entities) == .prefix)
    #expect(problems.isEmpty, "the top still has Home, and gg elsewhere: \(problems)")
  }

  @Test(arguments: [
    ("gg", 2), ("]e", 2), ("^D", 1), ("Space", 1), ("g PgDn", 2), ("y^D", 2), ("S-Tab", 1), ("|", 1), (":", 1), ("F1", 1),
  ]) func sequencesAreReadAndWritten(name: String, length: Int) throws {
    let sequence = try #require(KeySequence(name: name))
    #expect(sequence.keys.count == length)
    #expect(KeySequence(name: sequence.name) == sequence)
  }

  @Test func whatCanFollowAppearsOnlyAfterAWhile() {
    var session = Session()
    session.type("y")
    let token = session.state.wakeToken
    #expect(session.effects.contains(.wakeAfter(milliseconds: 400, token: token)))
    #expect(!session.state.showsKeyHint)
    session.send(.woke(token: token))
    #expect(session.text.contains("Copy a citation"))
    session.type("c")
    #expect(!session.state.showsKeyHint)
    #expect(session.deeds().count == 1)
    session.type("y")
    session.send(.woke(token: token))
    #expect(!session.state.showsKeyHint, "an old wake is not this one")
    session.type("Esc")
    #expect(session.state.pendingKeys.isEmpty)
  }

  @Test func anUnknownKeySaysSoQuietly() {
    var session = Session()
    let rows = session.state.rows
    session.type("F9")
    #expect(session.statusLine.contains("F9 does nothing here. ? shows the keys"))
    session.type("j")
    #expect(!session.statusLine.contains("F9"))
    #expect(session.state.rows == rows)
  }

  @Test func documentationIsPrintedFromTheTable() {
    let text = ActionTable.markdown(KeyMap())
    for action in Action.allCases { #expect(text.contains("`:\(action.rawValue)`")) }
  }
}
