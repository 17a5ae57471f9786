import RegulatoryModel

/// The values that fields can have in one library, with all the names people may use for them.
///
/// Made from the lexicon's names and from what the library has found; used to resolve what a query says,
/// to complete it and to suggest the nearest right word.
package struct Vocabulary: Sendable, Equatable {
  /// One value: its id as queries print it, and every other name.
  package struct Value: Sendable, Hashable {
    package var id: String
    package var name: String
    package var aliases: [String]
    package init(id: String, name: String, aliases: [String] = []) {
      self.id = id
      self.name = name
      self.aliases = aliases
    }
  }

  package private(set) var values: [QueryField: [Value]]
  private var byName: [QueryField: [String: String]] = [:]

  package init(_ values: [QueryField: [Value]] = [:]) {
    var all = values
    all[.kind] = DocumentKind.allCases.map { Value(id: $0.rawValue, name: $0.label) }
    all[.action] = AgencyAction.Kind.allCases.map { Value(id: $0.rawValue, name: $0.rawValue) }
    all[.is] = StoryFlag.allCases.map { Value(id: $0.rawValue, name: $0.rawValue) }
    all[.has] = StoryFeature.allCases.map { Value(id: $0.rawValue, name: $0.rawValue) }
    all[.stage] = BillStage.allCases.map { Value(id: $0.rawValue, name: $0.label) }
    self.values = all
    for (field, list) in all {
      var names: [String: String] = [:]
      // An id beats a name, a name beats an alias, whatever the order of the list.
      for value in list { for alias in value.aliases where names[Self.folded(alias)] == nil { names[Self.folded(alias)] = value.id } }
      for value in list { names[Self.folded(value.name)] = value.id }
      for value in list { names[Self.folded(value.id)] = value.id }
      if field == .bill { Self.addBillNumbers(of: list, to: &names) }
      byName[field] = names
    }
  }

  /// `hr3633-119` for each US bill, and the bare `hr3633` for the one of the latest Congress.
  private static func addBillNumbers(of list: [Value], to names: inout [String: String]) {
    var latest: [String: (congress: Int, id: String)] = [:]
    for value in list {
      guard let short = shortBill(value.id), let dash = short.lastIndex(of: "-"), let congress = Int(short[short.index(after: dash)...])
      else { continue }
      names[folded(short)] = value.id
      let bare = folded(String(short[..<dash]))
      if (latest[bare]?.congress ?? 0) < congress { latest[bare] = (congress, value.id) }
    }
    for (bare, newest) in latest { names[bare] = newest.id }
  }

  /// The id that a written value means, by id, name or alias, ignoring case, spaces and punctuation; nil where nothing matches.
  package func id(of text: String, in field: QueryField) -> String? { byName[field]?[Self.folded(text)] }

  /// Lower-cased letters and digits only: "H.R. 3633" and "hr3633" are one.
  package static func folded(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }
}

extension Vocabulary {
  /// How a US bill is written in a query: `us/119/hr/3633` is `hr3633-119`. Nil for other ids.
  package static func shortBill(_ id: String) -> String? {
    let parts = id.split(separator: "/")
    guard parts.count == 4, parts[0] == "us", Int(parts[1]) != nil, Int(parts[3]) != nil else { return nil }
    return "\(parts[2])\(parts[3])-\(parts[1])"
  }

  /// Whether some known value of a free-text field contains this; true where nothing is known of the field.
  func contains(name: String, in field: QueryField) -> Bool {
    guard let list = values[field], !list.isEmpty else { return true }
    let wanted = Self.folded(name)
    return list.contains { value in Self.folded(value.name).contains(wanted) || value.aliases.contains { Self.folded($0).contains(wanted) }
    }
  }

  /// The nearest right value, as a query would print it.
  func nearest(to text: String, in field: QueryField) -> String? {
    let list = values[field] ?? []
    func printed(_ id: String) -> String { QueryText.value(field == .bill ? Self.shortBill(id) ?? id : id) }
    if let near = NearestWord.nearest(to: text, among: list.map(\.id)) { return printed(near) }
    var byAlias: [String: String] = [:]
    for value in list { for name in [value.name] + value.aliases where byAlias[name] == nil { byAlias[name] = value.id } }
    return NearestWord.nearest(to: text, among: byAlias.keys.sorted()).flatMap { byAlias[$0] }.map(printed)
  }
}
