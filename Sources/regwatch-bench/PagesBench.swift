import ArgumentParser
import DocumentReading
import Foundation
import RegulatoryModel

/// How well the article is found in saved pages, beside all the text of each page: what a reader that strips tags would get.
struct PagesBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages", abstract: "Find the articles of saved pages; floor: strip the tags.",
    discussion: """
      The folder is laid out as the test pages of Mozilla's Readability: for each page a folder with source.html, expected.html \
      and expected-metadata.json. Printed are the F1 of words, and whether title, byline, date and language are right (y), wrong (n), \
      stated nowhere (.) or found although none is expected (+). With --hostile, no folder is read: pages that nobody writes are \
      made, and the time and memory that they cost is printed.
      """)
  @Argument(help: "The folder of pages.") var folder: String?
  @Option(help: "Read all pages so many times, and print the speed.") var runs = 1
  @Option(help: "Read hostile pages of so many megabytes instead.") var hostile: Int?
  @Option(help: "Only pages whose name holds this.") var only: String?
  @Flag(help: "Print the text that was found of each page.") var show = false

  func validate() throws {
    if folder == nil, hostile == nil { throw ValidationError("Give a folder of pages, or --hostile with a size in megabytes.") }
  }

  func run() throws {
    if let hostile { return HostilePages.measure(megabytes: hostile, only: only) }
    guard let folder else { return }
    let root = URL(fileURLWithPath: folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let pages = names.filter { name in only.map { name.contains($0) } ?? true }.compactMap { PageWithAnswer(root.appending(path: $0)) }
    guard !pages.isEmpty else { throw ValidationError("No page with source.html and expected.html is in \(folder).") }
    print(Self.row("page", "F1", "stripped", "title", "byline", "date", "language"))
    var result = PagesResult()
    for page in pages {
      let (found, note) = Self.read(page)
      let score = PageScore(page, found)
      result.add(score)
      print(
        Self.row(
          page.name, Self.share(score.ours), Self.share(score.stripped), score.title.sign, score.byline.sign, score.date.sign,
          score.language.sign) + (note.map { "  " + $0 } ?? ""))
      for line in score.differences { print("    " + line) }
      if show, let found { print(found.text) }
    }
    print(Self.row("mean of \(pages.count)", Self.share(result.ours), Self.share(result.stripped), "", "", "", ""))
    print(result.summary)
    var timing = Timing()
    ProcessMemory.resetPeak()
    for _ in 0..<runs { timing.measure { for page in pages { _ = Self.read(page) } } }
    let bytes = pages.reduce(0) { $0 + $1.source.count }
    report(
      "read", timing, note: String(format: "%.1f MB/s, peak %d MB", Double(bytes) / timing.median / 1000, ProcessMemory.peakMegabytes))
  }

  private static func read(_ page: PageWithAnswer) -> (Story?, String?) {
    do {
      let reading = try DocumentReader().read(page.source, path: DocumentPath("page.html"), modified: LoadBench.today)
      return (reading.stories.first, reading.notes.first)
    } catch {
      return (nil, "\(error)")
    }
  }

  private static func share(_ value: Double) -> String { String(format: "%.3f", value) }

  private static func row(_ name: String, _ cells: String...) -> String {
    name.padding(toLength: 26, withPad: " ", startingAt: 0)
      + cells.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined()
  }
}
