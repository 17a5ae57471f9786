import RegulatoryModel
import Testing

/// What a bill's own file records outweighs what stories tell of it.
struct OfficialClaimTests {
  private static func claim(_ stage: BillStage, _ date: String?, in story: Int64, on storyDate: String, official: Bool = false)
    -> BillLadder.Claim
  {
    BillLadder.Claim(
      stage: stage, date: date.flatMap { CalendarDay(iso: $0) }, storyDate: CalendarDay(iso: storyDate) ?? CalendarDay(daysSinceEpoch: 0),
      story: StoryID(story), span: 0..<10, rule: official ? .officialStage : RuleID("stage.verb"))
  }

  /// A status file of 18 September with everything up to then.
  private static let file = [
    claim(.introduced, "2025-05-29", in: 1, on: "2025-09-18", official: true),
    claim(.committee, "2025-05-29", in: 1, on: "2025-09-18", official: true),
    claim(.passedHouse, "2025-07-17", in: 1, on: "2025-09-18", official: true),
  ]

  @Test func anEarlierStoryThatTellsOfMoreIsWrong() {
    let wrong = Self.claim(.enacted, "2025-08-01", in: 2, on: "2025-08-02")
    let ladder = BillLadder(claims: Self.file + [wrong])
    #expect(ladder.current?.stage == .passedHouse && ladder.current?.claim.isOfficial == true)
    #expect(ladder.conflicts == [wrong])
  }

  @Test func aLaterStoryMayKnowMoreThanTheFile() {
    let ladder = BillLadder(claims: Self.file + [Self.claim(.passedSenate, "2025-11-03", in: 2, on: "2025-11-03")])
    #expect(ladder.current?.stage == .passedSenate && ladder.conflicts.isEmpty)
  }

  @Test func theDayIsThatOfTheFile() {
    let early = Self.claim(.passedHouse, "2025-07-16", in: 2, on: "2025-07-17")
    let ladder = BillLadder(claims: Self.file + [early])
    #expect(ladder.current?.date == CalendarDay(iso: "2025-07-17") && ladder.current?.claim.story == StoryID(1))
    #expect(ladder.current?.claims == 2)
  }

  @Test func anOfficialEndIsNeverDoubted() {
    let end = [
      Self.claim(.introduced, "2025-01-02", in: 1, on: "2025-03-01", official: true),
      Self.claim(.vetoed, "2025-03-01", in: 1, on: "2025-03-01", official: true),
    ]
    let others = (2..<6).map { Self.claim(.toPresident, "2025-03-02", in: $0, on: "2025-03-02") }
    #expect(BillLadder(claims: end + others).rungs.contains { $0.stage == .vetoed })
  }

  @Test func theTextOfOneVersionRefutesNothing() {
    let text = [Self.claim(.passedSenate, "2025-06-17", in: 1, on: "2025-06-20", official: true)]
    let reported = Self.claim(.reported, "2025-03-13", in: 2, on: "2025-03-13")
    let ladder = BillLadder(claims: text + [reported])
    #expect(ladder.rungs.map(\.stage) == [.reported, .passedSenate] && ladder.conflicts.isEmpty)
  }

  @Test func anAnnouncementBeforeTheFileBeginsStands() {
    let ladder = BillLadder(claims: Self.file + [Self.claim(.announced, "2025-05-01", in: 2, on: "2025-05-01")])
    #expect(ladder.rungs.first?.stage == .announced)
  }
}
