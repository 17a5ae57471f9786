import RegulatoryModel

/// What a story says a bill is, apart from where it stands.
///
/// Stories that say the same share one description, so that a bill's most usual number, title and sponsor can be told
/// from how many stories carry each, in whatever order they arrived.
struct BillDescription: Hashable, Sendable {
  var id: String
  var number: String?
  var title: String?
  var sponsor: String?
  var jurisdiction: String
  var isGeneralLaw: Bool
  /// The id of the bill of an earlier Congress that it brings back.
  var predecessor: String?
  var aliases: [String]

  init(_ finding: BillFinding) {
    id = finding.id
    number = finding.number
    title = finding.title
    sponsor = finding.sponsor
    jurisdiction = finding.jurisdiction
    isGeneralLaw = finding.isGeneralLaw
    predecessor = finding.predecessor
    aliases = finding.aliases
  }

  private static let separator: Character = "\u{1F}"
  /// Leads the predecessor, which shares a field so that what older programs wrote can still be read.
  private static let before = "<"

  /// Fields between unit separators, which no text of a story contains; empty where nil.
  var encoded: String {
    let general = (isGeneralLaw ? "1" : "") + (predecessor.map { Self.before + $0 } ?? "")
    return ([id, number ?? "", title ?? "", sponsor ?? "", jurisdiction, general] + aliases).joined(separator: String(Self.separator))
  }

  init?(encoded text: String) {
    let fields = text.split(separator: Self.separator, omittingEmptySubsequences: false).map(String.init)
    guard fields.count >= 6 else { return nil }
    func present(_ text: String) -> String? { text.isEmpty ? nil : text }
    id = fields[0]
    number = present(fields[1])
    title = present(fields[2])
    sponsor = present(fields[3])
    jurisdiction = fields[4]
    isGeneralLaw = fields[5].hasPrefix("1")
    predecessor = fields[5].firstIndex(of: "<").map { String(fields[5][fields[5].index(after: $0)...]) }
    aliases = Array(fields[6...])
  }

  static func billID(encoded text: String) -> String { String(text.prefix { $0 != separator }) }

  /// One description out of several with their weights: each field's most usual value, ties by the alphabet.
  static func joined(_ descriptions: [(description: BillDescription, stories: Int)]) -> BillDescription? {
    guard var joined = descriptions.first?.description else { return nil }
    guard descriptions.count > 1 else { return joined }
    joined.number = mostUsual(descriptions) { $0.number }
    joined.title = mostUsual(descriptions) { $0.title }
    joined.sponsor = mostUsual(descriptions) { $0.sponsor }
    joined.jurisdiction = mostUsual(descriptions) { $0.jurisdiction } ?? joined.jurisdiction
    joined.isGeneralLaw = mostUsual(descriptions) { $0.isGeneralLaw ? "1" : "0" } == "1"
    joined.predecessor = mostUsual(descriptions) { $0.predecessor }
    var weights: [String: Int] = [:]
    for (description, stories) in descriptions { for alias in Set(description.aliases) { weights[alias, default: 0] += stories } }
    joined.aliases = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return joined
  }

  private static func mostUsual(
    _ descriptions: [(description: BillDescription, stories: Int)], _ field: (BillDescription) -> String?
  ) -> String? {
    var weights: [String: Int] = [:]
    for (description, stories) in descriptions { if let value = field(description) { weights[value, default: 0] += stories } }
    return weights.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }

  /// What the bill's line begins with: number, else short name, else sponsor and subject.
  var label: String {
    if let number { return number }
    if let short = aliases.first(where: { $0.utf8.count <= 24 }) ?? title { return short }
    // `us/unnamed/warren/crypto-mixers`: the sponsor and what the bill is about.
    let parts = id.split(separator: "/")
    let subject =
      parts.count >= 4 && parts[1] == "unnamed" ? parts[3...].joined(separator: " ").split(separator: "-").joined(separator: " ") : nil
    switch (sponsor.map(PersonName.family), subject) {
    case (let sponsor?, let subject?): return "\(sponsor): \(subject)"
    case (let sponsor?, nil): return "\(sponsor)’s bill"
    case (nil, let subject?): return subject
    case (nil, nil): return id
    }
  }
}
