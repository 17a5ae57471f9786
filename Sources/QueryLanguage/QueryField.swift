import RegulatoryModel

/// The fields of the query language: the one table that the parser, completion, help and manual are printed from.
package enum QueryField: String, CaseIterable, Sendable, Hashable {
  case agency, exchange, bill, asset, kind, action, tag, source, `is`, has, stage, sponsor, move, date, added

  /// What sort of value follows the colon.
  package enum ValueKind: Sendable, Hashable { case vocabulary, name, days, move }

  package var valueKind: ValueKind {
    switch self {
    case .agency, .exchange, .bill, .asset, .kind, .action, .is, .has, .stage: .vocabulary
    case .tag, .source, .sponsor: .name
    case .date, .added: .days
    case .move: .move
    }
  }

  /// One line of help.
  package var help: String {
    switch self {
    case .agency: "names this agency"
    case .exchange: "names this exchange"
    case .bill: "is about this bill, by number, name or nickname"
    case .asset: "names this crypto-asset"
    case .kind: "is this sort of document"
    case .action: "tells that an agency did this"
    case .tag: "carries this tag of yours"
    case .source: "lies in this folder, or was issued by this source"
    case .is: "is unread, read, starred, new or folded"
    case .has: "has a deadline, action, quote, move, bill or note"
    case .stage: "is about a bill that stands at this stage"
    case .sponsor: "is about a bill of this sponsor"
    case .move: "tells of a price move of this size, in percent"
    case .date: "is dated in this span"
    case .added: "came into the library in this span"
    }
  }

  package var example: String {
    switch self {
    case .agency: "agency:sec"
    case .exchange: "exchange:binance"
    case .bill: "bill:hr3633"
    case .asset: "asset:btc"
    case .kind: "kind:rule"
    case .action: "action:settled"
    case .tag: "tag:desk"
    case .source: "source:inbox"
    case .is: "is:unread"
    case .has: "has:deadline"
    case .stage: "stage:committee"
    case .sponsor: "sponsor:warren"
    case .move: "move:>10"
    case .date: "date:2026-01..2026-03"
    case .added: "added:today"
    }
  }

  /// The field that asks for an entity of this kind.
  package init(_ kind: EntityKind) {
    switch kind {
    case .exchange: self = .exchange
    case .agency: self = .agency
    case .bill: self = .bill
    case .asset: self = .asset
    }
  }
}

/// The values of `is:`.
package enum StoryFlag: String, CaseIterable, Sendable, Hashable { case unread, read, starred, new }

/// The values of `has:`.
package enum StoryFeature: String, CaseIterable, Sendable, Hashable { case deadline, action, quote, move, bill, exchange, agency, tag }
