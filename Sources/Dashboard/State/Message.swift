import QueryLanguage
import RegulatoryModel
import TerminalCanvas

/// Whatever can happen to the dashboard.
package enum Message: Sendable {
  case key(Key)
  case mouse(MouseEvent)
  /// Text pasted by the terminal; goes into an open prompt, and is never read as keys.
  case paste(String)
  case resized(Size)
  /// The program runs in the foreground again.
  case resumed
  /// The time asked for by `Effect.wakeAfter` is over.
  case woke(token: Int)
  case dayChanged(CalendarDay)

  case answered(DashboardAnswer)
  /// The library could not answer the question of that generation.
  case answerFailed(Problem, generation: Int)
  case rowsLoaded([StoryRow])
  /// A story as asked for by `Effect.openStory`, with the places of the query's words in its text (UTF-8 offsets, ascending).
  case storyLoaded(StoryDetail, hits: [Range<Int>])
  case storyMissing(StoryID)
  /// What the user's lexicon did in a story; comes before the story itself, and only where it did something.
  case traced(StoryID, [TraceNote])
  /// As asked for by `Effect.findEvidence`, the newest first.
  case evidence(EntityKey, [StoryDetail])
  /// As asked for by `Effect.findCopies`, the first published first.
  case copies(StoryID, [StoryDetail])
  /// A correction was written, and so many stories are others by it.
  case corrected(CorrectionRecord, changed: Int)
  case committed(added: [StoryID], changed: [StoryID], removed: [StoryID], Revision)

  case coverage(CoverageAnswer)
  case coverageFailed(Problem, generation: Int)
  case filesLoaded([FileRecord])

  /// How loading stands; nil when nothing is being loaded.
  case progress(LoadProgress?)
  case watching(WatchState)
  case vocabulary(Vocabulary)
  case savedFilters([SavedFilter])
  /// The names that `:theme` can take, and the one in use.
  case themes([String], current: String)
  case problem(Problem)
  case notice(String)
}

/// How far loading has come.
package struct LoadProgress: Equatable, Sendable {
  package var filesDone: Int
  /// Nil while the folders are still being listed.
  package var filesTotal: Int?
  package var bytesDone: Int64
  package var bytesPerSecond: Double
  package var secondsLeft: Int?
  package var skipped: Int

  package init(
    filesDone: Int, filesTotal: Int? = nil, bytesDone: Int64 = 0, bytesPerSecond: Double = 0, secondsLeft: Int? = nil, skipped: Int = 0
  ) {
    self.filesDone = filesDone
    self.filesTotal = filesTotal
    self.bytesDone = bytesDone
    self.bytesPerSecond = bytesPerSecond
    self.secondsLeft = secondsLeft
    self.skipped = skipped
  }
}

/// Whether changes in the folders are noticed, and how.
package struct WatchState: Equatable, Sendable {
  package enum Mode: Sendable, Hashable { case watching, polling, off }
  package var mode: Mode
  package var folders: Int
  /// Why it is not plain watching, in a few words; nil where there is nothing to say.
  package var note: String?

  package init(mode: Mode, folders: Int, note: String? = nil) {
    self.mode = mode
    self.folders = folders
    self.note = note
  }
}
