import RegulatoryModel
import Testing

@testable import DocumentReading

@Suite struct FederalRegisterTests {
  private static let rule = """
    <?xml version="1.0" encoding="UTF-8"?>
    <RULE>
          <PREAMB>
            <PRTPAGE P="501"/>
            <AGENCY TYPE="F">SECURITIES AND EXCHANGE COMMISSION</AGENCY>
            <CFR>17 CFR Part 240</CFR>
            <DEPDOC>[Release No. 34-1; File No. S7-01-26]</DEPDOC>
            <RIN>RIN 3235-AA00</RIN>
            <SUBJECT>Custody of Ledgers</SUBJECT>
            <AGY><HD SOURCE="HED">AGENCY:</HD><P>Securities and Exchange Commission.</P></AGY>
            <ACT><HD SOURCE="HED">ACTION:</HD><P>Final rule.</P></ACT>
            <EFFDATE>
              <HD SOURCE="HED">DATES:</HD>

              <P><E T="03">Effective date:</E> May 6, 2026.</P>
              <P>Compliance is required by June 7, 2027.</P>
            </EFFDATE>
          </PREAMB>
          <SUPLINF>
            <HD SOURCE="HED">SUPPLEMENTARY INFORMATION:</HD>
            <HD SOURCE="HD1">I. Background</HD>
            <P>Ledgers are kept.<SU>1</SU>
              <FTREF/> They are m<SU>2</SU> in size and go <PRTPAGE P="502"/>on.</P>
            <FTNT>
              <P><SU>1</SU> <E T="03">See</E> a book.</P>
            </FTNT>
            <GPOTABLE><TTITLE>Sums</TTITLE><BOXHD><CHED H="1">Year</CHED><CHED H="1">Sum</CHED></BOXHD>
              <ROW><ENT I="01">2026</ENT><ENT>$5</ENT></ROW><ROW><ENT>2027</ENT><ENT>$6</ENT></ROW></GPOTABLE>
            <REGTEXT PART="240" TITLE="17"><AMDPAR>1. Section 240.1 is added:</AMDPAR><SECTION><SECTNO>§ 240.1 </SECTNO>
              <SUBJECT>Ledgers.</SUBJECT><P>(a) Keep them.</P><STARS/></SECTION></REGTEXT>
            <SIG><DATED>Dated: March 3, 2026.</DATED><NAME>Jane Doe,</NAME><TITLE>Secretary.</TITLE></SIG>
          </SUPLINF>
          <FRDOC>[FR Doc. 2026-00123 Filed 3-4-26; 8:45 am]</FRDOC>
          <BILCOD>BILLING CODE 8011-01-P</BILCOD>
    </RULE>
    """

  @Test func aRuleIsReadableText() throws {
    let story = try story(Self.rule, as: "2026-00123-RULE.xml")
    #expect(story.title == "Custody of Ledgers" && story.kind == .rule && story.source == "Federal Register")
    #expect(story.date == day("2026-03-04") && story.dateOrigin == .header)
    #expect(story.identity == "federal-register:2026-00123:2026-03-04" && story.url == "https://www.federalregister.gov/d/2026-00123")
    #expect(
      story.body == """
        Rule, Federal Register, 91 FR 501, document 2026-00123, filed March 4, 2026.

        SECURITIES AND EXCHANGE COMMISSION
        17 CFR Part 240
        [Release No. 34-1; File No. S7-01-26]
        RIN 3235-AA00

        AGENCY: Securities and Exchange Commission.

        ACTION: Final rule.

        DATES: Effective date: May 6, 2026.

        Compliance is required by June 7, 2027.

        SUPPLEMENTARY INFORMATION:

        I. Background

        Ledgers are kept.[1] They are m2 in size and go [Page 502] on.

        [1] See a book.

        Sums

        Year | Sum
        2026 | $5
        2027 | $6

        1. Section 240.1 is added:

        § 240.1 Ledgers.

        (a) Keep them.

        * * * * *

        Dated: March 3, 2026.
        Jane Doe,
        Secretary.
        """)
  }

  @Test(arguments: [("RULE", DocumentKind.rule), ("PRORULE", .proposedRule), ("NOTICE", .notice)])
  func theElementIsTheKind(element: String, expected: DocumentKind) throws {
    let story = try story("<\(element)><PREAMB><SUBJECT>Ledgers</SUBJECT></PREAMB><P>Text.</P></\(element)>", as: "a.xml")
    #expect(story.kind == expected)
  }

  @Test func anOrderOfThePresidentIsNamedByNumberAndHeading() throws {
    let story = try story(
      """
      <PRESDOCU><EXECORD><PRTPAGE P="8647"/><EXECORDR>Executive Order 14178 of January 23, 2025</EXECORDR>
      <HD SOURCE="HED">Strengthening Ledgers</HD><FP>By the authority vested in me, it is ordered:</FP><DATE>January 23, 2025.</DATE>
      <FRDOC>[FR Doc. 2025-02123 Filed 1-30-25; 11:15 am]</FRDOC></EXECORD></PRESDOCU>
      """, as: "a.xml")
    #expect(story.title == "Executive Order 14178 of January 23, 2025: Strengthening Ledgers")
    #expect(story.text.contains("Presidential Document, Federal Register, 90 FR 8647, document 2025-02123, filed January 30, 2025."))
    #expect(story.text.contains("By the authority vested in me"))
  }

  @Test func anIssueHasAStoryForEachDocument() throws {
    let text = """
      <FEDREG><VOL>91</VOL><NO>44</NO><DATE>Friday, March 6, 2026</DATE><CNTNTS><AGCY><HD>Not this</HD></AGCY></CNTNTS>
      <RULES><RULE><PREAMB><SUBJECT>First</SUBJECT></PREAMB><P>One.</P><FRDOC>[FR Doc. 2026-1 Filed 3-5-26; 8:45 am]</FRDOC></RULE></RULES>
      <PRORULES><PRORULE><PREAMB><SUBJECT>Second</SUBJECT></PREAMB><P>Two.</P></PRORULE></PRORULES>
      <NOTICES><NOTICE/><NOTICE><PREAMB><SUBJECT>Third</SUBJECT></PREAMB><P>Three.</P></NOTICE></NOTICES></FEDREG>
      """
    let reading = try readBytes(Array(text.utf8), as: "FR-2026-03-06.xml")
    #expect(reading.stories.map(\.title) == ["First", "Second", "Third"] && reading.stories.map(\.index) == [0, 1, 2])
    #expect(reading.stories.map(\.kind) == [.rule, .proposedRule, .notice])
    #expect(reading.stories.allSatisfy { $0.date == day("2026-03-06") && $0.dateOrigin == .metadata })
    #expect(reading.stories[0].identity == "federal-register:2026-1:2026-03-06")
    #expect(reading.notes == ["1 document without title or text was left out"])
  }

  @Test(arguments: [
    ("[FR Doc. 2016-08449 Filed 4-14-16; 8:45 am]", "2016-08449", "2016-04-14"),
    ("[FR Doc. E8–1234 Filed 1–2–08; 8:45 am]", "E8-1234", "2008-01-02"),
    ("[FR Doc. 99-8 Filed 12-31-99; 4:15 pm]", "99-8", "1999-12-31"),
  ])
  func theLastLineGivesNumberAndDay(line: String, number: String, date: String) throws {
    let filing = try #require(FilingLine(line))
    #expect(filing.number == number && filing.day == day(date))
  }

  @Test(arguments: ["", "[FR Doc.", "[FR Doc. 1 Filed 13-14-16]", "BILLING CODE"])
  func anotherLineGivesNothing(line: String) { #expect(FilingLine(line) == nil) }

  // MARK: What the API answers

  @Test func aDocumentOfTheAPITellsItsDays() throws {
    let story = try story(
      #"""
      {"title":"Ledgers &amp; Books","type":"Proposed Rule","abstract":"A rule is proposed.","action":"Notice of proposed rulemaking.",
       "agencies":[{"name":"Treasury Department"},{"name":"Financial Crimes Enforcement Network"}],"citation":"91 FR 18934",
       "comments_close_on":"2026-06-04","effective_on":null,"dates":"Comments must be submitted on or before June 4, 2026.",
       "docket_ids":["FINCEN-2026-0001"],"regulation_id_numbers":["1506-AA00"],"cfr_references":[{"title":31,"part":"1010","chapter":null}],
       "document_number":"2026-07837","html_url":"https://www.federalregister.gov/documents/2026/05/05/2026-07837/ledgers",
       "publication_date":"2026-05-05","topics":["Currency"]}
      """#, as: "doc.json")
    #expect(story.title == "Ledgers & Books" && story.kind == .proposedRule && story.date == day("2026-05-05"))
    #expect(story.identity == "federal-register:2026-07837:2026-05-05")
    #expect(
      story.body == """
        Proposed Rule, Federal Register, 91 FR 18934, document 2026-07837, published May 5, 2026.

        AGENCY: Treasury Department; Financial Crimes Enforcement Network.

        ACTION: Notice of proposed rulemaking.

        SUMMARY: A rule is proposed.

        DATES: Comments must be submitted on or before June 4, 2026.

        Comments close: June 4, 2026.

        Docket: FINCEN-2026-0001.

        RIN: 1506-AA00.

        CFR: 31 CFR Part 1010.

        Topics: Currency.
        """)
  }

  @Test func aSearchResultHasAStoryForEachDocument() throws {
    let text = #"""
      {"count":2,"results":[
      {"title":"One","type":"Rule","document_number":"2026-1","publication_date":"2026-01-02","abstract":null,"excerpts":"the <span class=\"match\">ledger</span> rule"},
      {"title":"Two","type":"Notice","document_number":"2026-2","publication_date":"2026-01-03","html_url":"https://www.federalregister.gov/documents/2026/01/03/2026-2/two"}]}
      """#
    let reading = try readBytes(Array(text.utf8), as: "a.json")
    #expect(reading.stories.map(\.title) == ["One", "Two"] && reading.stories.map(\.kind) == [.rule, .notice])
    #expect(reading.stories[0].text.hasSuffix("Excerpt: … the ledger rule."))
    #expect(try readBytes(Array(text.utf8), as: "a.txt").format == .json || !text.contains("federalregister.gov"), "known by its keys")
  }

  @Test func aListOfAddressesIsReadToo() throws {
    let reading = try readBytes(
      Array(
        #"{"filings":[{"title":"Self-Regulatory Organizations; X","url":"https://www.federalregister.gov/documents/2026/01/16/2026-00777/x","date":"2026-01-16"}]}"#
          .utf8), as: "a.json")
    #expect(reading.stories.first?.identity == "federal-register:2026-00777:2026-01-16" && reading.stories.first?.kind == .notice)
  }

  @Test func otherJSONIsNotKnown() {
    for text in ["{}", "[]", "[{\"title\":\"x\"}]"] {
      #expect(throws: ReadingError.notKnown("JSON without stories")) { try readBytes(Array(text.utf8), as: "a.json") }
    }
    #expect(throws: ReadingError.notKnown("JSON without stories: its keys are “a”")) {
      try readBytes(Array("{\"a\":[1,2]}".utf8), as: "a.json")
    }
    #expect(throws: ReadingError.damaged("there is no JSON object or list at its beginning")) {
      try readBytes(Array("hello".utf8), as: "a.json")
    }
  }

  @Test func deepAndLargeJSONEndsInASentence() {
    let texts = ["[", "{\"a\":"].map { String(repeating: $0, count: 100_000) } + ["[" + String(repeating: "0,", count: 3_100_000) + "0]"]
    for text in texts {
      #expect { try readBytes(Array(text.utf8), as: "a.json") } throws: { error in
        if case .notKnown? = error as? ReadingError { true } else { false }
      }
    }
  }

  @Test func aJSONFileCutOffIsReadAsFarAsItGoes() throws {
    let reading = try readBytes(
      Array(#"{"results":[{"title":"One","document_number":"1","publication_date":"2026-01-02"},{"title":"Tw"#.utf8), as: "a.json")
    #expect(reading.stories.map(\.title) == ["One"])
    #expect(reading.notes == ["the file ends in the middle: read as far as it goes"])
  }
}
