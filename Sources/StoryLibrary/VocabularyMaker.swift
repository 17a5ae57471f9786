import QueryLanguage
import RegulatoryModel

/// Collects what queries over one library can say.
struct VocabularyMaker {
  let index: LibraryIndex
  let names: EntityNames

  var vocabulary: Vocabulary {
    var values: [QueryField: [Vocabulary.Value]] = [:]
    for kind in [EntityKind.exchange, .agency, .asset] { values[QueryField(kind)] = entities(kind) }
    values[.bill] = bills
    values[.tag] = index.tags.map { Vocabulary.Value(id: $0, name: $0) }
    values[.source] = sources
    values[.sponsor] = sponsors
    return Vocabulary(values)
  }

  private func entities(_ kind: EntityKind) -> [Vocabulary.Value] {
    let listed = names.list.filter { $0.key.kind == kind }.map {
      Vocabulary.Value(id: $0.key.id, name: $0.name, aliases: [$0.shortName] + $0.aliases)
    }
    let known = Set(listed.map(\.id))
    let found = index.terms.byKind[Term.Kind(kind), default: []].compactMap { term -> Vocabulary.Value? in
      let id = index.terms.text(term)
      guard !known.contains(id), !index.stories(term).isEmpty else { return nil }
      return Vocabulary.Value(id: id, name: index.terms.names[term] ?? id)
    }
    return listed + found.sorted { $0.id < $1.id }
  }

  /// Those of most stories first: where two Congresses have the same number, it means the one that people write about.
  private var bills: [Vocabulary.Value] {
    let found = index.billFacts.map { (facts: $0, stories: index.stories($0.term).count) }
      .sorted { ($1.stories, $0.facts.description.id) < ($0.stories, $1.facts.description.id) }
    let listed = Dictionary(names.list.filter { $0.key.kind == .bill }.map { ($0.key.id, $0) }) { first, _ in first }
    var values = found.map { bill, _ in
      let description = bill.description
      let known = listed[description.id].map { [$0.name, $0.shortName] + $0.aliases } ?? []
      return Vocabulary.Value(
        id: description.id, name: description.label,
        aliases: [description.number, description.title].compactMap(\.self) + description.aliases + known)
    }
    let ids = Set(values.map(\.id))
    for name in names.list where name.key.kind == .bill && !ids.contains(name.key.id) {
      values.append(.init(id: name.key.id, name: name.shortName, aliases: [name.name] + name.aliases))
    }
    return values
  }

  private var sources: [Vocabulary.Value] {
    var found: Set<String> = []
    for term in index.terms.byKind[.folder, default: []] where !index.stories(term).isEmpty {
      // Each folder on the way down can be asked for.
      var path = ""
      for part in index.terms.text(term).split(separator: "/") {
        path += (path.isEmpty ? "" : "/") + part
        found.insert(path)
      }
    }
    for term in index.terms.byKind[.issuer, default: []] where !index.stories(term).isEmpty { found.insert(index.terms.text(term)) }
    return found.sorted().map { Vocabulary.Value(id: $0, name: $0) }
  }

  /// By full name, with the last word of it as an alias.
  private var sponsors: [Vocabulary.Value] {
    Set(index.billFacts.compactMap(\.description.sponsor)).sorted().map { name in
      Vocabulary.Value(id: name, name: name, aliases: name.split(separator: " ").last.map { [String($0)] } ?? [])
    }
  }
}
