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

  static let s = WordKey.of("s")
  private static let according = WordKey.of("according")
  private static let to = WordKey.of("to")
  static let the = WordKey.of("the")

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
  func isVerb(_ index: Int) -> Bool { words.is(index, SpeechWords.verbs) && !words.tokens[index].isCapitalised }

  private func made(_ speaker: Speaker, _ verb: String, end: Int) -> Attribution {
    Attribution(
      name: speaker.name, role: speaker.role, verb: verb, isPronoun: speaker.isPronoun, isPerson: speaker.isPerson, end: end)
  }

  func verb(_ index: Int) -> String { words.text(index).lowercased() }

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

  // MARK: Around

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
