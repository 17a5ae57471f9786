import RegulatoryModel

extension Lexicon {
  /// What panes, completion and queries need to know of every exchange, agency, asset and bill.
  package var entityNames: [EntityName] {
    var names: [EntityName] = []
    names.reserveCapacity(exchanges.count + agencies.count + assets.count + bills.count)
    for row in exchanges { names.append(Self.entityName(.exchange, row.id, row.name, row.aliases)) }
    for row in agencies where row.role.isReported { names.append(Self.entityName(.agency, row.id, row.name, row.aliases)) }
    for row in assets { names.append(Self.entityName(.asset, row.ticker, row.name, row.aliases)) }
    for row in bills {
      let aliases = (row.number.isEmpty ? [] : [Alias(row.number)]) + row.aliases
      names.append(Self.entityName(.bill, row.id, row.title.isEmpty ? row.number : row.title, aliases))
    }
    return names
  }

  private static func entityName(_ kind: EntityKind, _ id: String, _ name: String, _ aliases: [Alias]) -> EntityName {
    EntityName(key: EntityKey(kind, id), name: name, shortName: shortName(id, name, aliases), aliases: aliases.map(\.text))
  }

  /// The alias that reads as the id does ("SEC" for `sec`, "Mt. Gox" for `mt-gox`), else the name.
  static func shortName(_ id: String, _ name: String, _ aliases: [Alias]) -> String {
    let letters = plain(id)
    for candidate in [Alias(name)] + aliases where plain(candidate.text) == letters { return candidate.text }
    return name
  }

  /// Letters and digits only, in small letters.
  private static func plain(_ text: String) -> [UInt8] {
    text.utf8.filter { LetterBytes.isLetter($0) || LetterBytes.isDigit($0) }.map(LetterBytes.folded)
  }
}
