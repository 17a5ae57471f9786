import CEmbedded
import RegulatoryModel

/// The rows of the tables compiled in, with the lines they stand on.
enum BuiltInRows {
  static var all: [LexiconCheck.Row] { rows(of: .embedded, lines: Lines()) }

  /// The rows of a lexicon as the user's files have made it; those that only the user has stand on line 0.
  static func rows(of lexicon: Lexicon) -> [LexiconCheck.Row] {
    var tables = LexiconTables()
    (tables.agencies, tables.exchanges, tables.assets) = (lexicon.agencies, lexicon.exchanges, lexicon.assets)
    (tables.legislators, tables.bills) = (lexicon.legislators, lexicon.bills)
    return rows(of: tables, lines: Lines())
  }

  private static func rows(of tables: LexiconTables, lines: Lines) -> [LexiconCheck.Row] {
    typealias Row = LexiconCheck.Row
    func named(_ name: String, _ aliases: [Alias]) -> [Alias] {
      aliases.contains { $0.text == name } || name.isEmpty ? aliases : aliases + [Alias(name)]
    }
    var rows: [Row] = []
    for (index, row) in tables.agencies.enumerated() {
      rows.append(
        Row(
          kind: .agency, id: row.id, aliases: named(row.name, row.aliases), cues: row.cues, country: row.country, parent: row.parent,
          chamber: "-", place: lines.place("agencies", index)))
    }
    for (index, row) in tables.exchanges.enumerated() {
      rows.append(
        Row(
          kind: .exchange, id: row.id, aliases: named(row.name, row.aliases), cues: row.cues, country: "", parent: "", chamber: "-",
          place: lines.place("exchanges", index)))
    }
    for (index, row) in tables.assets.enumerated() {
      rows.append(
        Row(
          kind: .asset, id: row.ticker, aliases: named(row.name, row.aliases), cues: row.cues, country: "", parent: "", chamber: "-",
          place: lines.place("assets", index)))
    }
    for (index, row) in tables.legislators.enumerated() {
      rows.append(
        Row(
          kind: .legislator, id: row.id, aliases: named(row.name, row.nicknames.map { Alias($0) }), cues: Cues(), country: "", parent: "",
          chamber: row.chamber, place: lines.place("legislators", index)))
    }
    for (index, row) in tables.bills.enumerated() {
      rows.append(
        Row(
          kind: .bill, id: row.id, aliases: named(row.title, row.aliases), cues: Cues(), country: "", parent: "", chamber: "-",
          place: lines.place("bills", index)))
    }
    return rows
  }

  /// On which line of its file each row stands: rows keep their order.
  private struct Lines {
    private var byTable: [String: [Int]] = [:]

    init() {
      for (name, table) in [
        ("agencies", embedded_agencies()), ("exchanges", embedded_exchanges()), ("assets", embedded_assets()),
        ("legislators", embedded_legislators()), ("bills", embedded_bills()),
      ] {
        let bytes = UnsafeBufferPointer(start: table.bytes, count: table.count)
        var rows: [Int] = []
        for (number, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
          if let first = line.first, first != UInt8(ascii: "#"), first != 13 { rows.append(number + 1) }
        }
        // The first is the header.
        byTable[name] = Array(rows.dropFirst())
      }
    }

    func place(_ table: String, _ row: Int) -> LexiconPlace {
      let lines = byTable[table] ?? []
      return LexiconPlace(file: "Lexicon/\(table).tsv", line: row < lines.count ? lines[row] : 0, isBuiltIn: true)
    }
  }
}
