import ArgumentParser
import QueryLanguage
import RegulatoryModel
import StoryLibrary

extension Regwatch {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List stories.",
      discussion:
        "The query is in the language of the search box: words, \"phrases\", agency:sec, date:7d.., is:unread. Quote it for the shell.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, jsonl, csv, markdown }

    @Argument(help: "What to list. [default: everything]", completion: .none)
    var query: [String] = []
    @OptionGroup var libraryOption: LibraryOption
    @Option(help: "How it is printed.")
    var format: Format = .table
    @Option(help: "At most so many.")
    var limit: Int?
    @Option(help: "In which order.")
    var sort: StorySort = .newest

    func validate() throws {
      if let limit, limit < 1 { throw ValidationError("--limit wants a number of at least 1.") }
    }

    func run() throws {
      let session = Session(library: libraryOption.library)
      session.tellWarnings()
      let library = try Querying.opening(session.openExistingLibrary)
      let asked = try Querying.query(query, library: library)
      let found = try Querying.asking { () throws(LibraryError) in try library.stories(matching: asked, sort: sort, today: Clock.today()) }
      let ids = limit.map { Array(found.prefix($0)) } ?? found
      try StoryListText.write(ids, format: format, library: library) { line throws(OutputClosed) in try StandardStreams.printDocument(line)
      }
      try (ids.isEmpty ? ExitStatus.incomplete : .done).end()
    }
  }
}

extension StorySort: ExpressibleByArgument {}
