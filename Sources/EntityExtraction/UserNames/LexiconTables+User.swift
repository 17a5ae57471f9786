import RegulatoryModel

extension LexiconTables {
  /// Puts a user's entry into the tables; answers what is wrong with it, or nil.
  mutating func apply(_ entry: UserEntry, from origin: LexiconOrigin) -> String? {
    switch entry.kind {
    case .exchange: applyExchange(entry)
    case .agency: applyAgency(entry)
    case .asset: applyAsset(entry)
    case .person: applyPerson(entry)
    case .bill: applyBill(entry)
    case .deny: applyDenial(entry, origin)
    }
  }

  private mutating func applyExchange(_ entry: UserEntry) -> String? {
    var type = ExchangeRow.VenueType.spot
    if let text = entry["type"] {
      guard let known = ExchangeRow.VenueType(rawValue: text) else { return "“type” must be one of \(names(ExchangeRow.VenueType.self))" }
      type = known
    }
    if let index = exchanges.firstIndex(where: { $0.id == entry.id }) {
      if let name = entry["name"] { exchanges[index].name = name }
      if entry["type"] != nil { exchanges[index].type = type }
      if let country = entry["country"] { exchanges[index].country = country }
      if let status = entry["status"] { exchanges[index].isDefunct = status == "defunct" }
      exchanges[index].aliases.extend(with: entry.aliases)
      exchanges[index].cues.extend(with: entry.cues)
      exchanges[index].people += entry.list("people")
      return nil
    }
    guard let name = entry["name"] else { return "a new exchange needs a “name”" }
    exchanges.append(
      ExchangeRow(
        id: entry.id, name: name, type: type, country: entry["country"] ?? "", isDefunct: entry["status"] == "defunct",
        aliases: entry.aliases,
        cues: entry.cues, people: entry.list("people")))
    return nil
  }

  private mutating func applyAgency(_ entry: UserEntry) -> String? {
    var role = AgencyRow.Role.regulator
    if let text = entry["role"] {
      guard let known = AgencyRow.Role(rawValue: text) else { return "“role” must be one of \(names(AgencyRow.Role.self))" }
      role = known
    }
    if let index = agencies.firstIndex(where: { $0.id == entry.id }) {
      if let name = entry["name"] { agencies[index].name = name }
      if entry["role"] != nil { agencies[index].role = role }
      if let country = entry["country"] { agencies[index].country = country }
      if let parent = entry["parent"] { agencies[index].parent = parent }
      agencies[index].aliases.extend(with: entry.aliases)
      agencies[index].cues.extend(with: entry.cues)
      return nil
    }
    guard let name = entry["name"] else { return "a new agency needs a “name”" }
    agencies.append(
      AgencyRow(
        id: entry.id, name: name, country: entry["country"] ?? "", role: role, parent: entry["parent"] ?? "", aliases: entry.aliases,
        cues: entry.cues))
    return nil
  }

  private mutating func applyAsset(_ entry: UserEntry) -> String? {
    if let index = assets.firstIndex(where: { $0.ticker == entry.id }) {
      if let name = entry["name"] { assets[index].name = name }
      assets[index].aliases.extend(with: entry.aliases)
      assets[index].cues.extend(with: entry.cues)
      return nil
    }
    guard let name = entry["name"] else { return "a new asset needs a “name”" }
    assets.append(AssetRow(ticker: entry.id, name: name, aliases: entry.aliases, cues: entry.cues))
    return nil
  }

  private mutating func applyPerson(_ entry: UserEntry) -> String? {
    if let index = legislators.firstIndex(where: { $0.id == entry.id }) {
      if let name = entry["name"] { legislators[index].name = name }
      legislators[index].nicknames += entry.aliases.map(\.text)
      return nil
    }
    guard let name = entry["name"], let last = name.split(separator: " ").last else { return "a new person needs a “name”" }
    legislators.append(
      LegislatorRow(
        id: entry.id, name: name, family: entry["family"] ?? String(last), chamber: entry["chamber"] ?? "", party: entry["party"] ?? "",
        state: entry["state"] ?? "", nicknames: entry.aliases.map(\.text), isCurrent: entry["status"] != "former"))
    return nil
  }

  private mutating func applyBill(_ entry: UserEntry) -> String? {
    let title = entry["title"] ?? entry["name"]
    if let index = bills.firstIndex(where: { $0.id == entry.id }) {
      if let title { bills[index].title = title }
      if let number = entry["number"] { bills[index].number = number }
      if let sponsor = entry["sponsor"] { bills[index].sponsor = sponsor }
      if let jurisdiction = entry["jurisdiction"] { bills[index].jurisdiction = jurisdiction }
      if let status = entry["status"] { bills[index].status = status }
      bills[index].aliases.extend(with: entry.aliases)
      return nil
    }
    guard title != nil || entry["number"] != nil else { return "a new bill needs a “title” or a “number”" }
    bills.append(
      BillRow(
        id: entry.id, number: entry["number"] ?? "", title: title ?? "", aliases: entry.aliases, sponsor: entry["sponsor"] ?? "",
        jurisdiction: entry["jurisdiction"] ?? "us", status: entry["status"] ?? ""))
    return nil
  }

  private mutating func applyDenial(_ entry: UserEntry, _ origin: LexiconOrigin) -> String? {
    guard let kind = entry["kind"].flatMap(DeniableKind.init(rawValue:)) else {
      return "“kind” must be one of \(names(DeniableKind.self))"
    }
    let sentence = entry["sentence"].map { SentenceKey($0) }
    if let sentence, sentence.words.isEmpty { return "“sentence” has no words" }
    let name = entry["alias"].map { String($0.drop { $0 == "?" }) }
    if kind.hasNames {
      guard !entry.id.isEmpty else { return "“id” is missing" }
      guard isKnown(kind, entry.id, name: name) else {
        let near = NearestWord.nearest(to: entry.id, among: ids(of: kind))
        return "there is no \(kind.rawValue) “\(entry.id)”" + (near.map { "; did you mean “\($0)”?" } ?? "")
      }
    } else {
      guard sentence != nil else { return "a \(kind.label) is denied by its “sentence”, which is missing" }
      guard name == nil else { return "a \(kind.label) has no “alias”" }
    }
    denials.append(
      Denial(kind: kind, id: entry.id.isEmpty ? nil : entry.id, name: name.map { NameKey($0) }, sentence: sentence, origin: origin))
    return nil
  }

  /// Whether there is such a thing; an exchange that no list has is known by its name, and a bill by its number.
  private func isKnown(_ kind: DeniableKind, _ id: String, name: String?) -> Bool {
    switch kind {
    case .agency: agencies.contains { $0.id == id }
    case .exchange: exchanges.contains { $0.id == id } || name.map { UnlistedExchangeFinder.id($0) == id } ?? false
    case .asset: assets.contains { $0.ticker == id }
    // Most bills are not listed; an id with a slash in it is one.
    case .bill: id.contains("/") || bills.contains { $0.id == id }
    case .person: legislators.contains { $0.id == id }
    case .stage, .move, .action, .deadline, .quote: true
    }
  }

  private func ids(of kind: DeniableKind) -> [String] {
    switch kind {
    case .agency: agencies.map(\.id)
    case .exchange: exchanges.map(\.id)
    case .asset: assets.map(\.ticker)
    case .bill: bills.map(\.id)
    case .person: legislators.map(\.id)
    case .stage, .move, .action, .deadline, .quote: []
    }
  }

  private func names<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> String where Value.RawValue == String {
    type.allCases.map(\.rawValue).joined(separator: ", ")
  }
}

extension [Alias] {
  /// Adds names; one that is there already takes the new standing (plain or ambiguous).
  fileprivate mutating func extend(with aliases: [Alias]) {
    for alias in aliases {
      if let index = firstIndex(where: { $0.text == alias.text }) { self[index] = alias } else { append(alias) }
    }
  }
}

extension Cues {
  fileprivate mutating func extend(with cues: Cues) {
    supporting += cues.supporting
    opposing += cues.opposing
  }
}
