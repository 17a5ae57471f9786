import EntityExtraction
import Foundation
import Ingestion
import QueryLanguage
import RegulatoryModel
import StoryLibrary
import TestSupport
import Testing

/// A library whose names change while it is in use.
private final class Newsroom {
  let folder: TemporaryFolder
  let library: Library
  let files = FileIngestion(extractor: Extractor(lexicon: .builtIn))
  static let today = CalendarDay(daysSinceEpoch: 20_520)

  init(_ texts: [String]) throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(at: folder.url.appending(path: "docs"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(at: folder.url.appending(path: "lexicon"), withIntermediateDirectories: true)
    library = try Library.open(
      DocumentPath(folder.url.appending(path: "library.sqlite").path), entityNames: Lexicon.builtIn.entityNames)
    for (number, text) in texts.enumerated() { try write("\(number).txt", text) }
    try load()
  }

  func write(_ name: String, _ text: String) throws { try Data(text.utf8).write(to: folder.url.appending(path: "docs/" + name)) }

  @discardableResult func load() throws -> LoadSummary {
    try Ingestor(library: library, files: files, workers: 2).load(
      [DocumentPath(folder.url.appending(path: "docs").path)], today: Self.today)
  }

  func lexicon(_ text: String) throws -> Lexicon {
    try Data(text.utf8).write(to: folder.url.appending(path: "lexicon/mine.toml"))
    return Lexicon.extended(byFolder: folder.url.appending(path: "lexicon").path)
  }

  @discardableResult func use(_ text: String) throws -> Reextraction.Outcome {
    try Reextraction(library: library, extractor: Extractor(lexicon: try lexicon(text))).run(today: Self.today)
  }

  func count(_ field: QueryField, _ id: String) throws -> Int {
    try library.stories(matching: .field(field, .id(id)), today: Self.today).count
  }
}

@Suite struct ReextractionTests {
  static let denial = "[[deny]]\nkind = \"exchange\"\nid = \"binance\"\nalias = \"Binance\"\n"
  static let texts = [
    "First\n\nBinance met FinCEN on Friday.", "Second\n\nThe CFTC sued BINANCE on Friday.", "Third\n\nCoinbase met the CFTC on Friday.",
  ]

  @Test func onlyTheStoriesConcernedAreExtractedAgain() throws {
    let room = try Newsroom(Self.texts)
    let outcome = try room.use(Self.denial)
    #expect(outcome.looked == 2)
    #expect(outcome.changed.count == 2)
    #expect(try room.count(.exchange, "binance") == 0)
    #expect(try room.count(.exchange, "coinbase") == 1)
    #expect(try room.count(.agency, "fincen") == 1, "what else was found stays")
    #expect(try room.use(Self.denial).hadChange == false, "the second time there is nothing to do")
    let back = try room.use("")
    #expect(back.changed.count == 2)
    #expect(try room.count(.exchange, "binance") == 2)
  }

  @Test func itWorksWithoutTheFiles() throws {
    let room = try Newsroom(Self.texts)
    try FileManager.default.removeItem(at: room.folder.url.appending(path: "docs"))
    #expect(try room.use(Self.denial).changed.count == 2)
    #expect(try room.count(.exchange, "binance") == 0)
  }

  @Test func aNewNameIsFoundInWhatWasReadBefore() throws {
    let room = try Newsroom(Self.texts + ["Fourth\n\nThe Zembla Monetary Office said on Friday that FCEN had agreed."])
    let outcome = try room.use("[[agency]]\nid = \"fincen\"\naliases = [\"FCEN\"]\n")
    #expect(outcome.changed.count == 1)
    #expect(try room.count(.agency, "fincen") == 2)
    #expect(try room.use("[[agency]]\nid = \"zmo\"\nname = \"Zembla Monetary Office\"\n").looked == 4, "a new body can weigh in anywhere")
    #expect(try room.count(.agency, "zmo") == 1)
  }

  @Test func stoppedBeforeTheEndItGoesOnTheNextTime() throws {
    let room = try Newsroom(Self.texts)
    let lexicon = try room.lexicon(Self.denial)
    let reextraction = Reextraction(library: room.library, extractor: Extractor(lexicon: lexicon))
    #expect(try reextraction.run(today: Newsroom.today, isStopped: { true }).wasStopped)
    #expect(try room.count(.exchange, "binance") == 2)
    #expect(try reextraction.run(today: Newsroom.today).changed.count == 2)
  }

  @Test func whatIsReadWithNamesThatHoldNoLongerIsReadAgain() throws {
    let room = try Newsroom(Self.texts)
    try room.use(Self.denial)
    // This reader does not know of the denial yet.
    try room.write("late.txt", "Late\n\nBinance settled with the SEC.")
    try room.load()
    #expect(try room.count(.exchange, "binance") == 1)
    room.files.current.use(Extractor(lexicon: try room.lexicon(Self.denial)))
    #expect(try room.load().unchanged == 3)
    #expect(try room.count(.exchange, "binance") == 0)
    #expect(try room.load().unchanged == 4)
  }

  @Test func anotherProgramThatHasTheLibraryOpenSeesTheChange() throws {
    let room = try Newsroom(Self.texts)
    let other = try Library.open(DocumentPath(room.folder.url.appending(path: "library.sqlite").path), entityNames: [])
    try room.use(Self.denial)
    #expect(try other.changesOfOthers()?.count ?? 0 >= 2)
    #expect(try other.stories(matching: .field(.exchange, .id("binance")), today: Newsroom.today).isEmpty)
    #expect(try other.userNames() == room.library.userNames())
  }

  @Test func aLibraryMadeAnewKeepsTheCorrections() throws {
    let room = try Newsroom(Self.texts)
    try room.use(Self.denial)
    room.files.current.use(Extractor(lexicon: try room.lexicon(Self.denial)))
    try room.library.rebuildDerived()
    try room.load()
    #expect(try room.count(.exchange, "binance") == 0)
    #expect(try room.count(.exchange, "coinbase") == 1)
  }
}
