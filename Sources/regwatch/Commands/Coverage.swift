import ArgumentParser
import Ingestion
import PrintableText
import RegulatoryModel
import StoryLibrary

extension FileStatus: ExpressibleByArgument {}

extension Regwatch {
  struct Coverage: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tell what became of every file: read, partly read, skipped or failed, and why.",
      discussion: """
        Without options: files by format, then why files were not read whole, then agencies that stories usually name and now do not.
        Exit code 1 where anything was skipped, failed or read in part.

        \(SilenceRule.words)

        A file is read again when it changes, when regwatch reads its format otherwise than before, and, if it was not read whole, when
        the limits or the helper programs change; --retry does so at once.
        """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, jsonl, csv }

    @Argument(help: "Folders or files to tell of. [default: everything in the library]", completion: .directory)
    var folders: [String] = []
    @OptionGroup var libraryOption: LibraryOption
    @Option(help: "List the files of which this became.")
    var status: FileStatus?
    @Option(help: "How it is printed; csv and jsonl list the files.")
    var format: Format = .table
    @Flag(help: "The reasons alone, with how many files each has.")
    var reasons = false
    @Flag(help: "First read again what was skipped, failed or read in part.")
    var retry = false
    @Flag(help: "Print the limits in force, and nothing else.")
    var limits = false

    func run() throws {
      let session = Session(library: libraryOption.library)
      session.tellWarnings()
      if limits { return try LimitsText.print(session.configuration.limits, asJSON: format != .table) }
      let library = try Querying.opening(session.openExistingLibrary)
      let scope = folders.map { DocumentPath(session.userFolders.absolute($0)) }
      if retry { try readAgain(scope, session, library) }
      let isList = status != nil || format == .csv || format == .jsonl
      let request = CoverageRequest(
        scope: scope, statuses: status.map { [$0] } ?? [], sort: status == nil ? .trouble : .path, today: Clock.today())
      let answer = try Querying.asking { () throws(LibraryError) in try library.coverage(request) }
      switch format {
      case .table where isList: try listFiles(answer, library)
      case .table: try (reasons ? CoverageText.reasons(answer.totals) : CoverageText.summary(answer.totals)).forEach(StandardStreams.print)
      case .csv, .jsonl: try listFiles(answer, library)
      case .json:
        let files = status == nil ? nil : try Querying.asking { () throws(LibraryError) in try library.files(answer.files) }
        try StandardStreams.print(CoverageText.json(answer.totals, files: files))
      }
      let totals = answer.totals
      let isWhole = totals.count(.read) > 0 && totals.count(.read) == totals.all.count
      let hasMatch = status == nil || !answer.files.isEmpty
      try (isWhole && hasMatch ? ExitStatus.done : .incomplete).end()
    }

    private func readAgain(_ scope: [DocumentPath], _ session: Session, _ library: Library) throws {
      let bar = ProgressLine()
      let interrupt = InterruptFlag()
      let summary: LoadSummary
      do {
        defer { bar.clear() }
        summary = try Querying.asking { () throws(LibraryError) in
          let roots = try library.watchedFolders()
          return try Ingestor(library: library, files: session.files).retry(
            scope.isEmpty ? roots : scope, roots: roots, today: Clock.today(),
            watcher: Ingestor.Watcher(step: { bar.show($0) }, isStopped: { interrupt.isSet }))
        }
      }
      for folder in summary.missingFolders { StandardStreams.complain("Cannot load \(folder.path.text): \(folder.reason)") }
      StandardStreams.complain(
        "read again: \(summary.added + summary.changed) read, \(summary.skipped.count) skipped, \(summary.failed.count) failed"
          + (summary.wasStopped ? " (stopped before the end)" : ""))
    }

    /// The files a piece at a time, so that a million of them need no memory.
    private func listFiles(_ answer: CoverageAnswer, _ library: Library) throws {
      if format == .csv { try CoverageText.table([]).csv.forEach(StandardStreams.print) }
      let step = 2000
      for start in stride(from: 0, to: answer.files.count, by: step) {
        let ids = Array(answer.files[start..<min(start + step, answer.files.count)])
        let files = try Querying.asking { () throws(LibraryError) in try library.files(ids) }
        switch format {
        case .jsonl: for file in files { try StandardStreams.print(JSONText.object { CoverageText.fields(of: file, in: &$0) }) }
        case .csv: try CoverageText.table(files).csv.dropFirst().forEach(StandardStreams.printDocument)
        case .table, .json: try CoverageText.list(files).lines(titles: start == 0).forEach(StandardStreams.print)
        }
      }
    }
  }
}
