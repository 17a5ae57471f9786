import CEmbedded

/// The rows of all tables, before they are made ready to be found.
struct LexiconTables: Sendable {
  var agencies: [AgencyRow] = []
  var exchanges: [ExchangeRow] = []
  var assets: [AssetRow] = []
  var legislators: [LegislatorRow] = []
  var bills: [BillRow] = []
  var countries: [CountryRow] = []

  /// The tables compiled into the program.
  static var embedded: LexiconTables {
    var tables = LexiconTables()
    table(embedded_agencies()).forEachRow { row in
      tables.agencies.append(
        AgencyRow(
          id: row["id"], name: row["name"], country: row["country"], role: AgencyRow.Role(rawValue: row["role"]) ?? .other,
          parent: row["parent"],
          aliases: row.aliases, cues: Cues(listed: row.list("cues"))))
    }
    table(embedded_exchanges()).forEachRow { row in
      tables.exchanges.append(
        ExchangeRow(
          id: row["id"], name: row["name"], type: ExchangeRow.VenueType(rawValue: row["type"]) ?? .spot, country: row["country"],
          isDefunct: row["status"] == "defunct", aliases: row.aliases, cues: Cues(listed: row.list("cues")),
          people: row.list("people").map(String.init)))
    }
    table(embedded_assets()).forEachRow { row in
      tables.assets.append(AssetRow(ticker: row["ticker"], name: row["name"], aliases: row.aliases, cues: Cues(listed: row.list("cues"))))
    }
    table(embedded_legislators()).forEachRow { row in
      tables.legislators.append(
        LegislatorRow(
          id: row["id"], name: row["name"], family: row["family"], chamber: row["chamber"], party: row["party"], state: row["state"],
          nicknames: row.list("nicknames").map(String.init), isCurrent: row["status"] != "former"))
    }
    table(embedded_bills()).forEachRow { row in
      tables.bills.append(
        BillRow(
          id: row["id"], number: row["number"], title: row["title"], aliases: row.aliases, sponsor: row["sponsor"],
          jurisdiction: row["jurisdiction"], status: row["status"]))
    }
    table(embedded_countries()).forEachRow { row in
      tables.countries.append(
        CountryRow(
          code: row["code"], name: row["name"], adjectives: row.list("adjectives").map { Alias(listed: $0) },
          places: row.list("places").map { Alias(listed: $0) }))
    }
    return tables
  }

  private static func table(_ embedded: embedded_table) -> TabSeparatedTable {
    TabSeparatedTable(UnsafeBufferPointer(start: embedded.bytes, count: embedded.count))
  }
}

extension TabSeparatedTable.Row {
  /// The columns of names, present and former.
  fileprivate var aliases: [Alias] {
    list("aliases").map { Alias(listed: $0) } + list("formers").map { Alias(listed: $0, isFormer: true) }
  }
}
