import RegulatoryModel

/// A bill's number: chamber and kind, number, and where known the Congress or the state.
struct BillNumber: Hashable, Sendable {
  /// The kinds of bill that have numbers of their own.
  struct Kind: Hashable, Sendable {
    /// As it stands in an id: `hr`, `sjres`, `hb`.
    var code: String
    /// As it is printed before the number: `H.R.`, `S.J.Res.`, `HB`.
    var printed: String
    /// The chamber in which such bills begin.
    var isHouse: Bool
    var isFederal: Bool
    /// Simple and concurrent resolutions never become law.
    var isResolution: Bool { code.contains("res") }
  }

  var kind: Kind
  var number: Int
  /// The Congress that the text itself gives.
  var congress: Int?
  /// `tx`, for a state's bill.
  var state: String?

  /// `H.R. 3633`, `SB 21`.
  var printed: String { kind.printed + " " + String(number) }

  static func federal(_ code: String) -> Kind? { federalKinds[code] }
  static func state(_ code: String) -> Kind? { stateKinds[code] }

  private static let federalKinds: [String: Kind] = table(
    [
      ("hr", "H.R.", true), ("s", "S.", false), ("hres", "H.Res.", true), ("sres", "S.Res.", false), ("hjres", "H.J.Res.", true),
      ("sjres", "S.J.Res.", false), ("hconres", "H.Con.Res.", true), ("sconres", "S.Con.Res.", false),
    ], isFederal: true)
  private static let stateKinds: [String: Kind] = table(
    [
      ("hb", "HB", true), ("sb", "SB", false), ("ab", "AB", true), ("a", "A.", true), ("s", "S.", false), ("sf", "SF", false),
      ("hf", "HF", true), ("lb", "LB", false), ("ld", "LD", true), ("hjr", "HJR", true), ("sjr", "SJR", false), ("hcr", "HCR", true),
      ("scr", "SCR", false), ("ajr", "AJR", true), ("acr", "ACR", true), ("hp", "HP", true), ("hsb", "HSB", true), ("h", "H.", true),
    ], isFederal: false)

  private static func table(_ rows: [(String, String, Bool)], isFederal: Bool) -> [String: Kind] {
    Dictionary(uniqueKeysWithValues: rows.map { ($0.0, Kind(code: $0.0, printed: $0.1, isHouse: $0.2, isFederal: isFederal)) })
  }
}
