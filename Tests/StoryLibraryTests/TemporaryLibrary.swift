import Foundation
import QueryLanguage
import RegulatoryModel
import TestSupport

@testable import StoryLibrary

/// A library in a folder of its own, which goes away with it.
final class TemporaryLibrary {
  private let temporaryFolder: TemporaryFolder
  let path: DocumentPath
  private(set) var library: Library

  init(names: [EntityName] = [], busyTimeout: Duration = .seconds(5)) throws {
    temporaryFolder = try TemporaryFolder()
    path = DocumentPath(temporaryFolder.path("library.sqlite"))
    library = try Library.open(path, entityNames: names, busyTimeout: busyTimeout)
  }

  var folder: String { temporaryFolder.path }

  /// A second library on the same file, as another process would have it.
  func other(busyTimeout: Duration = .seconds(5)) throws -> Library { try Library.open(path, entityNames: [], busyTimeout: busyTimeout) }

  func close() throws { try library.close() }

  func reopen(names: [EntityName] = []) throws { library = try Library.open(path, entityNames: names) }
}

/// Random choices of which a seed tells all.
struct SeededGenerator: RandomNumberGenerator {
  private var source: SplitMix64
  init(seed: Int) { source = SplitMix64(seed: UInt64(seed)) }
  mutating func next() -> UInt64 { source.next() }
  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[source.next(below: choices.count)] }
  mutating func chance(_ percent: Int) -> Bool { source.next(below: 100) < percent }
}

let today = day("2026-11-22")
let root = DocumentPath("/home/ann/regs/inbox")

func day(_ text: String) -> CalendarDay {
  guard let day = CalendarDay(iso: text) else { preconditionFailure("\(text) is no day") }
  return day
}

func path(_ name: String) -> DocumentPath { DocumentPath(root.text + "/" + name) }

func state(_ digest: String, mtime: Int64 = 1) -> FileState {
  FileState(size: Int64(digest.utf8.count), mtimeNanoseconds: mtime, device: 1, inode: 2, digest: Array(digest.utf8))
}

func story(
  _ text: String, title: String = "A title", date: String = "2026-11-20", index: Int = 0, identity: String? = nil,
  kind: DocumentKind = .news, source: String? = nil
) -> Story {
  Story(
    index: index, identity: identity, title: title, text: text, date: day(date), dateOrigin: .header, kind: kind, language: "en",
    source: source)
}

func findings(
  exchanges: [String] = [], agencies: [String] = [], bills: [BillFinding] = [], notes: [VolatilityNote] = []
) -> Findings {
  var findings = Findings()
  let mention = Mention(span: 0..<1, rule: RuleID("test"))
  findings.exchanges = exchanges.map { EntityFinding(id: $0, name: $0.capitalized, mentions: [mention]) }
  findings.agencies = agencies.map { EntityFinding(id: $0, name: $0.uppercased(), mentions: [mention]) }
  findings.legislation = bills
  findings.volatility = notes
  return findings
}

func bill(
  _ id: String, number: String? = nil, title: String? = nil, aliases: [String] = [], sponsor: String? = nil,
  stages: [(BillStage, String?)] = [],
  isGeneralLaw: Bool = false
) -> BillFinding {
  BillFinding(
    id: id, number: number, title: title, aliases: aliases, sponsor: sponsor, jurisdiction: "us",
    mentions: [Mention(span: 0..<1, rule: RuleID("bill"))],
    claims: stages.map { StageClaim(stage: $0.0, date: $0.1.map(day), span: 0..<1, rule: RuleID("stage")) }, isGeneralLaw: isGeneralLaw)
}

func note(
  _ asset: String, _ direction: VolatilityNote.Direction, _ basisPoints: Int, date: String? = nil
) -> VolatilityNote {
  VolatilityNote(
    asset: asset, name: asset.lowercased(), direction: direction, basisPoints: basisPoints, window: "24h", date: date.map(day), span: 0..<1,
    rule: RuleID("move"))
}

/// A file with one story in it.
func file(_ name: String, _ digest: String, _ story: Story, _ found: Findings = Findings(), mtime: Int64 = 1) -> IngestedFile {
  IngestedFile(
    path: path(name), root: root, state: state(digest, mtime: mtime), outcome: .read([IngestedStory(story, found)]), reader: "text 1")
}

func batch(_ files: [IngestedFile] = [], removed: [DocumentPath] = [], renamed: [IngestBatch.Renaming] = []) -> IngestBatch {
  IngestBatch(today: today, files: files, removed: removed, renamed: renamed)
}

extension Library {
  /// The texts of the stories that match, by the alphabet.
  func texts(_ query: Query) throws -> [String] {
    try stories(matching: query, today: StoryLibraryTests.today).compactMap { try detail(of: $0)?.story.text }.sorted()
  }

  func answer(_ query: Query = .everything, sort: StorySort = .newest, includesClosedBills: Bool = false) throws -> DashboardAnswer {
    try answer(DashboardRequest(query: query, sort: sort, includesClosedBills: includesClosedBills, today: StoryLibraryTests.today))
  }
}

extension Query {
  static func word(_ word: String) -> Query { .text(.word(word)) }
  static func id(_ field: QueryField, _ id: String) -> Query { .field(field, .id(id)) }
}
