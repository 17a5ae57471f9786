import RegulatoryModel
import Testing

@testable import EntityExtraction

@Suite struct ActionAndQuoteTests {
  private func findings(_ text: String) -> Findings {
    // 4 October 2024, a Friday.
    let story = Story(
      title: "", text: text, date: CalendarDay(year: 2024, month: 10, day: 4) ?? .init(daysSinceEpoch: 0), dateOrigin: .metadata)
    return sharedExtractor.findings(in: story)
  }

  /// Expected: `agency kind target amount currency`, `-` for nothing.
  @Test(
    arguments: [
      ("The SEC sued Coinbase on Tuesday over its staking program.", ["sec sued coinbase - -"]),
      ("The Securities and Exchange Commission (SEC) on Thursday charged Binance with fraud.", ["sec charged binance - -"]),
      ("Kraken, the crypto exchange, was fined $30 million by the SEC.", ["sec fined kraken 30000000 USD"]),
      ("Binance settled with the CFTC for $2.7 billion.", ["cftc settled binance 2700000000 USD"]),
      ("Kraken agreed to pay $30 million to settle SEC charges over staking by the crypto exchange.", ["sec settled kraken 30000000 USD"]),
      ("The FCA fined Coinbase £3.5 million.", ["fca fined coinbase 3500000 GBP"]),
      ("FinCEN proposed a rule on mixers.", ["fincen proposed - - -"]),
      ("The Federal Reserve adopted new capital rules.", ["federal-reserve adopted - - -"]),
      ("The OCC, a bank regulator, issued guidance on crypto custody.", ["occ guidance - - -"]),
      ("OFAC sanctioned Garantex.", ["ofac sanctioned garantex - -"]),
      ("OKX received a licence from the Monetary Authority of Singapore.", ["mas licensed okx - -"]),
      ("NYDFS granted Gemini a BitLicense to run its crypto exchange.", ["nydfs licensed gemini - -"]),
      ("The SEC dropped its lawsuit against Coinbase.", ["sec withdrew coinbase - -"]),
      ("Coinbase met with the SEC on March 5, 2024.", ["sec met coinbase - -"]),
      ("The CFTC filed a complaint against Binance.", ["cftc sued binance - -"]),
      ("The SEC approved spot bitcoin ETFs.", ["sec cleared - - -"]),
      ("The FDIC and the OCC issued a joint statement.", ["fdic guidance - - -", "occ guidance - - -"]),
      ("Binance fell. The SEC, which sued the company in June, was silent.", ["sec sued binance - -"]),
      ("Coinbase’s payments arm had been fined £3.5 million by the FCA.", ["fca fined coinbase 3500000 GBP"]),
      ("The SFC has now licensed HashKey.", ["sfc licensed hashkey - -"]),
      ("The EBA published final guidelines on reserves.", ["eba guidance - - -"]),
      ("HM Treasury published draft legislation on custody.", ["hm-treasury proposed - - -"]),
      ("FinCEN assessed a civil penalty of $3.4 billion on Binance.", ["fincen fined binance 3400000000 USD"]),
      ("A false report said that the SEC had approved a spot ETF.", []),
      ("After the settlement with the SEC, dismissed in March, it grew.", []),
      ("The SEC will sue Coinbase, lawyers think.", []),
      ("Coinbase could be fined by the SEC.", []),
      ("Coinbase sued the SEC.", []),
      ("The SEC has not charged Binance.", []),
      ("Investors told the SEC that Binance was slow.", []),
    ] as [(String, [String])])
  func anActionIsToldWithAgencyTargetAndAmount(_ text: String, _ wanted: [String]) {
    let found = findings(text).actions.map { action in
      "\(action.agency) \(action.kind.rawValue) \(action.target ?? "-") \(action.amount.map(String.init) ?? "-") \(action.currency ?? "-")"
    }
    #expect(found == wanted, "\(text)")
  }

  @Test func anActionTakesTheDayBesideIt() {
    #expect(findings("The SEC sued Coinbase on June 6, 2023.").actions.first?.date == CalendarDay(year: 2023, month: 6, day: 6))
    #expect(findings("The SEC sued Coinbase.").actions.first?.date == nil)
  }

  @Test(arguments: [
    ("$30 million", 30_000_000, "USD"), ("US$4.3bn", 4_300_000_000, "USD"), ("£1,500", 1_500, "GBP"),
    ("€1.2 billion", 1_200_000_000, "EUR"),
    ("30 million euros", 30_000_000, "EUR"), ("₩35.2 billion", 35_200_000_000, "KRW"), ("A$8 million", 8_000_000, "AUD"),
    ("HK$1.5m", 1_500_000, "HKD"), ("USD 5 million", 5_000_000, "USD"), ("₹24 crore", 240_000_000, "INR"),
    ("$2.7-billion", 2_700_000_000, "USD"),
    ("35.2 billion won", 35_200_000_000, "KRW"),
  ])
  func aSumOfMoneyIsRead(_ text: String, _ units: Int64, _ currency: String) {
    let story = Story(title: "", text: "fined \(text) in all", date: CalendarDay(daysSinceEpoch: 0), dateOrigin: .fileTime)
    let scan = TextScan(story, lexicon: .builtIn)
    let amount = MoneyReader.first(in: 0..<scan.bytes.count, scan)
    #expect(amount?.units == units)
    #expect(amount?.currency == currency)
    #expect(amount.map { scan.text($0.span) } == text)
  }

  @Test(arguments: ["5 percent of users", "in 2024 alone", "version 2.0 of it", "3 million users"])
  func aNumberWithoutACurrencyIsNoSum(_ text: String) {
    let scan = TextScan(Story(title: "", text: text, date: CalendarDay(daysSinceEpoch: 0), dateOrigin: .fileTime), lexicon: .builtIn)
    #expect(MoneyReader.first(in: 0..<scan.bytes.count, scan) == nil)
  }

  /// Expected: `speaker | role | first words`.
  @Test(
    arguments: [
      (
        "“The law is clear and always was,” said Gary Gensler, chair of the SEC.",
        ["Gary Gensler | chair of the SEC | The law is clear and always was"]
      ),
      ("\"We will fight this case in court,\" Brian Armstrong said.", ["Brian Armstrong | - | We will fight this case in court"]),
      (
        "SEC Chair Gary Gensler said: “Most tokens are securities under the law.”",
        ["Gary Gensler | SEC Chair | Most tokens are securities under the law."]
      ),
      ("“Crypto is a menace to our banks,” Sen. Elizabeth Warren wrote.", ["Elizabeth Warren | Sen | Crypto is a menace to our banks"]),
      ("In a statement the SEC said, “Staff will look at every filing again.”", ["SEC | - | Staff will look at every filing again."]),
      (
        "“It is a good bill for us all,” said Rep. French Hill. “It should pass this very month,” he added.",
        ["French Hill | Rep | It is a good bill for us all", "French Hill | Rep | It should pass this very month"]
      ),
      ("He read “The Old Man and the Sea” twice.", []),
      ("The so-called “stablecoin” fell.", []),
      ("“Nobody knows who says things like these.”", []),
    ] as [(String, [String])])
  func aQuotationIsGivenToItsSpeaker(_ text: String, _ wanted: [String]) {
    let found = findings(text).quotes.map { "\($0.speaker) | \($0.role ?? "-") | \($0.text)" }
    #expect(found == wanted, "\(text)")
  }
}
