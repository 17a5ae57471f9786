import EntityExtraction
import RegulatoryModel
import Testing

struct BillNameTests {
  @Test(arguments: [
    LegislationRow(
      "The Financial Innovation and Technology for the 21st Century Act (FIT21) is dead. FIT21 had friends.", "us/118/hr/4763"),
    LegislationRow("The CLARITY Act (H.R. 3633) is long; the CLARITY Act is dense.", "us/119/hr/3633"),
    LegislationRow("H.R. 3633, the Digital Asset Market Clarity Act, is long.", "us/119/hr/3633"),
    LegislationRow("H.R. 4766 - Clarity for Payment Stablecoins Act of 2023.", "us/118/hr/4766", on: "2023-07-28"),
    LegislationRow("S. 919, the GENIUS Act, came first. The GENIUS Act asks for reserves.", "us/119/s/919"),
    LegislationRow("Senator Lummis likes her BITCOIN Act.", "us/118/s/4912", on: "2024-09-01"),
    LegislationRow("Senator Lummis likes her BITCOIN Act.", "us/119/s/954", on: "2025-04-01"),
    LegislationRow(
      "The Lunar Token Safety Act of 2025 (LTSA) is new. Critics say the LTSA goes too far.", "us/named/lunar-token-safety-act-of-2025"),
    LegislationRow("Regulation (EU) 2023/1114, known as MiCA, binds issuers.", "eu/reg/2023/1114"),
    LegislationRow("The Property (Digital Assets etc) Act 2025 is short.", "uk/named/property-digital-assets-act-2025"),
    LegislationRow("Banks dislike the GENIUS bill, and the Genius Stablecoin Act's name.", "us/119/s/1582"),
    LegislationRow("This Act may be cited as the Moon Crypto Act. H.R. 9579 is its number, in the House.", "us/119/hr/9579"),
  ])
  func numberAndNamesOfOneBillAreOneFinding(_ row: LegislationRow) { #expect(row.listed == row.bills) }

  @Test(arguments: [
    "Crypto exchanges must register under the Bank Secrecy Act and the Securities Act of 1933.",
    "Bitcoin firms and the SEC quarrel over the Paperwork Reduction Act and the Farm Security Act of 2002.",
    "Lawyers cited the Securities Exchange Act of 1934 in a crypto case.",
  ])
  func standingLawIsKnownButKeptApart(_ text: String) {
    let found = FindingsOfText.bills(text)
    #expect(!found.isEmpty)
    for bill in found { #expect(bill.isGeneralLaw) }
  }

  @Test(arguments: [
    "The notice follows the National Environmental Policy Act of 1969 (NEPA). Such act may include a change where it actually kills wildlife.",
    "The Endangered Species Act of 1973 protects eagles. It failed to stop the mill.",
  ])
  func whatItDoesSaysNothingOfAStandingLaw(_ text: String) {
    let found = FindingsOfText.bills(text)
    #expect(!found.isEmpty)
    for bill in found { #expect(bill.stage == nil && bill.claims.isEmpty) }
  }

  @Test(arguments: [
    ("S. 1582, the GENIUS Act, by Sen. Bill Hagerty of Tennessee.", "Hagerty"),
    ("H.R. 2392 (Rep. Bryan Steil), the STABLE Act of 2025.", "Steil"),
    ("The Lunar Token Safety Act, introduced by Rep. Ada Quill (R-TX), is short.", "Quill"),
    ("Representative Ada Quill introduced the Lunar Token Safety Act.", "Quill"),
    ("Senator Jo Bright's Lunar Token Safety Act is short.", "Bright"),
    ("The Lunar Token Safety Act. Sponsor: Rep. Ada Quill (R-TX).", "Quill"),
  ])
  func theLeadSponsorIsReadFromTheText(_ text: String, _ family: String) {
    #expect(FindingsOfText.bills(text).first?.sponsor?.hasSuffix(family) == true)
  }

  @Test(arguments: [
    LegislationRow(
      "Senator Elizabeth Warren recently introduced legislation that would further strengthen anti-money laundering provisions for crypto.",
      "us/unnamed/warren/anti-money-laundering introduced"),
    LegislationRow(
      "Senator Pat Toomey said that he would put forward a bill on payment stablecoins.", "us/unnamed/toomey/stablecoins announced"),
    LegislationRow("A crypto bill by Rep. Ritchie Torres would ban insider bets.", "us/unnamed/torres/crypto-assets"),
    LegislationRow("Sen. Warren's crypto bill would bind wallets.", "us/unnamed/warren/crypto-assets"),
    LegislationRow("Rep. Maxine Waters spoke. She will introduce her own bill against memecoins.", "us/unnamed/waters/memecoins announced"),
    LegislationRow(
      "Sen. Bill Hagerty introduced a bill on stablecoins. The bill, called the GENIUS Act, asks for reserves.", "us/119/s/1582 introduced"),
    LegislationRow("Rep. Tom Emmer opposes the legislation on crypto."),
    LegislationRow("A similar crypto bill in Arizona failed."),
  ])
  func legislationWithoutANameGoesByItsSponsor(_ row: LegislationRow) { #expect(row.listed == row.bills) }
}
