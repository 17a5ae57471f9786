import TOMLKit

/// One entry of a user's lexicon file, checked.
struct UserEntry {
  enum Kind: String, CaseIterable {
    case exchange, agency, asset, person, bill, deny

    static let allNames = allCases.map(\.rawValue).joined(separator: ", ")

    /// The keys that an entry of this kind may have.
    var keys: [String] {
      switch self {
      case .exchange: ["id", "name", "aliases", "cues", "type", "country", "status", "formers", "people"]
      case .agency: ["id", "name", "aliases", "cues", "country", "role", "parent", "formers"]
      case .asset: ["id", "ticker", "name", "aliases", "cues", "formers"]
      case .person: ["id", "name", "aliases", "family", "chamber", "party", "state", "status"]
      case .bill: ["id", "name", "title", "number", "aliases", "sponsor", "jurisdiction", "status", "formers"]
      case .deny: ["kind", "id", "alias"]
      }
    }

    fileprivate var lists: Set<String> { ["aliases", "cues", "formers", "people"] }
  }

  struct Complaint: Error {
    var text: String
  }

  var kind: Kind
  private var values: [String: String] = [:]
  private var lists: [String: [String]] = [:]

  var id: String { values["id"] ?? "" }

  subscript(key: String) -> String? { values[key] }

  func list(_ key: String) -> [String] { lists[key] ?? [] }

  var aliases: [Alias] {
    list("aliases").map { Alias(listed: $0) } + list("formers").map { Alias(listed: $0, isFormer: true) }
  }

  var cues: Cues { Cues(listed: list("cues").map { $0.lowercased() }) }

  static func read(_ table: TOMLTable, kind: Kind) -> Result<UserEntry, Complaint> {
    var entry = UserEntry(kind: kind)
    for key in table.keys.sorted() {
      guard kind.keys.contains(key) else {
        return .failure(Complaint(text: "“\(key)” is none of \(kind.keys.joined(separator: ", "))"))
      }
      if kind.lists.contains(key) {
        guard let array = table[key]?.array else { return .failure(Complaint(text: "“\(key)” must be a list of strings")) }
        var strings: [String] = []
        for value in array {
          guard let string = value.string, !string.isEmpty else { return .failure(Complaint(text: "“\(key)” must be a list of strings")) }
          strings.append(string)
        }
        entry.lists[key] = strings
      } else {
        guard let string = table[key]?.string else { return .failure(Complaint(text: "“\(key)” must be a string")) }
        entry.values[key] = string
      }
    }
    if kind == .asset, entry.values["id"] == nil { entry.values["id"] = entry.values["ticker"] }
    if entry.id.isEmpty { return .failure(Complaint(text: "“id” is missing")) }
    if let id = entry.values["id"], id.contains(where: { $0 == " " || $0 == "\"" }) {
      return .failure(Complaint(text: "“id” must have no spaces: “\(id)”"))
    }
    return .success(entry)
  }
}
