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
      byName[field] = names
    }
  }

  /// The id that a written value means, by id, name or alias, ignoring case, spaces and punctuation; nil where nothing matches.
  package func id(of text: String, in field: QueryField) -> String? { byName[field]?[Self.folded(text)] }

  /// Lower-cased letters and digits only: "H.R. 3633" and "hr3633" are one.
  package static func folded(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }
}
