import ArgumentParser
import DocumentReading
import Foundation
import RegulatoryModel

/// How fast documents of each format are read, without extraction and library, against reading the bytes of their files and no more.
struct FormatsBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "Read valid documents of each format; floor: read the bytes of their files.",
    discussion: """
      MB/s counts the bytes of the files as they lie on the disk, text MB/s those of the stories' texts, which tells more of packed \
      formats. Medians of several runs. PDF includes the start of pdftotext for each file.
      """)
  @Option(help: "How much text the documents of each format are made of, in MB.") var megabytes = 2
  @Option(help: "How often.") var runs = 3
  @Option(help: "Only formats whose name holds this.") var only: String?

  func run() throws {
    print(Self.row("format", "files", "MB", "stories", "MB/s", "text MB/s", "floor MB/s", "ratio"))
    for format in FormatSample.all where only.map({ format.name.contains($0) }) ?? true {
      let folder = try ScratchFolder()
      var source = GeneratedDocuments(seed: 7)
      var paths: [DocumentPath] = []
      var bytes = 0
      var text = 0
      while text < megabytes << 20 {
        let stories = (0..<format.storiesOfOne).map { _ in SampleStory(&source) }
        text += stories.reduce(0) { $0 + $1.size }
        let file = format.make(stories)
        let path = "\(folder.path)/\(paths.count).\(format.ending)"
        try Data(file).write(to: URL(fileURLWithPath: path))
        paths.append(DocumentPath(path))
        bytes += file.count
      }
      var reading = Timing()
      var floor = Timing()
      var result = (stories: 0, text: 0, fault: String?.none)
      // By turns, so that a slow minute of the machine falls on both.
      for _ in 0..<runs {
        floor.measure { for path in paths { Self.readBytes(path) } }
        result = reading.measure { Self.read(paths) }
      }
      let speed = { (count: Int, timing: Timing) in String(format: "%.1f", Double(count) / timing.median / 1000) }
      print(
        Self.row(
          format.name, "\(paths.count)", String(format: "%.1f", Double(bytes) / 1e6), "\(result.stories)", speed(bytes, reading),
          speed(result.text, reading), speed(bytes, floor), String(format: "%.0f", reading.median / max(0.000_001, floor.median)))
          + (result.fault.map { "  " + $0 } ?? ""))
      withExtendedLifetime(folder) {}
    }
  }

  private static func row(_ cells: String...) -> String {
    cells.enumerated().map { place, cell in
      let blanks = String(repeating: " ", count: max(0, (place == 0 ? 22 : 11) - cell.count))
      return place == 0 ? cell + blanks : blanks + cell
    }.joined()
  }

  /// The stories of the files, the bytes of their texts, and the first thing that was wrong: there should be nothing.
  private static func read(_ paths: [DocumentPath]) -> (stories: Int, text: Int, fault: String?) {
    let reader = DocumentReader()
    let loader = FileLoader()
    var stories = 0
    var text = 0
    var fault: String?
    for path in paths {
      do throws(ReadingError) {
        let reading = try reader.read(try loader.load(path), path: path)
        stories += reading.stories.count
        text += reading.stories.reduce(0) { $0 + $1.text.utf8.count }
        fault = fault ?? reading.notes.first
      } catch {
        fault = fault ?? error.reason
      }
    }
    return (stories, text, fault)
  }

  private static func readBytes(_ path: DocumentPath) {
    guard let handle = path.withCString({ fopen($0, "r") }) else { return }
    defer { fclose(handle) }
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
      while fread(buffer.baseAddress, 1, buffer.count, handle) > 0 {}
    }
  }
}
