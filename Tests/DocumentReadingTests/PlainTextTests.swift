import DocumentReading
import RegulatoryModel
import Testing

@Suite struct PlainTextTests {
  private static let prose = "The agency opened a consultation on the custody of client assets. It asks for comments within ninety days."

  @Test(arguments: [
    ("House passes the bill\n\n\(prose)", "House passes the bill", "first line"),
    ("CLIENT ALERT\nJuly 21, 2025\n\nThe GENIUS Act is law\n\n\(prose)", "The GENIUS Act is law", "below a label and a date"),
    ("PRESS RELEASE\n\nHouse passes the bill\n\n\(prose)", "House passes the bill", "below a label"),
    ("Round-up: February 2023\n=======================\n\n\(prose)", "Round-up: February 2023", "underlined"),
    (
      "CRYPTO WRAP - Wednesday, 9 November 2022\n\nBitcoin sinks below $16,000\n\n\(prose)", "Bitcoin sinks below $16,000",
      "below the name of the series"
    ),
    (
      "LEGISLATIVE DIGEST - DIGITAL ASSETS\nWeek ending 28 July 2023\n\nHOUSE\n\n\(prose)", "LEGISLATIVE DIGEST - DIGITAL ASSETS",
      "a label where there is nothing better"
    ),
    (
      "House clears the act for the president and passes two\nmore crypto bills\n\n\(prose)",
      "House clears the act for the president and passes two more crypto bills", "over two lines"
    ),
    (
      "HEARING NOTES\nCommittee: House Financial Services\nTitle: The Collapse of FTX\nWitness: John J. Ray\n\n\(prose)",
      "The Collapse of FTX", "a field"
    ),
    ("EUROPE: LICENCES, WARNINGS, FINES\n\n\(prose)", "EUROPE: LICENCES, WARNINGS, FINES", "shouted, but a title"),
    ("SEC ends its case against Payward Inc.\n\n\(prose)", "SEC ends its case against Payward Inc.", "ends in an abbreviation"),
    ("Press release 12/2025\n\nBaFin warns of a website\n\n\(prose)", "BaFin warns of a website", "below a numbered label"),
    ("Speech\n\nThe future of tokens\n\nCommissioner Jane Smith\nJuly 17, 2025\n\n\(prose)", "The future of tokens", "below what it is"),
    ("Kraken collects its stamps\n\(prose)", "Kraken collects its stamps", "right above the text"),
  ])
  func theTitleIsFound(text: String, title: String, note: String) throws {
    let found = try story(text)
    #expect(found.title == title, Comment(rawValue: note))
    #expect(found.text.hasPrefix(title + "\n\n"))
    #expect(found.bodyStart == title.utf8.count + 2)
    #expect(found.body.contains("opened a consultation"))
  }

  @Test func aTextWithoutATitleIsCalledByItsFirstSentence() throws {
    let text =
      "In a surprising turn for market watchers, Binance has been engaging in extensive lobbying with officials of the Treasury. More follows."
    let found = try story(text)
    #expect(found.title == "In a surprising turn for market watchers, Binance has been engaging in extensive…")
    #expect(found.bodyStart == 0)
    #expect(found.text == text)
  }

  @Test func aLetterIsCalledByWhatItSays() throws {
    let found = try story("July 17, 2025\n\nDear Ms. Smith:\n\nWe support the rule on custody. It is clear.\n\nSincerely,\nAnn Other")
    #expect(found.title == "We support the rule on custody")
    #expect(found.kind == .filing)
    #expect(found.date == day("2025-07-17"))
  }

  @Test func aBillIsCalledByItsNumberAndLongTitle() throws {
    let found = try story(
      """
                                       118th CONGRESS
                                         1st Session

                                        H. R. 4763

       To provide for a system of regulation of digital assets by the Commodity
         Futures Trading Commission.

      _______________________________________________________________________

                          IN THE HOUSE OF REPRESENTATIVES

                                   July 20, 2023

       Mr. Thompson of Pennsylvania introduced the following bill
      """)
    #expect(
      found.title == "H. R. 4763: To provide for a system of regulation of digital assets by the Commodity Futures Trading Commission.")
    #expect(found.kind == .bill)
    #expect(found.date == day("2023-07-20"))
    #expect(!found.text.contains("___"))
    #expect(
      found.body.contains("\n\nTo provide for a system of regulation of digital assets by the Commodity Futures Trading Commission.\n\n"))
  }

  @Test func aCourtPaperIsCalledByItsParties() throws {
    let found = try story(
      """
      UNITED STATES DISTRICT COURT
      SOUTHERN DISTRICT OF NEW YORK

      SECURITIES AND EXCHANGE COMMISSION,
                          Plaintiff,
                v.                              Case No. 1:23-cv-01599
      """.replacing(
        "v.                              Case No. 1:23-cv-01599", with: "v.\nBINANCE HOLDINGS LIMITED,       COMPLAINT\n   Defendant."))
    #expect(found.title == "SECURITIES AND EXCHANGE COMMISSION v. BINANCE HOLDINGS LIMITED")
    #expect(found.kind == .filing)
  }

  @Test func hardWrappedParagraphsAreJoined() throws {
    let found = try story(
      """
      A title

      WASHINGTON, Jan. 24, 2025 — The Securities and Exchange Commission has withdrawn the
      accounting guidance that kept most banks out of crypto custody. Staff Accounting Bulletin
      No. 122, issued on Thursday, rescinds SAB 121 of March 2022 under the know-your-
      customer rules.

      Second paragraph.
      """)
    #expect(
      found.body == """
        WASHINGTON, Jan. 24, 2025 — The Securities and Exchange Commission has withdrawn the accounting guidance that kept most banks out of \
        crypto custody. Staff Accounting Bulletin No. 122, issued on Thursday, rescinds SAB 121 of March 2022 under the know-your-customer rules.

        Second paragraph.
        """)
  }

  @Test(arguments: [
    ("Headline figures\n- Bitcoin dominance 52.6%, up 1.9 points\n- Ether staked: 22.9% of supply; staking yield 3.5%", "a list"),
    ("Asset      Open      Close\nBTC      48,900      46,100\nETH       2,610       2,700", "columns"),
    (
      "10:06 Chairwoman Waters opens. Says that customers lost their savings.\n10:14 Ranking Member McHenry: bad actors are no reason.\n10:21 Ray: a lack of records such as he has never met.",
      "a log"
    ),
    ("From: Desk <desk@example.org>\nTo: list@example.org", "fields"), ("John Smith\n12 Main Street\nSpringfield", "an address"),
    ("1. Who may issue a stablecoin under the act that was signed.\n2. What it must hold.", "a numbered list"),
  ])
  func linesThatAreMeantStay(block: String, note: String) throws {
    #expect(
      try story("A title of the story\n\nSome text before it.\n\n\(block)\n\nSome text after it.").body.contains(block),
      Comment(rawValue: note))
  }

  @Test func anItemGoesOnUnderItsHangingIndent() throws {
    let found = try story(
      "A title\n\nThe points:\n\n- The first point is long enough to be wrapped by the person who wrote\n  it in an editor.\n- The second.")
    #expect(found.body.contains("- The first point is long enough to be wrapped by the person who wrote it in an editor.\n- The second."))
  }

  @Test func longLinesAreParagraphs() throws {
    let line = String(repeating: "The agency said that it would change its approach to custody. ", count: 5)
    #expect(try story("\(line)\n\(line)").text == line.dropLast() + "\n\n" + line.dropLast())
  }

  @Test func headerFieldsGiveTheFacts() throws {
    let found = try story(
      """
      From: Regulation desk <desk@example.org>
      To: list@example.org
      Date: Fri, 17 Jan 2025 16:05:00 +0000
      Subject: Four penalties in ten days

      Four penalties in ten days

      This bulletin goes out every Friday.
      """)
    #expect(found.title == "Four penalties in ten days")
    #expect(found.source == "Regulation desk")
    #expect(found.date == day("2025-01-17"))
    #expect(found.kind == .email)
    #expect(found.text.components(of: "Four penalties in ten days") == 1)
  }

  @Test func aNewsAgencyInTheDatelineIsTheSource() throws {
    #expect(try story("A title\n\nLONDON, July 17, 2025 (Reuters) - Markets closed higher.").source == "Reuters")
  }

  @Test func theFederalRegisterInPlainTextHasItsTitleAboveTheAgency() throws {
    let found = try story(
      """
      [Federal Register Volume 88, Number 203 (Monday, October 23, 2023)]
      [Proposed Rules]
      [Pages 72701-72723]

      DEPARTMENT OF THE TREASURY

      31 CFR Part 1010

      RIN 1506-AB64


      Proposal of Special Measure Regarding Convertible Virtual Currency
      Mixing

      AGENCY: Financial Crimes Enforcement Network (FinCEN), Treasury.

      ACTION: Notice of proposed rulemaking.

      SUMMARY: FinCEN is issuing a notice.
      """)
    #expect(found.title == "Proposal of Special Measure Regarding Convertible Virtual Currency Mixing")
    #expect(found.date == day("2023-10-23"))
    #expect(found.kind == .proposedRule)
    #expect(found.source == "Federal Register")
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
