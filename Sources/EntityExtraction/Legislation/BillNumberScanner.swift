import RegulatoryModel

/// Finds bill numbers in every spelling, and tells them from what only looks like one ("U.S. 2024", "Sec. 5", home runs).
struct BillNumberScanner {
  let words: StoryWords
  /// Whether the lexicon has a bill of this number, as `hr/3633`: those need less evidence.
  let isKnown: (String) -> Bool
  /// The state that a token's surroundings speak of, if any.
  let state: (Int) -> String?
  /// The state whose name a token belongs to, if it does.
  let stateAt: (Int) -> String?
  /// The state that the paragraph speaks of, in a story that speaks of several states and not of Congress.
  let paragraphState: (Int) -> String?

  private static let streets = KeywordSet(
    "street st avenue ave road rd boulevard blvd market drive dr lane ln way suite place court square highway main broadway park")
  private static let sport = KeywordSet("homer homers homered homerun season inning league bat hit hits batting career mph bpm heart")
  static let congressWord = WordKey.of("congress")
  private static let billWord = WordKey.of("bill")
  private static let listJoints = KeywordSet("and or")

  private let evidence = SentenceEvidence()

  /// Where the sentence asked for last has words that speak of bills: a list of numbers asks for one sentence again and again.
  private final class SentenceEvidence {
    var sentence: Range<Int>?
    /// From the first to the last of them.
    var places: ClosedRange<Int>?
  }

  func mentions() -> [BillMention] {
    var found: [BillMention] = []
    var hasEvidence: Bool?
    var seen = BillsSeen()
    var index = 0
    var sentenceEnd = 0
    while index < words.tokens.count {
      if index >= sentenceEnd {
        let sentence = words.sentences[Int(words.sentenceOfToken[index])]
        sentenceEnd = sentence.range.upperBound
        // No number is without a digit.
        if sentence.roles.isDisjoint(with: [.number, .endsInDigit]) {
          index = sentenceEnd
          continue
        }
      }
      guard BillNumberSpelling.mayBe(words, index) else {
        index += 1
        continue
      }
      if let candidate = BillNumberSpelling.read(words, at: index) {
        if !seen.mayKeep(found.count, candidate, words.scan) {
          if found.count >= PlaceLimits.ofBillsInAll { break }
          index = candidate.range.upperBound
          continue
        }
        if hasEvidence == nil { hasEvidence = storyHasEvidence() }
        if let mention = accepted(candidate, storyHasEvidence: hasEvidence ?? false, after: found.last) {
          seen.note(candidate)
          found.append(mention)
          index = list(after: mention, isPlural: candidate.isPlural, into: &found)
          continue
        }
      }
      index += 1
    }
    return found
  }

  // MARK: Evidence

  private func storyHasEvidence() -> Bool {
    var count = 0
    for sentence in words.sentences where sentence.roles.contains(.legislative) {
      for index in sentence.range {
        let token = words.tokens[index]
        guard token.isWord, token.roles.contains(.legislative) else { continue }
        // "Bill 1 at the boxing evening" and "the clarity act" prove nothing.
        if token.isCapitalised, token.key == Self.billWord { continue }
        count += 1
        if count >= 2 { return true }
      }
    }
    return false
  }

  private func sentenceHasEvidence(_ range: Range<Int>) -> Bool {
    let sentence = words.sentence(of: range.lowerBound)
    if evidence.sentence != sentence {
      let found = sentence.filter { index in
        let token = words.tokens[index]
        guard !token.roles.isDisjoint(with: [.legislative, .billHead]) else { return false }
        return BillWords.legislative.contains(token.key)
          || (BillWords.heads.contains(token.key) && token.isCapitalised && words.tokens[safe: index + 1]?.isNumber != true)
      }
      evidence.sentence = sentence
      evidence.places = found.first.flatMap { first in found.last.map { first...$0 } }
    }
    return evidence.places.map { $0.lowerBound < range.lowerBound || $0.upperBound >= range.upperBound } ?? false
  }

  private func accepted(_ candidate: BillNumberSpelling, storyHasEvidence: Bool, after last: BillMention?) -> BillMention? {
    let sentence = words.sentence(of: candidate.range.lowerBound)
    let hasNeighbour = last.map { sentence.contains($0.range.lowerBound) } ?? false
    let next = candidate.range.upperBound
    // "S. 2024 Main Street", "HR 58 by the end of September"
    if next < sentence.upperBound,
      (next..<min(next + 3, sentence.upperBound)).contains(where: { words.is($0, Self.streets) && words.tokens[$0].isCapitalised }),
      words.tokens[next].isCapitalised
    {
      return nil
    }
    let key = candidate.code + "/" + String(candidate.number)
    let isKnown = self.isKnown(key)
    if candidate.code.count == 1, isPartOfAName(candidate, sentence, isKnown: isKnown) { return nil }
    let isNear = sentenceHasEvidence(candidate.range)
    var isFederal = BillNumber.federal(candidate.code) != nil
    var state: String?
    if let here = glued(candidate) {
      // "New York lawmakers introduced S6801"
      isFederal = false
      state = here
    } else if candidate.code == "s", let legislature = legislature(sentence) {
      // "The New York Senate passed S. 6486"
      isFederal = false
      state = legislature
    } else if candidate.code == "s", !isKnown, let paragraphs = paragraphState(candidate.range.lowerBound) {
      // A round-up of several states: "MASSACHUSETTS. Sen. Durant filed S. 1967."
      isFederal = false
      state = paragraphs
    } else if !isFederal || candidate.isSpelledOut {
      state = self.state(candidate.range.lowerBound)
    }
    switch candidate.code {
    case "hr":
      guard
        isKnown || (candidate.isExplicit && (storyHasEvidence || isNear || followsSponsorOrTitle(next)))
          || (isNear && !sentenceHasSport(sentence)) || (candidate.isExplicit && !sentenceHasSport(sentence))
      else {
        return nil
      }
    case "s":
      let hasStep = hasStep(candidate, sentence, state)
      let isWeighty =
        storyHasEvidence || isNear || hasStep
        || (isKnown && (hasNeighbour || followsSponsorOrTitle(next) || self.hasStep(candidate, sentence)))
        || isOwnedByState(candidate)
      guard candidate.isExplicit ? isWeighty : (isKnown && isNear) || isApposed(candidate) || (candidate.isGlued && !isFederal && isWeighty)
      else { return nil }
    case "a", "h", "hp", "ld", "lb", "sf", "hf":
      guard let found = state, storyHasEvidence || isNear || isKnown || hasStep(candidate, sentence, found) || isOwnedByState(candidate)
      else { return nil }
      // "A 2024 report": an article.
      if candidate.code == "a", (found != "ny" && found != "nj") || !(candidate.isExplicit || candidate.isGlued) { return nil }
      isFederal = false
    case "hres", "sres", "hjres", "sjres", "hconres", "sconres":
      isFederal = true
    default:
      guard
        storyHasEvidence || isNear || isKnown || hasStep(candidate, sentence, state) || isOwnedByState(candidate)
          || isItem(candidate, state, isAfterAnother: last != nil)
      else { return nil }
    }
    if candidate.isSpelledOut, !isFederal, state == nil {
      // "Senate Bill 1582" in a story that knows no state is the Congress's.
      if candidate.code == "sb" { return mention(candidate, code: "s", isFederal: true, state: nil) }
      if candidate.code == "hb" { return mention(candidate, code: "hr", isFederal: true, state: nil) }
    }
    return mention(candidate, code: candidate.code, isFederal: isFederal, state: isFederal ? nil : state)
  }

  /// In a sentence that speaks of a state, a word such as "introduced" or "governor" beside the number.
  private func hasStep(_ candidate: BillNumberSpelling, _ sentence: Range<Int>, _ state: String?) -> Bool {
    state != nil && hasStep(candidate, sentence)
  }

  private func hasStep(_ candidate: BillNumberSpelling, _ sentence: Range<Int>) -> Bool {
    sentence.contains { words.is($0, BillWords.steps) && !candidate.range.contains($0) }
  }

  /// "Vermont's H.137"
  private func isOwnedByState(_ candidate: BillNumberSpelling) -> Bool {
    let before = candidate.range.lowerBound - 1
    return stateAt(words.key(before) == WordKey.of("s") && words.isMark(before - 1, "'") ? before - 2 : before) != nil
  }

  /// The head of an item in a list of a state's bills: "HB 4488 - reserve fund exemption".
  private func isItem(_ candidate: BillNumberSpelling, _ state: String?, isAfterAnother: Bool) -> Bool {
    state != nil && isAfterAnother && words.tokens[candidate.range.lowerBound].traits.contains(.beginsLine)
      && words.tokens[safe: candidate.range.upperBound]?.kind == .mark
  }

  private static let lettersOfOthers = KeywordSet("no nos room form suite floor mr ms mrs dr docket box unit exhibit vitamin grade type")
  private static let beforeNumbers = KeywordSet(
    "senate house assembly bill act congress legislation sponsored cosponsored cosponsor read text companion introduced introduces passed passes signed signs section measure see of"
  )

  /// "John S. 12", "No. S. 12", "Room S. 211": the letter is another thing's.
  private func isPartOfAName(_ candidate: BillNumberSpelling, _ sentence: Range<Int>, isKnown: Bool) -> Bool {
    var before = candidate.range.lowerBound - 1
    let hadStop = words.isMark(before, ".")
    if hadStop { before -= 1 }
    guard before >= 0, words.tokens[before].isWord, !words.tokens[candidate.range.lowerBound].traits.contains(.beginsLine) else {
      return false
    }
    if words.is(before, Self.lettersOfOthers) || (words.roles(before).contains(.month) && words.tokens[before].isCapitalised) {
      return true
    }
    return !isKnown && !hadStop && words.tokens[before].isCapitalised && before >= sentence.lowerBound
      && !words.tokens[before].isAllCapitals && !words.is(before, Self.beforeNumbers) && !words.is(before, BillWords.notFirst)
  }

  private static let gluedStates = KeywordSet("ny nj")

  /// `S6801` and `A7788` are the form of New York and New Jersey: the state, where the sentence or the story speaks of it.
  private func glued(_ candidate: BillNumberSpelling) -> String? {
    guard candidate.isGlued, candidate.code == "s", let here = state(candidate.range.lowerBound),
      Self.gluedStates.contains(WordKey.of(here))
    else { return nil }
    return here
  }

  /// The state whose Senate or Assembly a sentence names: "the New York Senate", "the state Senate".
  private func legislature(_ sentence: Range<Int>) -> String? {
    for index in sentence where words.is(index, Self.legislatures) && words.tokens[index].isCapitalised && index > sentence.lowerBound {
      if words.key(index - 1) == WordKey.of("state") { return state(index) }
      if let state = stateAt(words.key(index - 1) == WordKey.of("s") ? index - 3 : index - 1) { return state }
    }
    return nil
  }

  private static let legislatures = KeywordSet("senate assembly legislature")

  private func sentenceHasSport(_ sentence: Range<Int>) -> Bool { sentence.contains { words.is($0, Self.sport) } }

  private func followsSponsorOrTitle(_ next: Int) -> Bool { words.isMark(next, ",") || words.isMark(next, "(") || words.isDash(next) }

  /// "S 394, the GENIUS Act"
  private func isApposed(_ candidate: BillNumberSpelling) -> Bool {
    guard words.isMark(candidate.range.upperBound, ","), words.key(candidate.range.upperBound + 1) == WordKey.of("the") else {
      return false
    }
    return sentenceHasEvidence(candidate.range)
  }

  private func mention(_ candidate: BillNumberSpelling, code: String, isFederal: Bool, state: String?) -> BillMention? {
    guard let kind = isFederal ? BillNumber.federal(code) : BillNumber.state(code) else { return nil }
    let number = BillNumber(
      kind: kind, number: candidate.number, congress: isFederal ? congress(around: candidate.range) : nil, state: state)
    return BillMention(form: .number(number), range: candidate.range, rule: .number, title: "")
  }

  // MARK: Lists

  /// "HBs 882 and 518", "H.R. 4763, 4766 and 1747": returns where to go on.
  private func list(after mention: BillMention, isPlural: Bool, into found: inout [BillMention]) -> Int {
    guard case .number(let first) = mention.form else { return mention.range.upperBound }
    var next = mention.range.upperBound
    var pending: [BillMention] = []
    var sawJoint = false
    while next + 1 < words.tokens.count, Int(words.sentenceOfToken[next]) == Int(words.sentenceOfToken[mention.range.lowerBound]) {
      var index = next
      if words.isMark(index, ",") { index += 1 }
      if words.is(index, Self.listJoints) || words.isMark(index, "&") {
        sawJoint = true
        index += 1
      }
      guard index > next, let number = words.integer(at: index), number > 0, words.tokens[index].span.count <= 5 else { break }
      let after = index + 1
      // "H.R. 1 and 2 other bills", "S. 5 and 10%": a unit follows.
      if words.isMark(after, "%") || words.isMark(after, "-") { break }
      if !isPlural, let token = words.tokens[safe: after], token.isWord, !words.is(after, Self.afterList),
        !sawJoint || !words.is(after, Self.afterList)
      {
        break
      }
      var bill = first
      bill.number = number
      pending.append(BillMention(form: .number(bill), range: index..<index + 1, rule: .numberList, title: ""))
      next = index + 1
      if sawJoint { break }
    }
    guard sawJoint, found.count < PlaceLimits.ofBills else { return mention.range.upperBound }
    found += pending
    return next
  }

  private static let afterList = KeywordSet(
    "would were are have had will could both by in on and which that passed died may should to from as is")
}
