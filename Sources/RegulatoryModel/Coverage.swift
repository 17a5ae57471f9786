/// The order of the files in the coverage.
package enum FileSort: String, CaseIterable, Sendable, Hashable {
  case trouble, path, size, slowest, recent, format

  package var label: String {
    switch self {
    case .trouble: "failed first, then partly read, skipped, read"
    case .path: "by path"
    case .size: "largest first"
    case .slowest: "slowest to read first"
    case .recent: "read last first"
    case .format: "by format"
    }
  }
}

/// A question about what became of files.
package struct CoverageRequest: Hashable, Sendable {
  /// The folders that it is about; all where none is named.
  package var scope: [DocumentPath]
  /// Only files with one of these; all where none is named.
  package var statuses: Set<FileStatus>
  /// Only files with a reason or note of this `ReasonPattern`.
  package var pattern: String?
  /// Only files with this in their path, reason, notes or format, however it is capitalised; empty for all.
  package var text: String
  package var sort: FileSort
  package var today: CalendarDay
  /// Which question it is; the answer says it again.
  package var generation: Int

  package init(
    scope: [DocumentPath] = [], statuses: Set<FileStatus> = [], pattern: String? = nil, text: String = "", sort: FileSort = .trouble,
    today: CalendarDay, generation: Int = 0
  ) {
    self.scope = scope
    self.statuses = statuses
    self.pattern = pattern
    self.text = text
    self.sort = sort
    self.today = today
    self.generation = generation
  }

  package func within(_ folders: [DocumentPath]) -> CoverageRequest {
    var request = self
    request.scope = folders
    return request
  }
}

/// What became of the files of one format.
package struct FormatCoverage: Hashable, Sendable {
  /// Nil for files of which none was recognised.
  package var format: String?
  package var files: [FileStatus: Int] = [:]
  package var stories = 0
  /// Of all its files, in bytes.
  package var bytes: Int64 = 0
  /// Of the files that were read, wholly or partly, in bytes.
  package var bytesRead: Int64 = 0
  /// How long those took, in microseconds, all threads together.
  package var micros: Int64 = 0

  package init(format: String?) { self.format = format }

  package var count: Int { files.values.reduce(0, +) }

  /// Read by one thread in a second, in bytes; nil where too little was read to tell.
  package var bytesPerSecond: Double? { micros >= 1000 && bytesRead > 0 ? Double(bytesRead) * 1_000_000 / Double(micros) : nil }

  package mutating func add(_ other: FormatCoverage) {
    for (status, count) in other.files { files[status, default: 0] += count }
    stories += other.stories
    bytes += other.bytes
    bytesRead += other.bytesRead
    micros += other.micros
  }
}

/// Files that were not read, or not whole, for one reason.
package struct ReasonCount: Hashable, Sendable {
  package var status: FileStatus
  package var pattern: String
  /// The reason itself where all files have the same; else the pattern.
  package var text: String
  package var files: Int
  /// The first of them by path.
  package var example: DocumentPath

  package init(status: FileStatus, pattern: String, text: String, files: Int, example: DocumentPath) {
    self.status = status
    self.pattern = pattern
    self.text = text
    self.files = files
    self.example = example
  }
}

/// What walks leave out by its name alone: hidden files, editors' backups, half-downloaded files.
package struct PassedOver: Hashable, Sendable {
  package var reason: String
  /// Files and folders; what lies within such a folder is not counted.
  package var count: Int
  package init(reason: String, count: Int) {
    self.reason = reason
    self.count = count
  }
}

/// What became of all files of some folders.
package struct CoverageTotals: Hashable, Sendable {
  /// Most files first.
  package var formats: [FormatCoverage] = []
  /// Failures first, then by number of files.
  package var reasons: [ReasonCount] = []
  package var passedOver: [PassedOver] = []
  /// Longest silence, measured in usual gaps, first.
  package var silences: [AgencySilence] = []
  /// The day that silences are measured from.
  package var asOf: CalendarDay

  package init(asOf: CalendarDay) { self.asOf = asOf }

  package var all: FormatCoverage { formats.reduce(into: FormatCoverage(format: nil)) { $0.add($1) } }
  package func count(_ status: FileStatus) -> Int { formats.reduce(0) { $0 + ($1.files[status] ?? 0) } }
}

/// The answer to a `CoverageRequest`: totals of the scope, and the numbers of the files asked for, in order.
package struct CoverageAnswer: Hashable, Sendable {
  package var request: CoverageRequest
  package var totals: CoverageTotals
  package var files: [Int64]

  package init(request: CoverageRequest, totals: CoverageTotals, files: [Int64]) {
    self.request = request
    self.totals = totals
    self.files = files
  }
}
