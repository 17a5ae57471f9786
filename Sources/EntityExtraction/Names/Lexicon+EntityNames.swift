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
    EntityName(key: EntityKey(kind, id), name: name, shortName: shortName(kind, id, name, aliases), aliases: aliases.map(\.text))
  }

  /// The alias that reads as the id does ("SEC" for `sec`, "Mt. Gox" for `mt-gox`), weak ones too ("Kraken"); else the name, an
  /// exchange's without a bracket at its end and without its legal form ("Bit Trade" of "Bit Trade Pty Ltd"). An agency's bracket is its
  /// country, and tells it from others.
  static func shortName(_ kind: EntityKind, _ id: String, _ name: String, _ aliases: [Alias]) -> String {
    let letters = plain(id)
    for candidate in [Alias(name)] + aliases where plain(candidate.text) == letters { return candidate.text }
    return kind == .exchange ? withoutLegalForm(withoutBracket(name)) : name
  }

  /// "BitTrade" of "BitTrade (Japan)".
  private static func withoutBracket(_ name: String) -> String {
    guard name.last == ")", let open = name.lastIndex(of: "("), open != name.startIndex else { return name }
    let kept = name[..<open]
    return String(kept[..<(kept.lastIndex { $0 != " " }.map(kept.index(after:)) ?? kept.startIndex)])
  }

  private static let legalForms: Set<String> = [
    "ab", "ag", "bv", "co", "company", "corp", "corporation", "gmbh", "inc", "kg", "limited", "llc", "llp", "lp", "ltd", "nv", "oy", "plc",
    "pte", "pty", "sa", "sarl", "sas", "sro", "srl", "uab",
  ]

  /// Takes legal forms off the end, and never the first word.
  private static func withoutLegalForm(_ name: String) -> String {
    var words = name.split(separator: " ")
    while words.count > 1, let last = words.last, legalForms.contains(String(decoding: plain(String(last)), as: UTF8.self)) {
      words.removeLast()
    }
    guard words.last?.last == "," else { return words.joined(separator: " ") }
    return String(words.joined(separator: " ").dropLast())
  }

  /// Letters and digits only, in small letters.
  private static func plain(_ text: String) -> [UInt8] {
    text.utf8.filter { LetterBytes.isLetter($0) || LetterBytes.isDigit($0) }.map(LetterBytes.folded)
  }
}
