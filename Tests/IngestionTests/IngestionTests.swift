import EntityExtraction
import FolderWatching
import Foundation
import Ingestion
import QueryLanguage
import RegulatoryModel
import StoryLibrary
import Synchronization
import TestSupport
import Testing

/// A folder of documents, and a library for it.
private final class Bench {
  let folder: TemporaryFolder
  let library: Library
  let ingestor: Ingestor
  let root: DocumentPath
  static let today = CalendarDay(daysSinceEpoch: 20_520)

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(at: folder.url.appending(path: "docs"), withIntermediateDirectories: true)
    root = DocumentPath(folder.url.appending(path: "docs").path)
    library = try Library.open(
      DocumentPath(folder.url.appending(path: "library.sqlite").path), entityNames: Lexicon.builtIn.entityNames)
    ingestor = Ingestor(library: library, files: FileIngestion(extractor: Extractor(lexicon: .builtIn)), workers: 3)
  }

  func write(_ name: String, _ text: String) throws {
    let target = folder.url.appending(path: "docs").appending(path: name)
    try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: target)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(at: folder.url.appending(path: "docs").appending(path: name)) }
  func path(_ name: String) -> DocumentPath { root.appending(Array(name.utf8)) }
  @discardableResult func load() throws -> LoadSummary { try ingestor.load([root], today: Self.today) }
  func titles(_ query: Query = .everything) throws -> Set<String> {
    Set(try library.rows(of: try library.stories(matching: query, today: Self.today)).map(\.title))
  }

  static func story(_ title: String, _ agency: String = "FinCEN") -> String {
    "\(title)\n\nWASHINGTON, March 4, 2026 — \(agency) proposed a rule on custody.\n"
  }
}

@Suite struct Loading {
  @Test func everyFileIsReadOnceAndUnchangedOnesAreLeftAlone() throws {
    let bench = try Bench()
    for number in 0..<60 { try bench.write("\(number % 3)/\(number).txt", Bench.story("Story number \(number)")) }
    let first = try bench.load()
    #expect(first.added == 60)
    #expect(try bench.titles().count == 60)
    let revision = bench.library.revision
    let second = try bench.load()
    #expect(second.unchanged == 60)
    #expect(second.added + second.changed + second.removed == 0)
    #expect(bench.library.revision == revision, "nothing was committed")
  }

  @Test func aChangedFileReplacesItsOldFindings() throws {
    let bench = try Bench()
    try bench.write("a.txt", Bench.story("First words", "FinCEN"))
    try bench.load()
    #expect(try bench.titles(.field(.agency, .id("fincen"))) == ["First words"])
    try bench.write("a.txt", Bench.story("Other words entirely", "The CFTC"))
    let summary = try bench.load()
    #expect(summary.changed == 1)
    #expect(try bench.titles(.field(.agency, .id("fincen"))).isEmpty)
    #expect(try bench.titles(.field(.agency, .id("cftc"))) == ["Other words entirely"])
  }

  @Test func aRenamedFileKeepsItsStoryAndItsMarks() throws {
    let bench = try Bench()
    try bench.write("a.txt", Bench.story("A story that moves"))
    try bench.load()
    let id = try #require(try bench.library.stories(matching: .everything, today: Bench.today).first)
    try bench.library.set(.starred, on: [id], to: true)
    try FileManager.default.moveItem(
      at: bench.folder.url.appending(path: "docs/a.txt"), to: bench.folder.url.appending(path: "docs/b.txt"))
    let summary = try bench.load()
    #expect(summary.renamed == 1)
    #expect(try bench.library.stories(matching: .field(.is, .id("starred")), today: Bench.today) == [id])
    #expect(try bench.library.rows(of: [id]).first?.path.hasSuffix("b.txt") == true)
  }

  @Test func aFolderWithoutPermissionTakesNothingAway() throws {
    guard geteuid() != 0 else { return }  // The superuser may look everywhere.
    let bench = try Bench()
    try bench.write("closed/a.txt", Bench.story("Behind a door"))
    try bench.load()
    chmod(bench.path("closed").text, 0)
    defer { chmod(bench.path("closed").text, 0o700) }
    try bench.load()
    #expect(try bench.titles() == ["Behind a door"])
  }

  /// A file that somebody writes without pause is still shown, as it last was.
  @Test func aFileThatKeepsChangingKeepsItsStory() throws {
    let bench = try Bench()
    try bench.write("a.txt", Bench.story("The last whole text"))
    try bench.load()
    let path = bench.path("a.txt").text
    let isOver = Atomic(false)
    let ended = DispatchSemaphore(value: 0)
    // Each stat of the file has to see another time, so this writes in a loop of its own.
    Thread.detachNewThread {
      var nanoseconds = 0
      while !isOver.load(ordering: .relaxed) {
        nanoseconds = (nanoseconds + 1) % 1_000_000_000
        let times = [timespec(tv_sec: 1_700_000_000, tv_nsec: nanoseconds), timespec(tv_sec: 1_700_000_000, tv_nsec: nanoseconds)]
        utimensat(AT_FDCWD, path, times, 0)
      }
      ended.signal()
    }
    defer {
      isOver.store(true, ordering: .relaxed)
      ended.wait()
    }
    var summary = try bench.load()
    while summary.failed.isEmpty {
      #expect(try bench.titles() == ["The last whole text"])
      summary = try bench.ingestor.load([bench.root], today: Bench.today, rereads: .all)
    }
    #expect(try bench.titles() == ["The last whole text"])
  }

  @Test func largeFilesAreNotAllInMemoryAtOnce() {
    let budget = ByteBudget(limit: 100)
    #expect(budget.takeIfFree(300), "a file over the limit is read alone")
    #expect(!budget.takeIfFree(1))
    budget.giveBack(300)
    #expect(budget.takeIfFree(60) && budget.takeIfFree(40))
    #expect(!budget.takeIfFree(1))
    budget.giveBack(40)
    #expect(!budget.takeIfFree(41) && budget.takeIfFree(40))
  }

  @Test func aMissingFolderIsSaidAndItsStoriesStay() throws {
    let bench = try Bench()
    try bench.write("a.txt", Bench.story("Still here"))
    try bench.load()
    try FileManager.default.moveItem(at: bench.folder.url.appending(path: "docs"), to: bench.folder.url.appending(path: "away"))
    let summary = try bench.load()
    #expect(summary.missingFolders.count == 1)
    #expect(summary.removed == 0)
    #expect(try bench.titles() == ["Still here"])
  }

  @Test func anEmptyMountPointTakesNothingAway() throws {
    let bench = try Bench()
    let state = FileState(size: 9, mtimeNanoseconds: 9, device: 999_999, inode: 9, digest: [1])
    let known = [bench.path("a.txt"): KnownFile(root: bench.root, state: state, status: .read, reader: "1")]
    let plan = LoadPlan(roots: [bench.root], known: known, version: ReaderVersion(program: "1"))
    #expect(plan.removed.isEmpty)
    #expect(plan.missing.map(\.path) == [bench.root])
  }

  @Test func whatCannotBeReadIsListedWithItsReason() throws {
    let bench = try Bench()
    try bench.write("good.txt", Bench.story("Good"))
    try bench.write("empty.txt", "")
    try bench.write("picture.png", "x")
    mkfifo(bench.path("pipe.txt").text, 0o600)
    let summary = try bench.load()
    #expect(summary.added == 1)
    #expect(Set(summary.skipped.map(\.path.name)) == ["empty.txt", "picture.png", "pipe.txt"])
    let ledger = try bench.library.coverage()
    #expect(ledger.count == 4, "nothing vanishes silently")
    #expect(ledger.first { $0.path.name == "empty.txt" }?.reason == "the file is empty")
    #expect(try bench.load().added == 0)
  }

  @Test func aStoppedLoadKeepsWhatItHasAndTheNextGoesOn() throws {
    let bench = try Bench()
    for number in 0..<400 { try bench.write("\(number).txt", Bench.story("Story number \(number)")) }
    let seen = Mutex(0)
    let stopped = try bench.ingestor.load(
      [bench.root], today: Bench.today,
      watcher: Ingestor.Watcher(
        step: { step in seen.withLock { $0 = step.filesTotal == nil ? 0 : step.filesDone } }, isStopped: { seen.withLock { $0 } >= 50 }))
    #expect(stopped.wasStopped)
    let kept = try bench.titles().count
    #expect(kept >= 50 && kept < 400)
    let rest = try bench.load()
    #expect(rest.added == 400 - kept)
    #expect(try bench.titles().count == 400)
  }

  @Test func aFileThatIsStoppedInTheMiddleIsReadWholeByTheNextLoad() throws {
    let bench = try Bench()
    let lines = (0..<500).map { "{\"title\": \"Story number \($0)\", \"text\": \"Kraken met the SEC for the \($0)th time.\"}\n" }
    try bench.write("stories.jsonl", lines.joined())
    let asked = Mutex(0)
    let stopped = try bench.ingestor.load(
      [bench.root], today: Bench.today,
      watcher: Ingestor.Watcher(isStopped: {
        asked.withLock {
          $0 += 1
          return $0 > 100
        }
      }))
    #expect(stopped.wasStopped)
    #expect(try bench.library.coverage().isEmpty, "half a file is not a file read in part")
    #expect(try bench.load().stories == 500)
  }

  @Test func aProgressIsToldThatEndsWithEverything() throws {
    let bench = try Bench()
    for number in 0..<20 { try bench.write("\(number).txt", Bench.story("Story number \(number)")) }
    var last: LoadStep?
    _ = try bench.ingestor.load([bench.root], today: Bench.today, watcher: Ingestor.Watcher(step: { last = $0 }))
    #expect(last?.filesDone == 20)
    #expect(last?.filesTotal == 20)
    #expect(last?.bytesDone == last?.bytesTotal)
  }
}

@Suite struct TakingIn {
  @Test func writtenRemovedAndMovedFilesAreTakenIn() throws {
    let bench = try Bench()
    try bench.write("a.txt", Bench.story("First"))
    try bench.write("dir/b.txt", Bench.story("Second"))
    try bench.load()
    try bench.write("c.txt", Bench.story("Third"))
    var summary = try bench.ingestor.takeIn([.written(bench.path("c.txt"))], roots: [bench.root], today: Bench.today)
    #expect(summary.added == 1)
    try FileManager.default.removeItem(atPath: bench.path("dir").text)
    summary = try bench.ingestor.takeIn([.removed(bench.path("dir"))], roots: [bench.root], today: Bench.today)
    #expect(summary.removed == 1)
    #expect(try bench.titles() == ["First", "Third"])
    try FileManager.default.moveItem(atPath: bench.path("a.txt").text, toPath: bench.path("z.txt").text)
    summary = try bench.ingestor.takeIn(
      [.removed(bench.path("a.txt")), .written(bench.path("z.txt"))], roots: [bench.root], today: Bench.today)
    #expect(summary.renamed == 1)
    #expect(try bench.titles() == ["First", "Third"])
  }

  @Test func aRemovalThatWasTakenBackRemovesNothing() throws {
    let bench = try Bench()
    try bench.write("a.txt", Bench.story("Here again"))
    try bench.load()
    _ = try bench.ingestor.takeIn([.removed(bench.path("a.txt"))], roots: [bench.root], today: Bench.today)
    #expect(try bench.titles() == ["Here again"])
  }

  @Test func liveFoldersLoadFirstAndThenFollow() throws {
    let bench = try Bench()
    try bench.write("a.txt", Bench.story("First"))
    let ready = Mutex(false)
    let live = LiveFolders(
      [bench.root], ingestor: bench.ingestor, pollSeconds: 1, today: { Bench.today },
      tell: { news in
        if case .ended(_, wasFirst: true) = news { ready.withLock { $0 = true } }
      })
    defer { live.end() }
    try wait { ready.withLock { $0 } }
    try bench.write("b.txt", Bench.story("Second"))
    try wait { try bench.titles() == ["First", "Second"] }
    try bench.remove("a.txt")
    try wait { try bench.titles() == ["Second"] }
  }

  private func wait(for condition: () throws -> Bool) throws {
    let deadline = Date().addingTimeInterval(30)
    while Date() < deadline {
      if try condition() { return }
      usleep(2_000)
    }
    Issue.record("it never came to that")
  }
}
