import RegulatoryModel

/// What one screen asks of the library.
package struct DashboardRequest: Hashable, Sendable {
  package var query: Query
  /// The watched folders that the screen is about; a library can hold others. Empty for all.
  package var scope: [DocumentPath]
  package var sort: StorySort
  /// Closed bills too, and general law.
  package var includesClosedBills: Bool
  package var folding: Folding
  /// Whether panes count what is told by several copies of one wire story once.
  package var countsDistinct: Bool
  /// The day it is for the person who asks: relative dates, days on a stage, activity buckets.
  package var today: CalendarDay
  /// Given back in the answer; the dashboard drops an answer older than its newest question.
  package var generation: Int

  package init(
    query: Query, scope: [DocumentPath] = [], sort: StorySort = .newest, includesClosedBills: Bool = false, folding: Folding = .open,
    countsDistinct: Bool = false, today: CalendarDay, generation: Int = 0
  ) {
    self.query = query
    self.scope = scope
    self.sort = sort
    self.includesClosedBills = includesClosedBills
    self.folding = folding
    self.countsDistinct = countsDistinct
    self.today = today
    self.generation = generation
  }
}

extension DashboardRequest {
  /// The same about these folders alone.
  package func within(_ scope: [DocumentPath]) -> DashboardRequest {
    var request = self
    request.scope = scope
    return request
  }
}

/// Whether the copies of one wire story are listed as one.
package enum Folding: Hashable, Sendable {
  /// Every document has its row.
  case open
  /// One row for each wire story, the first published of its copies that match. Those of which a story is named here are open: their
  /// other copies follow the first.
  case folded(except: Set<StoryID> = [])
}

/// The order of the story list.
package enum StorySort: String, CaseIterable, Sendable, Hashable {
  case newest, oldest, added, title, kind
  /// Best full-text match first; the newest first where the query has no text.
  case relevance

  package var label: String {
    switch self {
    case .newest: "newest first"
    case .oldest: "oldest first"
    case .added: "last added first"
    case .title: "by title"
    case .kind: "by kind"
    case .relevance: "best match first"
    }
  }
}

/// Everything the dashboard shows for one request, but for the stories' own rows, which are fetched as they come into sight.
package struct DashboardAnswer: Equatable, Sendable {
  package var request: DashboardRequest
  package var revision: Revision
  /// The matching stories in the order asked for.
  package var stories: [StoryID]
  /// Of rows that stand for several copies, or lead an open fold: how many match.
  package var copies: [StoryID: Int]
  /// Rows that are further copies in an open fold.
  package var furtherCopies: Set<StoryID>
  /// How many stories match, copies and all.
  package var documents: Int
  /// All stories of the library, whatever the query.
  package var totalStories: Int
  /// Of all stories, those that arrived since the last look; and the day of that look.
  package var newStories: Int
  package var lastLook: CalendarDay?
  /// Exchanges with at least one story under the query without its own exchange filter; likewise below. New first, then most stories.
  package var exchanges: [EntityRow]
  package var agencies: [EntityRow]
  package var bills: [BillRow]
  package var volatility: [VolatilityRow]
  /// What one activity bucket spans.
  package var bucket: ActivityBucket

  package init(
    request: DashboardRequest, revision: Revision, stories: [StoryID] = [], copies: [StoryID: Int] = [:],
    furtherCopies: Set<StoryID> = [], documents: Int? = nil, totalStories: Int = 0, newStories: Int = 0,
    lastLook: CalendarDay? = nil, exchanges: [EntityRow] = [], agencies: [EntityRow] = [], bills: [BillRow] = [],
    volatility: [VolatilityRow] = [], bucket: ActivityBucket = .month
  ) {
    self.request = request
    self.revision = revision
    self.stories = stories
    self.copies = copies
    self.furtherCopies = furtherCopies
    self.documents = documents ?? stories.count
    self.totalStories = totalStories
    self.newStories = newStories
    self.lastLook = lastLook
    self.exchanges = exchanges
    self.agencies = agencies
    self.bills = bills
    self.volatility = volatility
    self.bucket = bucket
  }
}

/// How much time one of the twelve activity buckets spans; the last one ends with the newest story, or today if that is later.
package enum ActivityBucket: String, Sendable, Hashable { case day, week, month }

/// One line of the exchanges or agencies pane.
package struct EntityRow: Hashable, Sendable {
  package var key: EntityKey
  package var name: String
  package var shortName: String
  package var stories: Int
  /// Of these, how many are new since the last look.
  package var new: Int
  /// Stories in each of twelve buckets, oldest first.
  package var activity: [Int]
  package var lastSeen: CalendarDay?
  package init(
    key: EntityKey, name: String, shortName: String, stories: Int, new: Int = 0, activity: [Int] = [], lastSeen: CalendarDay? = nil
  ) {
    self.key = key
    self.name = name
    self.shortName = shortName
    self.stories = stories
    self.new = new
    self.activity = activity
    self.lastSeen = lastSeen
  }
}

/// One line of the legislation pane.
package struct BillRow: Hashable, Sendable {
  /// The bill's id, as in `BillFinding.id`.
  package var id: String
  /// Number, nickname, or sponsor and subject: what the line begins with.
  package var label: String
  package var title: String?
  package var sponsor: String?
  package var stage: BillStage?
  /// When it reached that stage; `isStageDated` is false where this is only the date of the story that tells it.
  package var stageDate: CalendarDay?
  package var isStageDated: Bool
  package var stories: Int
  package var new: Int
  package var lastSeen: CalendarDay?
  /// The story and place that tell the stage: what `i` and Enter lead to.
  package var evidence: StoryPlace?
  package var hasConflict: Bool
  /// Its Congress has ended without making it law: closed, whatever stage it reached.
  package var hasLapsed: Bool
  /// The id of the bill of an earlier Congress that it brings back.
  package var predecessor: String?
  package init(
    id: String, label: String, title: String? = nil, sponsor: String? = nil, stage: BillStage? = nil, stageDate: CalendarDay? = nil,
    isStageDated: Bool = true, stories: Int, new: Int = 0, lastSeen: CalendarDay? = nil, evidence: StoryPlace? = nil,
    hasConflict: Bool = false, hasLapsed: Bool = false, predecessor: String? = nil
  ) {
    self.id = id
    self.label = label
    self.title = title
    self.sponsor = sponsor
    self.stage = stage
    self.stageDate = stageDate
    self.isStageDated = isStageDated
    self.stories = stories
    self.new = new
    self.lastSeen = lastSeen
    self.evidence = evidence
    self.hasConflict = hasConflict
    self.hasLapsed = hasLapsed
    self.predecessor = predecessor
  }
}

/// One line of the volatility pane: one move, told by one or more stories.
package struct VolatilityRow: Hashable, Sendable {
  package var note: VolatilityNote
  /// The note's date, else its story's.
  package var date: CalendarDay
  package var place: StoryPlace
  /// How many stories tell the same move.
  package var stories: Int
  package var isNew: Bool
  package init(note: VolatilityNote, date: CalendarDay, place: StoryPlace, stories: Int = 1, isNew: Bool = false) {
    self.note = note
    self.date = date
    self.place = place
    self.stories = stories
    self.isNew = isNew
  }
}

/// A place in a story's text.
package struct StoryPlace: Hashable, Sendable {
  package var story: StoryID
  package var span: Range<Int>
  package init(story: StoryID, span: Range<Int>) {
    self.story = story
    self.span = span
  }
}

/// One line of the story list.
package struct StoryRow: Hashable, Sendable {
  package var id: StoryID
  package var date: CalendarDay
  package var kind: DocumentKind
  package var title: String
  /// Short names of the main exchanges and agencies, the most mentioned first.
  package var names: [String]
  package var isUnread: Bool
  package var isStarred: Bool
  package var isNew: Bool
  package var tags: [String]
  /// Path of the file, below its watched folder and with that folder's name ("inbox/a.html").
  package var path: String
  package init(
    id: StoryID, date: CalendarDay, kind: DocumentKind, title: String, names: [String] = [], isUnread: Bool = true, isStarred: Bool = false,
    isNew: Bool = false, tags: [String] = [], path: String = ""
  ) {
    self.id = id
    self.date = date
    self.kind = kind
    self.title = title
    self.names = names
    self.isUnread = isUnread
    self.isStarred = isStarred
    self.isNew = isNew
    self.tags = tags
    self.path = path
  }
}

/// A story opened in the reader, with everything found in it.
package struct StoryDetail: Equatable, Sendable {
  package var row: StoryRow
  package var story: Story
  package var findings: Findings
  /// The file's full path.
  package var fullPath: String
  package init(row: StoryRow, story: Story, findings: Findings, fullPath: String) {
    self.row = row
    self.story = story
    self.findings = findings
    self.fullPath = fullPath
  }
}

/// What a person can set on a story, kept apart from what is derived.
package enum Mark: String, CaseIterable, Sendable, Hashable { case read, starred }

/// A filter kept by name.
package struct SavedFilter: Hashable, Sendable {
  package var name: String
  /// The query as text, so that relative dates stay relative.
  package var query: String
  package init(name: String, query: String) {
    self.name = name
    self.query = query
  }
}
