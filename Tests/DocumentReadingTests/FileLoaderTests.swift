import DocumentReading
import Foundation
import Glibc
import RegulatoryModel
import Testing

@Suite struct FileLoaderTests {
  /// Runs with a folder of its own, which is gone afterwards.
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reading-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func path(_ url: URL) -> DocumentPath { DocumentPath(url.path) }

  @Test func bytesDigestAndTimeComeTogether() throws {
    try withFolder { folder in
      let file = folder.appendingPathComponent("a.txt")
      let bytes = Array("A title\n\nSome text.".utf8)
      try Data(bytes).write(to: file)
      #expect(
        utimensat(AT_FDCWD, file.path, [timespec(tv_sec: 1_752_710_400, tv_nsec: 5), timespec(tv_sec: 1_752_710_400, tv_nsec: 5)], 0) == 0)
      let loaded = try FileLoader().load(path(file))
      #expect(loaded.bytes == bytes)
      #expect(loaded.modified == CalendarDay(iso: "2025-07-17"))
      #expect(loaded.modifiedNanoseconds == 5)
      #expect(loaded.digest == bytes.withUnsafeBytes { ContentDigest(of: $0) })
      #expect(try DocumentReader().read(loaded, path: path(file)).stories.first?.date == CalendarDay(iso: "2025-07-17"))
    }
  }

  @Test func anEmptyFileLoadsAsNothing() throws {
    try withFolder { folder in
      let file = folder.appendingPathComponent("a.txt")
      try Data().write(to: file)
      #expect(try FileLoader().load(path(file)).bytes.isEmpty)
    }
  }

  @Test func aPipeIsRefusedAndNotWaitedFor() throws {
    try withFolder { folder in
      let pipe = folder.appendingPathComponent("a.txt")
      #expect(mkfifo(pipe.path, 0o600) == 0)
      #expect(throws: ReadingError.notAFile) { try FileLoader().load(path(pipe)) }
      #expect(throws: ReadingError.notAFile) { try FileLoader().load(path(folder)) }
    }
  }

  @Test func aHugeFileIsRefusedUnread() throws {
    try withFolder { folder in
      let file = folder.appendingPathComponent("a.txt")
      #expect(FileManager.default.createFile(atPath: file.path, contents: nil))
      #expect(truncate(file.path, 500 << 20) == 0)  // a hole: no disk is used
      #expect(throws: ReadingError.tooLarge(bytes: 500 << 20, limit: 64 << 20)) { try FileLoader().load(path(file)) }
    }
  }

  @Test func aMissingFileSaysSoInTheSystemsWords() throws {
    try withFolder { folder in
      #expect(throws: ReadingError.cannotOpen("No such file or directory")) {
        try FileLoader().load(path(folder.appendingPathComponent("none.txt")))
      }
      #expect(throws: ReadingError.unsupported(extension: "mp4")) { try FileLoader().load(path(folder.appendingPathComponent("none.mp4"))) }
    }
  }

  @Test(arguments: [
    ("", "00000000000000000000000000000000"), ("hello", "cbd8a7b341bd9b025b1e906a48ae1d19"),
    ("The quick brown fox jumps over the lazy dog", "e34bbc7bbc071b6c7a433ca9c49a9347"),
  ])
  func theDigestIsThePublishedOne(text: String, expected: String) {
    #expect(Array(text.utf8).withUnsafeBytes { ContentDigest(of: $0) }.text == expected)
  }

  @Test func oneChangedByteChangesTheDigest() {
    var bytes = [UInt8](repeating: 7, count: 1000)
    var seen: Set<ContentDigest> = [bytes.withUnsafeBytes { ContentDigest(of: $0) }]
    for index in bytes.indices {
      bytes[index] = 8
      seen.insert(bytes.withUnsafeBytes { ContentDigest(of: $0) })
      bytes[index] = 7
    }
    #expect(seen.count == 1001)
  }
}
