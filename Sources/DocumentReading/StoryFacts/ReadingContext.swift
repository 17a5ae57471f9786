import PrintableText
import RegulatoryModel

/// What is known of a file before its format is: everything a reader may use besides the bytes.
struct ReadingContext {
  var path: DocumentPath
  var modified: CalendarDay
  var limits: ReadingLimits
  let helpers: HelperPrograms
  /// What the whole file may still cost, shared by all documents in it.
  let budget: ReadingBudget
  /// The path of this document in its file; nil for the file itself.
  let member: String?
  /// How many documents are around this one.
  let depth: Int
  let bounds: DateBounds
  let nameDate: FileNameDate.Found?

  init(
    path: DocumentPath, modified: CalendarDay, limits: ReadingLimits, helpers: HelperPrograms = .ofThisProcess,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    self.init(
      path: path, modified: modified, limits: limits, helpers: helpers, budget: ReadingBudget(limits, isStopped: isStopped), member: nil,
      depth: 0)
  }

  /// The context of a document that lies in this one.
  func member(_ name: String, modified day: CalendarDay?) -> ReadingContext {
    let label = PrintableText.safe(name)
    return ReadingContext(
      path: DocumentPath(name), modified: day ?? modified, limits: limits, helpers: helpers, budget: budget,
      member: member.map { "\($0)/\(label)" } ?? label, depth: depth + 1)
  }

  private init(
    path: DocumentPath, modified: CalendarDay, limits: ReadingLimits, helpers: HelperPrograms, budget: ReadingBudget, member: String?,
    depth: Int
  ) {
    self.path = path
    self.modified = modified
    self.limits = limits
    self.helpers = helpers
    self.budget = budget
    self.member = member
    self.depth = depth
    bounds = DateBounds(modified: modified)
    nameDate = FileNameDate.date(in: path.name, bounds: bounds)
  }

  /// Reads dates in a text of this language, region or site.
  func statedDates(order: DateReader.NumericOrder?) -> StatedDate {
    StatedDate(
      reader: DateReader(order: order), bounds: bounds,
      latest: nameDate.map { $0.isMonthOnly ? $0.day.adding(months: 1) : $0.day } ?? modified)
  }
}

extension DateReader.NumericOrder {
  /// American English writes the month first; everybody else the day. Nil where neither language nor site tells.
  init?(languageTag: String?, host: String? = nil) {
    let tag = languageTag?.lowercased() ?? ""
    let domain = host.map { $0.split(separator: ".").last.map(String.init)?.lowercased() ?? "" } ?? ""
    if tag.hasPrefix("en-") || tag.hasPrefix("en_") {
      self = tag.hasSuffix("us") ? .monthFirst : .dayFirst
    } else if ["gov", "mil", "us"].contains(domain) {
      self = .monthFirst
    } else if ["uk", "eu", "au", "nz", "ie", "in", "sg", "hk", "de", "fr", "it", "es", "ch", "at", "nl", "be"].contains(domain) {
      self = .dayFirst
    } else if tag == "en" {
      self = .monthFirst
    } else if tag.isEmpty {
      return nil
    } else {
      self = .dayFirst
    }
  }
}
