extension Query {
  /// All of these, flat and without repeats; `.everything` for none.
  package static func all(of parts: [Query]) -> Query {
    var flat: [Query] = []
    for part in parts {
      switch part {
      case .everything: continue
      case .and(let inner): for one in inner where !flat.contains(one) { flat.append(one) }
      case .text, .field, .not, .or: if !flat.contains(part) { flat.append(part) }
      }
    }
    return flat.count > 1 ? .and(flat) : flat.first ?? .everything
  }

  /// Any of these, flat and without repeats.
  package static func any(of parts: [Query]) -> Query {
    var flat: [Query] = []
    for part in parts {
      switch part {
      case .everything: return .everything
      case .or(let inner): for one in inner where !flat.contains(one) { flat.append(one) }
      case .text, .field, .not, .and: if !flat.contains(part) { flat.append(part) }
      }
    }
    return flat.count > 1 ? .or(flat) : flat.first ?? .everything
  }

  /// The parts that must all hold.
  package var conjuncts: [Query] {
    switch self {
    case .everything: []
    case .and(let parts): parts
    case .text, .field, .not, .or: [self]
    }
  }

  /// Both queries.
  package func narrowed(by other: Query) -> Query { Query.all(of: conjuncts + other.conjuncts) }

  /// Asks for this value too; an exclusion of the same value is dropped.
  package func adding(_ field: QueryField, _ id: String) -> Query {
    let term = Query.field(field, .id(id))
    return Query.all(of: conjuncts.filter { $0 != .not(term) } + [term])
  }

  /// Widens the first part that asks for values of this field by one more; asks for it alone where there is none.
  package func widening(_ field: QueryField, _ id: String) -> Query {
    let term = Query.field(field, .id(id))
    var parts = conjuncts.filter { $0 != .not(term) }
    guard let place = parts.firstIndex(where: { $0.isAbout(only: [field]) && !$0.isExclusion }) else { return adding(field, id) }
    parts[place] = Query.any(of: [parts[place], term])
    return Query.all(of: parts)
  }

  /// Leaves out stories with this value; a part that asked for it is dropped.
  package func excluding(_ field: QueryField, _ id: String) -> Query {
    let term = Query.field(field, .id(id))
    return Query.all(of: removing(field, id).conjuncts + [.not(term)])
  }

  /// No longer asks for, or excludes, this value.
  package func removing(_ field: QueryField, _ id: String) -> Query {
    let term = Query.field(field, .id(id))
    return Query.all(
      of: conjuncts.compactMap { part in
        if part == term || part == .not(term) { return nil }
        guard case .or(let choices) = part else { return part }
        let rest = choices.filter { $0 != term }
        return rest.isEmpty ? nil : Query.any(of: rest)
      })
  }

  /// The values of a field that the top level asks for or excludes: what a pane marks as its part of the filter.
  package func chosenValues(of field: QueryField) -> (wanted: Set<String>, excluded: Set<String>) {
    var wanted: Set<String> = []
    var excluded: Set<String> = []
    for part in conjuncts {
      switch part {
      case .field(field, .id(let id)): wanted.insert(id)
      case .not(.field(field, .id(let id))): excluded.insert(id)
      case .or(let choices):
        for case .field(field, .id(let id)) in choices { wanted.insert(id) }
      case .everything, .text, .field, .not, .and: continue
      }
    }
    return (wanted, excluded)
  }

  /// Without the parts that are about these fields alone: what a pane counts under, since no pane narrows itself.
  package func without(fields: Set<QueryField>) -> Query { Query.all(of: conjuncts.filter { !$0.isAbout(only: fields) }) }

  /// Whether every leaf is about one of these fields.
  package func isAbout(only fields: Set<QueryField>) -> Bool {
    switch self {
    case .everything, .text: false
    case .field(let field, _): fields.contains(field)
    case .not(let inner): inner.isAbout(only: fields)
    case .and(let parts), .or(let parts): parts.allSatisfy { $0.isAbout(only: fields) }
    }
  }

  private var isExclusion: Bool {
    if case .not = self { true } else { false }
  }

  /// The text terms that stories must have, for highlighting.
  package var textTerms: [TextTerm] {
    switch self {
    case .text(let term): [term]
    case .and(let parts), .or(let parts): parts.flatMap(\.textTerms)
    case .everything, .field, .not: []
    }
  }
}
