import RegulatoryModel

/// Finds whose price a verb of movement speaks of, looking left from the verb.
struct MoveSubject {
  typealias Place = AssetPlaces.Place

  enum Answer: Equatable {
    /// The assets that moved, in the order of the text ("Bitcoin and ether fell").
    case assets([Place])
    /// Something else moved, and the sentence says what: volume, fees, shares.
    case somethingElse
    /// The words give no subject that is known.
    case unknown
  }

  let words: StoryWords
  let assets: AssetPlaces
  /// The asset that "it" and "the coin" point back to, where the sentence itself names none before.
  let remembered: Place?
  /// Where the sentence begins that is being read.
  let sentenceStart: Int

  private static let currencies = KeywordSet("usd usdt usdc eur gbp krw jpy")
  private static let whole = KeywordSet("market markets capitalisation capitalization cap value cryptocurrencies valuation")
  private static let crypto = KeywordSet("crypto cryptocurrency cryptocurrencies digital coins tokens")
  private static let marketHead = KeywordSet("market markets cryptocurrencies")
  private static let sums = KeywordSet("value capitalisation capitalization cap")
  private static let totals = KeywordSet("total overall combined")
  private static let largest = WordKey.of("largest")
  private static let second = KeywordSet("second no2")
  private static let with = WordKey.of("with")
  private static let the = WordKey.of("the")
  private static let its = KeywordSet("its the their")
  private static let pushers = KeywordSet(
    "pushed push pushing sent send sending drove drive driving dragged knocked lifted made make helped left saw sees")
  private static let possessive = WordKey.of("s")

  /// - Parameter verb: the verb, or whatever the subject stands to the left of.
  func subject(before verb: Int, in sentence: Range<Int>) -> Answer {
    var end = verb
    var mayskipInsertion = true
    var mayBeOmitted = false
    for _ in 0..<6 {
      let start = segmentStart(before: end, in: sentence)
      var stop = strippedEnd(start..<end)
      if stop > start, words.isMark(stop - 1, "(") {
        // "Bitcoin slipped under $60,000 (down 3.5% since Friday)"
        stop -= 1
        mayBeOmitted = true
      }
      if stop > start, words.is(stop - 1, MoveWords.conjunctions) {
        // "rose … and then lost": the subject is that of the verb before.
        while stop > start, words.is(stop - 1, MoveWords.conjunctions) { stop -= 1 }
        mayBeOmitted = true
      }
      if stop > start {
        let answer = mayBeOmitted ? firstSubject(start..<stop) : nounPhrase(start..<stop)
        switch answer {
        case .assets, .somethingElse: return answer
        case .unknown:
          if words.is(stop - 1, MoveWords.relatives), start > sentence.lowerBound {
            end = start - 1
            continue
          }
          if isEmptyOfSubjects(start..<stop) {
            mayBeOmitted = true
          } else if mayskipInsertion, looksInserted(start..<stop) {
            mayskipInsertion = false
          } else {
            return .unknown
          }
        }
      } else if !mayBeOmitted, start > sentence.lowerBound, let outer = outerSubject(start, in: sentence) {
        // "BNB, the token linked to the exchange, fell"
        return outer
      } else {
        mayBeOmitted = true
      }
      guard start > sentence.lowerBound else { return .unknown }
      end = start - 1
    }
    return .unknown
  }

  /// What "it" at a token means: the asset that the sentence has named first, else the one remembered.
  private func referent(_ index: Int) -> Place? {
    if let named = assets.first(in: sentenceStart..<index), named.range.upperBound <= index { return named }
    return remembered
  }

  // MARK: Segments

  /// Where the stretch between commas begins that ends at `end`. Brackets are no boundary.
  private func segmentStart(before end: Int, in sentence: Range<Int>) -> Int {
    var index = end
    while index > sentence.lowerBound {
      let token = words.tokens[index - 1]
      if token.kind == .mark {
        switch token.mark {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "|"): return index
        default: if words.isDash(index - 1) { return index }
        }
      }
      if index < end, words.is(index - 1, Self.clauseOpeners) { return index }
      index -= 1
    }
    return index
  }

  /// Where the stretch between two commas, or two dashes, begins.
  private func markStart(before end: Int, in sentence: Range<Int>) -> Int {
    var index = end
    while index > sentence.lowerBound, !isInsertionMark(index - 1), !words.isMark(index - 1, ";") { index -= 1 }
    return index
  }

  private static let clauseOpeners = KeywordSet("while whereas as when although though because")

  /// The end of the stretch without its trailing auxiliaries, adverbs and times.
  private func strippedEnd(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound {
      let index = end - 1
      let token = words.tokens[index]
      if assets.place(at: index) != nil { break }
      // "finished 2022 some 64% down"
      if isYear(index), index > range.lowerBound {
        end -= 1
        continue
      }
      if token.isMark(")"), let open = openBracket(index, from: range.lowerBound) {
        end = open
        continue
      }
      if token.isWord {
        // "later pared losses to trade 2.4% lower"
        if words.is(index, Self.pared), index - 1 >= range.lowerBound, words.is(index - 1, Self.parers) {
          end -= 2
          continue
        }
        if MoveWords.linkVerbs.contains(token.key) || MoveWords.adverbs.contains(token.key) || Self.goers.contains(token.key) {
          // "Bitcoin's" is no "is".
          end -= 1
          continue
        }
        if MoveWords.timeNouns.contains(token.key) {
          end -= 1
          while end > range.lowerBound, words.is(end - 1, Self.beforeTimes) { end -= 1 }
          continue
        }
        if words.isAdverb(index) {
          end -= 1
          continue
        }
      }
      // "the crypto market as a whole"
      if token.key == Self.wholeWord, index - 3 >= range.lowerBound, words.key(index - 1) == WordKey.of("a"), words.key(index - 2) == WordKey.of("as") {
        end -= 3
        continue
      }
      // "it's down 5%", "bitcoin's up 3%"
      if token.key == Self.possessive, words.isMark(index - 1, "'"), index >= range.lowerBound + 2, range.upperBound == end,
        assets.place(at: index - 2) != nil || words.is(index - 2, MoveWords.pronouns)
      {
        end -= 2
        continue
      }
      break
    }
    return end
  }

  private static let wholeWord = WordKey.of("whole")
  private static let parers = KeywordSet("pared trimmed cut extended recouped erased gave some reversed")
  private static let pared = KeywordSet("losses gains loss gain")
  private static let goers = KeywordSet("went go goes going gone managed able started began continued to")
  private static let beforeTimes = KeywordSet("on in the this last past over during at by that each every late early mid")

  private func openBracket(_ close: Int, from start: Int) -> Int? {
    var index = close - 1
    while index >= start, close - index < 14 {
      if words.isMark(index, "(") { return index }
      index -= 1
    }
    return nil
  }

  // MARK: Noun phrases

  /// Reads the noun phrase that ends the stretch.
  private func nounPhrase(_ range: Range<Int>) -> Answer {
    var range = range
    for _ in 0..<4 {
      guard let last = range.last else { return .unknown }
      // "BTC/USD", "ETH/USDT": the first of a pair.
      if last - 2 >= range.lowerBound, words.isMark(last - 1, "/"), let place = assets.place(at: last - 2), assets.place(at: last) != nil || words.is(last, Self.currencies) {
        return judged(place, in: range.lowerBound..<last - 1)
      }
      if let place = assets.place(at: last) { return judged(place, in: range) }
      if let market = market(range) { return market }
      if let answer = price(range) { return answer }
      if words.is(last, MoveWords.pronouns) { return referent(last).map { .assets([$0]) } ?? .unknown }
      if words.is(last, MoveWords.coinNouns) || isReflexive(last), let coin = coin(range) { return .assets([coin]) }
      if words.is(last, MoveWords.otherQuantities) { return .somethingElse }
      // A phrase about time or place after the subject: "Bitcoin on Binance", "ether in Asian trading".
      guard let cut = lastPreposition(in: range), cut > range.lowerBound, range.upperBound - cut <= 7 else {
        return containsOtherQuantity(range) ? .somethingElse : .unknown
      }
      var end = cut
      while end > range.lowerBound, words.is(end - 1, MoveWords.adverbs) || words.is(end - 1, MoveWords.timeNouns) { end -= 1 }
      range = range.lowerBound..<max(end, range.lowerBound)
    }
    return .unknown
  }

  /// Whether an asset that ends a stretch is its subject, and not a part of one ("volume in bitcoin").
  private func judged(_ place: Place, in range: Range<Int>) -> Answer {
    var listed = [place]
    var first = place.range.lowerBound
    // "Bitcoin, ether and solana"
    while first - 1 >= range.lowerBound {
      var before = first - 1
      // "Stellar's XLM and Algorand's ALGO"
      if before - 2 >= range.lowerBound, words.key(before) == Self.possessive, words.isMark(before - 1, "'") { before -= 3 }
      guard words.key(before) == Self.and || words.isMark(before, ",") || words.isMark(before, "&") else { break }
      before -= 1
      if before >= range.lowerBound, words.isMark(before, ",") { before -= 1 }
      // "Solana (SOL) and XRP"
      if before >= range.lowerBound, words.isMark(before, ")"), let open = openBracket(before, from: range.lowerBound) { before = open - 1 }
      guard before >= 0, let previous = assets.place(at: before) else { break }
      listed.insert(previous, at: 0)
      first = previous.range.lowerBound
    }
    // The list may have begun before the comma that opens this stretch.
    while first - 1 >= 1, first == range.lowerBound, words.isMark(first - 1, ","), let previous = assets.place(at: first - 2),
      listed.count < 8
    {
      // "…, ether and solana": only a list with "and" at its end reaches back over commas.
      guard listed.count > 1 || words.key(place.range.lowerBound - 1) == Self.and else { break }
      listed.insert(previous, at: 0)
      first = previous.range.lowerBound
      break
    }
    if first > range.lowerBound, words.is(first - 1, MoveWords.handlers) { return .somethingElse }
    // "1,000 bitcoin" is an amount.
    if first > range.lowerBound, isAmount(first - 1) { return .somethingElse }
    if first > range.lowerBound, words.is(first - 1, MoveWords.prepositions), words.key(first - 1) != Self.with,
      !words.is(first - 1, Self.clauseOpeners)
    {
      guard let head = headBefore(first - 1, in: range) else { return .assets(listed) }
      // "altcoins like Dogecoin fell over 8%"
      if words.is(first - 1, Self.likeness), words.is(head, Self.genericCoins) { return .assets(listed) }
      return words.is(head, MoveWords.priceNouns) ? .assets(listed) : .somethingElse
    }
    if first - 1 > range.lowerBound, words.is(first - 1, Self.determiners), words.is(first - 2, MoveWords.prepositions),
      let head = headBefore(first - 2, in: range)
    {
      return words.is(head, MoveWords.priceNouns) ? .assets(listed) : .somethingElse
    }
    return .assets(listed)
  }

  /// "1,000", "all", "more": and not the year of "In 2023 bitcoin".
  private func isAmount(_ index: Int) -> Bool {
    if words.is(index, Self.quantities) { return true }
    guard words.tokens[index].isNumber else { return false }
    return !(isYear(index) && words.is(index - 1, MoveWords.prepositions))
  }

  private func isYear(_ index: Int) -> Bool {
    words.tokens[index].span.count == 4 && words.integer(at: index).map { (1990...2100).contains($0) } ?? false
  }

  private static let likeness = KeywordSet("like as including")
  private static let genericCoins = KeywordSet("altcoins tokens coins cryptocurrencies cryptos memecoins assets such names majors")
  private static let quantities = KeywordSet("all some more million billion thousand much most enough any")
  private static let and = WordKey.of("and")
  private static let determiners = KeywordSet("the a native largest")

  /// The noun that a preposition hangs on; nil where the preposition opens the sentence ("In bitcoin terms").
  private func headBefore(_ preposition: Int, in range: Range<Int>) -> Int? {
    preposition - 1 >= range.lowerBound ? preposition - 1 : nil
  }

  /// "bitcoin prices", "bitcoin's price", "the price of bitcoin", "its price".
  private func price(_ range: Range<Int>) -> Answer? {
    guard let last = range.last, words.is(last, MoveWords.priceNouns) else { return nil }
    var before = last - 1
    while before >= range.lowerBound, words.is(before, Self.priceAdjectives) { before -= 1 }
    if before >= range.lowerBound, words.is(before, MoveWords.priceNouns), assets.place(at: before) == nil { before -= 1 }
    if before > range.lowerBound, words.tokens[before].key == Self.possessive, words.isMark(before - 1, "'") { before -= 2 }
    if before >= range.lowerBound, let place = assets.place(at: before) { return judged(place, in: range.lowerBound..<before + 1) }
    // "the coin's price"
    if before > range.lowerBound, words.is(before, MoveWords.coinNouns), words.is(before - 1, MoveWords.articles), let owner = referent(before) {
      return .assets([owner])
    }
    if before >= range.lowerBound, words.is(before, Self.its), let owner = referent(before) { return .assets([owner]) }
    // "…, with prices falling as much as 5%"
    if words.is(last, Self.barePrices), before < range.lowerBound || words.is(before, Self.beforePrices), let owner = referent(last) {
      return .assets([owner])
    }
    return nil
  }

  private static let barePrices = KeywordSet("price prices")
  private static let beforePrices = KeywordSet("with as the and while")
  private static let priceAdjectives = KeywordSet("spot market trading native own")

  private func isReflexive(_ index: Int) -> Bool { words.key(index) == WordKey.of("itself") }

  /// "the coin", "the token itself", "the world's largest cryptocurrency".
  private func coin(_ range: Range<Int>) -> Place? {
    guard var index = range.last else { return nil }
    if isReflexive(index) { index -= 1 }
    guard index > range.lowerBound, words.is(index, MoveWords.coinNouns) else { return nil }
    var low = index - 1
    var isLargest = false
    var isSecond = false
    while low >= range.lowerBound, index - low < 8 {
      if words.key(low) == Self.largest { isLargest = true }
      if words.is(low, Self.second) { isSecond = true }
      if words.key(low) == Self.the || words.is(low, MoveWords.articles) { break }
      low -= 1
    }
    guard low >= range.lowerBound, words.is(low, MoveWords.articles) else { return nil }
    if isLargest {
      let ticker = isSecond ? "ETH" : "BTC"
      return assets.places.first { $0.ticker == ticker }
        ?? Place(range: low..<index + 1, ticker: ticker, name: isSecond ? "Ethereum" : "Bitcoin")
    }
    guard index - low <= 2 else { return nil }
    return referent(low)
  }

  /// "The crypto market's total capitalisation", "cryptocurrencies".
  private func market(_ range: Range<Int>) -> Answer? {
    guard let last = range.last, words.is(last, Self.whole) else { return nil }
    var isCrypto = words.key(last) == WordKey.of("cryptocurrencies")
    var isMarket = words.is(last, Self.marketHead)
    var index = last - 1
    while index >= range.lowerBound, last - index < 9 {
      if let place = assets.place(at: index) {
        // The lexicon knows some of these phrases whole.
        if place.ticker == AssetPlaces.market.ticker { return .assets([place]) }
        return .somethingElse
      }
      if words.is(index, Self.crypto) { isCrypto = true }
      if words.is(index, Self.marketHead) { isMarket = true }
      if words.is(index, MoveWords.prepositions), words.key(index) != DateWords.of { break }
      index -= 1
    }
    // "the market's total value" in a story on coins
    if isMarket, !isCrypto, words.is(last, Self.sums), (index + 1..<last).contains(where: { words.is($0, Self.totals) }) { isCrypto = assets.main != nil }
    guard isCrypto && isMarket else { return nil }
    let place = Place(range: index + 1..<last + 1, ticker: AssetPlaces.market.ticker, name: AssetPlaces.market.name)
    return .assets([place])
  }

  private func lastPreposition(in range: Range<Int>) -> Int? { range.last { words.is($0, MoveWords.prepositions) } }

  private func containsOtherQuantity(_ range: Range<Int>) -> Bool {
    range.contains { words.is($0, MoveWords.otherQuantities) }
  }

  // MARK: Subjects further left

  /// The subject that opens the clause before a token: "⟦Bitcoin⟧ got away with a loss of 5%".
  func clauseSubject(before token: Int, in sentence: Range<Int>) -> Answer {
    let start = segmentStart(before: token, in: sentence)
    guard let first = (start..<token).first(where: { !words.is($0, MoveWords.conjunctions) }), let place = assets.place(at: first),
      place.range.lowerBound == first, !isModifier(place), place.range.upperBound < token
    else { return .unknown }
    return .assets([place])
  }

  /// The subject of the clause that a stretch begins with: "Bitcoin rose 6.2% to a high".
  private func firstSubject(_ range: Range<Int>) -> Answer {
    for index in range {
      if let place = assets.place(at: index) {
        guard place.range.lowerBound == index else { continue }
        let next = place.range.upperBound
        if next < words.tokens.count, isModifier(place) { return .somethingElse }
        return judged(place, in: range.lowerBound..<next)
      }
      if words.is(index, MoveWords.pronouns), let meant = referent(index), isBeforeVerb(index + 1) { return .assets([meant]) }
      if words.is(index, MoveWords.coinNouns), isBeforeVerb(index + 1), let coin = coin(range.lowerBound..<index + 1) {
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

  private func isBeforeVerb(_ index: Int) -> Bool {
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
  private func outerSubject(_ start: Int, in sentence: Range<Int>) -> Answer? {
    guard isInsertionMark(start - 1) else { return nil }
    let inner = markStart(before: start - 1, in: sentence)
    guard inner > sentence.lowerBound, isInsertionMark(inner - 1), inner < start - 1, looksInserted(inner..<start - 1) else { return nil }
    let outer = segmentStart(before: inner - 1, in: sentence)
    guard outer < inner - 1 else { return nil }
    let phrase = nounPhrase(outer..<strippedEnd(outer..<inner - 1))
    return phrase == .unknown ? firstSubject(outer..<inner - 1) : phrase
  }

  private func isInsertionMark(_ index: Int) -> Bool { words.isMark(index, ",") || words.isDash(index) }

  /// Whether a stretch has no words that could be a subject: verbs, numbers, times.
  private func isEmptyOfSubjects(_ range: Range<Int>) -> Bool {
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

  /// Whether a stretch between commas looks like an aside: it begins with a small letter, and not with "and".
  private func looksInserted(_ range: Range<Int>) -> Bool {
    guard let first = range.first, words.tokens[first].isWord, first > 0, isInsertionMark(first - 1) else { return false }
    let token = words.tokens[first]
    return !token.isCapitalised && !MoveWords.conjunctions.contains(token.key) && MoveWords.verb(token.key) == nil
  }
}

extension Array {
  /// The element at an index, or nil outside the array.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
