import EntityExtraction
import RegulatoryModel
import Testing

/// Spellings of wires, digests, dockets and trackers, and what only looks like them.
struct BillSpellingTests {
  @Test(arguments: [
    LegislationRow("H.Con. Res. 14 set the budget; a crypto tax rider was left out, lawmakers said.", "us/119/hconres/14"),
    LegislationRow("H. Con. Res. 14 set the budget; a crypto tax rider was left out, lawmakers said.", "us/119/hconres/14"),
    LegislationRow("S. J. Res. 3 would nullify the crypto broker rule.", "us/119/sjres/3"),
    LegislationRow("SJ Res. 3 would nullify the crypto broker rule.", "us/119/sjres/3"),
    LegislationRow("118 H.R. 4763 was the last attempt at crypto market structure.", "us/118/hr/4763"),
    LegislationRow("The bill text (H.R. 4763, 118th Cong.) defined decentralized system.", "us/118/hr/4763"),
    LegislationRow(
      "In the 118th Congress, H.R. 4763 was the vehicle for crypto market structure; this Congress it is H.R. 3633.", "us/118/hr/4763",
      "us/119/hr/3633"),
    LegislationRow("Stablecoin issuers are now governed by P.L. 119-27.", "us/119/s/1582 enacted"),
    LegislationRow("Stablecoin issuers are governed by Public Law 119–27.", "us/119/s/1582 enacted"),
    LegislationRow("See Pub. L. No. 119-27, 139 Stat. 419 (2025).", "us/119/s/1582 enacted"),
    LegislationRow(
      "Crypto Week: H.R. 3633/S. 1582/H.R. 1919 all on the House floor, the bills' backers said.", "us/119/hr/3633", "us/119/s/1582",
      "us/119/hr/1919"),
    LegislationRow("HR-3633 goes to the Senate Banking Committee, a crypto bill that the House passed.", "us/119/hr/3633 passed-house"),
    LegislationRow(
      "House Bill 3633, which Congress is to debate this week, would split oversight of crypto between the SEC and the CFTC.",
      "us/119/hr/3633"),
    LegislationRow("Senators are still negotiating Senate Bill 1582, the federal stablecoin framework, on Capitol Hill.", "us/119/s/1582"),
  ])
  func federalNumbersAreReadAsDigestsAndDocketsWriteThem(_ row: LegislationRow) { #expect(row.listed == row.bills) }

  @Test(arguments: [
    LegislationRow(
      "New York lawmakers introduced S6801 on crypto payments; its Assembly twin is A7788.", "us-ny/2025/s/6801 introduced",
      "us-ny/2025/a/7788", on: "2025-05-01"),
    LegislationRow(
      "WASHINGTON, March 3, 2025 - HBs 882 and 518 would let Texas hold bitcoin, the Texas House said.", "us-tx/2025/hb/882",
      "us-tx/2025/hb/518", on: "2025-03-03"),
    LegislationRow("Washington state's HB 1639 would tax bitcoin mining, lawmakers said.", "us-wa/2025/hb/1639", on: "2025-03-03"),
    LegislationRow("Wyoming's Senate File 38 recognised DAOs as LLCs.", "us-wy/2021/sf/38", on: "2021-04-30"),
    LegislationRow("Maine: LD 1339 (crypto kiosks) was signed June 5.", "us-me/2025/ld/1339 enacted", on: "2025-06-20"),
    LegislationRow(
      "Minnesota: S.F. 2661 would let the state board invest in bitcoin. It was referred to State and Local Government.",
      "us-mn/2025/sf/2661 committee", on: "2025-03-20"),
    LegislationRow(
      "Arizona Gov. Katie Hobbs vetoed SB1025 on May 2 and SB 1373 on May 12, and signed HB 2749 on May 7; all three concern crypto.",
      "us-az/2025/sb/1025 vetoed", "us-az/2025/sb/1373 vetoed", "us-az/2025/hb/2749 enacted", on: "2025-05-20"),
    LegislationRow(
      "Vermont's H.137 lets the state regulate crypto kiosks. Gov. Phil Scott signed it in June.", "us-vt/2025/h/137 enacted",
      on: "2025-07-01"),
    LegislationRow(
      "New York Senate Bill S4728, introduced by James Sanders Jr., would set up a crypto study; in the Assembly, A06515 by Clyde Vanel would create a fraud crime for rug pulls.",
      "us-ny/2025/s/4728 introduced", "us-ny/2025/a/6515", on: "2025-03-10"),
    LegislationRow(
      "TEXAS\nSB 21 - Texas Strategic Bitcoin Reserve. Signed by governor 6/20/25.\nHB 4488 - reserve fund exemption, bitcoin. Signed 6/20/25.",
      "us-tx/89/sb/21 enacted", "us-tx/2025/hb/4488 enacted", on: "2025-07-01"),
    LegislationRow(
      "Governor Hochul signed S6486D into law on Nov. 22, putting a two-year pause on proof-of-work mining in New York.",
      "us-ny/2021/s/6486 enacted", on: "2022-11-24"),
  ])
  func stateNumbersTakeTheirStateFromTheStory(_ row: LegislationRow) { #expect(row.listed == row.bills) }

  @Test(arguments: [
    LegislationRow("Roe v. Doe, No. S. 12, was decided in the Senate of the university; crypto bills were not at issue."),
    LegislationRow("John S. 12 wrote that bitcoin is a scam, and the Senate bill is too."),
    LegislationRow("The company's S-1 filing and Form S. 3 for bitcoin, with the Senate bill pending."),
    LegislationRow("Contact: Room S. 211 of the Capitol, where senators debate the crypto bill, is closed."),
    LegislationRow("Mr. S. 55, a pseudonymous bitcoin trader, and Ms. A. 33 met senators about a bill."),
    LegislationRow("Bitcoin fell on Dec. 5 and Oct. S. 10 people in the Senate voted on a bill."),
    LegislationRow("S. Korea 2023 trading volumes in crypto rose, lawmakers in the National Assembly said of a bill."),
    LegislationRow("89 FR 56480, 56481; 26 CFR 1.6045-1; crypto brokers; Congress and the bill."),
    LegislationRow("George H.W. Bush signed many bills. H. 50 of the crypto conference hall is closed."),
    LegislationRow("A 2024 report to the New York Senate on crypto bills found fraud."),
    LegislationRow(
      "88 Fed. Reg. 59576 (Aug. 29, 2023); H.R. Rep. No. 117-130; S. Rep. No. 118-40 on crypto brokers and the bill in Congress."),
    LegislationRow("H. Rept. 119-168 accompanies the crypto bill reported by the committee in Congress."),
    LegislationRow("See S. Hrg. 118-99 on crypto and the Senate bill."),
    LegislationRow("William S. 45th Street sold bitcoin as senators passed a bill."),
    LegislationRow("Attorneys: Lisa S. 2 years, Mark H. 5 years at the crypto unit; Senate, bill."),
    LegislationRow("Flight HR 302 was delayed; bitcoin miners were on board."),
    LegislationRow("Vitamin A 500 and S 20 screws were sold for bitcoin in New York, lawmakers and bill aside."),
  ])
  func anotherThingsLettersAreNoBill(_ row: LegislationRow) { #expect(row.listed == row.bills) }
}
