import CArchive
import EntityExtraction
import Foundation
import Ingestion
import QueryLanguage
import RegulatoryModel
import StoryLibrary
import TestSupport
import Testing

/// A library for one folder, in which archives are put.
private struct ArchiveBench {
  static let today = CalendarDay(daysSinceEpoch: 20_520)
  let folder: TemporaryFolder
  let library: Library
  let ingestor: Ingestor
  let root: DocumentPath

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(at: folder.url.appending(path: "docs"), withIntermediateDirectories: true)
    root = DocumentPath(folder.path("docs"))
    library = try Library.open(DocumentPath(folder.path("library.sqlite")), entityNames: Lexicon.builtIn.entityNames)
    ingestor = Ingestor(library: library, files: FileIngestion(extractor: Extractor(lexicon: .builtIn)), workers: 2)
  }

  /// Writes docs/a.zip with these entries, in this order.
  func write(_ entries: [(name: String, agency: String)]) throws {
    let handle = archive_write_new()
    defer { archive_write_free(handle) }
    archive_write_set_format_zip(handle)
    archive_write_open_filename(handle, folder.path("docs/a.zip"))
    for entry in entries {
      let bytes = Array("Story of \(entry.name)\n\nWASHINGTON, March 4, 2026 — \(entry.agency) proposed a rule on custody.\n".utf8)
      let header = archive_entry_new()
      defer { archive_entry_free(header) }
      archive_entry_set_pathname(header, entry.name)
      archive_entry_set_size(header, Int64(bytes.count))
      rw_archive_make_file(header)
      archive_write_header(handle, header)
      _ = archive_write_data(handle, bytes, bytes.count)
    }
    archive_write_close(handle)
  }

  func load() throws { _ = try ingestor.load([root], today: Self.today) }
  func stories(_ query: Query = .everything) throws -> [StoryID] { try library.stories(matching: query, today: Self.today) }
}

@Suite struct ArchiveLoadingTests {
  @Test func marksStayWhenTheArchiveIsReplacedByOneWithAnotherEntry() throws {
    let bench = try ArchiveBench()
    try bench.write([("b.txt", "FinCEN"), ("c.txt", "The CFTC")])
    try bench.load()
    let marked = try #require(try bench.stories(.field(.agency, .id("cftc"))).first)
    try bench.library.set(.starred, on: [marked], to: true)
    // The new entry stands before the others, so that every place changes.
    try bench.write([("a.txt", "The SEC"), ("b.txt", "FinCEN"), ("c.txt", "The CFTC")])
    try bench.load()
    #expect(try bench.stories().count == 3)
    #expect(try bench.stories(.field(.is, .id("starred"))) == [marked])
    #expect(try bench.stories(.field(.agency, .id("cftc"))) == [marked])
    #expect(try bench.library.rows(of: [marked]).first?.path.hasSuffix("a.zip/c.txt") == true)
  }
}
