/// A bill's number as a story spells it: `H.R. 3633`, `H. R. 3633`, `HR3633`, `House Bill 302`, `HBs 882`; not yet weighed.
struct BillNumberSpelling: Sendable {
  /// Letters of the kind, as in ids: `hr`, `sjres`, `hb`.
  var code: String
  var number: Int
  /// Tokens.
  var range: Range<Int>
  /// Written with full stops or in words: "H.R. 58" and not "HR 58".
  var isExplicit: Bool
  /// `HBs`, `House Bills`: more numbers follow.
  var isPlural = false
  /// `House Bill`: said alike of Congress and of a state.
  var isSpelledOut = false
  /// `S6801`: letters and digits in one.
  var isGlued = false

  private static let parts: KeywordTable<String> = {
    let codes = """
      h s r hr hj sj hc sc res con j hres sres hjres sjres hconres sconres hb sb ab a b hbs sbs abs sf hf lb ld hjr sjr hcr scr ajr acr f
      """
    return KeywordTable(codes.split(separator: " ").map { (String($0), String($0)) })
  }()
  private static let inWords: [(PhraseSet, String)] = [
    (PhraseSet("house bill|house bills"), "hb"), (PhraseSet("senate bill|senate bills"), "sb"),
    (PhraseSet("assembly bill|assembly bills"), "ab"), (PhraseSet("house file"), "hf"), (PhraseSet("senate file"), "sf"),
    (PhraseSet("legislative bill"), "lb"), (PhraseSet("house joint resolution"), "hjres"), (PhraseSet("senate joint resolution"), "sjres"),
    (PhraseSet("house resolution"), "hres"), (PhraseSet("senate resolution"), "sres"),
    (PhraseSet("house concurrent resolution"), "hconres"), (PhraseSet("senate concurrent resolution"), "sconres"),
  ]
  private static let number = KeywordSet("no number nos")
  /// The words that may stand right before the digits.
  static let leads = KeywordSet(parts.allKeys + number.allKeys + inWords.flatMap(\.0.lastKeys))

  /// Whether a token is a number with a word before it that a bill's may have, or letters and digits in one.
  static func mayBe(_ words: StoryWords, _ index: Int) -> Bool {
    let roles = words.tokens[index].roles
    if roles.contains(.endsInDigit) { return isGlued(words, index) }
    guard roles.contains(.number) else { return false }
    var lead = index - 1
    while lead >= 0, words.tokens[lead].isMark(".") || words.tokens[lead].isMark("-") { lead -= 1 }
    return words.roles(lead).contains(.billLead)
  }

  /// Whether a token could hold letters and digits of one number: `HR3633`, `SB21`, `S6486D`.
  static func isGlued(_ words: StoryWords, _ index: Int) -> Bool {
    let token = words.tokens[index]
    return token.isWord && token.isCapitalised && token.span.count <= 12 && token.roles.contains(.endsInDigit)
  }

  /// The spelling whose digits stand at a token.
  static func read(_ words: StoryWords, at index: Int) -> BillNumberSpelling? {
    if words.tokens[index].isWord { return glued(words, at: index) }
    guard let number = words.integer(at: index), number > 0, number < 100_000, !words.isMark(index + 1, "%") else { return nil }
    let start = words.sentence(of: index).lowerBound
    return spelledOut(words, number, at: index, from: start) ?? lettered(words, number, at: index, from: start)
  }

  private static func glued(_ words: StoryWords, at index: Int) -> BillNumberSpelling? {
    let text = words.text(index)
    let letters = text.prefix { $0.isLetter }
    guard letters.count >= 2 || (text.count >= 4 && (letters == "S" || letters == "A")), letters.allSatisfy(\.isUppercase) else {
      return nil
    }
    var digits = text.dropFirst(letters.count)
    // New York's and New Jersey's prints have a letter of their own.
    if letters.count == 1, let last = digits.last, last.isUppercase { digits.removeLast() }
    guard let number = Int(digits), number > 0, let code = kind(of: letters.lowercased()) else { return nil }
    return BillNumberSpelling(code: code, number: number, range: index..<index + 1, isExplicit: false, isGlued: true)
  }

  /// `House Bill 302`, `Senate Bill No. 21`.
  private static func spelledOut(_ words: StoryWords, _ number: Int, at index: Int, from start: Int) -> BillNumberSpelling? {
    var end = index
    if end - 1 > start, words.isMark(end - 1, "."), words.is(end - 2, Self.number) {
      end -= 2
    } else if end > start, words.is(end - 1, Self.number) {
      end -= 1
    }
    for length in [3, 2] where end - length >= start {
      for (phrases, code) in inWords where phrases.length(in: words, at: end - length, before: end) == length {
        guard words.tokens[end - length].isCapitalised else { return nil }
        let isPlural = words.scan.bytes[Int(words.tokens[end - 1].end) - 1] == UInt8(ascii: "s")
        return BillNumberSpelling(
          code: code, number: number, range: end - length..<index + 1, isExplicit: true, isPlural: isPlural, isSpelledOut: true)
      }
    }
    return nil
  }

  /// Letters before the number, read from right to left; the longest reading that is a kind of bill counts.
  private static func lettered(_ words: StoryWords, _ number: Int, at index: Int, from start: Int) -> BillNumberSpelling? {
    var letters = ""
    var best: BillNumberSpelling?
    var low = index - 1
    var sawDot = false
    while low >= start, index - low < 8 {
      let token = words.tokens[low]
      if token.isMark(".") {
        // A full stop that a blank parts from its letter ends something else.
        guard !token.followsSpace else { break }
        sawDot = true
        low -= 1
        continue
      }
      // "HR-3633", and not "S-1".
      if token.isMark("-"), low == index - 1, !token.followsSpace, !words.tokens[index].followsSpace,
        words.tokens[safe: low - 1]?.span.count ?? 0 > 1
      {
        low -= 1
        continue
      }
      guard token.isWord, token.isCapitalised, let part = parts[token.key], hasCapitals(token, part) else { break }
      if token.isDotted { sawDot = true }
      letters = part + letters
      if let code = kind(of: letters) {
        let isPlural = letters.hasSuffix("bs") && letters.count == 3
        best = BillNumberSpelling(
          code: code, number: number, range: low..<index + 1, isExplicit: sawDot || letters.hasSuffix("res"), isPlural: isPlural)
      }
      low -= 1
    }
    return best.flatMap { isApart($0, words, from: start) ? $0 : nil }
  }

  /// `Res`, `Con`, `HRes` and `HBs` may have small letters; short forms must be capitals.
  private static func hasCapitals(_ token: WordToken, _ part: String) -> Bool {
    token.span.count == 1 || token.isAllCapitals || token.isDotted || part == "res" || part == "con" || part.hasSuffix("bs")
      || token.span.count >= 4
  }

  /// Whether nothing touches it from the left: "U.S. 2024", "5 U.S.C. 552", "vs. 70", "Washington, D.C. S. 5".
  private static func isApart(_ spelling: BillNumberSpelling, _ words: StoryWords, from start: Int) -> Bool {
    let first = spelling.range.lowerBound
    guard first > start else { return true }
    let before = words.tokens[first - 1]
    if !words.tokens[first].followsSpace {
      return !(before.isWord || before.isNumber || before.isMark(".") || before.isMark("'") || before.isMark("&") || before.isMark("-"))
    }
    guard before.isDotted || (before.isMark(".") && !before.followsSpace && spelling.code.count == 1) else { return true }
    // "1. S. 1668": the number of an item.
    return first - 2 >= start
      && (words.tokens[first - 2].isNumber || (words.tokens[first - 2].isWord && words.tokens[first - 2].span.count > 1))
  }

  private static func kind(of letters: String) -> String? {
    let single = letters.count == 3 && letters.hasSuffix("bs") ? String(letters.dropLast()) : letters
    return BillNumber.federal(single) != nil || BillNumber.state(single) != nil ? single : nil
  }
}
