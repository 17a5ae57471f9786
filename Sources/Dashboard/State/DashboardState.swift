import QueryLanguage
import RegulatoryModel
import TerminalCanvas

/// An extraction rule as people are told of it.
package struct RuleWords: Equatable, Sendable {
  /// Why the rule took those words for the thing.
  package var sentence: String
  /// How far that can be relied on; empty where it is not known.
  package var confidence: String

  package init(_ sentence: String, confidence: String = "") {
    self.sentence = sentence
    self.confidence = confidence
  }
}

/// What the dashboard is started with.
package struct DashboardSetup: Sendable {
  /// The folders as a person writes them: "~/regulation".
  package var folders: [String]
  /// Whether they are the built-in sample documents.
  package var isSamples: Bool
  package var size: Size
  package var today: CalendarDay
  package var keyMap: KeyMap
  package var glyphs: Glyphs
  package var hasMouse: Bool
  /// What each extraction rule does, in words, by its id.
  package var ruleWords: [String: RuleWords]

  package init(
    folders: [String], isSamples: Bool = false, size: Size, today: CalendarDay, keyMap: KeyMap = KeyMap(), glyphs: Glyphs = .unicode,
    hasMouse: Bool = true, ruleWords: [String: RuleWords] = [:]
  ) {
    self.folders = folders
    self.isSamples = isSamples
    self.size = size
    self.today = today
    self.keyMap = keyMap
    self.glyphs = glyphs
    self.hasMouse = hasMouse
    self.ruleWords = ruleWords
  }
}

/// Everything on the screen. Changed by `update` alone, drawn by `render` alone.
package struct DashboardState: Equatable, Sendable {
  // What it was told.
  package var folders: [String]
  package var isSamples: Bool
  package var size: Size
  package var today: CalendarDay
  package var keyMap: KeyMap
  package var glyphs: Glyphs
  package var hasMouse: Bool
  package var ruleWords: [String: RuleWords]
  package var themes: [String] = []
  package var theme = ""
  package var vocabulary = Vocabulary()
  package var savedFilters: [SavedFilter] = []
  package var progress: LoadProgress?
  package var watch: WatchState?

  // What is asked, and what was answered.
  package var filtering = FilterState()
  package var sort = StorySort.newest
  package var includesClosedBills = false
  package var folding = Folding.folded()
  package var countsDistinct = false
  /// Of the newest question, and of the newest that was answered.
  package var generation = 0
  package var answeredGeneration = 0
  /// Whether something was committed while a question was under way, so that it must be asked again.
  package var asksAgain = false
  /// The question whose answer is on the screen; nil before the first.
  package var shown: DashboardRequest?
  package var totals = LibraryTotals()
  /// Why the newest question has no answer.
  package var failure: Problem?

  // The lists.
  package var rows = PaneRows()
  package var lists = PaneTable(ListState())
  package var sorts = PaneTable(RowSort.given)
  package var cache = RowCache()
  /// Stories that came in above the cursor since the list was last at its top.
  package var arrivals = 0
  /// Whether a person has used a key yet.
  package var isTouched = false
  /// Whether files are being loaded, or the last of them are not on the screen yet: until the first key the list then shows its top.
  package var isFilling = false

  // Where the keys go.
  package var focus = PaneID.stories
  package var lastFacet = PaneID.exchanges
  package var sizeLevel = SizeLevel.normal
  /// Where `q` leads back to, the newest last.
  package var trail: [PaneID] = []
  package var prompt: Prompt?
  package var overlay: Overlay?
  package var pendingKeys: [Key] = []
  package var showsKeyHint = false
  package var wakeToken = 0

  package var reader = ReaderState()
  /// The story that a person has asked to read and that has not come yet; it is marked as read when it does.
  package var opening: StoryID?
  /// Where the reader goes once that story has come.
  package var destination: StoryPlace?
  /// What is to be done once a story or its rows have come.
  package var waiting: Waiting?

  /// What the user's lexicon did in the stories seen last.
  package var traces: [StoryID: [TraceNote]] = [:]

  package var coverage = CoverageView()

  package var undoLog = UndoLog()
  package var repeatable: Repeatable?
  package var searches: [String] = []
  package var commands: [String] = []
  package var message: StatusMessage?
  /// Whether the last key was a `stop` with nothing to stop.
  package var stoppedNothing = false
  /// The terminal's title as last set.
  package var title = ""

  /// Effects of the message that is being handled; `update` hands them out.
  var outbox: [Effect] = []

  package init(_ setup: DashboardSetup) {
    folders = setup.folders
    isSamples = setup.isSamples
    size = Size(columns: max(1, setup.size.columns), rows: max(1, setup.size.rows))
    today = setup.today
    keyMap = setup.keyMap
    glyphs = setup.glyphs
    hasMouse = setup.hasMouse
    ruleWords = setup.ruleWords
  }
}

/// Figures of the whole library, whatever the filter.
package struct LibraryTotals: Equatable, Sendable {
  package var stories = 0
  package var new = 0
  package var lastLook: CalendarDay?
  package var bucket = ActivityBucket.month
  package var revision = Revision(0)
}

/// An action that waits for something to be loaded. Any key calls it off.
package enum Waiting: Equatable, Sendable {
  /// For the story with that id.
  case story(StoryID, StoryErrand)
  /// For the rows of the chosen stories.
  case rows(Action, argument: String?)
  /// A jump to a story with some mark: goes on from this index as rows come.
  case jump(Mark, forward: Bool, from: Int, opens: Bool)
}

/// What is to be done with a whole story, which may have to be loaded first.
package enum StoryErrand: Equatable, Sendable {
  case chooseThing(FilterMode)
  case copyTitle, copyCitation, copyPath, copyAddress, copyQuotation
  case openOriginal, openAddress, edit
  case pipe(String)
}

/// What `.` does again.
package struct Repeatable: Equatable, Sendable {
  package var action: Action
  package var argument: String?
}
