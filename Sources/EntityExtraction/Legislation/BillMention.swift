import RegulatoryModel

/// One place where a story names a bill, before it is settled which.
struct BillMention: Sendable {
  enum Form: Sendable {
    case number(BillNumber)
    /// A name of the lexicon: the rows it may mean, those that it means by itself first.
    case known(rows: [Int], isWeak: Bool)
    /// A name by its capitals alone.
    case named
    /// A short name that the story gave to the mention at this index.
    case defined(by: Int)
    /// "Senator X introduced legislation": sponsor and subject.
    case unnamed(sponsor: String, family: String, subject: String)
  }

  var form: Form
  /// Tokens.
  var range: Range<Int>
  var rule: LegislationRule
  /// The name as written; empty for numbers.
  var title: String
  /// "Law No. 7518", "Bill 4401/2021": a law of another country by its number.
  var isNumberedLaw = false

  var isNumber: Bool { if case .number = form { true } else { false } }
}
