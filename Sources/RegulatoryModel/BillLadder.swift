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

    /// Whether the bill's own official file tells it, and not what somebody wrote about the bill.
    package var isOfficial: Bool { rule == .officialStage }

    /// The day told, else the day of the story.
    fileprivate var day: CalendarDay { date ?? storyDate }
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

  /// The stages reached, in the order of the ladder; an end that did not last (a lost vote before a won one) stands at its day.
  package var rungs: [Rung]
  /// Claims that cannot be true together with the rest, in order of day: a lone story that ends a bill which others see go on,
  /// or the earlier of two ends.
  package var conflicts: [Claim]

  /// The stage the bill stands at now; nil without claims.
  package var current: Rung? { rungs.last }

  package init(claims: [Claim]) {
    var byStage: [BillStage: [Claim]] = [:]
    let refuted = OfficialClaims(claims).map { official in claims.filter(official.refutes) } ?? []
    for claim in Set(claims).subtracting(refuted) { byStage[claim.stage, default: []].append(claim) }
    for stage in byStage.keys { byStage[stage]?.sort(by: Self.isBefore) }
    conflicts = refuted + Self.removeDoubtfulEnds(from: &byStage)
    var reached = byStage.compactMap { stage, claims in Self.rung(stage, claims) }
    // The rung orders stages, the day orders those that share one (House and Senate); an undated claim bends to the rung.
    reached.sort { ($0.stage.rung, $0.date, $0.stage.rawValue) < ($1.stage.rung, $1.date, $1.stage.rawValue) }
    conflicts += Self.removeEarlierEnds(from: &reached, byStage)
    conflicts.sort(by: Self.isBefore)
    Self.putRevivedEndsInPlace(&reached)
    rungs = reached
  }

  // MARK: One stage

  /// One entry for a stage: what the official file tells, else the earliest day told, else the earliest story that tells it.
  private static func rung(_ stage: BillStage, _ ordered: [Claim]) -> Rung? {
    guard
      let best = ordered.first(where: { $0.isOfficial && $0.date != nil }) ?? ordered.first(where: { $0.date != nil })
        ?? ordered.first(where: \.isOfficial) ?? ordered.first
    else { return nil }
    return Rung(stage: stage, date: best.day, isDated: best.date != nil, claim: best, claims: ordered.count)
  }

  /// A total order, so that claims in any order give the same ladder.
  private static func isBefore(_ left: Claim, _ right: Claim) -> Bool {
    if (left.day, left.storyDate, left.story) != (right.day, right.storyDate, right.story) {
      return (left.day, left.storyDate, left.story) < (right.day, right.storyDate, right.story)
    }
    if (left.span.lowerBound, left.span.upperBound) != (right.span.lowerBound, right.span.upperBound) {
      return (left.span.lowerBound, left.span.upperBound) < (right.span.lowerBound, right.span.upperBound)
    }
    // A told day before an untold one that falls on the same.
    if (left.date == nil) != (right.date == nil) { return left.date != nil }
    return (left.rule.rawValue, left.stage.rawValue) < (right.rule.rawValue, right.stage.rawValue)
  }

  // MARK: Ends

  /// Takes out ends that fewer stories tell than tell of later, dated steps of the same bill: one unlucky sentence must not close it.
  private static func removeDoubtfulEnds(from byStage: inout [BillStage: [Claim]]) -> [Claim] {
    var doubtful: [Claim] = []
    let open = byStage.values.joined().filter(\.stage.isOpen)
    for end in [BillStage.enacted, .vetoed, .failed, .withdrawn] {
      guard let claims = byStage[end], let day = rung(end, claims)?.date, !claims.contains(where: \.isOfficial) else { continue }
      let supporters = Set(claims.map(\.story))
      let objectors = Set(open.filter { $0.date.map { $0 > day } ?? false }.map(\.story)).subtracting(supporters)
      // A lost vote may be followed by a won one: that is no contradiction, and is dealt with as a revival.
      if end == .failed || end == .withdrawn, isRevived(day, open) { continue }
      if objectors.count >= 2, objectors.count > supporters.count {
        doubtful += claims
        byStage[end] = nil
      }
    }
    return doubtful
  }

  private static func isRevived(_ day: CalendarDay, _ open: some Sequence<Claim>) -> Bool {
    open.contains { $0.stage.rung >= BillStage.passedHouse.rung && ($0.date.map { $0 > day } ?? false) }
  }

  /// Only one end can be true: the latest told. A veto that is followed by enactment was overridden, and stays in the history.
  private static func removeEarlierEnds(from reached: inout [Rung], _ byStage: [BillStage: [Claim]]) -> [Claim] {
    let ends = reached.filter { !$0.stage.isOpen }
    guard ends.count > 1, let last = ends.max(by: { ($0.date, $0.stage.rawValue) < ($1.date, $1.stage.rawValue) }) else { return [] }
    var removed: [Claim] = []
    for end in ends where end.stage != last.stage && !(end.stage == .vetoed && last.stage == .enacted) && !canBeRevived(end, by: last) {
      removed += byStage[end.stage] ?? []
      reached.removeAll { $0.stage == end.stage }
    }
    // An overridden veto stands before the law, whatever their names.
    if last.stage == .enacted, let veto = reached.firstIndex(where: { $0.stage == .vetoed }) {
      let rung = reached.remove(at: veto)
      reached.insert(rung, at: reached.firstIndex { $0.stage == .enacted } ?? reached.count)
    }
    return removed
  }

  /// A bill that lost a vote, or was withdrawn, can still be enacted on a later day.
  private static func canBeRevived(_ end: Rung, by last: Rung) -> Bool {
    (end.stage == .failed || end.stage == .withdrawn) && last.stage == .enacted && end.isDated && last.isDated && end.date < last.date
  }

  /// A lost vote before a later step of rung four or more stands at its day, so that it is not where the bill stands now.
  private static func putRevivedEndsInPlace(_ reached: inout [Rung]) {
    for stage in [BillStage.failed, .withdrawn] {
      guard let index = reached.firstIndex(where: { $0.stage == stage }), reached[index].isDated else { continue }
      let end = reached[index]
      guard
        let next = reached.firstIndex(where: {
          $0.stage != stage && $0.stage.rung >= BillStage.passedHouse.rung && $0.isDated && $0.date > end.date
        }), next < index || reached[next].stage == .enacted || reached[next].stage == .vetoed
      else { continue }
      reached.remove(at: index)
      reached.insert(end, at: next > index ? next - 1 : next)
    }
  }

  // MARK: One story

  /// The furthest stage of one story's claims by the story's own time: where it says that the bill stands.
  ///
  /// Claims come in the order of the text, which decides where days do not.
  package static func furthest(_ claims: [StageClaim]) -> StageClaim? {
    var best: StageClaim?
    for claim in claims {
      guard let held = best else {
        best = claim
        continue
      }
      if isFurther(claim, than: held) { best = claim }
    }
    return best
  }

  /// - Parameter held: a claim that stands before `claim` in the text.
  private static func isFurther(_ claim: StageClaim, than held: StageClaim) -> Bool {
    let isLater = claim.date.flatMap { day in held.date.map { day > $0 } }
    // A lost vote, or a withdrawal, gives way to what came after it.
    if held.stage == .failed || held.stage == .withdrawn, claim.stage.rung >= BillStage.passedHouse.rung {
      return isLater ?? !claim.stage.isOpen
    }
    if claim.stage == .failed || claim.stage == .withdrawn, held.stage.rung >= BillStage.passedHouse.rung {
      return isLater ?? held.stage.isOpen
    }
    if claim.stage.rung != held.stage.rung { return claim.stage.rung > held.stage.rung }
    return isLater ?? (claim.span.lowerBound > held.span.lowerBound)
  }
}
