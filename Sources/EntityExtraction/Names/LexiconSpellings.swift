/// The spellings under which each row of the lexicon is looked for: its name and aliases, and the variants that need no listing.
enum LexiconSpellings {
  static func addAll(of tables: LexiconTables, to patterns: inout AliasPatterns) {
    for (index, row) in tables.agencies.enumerated() {
      let target = LexiconTarget(kind: .agency, index: index)
      add(name: row.name, row.aliases, target, &patterns) { text, isWeak in
        agencyVariants(of: text, country: row.country, isWeak: isWeak, isName: text == row.name)
      }
    }
    for (index, row) in tables.exchanges.enumerated() {
      add(name: row.name, row.aliases, LexiconTarget(kind: .exchange, index: index), &patterns)
    }
    for (index, row) in tables.assets.enumerated() {
      add(name: row.name, row.aliases, LexiconTarget(kind: .asset, index: index), &patterns)
    }
    for (index, row) in tables.legislators.enumerated() {
      let target = LexiconTarget(kind: .legislator, index: index)
      for name in [row.name] + row.nicknames { patterns.add(name, target) }
      patterns.add(row.family, LexiconTarget(kind: .legislator, index: index, isWeak: true))
    }
    for (index, row) in tables.bills.enumerated() where !row.title.isEmpty {
      add(name: row.title, row.aliases, LexiconTarget(kind: .bill, index: index), &patterns)
    }
    for (index, row) in tables.countries.enumerated() {
      let target = LexiconTarget(kind: .country, index: index)
      add(name: row.name, row.adjectives + row.places, target, &patterns)
    }
  }

  private static func add(
    name: String, _ aliases: [Alias], _ target: LexiconTarget, _ patterns: inout AliasPatterns,
    variants: (String, Bool) -> [(text: String, isWeak: Bool)] = { text, isWeak in [(text, isWeak)] }
  ) {
    // A name that is listed as an ambiguous alias too ("?Gate") is one.
    let listed = aliases.contains { $0.text == name } ? [] : [Alias(name)]
    for alias in listed + aliases {
      for variant in variants(alias.text, alias.isWeak) {
        var target = target
        target.isWeak = variant.isWeak
        target.isFormer = alias.isFormer
        patterns.add(variant.text, target)
      }
    }
  }

  /// Ways in which an agency's name is written that its row doesn't list.
  private static func agencyVariants(of text: String, country: String, isWeak: Bool, isName: Bool) -> [(text: String, isWeak: Bool)] {
    var texts = [(text, isWeak)]
    if country == "us" {
      var bare = text
      for prefix in ["U.S. ", "US ", "United States ", "the "] where text.hasPrefix(prefix) { bare = String(text.dropFirst(prefix.count)) }
      if bare != text, isName { texts.append((bare, isWeak)) }
      // With the country before it even "Treasury" is plain.
      if !bare.hasPrefix("Federal "), bare.first?.isUppercase == true {
        texts += [("U.S. " + bare, false), ("US " + bare, false), ("United States " + bare, false)]
      }
    }
    for index in texts.indices {
      for (written, variant) in [
        (" and ", " & "), ("Department ", "Dept. "), ("Organisation", "Organization"), ("Centre", "Center"), ("Authorised", "Authorized"),
      ] {
        if let respelled = replacing(written, with: variant, in: texts[index].0) { texts.append((respelled, texts[index].1)) }
      }
    }
    return texts
  }

  private static func replacing(_ written: String, with variant: String, in text: String) -> String? {
    guard let range = text.firstRange(of: written) else { return nil }
    return text.replacingCharacters(in: range, variant)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, _ replacement: String) -> String {
    self[..<range.lowerBound] + replacement + self[range.upperBound...]
  }
}
