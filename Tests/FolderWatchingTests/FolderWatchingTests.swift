import FolderWatching
import Foundation
import RegulatoryModel
import Synchronization
import Testing

/// Collects events and waits, with a deadline, until a condition holds over all of them.
private final class Collector: Sendable {
  let events = Mutex<[FolderEvent]>([])

  func waitUntil(_ condition: ([FolderEvent]) -> Bool) async throws -> [FolderEvent] {
    let deadline = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < deadline {
      let seen = events.withLock { $0 }
      if condition(seen) { return seen }
      try await Task.sleep(for: .milliseconds(2))
    }
    return events.withLock { $0 }
  }
}

private struct Folder: ~Copyable {
  let url: URL
  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "watch-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(at: url) }
  var path: DocumentPath { DocumentPath(url.path) }
  func write(_ name: String, _ text: String = "x") throws {
    let target = url.appending(path: name)
    try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: target)
  }
  func path(_ name: String) -> DocumentPath { DocumentPath(url.appending(path: name).path) }
}

@Suite(.serialized) struct Watching {
  @Test(arguments: [false, true])
  func aFileIsSeenWhenWrittenMovedInChangedAndRemoved(polling: Bool) async throws {
    let folder = try Folder()
    try folder.write("old.txt")
    let outside = try Folder()
    try outside.write("moved.txt")
    let collector = Collector()
    let watcher = FolderWatcher([folder.path], pollSeconds: 0.02, alwaysPoll: polling) { events in
      collector.events.withLock { $0 += events }
    }
    defer { watcher.stop() }
    try folder.write("new.txt")
    try FileManager.default.moveItem(at: outside.url.appending(path: "moved.txt"), to: folder.url.appending(path: "moved.txt"))
    var seen = try await collector.waitUntil {
      $0.contains(.written(folder.path("new.txt"))) && $0.contains(.written(folder.path("moved.txt")))
    }
    #expect(seen.contains(.written(folder.path("new.txt"))))
    #expect(seen.contains(.written(folder.path("moved.txt"))))
    #expect(!seen.contains(.written(folder.path("old.txt"))), "what was there before is no news")
    collector.events.withLock { $0 = [] }
    try folder.write("old.txt", "changed")
    try FileManager.default.removeItem(at: folder.url.appending(path: "new.txt"))
    seen = try await collector.waitUntil { $0.contains(.written(folder.path("old.txt"))) && $0.contains(.removed(folder.path("new.txt"))) }
    #expect(seen.contains(.written(folder.path("old.txt"))))
    #expect(seen.contains(.removed(folder.path("new.txt"))))
  }

  @Test func aNewFolderIsWatchedWithWhatItHolds() async throws {
    let folder = try Folder()
    let outside = try Folder()
    try outside.write("tree/deep/inside.txt")
    let collector = Collector()
    let watcher = FolderWatcher([folder.path]) { events in collector.events.withLock { $0 += events } }
    defer { watcher.stop() }
    try folder.write("a/b/c.txt")
    try FileManager.default.moveItem(at: outside.url.appending(path: "tree"), to: folder.url.appending(path: "tree"))
    let wanted = [folder.path("a/b/c.txt"), folder.path("tree/deep/inside.txt")]
    var seen = try await collector.waitUntil { events in wanted.allSatisfy { events.contains(.written($0)) } }
    for path in wanted { #expect(seen.contains(.written(path)), "\(path.text)") }
    try folder.write("tree/deep/later.txt")
    seen = try await collector.waitUntil { $0.contains(.written(folder.path("tree/deep/later.txt"))) }
    #expect(seen.contains(.written(folder.path("tree/deep/later.txt"))))
    try FileManager.default.moveItem(at: folder.url.appending(path: "tree"), to: folder.url.appending(path: "renamed"))
    seen = try await collector.waitUntil {
      $0.contains(.removed(folder.path("tree"))) && $0.contains(.written(folder.path("renamed/deep/inside.txt")))
    }
    #expect(seen.contains(.removed(folder.path("tree"))))
    #expect(seen.contains(.written(folder.path("renamed/deep/inside.txt"))))
    try folder.write("renamed/deep/after.txt")
    seen = try await collector.waitUntil { $0.contains(.written(folder.path("renamed/deep/after.txt"))) }
    #expect(seen.contains(.written(folder.path("renamed/deep/after.txt"))), "under its new name")
  }

  @Test func aWatchedFolderMayVanishAndComeBack() async throws {
    let parent = try Folder()
    try parent.write("root/a.txt")
    let root = parent.path("root")
    let collector = Collector()
    let modes = Mutex<[WatchMode]>([])
    let watcher = FolderWatcher([root], pollSeconds: 0.02, modes: { state in modes.withLock { $0.append(state[root] ?? .missing) } }) {
      events in
      collector.events.withLock { $0 += events }
    }
    defer { watcher.stop() }
    try FileManager.default.removeItem(at: parent.url.appending(path: "root"))
    _ = try await collector.waitUntil { _ in modes.withLock { $0.contains(.missing) } }
    #expect(modes.withLock { $0 }.contains(.missing))
    try parent.write("root/b.txt")
    _ = try await collector.waitUntil { _ in modes.withLock { $0.last == .inotify } }
    try parent.write("root/c.txt")
    let seen = try await collector.waitUntil { $0.contains(.written(parent.path("root/c.txt"))) }
    #expect(seen.contains(.rescan(root)))
    #expect(seen.contains(.written(parent.path("root/c.txt"))))
  }

  @Test func aFileThatIsStillOpenIsNotReported() async throws {
    let folder = try Folder()
    let collector = Collector()
    let watcher = FolderWatcher([folder.path]) { events in collector.events.withLock { $0 += events } }
    defer { watcher.stop() }
    let handle = try #require(fopen(folder.url.appending(path: "slow.txt").path, "w"))
    fputs("half", handle)
    fflush(handle)
    try folder.write("other.txt")
    var seen = try await collector.waitUntil { $0.contains(.written(folder.path("other.txt"))) }
    #expect(!seen.contains(.written(folder.path("slow.txt"))))
    fclose(handle)
    seen = try await collector.waitUntil { $0.contains(.written(folder.path("slow.txt"))) }
    #expect(seen.contains(.written(folder.path("slow.txt"))))
  }

  @Test func aNewSubfolderOfAMailFolderIsWatchedThoughItsNameBeginsWithADot() async throws {
    let folder = try Folder()
    try folder.write("cur/1.M1.host")
    try folder.write("new/2.M1.host")
    let collector = Collector()
    let watcher = FolderWatcher([folder.path]) { events in collector.events.withLock { $0 += events } }
    defer { watcher.stop() }
    // Step by step, as mail servers make them.
    try folder.write(".Drafts/maildirfolder")
    try folder.write(".Drafts/cur/1700000001.M1.host")
    try folder.write(".Drafts/new/1700000002.M1.host")
    let wanted = [folder.path(".Drafts/cur/1700000001.M1.host"), folder.path(".Drafts/new/1700000002.M1.host")]
    var seen = try await collector.waitUntil { events in wanted.allSatisfy { events.contains(.written($0)) } }
    for path in wanted { #expect(seen.contains(.written(path)), "\(path.text)") }
    try folder.write(".notmail/a.txt")
    try folder.write(".Drafts/new/1700000003.M1.host")
    let later = folder.path(".Drafts/new/1700000003.M1.host")
    seen = try await collector.waitUntil { $0.contains(.written(later)) }
    #expect(seen.contains(.written(later)))
    #expect(!seen.contains(.written(folder.path(".notmail/a.txt"))), "any other hidden folder stays hidden")
    try FileManager.default.moveItem(at: folder.url.appending(path: ".Drafts"), to: folder.url.appending(path: "Drafts"))
    seen = try await collector.waitUntil { $0.contains(.removed(folder.path(".Drafts"))) }
    #expect(seen.contains(.removed(folder.path(".Drafts"))))
  }

  @Test func aNameWithAnyBytesIsSeen() async throws {
    let folder = try Folder()
    let collector = Collector()
    let watcher = FolderWatcher([folder.path]) { events in collector.events.withLock { $0 += events } }
    defer { watcher.stop() }
    let path = folder.path.appending([0x61, 0x0A, 0x1B, 0x5B, 0xFF, 0x2E, 0x74, 0x78, 0x74])
    let handle = try #require(path.withCString { fopen($0, "w") })
    fclose(handle)
    let seen = try await collector.waitUntil { $0.contains(.written(path)) }
    #expect(seen.contains(.written(path)))
  }
}

@Suite struct Walking {
  @Test func everythingIsMetOnceOrSaidToBeSkipped() throws {
    let folder = try Folder()
    try folder.write("a.txt")
    try folder.write("b/c.txt")
    try folder.write(".hidden")
    try folder.write("half.part")
    try FileManager.default.createSymbolicLink(at: folder.url.appending(path: "b/loop"), withDestinationURL: folder.url)
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "dangling"), withDestinationURL: folder.url.appending(path: "nothing"))
    mkfifo(folder.url.appending(path: "pipe").path, 0o600)
    var files: [DocumentPath] = []
    var skipped: [DocumentPath: String] = [:]
    var walk = FolderWalk()
    walk.walk(folder.path) { entry in
      switch entry {
      case .file(let path, _): files.append(path)
      case .skipped(let path, let reason): skipped[path] = reason
      case .folder: break
      }
      return true
    }
    #expect(files == [folder.path("a.txt"), folder.path("b/c.txt")])
    #expect(skipped[folder.path("pipe")] == "a pipe, not a file")
    #expect(skipped[folder.path("dangling")] == "a link to nothing")
    #expect(skipped[folder.path("b/loop")] != nil)
    #expect(skipped[folder.path(".hidden")] != nil)
    #expect(skipped[folder.path("half.part")] != nil)
  }

  @Test func subfoldersOfMailFoldersAreEnteredThoughTheirNamesBeginWithADot() throws {
    let folder = try Folder()
    for name in [".INBOX.Lists/cur/1", ".INBOX.Lists/new/2", ".git/cur/3", "cur/4", "new/5", ".Sent"] { try folder.write(name) }
    var files: [DocumentPath] = []
    var skipped: [DocumentPath] = []
    var walk = FolderWalk()
    walk.walk(folder.path) { entry in
      if case .file(let path, _) = entry { files.append(path) }
      if case .skipped(let path, _) = entry { skipped.append(path) }
      return true
    }
    #expect(files == [".INBOX.Lists/cur/1", ".INBOX.Lists/new/2", "cur/4", "new/5"].map { folder.path($0) })
    #expect(skipped == [folder.path(".Sent"), folder.path(".git")])
  }

  /// What may not be looked at is not gone: its stories would be taken out.
  @Test func whatIsThereButCannotBeLookedAtIsToldOf() throws {
    let folder = try Folder()
    // A path longer than the system takes can only be made step by step; a folder without permission, only where one is not root.
    let name = String(repeating: "d", count: 250)
    var handle = open(folder.url.path, O_RDONLY | O_DIRECTORY)
    for _ in 0..<17 {
      #expect(mkdirat(handle, name, 0o700) == 0)
      let below = openat(handle, name, O_RDONLY | O_DIRECTORY)
      close(handle)
      handle = below
    }
    close(handle)
    var reasons: [String] = []
    var walk = FolderWalk()
    walk.walk(folder.path) { entry in
      if case .skipped(_, let reason) = entry { reasons.append(reason) }
      return true
    }
    #expect(reasons == ["its name is too long"])
  }

  @Test func aPolledFileIsReportedOnceItHasSettled() {
    let path = DocumentPath("/x/a.txt")
    func signature(_ size: Int64) -> [DocumentPath: FileSignature] {
      [path: FileSignature(device: 1, inode: 1, size: size, modified: size)]
    }
    var folder = PolledFolder([:])
    #expect(folder.changes(signature(10)) == [])
    #expect(folder.changes(signature(20)) == [])
    #expect(folder.changes(signature(20)) == [.written(path)])
    #expect(folder.changes(signature(20)) == [])
    #expect(folder.changes([:]) == [.removed(path)])
  }

  @Test func aBurstBecomesOneEventForEachPath() {
    var batch = EventBatch()
    let (a, b) = (DocumentPath("/a"), DocumentPath("/b"))
    for event in [FolderEvent.written(a), .removed(a), .written(b), .written(a)] { batch.add(event) }
    #expect(batch.take() == [.written(b), .written(a)])
    #expect(batch.isEmpty)
  }
}
