import QueryLanguage
import RegulatoryModel

/// How far a bill has come, in five rungs: introduced, committee, one chamber, both chambers, law.
package enum Ladder {
  package static let height = 5

  package static func rungs(_ stage: BillStage?) -> Int {
    switch stage {
    case nil, .announced, .failed, .withdrawn: 0
    case .introduced: 1
    case .committee, .reported: 2
    case .passedHouse, .passedSenate, .passedChamber: 3
    case .toPresident, .vetoed: 4
    case .enacted: 5
    }
  }

  /// The stage in the words that there is room for; `!` where another story tells otherwise.
  package static func words(_ row: BillRow, width: Int) -> String {
    if row.hasLapsed { return "lapsed" }
    guard let stage = row.stage else { return "" }
    let conflict = row.hasConflict ? "!" : ""
    let full = (stage == .committee ? "committee" : stage.label) + conflict
    return full.count <= width ? full : short(stage) + conflict
  }

  /// At most nine letters. That a chamber passed the bill is told by the rungs beside it.
  private static func short(_ stage: BillStage) -> String {
    switch stage {
    case .announced, .committee, .reported, .enacted, .vetoed, .failed, .withdrawn: stage.rawValue
    case .introduced: "introd."
    case .passedHouse: "House"
    case .passedSenate: "Senate"
    case .passedChamber: "chamber"
    case .toPresident: "President"
    }
  }

  /// `12d`: days on the stage; `≥12d` where the stories don't give the day. Years from a thousand days on.
  package static func days(_ row: BillRow, today: CalendarDay, glyphs: Glyphs) -> String {
    guard let date = row.stageDate, row.stage != nil else { return "" }
    let days = max(0, date.days(until: today))
    return (row.isStageDated ? "" : glyphs.atLeast) + (days < 1_000 ? "\(days)d" : "\(days / 365)y")
  }
}
