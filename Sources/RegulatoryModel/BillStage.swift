/// How far a bill has come. The raw value is its name in queries and JSON.
///
/// Names follow the Library of Congress's glossary of legislative status
/// (https://www.congress.gov/help/legislative-glossary); `passedChamber` is for other parliaments.
package enum BillStage: String, CaseIterable, Sendable {
  case announced, introduced, committee, reported
  case passedHouse = "passed-house"
  case passedSenate = "passed-senate"
  case passedChamber = "passed-chamber"
  case toPresident = "to-president"
  case enacted, vetoed, failed, withdrawn

  /// Rungs of the ladder, 0…6; the ends (enacted, vetoed, failed, withdrawn) stand at the top of theirs.
  package var rung: Int {
    switch self {
    case .announced: 0
    case .introduced: 1
    case .committee: 2
    case .reported: 3
    case .passedHouse, .passedSenate, .passedChamber: 4
    case .toPresident: 5
    case .enacted, .vetoed, .failed, .withdrawn: 6
    }
  }

  /// Whether the bill can still become law: what the pane of open legislation shows unasked.
  package var isOpen: Bool {
    switch self {
    case .announced, .introduced, .committee, .reported, .passedHouse, .passedSenate, .passedChamber, .toPresident: true
    case .enacted, .vetoed, .failed, .withdrawn: false
    }
  }

  /// In words, as the panes show it.
  package var label: String {
    switch self {
    case .announced: "announced"
    case .introduced: "introduced"
    case .committee: "in committee"
    case .reported: "reported"
    case .passedHouse: "passed House"
    case .passedSenate: "passed Senate"
    case .passedChamber: "passed chamber"
    case .toPresident: "to President"
    case .enacted: "enacted"
    case .vetoed: "vetoed"
    case .failed: "failed"
    case .withdrawn: "withdrawn"
    }
  }
}
