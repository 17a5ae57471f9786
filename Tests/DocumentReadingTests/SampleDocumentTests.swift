import DocumentReading
import Foundation
import RegulatoryModel
import Testing

/// The documents that come with the program are its best fixtures: each is named after its date.
@Suite struct SampleDocumentTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "../../Sources/regwatch/Samples"
  ).standardized

  private static let files: [String] = (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
    .filter { DocumentFormat(claimedBy: DocumentPath($0)) != nil && $0.contains(".") }.sorted()

  @Test(arguments: files)
  func everySampleHasItsTitleAndDate(name: String) throws {
    let path = DocumentPath(Self.folder.appendingPathComponent(name).path)
    let reading = try DocumentReader().read(try FileLoader().load(path), path: path)
    let story = try #require(reading.stories.first)
    #expect(reading.notes.isEmpty)
    #expect(story.bodyStart == story.title.utf8.count + 2, "the title is shown: \(story.title)")
    #expect(!story.title.hasSuffix("…"))
    #expect(story.language == "en")
    #expect(story.dateOrigin != .fileTime && story.dateOrigin != .fileName, "found by \(story.dateOrigin)")
    let named = path.name.prefix(10)
    if let day = CalendarDay(iso: named) { #expect(story.date == day) }
    for trap in ["cookies", "Subscribe to e-mail updates", "Only necessary"] { #expect(!story.text.contains(trap)) }
  }
}
