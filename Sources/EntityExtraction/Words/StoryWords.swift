import RegulatoryModel

/// A story's text as words, numbers and marks, cut into the sentences and paragraphs of its `TextScan`.
///
/// Emphasis marks (`*`, `_`, `` ` ``) and web addresses leave no token. Asides are left out altogether.
/// What it says never changes. A class, so that the many small rules that hold it share it for the price of one reference.
package final class StoryWords: @unchecked Sendable {
  // Unchecked: of a very long text tokens are cut again when they are asked for (see `WordPages`). One call of
  // `Extractor.findings` makes it and hands it to no other thread.

  struct Sentence: Sendable {
    private let start: UInt32
    private let end: UInt32
    private let paragraphNumber: UInt32
    /// All that its tokens may lead to.
    let roles: WordRoles

    init(range: Range<Int>, paragraph: Int, roles: WordRoles) {
      start = UInt32(truncatingIfNeeded: range.lowerBound)
      end = UInt32(truncatingIfNeeded: range.upperBound)
      paragraphNumber = UInt32(truncatingIfNeeded: paragraph)
      self.roles = roles
    }

    /// Indices into `tokens`; never empty.
    var range: Range<Int> { Range(uncheckedBounds: (Int(start), Int(end))) }
    /// The number of its paragraph, from 0.
    var paragraph: Int { Int(paragraphNumber) }
  }

  /// A longer one is cut, so that rules may look at a whole sentence and still take time linear in the text.
  static let longestSentence = 250

  let scan: TextScan
  let tokens: WordTokens
  let sentences: [Sentence]
  /// All that any token may lead to.
  let roles: WordRoles
  /// Token: the index of its sentence.
  let sentenceOfToken: SentenceNumbers
  private let pages: WordPages

  /// - Parameter places: how many places of names are held besides.
  package init(_ scan: TextScan, places: Int = 0) {
    self.scan = scan
    pages = WordPages(scan, places: places)
    (sentences, roles) = pages.cutAll()
    tokens = WordTokens(pages)
    sentenceOfToken = SentenceNumbers(pages)
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
    let stretch = pages.tokens(around: span.lowerBound)
    var low = stretch.lowerBound
    var high = stretch.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].end) > span.lowerBound { high = middle } else { low = middle + 1 }
    }
    // A name has few words; a paragraph may be the whole text, and is asked for once for each quotation in it.
    var end = low
    while end < tokens.count, end - low < 16, Int(tokens[end].start) < span.upperBound { end += 1 }
    guard end - low == 16 else { return low..<end }
    high = tokens.count
    while end < high {
      let middle = (end + high) / 2
      if Int(tokens[middle].start) < span.upperBound { end = middle + 1 } else { high = middle }
    }
    return low..<end
  }
}
