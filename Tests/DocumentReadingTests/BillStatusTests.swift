import RegulatoryModel
import Testing

@testable import DocumentReading

@Suite struct BillStatusTests {
  /// A bill of our own making; sections may be left out or put in.
  static func status(actions: String = "", head: String = "", rest: String = "") -> String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <billStatus><version>3.0.0</version><bill>
    <number>9001</number><type>HR</type><congress>119</congress><introducedDate>2026-01-14</introducedDate>\(head)
    <actions>\(actions)</actions>
    <sponsors><item><bioguideId>X000001</bioguideId><fullName>Rep. Doe, Jane Q., Jr. [D-OH-3]</fullName></item></sponsors>
    <cosponsors>
    <item><fullName>Rep. Roe, Richard [R-TX-1]</fullName><isOriginalCosponsor>True</isOriginalCosponsor></item>
    <item><fullName>Rep. Poe, Ann [D-VT-At Large]</fullName><sponsorshipDate>2026-02-01</sponsorshipDate>
    <isOriginalCosponsor>False</isOriginalCosponsor></item></cosponsors>
    <policyArea><name>Finance and Financial Sector</name></policyArea>
    <subjects><legislativeSubjects><item><name>Currency</name></item><item><name>Securities</name></item></legislativeSubjects></subjects>
    <title>Ledger Honesty Act</title>
    <titles><item><titleType>Display Title</titleType><title>Ledger Honesty Act</title></item>
    <item><titleType>Short Titles as Introduced</titleType><title>LEDGER Act</title></item>
    <item><titleType>Short Titles as Introduced for portions of this bill</titleType><title>Wallet Studies Act</title></item>
    <item><titleType>Official Title as Introduced</titleType><title>To provide for honest ledgers.</title></item></titles>
    \(rest)
    <legislationUrl>https://www.congress.gov/bill/119th-congress/house-bill/9001</legislationUrl>
    </bill></billStatus>
    """
  }

  static func action(_ date: String, _ text: String, code: String? = nil) -> String {
    "<item><actionDate>\(date)</actionDate><text>\(text)</text>\(code.map { "<actionCode>\($0)</actionCode>" } ?? "")</item>"
  }

  private static let actions =
    action("2026-03-05", "Received in the Senate and Read twice and referred to the Committee on Finance.")
    + action("2026-03-04", "On passage Passed by recorded vote: 300 - 100 (Roll no. 7).", code: "H37100")
    + action("2026-03-04", "Passed/agreed to in House: On passage Passed by recorded vote: 300 - 100 (Roll no. 7).", code: "8000")
    + action("2026-02-11", "Ordered to be Reported by Voice Vote.")
    + action("2026-01-14", "Referred to the House Committee on Financial Services.", code: "H11100")
    + action("2026-01-14", "Introduced in House", code: "Intro-H") + action("2026-01-14", "Introduced in House", code: "1000")

  @Test func aStatusFileIsOneStoryThatCanBeQuoted() throws {
    let story = try story(Self.status(actions: Self.actions), as: "BILLSTATUS-119hr9001.xml")
    #expect(story.title == "H.R. 9001 (119th): Ledger Honesty Act")
    #expect(story.kind == .bill && story.date == day("2026-03-05") && story.dateOrigin == .metadata)
    #expect(story.url == "https://www.congress.gov/bill/119th-congress/house-bill/9001")
    #expect(story.identity == "bill-status:us/119/hr/9001")
    for line in [
      "Sponsor: Rep. Doe, Jane Q., Jr. [D-OH-3], introduced January 14, 2026.",
      "Latest action: March 5, 2026: Received in the Senate and Read twice and referred to the Committee on Finance.",
      "Policy area: Finance and Financial Sector.", "Subjects: Currency; Securities.",
      "Cosponsors (2): Rep. Roe, Richard [R-TX-1]; Rep. Poe, Ann [D-VT-At Large] (joined February 1, 2026).",
      "Short title as Introduced: LEDGER Act.", "Official Title as Introduced: To provide for honest ledgers.",
    ] {
      #expect(story.text.contains(line), "\(line)\n\(story.text)")
    }
    let passages = story.text.components(separated: "On passage Passed")
    #expect(passages == 1, "what the Library repeats stands once")
  }

  @Test func eachStepLeadsToItsLine() throws {
    let story = try story(Self.status(actions: Self.actions), as: "a.xml")
    let bill = try #require(story.officialBill)
    #expect(bill.id == "us/119/hr/9001" && bill.number == "H.R. 9001" && bill.title == "Ledger Honesty Act")
    #expect(bill.aliases == ["LEDGER Act"] && bill.partTitles == ["Wallet Studies Act"])
    #expect(bill.sponsor == "Jane Q. Doe, Jr." && bill.sponsorID == "X000001")
    let lines = bill.steps.map { step in "\(step.stage.rawValue) \(step.date?.description ?? "-") \(story.slice(step.span))" }
    #expect(
      lines == [
        "introduced 2026-01-14 January 14, 2026: Introduced in House.",
        "committee 2026-01-14 January 14, 2026: Referred to the House Committee on Financial Services.",
        "reported 2026-02-11 February 11, 2026: Ordered to be Reported by Voice Vote.",
        "passed-house 2026-03-04 March 4, 2026: Passed/agreed to in House: On passage Passed by recorded vote: 300 - 100 (Roll no. 7).",
      ])
  }

  @Test func whatDiffersOnlyBehindABracketIsNotTheSameAction() throws {
    let actions =
      Self.action("2026-03-04", "DEBATE - The House proceeded with debate on the Doe (OH) amendment No. 1.")
      + Self.action("2026-03-04", "DEBATE - The House proceeded with debate on the Doe (OH) amendment No. 2.")
      + Self.action("2026-03-03", "Passed Senate by Voice Vote. (text: CR S1)")
      + Self.action("2026-03-03", "Passed/agreed to in Senate: Passed Senate by Voice Vote.(consideration: CR S1; text: CR S1)")
    let story = try story(Self.status(actions: actions), as: "a.xml")
    #expect(story.text.contains("amendment No. 1.") && story.text.contains("amendment No. 2."))
    #expect(story.text.components(separated: "Passed Senate by Voice Vote") == 1, "references are no difference")
  }

  @Test func relatedBillsStandApart() throws {
    let related = """
      <relatedBills><item><title>Ledger Study Act</title><congress>119</congress><number>12</number><type>S</type>
      <relationshipDetails><item><type>Identical bill</type></item></relationshipDetails></item></relatedBills>
      """
    let story = try story(Self.status(actions: Self.actions, rest: related), as: "a.xml")
    let aside = try #require(story.officialBill?.asides.last)
    #expect(story.slice(aside).trimmed == "S. 12 (119th): Ledger Study Act – identical bill")
  }

  @Test func theFirstSchemaIsReadToo() throws {
    let text = """
      <billStatus><bill><billNumber>45</billNumber><billType>HJRES</billType><congress>114</congress>
      <introducedDate>2015-04-16</introducedDate>
      <actions><actionByCounts><houseOfRepresentatives>1</houseOfRepresentatives></actionByCounts>
      <item><actionCode>H11100</actionCode><actionDate>2015-04-16</actionDate><committee><name>Judiciary Committee</name></committee>
      <text>Referred to the House Committee on the Judiciary.</text></item></actions>
      <committees><billCommittees><item><chamber>House</chamber><name>Judiciary Committee</name>
      <activities><item><date>2015-04-16T13:06:35Z</date><name>Referred to</name></item></activities>
      <subcommittees><item><name>Constitution Subcommittee</name></item></subcommittees></item></billCommittees></committees>
      <summaries><billSummaries><item><name>Introduced in House</name><actionDate>2015-04-16</actionDate>
      <text><![CDATA[<p>Proposes <b>an amendment</b>.</p><ul><li>one</li></ul>]]></text></item></billSummaries></summaries>
      <subjects><billSubjects><primarySubject><name>Law</name></primarySubject></billSubjects></subjects>
      <titles><item><titleType>Official Title as Introduced</titleType><title>Proposing an amendment.</title></item></titles>
      <laws><item><type>Public Law</type><number>114-1</number></item></laws>
      </bill></billStatus>
      """
    let story = try story(text, as: "a.xml")
    #expect(story.title == "H.J.Res. 45 (114th): Proposing an amendment.")
    #expect(story.url == "https://www.congress.gov/bill/114th-congress/house-joint-resolution/45")
    for line in [
      "Committee: House Judiciary Committee: referred April 16, 2015.",
      "Committee: Constitution Subcommittee of the House Judiciary Committee.",
      "Policy area: Law.", "Law: Public Law 114-1.", "Summary (Introduced in House), April 16, 2015\n\nProposes an amendment.\n\n• one",
    ] {
      #expect(story.text.contains(line), "\(line)\n\(story.text)")
    }
    #expect(story.officialBill?.steps.map(\.stage) == [.introduced, .committee], "the day of introduction stands in the head")
  }

  @Test(
    arguments: [
      ("1000", "Introduced in House", [BillStage.introduced], "the Library's entry"),
      (nil, "Introduced in the Senate. Read the first time. Placed on Senate Legislative Calendar.", [.introduced], "no committee"),
      (
        nil, "Introduced in the Senate, read twice, considered, read the third time, and passed without amendment by Unanimous Consent.",
        [.introduced, .passedSenate], "both on one day"
      ),
      (
        nil, "Submitted in the Senate, considered, and agreed to without amendment.", [.introduced, .passedSenate], "a resolution, likewise"
      ),
      (nil, "Read twice and referred to the Committee on Finance.", [.committee], "referral in the Senate"),
      (
        nil, "Received in the Senate and Read twice and referred to the Committee on Finance.", [.committee],
        "referral in the other chamber"
      ),
      (
        nil, "Received in the Senate, read twice, considered, read the third time, and passed without amendment.", [.passedSenate],
        "at once"
      ),
      ("H14000", "Received in the House.", [], "receiving is no step"), ("H15000", "Held at the desk.", [], "nor is holding"),
      (nil, "Ordered to be Reported (Amended) by the Yeas and Nays: 47 - 6.", [.reported], "ordered"),
      ("14000", "Committee on Commerce. Reported by Senator Doe with amendments. Without written report.", [.reported], "by a senator"),
      ("H12200", "Reported (Amended) by the Committee on Ways and Means. H. Rept. 119-1.", [.reported], "with a report"),
      ("H1L210", "Rules Committee Resolution H. Res. 5 Reported to House. Rule provides for consideration.", [], "the rule for debate"),
      ("H1L220", "Rule H. Res. 5 passed House.", [], "its passage"),
      ("14500", "Senate Committee on Finance discharged by Unanimous Consent.", [], "a discharge"),
      ("H37300", "On motion to suspend the rules and pass the bill, as amended Agreed to by voice vote.", [.passedHouse], "suspension"),
      (
        "H37300", "On motion to suspend the rules and pass the bill Failed by the Yeas and Nays: (2/3 required): 97 - 318.", [.failed],
        "lost"
      ),
      (nil, "On agreeing to the resolution Agreed to by voice vote.", [.passedHouse], "a simple resolution"),
      ("H30500", "On agreeing to the Doe amendment (A1) Agreed to by voice vote.", [], "an amendment"),
      ("94000", "Senate amendment agreed to: Amendment SA 1 agreed to in Senate by Voice Vote.", [], "an amendment in the Senate"),
      (
        nil, "Passed Senate with an amendment by Yea-Nay Vote. 68 - 30. Record Vote Number: 318.", [.passedSenate], "the Senate's own entry"
      ),
      ("17000", "Passed/agreed to in Senate: Passed Senate without amendment by Voice Vote.", [.passedSenate], "the Library's"),
      (nil, "Resolution agreed to in Senate without amendment by Unanimous Consent.", [.passedSenate], "a concurrent resolution"),
      (nil, "Motion to proceed to consideration of measure agreed to in Senate by Voice Vote.", [], "a motion"),
      (nil, "Cloture on the motion to proceed to the measure not invoked in Senate by Yea-Nay Vote. 48 - 49.", [], "cloture"),
      (
        "19500", "Resolving differences -- House actions: On motion that the House agree to the Senate amendment Agreed to.", [],
        "differences"
      ),
      (nil, "On agreeing to the conference report Agreed to by the Yeas and Nays.", [], "a conference report"),
      ("9000", "Failed of passage/not agreed to in House: On passage Failed by recorded vote: 200 - 220.", [.failed], "lost in the House"),
      (nil, "Failed of passage in Senate by Yea-Nay Vote. 40 - 60.", [.failed], "lost in the Senate"),
      ("28000", "Presented to President.", [.toPresident], "presented"), ("E30000", "Signed by President.", [.enacted], "signed"),
      ("E30000", "Vetoed by President. (text of veto message: CR H10)", [.vetoed], "the same code for a veto"),
      ("31000", "Vetoed by President.", [.vetoed], "vetoed"), ("36000", "Became Public Law No: 119-27.", [.enacted], "law"),
      (nil, "Pocket vetoed by President.", [.vetoed], "by doing nothing"),
      ("H40300", "The Chair laid before the House the veto message from the President.", [], "the message"),
      (nil, "Failed of passage in Senate over veto by Yea-Nay Vote. 50 - 49.", [], "a failed override leaves it vetoed"),
      (nil, "Passed Senate over veto by Yea-Nay Vote. 81 - 13.", [], "one chamber is not enough"),
      ("E40000", "Became Public Law No: 116-283 over veto.", [.enacted], "an override"),
      ("H38310", "Motion to reconsider laid on the table Agreed to without objection.", [], "after every vote"),
      (nil, "On motion to table the measure Agreed to by the Yeas and Nays: 332 - 95.", [.failed], "the measure itself"),
      (nil, "Indefinitely postponed by Senate by Unanimous Consent.", [.failed], "for good"),
    ] as [(String?, String, [BillStage], String)])
  func actionsAreTheStepsThatTheyAre(code: String?, text: String, expected: [BillStage], note: String) {
    #expect(BillActionStage.stages(code: code, text: text) == expected, Comment(rawValue: note))
  }

  @Test func anOldTrackerFileIsRead() throws {
    let text = """
      <bill session="112" type="h" number="54"><introduced datetime="2011-05-24"/>
      <titles><title type="official" as="introduced">To raise a limit.</title><title type="short" as="introduced">Limit Act</title></titles>
      <actions><action datetime="2011-05-24" state="REFERRED"><text>Referred to the House Committee on Ways and Means.</text></action>
      <vote how="roll" datetime="2011-05-31T19:10:00-04:00"><text>On motion to suspend the rules and pass the bill Failed: 97 - 318.</text></vote>
      </actions><relatedbills><bill relation="identical" session="112" type="s" number="6"/></relatedbills></bill>
      """
    let story = try story(text, as: "a.xml")
    #expect(story.title == "H.R. 54 (112th): Limit Act" && story.date == day("2011-05-31"))
    #expect(story.officialBill?.steps.map(\.stage) == [.introduced, .committee, .failed])
  }

  @Test func aFileWithoutABillSaysSo() {
    #expect(throws: ReadingError.damaged("a bill status file without what makes one")) { try story("<billStatus/>", as: "a.xml") }
  }
}

extension Story {
  func slice(_ span: Range<Int>) -> String { String(decoding: Array(text.utf8)[span], as: UTF8.self) }
}

extension String {
  fileprivate var trimmed: String { String(decoding: Array(utf8)[...].trimmed, as: UTF8.self) }
  /// How often a text stands in it.
  fileprivate func components(separated mark: String) -> Int {
    var count = 0
    var rest = self[...]
    while let found = rest.firstRange(of: mark) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
