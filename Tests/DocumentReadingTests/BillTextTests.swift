import RegulatoryModel
import Testing

@testable import DocumentReading

@Suite struct BillTextTests {
  @Test func aBillInUSLMIsReadableText() throws {
    let text = """
      <bill xmlns="http://schemas.gpo.gov/xml/uslm" xmlns:dc="http://purl.org/dc/elements/1.1/"><meta>
      <dc:title>119 HR 9001 RH: To provide for honest ledgers.</dc:title><dc:type>House Bill</dc:type><docNumber>9001</docNumber>
      <docStage>Reported in House</docStage><congress>119</congress></meta>
      <preface><congress value="119">119th CONGRESS</congress><dc:type>H. R. </dc:type><docNumber>9001</docNumber>
      <action><date date="2026-01-14"><inline>January </inline>14, 2026</date><actionDescription><sponsor bioGuideId="X000001">Ms.
      <inline>Doe</inline> of Ohio</sponsor> (for herself and <cosponsor>Mr. Roe</cosponsor>) introduced the following bill; which was
      referred to the <committee>Committee on Financial Services</committee></actionDescription></action>
      <action><date date="2026-02-20">February 20, 2026</date><actionDescription>Reported with an amendment</actionDescription></action></preface>
      <main><longTitle><docTitle>A BILL</docTitle><officialTitle>To provide for honest ledgers.</officialTitle></longTitle>
      <enactingFormula>Be it enacted</enactingFormula>
      <section><num>SECTION 1. </num><heading>SHORT TITLE.</heading><content>This Act may be cited as the “<shortTitle
      role="act">Ledger Honesty Act</shortTitle>”.</content></section>
      <section><num>SEC. 2. </num><heading>DUTIES.</heading><subsection><num>(a) </num><heading>In General.—</heading><chapeau>An exchange
      shall—</chapeau><paragraph><num>(1)</num><content>keep <i>books</i>; and</content></paragraph><paragraph><num>(2)</num>
      <content>show them.</content></paragraph></subsection></section>
      <table><tr><th>Year</th><th>Sum</th></tr><tr><td>2026</td><td>$5</td></tr></table></main></bill>
      """
    let story = try story(text, as: "a.xml")
    #expect(story.title == "H.R. 9001 (119th), Reported in House: Ledger Honesty Act")
    #expect(story.kind == .bill && story.date == day("2026-02-20"))
    #expect(
      story.body == """
        Official text: Reported in House, February 20, 2026.
        Sponsor: Doe of Ohio.
        Cosponsors: Mr. Roe.
        Committees: Committee on Financial Services.
        January 14, 2026: Ms. Doe of Ohio (for herself and Mr. Roe) introduced the following bill; which was referred to the Committee on \
        Financial Services.
        February 20, 2026: Reported with an amendment.
        Official title: To provide for honest ledgers.

        Be it enacted

        SECTION 1. SHORT TITLE.

        This Act may be cited as the “Ledger Honesty Act”.

        SEC. 2. DUTIES.

        (a) In General.—An exchange shall—
        (1) keep books; and
        (2) show them.

        Year | Sum
        2026 | $5
        """)
    let bill = try #require(story.officialBill)
    #expect(
      bill.steps.map { "\($0.stage.rawValue) \($0.date?.description ?? "-")" } == [
        "introduced 2026-01-14", "committee 2026-01-14", "reported 2026-02-20",
      ])
    #expect(story.slice(bill.steps[2].span) == "February 20, 2026: Reported with an amendment.")
  }

  @Test func theOlderFormIsRead() throws {
    let text = """
      <!DOCTYPE bill PUBLIC "-//US Congress//DTDs/bill.dtd//EN" "bill.dtd">
      <bill bill-stage="Introduced-in-House" bill-type="olc"><metadata><dublinCore><dc:title>119 HR 9001 IH: Ledger Honesty Act</dc:title>
      <dc:date>2026-01-14</dc:date></dublinCore></metadata><form><congress>119th CONGRESS</congress><legis-num>H. R. 9001</legis-num>
      <action><action-date date="20260114">January 14, 2026</action-date><action-desc><sponsor name-id="X000001">Ms. Doe</sponsor> introduced
      the following bill; which was referred to the <committee-name>Committee on Financial Services</committee-name></action-desc></action>
      <legis-type>A BILL</legis-type><official-title>To provide for honest ledgers.</official-title></form>
      <legis-body><section section-type="section-one"><enum>1.</enum><header>Short title</header><text>This Act may be cited as the
      <quote><short-title>Ledger Honesty Act</short-title></quote>.</text></section><section><enum>2.</enum><header>Duties</header>
      <subsection><enum>(a)</enum><header>In general</header><text>Keep books.</text></subsection></section></legis-body></bill>
      """
    let story = try story(text, as: "a.xml")
    #expect(story.title == "H.R. 9001 (119th), Introduced in House: Ledger Honesty Act")
    #expect(
      story.text.hasSuffix(
        "SECTION 1. Short title\n\nThis Act may be cited as the “Ledger Honesty Act”.\n\nSEC. 2. Duties\n\n(a) In general.—Keep books."))
    #expect(story.officialBill?.steps.map(\.stage) == [.introduced, .committee])
    #expect(story.date == day("2026-01-14"))
  }

  @Test func anEnrolledResolutionHasItsTitleFromItsPropertiesAlone() throws {
    let text = """
      <resolution xmlns="http://schemas.gpo.gov/xml/uslm" xmlns:dc="http://purl.org/dc/elements/1.1/"><meta>
      <dc:title>119 SCONRES 14 ENR: Authorizing the use of a hall.</dc:title><dc:type>Senate Concurrent Resolution</dc:type>
      <docNumber>14</docNumber><congress>119</congress></meta><preface><dc:type>S. Con. Res. </dc:type><docNumber>14</docNumber></preface>
      <main><section><num>1. </num><heading>HALL.</heading><content>The hall may be used.</content></section></main></resolution>
      """
    #expect(try story(text, as: "a.xml").title == "S.Con.Res. 14 (119th), Enrolled Bill: Authorizing the use of a hall.")
  }

  @Test(arguments: [
    ("ih", "hr", [BillStage.introduced]), ("is", "s", [.introduced]), ("rh", "hr", [.introduced, .reported]), ("rs", "hr", [.reported]),
    ("eh", "hr", [.passedHouse]), ("es", "s", [.passedSenate]), ("rfs", "hr", [.passedHouse, .committee]), ("rds", "hr", [.passedHouse]),
    ("rfh", "s", [.passedSenate, .committee]), ("rdh", "s", [.passedSenate]), ("pcs", "hr", [.passedHouse]), ("pcs", "s", [.introduced]),
    ("cps", "s", [.passedSenate]), ("ats", "sres", [.passedSenate]), ("ath", "hres", [.passedHouse]),
    ("enr", "hr", [.passedHouse, .passedSenate]), ("enr", "sconres", [.passedHouse, .passedSenate]), ("lth", "hres", [.failed]),
    ("Engrossed-in-Senate", "s", [.passedSenate]), ("Placed on Calendar Senate", "hjres", [.passedHouse]), ("eah", "s", [.passedHouse]),
  ])
  func aVersionProvesItsSteps(version: String, kind: String, expected: [BillStage]) throws {
    let version = try #require(BillVersion(version))
    #expect(version.stages(of: try #require(MeasureKind(kind))) == expected)
  }

  @Test func anActIsNoVersionOfABill() { #expect(BillVersion("xyz") == nil) }

  @Test func whatACommitteeStrikesOutSaysSo() throws {
    let text = """
      <resolution><meta><dc:title>119 SRES 5 RS: x</dc:title><dc:type>Senate Resolution</dc:type><docNumber>5</docNumber><congress>119</congress>
      </meta><main><component changed="deleted"><section><num>1.</num><heading>OLD.</heading></section></component><component changed="added">
      <section><num>1.</num><heading>NEW.</heading></section></component></main></resolution>
      """
    let story = try story(text, as: "a.xml")
    #expect(
      story.text.contains(
        "[Struck out by the committee:]\n\n1. OLD.\n\n[End of what is struck out.]\n\n[Put in by the committee:]\n\n1. NEW."))
    #expect(story.officialBill?.id == "us/119/sres/5")
  }

  @Test func aLawIsNamedByItsTitle() throws {
    let story = try story(
      "<statuteCompilation><meta><dc:title>Books Act of 1999</dc:title><approvedDate>1999-05-04</approvedDate></meta><main><section><num>1."
        + "</num><content>Keep books.</content></section></main></statuteCompilation>", as: "a.xml")
    #expect(story.title == "Books Act of 1999" && story.officialBill == nil && story.kind == .other)
  }
}
