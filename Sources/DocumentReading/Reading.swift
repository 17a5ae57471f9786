import RegulatoryModel

/// What was read from one file.
package struct Reading: Sendable, Equatable {
  package var format: DocumentFormat
  package var stories: [Story]
  /// What a person should know who relies on it: a part left out, an odd character set, wrong bytes. Empty where all is well.
  package var notes: [String]

  package init(format: DocumentFormat, stories: [Story], notes: [String] = []) {
    self.format = format
    self.stories = stories
    self.notes = notes
  }
}
