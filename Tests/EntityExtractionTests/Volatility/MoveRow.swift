import RegulatoryModel
import Testing

/// A text and the moves in it: "BTC down 5.4 24h @2025-07-19", with `≥ ≤ ≈` before the size for its bound, and without window and day
/// where none is told.
struct MoveRow: Sendable, CustomTestStringConvertible {
  var text: String
  var moves: [String]
  init(_ text: String, _ moves: String...) {
    self.text = text
    self.moves = moves
  }
  var testDescription: String { String(text.prefix(80)) }

  /// The moves of a story of 20 July 2025, a Sunday.
  static func told(_ text: String, withDays: Bool = false) -> [String] {
    FindingsOfText.moves(text, "2025-07-20").map { note in
      let bound =
        switch note.bound {
        case .exact: ""
        case .atLeast: "≥"
        case .atMost: "≤"
        case .about: "≈"
        }
      let size = note.basisPoints % 100 == 0 ? String(note.basisPoints / 100) : String(Double(note.basisPoints) / 100)
      let day = withDays ? note.date.map { " @" + $0.description } ?? "" : ""
      return "\(note.asset) \(note.direction.rawValue) \(bound)\(size)" + (note.window.map { " " + $0 } ?? "") + day
    }
  }
}
