import ArgumentParser
import FolderWatching
import Glibc
import Ingestion
import QueryLanguage
import RegulatoryModel
import StoryLibrary

extension Regwatch {
  struct Watch: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Watch folders, and print a line of JSON for each story that arrives or changes.",
      discussion: """
        Brings the library up to date first, without printing; then runs until it is stopped. With --exec, the command gets each line on its \
        standard input. It is started directly, never through a shell: quotes group words, nothing is expanded.
        """)

    @Argument(help: "Folders. [default: those of config.toml]", completion: .directory)
    var folders: [String] = []
    @OptionGroup var libraryOption: LibraryOption
    @Option(help: "Only stories that match this query.", completion: .none)
    var query: String?
    @Option(help: "A command to run with each line on its standard input.", completion: .shellCommand("compgen -c"))
    var exec: String?

    func run() throws {
      let session = Session(library: libraryOption.library)
      session.tellWarnings()
      let roots = session.roots(folders)
      guard !roots.isEmpty else {
        throw CommandFailure(
          Problem("There is nothing to watch", why: "no folder is named, and config.toml has none", remedy: "run regwatch watch FOLDER"))
      }
      let library = try Querying.opening { () throws(Problem) in try session.openLibrary() }
      let asked = try query.map { try Querying.query([$0], library: library) }
      let command = try exec.map(CommandWords.split)
      let queue = NewsQueue()
      let stop = StopSignal()
      let files = session.files
      let renamed = try Querying.asking { () throws(LibraryError) in
        try Reextraction(library: library, extractor: files.current.extractor).run(today: Clock.today(), isStopped: { stop.isSet })
      }
      if renamed.hadChange { StandardStreams.complain(SummaryText.line(renamed)) }
      let live = LiveFolders(
        roots, ingestor: Ingestor(library: library, files: files), pollSeconds: session.configuration.pollSeconds,
        today: { Clock.today() }, tell: { queue.put($0) })
      defer { live.end() }
      var isLive = false
      while let news = queue.next(unless: stop) {
        switch news {
        case .ended(let summary, let wasFirst):
          for reason in summary.missingFolders + summary.failed {
            StandardStreams.complain("Cannot read \(reason.path.text): \(reason.reason)")
          }
          if wasFirst {
            isLive = true
            StandardStreams.complain("watching \(roots.count == 1 ? "1 folder" : "\(roots.count) folders")")
          }
        case .committed(let report) where isLive:
          try tell(report, asked, library, command, stop)
        case .problem(let problem): StandardStreams.complain(problem)
        case .modes(let modes):
          for (folder, mode) in modes.sorted(by: { $0.key < $1.key }) {
            switch mode {
            case .inotify: continue
            case .polling(let reason): StandardStreams.complain("\(folder.text) is looked at every few seconds: \(reason)")
            case .missing: StandardStreams.complain("\(folder.text) is not there; it is waited for")
            }
          }
        case .step, .committed: continue
        }
      }
    }

    private func tell(_ report: CommitReport, _ asked: Query?, _ library: Library, _ command: [String]?, _ stop: StopSignal) throws {
      var wanted: Set<StoryID>?
      if let asked {
        wanted = Set(try Querying.asking { () throws(LibraryError) in try library.stories(matching: asked, today: Clock.today()) })
      }
      for (event, ids) in [("arrived", report.added), ("changed", report.changed)] {
        for id in ids where !stop.isSet && (wanted?.contains(id) ?? true) {
          guard let detail = try Querying.asking({ () throws(LibraryError) in try library.detail(of: id) }) else { continue }
          let line = StoryJSON.line(story: detail.story, findings: detail.findings, path: detail.fullPath, withText: false) { json in
            json.field("event", event)
            json.field("id", Int(id.rawValue))
          }
          try StandardStreams.print(line)
          if let command, let problem = CommandWords.run(command, input: line + "\n", stop: stop) { StandardStreams.complain(problem) }
        }
      }
    }
  }
}
