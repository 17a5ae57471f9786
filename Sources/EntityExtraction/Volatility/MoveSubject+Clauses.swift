import RegulatoryModel

// Finds the subject of a clause that stands further left: before an aside, before "and then", at the head of the sentence.

extension MoveSubject {
  /// The subject that opens the clause before a token: "⟦Bitcoin⟧ got away with a loss of 5%".
  func clauseSubject(before token: Int, in sentence: Range<Int>) -> Answer {
    let start = segmentStart(before: token, in: sentence)
    guard let first = Range.from(start, to: token).first(where: { !words.is($0, MoveWords.conjunctions) }),
      let place = assets.place(at: first),
      place.range.lowerBound == first, !isModifier(place), place.range.upperBound < token
    else { return .unknown }
    return .assets([place])
  }

  /// The subject of the clause that a stretch begins with: "Bitcoin rose 6.2% to a high".
  func firstSubject(_ range: Range<Int>) -> Answer {
    for index in range {
      if let place = assets.place(at: index) {
        guard place.range.lowerBound == index else { continue }
        let next = place.range.upperBound
        if next < words.tokens.count, isModifier(place) { return .somethingElse }
        return judged(place, in: range.lowerBound..<next)
      }
      if words.is(index, MoveWords.pronouns), let meant = referent(index), isBeforeVerb(index + 1) { return .assets([meant]) }
      if isCoinNoun(index), isBeforeVerb(index + 1), let coin = coin(range.lowerBound..<index + 1) {
        return .assets([coin])
      }
      if words.is(index, MoveWords.otherQuantities) { return .somethingElse }
      if MoveWords.verb(words.key(index)) != nil, index > range.lowerBound {
        let answer = nounPhrase(range.lowerBound..<strippedEnd(range.lowerBound..<index))
        if answer != .unknown { return answer }
        return .unknown
      }
    }
    return .unknown
  }

  func isBeforeVerb(_ index: Int) -> Bool {
    MoveWords.verb(words.key(index)) != nil || words.is(index, MoveWords.linkVerbs) || words.is(index, MoveWords.adverbs)
      || words.tokens[safe: index]?.isWord == true && !words.is(index, MoveWords.otherQuantities)
  }

  /// Whether a noun follows that makes the asset part of another name: "bitcoin miners", "Bitcoin Depot", "ether funds".
  func isModifier(_ place: Place) -> Bool {
    var next = place.range.upperBound
    let end = words.sentence(of: place.range.lowerBound).upperBound
    let isOwner = words.isMark(next, "'") && words.key(next + 1) == Self.possessive
    if isOwner { next += 2 }
    let limit = min(end, next + (isOwner ? 5 : 1))
    while next < limit {
      if words.is(next, MoveWords.priceNouns) || assets.place(at: next) != nil { return false }
      if words.is(next, MoveWords.otherQuantities) { return true }
      if words.is(next, MoveWords.linkVerbs) || MoveWords.verb(words.key(next)) != nil { break }
      next += 1
    }
    return false
  }

  /// "BNB, the token linked to the exchange, fell": what stands before the first of two commas, if what stands between them is an aside.
  func outerSubject(_ start: Int, in sentence: Range<Int>) -> Answer? {
    guard isInsertionMark(start - 1) else { return nil }
    let inner = markStart(before: start - 1, in: sentence)
    guard inner > sentence.lowerBound, isInsertionMark(inner - 1), inner < start - 1,
      looksInserted(inner..<start - 1) || looksLikeApposition(inner..<start - 1)
    else { return nil }
    let outer = segmentStart(before: inner - 1, in: sentence)
    guard outer < inner - 1 else { return nil }
    let phrase = nounPhrase(outer..<strippedEnd(outer..<inner - 1))
    return phrase == .unknown ? firstSubject(outer..<inner - 1) : phrase
  }

  func isInsertionMark(_ index: Int) -> Bool { words.isMark(index, ",") || words.isDash(index) }

  /// Whether a stretch has no words that could be a subject: verbs, numbers, times.
  func isEmptyOfSubjects(_ range: Range<Int>) -> Bool {
    for index in range {
      let token = words.tokens[index]
      guard token.isWord, words.numberInWords(at: index) == nil else { continue }
      let key = token.key
      if MoveWords.verb(key) != nil || MoveWords.linkVerbs.contains(key) || MoveWords.adverbs.contains(key)
        || MoveWords.timeNouns.contains(key)
        || MoveWords.articles.contains(key) || MoveWords.prepositions.contains(key) || MoveWords.conjunctions.contains(key)
        || MoveWords.relatives.contains(key) || DateWords.months[key] != nil || MoveWords.upAfter.contains(key)
        || MoveWords.downAfter.contains(key)
      {
        continue
      }
      return false
    }
    return true
  }

  /// "BNB, ⟦Binance's native token⟧, fell": a capital and a possessive right after an asset, and no verb.
  func looksLikeApposition(_ range: Range<Int>) -> Bool {
    guard let first = range.first, first > 1, assets.place(at: first - 2) != nil || words.isMark(first - 2, ")") else { return false }
    return range.contains { words.key($0) == Self.possessive && words.isMark($0 - 1, "'") }
      && !range.contains { MoveWords.verb(words.key($0)) != nil && MoveWords.swingNouns.contains(words.key($0)) == false }
  }

  /// Whether a stretch between commas looks like an aside: it begins with a small letter, and not with "and".
  func looksInserted(_ range: Range<Int>) -> Bool {
    guard let first = range.first, words.tokens[first].isWord, first > 0, isInsertionMark(first - 1) else { return false }
    let token = words.tokens[first]
    return !token.isCapitalised && !MoveWords.conjunctions.contains(token.key) && MoveWords.verb(token.key) == nil
  }
}
