import Foundation
import QueryLanguage
import RegulatoryModel
import Testing

@testable import StoryLibrary

struct RobustnessTests {
  private func filled(_ count: Int = 200) throws -> TemporaryLibrary {
    let temporary = try TemporaryLibrary()
    let text = String(repeating: "stablecoin reserves and custody rules ", count: 60)
    try temporary.library.commit(
      batch((0..<count).map { file("\($0).txt", "d\($0)", story("\($0) " + text), findings(agencies: ["sec"])) }))
    return temporary
  }

  // MARK: - Opening what is no library of ours

  @Test func aNewerLibraryIsLeftAsItIs() throws {
    let temporary = try filled(3)
    try temporary.library.sql("PRAGMA user_version = 99")
    try temporary.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: temporary.path.text))
    let error = #expect(throws: LibraryError.self) { try Library.open(temporary.path, entityNames: []) }
    #expect(error == .newer(path: temporary.path.text, found: 99, known: Schema.version))
    #expect(error?.problem.why == "made by a newer regwatch (schema 99, this one knows \(Schema.version))")
    #expect(error?.problem.remedy?.contains("upgrade") == true)
    #expect(try Data(contentsOf: URL(fileURLWithPath: temporary.path.text)) == before)
  }

  @Test func anOlderLibraryKeepsWhatPeopleDidAndReadsTheFilesAnew() throws {
    let temporary = try filled(3)
    let library = temporary.library
    let stories = try library.stories(matching: .everything, today: today)
    try library.set(.starred, on: [stories[1]], to: true)
    let text = try #require(try library.detail(of: stories[1])).story.text
    // As the first version made it.
    try library.sql("ALTER TABLE story DROP COLUMN member")
    try library.sql("PRAGMA user_version = 1")
    try temporary.close()

    let renewed = try Library.open(temporary.path, entityNames: [])
    #expect(try renewed.files(under: [root]).isEmpty)
    let body = String(repeating: "stablecoin reserves and custody rules ", count: 60)
    try renewed.commit(batch((0..<3).map { file("\($0).txt", "d\($0)", story("\($0) " + body), findings(agencies: ["sec"])) }))
    #expect(try renewed.texts(.id(.is, "starred")) == [text])
    #expect(try renewed.checkIntegrity().isEmpty)
  }

  @Test func theDatabaseOfAnotherProgramIsLeftAsItIs() throws {
    let temporary = try filled(3)
    try temporary.library.sql("PRAGMA application_id = 7")
    try temporary.close()
    let error = #expect(throws: LibraryError.self) { try Library.open(temporary.path, entityNames: []) }
    #expect(error == .cannotOpen(path: temporary.path.text, reason: "it is the database of another program"))
  }

  @Test func aFileThatIsNoDatabaseIsSaidToBeDamaged() throws {
    let temporary = try TemporaryLibrary()
    let path = temporary.folder + "/notes.txt"
    try String(repeating: "These are my notes.\n", count: 100).write(toFile: path, atomically: true, encoding: .utf8)
    let error = #expect(throws: LibraryError.self) { try Library.open(DocumentPath(path), entityNames: []) }
    guard case .damaged = error else { return #expect(error == nil) }
  }

  @Test(arguments: [
    ("/nowhere/at/all/library.sqlite", "the folder /nowhere/at/all does not exist"),
    ("/proc/library.sqlite", nil),
    ("/etc/passwd/library.sqlite", "/etc/passwd is not a folder"),
    ("/tmp", "it is a folder"),
  ])
  func whatCannotBeOpenedHasASentence(path: String, reason: String?) throws {
    let error = #expect(throws: LibraryError.self) { try Library.open(DocumentPath(path), entityNames: []) }
    guard case .cannotOpen(let told, let why)? = error else { return #expect(error == nil) }
    #expect(told == path)
    if let reason { #expect(why == reason) }
    #expect(error?.problem.remedy != nil)
  }

  @Test func aFolderThatMayNotBeWrittenHasASentence() throws {
    let temporary = try TemporaryLibrary()
    let folder = temporary.folder + "/sealed"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o555])
    // The superuser writes anywhere.
    guard geteuid() != 0 else { return }
    let error = #expect(throws: LibraryError.self) { try Library.open(DocumentPath(folder + "/library.sqlite"), entityNames: []) }
    #expect(error == .cannotOpen(path: folder + "/library.sqlite", reason: "the folder \(folder): Permission denied"))
  }

  // MARK: - Damage

  @Test func aTruncatedLibraryIsSaidToBeDamagedAndCanBeSalvaged() throws {
    let temporary = try filled()
    try mark(temporary)
    try temporary.close()
    let size = try FileManager.default.attributesOfItem(atPath: temporary.path.text)[.size] as? Int ?? 0
    #expect(truncate(temporary.path.text, size / 3) == 0)
    let error = #expect(throws: LibraryError.self) {
      let library = try Library.open(temporary.path, entityNames: [])
      _ = try library.texts(.word("custody"))
    }
    guard case .damaged? = error else { return #expect(error == nil) }
    let report = try Library.salvage(temporary.path)
    #expect(report.losses == [])
    try expectMarks(temporary)
    #expect(FileManager.default.fileExists(atPath: report.damagedCopy))
  }

  @Test(arguments: [0.2, 0.4, 0.6, 0.8, 0.95]) func garbageInTheMiddleIsFoundAndNeverACrash(place: Double) throws {
    let temporary = try filled()
    try mark(temporary)
    try temporary.close()
    let file = try #require(FileHandle(forUpdatingAtPath: temporary.path.text))
    let size = try file.seekToEnd()
    var random = SeededGenerator(seed: Int(place * 100))
    try file.seek(toOffset: UInt64(Double(size) * place) / 8192 * 8192)
    try file.write(contentsOf: Data((0..<32768).map { _ in UInt8.random(in: 0...255, using: &random) }))
    try file.close()
    do {
      let library = try Library.open(temporary.path, entityNames: [])
      let found = try library.checkIntegrity()
      #expect(found != [])
      // Whatever is asked, the answer is a right one or an error.
      for id in (try? library.answer().stories) ?? [] { _ = try? library.detail(of: id) }
      _ = try? library.texts(.word("custody"))
    } catch {
      guard case .damaged = error else { return #expect(error.problem.why == "") }
    }
    let report = try Library.salvage(temporary.path)
    if report.losses.isEmpty { try expectMarks(temporary) }
  }

  private func mark(_ temporary: TemporaryLibrary) throws {
    let library = temporary.library
    let ids = try library.stories(matching: .everything, sort: .oldest, today: today)
    try library.set(.starred, on: [ids[0], ids[7]], to: true)
    try library.setTag("desk", on: [ids[3]], to: true)
    try library.save(SavedFilter(name: "mine", query: "is:unread"))
    try library.noteLook(on: today)
  }

  private func expectMarks(_ temporary: TemporaryLibrary) throws {
    try temporary.reopen()
    let library = temporary.library
    #expect(try library.savedFilters().map(\.name) == ["mine"])
    #expect(library.lastLook == today)
    try library.commit(batch((0..<10).map { file("\($0).txt", "d\($0)", story("text \($0)")) }))
    #expect(try library.texts(.id(.is, "starred")) == ["text 0", "text 7"])
    #expect(try library.texts(.field(.tag, .name("desk"))) == ["text 3"])
    #expect(try library.checkIntegrity() == [])
  }

  @Test func aChunkThatWasTamperedWithIsDamageAndNoCrash() throws {
    let temporary = try filled(3)
    try temporary.library.sql("UPDATE story_chunk SET columns = zeroblob(length(columns))")
    try temporary.close()
    let error = #expect(throws: LibraryError.self) { try Library.open(temporary.path, entityNames: []) }
    #expect(error == .damaged(path: temporary.path.text, detail: "a stored blob does not match its checksum"))
  }

  // MARK: - Locks, crashes, full disks

  @Test func aWriterThatWaitsTooLongSaysWhoIsInItsWay() throws {
    let temporary = try filled(3)
    let second = try temporary.other(busyTimeout: .milliseconds(20))
    try temporary.library.commit(batch([file("new.txt", "n", story("new"))])) { () throws -> Void in
      let error = #expect(throws: LibraryError.self) { try second.commit(batch([file("x.txt", "x", story("x"))])) }
      #expect(error == .locked(path: temporary.path.text))
      // Questions are answered all the while, by one that is open and by one that opens now.
      #expect(try second.answer().totalStories == 3)
      #expect(try temporary.other(busyTimeout: .milliseconds(20)).answer().totalStories == 3)
    }
    try second.commit(batch([file("x.txt", "x", story("x"))]))
    #expect(try second.texts(.everything).count == 5)
  }

  /// So that a screen knows which of its rows are out of date.
  @Test func whatAnotherProgramMarkedOrChangedIsNamed() throws {
    let temporary = try filled(3)
    let (first, second) = (temporary.library, try temporary.other())
    let ids = try first.stories(matching: .everything, today: today)
    #expect(try second.changesOfOthers() == nil)
    try first.set(.starred, on: [ids[1]], to: true)
    #expect(try second.changesOfOthers() == [ids[1]])
    try first.set(.starred, on: ids, to: true)
    try first.set(.starred, on: [ids[1]], to: false)
    #expect(Set(try #require(try second.changesOfOthers())) == Set(ids))
    let added = try first.commit(batch([file("new.txt", "n", story("fresh"))])).added
    #expect(try #require(try second.changesOfOthers()).contains(added[0]))
  }

  @Test func twoLibrariesOnOneFileSeeEachOther() throws {
    let temporary = try filled(3)
    let (first, second) = (temporary.library, try temporary.other())
    #expect(try second.refresh() == false)
    let added = try first.commit(batch([file("new.txt", "n", story("fresh"), findings(agencies: ["cftc"]))])).added
    try first.set(.starred, on: added, to: true)
    try first.noteLook(on: today)
    #expect(try second.refresh())
    #expect(try second.refresh() == false)
    #expect(second.revision == first.revision && second.lastLook == today)
    #expect(try second.texts(.and([.id(.is, "starred"), .id(.agency, "cftc"), .word("fresh")])) == ["fresh"])
    // A write takes in what the other wrote, without being told to.
    try second.commit(batch([file("0.txt", "other", story("changed"))]))
    try first.setTag("desk", on: added, to: true)
    #expect(try first.texts(.word("changed")) == ["changed"])
    #expect(try second.refresh())
    #expect(try second.answer() == first.answer())
    try first.rebuildDerived()
    #expect(try second.refresh())
    #expect(try second.answer().totalStories == 0)
    #expect(try second.checkIntegrity() == [])
  }

  @Test func aBatchThatFailsLeavesNothing() throws {
    struct Stop: Error {}
    let temporary = try filled(3)
    let before = try temporary.library.answer()
    #expect(throws: LibraryError.self) {
      try temporary.library.commit(batch([file("new.txt", "n", story("fresh"))], removed: [path("1.txt")])) { throw Stop() }
    }
    #expect(try temporary.library.answer() == before)
    #expect(try temporary.library.texts(.word("fresh")) == [])
    #expect(try temporary.library.checkIntegrity() == [])
    #expect(try temporary.library.commit(batch([file("new.txt", "n", story("fresh"))])).added.count == 1)
  }

  @Test func aFullDiskIsASentenceAndLosesNothing() throws {
    let temporary = try filled(20)
    let pages = try #require(Int(try temporary.library.sql("PRAGMA page_count").first ?? ""))
    try temporary.library.sql("PRAGMA max_page_count = \(pages + 2)")
    let files = (0..<100).map { file("new\($0)", "n\($0)", story(String(repeating: "many words ", count: 500))) }
    let error = #expect(throws: LibraryError.self) { try temporary.library.commit(batch(files)) }
    #expect(error == .diskFull(path: temporary.path.text))
    #expect(error?.problem.why == "the disk is full")
    #expect(try temporary.library.answer().totalStories == 20)
    try temporary.library.sql("PRAGMA max_page_count = 1000000")
    #expect(try temporary.library.commit(batch(files)).added.count == 100)
    #expect(try temporary.library.checkIntegrity() == [])
  }

  @Test func aKillInTheMiddleOfACommitLeavesTheStateBefore() async throws {
    let temporary = try filled(20)
    try mark(temporary)
    let before = try temporary.library.answer()
    await #expect(processExitsWith: .signal(SIGKILL)) { [text = temporary.path.text as String] in
      let library = try Library.open(DocumentPath(text), entityNames: [])
      // Enough to spill out of the cache into the journal before the end.
      let files = (0..<300).map { file("\($0).txt", "changed\($0)", story(String(repeating: "other words \($0) ", count: 300))) }
      try library.commit(batch(files, removed: [StoryLibraryTests.path("0.txt")])) { kill(getpid(), SIGKILL) }
    }
    try temporary.reopen()
    #expect(try temporary.library.answer() == before)
    #expect(try temporary.library.checkIntegrity() == [])
    #expect(try temporary.library.commit(batch(removed: [StoryLibraryTests.path("0.txt")])).removed.count == 1)
  }
}
