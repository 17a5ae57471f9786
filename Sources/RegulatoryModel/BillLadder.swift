/// Where a bill stands, worked out from every claim on it that the library holds, in whatever order they arrived.
package struct BillLadder: Sendable, Equatable {
  /// One claim with the story it comes from and that story's date.
  package struct Claim: Sendable, Hashable {
    package var stage: BillStage
    /// The day the bill got there, as the story tells; else nil.
    package var date: CalendarDay?
    package var storyDate: CalendarDay
    package var story: StoryID
    package var span: Range<Int>
    package var rule: RuleID
    package init(stage: BillStage, date: CalendarDay?, storyDate: CalendarDay, story: StoryID, span: Range<Int>, rule: RuleID) {
      self.stage = stage
      self.date = date
      self.storyDate = storyDate
      self.story = story
      self.span = span
      self.rule = rule
    }
  }

  /// A stage that the bill reached, with the claim that tells it best.
  package struct Rung: Sendable, Equatable {
    package var stage: BillStage
    package var date: CalendarDay
    /// False where no story gives the day, so that the earliest story's date stands in for it.
    package var isDated: Bool
    package var claim: Claim
    package var claims: Int
  }

  /// The stages reached, by date.
  package var rungs: [Rung]
  /// Claims that cannot be true together with the rest: a later story still tells of an earlier end.
  package var conflicts: [Claim]

  /// The stage the bill stands at now; nil without claims.
  package var current: Rung? { rungs.last }

  package init(claims: [Claim]) {
    rungs = []
    conflicts = []
    // One entry for each stage: the earliest day told, else the earliest story that tells it.
    var byStage: [BillStage: [Claim]] = [:]
    for claim in Set(claims) { byStage[claim.stage, default: []].append(claim) }
    var reached: [Rung] = byStage.compactMap { stage, claims in
      let ordered = claims.sorted(by: Self.isBefore)
      guard let best = ordered.first(where: { $0.date != nil }) ?? ordered.first else { return nil }
      return Rung(stage: stage, date: best.date ?? best.storyDate, isDated: best.date != nil, claim: best, claims: claims.count)
    }
    // The rung orders stages, the day orders those that share one (House and Senate); an undated claim bends to the rung.
    reached.sort { ($0.stage.rung, $0.date, $0.stage.rawValue) < ($1.stage.rung, $1.date, $1.stage.rawValue) }
    // Only one end can be true: the latest told. A veto that is followed by enactment was overridden, and stays in the history.
    let ends = reached.filter { $0.stage.rung == 6 }
    if ends.count > 1, let last = ends.max(by: { ($0.date, $0.stage.rawValue) < ($1.date, $1.stage.rawValue) }) {
      for end in ends where end.stage != last.stage && !(end.stage == .vetoed && last.stage == .enacted) {
        conflicts += byStage[end.stage] ?? []
        reached.removeAll { $0.stage == end.stage }
      }
    }
    rungs = reached
  }

  private static func isBefore(_ left: Claim, _ right: Claim) -> Bool {
    (left.date ?? left.storyDate, left.storyDate, left.story, left.span.lowerBound)
      < (right.date ?? right.storyDate, right.storyDate, right.story, right.span.lowerBound)
  }
}
