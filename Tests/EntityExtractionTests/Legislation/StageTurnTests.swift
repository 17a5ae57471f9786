import EntityExtraction
import RegulatoryModel
import Testing

/// Turns of a bill's course that are easily taken for more, or for less, than they are.
struct StageTurnTests {
  @Test(arguments: [
    LegislationRow("The CLARITY Act passed the Senate Banking Committee 13-11 on Thursday.", "us/119/hr/3633 reported"),
    LegislationRow("The CLARITY Act cleared the House Agriculture Committee 47–6.", "us/119/hr/3633 reported"),
    LegislationRow("The CLARITY Act cleared committee 32–19 in June.", "us/119/hr/3633 reported"),
    LegislationRow(
      "The House Financial Services Committee was discharged from further consideration of H.R. 3633, the CLARITY Act.",
      "us/119/hr/3633 reported"),
    LegislationRow("House Financial Services advanced the STABLE Act 32-17.", "us/119/hr/2392 reported", on: "2025-05-10"),
    LegislationRow(
      "The Senate Agriculture Committee voted 12-11 along party lines on Thursday to advance its Digital Commodity Intermediaries Act.",
      "us/named/digital-commodity-intermediaries-act reported", on: "2026-01-30"),
    LegislationRow(
      "WASHINGTON - Today, the House Committee on Financial Services passed the following measures to the full House for consideration: H.R. 3633, the Digital Asset Market Clarity Act of 2025, passed by a vote of 32-19.",
      "us/119/hr/3633 reported", on: "2025-06-10"),
    LegislationRow(
      "Status: Introduced 05/29/2025. H.R. 3633 - Digital Asset Market Clarity Act of 2025. Sponsor: Rep. Hill, J. French [R-AR-2]. Committees: House - Financial Services; Agriculture. Latest Action: House - 06/23/2025 Placed on the Union Calendar, Calendar No. 138.",
      "us/119/hr/3633 reported", on: "2025-06-30"),
    LegislationRow(
      "S. 954 (Lummis), BITCOIN Act. Read twice and referred to the Committee on Banking, Housing, and Urban Affairs.",
      "us/119/s/954 committee", on: "2025-03-20"),
  ])
  func aCommitteesVoteIsNoPassage(_ row: LegislationRow) { #expect(row.listed == row.bills) }

  @Test(arguments: [
    LegislationRow("Senate fell short of the 60 votes needed for cloture on the GENIUS Act, 48-49.", "us/119/s/1582", on: "2025-05-08"),
    LegislationRow("The Senate invoked cloture on the motion to proceed to the GENIUS Act 66-32.", "us/119/s/1582", on: "2025-05-20"),
    LegislationRow("Senators advanced the GENIUS Act in a 66-32 procedural vote on Monday.", "us/119/s/1582", on: "2025-05-20"),
    LegislationRow(
      "Democrats blocked the GENIUS Act on Thursday, denying it the 60 votes needed to advance.", "us/119/s/1582", on: "2025-05-09"),
    LegislationRow(
      "House leaders pulled the CLARITY Act from the floor on Tuesday after a rule vote failed.", "us/119/hr/3633", on: "2025-07-16"),
    LegislationRow("The House voted down the rule for the CLARITY Act, 196-223.", "us/119/hr/3633", on: "2025-07-16"),
    LegislationRow("The Senate tabled the CLARITY Act indefinitely.", "us/119/hr/3633"),
    LegislationRow("The Senate voted 51-47 to table an amendment to the CLARITY Act.", "us/119/hr/3633"),
    LegislationRow(
      "After a nine-hour standoff, Republican holdouts relented. The House then advanced the rule for H.R. 3633, H.R. 1919 and S. 1582 on a 217-212 vote late Wednesday.",
      "us/119/hr/3633", "us/119/hr/1919", "us/119/s/1582", on: "2025-07-17"),
    LegislationRow("An amendment to the CLARITY Act was adopted by voice vote.", "us/119/hr/3633", on: "2025-06-10"),
    LegislationRow("Coinbase withdrew its support for the CLARITY Act on Wednesday.", "us/119/hr/3633", on: "2026-01-15"),
    LegislationRow("Armstrong rejected the CLARITY Act's yield compromise.", "us/119/hr/3633", on: "2026-01-15"),
    LegislationRow(
      "House Financial Services Committee Ranking Member Maxine Waters blocked a hearing on the CLARITY Act.", "us/119/hr/3633",
      on: "2025-05-06"),
    LegislationRow("The FDIC board approved a proposal to implement the GENIUS Act on Dec. 16.", "us/119/s/1582", on: "2025-12-17"),
    LegislationRow("The FDIC Board of Directors approved the GENIUS Act application framework.", "us/119/s/1582", on: "2025-12-17"),
    LegislationRow("The SEC approved rules under the GENIUS Act.", "us/119/s/1582", on: "2026-05-01"),
  ])
  func aHurdleARuleOrAPartOfTheBillIsNoStep(_ row: LegislationRow) { #expect(row.listed == row.bills) }

  @Test(arguments: [
    LegislationRow("No version of the CLARITY Act has been signed into law.", "us/119/hr/3633"),
    LegislationRow("Assuming the CLARITY Act becomes law, the SEC would have 360 days to write rules.", "us/119/hr/3633"),
    LegislationRow("Once the CLARITY Act is enacted, firms will register with the CFTC.", "us/119/hr/3633"),
    LegislationRow("Were the CLARITY Act to pass the Senate, it would go back to the House.", "us/119/hr/3633"),
    LegislationRow("Sen. Warren said that if the GENIUS Act was signed into law, Trump would profit.", "us/119/s/1582", on: "2025-05-10"),
    LegislationRow("The GENIUS Act would have passed if two more senators had voted for it.", "us/119/s/1582", on: "2025-05-09"),
    LegislationRow("The GENIUS Act has not passed the House.", "us/119/s/1582", on: "2025-07-01"),
    LegislationRow("The GENIUS Act never made it out of committee in that form.", "us/119/s/1582", on: "2025-07-01"),
    LegislationRow("Polymarket gives the CLARITY Act a 62% chance of being signed into law in 2026.", "us/119/hr/3633", on: "2026-03-01"),
    LegislationRow("Bettors see 40% odds that the CLARITY Act is signed into law this year.", "us/119/hr/3633", on: "2026-03-01"),
    LegislationRow("Backers concede the CLARITY Act won't be signed this year.", "us/119/hr/3633", on: "2025-11-20"),
    LegislationRow("The president declined to sign the CLARITY Act.", "us/119/hr/3633", on: "2026-06-20"),
  ])
  func aConditionOrADoubtBeforeTheBillMakesNoStep(_ row: LegislationRow) { #expect(row.listed == row.bills) }

  @Test(arguments: [
    LegislationRow(
      "FIT21 passed the House last Congress, on a 279-136 vote, but died in the Senate; the CLARITY Act builds on it.",
      "us/118/hr/4763 passed-house", "us/119/hr/3633"),
    LegislationRow(
      "Unlike FIT21, which the House passed in May 2024, the CLARITY Act has yet to reach the floor.", "us/118/hr/4763 passed-house",
      "us/119/hr/3633", on: "2025-06-20"),
    LegislationRow(
      "H.R. 1747 passed out of committee in the 118th Congress; it was reintroduced as H.R. 3533 this year. Both concern blockchain developers.",
      "us/118/hr/1747 reported", "us/119/hr/3533 introduced", on: "2025-05-22"),
    LegislationRow(
      "The BITCOIN Act, S. 954, was first introduced as S. 4912 in July 2024.", "us/119/s/954", "us/118/s/4912 introduced", on: "2025-03-22"
    ),
    LegislationRow(
      "The Keep Your Coins Act would bar the Treasury from restricting self-hosted wallets; it was first filed in 2022.",
      "us/named/keep-your-coins-act-2025", on: "2025-04-01"),
  ])
  func aStepOfTheBillBeforeItIsNotItsOwn(_ row: LegislationRow) { #expect(row.listed == row.bills) }

  @Test(arguments: [
    LegislationRow(
      "Both chambers overrode the governor's veto of HB 690, making North Carolina's CBDC ban law.", "us-nc/2023/hb/690 enacted",
      on: "2024-09-15"),
    LegislationRow(
      "The North Carolina General Assembly overrode Gov. Roy Cooper's veto of HB 690, the CBDC bill.", "us-nc/2023/hb/690 enacted",
      on: "2024-09-15"),
    LegislationRow(
      "President Biden pocket-vetoed the Financial Freedom Act of 2023, on crypto in retirement plans.", "us/118/s/427 vetoed",
      on: "2024-12-30"),
    LegislationRow(
      "The House voted 228-184, short of two-thirds, and so failed to override Biden's veto of H.J.Res. 109, on crypto custody.",
      "us/118/hjres/109 vetoed", on: "2024-07-12"),
    LegislationRow(
      "The bill, H.R. 3633, was received in the Senate, read twice and referred to the Committee on Banking.",
      "us/119/hr/3633 passed-house", on: "2025-09-20"),
    LegislationRow(
      "S. 1582 passed the Senate with an amendment by Yea-Nay Vote. 68 - 30. Record Vote Number: 318.", "us/119/s/1582 passed-senate",
      on: "2025-06-18"),
    LegislationRow(
      "Passage of the GENIUS Act by the Senate on June 17 sent Circle shares up 35%.", "us/119/s/1582 passed-senate", on: "2025-06-20"),
    LegislationRow("The House passage of the CLARITY Act was hailed by Coinbase.", "us/119/hr/3633 passed-house"),
    LegislationRow(
      "Following the enactment of the GENIUS Act on July 18, 2025, the OCC issued a proposal.", "us/119/s/1582 enacted", on: "2026-03-01"),
    LegislationRow("The Senate has yet to act on the House-passed CLARITY Act.", "us/119/hr/3633 passed-house", on: "2026-03-01"),
    LegislationRow("The CLARITY Act failed on a 45-55 vote in the Senate.", "us/119/hr/3633 failed", on: "2026-06-01"),
    LegislationRow(
      "South Dakota's House Commerce and Energy Committee deferred HB 1202, a bitcoin bill, to the 41st day, killing it.",
      "us-sd/2025/hb/1202 failed", on: "2025-02-26"),
    LegislationRow(
      "The Senate's 68-30 passage of the GENIUS Act on Tuesday handed the industry a win.", "us/119/s/1582 passed-senate", on: "2025-06-18"),
    LegislationRow(
      "H.J.Res.25 - Providing for congressional disapproval of the IRS rule on digital asset brokers. Became Public Law No: 119-5.",
      "us/119/hjres/25 enacted", on: "2025-04-20"),
    LegislationRow(
      "The Sejm fell 18 votes short of the 263 needed to override the veto of the Crypto-Asset Market Act.",
      "pl/named/crypto-asset-market-act vetoed", on: "2025-12-06"),
    LegislationRow("Hill, Thompson, Steil, Johnson Introduce CLARITY Act", "us/119/hr/3633 introduced", on: "2025-05-29"),
    LegislationRow(
      "Sens. Warren, Marshall, Manchin, Graham Reintroduce Digital Asset Anti-Money Laundering Act", "us/118/s/2669 introduced",
      on: "2023-07-28"),
  ])
  func theCourseIsReadFromEveryTurnOfPhrase(_ row: LegislationRow) { #expect(row.listed == row.bills) }
}
