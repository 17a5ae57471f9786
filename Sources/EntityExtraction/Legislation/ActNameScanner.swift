import RegulatoryModel

/// Finds acts and bills by the capitals of their names: "Digital Asset Market Clarity Act of 2025", "Regulation (EU) 2023/1114".
struct ActNameScanner {
  let words: StoryWords

  static let commonHeads = KeywordSet("regulation directive law")
  static let act = WordKey.of("act")
  static let bill = WordKey.of("bill")
  static let law = WordKey.of("law")
  static let of = DateWords.of
  static let and = WordKey.of("and")
  static let the = WordKey.of("the")
  static let europe = KeywordSet("eu ec eec euratom")
  static let numbers = KeywordSet("no number nº n°")
  /// "Exchange Act Rule 15c", "Bill of Rights", "Law School", "Act Section 2": the head belongs to another name.
  static let notAfter = KeywordSet(
    """
    rule rules section sections school firm firms rights department enforcement office offices society review journal commission center centre
    group professor institute association library division commissioner council street llp officer officers gates clinton hagerty huizenga foster
    ackman dudley miller barr cassidy rate one two three team committee program
    """)

  /// - Parameter isTaken: whether a token belongs to a number or a known name already.
  func mentions(isTaken: (Int) -> Bool) -> [BillMention] {
    var found: [BillMention] = []
    guard words.roles.contains(.billHead) else { return [] }
    var seen = BillsSeen()
    for sentence in words.sentences where sentence.roles.contains(.billHead) {
      if found.count >= PlaceLimits.ofBillsInAll {
        words.scan.cut()
        break
      }
      let isTitleCase = isTitleCase(sentence.range)
      var index = sentence.range.lowerBound
      while index < sentence.range.upperBound {
        let token = words.tokens[index]
        if token.roles.contains(.billHead), token.isWord, token.isCapitalised, !isTaken(index) {
          if words.is(index, Self.commonHeads), hasLaterHead(after: index, before: sentence.range.upperBound) {
            index += 1
            continue
          }
          if let mention = european(at: index, before: sentence.range.upperBound) ?? numbered(at: index, before: sentence.range.upperBound)
          {
            if seen.keeps(found.count, title: mention.title, words.scan) { found.append(mention) }
            index = mention.range.upperBound
            continue
          }
          if !isTitleCase || startsAfterMark(index, sentence.range), let mention = named(head: index, in: sentence.range, isTaken: isTaken)
          {
            if seen.keeps(found.count, title: mention.title, words.scan) { found.append(mention) }
            index = mention.range.upperBound
            continue
          }
        }
        index += 1
      }
    }
    return found
  }

  /// "Digital Assets Regulation Act": the name goes on to another head.
  func hasLaterHead(after index: Int, before end: Int) -> Bool {
    var next = index + 1
    while next < end, next < index + 8, words.tokens[next].isWord, words.tokens[next].isCapitalised || words.key(next) == Self.of {
      if BillWords.heads.contains(words.key(next)) { return true }
      next += 1
    }
    return false
  }

  /// Headlines have capitals everywhere, so that capitals say nothing there.
  func isTitleCase(_ range: Range<Int>) -> Bool {
    var capitals = 0
    var small = 0
    for index in range where words.tokens[index].isWord && words.tokens[index].span.count > 3 {
      if words.tokens[index].isCapitalised { capitals += 1 } else { small += 1 }
    }
    let endsOpen = range.last.map { !words.isMark($0, ".") } ?? false
    return endsOpen && small * 5 <= capitals && capitals >= 3
  }

  /// "H.R. 1747 - Blockchain Regulatory Certainty Act": a name that stands by itself even among capitals.
  func startsAfterMark(_ head: Int, _ sentence: Range<Int>) -> Bool {
    var index = head
    while index > sentence.lowerBound {
      let token = words.tokens[index - 1]
      if token.kind == .mark, !token.isMark("'"), !(token.isMark("-") && !words.isDash(index - 1)), !token.isMark(",") { return true }
      index -= 1
    }
    return false
  }

  /// - Parameter head: the token of "Act", "Bill" and the like.
  func named(head: Int, in sentence: Range<Int>, isTaken: (Int) -> Bool) -> BillMention? {
    let next = head + 1
    if next < sentence.upperBound, words.tokens[next].followsSpace, words.is(next, Self.notAfter) { return nil }
    // "Bill 1 at the boxing evening", "Act 2 of the musical", "Bill Foster"
    if next < sentence.upperBound, words.key(head) != Self.law, words.tokens[next].isNumber, words.tokens[next].span.count < 4 {
      return nil
    }
    var start = head
    var index = head - 1
    var gap = 0
    while index >= sentence.lowerBound {
      let token = words.tokens[index]
      if isTaken(index) || words.is(index, Self.headlineVerbs) { break }
      // An act before this one ends the name; "Regulation" right before "Act" is a part of it.
      if token.isWord, token.isCapitalised, BillWords.heads.contains(token.key), !(words.is(index, Self.commonHeads) && start == index + 1)
      {
        break
      }
      if token.isWord, token.isCapitalised || isOrdinal(token) {
        start = index
        gap = 0
      } else if token.isWord, BillWords.connectors.contains(token.key) {
        // "the SEC and the Securities Act": an article after "and" opens a new name.
        if token.key == Self.the, index > sentence.lowerBound, words.key(index - 1) == Self.and { break }
        gap += 1
        if gap > 2 { break }
      } else if token.isMark("-"), !token.followsSpace {
        // "Anti-CBDC"
      } else if token.isMark("&") {
        gap += 1
      } else if token.isMark(")"), let open = bracket(index, sentence.lowerBound) {
        index = open
      } else if token.isMark(","), isSeries(comma: index, start: start, sentence) {
        gap = 0
      } else {
        break
      }
      index -= 1
      if head - index > 26 { break }
    }
    start = trimmed(start, head)
    guard start < head else { return nil }
    // One capital before "Act" may be the sentence's own: "Clarity act".
    let significant = (start..<head).filter {
      words.tokens[$0].isWord && (!BillWords.connectors.contains(words.tokens[$0].key) || words.tokens[$0].isCapitalised)
    }
    guard !significant.isEmpty else { return nil }
    guard significant.count <= 14 else { return nil }
    // "Loper Bright Decision Could Reshape Crypto Regulation" is a headline.
    if significant.contains(where: { words.is($0, BillWords.modals) || (words.key($0) == Self.the && words.tokens[$0].isCapitalised) }) {
      return nil
    }
    if words.key(head) == Self.bill {
      guard significant.count >= 2 || isCrypto(start..<head) || isYear(next) || words.isMark(next, ",") && isYear(next + 1) else {
        return nil
      }
    }
    if words.is(head, Self.commonHeads) {
      // "Crypto Law" may be a newspaper's section: only what an article or an owner leads in.
      guard significant.count >= 2, significant.count <= 8, isLedIn(start, sentence) || isExplained(next) else { return nil }
    }
    var end = head + 1
    if end + 1 < sentence.upperBound, words.key(end) == Self.of, isYear(end + 1) {
      end += 2
    } else if end < sentence.upperBound, isYear(end) {
      end += 1
    } else if end + 1 < sentence.upperBound, words.isMark(end, ","), isYear(end + 1),
      words.tokens[safe: end + 2]?.kind != .word || words.key(head) == Self.bill
    {
      end += 2
    }
    return BillMention(form: .named, range: start..<end, rule: .actName, title: words.text(start..<end))
  }

  /// "… Regulation (TFR)": an acronym in brackets follows.
  func isExplained(_ next: Int) -> Bool {
    guard words.isMark(next, "("), words.isMark(next + 2, ")"), let token = words.tokens[safe: next + 1] else { return false }
    return token.isAllCapitals && token.span.count <= 8
  }

  /// "the Transfer of Funds Regulation", "Singapore's … Law"
  func isLedIn(_ start: Int, _ sentence: Range<Int>) -> Bool {
    var index = start - 1
    if index > sentence.lowerBound, words.tokens[index].isWord, !words.tokens[index].isCapitalised, words.key(index) != Self.the {
      index -= 1
    }
    return index >= sentence.lowerBound
      && (words.key(index) == Self.the || (words.key(index) == WordKey.of("s") && words.isMark(index - 1, "'")))
  }

  func isCrypto(_ range: Range<Int>) -> Bool {
    range.contains { BillWords.cryptoInNames.contains(words.tokens[$0].key) }
      || range.contains { BillWords.digital.contains(words.tokens[$0].key) && words.is($0 + 1, BillWords.digitalThings) }
  }

  func isOrdinal(_ token: WordToken) -> Bool {
    guard let first = words.scan.bytes[token.span].first else { return false }
    return LetterBytes.isDigit(first)
  }

  func isYear(_ index: Int) -> Bool {
    guard words.tokens[safe: index]?.span.count == 4, let year = words.integer(at: index) else { return false }
    return (1850...2100).contains(year)
  }

  func bracket(_ close: Int, _ start: Int) -> Int? {
    var index = close - 1
    while index >= start, close - index < 9 {
      if words.isMark(index, "(") {
        // "(R-PA)" and "(H.R. 3633)" are no part of a name.
        let inner = words.tokens[index + 1]
        guard inner.isWord, inner.isCapitalised, close - index > 1, !inner.isDotted, inner.span.count > 1 else { return nil }
        return index > start && words.tokens[index - 1].isCapitalised ? index : nil
      }
      index -= 1
    }
    return nil
  }

  /// "Innovation, Technology, and Competitiveness through … Act": a comma within a name has an "and" after it.
  func isSeries(comma: Int, start: Int, _ sentence: Range<Int>) -> Bool {
    guard comma > sentence.lowerBound, words.tokens[comma - 1].isCapitalised, words.tokens[comma - 1].isWord else { return false }
    // To the right must come "and Capital" directly, or one capitalised word and then ", and" or " and".
    if words.key(comma + 1) == Self.and { return words.tokens[safe: comma + 2]?.isCapitalised == true && words.key(comma + 2) != Self.the }
    var index = comma + 1
    var capitals = 0
    while index < start + 8, capitals <= 3, let token = words.tokens[safe: index] {
      if token.isWord, token.isCapitalised {
        capitals += 1
      } else if token.isMark(",") || token.key == Self.and {
        return capitals > 0 && (token.key == Self.and || words.key(index + 1) == Self.and)
          && words.tokens[safe: token.key == Self.and ? index + 1 : index + 2]?.isCapitalised == true
      } else {
        return false
      }
      index += 1
    }
    return false
  }

  /// Cuts words off the front that only stand before the name: "Under the", "Senate", "Representative French Hill's".
  func trimmed(_ start: Int, _ head: Int) -> Int {
    var start = start
    // A possessive ends what comes before the name.
    for index in start..<head where words.isMark(index, "'") && words.key(index + 1) == WordKey.of("s") && index + 2 < head {
      start = index + 2
    }
    while start < head {
      let token = words.tokens[start]
      // "Title III of the X Act"
      if words.is(start, Self.parts), start + 3 < head, words.key(start + 2) == Self.of, words.tokens[start + 1].span.count <= 4 {
        start += 3
        continue
      }
      // "division B of the X Act"
      if token.isWord, token.span.count <= 4, token.span.count == 1 || token.isAllCapitals, words.key(start + 1) == Self.of,
        words.key(start + 2) == Self.the, start + 3 < head
      {
        start += 3
        continue
      }
      if token.isWord, BillWords.notFirst.contains(token.key) || BillWords.connectors.contains(token.key) {
        start += 1
      } else if token.kind == .mark, !token.isMark("(") {
        start += 1
      } else {
        break
      }
    }
    return start
  }
}
