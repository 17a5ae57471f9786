import CEmbedded

/// The rows of all tables, before they are made ready to be found.
struct LexiconTables: Sendable {
  var agencies: [AgencyRow] = []
  var exchanges: [ExchangeRow] = []
  var assets: [AssetRow] = []
  var legislators: [LegislatorRow] = []
  var bills: [BillRow] = []
  var countries: [CountryRow] = []
  /// What the user denies.
  var denials: [Denial] = []
  /// The user's entries that count, in a form that compares.
  var userEntries: [UserEntry] = []
  /// Where each of them stands.
  var userOrigins: [LexiconOrigin] = []
  /// Names that the user gave, with where.
  var userNames: [UserNameKey: LexiconOrigin] = [:]
  /// Whether those who lead an exchange stand for it. The user's choice: "Zhao was sentenced" then counts for Binance.
  var namesPeople = false

  /// The tables compiled into the program.
  static var embedded: LexiconTables {
    var tables = LexiconTables()
    tables.readAgencies(table(embedded_agencies()))
    tables.readExchanges(table(embedded_exchanges()))
    tables.readAssets(table(embedded_assets()))
    tables.readLegislators(table(embedded_legislators()))
    tables.readBills(table(embedded_bills()))
    tables.readCountries(table(embedded_countries()))
    return tables
  }

  /// Of the bytes of all tables.
  static var embeddedDigest: UInt64 {
    let tables = [
      embedded_agencies(), embedded_exchanges(), embedded_assets(), embedded_legislators(), embedded_bills(), embedded_countries(),
    ]
    return tables.reduce(FNV.hash([])) { FNV.hash(UnsafeBufferPointer(start: $1.bytes, count: $1.count), from: $0) }
  }

  private static func table(_ embedded: embedded_table) -> TabSeparatedTable {
    TabSeparatedTable(UnsafeBufferPointer(start: embedded.bytes, count: embedded.count))
  }

  private mutating func readAgencies(_ table: TabSeparatedTable) {
    let (id, name, country) = (table.column("id"), table.column("name"), table.column("country"))
    let (role, parent, aliases, cues) = (table.column("role"), table.column("parent"), table.column("aliases"), table.column("cues"))
    table.forEachRow { row in
      agencies.append(
        AgencyRow(
          id: row[id], name: row[name], country: row[country], role: AgencyRow.Role(rawValue: row[role]) ?? .other, parent: row[parent],
          aliases: Self.aliases(row.list(aliases)), cues: Cues(listed: row.list(cues))))
    }
  }

  private mutating func readExchanges(_ table: TabSeparatedTable) {
    let (id, name, type) = (table.column("id"), table.column("name"), table.column("type"))
    let (country, status, aliases) = (table.column("country"), table.column("status"), table.column("aliases"))
    let (formers, cues, people) = (table.column("formers"), table.column("cues"), table.column("people"))
    table.forEachRow { row in
      exchanges.append(
        ExchangeRow(
          id: row[id], name: row[name], type: ExchangeRow.VenueType(rawValue: row[type]) ?? .spot, country: row[country],
          isDefunct: row[status] == "defunct", aliases: Self.aliases(row.list(aliases)) + Self.aliases(row.list(formers), areFormer: true),
          cues: Cues(listed: row.list(cues)), people: row.list(people)))
    }
  }

  private mutating func readAssets(_ table: TabSeparatedTable) {
    let (ticker, name, aliases, cues) = (table.column("ticker"), table.column("name"), table.column("aliases"), table.column("cues"))
    table.forEachRow { row in
      assets.append(
        AssetRow(ticker: row[ticker], name: row[name], aliases: Self.aliases(row.list(aliases)), cues: Cues(listed: row.list(cues))))
    }
  }

  private mutating func readLegislators(_ table: TabSeparatedTable) {
    let (id, name, family, chamber) = (table.column("id"), table.column("name"), table.column("family"), table.column("chamber"))
    let (party, state, nicknames, status) = (
      table.column("party"), table.column("state"), table.column("nicknames"), table.column("status")
    )
    table.forEachRow { row in
      legislators.append(
        LegislatorRow(
          id: row[id], name: row[name], family: row[family], chamber: row[chamber], party: row[party], state: row[state],
          nicknames: row.list(nicknames), isCurrent: row[status] != "former"))
    }
  }

  private mutating func readBills(_ table: TabSeparatedTable) {
    let (id, number, title, aliases) = (table.column("id"), table.column("number"), table.column("title"), table.column("aliases"))
    let (sponsor, jurisdiction, status) = (table.column("sponsor"), table.column("jurisdiction"), table.column("status"))
    table.forEachRow { row in
      bills.append(
        BillRow(
          id: row[id], number: row[number], title: row[title], aliases: Self.aliases(row.list(aliases)), sponsor: row[sponsor],
          jurisdiction: row[jurisdiction], status: row[status]))
    }
  }

  private mutating func readCountries(_ table: TabSeparatedTable) {
    let (code, name, adjectives, places) = (table.column("code"), table.column("name"), table.column("adjectives"), table.column("places"))
    table.forEachRow { row in
      countries.append(
        CountryRow(
          code: row[code], name: row[name], adjectives: Self.aliases(row.list(adjectives)), places: Self.aliases(row.list(places))))
    }
  }

  private static func aliases(_ listed: [String], areFormer: Bool = false) -> [Alias] {
    listed.map { Alias(listed: $0, isFormer: areFormer) }
  }
}
