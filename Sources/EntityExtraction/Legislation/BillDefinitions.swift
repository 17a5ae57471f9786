import RegulatoryModel

/// Finds the short names that a story gives to a bill itself: "… for the 21st Century Act (FIT21)", "known as FIT21".
struct BillDefinitions {
  let words: StoryWords

  struct Definition: Sendable {
    /// Index of the mention that it names.
    var mention: Int
    /// The tokens of the short name where it is defined.
    var range: Range<Int>
  }

  private static let lead = PhraseSet("known as|also known as|better known as|called|dubbed|or|nicknamed|short for|the so - called")
  private static let generic = KeywordSet("act bill regulation directive law ordinance resolution the rule eu ec no")
  private static let parties = KeywordSet("r d i dem rep gop")

  func definitions(of mentions: [BillMention]) -> [Definition] {
    var found: [Definition] = []
    for (number, mention) in mentions.enumerated() where !mention.isNumber {
      let sentence = words.sentence(of: mention.range.lowerBound)
      var index = mention.range.upperBound
      if words.isMark(index, "(") {
        if let range = bracketed(index, before: sentence.upperBound) { found.append(Definition(mention: number, range: range)) }
        continue
      }
      if words.isMark(index, ",") { index += 1 }
      if let length = Self.lead.length(in: words, at: index, before: sentence.upperBound) {
        index += length
        if words.key(index) == WordKey.of("the") { index += 1 }
        if let range = short(index, before: sentence.upperBound) { found.append(Definition(mention: number, range: range)) }
      }
    }
    return found
  }

  /// "(FIT21)", "(the “CLARITY Act”)", "(“GENIUS Act” or the “Act”)".
  private func bracketed(_ open: Int, before end: Int) -> Range<Int>? {
    var index = open + 1
    if words.key(index) == WordKey.of("the") { index += 1 }
    return short(index, before: end)
  }

  private func short(_ start: Int, before end: Int) -> Range<Int>? {
    var index = start
    let isQuoted = words.isMark(index, "\"")
    if isQuoted { index += 1 }
    let first = index
    while index < end, index - first < 6, words.tokens[index].isWord || words.isMark(index, "-") || words.tokens[index].isNumber {
      index += 1
    }
    guard index > first, words.tokens[first].isWord, words.tokens[first].isCapitalised else { return nil }
    let range = first..<index
    if range.count == 1 {
      let token = words.tokens[first]
      guard !Self.generic.contains(token.key), !Self.parties.contains(token.key) else { return nil }
      return isShortName(token) ? range : nil
    }
    // Longer ones must be quoted, or end in "Act".
    guard let last = range.last, isQuoted || BillWords.heads.contains(words.tokens[last].key) else { return nil }
    return range.allSatisfy({ words.tokens[$0].isCapitalised || !words.tokens[$0].isWord }) ? range : nil
  }

  /// Two capitals, or a capital and a digit: `FIT21`, `MiCA`, `NDAA`.
  private func isShortName(_ token: WordToken) -> Bool {
    let bytes = words.scan.bytes[token.span]
    guard bytes.count >= 3, bytes.count <= 12 else { return false }
    let capitals = bytes.filter(LetterBytes.isUpper).count
    return capitals >= 2 || (capitals >= 1 && bytes.contains(where: LetterBytes.isDigit))
  }
}
