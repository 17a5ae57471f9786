import ArgumentParser
import DocumentReading
import EntityExtraction
import FolderWatching
import Foundation
import RegulatoryModel

/// Text to findings on one core, against looking at every byte of it once.
struct ExtractBench: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "extract", abstract: "Extract on one core; floor: sum the bytes.")
  @OptionGroup var documents: DocumentFolder
  @Option(help: "How often.") var runs = 5

  func run() throws {
    let (path, scratch) = try documents.ready()
    var start = Timing()
    let lexicon = start.measure { Lexicon.builtIn }
    report("lexicon and automaton, first use", start)
    let extractor = Extractor(lexicon: lexicon)
    let reader = DocumentReader()
    var stories: [Story] = []
    var reading = Timing()
    var bytesRead = 0
    var contents: [(DocumentPath, [UInt8])] = []
    var walk = FolderWalk()
    walk.walk(path) { entry in
      if case .file(let path, _) = entry, let file = try? FileLoader().load(path) { contents.append((path, file.bytes)) }
      return true
    }
    reading.measure {
      for (path, bytes) in contents {
        bytesRead += bytes.count
        if let reading = try? bytes.withUnsafeBytes({ try reader.read($0, path: path, modified: LoadBench.today) }) {
          stories += reading.stories
        }
      }
    }
    let megabytes = Double(stories.reduce(0) { $0 + $1.text.utf8.count }) / 1e6
    report("read, \(contents.count) files", reading, note: String(format: "%.0f MB/s", Double(bytesRead) / 1e3 / reading.median))
    var extract = Timing()
    var floor = Timing()
    var found = 0
    var least = Double.infinity
    for _ in 0..<runs {
      found = 0
      let begin = ProcessorTime.now
      extract.measure { for story in stories { found += extractor.findings(in: story).placeCount } }
      least = min(least, ProcessorTime.now - begin)
      var sum = 0
      floor.measure { for story in stories { for byte in story.text.utf8 { sum &+= Int(byte) } } }
      if sum == 42 { print("") }
    }
    report(
      "extract, \(stories.count) stories, \(found) findings", extract, floor: ("sum of the bytes", floor),
      note: String(format: "%.1f MB/s; by processor time, best run: %.1f MB/s", megabytes * 1000 / extract.median, megabytes / least))
    withExtendedLifetime(scratch) {}
  }
}
