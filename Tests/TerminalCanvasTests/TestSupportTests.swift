import Foundation
import TerminalCanvas
import TestSupport
import Testing

/// The tools that other tests rely on.
@Suite struct TestSupportTests {
  private static let isRecording = ProcessInfo.processInfo.environment["REGWATCH_RECORD"] == "1"

  @Test(.disabled(if: isRecording)) func aFixtureThatDiffersOrIsMissingFails() throws {
    let folder = try TemporaryFolder()
    try folder.write("one\ntwo\n", to: "Goldens/screen.txt")
    expectGolden(named: "screen", in: folder.path("Tests.swift"), "one\ntwo")
    withKnownIssue { expectGolden(named: "screen", in: folder.path("Tests.swift"), "one\n2") }
    withKnownIssue { expectGolden(named: "missing", in: folder.path("Tests.swift"), "one") }
  }

  @Test func aFolderGoesWithItsLastReference() throws {
    var folder: TemporaryFolder? = try TemporaryFolder()
    let path = try #require(folder?.path)
    try folder?.write("x", to: "a/b/c.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: path + "/a/b")
    folder = nil
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func aScreenFollowsItsScript() {
    let screen = ScriptedScreen(size: Size(columns: 5, rows: 1), keys: ["j", "^D"])
    #expect(screen.nextEvent(timeout: nil) == .key(.character("j")))
    #expect(screen.nextEvent(timeout: nil) == .key(.control("d")))
    #expect(screen.nextEvent(timeout: nil) == .terminated(signal: 15))
    let other = ScriptedScreen(size: Size(columns: 5, rows: 1), script: [.timeout, .event(.resized(Size(columns: 9, rows: 2)))])
    #expect(other.nextEvent(timeout: nil) == nil)
    #expect(other.nextEvent(timeout: nil) == .resized(Size(columns: 9, rows: 2)))
    #expect(other.size == Size(columns: 9, rows: 2))
  }

  @Test func aSeedRepeatsItsNumbers() {
    var (first, second) = (SplitMix64(seed: 1), SplitMix64(seed: 1))
    #expect((0..<9).map { _ in first.next() } == (0..<9).map { _ in second.next() })
  }
}
