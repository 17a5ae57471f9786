/// Reads who speaks, beside a quotation.
struct SpeakerReader {
  /// Who said it, and how it was said.
  struct Attribution {
    var name: String
    var role: String?
    var verb: String
    /// "he", "she": the name is still to be found.
    var isPronoun = false
    var isPerson = true
    /// The token after it.
    var end: Int
  }

  struct Speaker {
    var name: String
    var role: String?
    var isPronoun = false
    var isPerson = true
    var end: Int
  }

  let words: StoryWords
  init(_ words: StoryWords) { self.words = words }

  private static let s = WordKey.of("s")
  private static let according = WordKey.of("according")
  private static let to = WordKey.of("to")
  private static let the = WordKey.of("the")
  private static let and = WordKey.of("and")

  // MARK: After the quotation

  /// `said Gary Gensler, chair of the SEC`; `Gensler, chair of the SEC, said`; `according to Gensler`; `he said`.
  func attribution(after start: Int, limit: Int, ending: UInt8) -> Attribution? {
    var index = start
    let hasComma = words.isMark(index, ",") || words.isDash(index)
    if hasComma { index += 1 }
    guard index < limit, words.tokens[index].isWord else { return nil }
    let isEnded = ending == UInt8(ascii: ".") && !hasComma
    if words.key(index) == Self.according, words.key(index + 1) == Self.to {
      guard let speaker = speaker(from: index + 2, limit: limit, readsRole: true) else { return nil }
      return made(speaker, "according to", end: speaker.end)
    }
    if words.is(index, SpeechWords.verbs), !words.tokens[index].isCapitalised {
      guard let speaker = speaker(from: index + 1, limit: limit, readsRole: true) else { return nil }
      return made(speaker, verb(index), end: speaker.end)
    }
    // A full stop inside ends the sentence: what follows is another one, unless it is plainly the rest of this.
    let hasPause = hasComma || ending == 44 || ending == 63 || ending == 33 || ending == 0x94
    guard !isEnded, hasPause, let speaker = speaker(from: index, limit: limit, readsRole: true), let verb = verb(at: speaker.end, limit)
    else {
      return nil
    }
    return made(speaker, self.verb(verb), end: verb + 1)
  }

  /// A verb of speech; "States" of a country's name is none.
  private func isVerb(_ index: Int) -> Bool { words.is(index, SpeechWords.verbs) && !words.tokens[index].isCapitalised }

  private func made(_ speaker: Speaker, _ verb: String, end: Int) -> Attribution {
    Attribution(
      name: speaker.name, role: speaker.role, verb: verb, isPronoun: speaker.isPronoun, isPerson: speaker.isPerson, end: end)
  }

  private func verb(_ index: Int) -> String { words.text(index).lowercased() }

  /// The verb of speech at a token, past "also" and "had".
  private func verb(at start: Int, _ limit: Int) -> Int? {
    var index = start
    while index < min(limit, start + 3), words.is(index, SpeechWords.adverbs) || words.isAdverb(index) { index += 1 }
    return index < limit && isVerb(index) ? index : nil
  }

  // MARK: Before the quotation

  /// `Gary Gensler said, `; `Warren wrote in a letter: `; `According to Gensler, `; for a part of a sentence `Gensler called it `.
  func attribution(before quotation: Int, limit: Int, isPartial: Bool) -> Attribution? {
    guard quotation > limit else { return nil }
    let isLed = words.isMark(quotation - 1, ",") || words.isMark(quotation - 1, ":")
    guard isLed || isPartial else { return nil }
    let low = max(limit, words.sentence(of: quotation - 1).lowerBound, quotation - 30)
    if words.key(low) == Self.according, words.key(low + 1) == Self.to,
      let speaker = speaker(from: low + 2, limit: quotation, readsRole: false), speaker.end >= quotation - 2
    {
      return made(speaker, "according to", end: quotation)
    }
    var index = quotation - 1
    let reach = isPartial ? 24 : words.isMark(quotation - 1, ":") ? 18 : 10
    while index >= max(low, quotation - reach) {
      if words.is(index, SpeechWords.papers) { return nil }
      if isVerb(index), let speaker = subject(before: index, limit: low) {
        return made(speaker, verb(index), end: quotation)
      }
      if words.is(index, SpeechWords.participles), isPartial || isLed, let speaker = head(low, before: index) {
        return made(speaker, verb(index), end: quotation)
      }
      // Another's clause lies between.
      if isVerb(index), index > low, words.tokens[index - 1].isWord, !words.is(index - 1, SpeechWords.adverbs) {
        return nil
      }
      index -= 1
    }
    return nil
  }

  /// The speaker whose name, with what is told of the person, ends at the verb.
  private func subject(before verb: Int, limit: Int) -> Speaker? {
    var best: Speaker?
    var start = verb - 1
    while start >= max(limit, verb - 18) {
      if canBegin(start, limit), let found = speaker(from: start, limit: verb, readsRole: true), self.verb(at: found.end, verb + 1) == verb
      {
        best = found
      }
      start -= 1
    }
    return best
  }

  /// The speaker at the head of the sentence, of whom a participle tells: "Brack dissented, writing that …".
  private func head(_ start: Int, before end: Int) -> Speaker? {
    guard let found = speaker(from: start, limit: end, readsRole: true), found.end < end, words.tokens[found.end].isWord,
      !words.tokens[found.end].isCapitalised, !words.is(found.end, ActionWords.prepositions), !words.is(found.end, SpeechWords.noNames),
      found.role != nil || !found.isPerson || found.isPronoun || found.name.utf8.contains(32)
    else { return nil }
    return found
  }

  private func canBegin(_ index: Int, _ limit: Int) -> Bool {
    let token = words.tokens[index]
    guard token.isWord else { return false }
    guard index > limit else { return true }
    let before = words.tokens[index - 1]
    if words.is(index - 1, Self.governing) || before.isNumber { return false }
    if before.isMark(".") || before.isMark("'") || before.isMark("-") || before.isMark("&") { return false }
    return !(before.isWord && before.isCapitalised && token.isCapitalised && !words.is(index - 1, SpeechWords.noNames))
  }

  /// What a preposition governs doesn't speak: "the adviser in Koch told".
  private static let governing = KeywordSet("in of for with to by from at on about against between")

  // MARK: The speaker

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
  private static let owners = KeywordSet("company agency exchange senior government federal white house bank firm department former")
  private static let fors = KeywordSet("for at of from")

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
      words.tokens[index].isCapitalised || words.is(index, Self.inNames)
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

  // MARK: The role behind a name

  /// What is told of a person right behind the name, `(R-Ohio)`, `, chair of the SEC,`, `of Orchid Capital`, and where it ends.
  private func told(from start: Int, _ limit: Int) -> (role: String?, isJoined: Bool, end: Int) {
    var index = start
    var role: String?
    var isJoined = false
    if words.isMark(index, "("), let close = (index..<min(limit, index + 8)).first(where: { words.isMark($0, ")") }) { index = close + 1 }
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
  private func insertion(_ comma: Int, _ limit: Int) -> (text: String?, end: Int)? {
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

  /// "…, adding that": the participle right before a quotation, in the sentence of the words that named the speaker before.
  func participle(before quotation: Int, from end: Int) -> String? {
    var index = quotation - 1
    while index >= max(end - 1, quotation - 4), words.key(index) == Self.that || words.isMark(index, ",") { index -= 1 }
    guard index >= end - 1, index >= 0, end > 0, words.is(index, SpeechWords.participles),
      words.sentenceOfToken[index] == words.sentenceOfToken[end - 1]
    else { return nil }
    return verb(index)
  }

  private static let that = WordKey.of("that")

  /// The person whom a verb of speech names within a sentence: "…, said Alyssa Goodman, an astronomer".
  func personSpeaking(in range: Range<Int>) -> Speaker? {
    for index in range.reversed() where isVerb(index) {
      if let found = speaker(from: index + 1, limit: range.upperBound, readsRole: true), found.isPerson, !found.isPronoun,
        found.name.utf8.contains(32) || found.role != nil
      {
        return found
      }
    }
    return nil
  }

  /// The person who does something at the head of a sentence: two names at least, then a verb.
  func personActing(at start: Int) -> Speaker? {
    let limit = words.sentence(of: start).upperBound
    guard let found = speaker(from: start, limit: limit, readsRole: true), !found.isPronoun, found.isPerson, found.end < limit,
      found.name.utf8.contains(32) || found.role != nil, words.tokens[found.end].isWord, !words.tokens[found.end].isCapitalised,
      !words.is(found.end, SpeechWords.noNames)
    else { return nil }
    return found
  }
}
