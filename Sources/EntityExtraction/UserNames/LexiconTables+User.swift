extension LexiconTables {
  /// Puts a user's entry into the tables; answers what is wrong with it, or nil.
  mutating func apply(_ entry: UserEntry) -> String? {
    switch entry.kind {
    case .exchange: applyExchange(entry)
    case .agency: applyAgency(entry)
    case .asset: applyAsset(entry)
    case .person: applyPerson(entry)
    case .bill: applyBill(entry)
    case .deny: applyDenial(entry)
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

  private mutating func applyDenial(_ entry: UserEntry) -> String? {
    guard let kind = entry["kind"].flatMap(UserEntry.Kind.init(rawValue:)), let target = kind.lexiconKind else {
      return "“kind” must be one of exchange, agency, asset, person, bill"
    }
    let isKnown =
      switch target {
      case .agency: agencies.contains { $0.id == entry.id }
      case .exchange: exchanges.contains { $0.id == entry.id }
      case .asset: assets.contains { $0.ticker == entry.id }
      case .bill: bills.contains { $0.id == entry.id }
      case .legislator: legislators.contains { $0.id == entry.id }
      case .country: false
      }
    guard isKnown else { return "there is no \(kind.rawValue) “\(entry.id)”" }
    let alias = entry["alias"].map { $0.drop { $0 == "?" }.lowercased() }
    denials.insert(Denial(kind: target, id: entry.id, alias: alias))
    return nil
  }

  private func names<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> String where Value.RawValue == String {
    type.allCases.map(\.rawValue).joined(separator: ", ")
  }
}

/// A name that the user won't have taken for a thing.
struct Denial: Hashable, Sendable {
  var kind: LexiconKind
  var id: String
  /// In small letters; nil denies every name of the thing.
  var alias: String?
}

extension UserEntry.Kind {
  fileprivate var lexiconKind: LexiconKind? {
    switch self {
    case .exchange: .exchange
    case .agency: .agency
    case .asset: .asset
    case .person: .legislator
    case .bill: .bill
    case .deny: nil
    }
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
