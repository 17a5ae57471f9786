import RegulatoryModel

/// The spellings under which each row of the lexicon is looked for: its name and aliases, and the variants that need no listing.
enum LexiconSpellings {
  static func addAll(of tables: LexiconTables, to patterns: inout AliasPatterns) {
    // Those of a sentence are for `DenialFilter`.
    let denied = Dictionary(grouping: tables.denials.filter { $0.sentence == nil && $0.kind.hasNames }) {
      DeniedRow(kind: $0.kind, id: $0.id ?? "")
    }
    for (index, row) in tables.agencies.enumerated() {
      let target = LexiconTarget(kind: .agency, index: index)
      add(name: row.name, row.aliases, target, denied[DeniedRow(kind: .agency, id: row.id)], &patterns) { text, isWeak in
        agencyVariants(of: text, country: row.country, isWeak: isWeak, isName: text == row.name)
      }
    }
    for (index, row) in tables.exchanges.enumerated() {
      // A full name tells the person; a short one ("CZ") or one that leads two venues needs evidence, as ambiguous names do.
      let people = tables.namesPeople ? row.people.map { Alias($0, isWeak: !$0.contains(" ")) } : []
      add(
        name: row.name, row.aliases + people, LexiconTarget(kind: .exchange, index: index),
        denied[DeniedRow(kind: .exchange, id: row.id)], &patterns)
    }
    for (index, row) in tables.assets.enumerated() {
      add(
        name: row.name, row.aliases, LexiconTarget(kind: .asset, index: index), denied[DeniedRow(kind: .asset, id: row.ticker)], &patterns)
    }
    for (index, row) in tables.legislators.enumerated() {
      let aliases = row.nicknames.map { Alias($0) } + [Alias(row.family, isWeak: true)]
      add(
        name: row.name, aliases, LexiconTarget(kind: .legislator, index: index), denied[DeniedRow(kind: .person, id: row.id)], &patterns
      )
    }
    for (index, row) in tables.bills.enumerated() where !row.title.isEmpty || !row.aliases.isEmpty {
      add(name: row.title, row.aliases, LexiconTarget(kind: .bill, index: index), denied[DeniedRow(kind: .bill, id: row.id)], &patterns)
    }
    for (index, row) in tables.countries.enumerated() {
      add(name: row.name, row.adjectives + row.places, LexiconTarget(kind: .country, index: index), nil, &patterns)
    }
  }

  private struct DeniedRow: Hashable {
    var kind: DeniableKind
    var id: String
  }

  private static func add(
    name: String, _ aliases: [Alias], _ target: LexiconTarget, _ denials: [Denial]?, _ patterns: inout AliasPatterns,
    variants: (String, Bool) -> [(text: String, isWeak: Bool)] = { text, isWeak in [(text, isWeak)] }
  ) {
    if let denials, denials.contains(where: { $0.name == nil }) { return }
    // A name that is listed as an ambiguous alias too ("?Gate") is one.
    let all = aliases.contains { $0.text == name } ? aliases : [Alias(name)] + aliases
    let listed = Set(all.map(\.text))
    for alias in all {
      for variant in variants(alias.text, alias.isWeak) where variant.text == alias.text || !listed.contains(variant.text) {
        if let denials, denials.contains(where: { $0.name == NameKey(variant.text) }) { continue }
        var target = target
        target.isWeak = variant.isWeak
        target.isFormer = alias.isFormer
        target.isEverydayWord = alias.isEverydayWord
        patterns.add(variant.text, target)
      }
    }
  }

  /// Ways in which an agency's name is written that its row doesn't list.
  private static func agencyVariants(of text: String, country: String, isWeak: Bool, isName: Bool) -> [(text: String, isWeak: Bool)] {
    var texts = [(text, isWeak)]
    if country == "us" {
      var bare = text
      for prefix in ["U.S. ", "US ", "United States ", "the "] where text.utf8.starts(with: prefix.utf8) {
        bare = String(text.unicodeScalars.dropFirst(prefix.utf8.count))
      }
      if bare != text, isName { texts.append((bare, isWeak)) }
      // With the country before it even "Treasury" is plain.
      if let first = bare.utf8.first, LetterBytes.isUpper(first), !bare.utf8.starts(with: "Federal ".utf8) {
        texts += [("U.S. " + bare, false), ("US " + bare, false), ("United States " + bare, false)]
      }
    }
    for index in texts.indices {
      for (written, variant) in respellings {
        if let respelled = replacing(written, with: variant, in: texts[index].0) { texts.append((respelled, texts[index].1)) }
      }
    }
    return texts
  }

  private static let respellings: [(written: [UInt8], variant: [UInt8])] = [
    (" and ", " & "), ("Department ", "Dept. "), ("Organisation", "Organization"), ("Centre", "Center"), ("Authorised", "Authorized"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// The text with the first occurrence replaced; nil where there is none.
  private static func replacing(_ written: [UInt8], with variant: [UInt8], in text: String) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count >= written.count else { return nil }
      for start in 0...bytes.count - written.count where bytes[start] == written[0] {
        guard written.indices.allSatisfy({ bytes[start + $0] == written[$0] }) else { continue }
        return String(decoding: bytes[..<start] + variant + bytes[(start + written.count)...], as: UTF8.self)
      }
      return nil
    }
  }
}
