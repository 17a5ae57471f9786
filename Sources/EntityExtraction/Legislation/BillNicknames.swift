import RegulatoryModel

/// The one-word nicknames of known bills, taken from their short titles: GENIUS of "GENIUS Act", CLARITY, FIT21.
struct BillNicknames: Sendable {
  /// Key of the nickname: the rows that bear it, those that it means by itself first.
  private let rows: KeywordTable<[Int]>

  private static let nouns = KeywordSet("bill legislation measure law act")
  /// Between nickname and noun: "the GENIUS stablecoin bill".
  private static let topics = KeywordSet("stablecoin stablecoins crypto cryptocurrency market structure")
  /// Words that a headline may write in capitals without meaning the bill.
  private static let common = KeywordSet(
    "bitcoin stable crypto blockchain keep token digital dare find future fintech payment strategic securities")

  init(_ bills: [BillRow]) {
    var rows: [UInt64: [Int]] = [:]
    for (index, bill) in bills.enumerated() {
      for alias in [Alias(bill.title)] + bill.aliases {
        let words = alias.text.split(separator: " ")
        guard words.count == 2, words[1] == "Act", words[0].filter(\.isUppercase).count >= 2 else { continue }
        let key = WordKey.of(words[0])
        if rows[key]?.contains(index) == true { continue }
        if alias.isWeak { rows[key, default: []].append(index) } else { rows[key, default: []].insert(index, at: 0) }
      }
    }
    self.rows = KeywordTable(entries: rows.map { ($0.key, $0.value) })
  }

  /// The rows of a nickname that begins a longer name: "GENIUS Stablecoin Act".
  func rows(of words: StoryWords, leading range: Range<Int>) -> [Int]? {
    let first = words.tokens[range.lowerBound]
    guard range.count <= 4, first.isAllCapitals || (words.is(range.lowerBound + 1, Self.topics) && !Self.common.contains(first.key)) else {
      return nil
    }
    return rows[words.key(range.lowerBound)]
  }

  /// "the GENIUS bill", "Clarity Bill"; and the bare nickname in capitals where the story has the bill by its full name too.
  func mentions(_ words: StoryWords, taken: TokenMarks, firm: Set<Int>) -> [BillMention] {
    var found: [BillMention] = []
    for index in words.tokens.indices where !taken[index] {
      let token = words.tokens[index]
      guard token.isCapitalised, let candidates = rows[token.key] else { continue }
      if found.count >= PlaceLimits.ofBills {
        words.scan.cut()
        break
      }
      var next = index + 1
      while next < index + 3, words.is(next, Self.topics) { next += 1 }
      let isCommon = Self.common.contains(token.key)
      let hasNoun = words.is(next, Self.nouns) && words.sentenceOfToken[safe: next] == words.sentenceOfToken[index]
      if hasNoun, !words.isMark(next + 1, "&"), token.isAllCapitals ? !isCommon : !isCommon && words.tokens[next].isCapitalised {
        found.append(mention(words, index..<next + 1, candidates))
      } else if token.isAllCapitals, !isCommon, candidates.contains(where: firm.contains), isAmongSmallLetters(words, index) {
        found.append(mention(words, index..<index + 1, candidates))
      }
    }
    return found
  }

  private func mention(_ words: StoryWords, _ range: Range<Int>, _ rows: [Int]) -> BillMention {
    BillMention(form: .known(rows: rows, isWeak: true), range: range, rule: .knownName, title: words.text(range))
  }

  /// In a line of capitals a nickname is only a word.
  private func isAmongSmallLetters(_ words: StoryWords, _ index: Int) -> Bool {
    words.sentence(of: index).contains { words.tokens[$0].isWord && !words.tokens[$0].isAllCapitals && words.tokens[$0].span.count > 2 }
  }
}
