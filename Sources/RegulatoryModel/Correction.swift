/// The sorts of finding that a person can call wrong. The raw value is the `kind` of a `[[deny]]` in the user's lexicon.
package enum DeniableKind: String, CaseIterable, Sendable {
  case exchange, agency, asset, person, bill
  case stage, move, action, deadline, quote

  /// The things that have names; of the others only a sentence can be denied.
  package var hasNames: Bool {
    switch self {
    case .exchange, .agency, .asset, .person, .bill: true
    case .stage, .move, .action, .deadline, .quote: false
    }
  }

  package init(_ kind: EntityKind) {
    switch kind {
    case .exchange: self = .exchange
    case .agency: self = .agency
    case .asset: self = .asset
    case .bill: self = .bill
    }
  }

  /// As a sentence names it: "price move".
  package var label: String {
    switch self {
    case .exchange, .agency, .asset, .person, .bill, .action, .deadline: rawValue
    case .stage: "stage of a bill"
    case .move: "price move"
    case .quote: "quotation"
    }
  }
}

/// What a person says instead of what was found. Kept in the user's lexicon, as entries that anybody can read and edit.
package enum Correction: Hashable, Sendable {
  /// The name never means that thing; without a name none of its names does.
  case never(EntityKey, name: String?)
  /// The sentence, wherever it stands, tells nothing of that sort; with an id, nothing of that thing.
  case notInSentence(DeniableKind, id: String?, sentence: String)
  /// The name means this thing, and not the other.
  case means(String, EntityKey, insteadOf: EntityKey?)
}
