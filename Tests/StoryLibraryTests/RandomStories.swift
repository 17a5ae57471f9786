import Foundation
import QueryLanguage
import RegulatoryModel

@testable import StoryLibrary

/// Random stories and queries over few values, so that they meet.
struct RandomStories {
  var random: SeededGenerator

  init(seed: Int) { random = SeededGenerator(seed: seed) }

  private static let words = ["crypto", "Crypto", "café", "cafe", "stable", "stablecoin", "U.S.", "R&D", "rule", "the", "reserve", "Über"]
  private static let agencies = ["sec", "cftc", "fincen"]
  private static let exchanges = ["kraken", "binance", "coinbase", "okx"]
  private static let bills = ["us/119/hr/1", "us/119/s/2", "us/named/genius", "us/named/securities-act"]
  private static let assets = ["btc", "eth"]
  private static let tags = ["desk", "Later"]
  private static let folders = ["", "2026/", "2026/11/", "mail/"]
  private static let dates = [
    "2026-11-22", "2026-11-20", "2026-11-01", "2026-05-03", "2025-12-31", "2024-02-29", "2026-12-10", "2099-01-01",
  ]

  mutating func date() -> CalendarDay { day(random.pick(Self.dates)) }

  mutating func text() -> String {
    (0..<Int.random(in: 1...8, using: &random)).map { _ in random.pick(Self.words) }.joined(separator: random.pick([" ", ", ", "\n\n"]))
  }

  private mutating func some(_ values: [String], _ percent: Int) -> [String] { values.filter { _ in random.chance(percent) } }

  private mutating func span() -> Range<Int> {
    let start = Int.random(in: 0..<40, using: &random)
    return start..<(start + Int.random(in: 1...9, using: &random))
  }

  mutating func path() -> DocumentPath {
    StoryLibraryTests.path(random.pick(Self.folders) + "f\(Int.random(in: 0..<40, using: &random)).txt")
  }

  mutating func story(_ index: Int) -> IngestedStory {
    let title = random.pick(["Rule one", "rule two", "Ünder", "Zeta rule", "alpha"])
    var text = self.text()
    let isTitled = random.chance(50)
    if isTitled { text = title + "\n\n" + text }
    // Room for every span that is made up.
    text += String(repeating: " ", count: 50)
    let story = Story(
      index: index, identity: random.chance(60) ? "guid-\(index)" : nil, title: title, text: text,
      bodyStart: isTitled ? title.utf8.count + 2 : 0, date: date(), dateOrigin: .metadata, kind: random.pick(DocumentKind.allCases),
      source: random.chance(30) ? random.pick(["Reuters", "SEC"]) : nil)
    return IngestedStory(story, findings(of: story))
  }

  private mutating func findings(of story: Story) -> Findings {
    func entity(_ id: String, _ name: String, _ random: inout SeededGenerator) -> EntityFinding {
      let count = Int.random(in: 1...3, using: &random)
      return EntityFinding(id: id, name: name, mentions: (0..<count).map { Mention(span: $0..<($0 + 2), rule: RuleID("alias")) })
    }
    var found = Findings()
    found.agencies = some(Self.agencies, 40).map { entity($0, $0.uppercased(), &random) }
    found.exchanges = some(Self.exchanges, 30).map { entity($0, $0.capitalized, &random) }
    found.assets = some(Self.assets, 30).map { entity($0, $0.uppercased(), &random) }
    for id in some(Self.bills, 20) {
      let claims = (0..<Int.random(in: 0...2, using: &random)).map { _ in
        StageClaim(
          stage: random.pick(BillStage.allCases), date: random.chance(50) ? date() : nil, span: span(), rule: RuleID("stage"))
      }
      found.legislation.append(
        BillFinding(
          id: id, number: id.hasPrefix("us/119") ? "No. \(id.suffix(4))" : nil, title: "Title of \(id)",
          aliases: id.hasPrefix("us/119") ? [] : [String(id.suffix(6))],
          // A bill's sponsor is not told by every story.
          sponsor: random.chance(50) ? (id.hasSuffix("2") ? "Elizabeth Warren" : "French Hill") : nil, jurisdiction: "us",
          mentions: [Mention(span: span(), rule: RuleID("bill"))], claims: claims, isGeneralLaw: id.hasSuffix("act")))
    }
    for _ in 0..<(random.chance(30) ? Int.random(in: 1...3, using: &random) : 0) {
      found.volatility.append(
        VolatilityNote(
          asset: random.pick(["BTC", "ETH"]), name: "name", direction: random.pick(VolatilityNote.Direction.allCases),
          basisPoints: random.pick([150, 500, 1500]), bound: random.pick(VolatilityNote.Bound.allCases),
          window: random.pick(["24h", "1w", nil]), date: random.chance(50) ? date() : nil, fromPrice: random.chance(30) ? 1.5 : nil,
          toPrice: nil, span: span(), rule: RuleID("move")))
    }
    if random.chance(30) {
      found.actions = [
        AgencyAction(
          agency: "sec", kind: random.pick(AgencyAction.Kind.allCases), target: random.pick(["kraken", nil]),
          amount: random.pick([nil, -5, 30_000_000]), currency: "USD", date: random.chance(50) ? date() : nil, span: span(),
          rule: RuleID("action"))
      ]
    }
    if random.chance(20) {
      found.deadlines = [Deadline(kind: random.pick(Deadline.Kind.allCases), date: date(), span: span(), rule: RuleID("deadline"))]
    }
    if random.chance(20) { found.quotes = [Quote(speaker: "Ann", role: nil, text: "Yes", span: span(), rule: RuleID("quote"))] }
    return found
  }

  mutating func file() -> IngestedFile {
    let count = random.chance(80) ? 1 : Int.random(in: 0...4, using: &random)
    let stories = (0..<count).map { story($0) }
    let digest = withUnsafeBytes(of: random.next()) { Array($0) }
    return IngestedFile(
      path: path(), root: root, state: FileState(size: 10, mtimeNanoseconds: 1, digest: digest), outcome: .read(stories), reader: "r 1")
  }

  mutating func mark() -> Mark { random.pick(Mark.allCases) }
  mutating func tag() -> String { random.pick(Self.tags) }

  // MARK: - Queries

  mutating func query(depth: Int = 3) -> Query {
    if depth > 0, random.chance(55) {
      switch Int.random(in: 0..<5, using: &random) {
      case 0: return .not(query(depth: depth - 1))
      case 1, 2: return .and((0..<Int.random(in: 1...4, using: &random)).map { _ in query(depth: depth - 1) })
      default: return .or((0..<Int.random(in: 1...3, using: &random)).map { _ in query(depth: depth - 1) })
      }
    }
    return random.chance(35) ? .text(term()) : random.chance(3) ? .everything : field()
  }

  private mutating func term() -> TextTerm {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: .prefix(random.pick(["stable", "c", "R", "u", "caf", "crypto st"]))
    case 1: .phrase((0..<Int.random(in: 1...3, using: &random)).map { _ in random.pick(Self.words) })
    default: .word(random.pick(Self.words + ["absent", "\"quoted\"", "NOT", "a OR b", "uber"]))
    }
  }

  private mutating func field() -> Query {
    let field = random.pick(QueryField.allCases)
    let value: FieldValue =
      switch field {
      case .agency: .id(random.pick(Self.agencies + ["esma"]))
      case .exchange: .id(random.pick(Self.exchanges))
      case .bill: .id(random.pick(Self.bills))
      case .asset: .id(random.pick(Self.assets))
      case .kind: .id(random.pick(DocumentKind.allCases).rawValue)
      case .action: .id(random.pick(AgencyAction.Kind.allCases).rawValue)
      case .tag: .name(random.pick(["desk", "LATER", "none"]))
      case .source: .name(random.pick(["inbox", "2026", "11", "Mail", "inbox/mail", "reuters", "sec"]))
      case .is: .id(random.pick(StoryFlag.allCases).rawValue)
      case .has: .id(random.pick(StoryFeature.allCases).rawValue)
      case .stage: .id(random.pick(BillStage.allCases).rawValue)
      case .sponsor: .name(random.pick(["warren", "Hill", "nobody"]))
      case .move:
        .move(
          MoveBound(relation: random.pick([.more, .atLeast, .less, .atMost, .size]), basisPoints: random.pick([150, 500, -500, -1500])))
      case .date, .added: .days(daySpan())
      }
    return .field(field, value)
  }

  private mutating func daySpan() -> DaySpan {
    func edge(_ random: inout SeededGenerator) -> DaySpan.Edge {
      random.pick([
        .open, .today, .yesterday, .ago(count: 3, unit: .days), .ago(count: 2, unit: .weeks), .ago(count: 6, unit: .months),
        .ago(count: 1, unit: .years), .ago(count: -4, unit: .weeks), .day(year: 2026, month: nil, day: nil),
        .day(year: 2026, month: 11, day: nil), .day(year: 2026, month: 5, day: 3), .day(year: 2024, month: 2, day: nil),
      ])
    }
    return DaySpan(from: edge(&random), to: edge(&random), isSingle: false)
  }
}
