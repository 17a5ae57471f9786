import RegulatoryModel

/// Where a story names crypto-assets, by token.
struct AssetPlaces: Sendable {
  struct Place: Sendable, Equatable {
    var range: Range<Int>
    var ticker: String
    var name: String
  }

  /// In order; they don't overlap.
  let places: [Place]
  /// Token: the index of the place that it lies in, plus one; 0 for none.
  private let placeOfToken: TokenNumbers
  /// The asset the story names most often, if it names any, and the one it names most often but for that.
  let main: Place?
  private let second: Place?
  /// The first place of Bitcoin and of Ether.
  let bitcoin: Place?
  let ether: Place?

  static let market = (ticker: "MARKET", name: "Crypto market")
  /// Indexes of expected volatility for crypto-assets.
  static let indexes = KeywordTable([("dvol", "DVOL"), ("bviv", "BVIV"), ("eviv", "EVIV"), ("cvi", "CVI"), ("bvol", "BVOL")])
  static let cryptoWords = KeywordSet(
    """
    crypto cryptocurrency cryptocurrencies bitcoin blockchain altcoin altcoins stablecoin stablecoins token tokens coin coins memecoin defi
    exchange
    """)

  init(_ words: StoryWords, assets: [AssetRow]) {
    // The names of assets with their tokens; those that mean nothing else, and the tokens of these, ascending.
    var named: [(target: LexiconTarget, range: Range<Int>)] = []
    var strong: [Int] = []
    var strongTokens: [Int] = []
    for hit in words.scan.hits {
      guard let first = hit.targets.first(where: { $0.kind == .asset }) else { continue }
      let range = words.tokens(in: hit.span)
      named.append((first, range))
      var isStrong = false
      for target in hit.targets where target.kind == .asset && !target.isWeak {
        isStrong = true
        if !strong.contains(target.index) { strong.append(target.index) }
      }
      if isStrong { strongTokens.append(contentsOf: range) }
    }
    let hasVenue = words.scan.hits.contains { $0.targets.contains { $0.kind == .exchange && !$0.isWeak } }
    let isCrypto = hasVenue || !strong.isEmpty || words.roles.contains(.crypto)
    var places: [Place] = []
    for (target, range) in named {
      guard let first = range.first else { continue }
      if target.isWeak {
        // A ticker in capitals next to a percentage is rarely anything else in a story on crypto; other weak names need their own asset.
        guard isCrypto,
          Self.isListed(words, range, strongTokens)
            || strong.contains(target.index) || words.tokens[first].isAllCapitals || range.count > 1 && words.tokens[first].isCapitalised
            || Self.isTradedName(assets[target.index])
        else {
          continue
        }
      }
      places.append(Place(range: range, ticker: assets[target.index].ticker, name: assets[target.index].name))
    }
    if words.roles.contains(.volatilityIndex) {
      var taken: Set<Int> = []
      for place in places { taken.formUnion(place.range) }
      for index in words.tokens.indices where words.tokens[index].isAllCapitals {
        if places.count >= PlaceLimits.ofOneName {
          words.scan.cut()
          break
        }
        if let name = Self.indexes[words.tokens[index].key], !taken.contains(index) {
          places.append(Place(range: index..<index + 1, ticker: "INDEX:" + name, name: name))
        }
      }
    }
    places.sort { $0.range.lowerBound < $1.range.lowerBound }
    var placeOfToken = TokenNumbers(count: places.isEmpty ? 0 : words.tokens.count)
    for (number, place) in places.enumerated() {
      for token in place.range { placeOfToken[token] = Int32(number + 1) }
    }
    self.places = places
    self.placeOfToken = placeOfToken
    main = Self.mostNamed(places, except: nil)
    second = main.flatMap { Self.mostNamed(places, except: $0.ticker) }
    bitcoin = places.first { $0.ticker == "BTC" }
    ether = places.first { $0.ticker == "ETH" }
  }

  /// "Solana, Cardano and ⟦Polygon⟧": a capitalised name in a list with assets.
  private static func isListed(_ words: StoryWords, _ range: Range<Int>, _ neighbours: [Int]) -> Bool {
    guard words.tokens[range.lowerBound].isCapitalised else { return false }
    func joins(_ index: Int) -> Bool { words.key(index) == MoveSubject.and || words.isMark(index, ",") || words.isMark(index, "&") }
    // "with Solana losing 12% and ⟦Avalanche⟧ dropping 14%"
    if !neighbours.isEmpty, MoveWords.verb(words.key(range.upperBound)) != nil,
      !words.tokens[range.lowerBound].traits.contains(.beginsLine),
      range.lowerBound > words.sentence(of: range.lowerBound).lowerBound
    {
      return true
    }
    // "Zcash 10% and ⟦Dash⟧ 7%"
    if !neighbours.isEmpty, joins(range.lowerBound - 1), words.tokens[safe: range.upperBound]?.isNumber == true,
      words.isMark(range.upperBound + 1, "%")
    {
      return true
    }
    return joins(range.lowerBound - 1) && neighbours.holdsAscending(range.lowerBound - 2)
      || joins(range.upperBound) && neighbours.holdsAscending(range.upperBound + 1)
  }

  func mostNamed(except ticker: String) -> Place? { main?.ticker == ticker ? second : main }

  /// The first of those named most often, so that the answer doesn't hang on a dictionary's order.
  private static func mostNamed(_ places: [Place], except ticker: String?) -> Place? {
    guard !places.isEmpty else { return nil }
    var counts: [String: Int] = [:]
    for place in places { counts[place.ticker, default: 0] += 1 }
    var best: Place?
    for place in places where !place.ticker.hasPrefix("INDEX:") && place.ticker != market.ticker && place.ticker != ticker {
      if (counts[place.ticker] ?? 0) > (best.map { counts[$0.ticker] ?? 0 } ?? 0) { best = place }
    }
    return best
  }

  /// "ether" is weak only because of the anaesthetic.
  private static func isTradedName(_ row: AssetRow) -> Bool { row.ticker == "ETH" || row.ticker == "XRP" }

  var isEmpty: Bool { places.isEmpty }

  func place(at token: Int) -> Place? {
    guard token >= 0, token < placeOfToken.count, placeOfToken[token] > 0 else { return nil }
    return places[Int(placeOfToken[token]) - 1]
  }

  /// The first place that begins within a stretch of tokens.
  func first(in range: Range<Int>) -> Place? {
    let index = firstIndex(from: range.lowerBound)
    return index < places.count && places[index].range.lowerBound < range.upperBound ? places[index] : nil
  }

  /// The places that begin within a stretch of tokens.
  func places(in range: Range<Int>) -> ArraySlice<Place> {
    let low = firstIndex(from: range.lowerBound)
    return places[low..<max(low, firstIndex(from: range.upperBound))]
  }

  /// The index of the first place that begins at a token or later.
  private func firstIndex(from token: Int) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].range.lowerBound >= token { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The last place that begins before a token, looking back no further than `limit`.
  func last(before token: Int, notBefore limit: Int) -> Place? {
    let index = firstIndex(from: token)
    guard index > 0, places[index - 1].range.lowerBound >= limit else { return nil }
    return places[index - 1]
  }
}
