import Dashboard
import QueryLanguage
import RegulatoryModel
import TerminalCanvas
import TestSupport
import Testing

/// Random keys, mouse, sizes and a library that is slow, forgetful and changing: nothing crashes, and the state stays consistent.
struct FuzzTests {
  private static let keys: [Key] =
    "jkhlGgqzJKnNaAfFSvmMtTurRseoOicyp123456[]e+_/:*-.?|^ \"()日".map { Key.character($0) }
    + [.enter, .enter, .escape, .escape, .tab, .backTab, .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .backspace, .delete]
    + "abcdeflnpruwz".map { Key.control($0) } + [.function(1), .alt("x"), .insert]

  @Test(arguments: 1...8) func anyKeysAtAnySize(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var session = Session(stories: Int.random(in: 0...60, using: &random), preset: KeyPreset.allCases[Int(seed) % 3])
    session.answers = false
    var late: [Effect] = []
    var log: [String] = []
    for step in 0..<2_500 {
      session.effects = []
      let message = Self.message(&random, &session)
      log.append("\(message)")
      session.send(message)
      late += session.effects
      // Answers come late, in any order, or never.
      while let effect = late.randomElement(using: &random), Bool.random(using: &random) {
        late.removeAll { $0 == effect }
        session.effects = []
        Self.answer(effect, &session, &random)
        late += session.effects
      }
      late = Array(late.suffix(40))
      let faults = Self.faults(of: session.state)
      #expect(faults.isEmpty, "seed \(seed), step \(step): \(faults) after \(log.suffix(6))")
      if !faults.isEmpty { return }
      if step % 6 == 0 {
        let frame = render(session.state, theme: .plain)
        #expect(frame.canvas.size == session.state.size)
      }
    }
  }

  private static func message(_ random: inout SplitMix64, _ session: inout Session) -> Message {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<2:
      return .resized(Size(columns: Int.random(in: 1...130, using: &random), rows: Int.random(in: 1...40, using: &random)))
    case 2..<8:
      let place = (
        Int.random(in: -1...session.state.size.columns, using: &random), Int.random(in: -1...session.state.size.rows, using: &random)
      )
      return .mouse(MouseEvent(kind: MouseEvent.Kind.allCases.randomElement(using: &random) ?? .press, column: place.0, row: place.1))
    case 8: return .paste("agency:sec\nx")
    case 9: return .woke(token: session.state.wakeToken)
    case 10: return .dayChanged(FakeLibrary.today.adding(days: Int.random(in: 0...3, using: &random)))
    case 11: return .progress(Bool.random(using: &random) ? nil : LoadProgress(filesDone: 3, filesTotal: 9))
    case 12: return .problem(Problem("Cannot read a file", why: "it is a test"))
    case 13, 14: return commit(&random, &session)
    case 15: return .savedFilters([SavedFilter(name: "a", query: "agency:sec"), SavedFilter(name: "b", query: "((")])
    default: return .key(keys.randomElement(using: &random) ?? .enter)
    }
  }

  private static func commit(_ random: inout SplitMix64, _ session: inout Session) -> Message {
    let ids = session.library.entries.map(\.row.id)
    if Bool.random(using: &random), let gone = ids.randomElement(using: &random) {
      session.library.entries.removeAll { $0.row.id == gone }
      return .committed(added: [], changed: [], removed: [gone], Revision(2))
    }
    if let changed = session.library.entries.indices.randomElement(using: &random) {
      session.library.entries[changed].text += " More."
      var copy = session.library.entries[changed]
      copy.row.id = StoryID(Int64.random(in: 50_000...90_000, using: &random))
      session.library.entries.insert(copy, at: Int.random(in: 0...changed, using: &random))
      return .committed(added: [copy.row.id], changed: [session.library.entries[changed].row.id], removed: [], Revision(2))
    }
    return .committed(added: [], changed: [], removed: [], Revision(2))
  }

  private static func answer(_ effect: Effect, _ session: inout Session, _ random: inout SplitMix64) {
    switch effect {
    case .ask(let request):
      if Int.random(in: 0..<12, using: &random) == 0 {
        session.send(.answerFailed(Problem("Cannot ask", why: "busy"), generation: request.generation))
      } else {
        session.send(.answered(session.library.answer(request)))
      }
    default:
      session.answers = true
      let before = session.effects
      session.carryOut([effect])
      session.answers = false
      session.effects = before
    }
  }

  private static func faults(of state: DashboardState) -> [String] {
    var faults: [String] = []
    for pane in PaneID.allCases where pane != .reader {
      let list = state.lists[pane]
      let count = state.rows.count(in: pane)
      if list.selected < 0 || list.selected >= max(1, count) { faults.append("\(pane) selects \(list.selected) of \(count)") }
      if list.identity != state.rows.identity(at: list.selected, in: pane) { faults.append("\(pane) has lost its row") }
      if list.top < 0 { faults.append("\(pane) begins at \(list.top)") }
      if let anchor = list.anchor, anchor >= max(1, count) { faults.append("\(pane) has its range at \(anchor) of \(count)") }
      if let content = state.layout.content(of: pane), count > 0, !(list.top..<(list.top + content.height)).contains(list.selected) {
        faults.append("\(pane) shows \(list.top)… and not \(list.selected)")
      }
    }
    if state.reader.top < 0 || state.layout.content(of: .reader) != nil && state.reader.top > max(0, state.reader.page.count) {
      faults.append("reader at \(state.reader.top)")
    }
    if let mark = state.reader.currentMark, !state.reader.marks.indices.contains(mark) { faults.append("mark \(mark) is not there") }
    if state.prompt != nil, state.overlay != nil { faults.append("a prompt under an overlay") }
    if state.pendingKeys.count >= KeySequence.longest { faults.append("endless keys") }
    if let prompt = state.prompt, prompt.line.cursor > prompt.line.characters.count { faults.append("cursor behind the line") }
    return faults
  }
}
