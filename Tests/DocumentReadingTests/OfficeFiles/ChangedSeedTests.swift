import DocumentReading
import Foundation
import RegulatoryModel
import Testing

/// The fuzzer's seeds of archives and Office documents, with some bytes changed: a short fuzzing on every run of the tests.
@Suite struct ChangedSeedTests {
  private static let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "Fuzzing/Seeds")

  @Test(arguments: ["archive", "docx", "odt", "rtf", "epub"])
  func noChangedByteCrashesTheReader(format: String) throws {
    let folder = Self.seeds.appending(path: format)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count >= 3)
    for name in names {
      let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
      _ = try? read(bytes, as: name)
      for seed in UInt64(0)..<150 {
        var generator = SeededGenerator(seed: seed)
        var changed = bytes
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
          let place = Int.random(in: changed.indices, using: &generator)
          switch Int.random(in: 0..<3, using: &generator) {
          case 0: changed[place] = UInt8.random(in: 0...255, using: &generator)
          case 1: changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
          default: changed.insert(contentsOf: changed[place..<min(changed.count, place + 20)], at: place)
          }
        }
        for story in (try? read(changed, as: name))?.stories ?? [] {
          #expect(isPrintable(story.text, lines: true) && isPrintable(story.title), "seed \(seed) \(name)")
          #expect(story.bodyStart <= story.text.utf8.count, "seed \(seed) \(name)")
        }
      }
    }
  }
}
