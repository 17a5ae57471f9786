import QueryLanguage
import RegulatoryModel

/// A correction as a person asks for it: the sentence is known by its place, since only the one who carries it out can cut it as
/// extraction does.
package struct CorrectionRequest: Equatable, Sendable {
  package enum What: Equatable, Sendable {
    /// The name never means that thing; without a name none of its names does.
    case never(EntityKey, name: String?)
    /// The sentence at the place tells nothing of that sort.
    case notHere(DeniableKind, id: String?)
    case means(String, EntityKey, insteadOf: EntityKey?)
  }

  package var what: What
  /// Where the person saw that it is wrong; nil for what was typed as a command.
  package var place: StoryPlace?
  /// In words, for messages: "“Kraken” is never Kraken (Payward)".
  package var label: String

  package init(_ what: What, place: StoryPlace?, label: String) {
    self.what = what
    self.place = place
    self.label = label
  }
}

/// A correction that was written: enough to take exactly that out again.
package struct CorrectionRecord: Equatable, Sendable {
  package var label: String
  /// The file's path.
  package var file: String
  /// What was put at its end.
  package var addition: [UInt8]

  package init(label: String, file: String, addition: [UInt8]) {
    self.label = label
    self.file = file
    self.addition = addition
  }
}

/// What a line of the user's lexicon did at one place of a story.
package struct TraceNote: Equatable, Sendable {
  package var span: Range<Int>
  /// "lexicon/corrections.toml line 12".
  package var origin: String
  /// What is not found any more, in words; nil where the line made the finding.
  package var removed: String?
  /// The rule that would have found it.
  package var rule: RuleID?

  package init(span: Range<Int>, origin: String, removed: String? = nil, rule: RuleID? = nil) {
    self.span = span
    self.origin = origin
    self.removed = removed
    self.rule = rule
  }
}
