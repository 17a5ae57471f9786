// A speaker's name with titles and post, a body, a voice, a pronoun.
extension SpeakerReader {
  private static let nameWords = KeywordSet("the of for and")

  /// The speaker named from a token on: a person with titles and role, a body, a voice ("a Kraken spokesperson"), a pronoun.
  func speaker(from start: Int, limit: Int, readsRole: Bool) -> Speaker? {
    guard start < limit, words.tokens[start].isWord else { return nil }
    if words.is(start, SpeechWords.pronouns) {
      return Speaker(name: words.text(start), role: nil, isPronoun: true, end: start + 1)
    }
    if let voice = voice(start, limit) { return voice }
    var index = start
    if words.key(index) == Self.the, index + 1 < limit {
      if words.is(index + 1, SpeechWords.bodies), !words.tokens[index + 1].isCapitalised {
        return Speaker(name: words.text(index..<index + 2), role: nil, isPerson: false, end: index + 2)
      }
      index += 1
    }
    if let owned = owned(index, limit) ?? holder(index, limit) { return owned }
    let low = index
    // "chief executive Leo Marsh".
    while index < min(limit, low + 5), !words.tokens[index].isCapitalised,
      words.is(index, SpeechWords.titles) || words.is(index, ActionWords.posts) || (index > low && words.isMark(index, "-"))
    {
      index += 1
    }
    var spoken = index > low ? words.text(low..<index) : nil
    guard index < limit, var run = run(from: index, limit) else { return nil }
    // "Northgate chief executive Tessa Holm", "ECB board member Fabio Renn": the name stands behind the post.
    if let post = post(behind: run, limit), let holder = self.run(from: post, limit) {
      spoken = words.text(low..<post)
      run = holder
    }
    var name = run
    var role = spoken
    if let last = run.indices.last(where: { words.is($0, SpeechWords.titles) }), last + 1 < run.upperBound {
      // "Sen. Vance": the full stop belongs to the title.
      var nameStart = last + 1
      while nameStart < run.upperBound, !words.tokens[nameStart].isWord { nameStart += 1 }
      guard nameStart < run.upperBound else { return nil }
      role = words.text((spoken == nil ? run.lowerBound : low)..<last + 1)
      name = nameStart..<run.upperBound
    } else if run.allSatisfy({ words.is($0, SpeechWords.titles) }) {
      return nil
    }
    guard words.span(name).count >= 3 else { return nil }
    let isBody = isBody(name)
    var end = run.upperBound
    if readsRole {
      let told = told(from: end, limit)
      end = told.end
      if let text = told.role { role = role.map { $0 + (told.isJoined ? " " : ", ") + text } ?? text }
    }
    return Speaker(name: words.text(name), role: role, isPerson: !isBody, end: end)
  }

  /// Where the name begins behind a firm's name and a post in small letters; nil where none is.
  private func post(behind run: Range<Int>, _ limit: Int) -> Int? {
    var index = run.upperBound
    while index < min(limit, run.upperBound + 5), words.tokens[index].isWord || words.isMark(index, "-"),
      !words.tokens[index].isCapitalised,
      !words.is(index, SpeechWords.verbs), !words.is(index, ActionWords.prepositions)
    {
      index += 1
    }
    guard index > run.upperBound, index < limit, words.tokens[index].isCapitalised,
      words.is(index - 1, SpeechWords.titles) || words.is(index - 1, ActionWords.posts) || words.is(index - 1, SpeechWords.voices)
    else { return nil }
    return index
  }

  private func isBody(_ name: Range<Int>) -> Bool {
    words.is(name.upperBound - 1, SpeechWords.firmEndings)
      || words.scan.hits(in: words.span(name)).contains { hit in
        hit.targets.contains { $0.kind == .agency || $0.kind == .exchange || $0.kind == .country }
      }
  }

  /// A run of words with capitals that may be a name; nil where none begins.
  private func run(from start: Int, _ limit: Int) -> Range<Int>? {
    guard words.tokens[start].isWord, words.tokens[start].isCapitalised, !words.is(start, SpeechWords.noNames) else { return nil }
    var index = start
    var end = start
    while index < limit, index - start < 14 {
      let token = words.tokens[index]
      if token.isWord, token.isCapitalised, !(index > start && words.is(index, SpeechWords.noNames) && token.span.count > 1),
        !words.is(index, SpeechWords.verbs)
      {
        index += 1
        end = index
        // "Sen.", "J."
        if words.isMark(index, "."), index < limit, words.tokens[index - 1].span.count <= 4, index + 1 < limit,
          words.tokens[index + 1].isCapitalised
        {
          index += 1
        }
      } else if token.isMark("-") || token.isMark("'") || token.isMark("&"), index > start, index + 1 < limit,
        words.tokens[index + 1].isCapitalised, !words.isDash(index)
      {
        index += 1
      } else if words.is(index, SpeechWords.particles), index > start, index + 1 < limit,
        words.tokens[index + 1].isCapitalised || words.is(index + 1, SpeechWords.particles)
      {
        index += 1
      } else {
        break
      }
    }
    return end > start ? start..<end : nil
  }

  /// "a Kraken spokesperson", "a spokesperson for Kraken", "the company's lawyer", "prosecutors".
  private func voice(_ start: Int, _ limit: Int) -> Speaker? {
    guard words.is(start, Self.articles) || words.is(start, SpeechWords.voices), !words.is(start + 1, SpeechWords.bodies) else {
      return nil
    }
    var index = start
    while index < min(limit, start + 6), !words.is(index, SpeechWords.voices) {
      guard
        index == start || words.tokens[index].isCapitalised || words.is(index, Self.owners) || words.isMark(index, "'")
          || words.key(index) == Self.s
      else {
        return nil
      }
      index += 1
    }
    guard index < limit, words.is(index, SpeechWords.voices),
      !(words.tokens[index].isCapitalised && index + 1 < limit && words.tokens[index + 1].isCapitalised)
    else { return nil }
    var end = index + 1
    if words.is(end, Self.fors), end + 1 < limit {
      var next = end + 1
      if words.key(next) == Self.the { next += 1 }
      let low = next
      while next < min(limit, low + 6), words.tokens[next].isWord,
        words.tokens[next].isCapitalised || (next == low && words.is(next, SpeechWords.bodies))
      { next += 1 }
      if next > low { end = next }
    }
    let name = words.text(start..<end)
    if words.isMark(end, ","), words.key(end + 1) == Self.who, let (_, after) = insertion(end, limit) { end = after }
    return Speaker(name: name, role: nil, isPerson: false, end: end)
  }

  private static let who = WordKey.of("who")
  private static let articles = KeywordSet("a an one the")
  static let owners = KeywordSet("company agency exchange senior government federal white house bank firm department former")
  static let fors = KeywordSet("for at of from")

  /// "Coinbase's chief legal officer, Paul Grewal,", "Coinbase's chief legal officer Paul Grewal", "its chief executive, Leo Marsh,".
  private func owned(_ start: Int, _ limit: Int) -> Speaker? {
    var index = start
    if !words.is(start, Self.its) {
      guard let owner = ownerEnd(start, limit) else { return nil }
      index = owner
    } else {
      index += 1
    }
    let low = index
    while index < min(limit, low + 8), words.tokens[index].isWord, !words.tokens[index].isCapitalised, !words.is(index, SpeechWords.verbs) {
      index += 1
    }
    guard index > low, index < limit, (low..<index).contains(where: { words.is($0, SpeechWords.titles) || words.is($0, ActionWords.posts) })
    else {
      return nil
    }
    let role = words.text(start..<index)
    let hasComma = words.isMark(index, ",")
    if hasComma { index += 1 }
    guard index < limit, let run = run(from: index, limit), words.span(run).count >= 3 else { return nil }
    return Speaker(
      name: words.text(run), role: role, end: hasComma && words.isMark(run.upperBound, ",") ? run.upperBound + 1 : run.upperBound)
  }

  /// "the chairman of the FCA, Rolf Aster,": behind "the", from the post on.
  private func holder(_ start: Int, _ limit: Int) -> Speaker? {
    guard words.is(start, SpeechWords.titles), !words.tokens[start].isCapitalised else { return nil }
    var index = start + 1
    while index < min(limit, start + 10), words.tokens[index].isWord,
      words.tokens[index].isCapitalised || words.is(index, Self.nameWords)
        || words.is(index, SpeechWords.titles)
    {
      index += 1
    }
    guard index > start + 1, index + 1 < limit, words.isMark(index, ","), let run = run(from: index + 1, limit), run.count >= 2,
      words.isMark(run.upperBound, ",") || words.isMark(run.upperBound, ".")
    else { return nil }
    return Speaker(
      name: words.text(run), role: words.text(start..<index), end: words.isMark(run.upperBound, ",") ? run.upperBound + 1 : run.upperBound)
  }

  private static let its = KeywordSet("its their his her")

  private func ownerEnd(_ start: Int, _ limit: Int) -> Int? {
    var index = start
    while index < min(limit, start + 6), words.tokens[index].isWord, words.tokens[index].isCapitalised { index += 1 }
    guard index > start, index + 1 < limit, words.isMark(index, "'"), words.key(index + 1) == Self.s else { return nil }
    return index + 2
  }
}
