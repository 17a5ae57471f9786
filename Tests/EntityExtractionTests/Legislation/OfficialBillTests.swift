import EntityExtraction
import RegulatoryModel
import Testing

struct OfficialBillTests {
  private static func story(_ body: String, _ bill: OfficialBill, title: String = "H.R. 3633 (119th): Digital Asset Market Clarity Act")
    -> Story
  {
    Story(
      title: title, text: title + "\n\n" + body, bodyStart: title.utf8.count + 2, date: CalendarDay(daysSinceEpoch: 20_400),
      dateOrigin: .metadata, kind: .bill, officialBill: bill.shifted(by: title.utf8.count + 2))
  }

  private static let bill: OfficialBill = {
    var bill = OfficialBill(id: "us/119/hr/3633", number: "H.R. 3633", title: "Digital Asset Market Clarity Act of 2025")
    bill.partTitles = ["Ledger Studies Act"]
    bill.sponsorID = "H001072"
    bill.steps = [
      OfficialBill.Step(stage: .introduced, date: CalendarDay(iso: "2025-05-29"), span: 0..<10),
      OfficialBill.Step(stage: .passedHouse, date: CalendarDay(iso: "2025-07-17"), span: 11..<20),
    ]
    return bill
  }()

  @Test func theFileSpeaksForItsBill() throws {
    let found = Extractor().findings(in: Self.story("0123456789\n123456789\nThe CLARITY Act became law yesterday.", Self.bill)).legislation
    let own = try #require(found.first)
    #expect(found.count == 1, "\(found.map(\.id))")
    #expect(own.id == "us/119/hr/3633" && own.stage == .passedHouse && own.stageDate == CalendarDay(iso: "2025-07-17"))
    #expect(own.sponsor == "J. French Hill" && own.aliases.contains("CLARITY Act"))
    #expect(own.claims.map(\.rule) == [.officialStage, .officialStage])
    #expect(own.mentions.first == Mention(span: 0..<9, rule: .officialBill))
    #expect(own.mentions.count >= 2, "its names in the text are mentions of it")
  }

  @Test func otherBillsHaveNoStagesAndListsNameNone() {
    var bill = Self.bill
    let body =
      "The GENIUS Act passed the House. The Ledger Studies Act is part of it.\nH. Res. 580 was agreed to by the House. S. 954 (119th)"
    bill.asides = [71..<body.utf8.count]
    let found = Extractor().findings(in: Self.story(body, bill)).legislation
    #expect(found.map(\.id) == ["us/119/hr/3633", "us/119/s/1582"])
    #expect(found[1].claims.isEmpty && found[1].stage == nil)
  }

  @Test func daysInAPendingBillBindNobody() {
    let body = "This Act is effective on January 1, 2027. Comments are due by May 1, 2026."
    #expect(Extractor().findings(in: Self.story(body, Self.bill)).deadlines.isEmpty)
    var law = Self.bill
    law.steps.append(OfficialBill.Step(stage: .enacted, date: CalendarDay(iso: "2025-12-01"), span: 0..<5))
    #expect(!Extractor().findings(in: Self.story(body, law)).deadlines.isEmpty)
  }

  @Test func whyHasItsSentence() {
    #expect(ExtractionRule.sentence(for: .officialBill) == "The story is the bill’s own official file.")
    #expect(ExtractionRule.sentence(for: .officialStage) == "The official bill status file gives the action.")
  }
}
