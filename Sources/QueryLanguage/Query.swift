import RegulatoryModel

/// What a person asks of the library, as a tree. Its text form is `description`; `Query(parsing:vocabulary:)` reads it back.
package indirect enum Query: Hashable, Sendable {
  case everything
  case text(TextTerm)
  case field(QueryField, FieldValue)
  case not(Query)
  case and([Query])
  case or([Query])
}

/// One full-text term. Words are folded by the index (case and accents), not here.
package enum TextTerm: Hashable, Sendable {
  case word(String)
  /// `stable*`
  case prefix(String)
  /// `"market structure"`, as its words in order.
  case phrase([String])
}

/// What follows the colon of a field.
package enum FieldValue: Hashable, Sendable {
  /// The id of an entity, kind, stage, tag, flag or other value of a closed list, resolved from any alias.
  case id(String)
  /// Free text that is compared as a whole, ignoring case: a sponsor's name, a folder.
  case name(String)
  case days(DaySpan)
  case move(MoveBound)
}

/// A span of days as written: absolute, or relative to the day on which the query is asked, so that a saved filter stays fresh.
package struct DaySpan: Hashable, Sendable {
  package enum Edge: Hashable, Sendable {
    case open
    /// `2026-01-15`, `2026-01` or `2026`; stands for its first day at the lower edge and its last at the upper.
    case day(year: Int, month: Int?, day: Int?)
    /// `7d`, `2w`, `3m`, `1y`: that long before today. Negative counts lie ahead.
    case ago(count: Int, unit: Unit)
    case today, yesterday
  }
  package enum Unit: String, Hashable, Sendable, CaseIterable { case days = "d", weeks = "w", months = "m", years = "y" }
  package var from: Edge
  package var to: Edge
  /// True for a single value ("today", "2026-01") and not a range with dots.
  package var isSingle: Bool
  package init(from: Edge, to: Edge, isSingle: Bool) {
    self.from = from
    self.to = to
    self.isSingle = isSingle
  }
}

/// `move:>10` (rose by more than 10 %), `move:<-5` (fell by more than 5 %). `>=`, `<=` and a bare number (either way, at least) too.
package struct MoveBound: Hashable, Sendable {
  package enum Relation: String, Hashable, Sendable { case more = ">", atLeast = ">=", less = "<", atMost = "<=", size = "" }
  package var relation: Relation
  /// Hundredths of a percent, signed.
  package var basisPoints: Int
  package init(relation: Relation, basisPoints: Int) {
    self.relation = relation
    self.basisPoints = basisPoints
  }
}
