import RegulatoryModel
import Testing

struct BillLadderTests {
  private static func claim(_ stage: BillStage, _ date: String?, in story: Int64, on storyDate: String) -> BillLadder.Claim {
    BillLadder.Claim(
      stage: stage, date: date.flatMap { CalendarDay(iso: $0) }, storyDate: CalendarDay(iso: storyDate) ?? CalendarDay(daysSinceEpoch: 0),
      story: StoryID(story), span: 0..<10, rule: RuleID("test"))
  }

  static let genius = [
    claim(.introduced, "2025-05-01", in: 1, on: "2025-05-02"), claim(.reported, nil, in: 2, on: "2025-05-10"),
    claim(.passedSenate, "2025-06-17", in: 3, on: "2025-06-18"), claim(.passedHouse, "2025-07-17", in: 4, on: "2025-07-18"),
    claim(.enacted, "2025-07-18", in: 5, on: "2025-07-21"), claim(.passedSenate, nil, in: 6, on: "2025-08-01"),
  ]

  static func permutations<Element>(_ elements: [Element]) -> [[Element]] {
    guard elements.count > 1 else { return [elements] }
    return elements.indices.flatMap { index in
      var rest = elements
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }

  @Test func everyOrderOfArrivalGivesTheSameLadder() {
    let expected = BillLadder(claims: Self.genius)
    #expect(expected.rungs.map(\.stage) == [.introduced, .reported, .passedSenate, .passedHouse, .enacted])
    #expect(expected.current?.stage == .enacted)
    for order in Self.permutations(Self.genius) { #expect(BillLadder(claims: order) == expected) }
  }

  @Test func everyOrderGivesTheSameConflicts() {
    let claims = [
      Self.claim(.enacted, "2025-01-10", in: 1, on: "2025-01-11"), Self.claim(.vetoed, "2025-01-12", in: 2, on: "2025-01-12"),
      Self.claim(.failed, "2025-01-12", in: 3, on: "2025-01-12"), Self.claim(.passedHouse, nil, in: 4, on: "2025-01-05"),
      Self.claim(.failed, "2025-01-12", in: 3, on: "2025-01-12"),
    ]
    let expected = BillLadder(claims: claims)
    #expect(!expected.conflicts.isEmpty)
    for order in Self.permutations(claims) { #expect(BillLadder(claims: order) == expected) }
  }

  @Test func aToldDayBeatsTheStorysDate() {
    let rung = BillLadder(claims: Self.genius).rungs.first { $0.stage == .passedSenate }
    #expect(rung?.date.description == "2025-06-17")
    #expect(rung?.isDated == true)
    #expect(rung?.claims == 2)
  }

  @Test func aLoneSentenceDoesNotCloseABillThatOthersSeeGoOn() {
    let claims = [
      Self.claim(.introduced, "2025-05-01", in: 1, on: "2025-05-02"), Self.claim(.enacted, "2025-05-03", in: 2, on: "2025-05-03"),
      Self.claim(.passedSenate, "2025-06-17", in: 3, on: "2025-06-18"), Self.claim(.passedHouse, "2025-07-17", in: 4, on: "2025-07-18"),
    ]
    let ladder = BillLadder(claims: claims)
    #expect(ladder.current?.stage == .passedHouse)
    #expect(ladder.conflicts.map(\.stage) == [.enacted])
  }

  @Test func laterStoriesThatLookBackDoNotReopenALaw() {
    let claims = Self.genius + (7...12).map { Self.claim(.passedHouse, "2025-07-17", in: $0, on: "2025-09-01") }
    #expect(BillLadder(claims: claims).current?.stage == .enacted)
    #expect(BillLadder(claims: claims).conflicts.isEmpty)
  }

  @Test func anOverriddenVetoStaysInTheHistory() {
    let ladder = BillLadder(claims: [
      Self.claim(.vetoed, "2025-06-01", in: 1, on: "2025-06-01"), Self.claim(.enacted, "2025-06-20", in: 2, on: "2025-06-20"),
    ])
    #expect(ladder.rungs.map(\.stage) == [.vetoed, .enacted])
    #expect(ladder.conflicts.isEmpty)
  }

  @Test func ofTwoEndsTheLaterHolds() {
    let ladder = BillLadder(claims: [
      Self.claim(.enacted, "2025-06-01", in: 1, on: "2025-06-01"), Self.claim(.vetoed, "2025-06-20", in: 2, on: "2025-06-20"),
    ])
    #expect(ladder.rungs.map(\.stage) == [.vetoed])
    #expect(ladder.conflicts.map(\.stage) == [.enacted])
  }

  @Test func aLostVoteGivesWayToAWonOne() {
    let ladder = BillLadder(claims: [
      Self.claim(.introduced, "2025-05-01", in: 1, on: "2025-05-01"), Self.claim(.failed, "2025-05-08", in: 2, on: "2025-05-08"),
      Self.claim(.passedSenate, "2025-06-17", in: 3, on: "2025-06-17"),
    ])
    #expect(ladder.rungs.map(\.stage) == [.introduced, .failed, .passedSenate])
    #expect(ladder.current?.stage == .passedSenate)
  }

  @Test func aBillWithoutClaimsStandsNowhere() {
    #expect(BillLadder(claims: []).current == nil)
  }

  @Test(arguments: [
    // A house that reports after the other has passed does not throw the bill back.
    ([(BillStage.passedHouse, "2025-05-22" as String?), (.reported, "2025-06-01")], BillStage.passedHouse),
    ([(.passedHouse, "2025-05-08"), (.passedSenate, "2025-05-16")], .passedSenate),
    ([(.passedSenate, "2025-06-17"), (.passedHouse, "2025-07-17")], .passedHouse),
    ([(.vetoed, "2025-05-31"), (.passedHouse, "2025-05-08")], .vetoed),
    ([(.failed, "2025-05-08"), (.passedSenate, "2025-06-17")], .passedSenate),
    ([(.passedSenate, "2025-06-17"), (.failed, "2025-07-17")], .failed),
    ([(.introduced, nil), (.committee, nil)], .committee),
  ])
  func oneStorysFurthestStageGoesByItsOwnTime(_ told: [(BillStage, String?)], _ expected: BillStage) {
    let claims = told.enumerated().map { index, step in
      StageClaim(stage: step.0, date: step.1.flatMap { CalendarDay(iso: $0) }, span: index * 10..<index * 10 + 5, rule: RuleID("test"))
    }
    #expect(BillLadder.furthest(claims)?.stage == expected)
  }

  @Test func anOverriddenVetoOfOneUndatedStoryEndsInTheLaw() {
    let claims = [Self.claim(.vetoed, nil, in: 1, on: "2024-09-15"), Self.claim(.enacted, nil, in: 1, on: "2024-09-15")]
    for order in Self.permutations(claims) {
      let ladder = BillLadder(claims: order)
      #expect(ladder.rungs.map(\.stage) == [.vetoed, .enacted])
      #expect(ladder.conflicts.isEmpty)
    }
  }
}
