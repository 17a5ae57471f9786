/// Where an entry of the user's lexicon stands.
package struct LexiconOrigin: Hashable, Sendable {
  package var file: String
  /// From 1; where the entry begins.
  package var line: Int

  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// "lexicon/corrections.toml line 12".
  package var text: String { "lexicon/\(file.split(separator: "/").last.map(String.init) ?? file) line \(line)" }
}

/// A name as the automaton compares it: blanks, hyphens, apostrophes and capitals brought to one form each.
struct NameKey: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ text: String) {
    var bytes: [UInt8] = []
    var text = text
    // What can never be matched is compared as it stands.
    if !text.withUTF8({ AliasAutomaton.appendNormalised($0, to: &bytes) }) { bytes = Array(text.utf8) }
    self.bytes = bytes.map(LetterBytes.folded)
  }
}
