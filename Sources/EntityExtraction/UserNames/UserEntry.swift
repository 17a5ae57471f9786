import TOMLKit

/// One entry of a user's lexicon file, checked.
struct UserEntry: Hashable, Sendable {
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
      case .deny: ["kind", "id", "alias", "sentence"]
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
    // What has no names can be denied without an id; a denial's own complaint comes when it is applied.
    if entry.id.isEmpty, kind != .deny { return .failure(Complaint(text: "“id” is missing")) }
    if let id = entry.values["id"], id.contains(where: { $0 == " " || $0 == "\"" }) {
      return .failure(Complaint(text: "“id” must have no spaces: “\(id)”"))
    }
    return .success(entry)
  }

  /// The entry as TOML, the same for entries that say the same: what the library keeps, to tell a change by.
  var text: String {
    var lines = ["[[\(kind.rawValue)]]"]
    for key in kind.keys {
      if let value = values[key] { lines.append("\(key) = \(Self.quoted(value))") }
      if let list = lists[key], !list.isEmpty { lines.append("\(key) = [\(list.map(Self.quoted).joined(separator: ", "))]") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Whether the entry gives nothing but an id and these keys.
  func givesOnly(_ keys: Set<String>) -> Bool {
    let given = Set(values.keys).union(lists.filter { !$0.value.isEmpty }.keys).subtracting(["id", "ticker"])
    return given.isSubset(of: keys)
  }

  /// A TOML basic string.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if scalar.value < 32 || scalar.value == 127 { result += " " } else { result.unicodeScalars.append(scalar) }
      }
    }
    return result + "\""
  }
}
