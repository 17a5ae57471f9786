import RegulatoryModel

// Reads the noun phrase that ends a stretch of tokens: an asset, its price, "it", "the coin", the whole market.

extension MoveSubject {
  /// Reads the noun phrase that ends the stretch.
  func nounPhrase(_ range: Range<Int>) -> Answer {
    var range = range
    for _ in 0..<4 {
      guard let last = range.last else { return .unknown }
      // "BTC/USD", "ETH/USDT": the first of a pair.
      if last - 2 >= range.lowerBound, words.isMark(last - 1, "/") || words.isMark(last - 1, "-"), let place = assets.place(at: last - 2),
        assets.place(at: last) != nil || words.is(last, Self.currencies)
      {
        return judged(place, in: range.lowerBound..<last - 1)
      }
      if let place = assets.place(at: last) { return judged(place, in: range) }
      if isCoinNoun(last) || words.is(last, MoveWords.pronouns), belongsToQuantity(last, in: range) { return .somethingElse }
      // "Bitcoin and most altcoins fell"
      if let place = besideOthers(range) { return judged(place, in: Range.from(range.lowerBound, to: place.range.upperBound)) }
      if let market = market(range) { return market }
      if let answer = price(range) { return answer }
      if words.is(last, MoveWords.pronouns) { return referent(last).map { .assets([$0]) } ?? .unknown }
      if isCoinNoun(last) || isReflexive(last), let coin = coin(range) {
        return .assets([coin])
      }
      if words.is(last, MoveWords.otherQuantities) { return .somethingElse }
      // A phrase about time or place after the subject: "Bitcoin on Binance", "ether in Asian trading".
      guard let cut = lastPreposition(in: range), cut > range.lowerBound, range.upperBound - cut <= 7 else {
        return containsOtherQuantity(range) ? .somethingElse : .unknown
      }
      // "The price of gold": of something, and not of an asset.
      if words.key(cut) == DateWords.of, words.is(cut - 1, Self.worthOf) { return .somethingElse }
      var end = cut
      while end > range.lowerBound, words.is(end - 1, MoveWords.adverbs) || words.is(end - 1, MoveWords.timeNouns) { end -= 1 }
      range = range.lowerBound..<max(end, range.lowerBound)
    }
    return .unknown
  }

  /// The assets of the list that ends with one: "Bitcoin, ether and ⟦solana⟧".
  func list(endingWith place: Place, in range: Range<Int>) -> [Place] {
    var listed = [place]
    var first = place.range.lowerBound
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
    while first > sentenceStart + 1, first <= range.lowerBound, words.isMark(first - 1, ","), let previous = assets.place(at: first - 2),
      listed.count < 8
    {
      // "…, ether and solana": only a list with "and" at its end reaches back over commas.
      guard listed.count > 1 || words.key(place.range.lowerBound - 1) == Self.and else { break }
      listed.insert(previous, at: 0)
      first = previous.range.lowerBound
    }
    return listed
  }

  /// Whether an asset that ends a stretch is its subject, and not a part of one ("volume in bitcoin").
  func judged(_ place: Place, in range: Range<Int>) -> Answer {
    let listed = list(endingWith: place, in: range)
    let first = listed.first?.range.lowerBound ?? place.range.lowerBound
    if first > range.lowerBound, words.is(first - 1, MoveWords.handlers) { return .somethingElse }
    // "1,000 bitcoin" is an amount.
    if first > range.lowerBound, isAmount(first - 1) { return .somethingElse }
    if first > range.lowerBound, words.is(first - 1, MoveWords.prepositions), words.key(first - 1) != Self.with,
      !words.is(first - 1, Self.clauseOpeners)
    {
      guard let head = headBefore(first - 1, in: range) else { return .assets(listed) }
      // "up 35% compared to ETH down 18%"
      if words.is(head, Self.compared) { return .assets(listed) }
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
  func isAmount(_ index: Int) -> Bool {
    if words.is(index, Self.quantities) { return true }
    guard words.tokens[index].isNumber else { return false }
    return !(isYear(index) && words.is(index - 1, MoveWords.prepositions))
  }

  func isYear(_ index: Int) -> Bool {
    words.tokens[index].span.count == 4 && words.integer(at: index).map { (1990...2100).contains($0) } ?? false
  }

  static let worthOf = KeywordSet("price prices value values worth valuation cost costs")
  static let compared = KeywordSet("compared versus vs relative")
  static let likeness = KeywordSet("like as including")
  static let genericCoins = KeywordSet("altcoins tokens coins cryptocurrencies cryptos memecoins assets such names majors")
  static let quantities = KeywordSet("all some more million billion thousand much most enough any")
  static let and = WordKey.of("and")
  static let determiners = KeywordSet("the a native largest its their")

  /// The noun that a preposition hangs on; nil where the preposition opens the sentence ("In bitcoin terms").
  func headBefore(_ preposition: Int, in range: Range<Int>) -> Int? {
    preposition - 1 >= range.lowerBound ? preposition - 1 : nil
  }

  /// "bitcoin prices", "bitcoin's price", "the price of bitcoin", "its price".
  func price(_ range: Range<Int>) -> Answer? {
    guard let last = range.last else { return nil }
    // "bitcoin's exchange rate"
    let isRate = words.key(last) == Self.rate && words.key(last - 1) == Self.exchange && last - 1 > range.lowerBound
    guard isRate || words.is(last, MoveWords.priceNouns) else { return nil }
    var before = isRate ? last - 2 : last - 1
    while before >= range.lowerBound, words.is(before, Self.priceAdjectives) { before -= 1 }
    if before >= range.lowerBound, words.is(before, MoveWords.priceNouns), assets.place(at: before) == nil { before -= 1 }
    if before > range.lowerBound, words.tokens[before].key == Self.possessive, words.isMark(before - 1, "'") { before -= 2 }
    if before >= range.lowerBound, let place = assets.place(at: before) { return judged(place, in: range.lowerBound..<before + 1) }
    // "the coin's price"
    if before > range.lowerBound, words.is(before, MoveWords.coinNouns), words.is(before - 1, MoveWords.articles),
      let owner = referent(before)
    {
      return .assets([owner])
    }
    if before >= range.lowerBound, words.is(before, Self.its), let owner = referent(before) { return .assets([owner]) }
    // "…, with prices falling as much as 5%"
    if words.is(last, Self.barePrices), before < range.lowerBound || words.is(before, Self.beforePrices), let owner = referent(last) {
      return .assets([owner])
    }
    return nil
  }

  private static let rate = WordKey.of("rate")
  private static let exchange = WordKey.of("exchange")
  static let worths = KeywordSet("value valuation")
  static let barePrices = KeywordSet("price prices")
  static let beforePrices = KeywordSet("with as the and while")
  static let priceAdjectives = KeywordSet("spot market trading native own")

  func isReflexive(_ index: Int) -> Bool { words.key(index) == WordKey.of("itself") }

  /// "trading volume for the token": another quantity of the coin that ends the stretch.
  private func belongsToQuantity(_ last: Int, in range: Range<Int>) -> Bool {
    guard let preposition = lastPreposition(in: range), last - preposition < 6, preposition > range.lowerBound,
      preposition + 1 == last || words.is(preposition + 1, MoveWords.articles)
    else { return false }
    return words.is(preposition - 1, MoveWords.otherQuantities)
  }

  /// "⟦Bitcoin⟧ and most altcoins": the asset named beside the rest.
  private func besideOthers(_ range: Range<Int>) -> Place? {
    guard let last = range.last, words.is(last, Self.genericCoins) else { return nil }
    var index = last - 1
    while index > range.lowerBound, last - index < 5, words.is(index, Self.otherness) { index -= 1 }
    guard index > range.lowerBound, words.key(index) == Self.and else { return nil }
    return assets.place(at: index - 1)
  }

  private static let otherness = KeywordSet("most other many all several the smaller major large larger big rival")

  /// "coin", "token", and "currency" where it is a digital one.
  func isCoinNoun(_ index: Int) -> Bool {
    words.is(index, MoveWords.coinNouns) || words.key(index) == Self.currency && words.is(index - 1, Self.digital)
  }

  private static let currency = WordKey.of("currency")
  private static let digital = KeywordSet("digital virtual")

  /// "the coin", "the token itself", "the world's largest cryptocurrency".
  func coin(_ range: Range<Int>) -> Place? {
    guard var index = range.last else { return nil }
    if isReflexive(index) { index -= 1 }
    guard index > range.lowerBound, isCoinNoun(index) else { return nil }
    var low = index - 1
    var isLargest = false
    var isSecond = false
    var isOther = false
    while low >= range.lowerBound, index - low < 9 {
      if words.is(low, Self.foremost) {
        isLargest = true
      } else if !isLargest, !words.is(low, Self.second), !words.is(low, Self.betweenRankAndCoin), !words.is(low, MoveWords.articles) {
        isOther = true
      }
      if words.is(low, Self.second) {
        isSecond = true
        // "the No. 2 cryptocurrency"
        if words.tokens[low].isNumber || words.key(low) == WordKey.of("two") { isLargest = true }
      }
      if words.is(low, Self.laterRanks) { return nil }
      if words.key(low) == Self.the || words.is(low, MoveWords.articles) { break }
      low -= 1
    }
    if isLargest, isOther, !(words.is(index, Self.altcoins)) { isLargest = false }
    if isLargest, words.is(index, Self.altcoins) { isSecond = true }
    guard low >= range.lowerBound, words.is(low, MoveWords.articles) else { return nil }
    if isLargest {
      let ticker = isSecond ? "ETH" : "BTC"
      return (isSecond ? assets.ether : assets.bitcoin)
        ?? Place(range: low..<index + 1, ticker: ticker, name: isSecond ? "Ethereum" : "Bitcoin")
    }
    guard index - low <= 2 else { return nil }
    return referent(low)
  }

  /// The largest of them is ether.
  static let altcoins = KeywordSet("altcoin")

  /// "The crypto market's total capitalisation", "cryptocurrencies".
  func market(_ range: Range<Int>) -> Answer? {
    guard let last = range.last, words.is(last, Self.whole) else { return nil }
    var isCrypto = words.key(last) == WordKey.of("cryptocurrencies")
    var isMarket = words.is(last, Self.marketHead)
    var index = last - 1
    while index >= range.lowerBound, last - index < 9 {
      if let place = assets.place(at: index) {
        // The lexicon knows some of these phrases whole.
        if place.ticker == AssetPlaces.market.ticker { return .assets([place]) }
        // "bitcoin's value" is its price, "bitcoin's market value" is not.
        if words.is(last, Self.worths), index == last - 1 || index == last - 3 && words.isMark(last - 2, "'") { return nil }
        return .somethingElse
      }
      if words.is(index, Self.crypto) { isCrypto = true }
      if words.is(index, Self.marketHead) { isMarket = true }
      if words.is(index, MoveWords.prepositions), words.key(index) != DateWords.of { break }
      index -= 1
    }
    // "the market's total value" in a story on coins
    if isMarket, !isCrypto, words.is(last, Self.sums), Range.from(index + 1, to: last).contains(where: { words.is($0, Self.totals) }) {
      isCrypto = assets.main != nil
    }
    guard isCrypto && isMarket else { return nil }
    let place = Place(range: index + 1..<last + 1, ticker: AssetPlaces.market.ticker, name: AssetPlaces.market.name)
    return .assets([place])
  }

  func lastPreposition(in range: Range<Int>) -> Int? { range.last { words.is($0, MoveWords.prepositions) } }

  func containsOtherQuantity(_ range: Range<Int>) -> Bool {
    range.contains { words.is($0, MoveWords.otherQuantities) }
  }
}
