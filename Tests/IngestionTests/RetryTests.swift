import DocumentReading
import EntityExtraction
import Foundation
import Ingestion
import RegulatoryModel
import StoryLibrary
import TestSupport
import Testing

/// What is read again, and what the ledger says, with folders and libraries on disk.
@Suite struct Retrying {
  private final class Desk {
    let folder: TemporaryFolder
    let library: Library
    let root: DocumentPath
    static let today = CalendarDay(daysSinceEpoch: 20_520)

    init() throws {
      folder = try TemporaryFolder()
      try FileManager.default.createDirectory(at: folder.url.appending(path: "docs"), withIntermediateDirectories: true)
      root = DocumentPath(folder.url.appending(path: "docs").path)
      library = try Library.open(
        DocumentPath(folder.url.appending(path: "library.sqlite").path), entityNames: Lexicon.builtIn.entityNames)
    }

    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: folder.url.appending(path: "docs").appending(path: name))
    }

    func ingestor(_ limits: ReadingLimits = .standard) -> Ingestor {
      Ingestor(
        library: library,
        files: FileIngestion(
          loader: FileLoader(limits: limits), reader: DocumentReader(limits: limits), extractor: Extractor(lexicon: .builtIn)),
        workers: 2)
    }

    func load(_ limits: ReadingLimits = .standard, _ rereads: Rereading = .changed) throws -> LoadSummary {
      try ingestor(limits).load([root], today: Self.today, rereads: rereads)
    }

    func totals() throws -> CoverageTotals { try library.coverage(CoverageRequest(scope: [root], today: Self.today)).totals }
  }

  @Test func aFileBeyondALimitIsReadWhenTheLimitIsRaised() throws {
    let desk = try Desk()
    try desk.write("small.txt", "A story\n\nThe SEC sued.\n")
    try desk.write("large.txt", "A large story\n\n" + String(repeating: "The SEC sued Kraken again.\n", count: 42_000))
    let small = ReadingLimits.with { $0.textBytes = 1 << 20 }
    #expect(try desk.load(small).skipped.map(\.path.name) == ["large.txt"])
    let again = try desk.load(small)
    #expect(again.skipped.isEmpty && again.unchanged == 2, "with the same limits there is nothing to try")
    let raised = try desk.load()
    #expect(raised.added + raised.changed == 1)
    #expect(raised.unchanged == 1, "what was read whole is left alone")
    #expect(try desk.totals().count(.read) == 2)
  }

  @Test func aHelperThatComesHasIncompleteFilesReadAgain() {
    let path = DocumentPath("a.txt")
    let before = ReaderVersion(program: "1", limits: .standard)
    let after = ReaderVersion(program: "1", limits: .standard, helpers: "pdftotext of 5 May")
    #expect(before.of(path, isWhole: true) == after.of(path, isWhole: true))
    #expect(before.of(path, isWhole: false) != after.of(path, isWhole: false))
    #expect(before == ReaderVersion(program: "1", limits: .standard), "the same in every run")
  }

  @Test func onDemandEverythingIncompleteIsTriedAgain() throws {
    let desk = try Desk()
    try desk.write("good.txt", "A story\n\nThe SEC sued.\n")
    try desk.write("empty.txt", "")
    _ = try desk.load()
    #expect(try desk.load().unchanged == 2)
    let summary = try desk.load(.standard, .incomplete)
    #expect(summary.skipped.map(\.path.name) == ["empty.txt"])
    #expect(summary.unchanged == 1)
  }

  @Test func aPartOfAFolderIsTriedAgainUnderItsOwnRoot() throws {
    let desk = try Desk()
    try FileManager.default.createDirectory(at: desk.folder.url.appending(path: "docs/below"), withIntermediateDirectories: true)
    try desk.write("below/empty.txt", "")
    try desk.write("empty.txt", "")
    _ = try desk.load()
    let below = desk.root.appending(Array("below".utf8))
    let summary = try desk.ingestor().retry([below], roots: [desk.root], today: Desk.today)
    #expect(summary.skipped.count == 1)
    #expect(try desk.library.watchedFolders() == [desk.root])
  }

  @Test func whatIsPassedOverByNameIsCounted() throws {
    let desk = try Desk()
    for name in ["a.txt", ".hidden", ".git", "b.txt~", "c.part"] { try desk.write(name, "A story\n\nThe SEC sued.\n") }
    _ = try desk.load()
    let counts = Dictionary(uniqueKeysWithValues: try desk.totals().passedOver.map { ($0.reason, $0.count) })
    #expect(counts == ["hidden": 2, "an editor’s backup": 1, "a temporary or half-downloaded file": 1])
    let revision = desk.library.revision
    _ = try desk.load()
    #expect(desk.library.revision == revision)
    try FileManager.default.removeItem(atPath: desk.root.text + "/.hidden")
    _ = try desk.load()
    #expect(try desk.totals().passedOver.first { $0.reason == "hidden" }?.count == 1)
  }

  @Test func aFolderThatWentAwayHasALineUntilItIsBack() throws {
    let desk = try Desk()
    try desk.write("a.txt", "A story\n\nThe SEC sued.\n")
    _ = try desk.load()
    let away = desk.folder.url.appending(path: "away").path
    try FileManager.default.moveItem(atPath: desk.root.text, toPath: away)
    _ = try desk.load()
    let totals = try desk.totals()
    #expect(totals.count(.failed) == 1 && totals.count(.read) == 1)
    #expect(totals.reasons.first?.example == desk.root)
    try FileManager.default.moveItem(atPath: away, toPath: desk.root.text)
    _ = try desk.load()
    #expect(try desk.totals().count(.failed) == 0)
  }

  @Test func totalsReasonsAndListsAgree() throws {
    let desk = try Desk()
    try desk.write("good.txt", "A story\n\nThe SEC sued.\n")
    for number in 0..<7 { try desk.write("picture \(number).png", "x") }
    try desk.write("empty.txt", "")
    _ = try desk.load()
    let totals = try desk.totals()
    #expect(totals.all.count == 9 && totals.all.stories == 1)
    #expect(totals.reasons.map(\.files) == [7, 1])
    #expect(totals.reasons[0].text.hasPrefix("files of type .png are not read"))
    func names(_ change: (inout CoverageRequest) -> Void) throws -> [String] {
      var request = CoverageRequest(scope: [desk.root], sort: .path, today: Desk.today)
      change(&request)
      return try desk.library.files(try desk.library.coverage(request).files).map(\.path.name)
    }
    #expect(try names { $0.statuses = [.read] } == ["good.txt"])
    #expect(try names { $0.pattern = totals.reasons[0].pattern }.count == 7)
    #expect(try names { $0.text = "PICTURE 3" } == ["picture 3.png"])
    #expect(try names { $0.text = "100%_" }.isEmpty, "what SQL takes for a wildcard is a character")
    #expect(try names { $0.scope = [desk.root.appending(Array("good.txt".utf8))] } == ["good.txt"])
    #expect(try names { $0.sort = .trouble }.last == "good.txt")
  }
}
