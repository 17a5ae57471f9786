import RegulatoryModel

/// A statement on a bill's stage, without references.
struct ClaimRecord: Equatable, Sendable, BitwiseCopyable {
  /// Terms: the bill, the stage's name, the rule.
  var bill: UInt32
  var stage: UInt32
  var rule: UInt32
  /// In days since 1970; `NoteRecord.noDay` for nil.
  var date: Int32
  var lower: UInt32
  var upper: UInt32

  init(_ claim: StageClaim, bill: UInt32, terms: inout TermTable) {
    self.bill = bill
    stage = terms.add(Term(.word, claim.stage.rawValue))
    rule = terms.add(Term(.word, claim.rule.rawValue))
    date = claim.date?.daysSinceEpoch ?? NoteRecord.noDay
    lower = UInt32(clamping: claim.span.lowerBound)
    upper = UInt32(clamping: claim.span.upperBound)
  }

  /// The claim in words again; nil where the stage is none that this program knows.
  func claim(story: UInt32, storyDate: Int32, terms: TermTable) -> BillLadder.Claim? {
    guard let stage = BillStage(rawValue: terms.text(stage)) else { return nil }
    return BillLadder.Claim(
      stage: stage, date: date == NoteRecord.noDay ? nil : CalendarDay(daysSinceEpoch: date),
      storyDate: CalendarDay(daysSinceEpoch: storyDate), story: StoryID(Int64(story)), span: Int(lower)..<Int(max(lower, upper)),
      rule: RuleID(terms.text(rule)))
  }
}
