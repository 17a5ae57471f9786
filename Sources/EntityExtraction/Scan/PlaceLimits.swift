/// How much of one story is kept, so that no text takes memory without bound: a text of 64 MB stays under 300 MB with all that is found.
///
/// Far above what a document says that somebody reads. Beyond a limit reading goes on, but no further places are kept; what is named
/// for the first time still is. A story that comes to one is marked: `Findings.isCut`.
package enum PlaceLimits {
  /// Places of one spelling of a name.
  static let ofOneName = 200_000
  /// Places of all names; from then on each spelling is kept `ofEachNameBeyond` times more.
  static let ofAllNames = 500_000
  static let ofEachNameBeyond = 100
  /// From how many names on they are counted one by one.
  static let uncounted = 50_000
  /// Words that speak for or against a name.
  static let ofCues = 1_000_000
  /// Places of bills by number, and as many by name; from then on only bills not seen before.
  static let ofBills = 30_000
  /// With the places of bills that are named first beyond `ofBills`.
  static let ofBillsInAll = 40_000
  static let ofSponsors = 100_000
  static let ofMoves = 50_000
  /// Notes of one size and direction on one asset that differ in the time alone.
  static let ofOneMove = 64
  static let ofActions = 50_000
  static let ofQuotes = 50_000
  /// Bytes in all quotations.
  static let ofQuotedBytes = 16 << 20
  /// Sentences, and as many paragraphs; from then on those of fewer bytes than `shortSentence` are read with what follows.
  static let ofSentences = 800_000
  static let shortSentence = 128
}

extension Range where Bound == Int {
  /// Empty where the end lies before the start: what one name of a story ends with and another begins with may lie either way.
  @inline(__always)
  static func from(_ start: Int, to end: Int) -> Range<Int> { start..<Swift.max(start, end) }
}
