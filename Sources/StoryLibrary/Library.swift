import GRDB
import QueryLanguage
import RegulatoryModel

package final class Library: Sendable {
  package let path: String
  private init(path: String) { self.path = path }

  package static func open(_ path: DocumentPath, entityNames: [EntityName], busyTimeout: Duration = .seconds(5)) throws(LibraryError)
    -> Library
  { Library(path: path.text) }

  // Ingestion
  package func files(under roots: [DocumentPath]) throws(LibraryError) -> [DocumentPath: KnownFile] { [:] }
  @discardableResult
  package func commit(_ batch: IngestBatch) throws(LibraryError) -> CommitReport { CommitReport(revision: revision) }
  package func finishLoading() throws(LibraryError) {}

  // Questions
  package func answer(_ request: DashboardRequest) throws(LibraryError) -> DashboardAnswer {
    DashboardAnswer(request: request, revision: revision)
  }
  package func rows(of ids: [StoryID]) throws(LibraryError) -> [StoryRow] { [] }
  package func detail(of id: StoryID) throws(LibraryError) -> StoryDetail? { nil }
  package func stories(matching query: Query, sort: StorySort = .newest, today: CalendarDay) throws(LibraryError) -> [StoryID] { [] }
  package func highlights(of query: Query, in story: StoryID) throws(LibraryError) -> [Range<Int>] { [] }
  package func claims(onBill id: String) -> [BillLadder.Claim] { [] }

  // What people did
  @discardableResult
  package func set(_ mark: Mark, on stories: [StoryID], to value: Bool) throws(LibraryError) -> [StoryID] { [] }
  @discardableResult
  package func setTag(_ tag: String, on stories: [StoryID], to value: Bool) throws(LibraryError) -> [StoryID] { [] }
  package func savedFilters() throws(LibraryError) -> [SavedFilter] { [] }
  package func save(_ filter: SavedFilter) throws(LibraryError) {}
  package func removeSavedFilter(named name: String) throws(LibraryError) {}
  package func noteLook(on day: CalendarDay) throws(LibraryError) {}
  package var lastLook: CalendarDay? { nil }
  package func dumpMarks() throws(LibraryError) -> String { "" }
  package func restoreMarks(_ text: String) throws(LibraryError) -> RestoreReport { RestoreReport(restored: 0, waiting: 0) }

  // State
  package var revision: Revision { Revision(0) }
  package func refresh() throws(LibraryError) -> Bool { false }
  package func vocabulary() -> Vocabulary { Vocabulary() }
  package func coverage() throws(LibraryError) -> [FileRecord] { [] }
  package func statistics() throws(LibraryError) -> LibraryStatistics {
    LibraryStatistics(revision: revision, stories: 0, files: [:], sourceBytes: 0, databaseBytes: 0, oldest: nil, newest: nil)
  }
  package func checkIntegrity() throws(LibraryError) -> [String] { [] }
  package func rebuildDerived() throws(LibraryError) {}
  package static func salvage(_ path: DocumentPath) throws(LibraryError) -> SalvageReport {
    SalvageReport(damagedCopy: "", markedStories: 0, savedFilters: 0, losses: [])
  }
}
