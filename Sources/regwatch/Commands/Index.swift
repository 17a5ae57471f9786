import ArgumentParser
import Glibc
import Ingestion
import PrintableText
import RegulatoryModel
import StoryLibrary

extension Regwatch {
  struct Index: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Load folders into the library, or bring it up to date.",
      discussion: "Unchanged files cost a stat. Prints what was added, changed, removed, unchanged and skipped, and why.")

    @Argument(help: "Folders. [default: those of config.toml]", completion: .directory)
    var folders: [String] = []
    @OptionGroup var libraryOption: LibraryOption
    @Flag(help: "Read every file anew, changed or not.")
    var all = false
    @Flag(name: .shortAndLong, help: "Say nothing of what went well.")
    var quiet = false
    @Flag(help: "The summary as one line of JSON.")
    var json = false

    func run() throws {
      let session = Session(library: libraryOption.library)
      session.tellWarnings()
      let roots = session.roots(folders)
      guard !roots.isEmpty else {
        throw CommandFailure(
          Problem(
            "There is nothing to load", why: "no folder is named, and config.toml has none",
            remedy: "run regwatch index FOLDER, or set folders in \(session.userFolders.configuration)/config.toml"))
      }
      let library = try Querying.opening { () throws(Problem) in try session.openLibrary() }
      let bar = ProgressLine()
      let interrupt = InterruptFlag()
      let renamed: Reextraction.Outcome
      let summary: LoadSummary
      do {
        defer { bar.clear() }
        let files = session.files
        // What the library has is brought in line with the user's names first, so that what is read now is of one piece with it.
        renamed = try Querying.asking { () throws(LibraryError) in
          try Reextraction(library: library, extractor: files.current.extractor).run(today: Clock.today(), isStopped: { interrupt.isSet })
        }
        summary = try Querying.asking { () throws(LibraryError) in
          try Ingestor(library: library, files: files).load(
            roots, today: Clock.today(), rereads: all ? .all : .changed,
            watcher: Ingestor.Watcher(step: { bar.show($0) }, isStopped: { interrupt.isSet }))
        }
      }
      if json {
        try StandardStreams.print(SummaryText.json(summary, renamed))
      } else if !quiet {
        if renamed.hadChange { try StandardStreams.print(SummaryText.line(renamed)) }
        try SummaryText.lines(summary).forEach(StandardStreams.print)
      }
      for reason in summary.missingFolders { StandardStreams.complain("Cannot load \(reason.path.text): \(reason.reason)") }
      for reason in summary.failed { StandardStreams.complain("Cannot read \(reason.path.text): \(reason.reason)") }
      if summary.missingFolders.count == roots.count { throw ExitCode(ExitStatus.failed.rawValue) }
      let isWhole = summary.skipped.isEmpty && summary.failed.isEmpty && summary.missingFolders.isEmpty && !summary.wasStopped
      try (isWhole ? ExitStatus.done : .incomplete).end()
    }
  }
}

/// What a load did, in words and as JSON.
enum SummaryText {
  static func lines(_ summary: LoadSummary) -> [String] {
    var lines = [
      "\(summary.added) added, \(summary.changed) changed, \(summary.removed) removed, "
        + (summary.renamed > 0 ? "\(summary.renamed) renamed, " : "")
        + "\(summary.unchanged) unchanged, \(summary.skipped.count + summary.failed.count) skipped"
        + (summary.wasStopped ? " (stopped before the end; the next run goes on)" : "")
    ]
    // Many files left out for one reason are one line.
    var byReason: [String: [DocumentPath]] = [:]
    for reason in summary.skipped { byReason[reason.reason, default: []].append(reason.path) }
    for (reason, paths) in byReason.sorted(by: { ($0.value.count, $1.key) > ($1.value.count, $0.key) }) {
      let first = PrintableText.safe(paths[0].text)
      lines.append("skipped \(paths.count == 1 ? first : "\(paths.count) files, \(first) first"): \(PrintableText.safe(reason))")
    }
    for note in summary.notes { lines.append("read in part, \(PrintableText.safe(note.path.text)): \(PrintableText.safe(note.reason))") }
    return lines
  }

  /// What a change of the user's names did.
  static func line(_ renamed: Reextraction.Outcome) -> String {
    func stories(_ count: Int) -> String { count == 1 ? "1 story" : "\(count) stories" }
    return "your names have changed: \(stories(renamed.looked)) extracted again, \(stories(renamed.changed.count)) changed"
      + (renamed.wasStopped ? " (stopped before the end; the next run goes on)" : "")
  }

  static func json(_ summary: LoadSummary, _ renamed: Reextraction.Outcome) -> String {
    JSONText.object { json in
      json.field("version", StoryJSON.version)
      json.field("added", summary.added)
      json.field("changed", summary.changed)
      json.field("removed", summary.removed)
      json.field("renamed", summary.renamed)
      json.field("unchanged", summary.unchanged)
      json.field("stopped", summary.wasStopped)
      json.field("extractedAgain", renamed.looked)
      json.field("changedByNames", renamed.changed.count)
      for (name, reasons) in [
        ("skipped", summary.skipped), ("failed", summary.failed), ("partly", summary.notes), ("missing", summary.missingFolders),
      ] {
        json.field(name) { json in
          json.array(reasons) { json, reason in
            json.object { json in
              json.field("path", reason.path.text)
              json.field("reason", reason.reason)
            }
          }
        }
      }
    }
  }
}

/// Whether ^C was pressed: the first stops the work at hand in good order, the second ends the program as usual.
struct InterruptFlag {
  nonisolated(unsafe) private static var wasPressed: sig_atomic_t = 0  // Written by the handler alone, and a sig_atomic_t.

  init() {
    signal(SIGINT) { _ in
      InterruptFlag.wasPressed = 1
      signal(SIGINT, SIG_DFL)
    }
  }

  var isSet: Bool { Self.wasPressed != 0 }
}
