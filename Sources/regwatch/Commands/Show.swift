import ArgumentParser
import QueryLanguage
import RegulatoryModel
import StoryLibrary

extension Regwatch {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print one story.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "The story's number, as regwatch list prints it.")
    var story: Int64
    @OptionGroup var libraryOption: LibraryOption
    @Option(help: "How it is printed.")
    var format: Format = .text

    func run() throws {
      let session = Session(library: libraryOption.library)
      session.tellWarnings()
      let library = try Querying.opening(session.openExistingLibrary)
      guard let detail = try Querying.asking({ () throws(LibraryError) in try library.detail(of: StoryID(story)) }) else {
        throw CommandFailure(
          Problem("Cannot show story \(story)", why: "the library has no story of that number", remedy: "regwatch list prints the numbers"))
      }
      switch format {
      case .text: try StandardStreams.printDocument(StoryText.text(story: detail.story, findings: detail.findings, path: detail.fullPath))
      case .json:
        try StandardStreams.print(
          StoryJSON.line(story: detail.story, findings: detail.findings, path: detail.fullPath, withText: true) { json in
            json.field("id", Int(detail.row.id.rawValue))
          })
      }
    }
  }
}
