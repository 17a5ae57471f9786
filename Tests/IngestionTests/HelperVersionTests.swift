import DocumentReading
import EntityExtraction
import Foundation
import Glibc
import Ingestion
import RegulatoryModel
import StoryLibrary
import TestSupport
import Testing

@Suite struct HelperVersions {
  @Test func filesThatMissedTheirHelperAreReadOnceItIsInstalled() throws {
    let folder = try TemporaryFolder()
    try folder.write("%PDF-1.7", to: "docs/paper.pdf")
    try folder.write("Kraken settles\n\nKraken settled with the SEC.\n", to: "docs/note.txt")
    let library = try Library.open(DocumentPath(folder.path("library.sqlite")), entityNames: Lexicon.builtIn.entityNames)
    let reader = DocumentReader(helpers: HelperPrograms(folders: [folder.path("programs")]))
    let ingestor = Ingestor(library: library, files: FileIngestion(reader: reader, extractor: Extractor(lexicon: .builtIn)), workers: 2)
    let root = DocumentPath(folder.path("docs"))
    let today = CalendarDay(daysSinceEpoch: 20_520)

    let before = try ingestor.load([root], today: today)
    #expect(before.skipped.map(\.reason) == ["pdftotext is missing: install poppler-utils"])
    #expect(try ingestor.load([root], today: today).unchanged == 2, "nothing has changed")

    try folder.write("#!/bin/sh\ncat <<'END'\n\(Self.page)END\n", to: "programs/pdftotext")
    chmod(folder.path("programs/pdftotext"), 0o755)
    let after = try ingestor.load([root], today: today)
    #expect(after.skipped.isEmpty)
    #expect(after.stories == 1)
    #expect(after.unchanged == 1, "the text file needs no helper")
  }

  /// Who leaves the program doesn't wait for a helper program that hangs, and loses nothing by it.
  @Test func aStopEndsTheHelperAndTheNextLoadReadsTheFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("%PDF-1.7", to: "docs/paper.pdf")
    let started = folder.path("started")
    try folder.write("#!/bin/sh\n: > '\(started)'\nexec sleep 1000\n", to: "programs/pdftotext")
    chmod(folder.path("programs/pdftotext"), 0o755)
    let library = try Library.open(DocumentPath(folder.path("library.sqlite")), entityNames: Lexicon.builtIn.entityNames)
    let reader = DocumentReader(helpers: HelperPrograms(folders: [folder.path("programs")]))
    let ingestor = Ingestor(library: library, files: FileIngestion(reader: reader, extractor: Extractor(lexicon: .builtIn)), workers: 2)
    let root = DocumentPath(folder.path("docs"))
    let today = CalendarDay(daysSinceEpoch: 20_520)

    let stopped = try ingestor.load([root], today: today, watcher: Ingestor.Watcher(isStopped: { access(started, F_OK) == 0 }))
    #expect(stopped.wasStopped)
    #expect(stopped.failed.isEmpty)
    #expect(try library.coverage().isEmpty, "a file whose reading was stopped has not failed")

    try folder.write("#!/bin/sh\ncat <<'END'\n\(Self.page)END\n", to: "programs/pdftotext")
    #expect(try ingestor.load([root], today: today).stories == 1)
  }

  private static let page =
    "<doc>\n<page width=\"612\" height=\"792\">\n<word xMin=\"1\" yMin=\"1\" xMax=\"9\" yMax=\"9\">Binance</word>\n</line>\n</doc>\n"
}
