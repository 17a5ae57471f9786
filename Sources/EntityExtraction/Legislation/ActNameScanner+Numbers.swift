import RegulatoryModel

// Laws that go by a number: of the European Union, Canada, Brazil, Turkey and others.

extension ActNameScanner {
  /// `Regulation (EU) 2023/1114`, `Regulation (EU) No 648/2012`, `Directive 2014/65/EU`.
  func european(at index: Int, before end: Int) -> BillMention? {
    guard words.key(index) == WordKey.of("regulation") || words.key(index) == WordKey.of("directive") else { return nil }
    var next = index + 1
    if words.isMark(next, "("), words.is(next + 1, Self.europe), words.isMark(next + 2, ")") { next += 3 }
    if words.is(next, Self.numbers) { next += 1 }
    guard next + 2 < end, words.integer(at: next) != nil, words.isMark(next + 1, "/"), words.integer(at: next + 2) != nil else {
      return nil
    }
    next += 3
    if words.isMark(next, "/"), words.is(next + 1, Self.europe) { next += 2 }
    return BillMention(form: .named, range: index..<next, rule: .actName, title: words.text(index..<next))
  }

  /// `Bill C-249` of Canada, `Bill 4401/2021` of Brazil, `Law No. 7518` of Turkey, `Law No. 4 of 2022` of Dubai.
  func numbered(at index: Int, before end: Int) -> BillMention? {
    guard words.is(index, Self.numberedHeads), words.key(index - 1) != Self.publicWord else { return nil }
    var next = index + 1
    let hasSign = words.is(next, Self.numbers)
    if hasSign { next += 1 }
    if hasSign, words.isMark(next, ".") { next += 1 }
    if words.key(index) == Self.bill, words.is(next, Self.canadian), words.tokens[next].isCapitalised, words.isMark(next + 1, "-"),
      !words.tokens[next + 1].followsSpace, words.integer(at: next + 2) != nil
    {
      return BillMention(form: .named, range: index..<next + 3, rule: .actName, title: words.text(index..<next + 3))
    }
    let isBracketed = words.isMark(next, "(") && words.isMark(next + 2, ")")
    if isBracketed { next += 1 }
    guard next < words.tokens.count, words.tokens[next].isNumber, !words.isMark(next + 1, "%") else { return nil }
    var stop = next + (isBracketed ? 2 : 1)
    var isDated = false
    if words.isMark(stop, "/"), isYear(stop + 1) || words.tokens[safe: stop + 1]?.span.count == 2 && words.integer(at: stop + 1) != nil {
      isDated = isYear(stop + 1)
      stop += 2
    } else if words.key(stop) == Self.of, isYear(stop + 1) {
      isDated = true
      stop += 2
    }
    let digits = words.scan.bytes[words.tokens[next].span].filter(LetterBytes.isDigit).count
    let isLong = words.key(index) == Self.law && digits >= (hasSign ? 4 : 5)
    guard isDated && (hasSign || digits >= 3) || isLong, !isYear(next) || hasSign else { return nil }
    return BillMention(
      form: .named, range: index..<stop, rule: .actName, title: words.text(index..<stop), isNumberedLaw: true)
  }

  /// In a title's capitals these are verbs.
  static let headlineVerbs = KeywordSet(
    "introduce introduces reintroduce reintroduces unveil unveils announce announces applaud applauds passes signs vetoes propose proposes")
  static let publicWord = WordKey.of("public")
  static let numberedHeads = KeywordSet("bill law act")
  static let parts = KeywordSet("title section part subtitle division chapter article")
  static let canadian = KeywordSet("c s")
}
