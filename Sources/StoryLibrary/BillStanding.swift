import RegulatoryModel
import Synchronization

/// Where one bill stands, kept up to date claim by claim.
///
/// As long as nobody tells of its end, a ladder's present rung depends only on the earliest dated and the earliest undated claim of each
/// stage. So ten thousand stories on an open bill cost two comparisons each, and not a ladder of ten thousand claims at every commit. An
/// end is weighed against how many stories see the bill go on, and an official file against all of them: then every claim counts, and the
/// ladder is made anew when next asked for.
struct BillStanding: Sendable {
  /// At most two claims for each stage.
  private(set) var deciding: [BillLadder.Claim] = []
  /// Whether the claims have to be weighed against each other.
  private(set) var isWeighed = false
  /// For the claims as they are; copies with the same claims share it.
  private var known = KnownLadder()

  var isEmpty: Bool { deciding.isEmpty }

  mutating func add(_ claim: BillLadder.Claim) {
    if !claim.stage.isOpen || claim.isOfficial { isWeighed = true }
    // Whoever else holds it has the claims as they were.
    if !isKnownUniquelyReferenced(&known) || !known.isUnasked { known = KnownLadder() }
    let rival = deciding.firstIndex { $0.stage == claim.stage && ($0.date == nil) == (claim.date == nil) }
    guard let rival else { return deciding.append(claim) }
    if Self.isBefore(claim, deciding[rival]) { deciding[rival] = claim }
  }

  /// The ladder, whose present rung and conflicts are those of all claims; for an open bill its counts of claims are not.
  /// - Parameter claims: every claim on the bill.
  func ladder(claims: () -> [BillLadder.Claim]) -> BillLadder {
    known.ladder { BillLadder(claims: isWeighed ? claims() : deciding) }
  }

  /// The order of `BillLadder` between two claims of one stage, both dated or both not.
  private static func isBefore(_ left: BillLadder.Claim, _ right: BillLadder.Claim) -> Bool {
    func key(_ claim: BillLadder.Claim) -> (CalendarDay, CalendarDay, StoryID, Int, Int, String) {
      (
        claim.date ?? claim.storyDate, claim.storyDate, claim.story, claim.span.lowerBound, claim.span.upperBound, claim.rule.rawValue
      )
    }
    return key(left) < key(right)
  }
}

/// A ladder that is made when it is first asked for.
private final class KnownLadder: Sendable {
  private let value = Mutex<BillLadder?>(nil)

  var isUnasked: Bool { value.withLock { $0 == nil } }

  func ladder(make: () -> BillLadder) -> BillLadder {
    if let known = value.withLock({ $0 }) { return known }
    let made = make()
    value.withLock { $0 = made }
    return made
  }
}
