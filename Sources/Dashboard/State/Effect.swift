import QueryLanguage
import RegulatoryModel

/// What the executable is to do for the dashboard. Carried out in order; whatever comes of it arrives as a `Message`.
package enum Effect: Equatable, Sendable {
  /// Answer with `Message.answered` or `.answerFailed`; only the newest question counts.
  case ask(DashboardRequest)
  /// Answer with `Message.rowsLoaded`; in any order, and without what is gone.
  case loadRows([StoryID])
  /// Answer with `Message.storyLoaded`, or `.storyMissing`. The query is for the hits in the text.
  case openStory(StoryID, query: Query)

  /// Answer with `Message.evidence`: the newest stories of the query that name the thing.
  case findEvidence(EntityKey, query: Query)
  /// Answer with `Message.copies`: all copies of the wire story, the first published first.
  case findCopies(StoryID)

  /// Write the correction into the user's lexicon and apply it to the whole library. Answer with `Message.corrected`, or `.problem`.
  case correct(CorrectionRequest)
  /// Take what was written out again, or write it again; answer with `.notice` or `.problem`.
  case takeBack(CorrectionRecord)
  case correctAgain(CorrectionRecord)
  /// Read the user's lexicon again and apply what has changed; answer with `.notice` or `.problem`.
  case reloadNames

  case setMark(Mark, [StoryID], Bool)
  /// Adds the tag to the stories, or takes it off.
  case setTag(String, [StoryID], Bool)
  /// Both are answered with `Message.savedFilters`.
  case saveFilter(SavedFilter)
  case deleteFilter(name: String)

  case copy(String)
  /// Opens the story's file in the program that the desktop has for it. A full path; likewise below.
  case openOriginal(path: String)
  case openAddress(url: String)
  case edit(path: String)
  /// Runs a shell command with the text on its standard input, outside the dashboard.
  case pipe(command: String, text: String)
  /// Answer with `Message.notice` or `.problem`.
  case export([StoryID], format: ExportFormat, path: String)

  case rescan(all: Bool)
  /// Answer with `Message.coverage` or `.coverageFailed`; only the newest question counts.
  case askCoverage(CoverageRequest)
  /// Answer with `Message.filesLoaded`; in any order, and without what is gone.
  case loadFiles([Int64])
  /// Read that file again, or all that were skipped, failed or read in part.
  case retry(DocumentPath)
  case retryAll
  case stopLoading
  case setTheme(String)
  case setMouse(Bool)
  case suspend
  /// Every cell is to be sent again.
  case redraw
  /// Remember that the person has looked, for "new since".
  case noteLook
  /// Answer with `Message.woke(token:)`.
  case wakeAfter(milliseconds: Int, token: Int)
  case setTitle(String)
  case quit
}

/// What stories can be exported as.
package enum ExportFormat: String, CaseIterable, Sendable, Hashable {
  case csv, json, jsonl, markdown, table

  /// The endings of file names that ask for it.
  package var fileExtensions: [String] {
    switch self {
    case .csv: ["csv"]
    case .json: ["json"]
    case .jsonl: ["jsonl", "ndjson"]
    case .markdown: ["md", "markdown"]
    case .table: ["txt"]
    }
  }

  /// By the ending of a path, in any case; nil for none that is known.
  package init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    guard let format = Self.allCases.first(where: { $0.fileExtensions.contains(ending) }) else { return nil }
    self = format
  }
}
