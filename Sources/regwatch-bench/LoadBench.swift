import ArgumentParser
import DocumentReading
import EntityExtraction
import FolderWatching
import Foundation
import GRDBSQLite
import Ingestion
import RegulatoryModel
import StoryLibrary

/// Loading a folder with everything extracted, against reading every file and inserting its text into FTS5 through SQLite's C interface.
struct LoadBench: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "load", abstract: "Load a folder; floor: insert its text into FTS5.")
  @OptionGroup var documents: DocumentFolder
  @Option(help: "How often.") var runs = 5

  func run() throws {
    let (path, scratch) = try documents.ready()
    let files = FileIngestion(extractor: Extractor(lexicon: .builtIn))
    var load = Timing()
    var floor = Timing()
    var stories = 0
    // By turns, so that a slow minute of the machine falls on both.
    for _ in 0..<runs {
      try floor.measure { try Self.insertAll(path) }
      let folder = try ScratchFolder()
      let library = try Library.open(DocumentPath(folder.path + "/library.sqlite"), entityNames: Lexicon.builtIn.entityNames)
      let summary = try load.measure { try Ingestor(library: library, files: files).load([path], today: Self.today) }
      stories = summary.stories
    }
    report(
      "load, \(stories) stories", load, floor: ("read and insert into FTS5", floor),
      note: "\(Int(Double(stories) / load.median * 1000)) stories/s")
    withExtendedLifetime(scratch) {}
  }

  static let today = CalendarDay(daysSinceEpoch: 20_500)

  static func insertAll(_ root: DocumentPath) throws {
    let folder = try ScratchFolder()
    var database: OpaquePointer?
    sqlite3_open(folder.path + "/floor.sqlite", &database)
    defer { sqlite3_close(database) }
    for statement in [
      "PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL",
      "CREATE VIRTUAL TABLE t USING fts5(text, tokenize='unicode61 remove_diacritics 2')", "BEGIN",
    ] { sqlite3_exec(database, statement, nil, nil, nil) }
    var insert: OpaquePointer?
    sqlite3_prepare_v2(database, "INSERT INTO t(text) VALUES (?)", -1, &insert, nil)
    defer { sqlite3_finalize(insert) }
    var walk = FolderWalk()
    walk.walk(root) { entry in
      guard case .file(let path, _) = entry, let handle = path.withCString({ fopen($0, "r") }) else { return true }
      defer { fclose(handle) }
      fseek(handle, 0, SEEK_END)
      let size = ftell(handle)
      rewind(handle)
      withUnsafeTemporaryAllocation(byteCount: max(1, size), alignment: 1) { buffer in
        let count = fread(buffer.baseAddress, 1, size, handle)
        // Static: the buffer outlives the step that reads it.
        sqlite3_bind_text(insert, 1, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(count), nil)
        sqlite3_step(insert)
        sqlite3_reset(insert)
      }
      return true
    }
    sqlite3_exec(database, "COMMIT", nil, nil, nil)
  }
}

/// A load that finds nothing changed, against a walk that stats every file.
struct RescanBench: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "rescan", abstract: "Load again without changes; floor: walk and stat.")
  @OptionGroup var documents: DocumentFolder
  @Option(help: "How often.") var runs = 9

  func run() throws {
    let (path, scratch) = try documents.ready()
    let files = FileIngestion(extractor: Extractor(lexicon: .builtIn))
    let folder = try ScratchFolder()
    let library = try Library.open(DocumentPath(folder.path + "/library.sqlite"), entityNames: Lexicon.builtIn.entityNames)
    let ingestor = Ingestor(library: library, files: files)
    _ = try ingestor.load([path], today: LoadBench.today)
    var rescan = Timing()
    var floor = Timing()
    var unchanged = 0
    for _ in 0..<runs {
      floor.measure {
        var walk = FolderWalk()
        walk.walk(path) { _ in true }
      }
      unchanged = try rescan.measure { try ingestor.load([path], today: LoadBench.today) }.unchanged
    }
    report("rescan, \(unchanged) files unchanged", rescan, floor: ("walk and stat", floor))
    withExtendedLifetime((scratch, folder)) {}
  }
}
