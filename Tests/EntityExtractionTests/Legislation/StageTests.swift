import EntityExtraction
import RegulatoryModel
import Testing

struct StageTests {
  @Test(arguments: [
    // Introduced, announced, in committee
    LegislationRow("Sen. Cynthia Lummis introduced the BITCOIN Act (S. 954) on March 11, 2025.", "us/119/s/954 introduced"),
    LegislationRow("Lawmakers plan to introduce the CLARITY Act next week.", "us/119/hr/3633 announced"),
    LegislationRow("Rep. French Hill unveiled a draft of the CLARITY Act.", "us/119/hr/3633 announced"),
    LegislationRow("S. 954, the BITCOIN Act, was referred to the Banking Committee in March.", "us/119/s/954 committee"),
    LegislationRow("The BITCOIN Act, S. 954, has had a hearing in the Senate Banking Committee.", "us/119/s/954 committee"),
    LegislationRow("S. 4356, a crypto bill, which went to the Finance Committee in June.", "us/117/s/4356 committee", on: "2022-08-03"),
    // Reported
    LegislationRow("The Senate Banking Committee voted 18-6 to advance the GENIUS Act.", "us/119/s/1582 reported"),
    LegislationRow("H.R. 3633, the CLARITY Act, passed the House Financial Services Committee 32-19.", "us/119/hr/3633 reported"),
    LegislationRow("H.R. 3633, the CLARITY Act. Ordered reported on 10 June.", "us/119/hr/3633 reported"),
    LegislationRow("The CLARITY Act was advanced out of committee.", "us/119/hr/3633 reported"),
    LegislationRow("The committee marked up and approved the CLARITY Act.", "us/119/hr/3633 reported"),
    // Passed
    LegislationRow("The CLARITY Act passed the House 294-134 on July 17.", "us/119/hr/3633 passed-house"),
    LegislationRow("The House cleared the CLARITY Act, H.R. 3633.", "us/119/hr/3633 passed-house"),
    LegislationRow("The Senate voted 68-30 on Tuesday to pass the GENIUS Act.", "us/119/s/1582 passed-senate"),
    LegislationRow("Democrats helped pass the CLARITY Act in the House.", "us/119/hr/3633 passed-house"),
    LegislationRow("The GENIUS Act, which the Senate passed on 17 June, asks for reserves.", "us/119/s/1582 passed-senate"),
    LegislationRow("The CLARITY Act was approved 294 to 134.", "us/119/hr/3633 passed-house"),
    LegislationRow("H.J.Res. 25 on crypto brokers. House 292-132 on 11 March.", "us/119/hjres/25 passed-house"),
    LegislationRow(
      "House lawmakers passed two crypto bills: the CLARITY Act and the Anti-CBDC Surveillance State Act.", "us/119/hr/3633 passed-house",
      "us/119/hr/1919 passed-house"),
    LegislationRow(
      "The House-passed CLARITY Act goes further than the recently enacted GENIUS Act.", "us/119/hr/3633 passed-house",
      "us/119/s/1582 enacted"),
    LegislationRow("Passed, narrowly. H.R. 1919, the Anti-CBDC Surveillance State Act.", "us/119/hr/1919 passed-house"),
    LegislationRow(
      "The House on Thursday passed a crypto bill. The CLARITY Act, H.R. 3633, splits oversight.", "us/119/hr/3633 passed-house"),
    LegislationRow("Hong Kong's Legislative Council passed the Stablecoins Bill.", "hk/named/stablecoins-ordinance passed-chamber"),
    LegislationRow(
      "The European Parliament approved the Markets in Crypto-Assets Regulation with 517 votes for, together with the recast Transfer of Funds Regulation.",
      "eu/reg/2023/1114 passed-chamber", "eu/reg/2023/1113 passed-chamber"),
    // To the president, and ends
    LegislationRow("Lawmakers sent the GENIUS Act, on stablecoins, to the President's desk.", "us/119/s/1582 to-president"),
    LegislationRow("President Trump signed the GENIUS Act into law on Friday.", "us/119/s/1582 enacted"),
    LegislationRow("The GENIUS Act, signed in July, asks for reserves.", "us/119/s/1582 enacted"),
    LegislationRow("The GENIUS Act became law.", "us/119/s/1582 enacted"),
    LegislationRow("Signed. S.1582, the GENIUS Act, by Sen. Bill Hagerty.", "us/119/s/1582 enacted"),
    LegislationRow("Became law\n\nH.J.Res. 25 (Rep. Mike Carey). Ends the crypto broker rule.", "us/119/hjres/25 enacted"),
    LegislationRow("MiCA has applied in full since 30 December 2024.", "eu/reg/2023/1114 enacted"),
    LegislationRow(
      "The Virtual Asset User Protection Act of Korea has been in force since 19 July 2024.",
      "kr/named/virtual-asset-user-protection-act enacted"),
    LegislationRow("Governor Greg Abbott of Texas has signed SB 21, on bitcoin.", "us-tx/89/sb/21 enacted"),
    LegislationRow("In Arizona, Governor Katie Hobbs vetoed SB 1025, on bitcoin.", "us-az/2025/sb/1025 vetoed"),
    LegislationRow(
      "The President vetoed H.J. Res. 109, on crypto custody. The House failed to override the veto.", "us/118/hjres/109 vetoed",
      on: "2024-07-15"),
    LegislationRow("Florida withdrew two bitcoin bills, HB 487 and SB 550.", "us-fl/2025/hb/487 withdrawn", "us-fl/2025/sb/550 withdrawn"),
    LegislationRow(
      "The House voted 279 to 136 on Wednesday for a crypto bill. The measure, FIT21, waits.", "us/118/hr/4763 passed-house",
      on: "2024-05-23"),
    LegislationRow(
      "FIT21 came from Glenn Thompson and Patrick McHenry and was reported by two committees.", "us/118/hr/4763 reported", on: "2024-05-23"),
    LegislationRow("The stablecoin bill cleared the House. The GENIUS Act now goes to the president's desk.", "us/119/s/1582 to-president"),
    LegislationRow(
      "Poland's Crypto-Asset Market Act goes to the president, who has hinted at a veto.", "pl/named/crypto-asset-market-act to-president"),
    LegislationRow("Bill C-249 on crypto was defeated at second reading in Canada.", "ca/44/c/249 failed"),
    LegislationRow(
      "The Financial Services and Markets Bill, on crypto, is before the House of Lords, having passed the Commons.",
      "uk/named/fsma-2023 passed-chamber", on: "2023-03-01"),
    LegislationRow(
      "MASSACHUSETTS. Sen. Durant filed S. 1967 on bitcoin.\n\nOHIO. HB 116 on bitcoin cleared the House.", "us-ma/2025/s/1967 introduced",
      "us-oh/136/hb/116 passed-house"),
    LegislationRow(
      "H.R. 4763 | FIT21 | Thompson (R-PA) | Passed House 22 May 2024\nS. 2669 | a crypto bill | Warren (D-MA) | Referred to Banking",
      "us/118/hr/4763 passed-house", "us/118/s/2669 committee", on: "2024-12-20"),
    LegislationRow(
      "1. S. 2669 (Warren), on crypto. 19 cosponsors. In committee.\n2. H.R. 4763, FIT21. Awaiting floor time.", "us/118/s/2669 committee",
      "us/118/hr/4763", on: "2024-03-08"),
    LegislationRow("North Dakota's HB 1184, on bitcoin, was defeated in the House.", "us-nd/2025/hb/1184 failed"),
  ])
  func theStageIsWhatTheTextTells(_ row: LegislationRow) { #expect(row.listed == row.bills) }

  @Test(arguments: [
    "The CLARITY Act would pass the House, said its sponsor.",
    "Lawmakers hope to pass the CLARITY Act before August.",
    "The House is expected to pass the CLARITY Act on Thursday.",
    "The Senate failed to pass the CLARITY Act.",
    "If passed, the CLARITY Act would split oversight.",
    "Trump urged the House to pass the CLARITY Act.",
    "The House passed over the CLARITY Act.",
    "The Senate may vote on the CLARITY Act as early as Thursday.",
    "The CLARITY Act has yet to pass either chamber.",
    "The CLARITY Act cleared a key procedural hurdle in the House on a 215-211 vote.",
    "The White House threatened to veto the CLARITY Act.",
    "The President is expected to sign the CLARITY Act.",
    "Rep. Hill signed on to the CLARITY Act.",
    "The President signed an executive order on crypto; the CLARITY Act waits.",
    "The Senate rejected an amendment to the CLARITY Act.",
    "Will the House pass the CLARITY Act? Has it passed the CLARITY Act?",
    "The House passed a rule for debate on the CLARITY Act.",
    "According to President Trump, the CLARITY Act is good.",
    "Senators voted 48-49 against taking up the CLARITY Act.",
    "Critics of the proposed CLARITY Act met in Washington.",
  ])
  func whatHasNotHappenedIsNoStage(_ text: String) {
    #expect(FindingsOfText.bills(text).map(\.id) == ["us/119/hr/3633"])
    #expect(FindingsOfText.bills(text).first?.stage == nil)
  }

  @Test func aLaterSentenceSpeaksOfTheSameBill() {
    let text = """
      On July 18, 2025 the President signed S. 1582, the GENIUS Act. The Senate passed it on June 17 by 68 to 30 and the House on July 17 by 308 to 122.
      """
    let claims = FindingsOfText.bills(text, "2025-07-21").first?.claims ?? []
    let told = claims.map { claim in "\(claim.stage.rawValue) \(claim.date?.description ?? "-")" }
    #expect(told == ["enacted 2025-07-18", "passed-senate 2025-06-17", "passed-house 2025-07-17"])
  }

  @Test(arguments: [
    ("The CLARITY Act passed the House on Thursday.", "2025-07-17"), ("The CLARITY Act passed the House yesterday.", "2025-07-19"),
    ("On July 17 the House passed the CLARITY Act.", "2025-07-17"), ("The CLARITY Act passed the House last week.", nil),
    ("The CLARITY Act passed the House in July.", nil), ("The CLARITY Act passed the House on 17 July 2025.", "2025-07-17"),
  ])
  func theDayIsWorkedOutFromTheStorys(_ text: String, _ day: String?) {
    #expect(FindingsOfText.bills(text, "2025-07-20").first?.stageDate?.description == day)
  }

  @Test func aDayWithoutAYearFallsInTheBillsOwnCongress() {
    let found = FindingsOfText.bills("FIT21 passed the House on May 22 by 279 to 136.", "2025-07-20")
    #expect(found.first?.stageDate?.description == "2024-05-22")
  }

  @Test func theSeedStoryHasOneUnnamedBill() {
    let text = """
      The company faces an uphill battle in Washington. Senator Elizabeth Warren recently introduced legislation that would further strengthen \
      anti-money laundering provisions specifically for digital asset providers.
      """
    let found = FindingsOfText.bills(text, "2025-11-20")
    #expect(found.map(\.sponsor) == ["Elizabeth Warren"])
    #expect(found.first?.number == nil)
    #expect(found.first?.stage == .introduced)
  }

  @Test(arguments: [
    "The GENIUS Act (S. 1582) was signed. It asks for reserves. Sen. Warren introduced a crypto bill.",
    "“H.R. 3633” — the CLARITY Act… passed the House, 294–134; naïve café owners cheered.",
  ])
  func everySpanLiesInTheTextAndEveryRuleHasASentence(_ text: String) {
    for bill in FindingsOfText.bills(text) {
      for mention in bill.mentions {
        #expect(mention.span.upperBound <= text.utf8.count)
        #expect(!FindingsOfText.words(text, mention.span).isEmpty)
        #expect(ExtractionRule.sentence(for: mention.rule) != mention.rule.rawValue)
      }
      for claim in bill.claims {
        #expect(claim.span.upperBound <= text.utf8.count)
        #expect(ExtractionRule.sentence(for: claim.rule) != claim.rule.rawValue)
      }
    }
  }
}
