import RegulatoryModel

/// A story's text as words, numbers and marks, cut into the sentences and paragraphs of its `TextScan`.
///
/// Emphasis marks (`*`, `_`, `` ` ``) and web addresses leave no token. Asides are left out altogether.
/// It never changes. A class, so that the many small rules that hold it share it for the price of one reference.
package final class StoryWords: Sendable {
  struct Sentence: Sendable {
    /// Indices into `tokens`; never empty.
    var range: Range<Int>
    /// The number of its paragraph, from 0.
    var paragraph: Int
    /// All that its tokens may lead to.
    var roles: WordRoles
  }

  /// A longer one is cut, so that rules may look at a whole sentence and still take time linear in the text.
  static let longestSentence = 250

  let scan: TextScan
  let tokens: [WordToken]
  let sentences: [Sentence]
  /// Token: the index of its sentence.
  let sentenceOfToken: [Int32]
  /// All that any token may lead to.
  let roles: WordRoles

  package init(_ scan: TextScan) {
    self.scan = scan
    var cutter = WordCutter(capacity: scan.bytes.count / 5 + 8)
    var sentences: [Sentence] = []
    var sentenceOfToken: [Int32] = []
    sentenceOfToken.reserveCapacity(scan.bytes.count / 5 + 8)
    var storyRoles: WordRoles = []
    var paragraph = 0
    var aside = 0
    scan.bytes.withUnsafeBufferPointer { bytes in
      for span in scan.sentences {
        while aside < scan.asides.count, scan.asides[aside].upperBound <= span.lowerBound { aside += 1 }
        if aside < scan.asides.count, scan.asides[aside].lowerBound <= span.lowerBound { continue }
        while paragraph < scan.paragraphs.count, scan.paragraphs[paragraph].upperBound <= span.lowerBound { paragraph += 1 }
        var start = cutter.tokens.count
        cutter.cut(bytes, span, beginsParagraph: sentences.last?.paragraph != paragraph)
        while start < cutter.tokens.count {
          let end = min(cutter.tokens.count, start + Self.longestSentence)
          var roles: WordRoles = []
          for index in start..<end {
            roles.formUnion(cutter.tokens[index].roles)
            sentenceOfToken.append(Int32(sentences.count))
          }
          sentences.append(Sentence(range: start..<end, paragraph: paragraph, roles: roles))
          storyRoles.formUnion(roles)
          start = end
        }
      }
    }
    tokens = cutter.tokens
    self.sentences = sentences
    self.sentenceOfToken = sentenceOfToken
    roles = storyRoles
  }

  // MARK: Asking

  func key(_ index: Int) -> UInt64 { index >= 0 && index < tokens.count ? tokens[index].key : 0 }
  func `is`(_ index: Int, _ set: KeywordSet) -> Bool { index >= 0 && index < tokens.count && set.contains(tokens[index].key) }
  /// What the token may lead to; nothing outside the story.
  func roles(_ index: Int) -> WordRoles { index >= 0 && index < tokens.count ? tokens[index].roles : [] }
  func isMark(_ index: Int, _ character: Unicode.Scalar) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].isMark(character)
  }

  /// Whether the token joins two clauses as a dash does: a long one, or a short one between blanks.
  func isDash(_ index: Int) -> Bool {
    guard index >= 0, index < tokens.count, tokens[index].kind == .mark else { return false }
    if tokens[index].mark == WordToken.longDash { return true }
    guard tokens[index].mark == UInt8(ascii: "-"), tokens[index].followsSpace else { return false }
    return index + 1 >= tokens.count || tokens[index + 1].followsSpace
  }

  /// Whether the token is an adverb by its ending ("sharply"); words such as "supply" only look so.
  func isAdverb(_ index: Int) -> Bool {
    guard index >= 0, index < tokens.count, tokens[index].isWord else { return false }
    let span = tokens[index].span
    return span.count > 4 && scan.bytes[span.upperBound - 1] == UInt8(ascii: "y") && scan.bytes[span.upperBound - 2] == UInt8(ascii: "l")
      && !Self.notAdverbs.contains(tokens[index].key)
  }

  private static let notAdverbs = KeywordSet(
    "supply rally july italy family assembly monopoly anomaly reply apply comply imply multiply tally ally bully holy")

  func text(_ tokens: Range<Int>) -> String {
    guard let first = tokens.first, let last = tokens.last else { return "" }
    return scan.text(Int(self.tokens[first].start)..<Int(self.tokens[last].end))
  }

  func text(_ index: Int) -> String { scan.text(tokens[index].span) }

  func span(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return Int(tokens[first].start)..<Int(tokens[last].end)
  }

  func sentence(of token: Int) -> Range<Int> { sentences[Int(sentenceOfToken[token])].range }
  func paragraph(of token: Int) -> Int { sentences[Int(sentenceOfToken[token])].paragraph }

  /// The tokens that lie within a span of the text; empty where none does.
  func tokens(in span: Range<Int>) -> Range<Int> {
    let low = firstToken { Int($0.end) > span.lowerBound }
    let high = firstToken { Int($0.start) >= span.upperBound }
    return low..<max(low, high)
  }

  private func firstToken(where holds: (WordToken) -> Bool) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if holds(tokens[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
