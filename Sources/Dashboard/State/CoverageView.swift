import RegulatoryModel

/// The coverage: which of its lists is on the screen, what it is narrowed to, and what the library answered.
package struct CoverageView: Equatable, Sendable {
  package enum Tab: Int, CaseIterable, Sendable, Hashable {
    case trouble, failed, partly, skipped, read, all, reasons, silent

    package var label: String {
      switch self {
      case .trouble: "Not whole"
      case .failed: "Failed"
      case .partly: "Partly"
      case .skipped: "Skipped"
      case .read: "Read"
      case .all: "All"
      case .reasons: "Reasons"
      case .silent: "Silent agencies"
      }
    }

    /// Which files it lists; none of them for all.
    var statuses: Set<FileStatus> {
      switch self {
      case .trouble: [.failed, .partly, .skipped]
      case .failed: [.failed]
      case .partly: [.partly]
      case .skipped: [.skipped]
      case .read: [.read]
      case .all, .reasons, .silent: []
      }
    }

    var listsFiles: Bool { self != .reasons && self != .silent }
    /// Whether its files have reasons to show.
    var tellsWhy: Bool { listsFiles && self != .read && self != .all }
  }

  package var tab = Tab.trouble
  /// The reason that the files are narrowed to.
  package var reason: ReasonCount?
  /// What is searched for in paths and reasons; empty for nothing.
  package var text = ""
  package var sort = FileSort.trouble
  /// Nil before the first answer.
  package var totals: CoverageTotals?
  /// The files of the newest answer, in order.
  package var files: [Int64] = []
  package var failure: Problem?

  /// Of the newest question, and of the newest that was answered.
  package var generation = 0
  package var answered = 0
  package var asksAgain = false

  /// The rows in or near sight. Bounded: a million files cost no more than a few screens.
  private var records: [Int64: FileRecord] = [:]
  private var requested: Set<Int64> = []
  private var current: Set<Int64> = []
  private static let limit = 10_000

  package init() {}

  package subscript(id: Int64) -> FileRecord? { records[id] }

  package mutating func store(_ files: [FileRecord]) {
    for file in files {
      records[file.id] = file
      current.insert(file.id)
    }
  }

  /// After a commit each row may be another one; the old ones are shown until the new have come.
  mutating func markAllStale() {
    current = []
    requested = []
  }

  /// Those of the ids that are to be loaded now; each is named once until it has come.
  mutating func claim(_ ids: ArraySlice<Int64>) -> [Int64] {
    if records.count > Self.limit {
      let kept = Set(ids)
      records = records.filter { kept.contains($0.key) }
      current.formIntersection(kept)
      requested.formIntersection(kept)
    }
    let missing = ids.filter { !current.contains($0) && !requested.contains($0) }
    requested.formUnion(missing)
    return missing
  }

  /// How many rows a list has, without search.
  func count(of tab: Tab) -> Int? {
    totals.map { totals in
      switch tab {
      case .trouble: totals.all.count - totals.count(.read)
      case .failed: totals.count(.failed)
      case .partly: totals.count(.partly)
      case .skipped: totals.count(.skipped)
      case .read: totals.count(.read)
      case .all: totals.all.count
      case .reasons: totals.reasons.count
      case .silent: totals.silences.count
      }
    }
  }

  /// Behind the title: what narrows the list, and its order.
  var notes: [String] {
    var notes: [String] = []
    if let reason, tab.listsFiles { notes.append(reason.text) }
    if !text.isEmpty { notes.append("/\(text)") }
    if sort != .trouble, tab.listsFiles { notes.append(sort.label) }
    return notes
  }

  /// The rows of the list on the screen.
  var rows: CoverageRows {
    let wanted = text.lowercased()
    func isMeant(_ texts: String...) -> Bool { wanted.isEmpty || texts.contains { $0.lowercased().contains(wanted) } }
    switch tab {
    case .reasons: return .reasons((totals?.reasons ?? []).filter { isMeant($0.text, $0.example.text, $0.status.rawValue) })
    case .silent: return .silences((totals?.silences ?? []).filter { isMeant($0.name, $0.shortName) })
    default: return .files(files)
    }
  }

  func subject(of rows: CoverageRows, at index: Int) -> PaneRow.Subject {
    switch rows {
    case .files(let ids): records[ids[index]].map { .file($0) } ?? .loading
    case .reasons(let reasons): .reason(reasons[index])
    case .silences(let silences): .silence(silences[index])
    }
  }
}

/// The rows of one of the coverage's lists.
package enum CoverageRows: Equatable, Sendable {
  case files([Int64])
  case reasons([ReasonCount])
  case silences([AgencySilence])

  package var count: Int {
    switch self {
    case .files(let ids): ids.count
    case .reasons(let reasons): reasons.count
    case .silences(let silences): silences.count
    }
  }

  func identity(at index: Int) -> RowID {
    switch self {
    case .files(let ids): .file(ids[index])
    case .reasons(let reasons): .reason(reasons[index].status, reasons[index].pattern)
    case .silences(let silences): .entity(silences[index].key)
    }
  }

  func index(of identity: RowID) -> Int? {
    switch (self, identity) {
    case (.files(let ids), .file(let id)): ids.firstIndex(of: id)
    case (.reasons(let reasons), .reason(let status, let pattern)): reasons.firstIndex { $0.status == status && $0.pattern == pattern }
    case (.silences(let silences), .entity(let key)): silences.firstIndex { $0.key == key }
    default: nil
    }
  }
}
