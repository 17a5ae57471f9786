/// What official files together record of one bill, as a measure for what others tell of it.
///
/// A status file lists every step up to its latest one. So a story that tells of a step up to that day which the file lacks is wrong; a
/// story of a later day may know more than the file on disk. The text of one version of a bill is no such list.
struct OfficialClaims {
  private let stages: Set<BillStage>
  /// The latest day that a file with the whole list covers.
  private let coveredUntil: CalendarDay

  /// Nil where no official file has the whole list, which begins with the introduction.
  init?(_ claims: some Sequence<BillLadder.Claim>) {
    let official = claims.filter(\.isOfficial)
    let whole = Set(official.filter { $0.stage == .introduced }.map(\.story))
    guard let last = official.filter({ whole.contains($0.story) }).map(\.storyDate).max() else { return nil }
    stages = Set(official.map(\.stage))
    coveredUntil = last
  }

  /// Whether the files show that a story is wrong to say that the bill got this far by that day.
  ///
  /// Announcements come before the files begin, and a withdrawal by the sponsor need not be in them.
  func refutes(_ claim: BillLadder.Claim) -> Bool {
    guard !claim.isOfficial, !stages.contains(claim.stage), claim.stage.rung >= BillStage.reported.rung, claim.stage != .withdrawn else {
      return false
    }
    return (claim.date ?? claim.storyDate) <= coveredUntil
  }
}
