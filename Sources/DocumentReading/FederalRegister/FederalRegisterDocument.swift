import RegulatoryModel

/// The sections of the Federal Register: what a document is, by its element and by its name in the API.
enum FederalRegisterSection: String, CaseIterable, Sendable {
  case rule = "RULE"
  case proposedRule = "PRORULE"
  case notice = "NOTICE"
  case presidential = "PRESDOCU"

  var kind: DocumentKind {
    switch self {
    case .rule: .rule
    case .proposedRule: .proposedRule
    case .notice: .notice
    case .presidential: .other
    }
  }

  /// As the API calls it.
  var label: String {
    switch self {
    case .rule: "Rule"
    case .proposedRule: "Proposed Rule"
    case .notice: "Notice"
    case .presidential: "Presidential Document"
    }
  }

  /// By the API's name, which says "Uncategorized Document" of a few.
  init?(label: String) {
    guard let section = Self.allCases.first(where: { $0.label == label }) else { return nil }
    self = section
  }
}

/// What all forms of a Federal Register document have, and how it becomes a story.
struct FederalRegisterDocument {
  var section: FederalRegisterSection?
  var title: String
  /// "2025-07837". Numbers were used again before 2016, so that a document is known by number and day.
  var number: String?
  var published: CalendarDay?
  /// The day on which it was put on public inspection, as its last line says: a working day before it is published.
  var filed: CalendarDay?
  /// "90 FR 18934".
  var citation: String?
  var url: String?

  /// One line that says what it is: "Proposed Rule, Federal Register, 90 FR 18934, document 2025-07837, published May 5, 2025."
  var line: String {
    var parts = [section?.label ?? "Document", "Federal Register"]
    if let citation { parts.append(citation) }
    if let number { parts.append("document \(number)") }
    if let published {
      parts.append("published \(LongDate.text(published))")
    } else if let filed {
      parts.append("filed \(LongDate.text(filed))")
    }
    return parts.joined(separator: ", ") + "."
  }

  func draft(body: [UInt8]) -> StoryDraft {
    var draft = StoryDraft()
    draft.title = Array(title.utf8)
    draft.body = body
    draft.kind = section?.kind ?? .notice
    draft.languageTag = "en"
    draft.source = "Federal Register"
    draft.url = url ?? number.map { "https://www.federalregister.gov/d/\($0)" }
    draft.identity = number.map { "federal-register:\($0)" + ((published ?? filed).map { ":\($0)" } ?? "") }
    draft.note(published, from: .metadata)
    draft.note(filed, from: .header)
    return draft
  }

  /// The volume of a day: the Register has one a year, the first in 1936.
  static func volume(of day: CalendarDay) -> Int { day.year - 1935 }
}
