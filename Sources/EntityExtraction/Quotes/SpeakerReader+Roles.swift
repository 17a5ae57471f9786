// What is told of a speaker right behind the name.
extension SpeakerReader {
  /// What is told of a person right behind the name, `(R-Ohio)`, `, chair of the SEC,`, `of Orchid Capital`, and where it ends.
  func told(from start: Int, _ limit: Int) -> (role: String?, isJoined: Bool, end: Int) {
    var index = start
    var role: String?
    var isJoined = false
    if words.isMark(index, "("), let close = Range.from(index, to: min(limit, index + 8)).first(where: { words.isMark($0, ")") }) {
      index = close + 1
    }
    if words.is(index, Self.fors), index + 1 < limit, words.tokens[index + 1].isCapitalised || words.key(index + 1) == Self.the {
      var end = index + 1
      while end < min(limit, index + 10), words.tokens[end].isWord, !words.is(end, SpeechWords.verbs),
        words.tokens[end].isCapitalised || words.is(end, Self.inNames)
      {
        end += 1
        if words.isMark(end, "'"), words.key(end + 1) == Self.s, end + 2 < limit, words.tokens[end + 2].isCapitalised { end += 2 }
      }
      if end > index + 1 {
        role = words.text(index..<end)
        isJoined = true
        index = end
      }
    }
    var rounds = 0
    while rounds < 3, index < limit {
      // "Pike, 41, of Dallas, said": one comma ends an insertion and begins the next.
      let comma = words.isMark(index, ",") ? index : rounds > 0 && words.isMark(index - 1, ",") ? index - 1 : limit
      guard comma < limit, let (text, end) = insertion(comma, limit), end > index else { break }
      rounds += 1
      if let text { role = role ?? text }
      index = end
    }
    return (role, isJoined, index)
  }

  private static let inNames = KeywordSet("the of for and")

  /// `, chair of the SEC,` or to the sentence's end: what it says, nil for an age or a town, and where it ends.
  func insertion(_ comma: Int, _ limit: Int) -> (text: String?, end: Int)? {
    let start = comma + 1
    guard start < limit else { return nil }
    var end = start
    while end < limit, end - comma < 24 {
      let token = words.tokens[end]
      if token.isMark(",") || token.isMark(";") || token.isMark("(") || token.isMark("\"") || words.isDash(end) { break }
      if token.isMark("."), end + 1 >= limit || words.tokens[end + 1].followsSpace, isStop(end) { break }
      end += 1
    }
    guard end > start, end - comma < 24 else { return nil }
    let after = words.isMark(end, ",") ? end + 1 : end
    if words.tokens[start].isNumber, end - start == 1 { return (nil, after) }
    if words.key(start) == Self.of, end - start <= 3 { return (nil, after) }
    // "Strand, in a dissent, wrote".
    if words.is(start, Self.asides), end - start <= 8, words.isMark(end, ",") { return (nil, after) }
    guard isRole(start, end) else { return nil }
    // "D-Calif.": the full stop belongs to it.
    if words.isMark(end, "."), end < limit, end - start == 3, words.isMark(start + 1, "-") {
      let comma = words.isMark(end + 1, ",") ? end + 2 : end + 1
      return (words.text(start..<end + 1), comma)
    }
    while end > start, words.isMark(end - 1, "."), !words.isMark(start + 1, "-") { end -= 1 }
    return end > start ? (words.text(start..<end), after) : nil
  }

  private static let of = WordKey.of("of")

  /// Whether a full stop ends a sentence and no abbreviation, by the sentences of the text.
  private func isStop(_ index: Int) -> Bool {
    words.sentence(of: index).upperBound == index + 1 || index - 1 >= 0 && words.tokens[index - 1].span.count > 5
      || words.isMark(index + 1, ",") == false && words.sentence(of: index).upperBound <= index + 2
  }

  /// Whether an insertion tells what a person is: it begins with an article, a title, a body's name or "who", not with a clause.
  private func isRole(_ start: Int, _ end: Int) -> Bool {
    if words.is(start, Self.roleLeads) || words.is(start, SpeechWords.titles) || words.is(start, ActionWords.posts) { return true }
    if words.tokens[start].span.count == 1, words.isMark(start + 1, "-") { return true }
    if (start..<min(end, start + 4)).contains(where: { words.is($0, SpeechWords.titles) || words.is($0, ActionWords.posts) }) {
      return true
    }
    return words.scan.hits(in: words.span(start..<start + 1)).contains { hit in
      hit.targets.contains { $0.kind == .agency || $0.kind == .exchange || $0.kind == .country }
    }
  }

  private static let asides = KeywordSet("in on at during speaking")
  private static let roleLeads = KeywordSet("a an the who its one")
}
