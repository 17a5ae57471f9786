import RegulatoryModel
import Testing

@testable import EntityExtraction

@Suite struct LexiconTests {
  private let lexicon = Lexicon.builtIn

  @Test func everyTableIsCompiledIn() {
    #expect(lexicon.agencies.count > 100)
    #expect(lexicon.exchanges.count > 100)
    #expect(lexicon.assets.count > 50)
    #expect(lexicon.legislators.count > 100)
    #expect(lexicon.bills.count > 20)
    #expect(lexicon.countries.count > 100)
    #expect(lexicon.problems.isEmpty)
  }

  @Test func everyRowHasAnIdOfItsOwnAndAName() {
    for ids in [
      lexicon.agencies.map(\.id), lexicon.exchanges.map(\.id), lexicon.assets.map(\.ticker), lexicon.bills.map(\.id),
      lexicon.countries.map(\.code),
    ] {
      #expect(Set(ids).count == ids.count, "\(Dictionary(grouping: ids, by: { $0 }).filter { $1.count > 1 }.keys)")
      #expect(!ids.contains(""))
    }
    #expect(!lexicon.agencies.contains { $0.name.isEmpty })
    #expect(!lexicon.exchanges.contains { $0.name.isEmpty })
  }

  @Test func noTwoThingsShareAPlainName() {
    var bearers: [String: Set<String>] = [:]
    for row in lexicon.agencies { for alias in row.aliases where !alias.isWeak { bearers[alias.text, default: []].insert(row.id) } }
    for row in lexicon.exchanges { for alias in row.aliases where !alias.isWeak { bearers[alias.text, default: []].insert(row.id) } }
    let shared = bearers.filter { $1.count > 1 }
    #expect(shared.isEmpty, "\(shared)")
  }

  @Test(arguments: [
    ("sec", "SEC"), ("fincen", "FinCEN"), ("federal-reserve", "Federal Reserve"), ("treasury", "Treasury"), ("fca", "FCA"),
  ])
  func anAgencysShortNameReadsAsItsId(_ id: String, _ short: String) {
    #expect(lexicon.entityNames.first { $0.key == EntityKey(.agency, id) }?.shortName == short)
  }

  @Test(arguments: [
    ("kraken", "Kraken"), ("mt-gox", "Mt. Gox"), ("crypto-com", "Crypto.com"), ("binance-us", "Binance.US"), ("gemini", "Gemini"),
    ("bit-trade-australia", "Bit Trade"),
  ])
  func anExchangesShortNameReadsAsItsId(_ id: String, _ short: String) {
    #expect(lexicon.entityNames.first { $0.key == EntityKey(.exchange, id) }?.shortName == short)
  }

  @Test func courtsAndLegislaturesAreNoEntities() {
    let keys = Set(lexicon.entityNames.map(\.key))
    for row in lexicon.agencies where !row.role.isReported { #expect(!keys.contains(EntityKey(.agency, row.id))) }
  }

  @Test func aTableIsReadWithCommentsAndShortLines() {
    let text = Array("# a comment\nid (note)\tname\tlist\n\na\tAlpha\tx|?y\r\nb\tBeta\n".utf8)
    text.withUnsafeBufferPointer { text in
      let table = TabSeparatedTable(text)
      let (id, name, list, none) = (table.column("id"), table.column("name"), table.column("list"), table.column("none"))
      var rows: [[String]] = []
      table.forEachRow { rows.append([$0[id], $0[name], $0[none]] + $0.list(list)) }
      #expect(rows == [["a", "Alpha", "", "x", "?y"], ["b", "Beta", ""]])
    }
  }
}
