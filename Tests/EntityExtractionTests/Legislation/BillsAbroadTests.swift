import EntityExtraction
import RegulatoryModel
import Testing

/// Laws by the numbers and the steps of other countries.
struct BillsAbroadTests {
  @Test(arguments: [
    LegislationRow(
      "Brazil's Chamber of Deputies approved Bill 4,401/2021 on crypto on 29 November.", "br/named/law-14478 passed-chamber",
      on: "2022-11-30"),
    LegislationRow(
      "Brazil's Chamber of Deputies approved Bill 4.401/2021 on crypto on 29 November.", "br/named/law-14478 passed-chamber",
      on: "2022-11-30"),
    LegislationRow(
      "Brazil's president Jair Bolsonaro signed Law 14,478 into law on 21 December 2022, regulating virtual assets.",
      "br/named/law-14478 enacted", on: "2022-12-23"),
    LegislationRow(
      "Turkey's Law No. 7518 on crypto assets entered into force on 2 July 2024.", "tr/named/law-7518 enacted", on: "2024-08-01"),
    LegislationRow(
      "Ukraine's Verkhovna Rada passed the law \"On Virtual Assets\" on 17 February 2022.", "ua/named/virtual-assets-law passed-chamber",
      on: "2022-02-20"),
    LegislationRow(
      "Singapore's Parliament passed the Financial Services and Markets Bill on 5 April 2022, which covers crypto firms that serve clients abroad.",
      "sg/named/fsma-2022 passed-chamber", on: "2022-04-06"),
    LegislationRow(
      "The Stablecoins Bill was gazetted in Hong Kong on 6 December and introduced into the Legislative Council on 18 December.",
      "hk/named/stablecoins-ordinance introduced", on: "2024-12-20"),
    LegislationRow(
      "Regulation (EU) 2023/1114 of the European Parliament and of the Council of 31 May 2023 on markets in crypto-assets was published in the Official Journal on 9 June 2023.",
      "eu/reg/2023/1114 enacted", on: "2023-06-12"),
    LegislationRow(
      "Poland's Sejm failed on 5 December to override President Karol Nawrocki's veto of the Crypto-Asset Market Act.",
      "pl/named/crypto-asset-market-act vetoed", on: "2025-12-06"),
    LegislationRow(
      "MPs gave the Property (Digital Assets etc) Bill its third reading on Thursday, clearing it for Royal Assent.",
      "uk/named/property-digital-assets-act-2025 passed-chamber", on: "2025-11-20"),
    LegislationRow("The Ghana VASP Act received presidential assent on 22 December.", "gh/named/vasp-act-2025 enacted", on: "2025-12-28"),
    LegislationRow(
      "President William Ruto assented to the Virtual Asset Service Providers Bill on 15 October, in Nairobi, Kenya.",
      "ke/named/vasp-act-2025 enacted", on: "2025-10-18"),
    LegislationRow(
      "Russia's State Duma passed the law on digital financial assets in its third reading; Vladimir Putin signed it on 31 July.",
      "ru/named/dfa-law enacted", on: "2020-08-05"),
    LegislationRow(
      "Brazil's Law No. 14,478/2022 (the Brazilian Virtual Assets Act) entered into force on 20 June 2023.", "br/named/law-14478 enacted",
      on: "2023-07-01"),
    LegislationRow(
      "Turkey's parliament passed a crypto bill late on Wednesday; Law No. 7518 was published in the Official Gazette on 2 July.",
      "tr/named/law-7518 enacted", on: "2024-07-03"),
    LegislationRow(
      "Hong Kong's Legislative Council passed the Stablecoins Bill on 21 May 2025; the Stablecoins Ordinance came into operation on 1 August 2025.",
      "hk/named/stablecoins-ordinance enacted", on: "2025-08-10"),
    LegislationRow("Kenya's Finance Bill, 2025 would replace the digital asset tax.", "ke/named/finance-bill-2025", on: "2025-05-10"),
    LegislationRow(
      "The Financial Services and Markets Bill completed its passage through the Commons on 7 December 2022 and is being scrutinised by peers; it covers crypto promotions in the UK.",
      "uk/named/fsma-2023 passed-chamber", on: "2022-12-20"),
    LegislationRow(
      "The Commission's proposal for a Regulation on Markets in Crypto-assets, COM(2020) 593, has been tabled.",
      "eu/reg/2023/1114 introduced", on: "2020-10-10"),
    LegislationRow(
      "Pakistan's National Assembly approved the Virtual Assets Bill 2026 to replace the ordinance.",
      "pk/named/virtual-assets-bill-2026 passed-chamber", on: "2026-03-01"),
    LegislationRow(
      "HONG KONG (Bloomberg) -- Hong Kong lawmakers passed a stablecoin bill on Wednesday. The Stablecoins Bill will require issuers to hold a licence.",
      "hk/named/stablecoins-ordinance passed-chamber", on: "2025-05-21"),
    LegislationRow(
      "LONDON, Dec 2 (Reuters) - A law recognising crypto as property, the Property (Digital Assets etc) Act, took effect in Britain on Tuesday after receiving Royal Assent.",
      "uk/named/property-digital-assets-act-2025 enacted", on: "2025-12-02"),
  ])
  func lawsOfOtherCountriesAreKnownByNameAndNumber(_ row: LegislationRow) { #expect(row.listed == row.bills) }
}
