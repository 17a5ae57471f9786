import Dashboard
import QueryLanguage
import RegulatoryModel
import Testing

@testable import Dashboard

@Suite struct Correcting {
  private static let kraken = EntityKey(.exchange, "kraken")

  private func corrections(_ session: inout Session) -> [CorrectionRequest] {
    session.deeds().compactMap { if case .correct(let request) = $0 { request } else { nil } }
  }

  @Test func whyOnAnExchangeShowsTheSentencesOfTheNewestStories() throws {
    var session = Session()
    session.type("1 i")
    guard case .why(let view) = session.state.overlay else {
      Issue.record("no view: \(session.text)")
      return
    }
    let entries = try #require(view.entries)
    #expect(entries.count > 1 && entries.count <= 5)
    for entry in entries {
      #expect(entry.emphasis != nil && entry.place != nil)
      #expect(entry.notes.contains { $0.hasPrefix("Rule: ") })
      #expect(entry.notes.contains { $0.hasPrefix("Certain: ") })
    }
  }

  @Test func whyOnAnAgencyStaysUnderTheFilter() throws {
    var session = Session()
    session.type("1 Space 2 i")
    guard case .why(let view) = session.state.overlay else {
      Issue.record("no view")
      return
    }
    let wanted = session.state.filtering.query
    guard case .findEvidence(let key, let query) = session.effects.last(where: { if case .findEvidence = $0 { true } else { false } })
    else {
      Issue.record("nothing was asked")
      return
    }
    #expect(query == wanted.narrowed(by: .field(.agency, .id(key.id))))
    #expect(view.entries?.isEmpty == false)
  }

  @Test func keysMoveFromEntryToEntryAndEnterOpensTheOneChosen() {
    var session = Session()
    session.type("1 i j j k Enter")
    #expect(session.state.focus == .reader)
    #expect(session.state.reader.currentMark != nil, "it opens at the sentence")
  }

  @Test func xOffersWhatCanBeSaidAgainstAName() {
    var session = Session()
    session.type("1 i x")
    guard case .menu(let menu) = session.state.overlay else {
      Issue.record("no menu")
      return
    }
    #expect(menu.items.count == 3)
    #expect(menu.items.map(\.label) == ["Never, in any story", "Not in this sentence", "It is another thing…"])
    session.type("1")
    #expect(session.statusLine.contains("is never"))
    #expect(session.statusLine.contains("12 stories changed"))
  }

  @Test func aCorrectionIsTakenBackAndMadeAgain() {
    var session = Session()
    session.type("1 i x 2")
    #expect(corrections(&session).map(\.what).count == 1)
    session.type("u")
    guard case .takeBack(let record) = session.deeds().first else {
      Issue.record("nothing was taken back")
      return
    }
    session.type("^R")
    #expect(session.deeds() == [.correctAgain(record)])
  }

  @Test func aNameThatIsAnotherThingIsAskedWhich() {
    var session = Session()
    session.type("1 i x 3")
    #expect(session.statusLine.contains("” is:"))
    session.enter("agency:nobody")
    session.type("Enter")
    #expect(session.state.prompt?.fault != nil, "an unknown thing is told, and the prompt stays")
    session.type("^U")
    session.enter("agency:fin")
    #expect(session.text.contains("fincen"), "things complete")
    session.enter("cen")
    session.type("Enter")
    let request = corrections(&session).first
    guard case .means(_, let key, let other) = request?.what else {
      Issue.record("\(String(describing: request))")
      return
    }
    #expect(key == EntityKey(.agency, "fincen"))
    #expect(other?.kind == .exchange)
  }

  @Test func ofAPriceMoveOnlyTheSentenceCanBeDenied() {
    var session = Session()
    session.type("4 i x")
    guard case .menu(let menu) = session.state.overlay else {
      Issue.record("no menu: \(session.text)")
      return
    }
    #expect(menu.items.count == 1)
    session.type("Enter")
    guard case .notHere(.move, let id)? = corrections(&session).first?.what else {
      Issue.record("no correction")
      return
    }
    #expect(id == "BTC")
  }

  @Test func xOnALitMentionAsksAtOnce() {
    var session = Session()
    session.type("5 Enter ]e x")
    guard case .menu = session.state.overlay else {
      Issue.record("no menu: \(session.text)")
      return
    }
  }

  @Test func whatTheDocumentSaysOfItselfIsNotCorrected() {
    var session = Session()
    session.type("5 i x")
    #expect(session.statusLine.contains("the document’s own") || session.text.contains("document’s own"))
  }

  @Test(arguments: [
    ("deny exchange:kraken Kraken", CorrectionRequest.What.never(kraken, name: "Kraken")),
    ("deny exchange:kraken \"Kraken Pro\"", .never(kraken, name: "Kraken Pro")),
    ("deny exchange:kraken", .never(kraken, name: nil)),
    ("alias agency:fincen FCEN Bureau", .means("FCEN Bureau", EntityKey(.agency, "fincen"), insteadOf: nil)),
  ])
  func theCommandLineDoesTheSame(_ command: String, _ what: CorrectionRequest.What) {
    var session = Session()
    session.type(":")
    session.enter(command)
    session.type("Enter")
    #expect(corrections(&session).map(\.what) == [what], "\(session.statusLine)")
  }

  @Test(arguments: [
    ("deny kraken", "Say what"), ("deny exchange:krakne", "did you mean"), ("alias agency:fincen", "under which name"),
  ])
  func aMistypedCorrectionIsToldAndDoesNothing(_ command: String, _ words: String) {
    var session = Session()
    session.type(":")
    session.enter(command)
    session.type("Enter")
    #expect(corrections(&session).isEmpty)
    #expect(session.statusLine.contains(words), "\(session.statusLine)")
  }

  @Test func whatALineOfOnesOwnTookOutCanBeAskedAbout() {
    var session = Session()
    session.type("5 Enter q")
    let id = session.state.reader.detail?.row.id ?? StoryID(0)
    session.send(.traced(id, [TraceNote(span: 0..<10, origin: "lexicon/corrections.toml line 12", removed: "exchange Kraken")]))
    session.type("5 i G")
    #expect(session.text.contains("Not taken: exchange Kraken"))
    #expect(session.text.contains("Corrected by lexicon/corrections.toml line 12"))
  }

  @Test(arguments: [(20, 5), (40, 12), (80, 24), (200, 50)]) func everySizeShowsAndMovesThroughTheEvidence(_ columns: Int, _ rows: Int) {
    var session = Session(columns: columns, rows: rows)
    session.type("5 i")
    for key in ["j", "j", "^D", "G", "k", "^U", "gg", "x", "Esc", "Esc"] {
      session.type(key)
      #expect(session.screen.count == rows)
    }
  }
}
