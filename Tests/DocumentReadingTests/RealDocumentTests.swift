import Foundation
import RegulatoryModel
import Testing

@testable import DocumentReading

/// Every real file of a corpus beside the checkout is read whole. Skipped, and said so, where there is none.
@Suite(.enabled(if: Corpus.exists, "no corpus beside the checkout: real documents are not read"))
struct RealDocuments {
  @Test(arguments: [
    ("real/bills/billstatus", 20), ("real/bills/uslm", 30), ("real/bills/congress-fixtures", 7), ("real/fedreg/xml-docs", 63),
    ("real/fedreg/json", 11), ("real/fedreg/api-json", 1), ("written/bills", 9), ("written/fedreg", 7),
  ])
  func everyFileIsReadWhole(folder: String, files: Int) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Corpus.folder.appending(path: folder).path).filter {
      ["xml", "json"].contains(($0 as NSString).pathExtension.lowercased())
    }
    #expect(names.count == files)
    for name in names {
      let bytes = try Data(contentsOf: Corpus.folder.appending(path: folder).appending(path: name))
      let reading = try readBytes(Array(bytes), as: name)
      #expect(reading.notes.isEmpty, "\(name): \(reading.notes)")
      #expect(!reading.stories.isEmpty)
      for story in reading.stories {
        #expect(isPrintable(story.text, lines: true) && isPrintable(story.title), "\(name)")
        #expect(!story.title.isEmpty && !story.text.contains("\n\n\n"), "\(name)")
        if folder.contains("bills"), story.kind == .bill {
          let bill = try #require(story.officialBill, "\(name)")
          #expect(!bill.steps.isEmpty && story.title.hasPrefix(bill.number), "\(name)")
          for step in bill.steps { #expect(!story.slice(step.span).contains("\n") && !step.span.isEmpty, "\(name)") }
        }
      }
    }
  }
}

/// Documents of the world, which lie beside a developer's checkout.
private enum Corpus {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/corpus")
  static let exists = FileManager.default.fileExists(atPath: folder.appending(path: "real/bills").path)
}
