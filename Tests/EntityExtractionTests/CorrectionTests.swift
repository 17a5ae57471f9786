import Foundation
import RegulatoryModel
import Testing

@testable import EntityExtraction

@Suite struct Denying {
  private static let text = """
    Regulator sues an exchange

    The Securities and Exchange Commission sued Kraken on Friday. Coinbase and Kraken, both crypto exchanges, declined to comment. \
    The House passed H.R. 3633, the CLARITY Act, on March 5, 2026. Bitcoin fell 15.2% over the past week. \
    Comments must be received by April 14, 2026. “We will fight this case to the very end,” Jane Doe said.
    """

  private static func story(_ text: String = text) -> Story {
    Story(title: "", text: text, date: CalendarDay(daysSinceEpoch: 20_518), dateOrigin: .metadata)
  }

  private static func findings(_ toml: String, _ text: String = text) -> Findings {
    let lexicon = Lexicon.extended(byTexts: [("corrections.toml", toml)])
    #expect(lexicon.problems.isEmpty, "\(lexicon.problems)")
    return Extractor(lexicon: lexicon).findings(in: story(text))
  }

  @Test func theStoryTellsAllOfItWithoutACorrection() {
    let found = Self.findings("")
    #expect(found.exchanges.map(\.id) == ["kraken", "coinbase"])
    #expect(found.exchanges.first?.mentions.count == 2)
    #expect(found.legislation.first?.stage == .passedHouse)
    #expect(found.volatility.count == 1)
    #expect(found.deadlines.count == 1)
    #expect(found.quotes.count == 1)
    #expect(found.actions.map(\.target) == ["kraken"])
  }

  @Test func aDeniedSentenceIsTakenOutAndTheNameStaysElsewhere() {
    let found = Self.findings(
      """
      [[deny]]
      kind = "exchange"
      id = "kraken"
      sentence = "The Securities and Exchange Commission sued Kraken on Friday."
      """)
    #expect(found.exchanges.first { $0.id == "kraken" }?.mentions.count == 1)
    #expect(found.agencies.map(\.id).contains("sec"), "nothing else of the sentence is denied")
  }

  @Test(
    arguments: [
      ("move", "Bitcoin fell 15.2% over the past week."),
      ("deadline", "Comments must be received by April 14, 2026."),
      ("action", "The Securities and Exchange Commission sued Kraken on Friday."),
      ("quote", "“We will fight this case to the very end,” Jane Doe said."),
      ("stage", "The House passed H.R. 3633, the CLARITY Act, on March 5, 2026."),
      ("bill", "The House passed H.R. 3633, the CLARITY Act, on March 5, 2026."),
    ])
  func whatHasNoNameIsDeniedByItsSentence(_ kind: String, _ sentence: String) {
    #expect(!Self.findings("").lacks(kind), "it is there at first")
    let id = kind == "bill" ? "id = \"us/119/hr/3633\"\n" : ""
    let found = Self.findings("[[deny]]\nkind = \"\(kind)\"\n\(id)sentence = '''\(sentence)'''\n")
    #expect(found.lacks(kind))
    #expect(found.agencies.map(\.id) == ["sec"], "the rest stays")
  }

  @Test(arguments: [
    "The Securities and Exchange\nCommission sued Kraken on Friday.",
    "THE SECURITIES AND EXCHANGE COMMISSION  SUED KRAKEN ON FRIDAY!",
    "“The Securities and Exchange Commission sued Kraken on Friday”",
  ])
  func aCopyOfTheSentenceIsTheSameSentence(_ copy: String) {
    #expect(SentenceKey(copy) == SentenceKey("The Securities and Exchange Commission sued Kraken on Friday."))
  }

  @Test func theSentenceThatACorrectionQuotesIsTheOneThatIsDenied() throws {
    for mark in Self.findings("").marks {
      let sentence = SentenceKey.sentence(at: mark.mention.span.lowerBound, in: Self.text)
      let scan = TextScan(Self.story(), lexicon: .builtIn)
      #expect(SentenceKey(sentence) == SentenceKey(scan.text(scan.sentence(at: mark.mention.span.lowerBound))))
    }
  }

  @Test func anExchangeThatNoListHasCanBeDeniedByItsName() {
    let text = "Police searched the crypto exchange Zembex on Friday."
    #expect(Self.findings("", text).exchanges.map(\.id) == ["zembex"])
    let denied = Self.findings("[[deny]]\nkind = \"exchange\"\nid = \"zembex\"\nalias = \"Zembex\"\n", text)
    #expect(denied.exchanges.isEmpty)
  }

  @Test func cueWordsAloneExtendABuiltInThing() {
    let text = "Kraken opened its zorbing season."
    #expect(Self.findings("", text).exchanges.isEmpty)
    #expect(Self.findings("[[exchange]]\nid = \"kraken\"\ncues = [\"zorbing\"]\n", text).exchanges.map(\.id) == ["kraken"])
  }

  @Test func whatTheUsersLinesDidIsTracedToThem() throws {
    let toml = """
      [[exchange]]
      id = "coinbase"
      aliases = ["Zorbex"]

      [[deny]]
      kind = "exchange"
      id = "kraken"
      alias = "Kraken"
      """
    let lexicon = Lexicon.extended(byTexts: [("/home/a/lexicon/corrections.toml", toml)])
    let story = Self.story("Zorbex and Binance met. " + Self.text)
    let trace = CorrectionTracer(lexicon).trace(story, Extractor(lexicon: lexicon).findings(in: story))
    #expect(trace.given.map(\.key) == [EntityKey(.exchange, "coinbase")])
    #expect(trace.given.first?.origin.text == "lexicon/corrections.toml line 1")
    #expect(trace.removed.count == 2)
    #expect(trace.removed.allSatisfy { $0.kind == .exchange && $0.origin.line == 5 })
  }
}

extension Findings {
  fileprivate func lacks(_ kind: String) -> Bool {
    switch kind {
    case "move": volatility.isEmpty
    case "deadline": deadlines.isEmpty
    case "action": actions.isEmpty
    case "quote": quotes.isEmpty
    case "stage": legislation.allSatisfy { $0.stage == nil && $0.claims.isEmpty }
    default: legislation.isEmpty
    }
  }
}

@Suite struct WritingCorrections {
  static let corrections: [Correction] = [
    .never(EntityKey(.exchange, "kraken"), name: "Kraken"),
    .never(EntityKey(.agency, "sec"), name: nil),
    .notInSentence(.move, id: "BTC", sentence: "Bitcoin \"fell\"\n15% \\ [[deny]]."),
    .means("Kraken", EntityKey(.agency, "fincen"), insteadOf: EntityKey(.exchange, "kraken")),
  ]

  @Test(arguments: corrections) func whatIsWrittenIsReadAgain(_ correction: Correction) {
    let block = CorrectionText.block(correction, comment: "22 Nov 2026, in “A\nstory\u{1B}[31m” # [[deny]]")
    let lexicon = Lexicon.extended(byTexts: [("c.toml", String(decoding: CorrectionText.addition(block, to: nil), as: UTF8.self))])
    #expect(lexicon.problems.isEmpty, "\(lexicon.problems)")
    #expect(lexicon.userEntries.count == (block.contains("aliases") ? 2 : 1))
    #expect(!block.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
  }

  @Test(arguments: ["", "# mine\n", "# no line end", "\r\n[[deny]]\r\nkind = \"agency\"\r\nid = \"sec\"\r\n", "a\n\n\n"])
  func whatElseTheFileHoldsStaysByteForByte(_ text: String) throws {
    let old = Array(text.utf8)
    let first = CorrectionText.addition(CorrectionText.block(Self.corrections[0], comment: "one"), to: old)
    let second = CorrectionText.addition(CorrectionText.block(Self.corrections[1], comment: "two"), to: old + first)
    #expect((old + first + second).starts(with: old))
    let withoutFirst = try #require(CorrectionText.removing(first, from: old + first + second))
    #expect(CorrectionText.removing(second, from: withoutFirst) == old)
    #expect(CorrectionText.removing(first, from: old) == nil)
  }

  @Test func aFileThatIsNoTOMLIsNotAddedTo() {
    #expect(CorrectionText.fault(in: Array("[[deny]\nkind".utf8), path: "c.toml") != nil)
    #expect(CorrectionText.fault(in: [0xFF, 0xFE], path: "c.toml") != nil)
    #expect(CorrectionText.fault(in: Array("[[deny]]\n".utf8), path: "c.toml") == nil)
  }
}

@Suite struct ChangesOfTheLexicon {
  private func change(_ before: String, _ after: String) -> LexiconChange {
    let old = Lexicon.extended(byTexts: [("a.toml", before)])
    return LexiconChange(from: old.userText, to: Lexicon.extended(byTexts: [("a.toml", after)]))
  }

  @Test func theSameEntriesAreNoChange() {
    let text = LexiconHelp.example
    #expect(change(text, text) == .nothing)
    #expect(change("", "# only a comment\n") == .nothing)
    #expect(change(text, "# another comment\n" + text) == .nothing)
  }

  @Test func aDenialConcernsTheStoriesThatSayTheName() {
    let deny = "[[deny]]\nkind = \"exchange\"\nid = \"kraken\"\nalias = \"Kraken Pro\"\n"
    let expected = LexiconChange.stories(phrases: ["kraken pro"], things: [EntityKey(.exchange, "kraken")])
    #expect(change("", deny) == expected)
    #expect(change(deny, "") == expected, "taking it back concerns the same")
  }

  @Test func aDeniedSentenceConcernsThoseThatHaveIt() {
    #expect(
      change("", "[[deny]]\nkind = \"move\"\nsentence = \"Bitcoin fell, again.\"\n")
        == .stories(phrases: ["bitcoin fell again"], things: []))
  }

  @Test func aFurtherNameConcernsThoseThatSayIt() {
    #expect(
      change("", "[[agency]]\nid = \"fincen\"\naliases = [\"?FCEN\"]\n")
        == .stories(phrases: ["fcen"], things: [EntityKey(.agency, "fincen")]))
  }

  @Test func cueWordsConcernThoseThatSayAnyNameOfTheThing() {
    guard case .stories(let phrases, _) = change("", "[[exchange]]\nid = \"kraken\"\ncues = [\"zorbing\"]\n") else {
      Issue.record("not every story is concerned")
      return
    }
    #expect(phrases.isSuperset(of: ["kraken", "payward"]))
  }

  @Test(arguments: [
    "[[agency]]\nid = \"sec\"\ncountry = \"zz\"\n", "[[person]]\nid = \"x\"\nname = \"X Y\"\nchamber = \"house\"\n",
    "[[bill]]\nid = \"us/named/x\"\ntitle = \"X Act\"\n", "[[exchange]]\nid = \"kraken\"\naliases = [\"₿\"]\n",
  ])
  func whatWeighsInEverywhereConcernsEveryStory(_ entry: String) {
    #expect(change("", entry) == .everything)
  }
}

@Suite struct CheckingNames {
  @Test func theTablesCompiledInAreClean() {
    for fault in LexiconCheck.builtIn() { Issue.record("\(fault.problem)") }
  }

  @Test func theExampleOfTheHelpIsClean() {
    let lexicon = Lexicon.extended(byTexts: [("example.toml", LexiconHelp.example)])
    #expect(lexicon.problems.isEmpty, "\(lexicon.problems)")
    #expect(LexiconCheck.user(lexicon).isEmpty, "\(LexiconCheck.user(lexicon).map(\.problem))")
    #expect(lexicon.entryCount == 6)
  }

  @Test(
    arguments: [
      (.double, "[[exchange]]\nid = \"x\"\nname = \"Xorb\"\naliases = [\"Xorb One\", \"Xorb One\"]\n", 1),
      (.clash, "\n[[exchange]]\nid = \"x\"\nname = \"Binance\"\n", 2),
      (
        .noCues,
        "[[exchange]]\nid = \"x\"\nname = \"Xorb Inc\"\naliases = [\"?Qx\"]\n[[exchange]]\nid = \"y\"\nname = \"Yorb Inc\"\naliases = [\"?Qx\"]\n",
        1
      ),
      (.dangerous, "[[exchange]]\nid = \"gate\"\naliases = [\"Gate\"]\n", 1),
      (.dangerous, "[[agency]]\nid = \"x\"\nname = \"Xorb Office\"\naliases = [\"Xo\"]\n", 1),
      (.neverMatches, "[[exchange]]\nid = \"x\"\nname = \"Xorb\"\naliases = [\"₿\"]\n", 1),
      (.noParent, "[[agency]]\nid = \"x\"\nname = \"Xorb Office\"\nparent = \"nobody\"\n", 1),
      (.noBody, "[[person]]\nid = \"x\"\nname = \"Xorb Yorb\"\n", 1),
      (.shadowed, "[[deny]]\nkind = \"agency\"\nid = \"fincen\"\nalias = \"FCEN\"\n[[agency]]\nid = \"fincen\"\naliases = [\"FCEN\"]\n", 5),
    ] as [(LexiconFault.Rule, String, Int)])
  func aFaultIsToldWithItsLine(_ rule: LexiconFault.Rule, _ text: String, _ line: Int) throws {
    let lexicon = Lexicon.extended(byTexts: [("mine.toml", text)])
    #expect(lexicon.problems.isEmpty, "\(lexicon.problems)")
    let faults = LexiconCheck.user(lexicon)
    let fault = try #require(faults.first { $0.rule == rule }, "\(faults)")
    #expect(fault.place.line == line, "\(fault.problem)")
    #expect(faults.count == 1, "\(faults.map(\.problem))")
  }
}
