import RegulatoryModel

/// Where one bill stands, kept up to date claim by claim.
///
/// A ladder's present rung and whether it has a conflict depend only on the earliest dated and the earliest undated claim of each
/// stage. So ten thousand stories on one bill cost two comparisons each, and not a ladder of ten thousand claims at every commit.
struct BillStanding: Sendable {
  /// At most two claims for each stage.
  private(set) var deciding: [BillLadder.Claim] = []

  var isEmpty: Bool { deciding.isEmpty }

  var ladder: BillLadder { BillLadder(claims: deciding) }

  mutating func add(_ claim: BillLadder.Claim) {
    let rival = deciding.firstIndex { $0.stage == claim.stage && ($0.date == nil) == (claim.date == nil) }
    guard let rival else { return deciding.append(claim) }
    if Self.key(claim) < Self.key(deciding[rival]) { deciding[rival] = claim }
  }

  /// The order of `BillLadder`; spans settle what it leaves open, so that the order of arrival never shows.
  private static func key(_ claim: BillLadder.Claim) -> (CalendarDay, CalendarDay, StoryID, Int, Int) {
    (claim.date ?? claim.storyDate, claim.storyDate, claim.story, claim.span.lowerBound, claim.span.upperBound)
  }
}
