/// All cue words of the lexicon, each once, with the rows they speak for and against.
struct CueIndex: Sendable {
  /// The cues by number, lower case.
  private(set) var words: [String] = []
  /// Row: the numbers of its cues, ascending.
  private(set) var supportingAgency: [[Int32]] = []
  private(set) var opposingAgency: [[Int32]] = []
  private(set) var supportingExchange: [[Int32]] = []
  private(set) var opposingExchange: [[Int32]] = []
  private(set) var supportingAsset: [[Int32]] = []
  private(set) var opposingAsset: [[Int32]] = []
  /// The cues "exchange" and "exchanges": "in exchange for" is said everywhere, so they count only in a story on crypto-assets.
  private(set) var everydayCues: [Int32] = []
  /// The cue "attorneys general".
  private(set) var attorneysGeneral: Int32?
  /// Cue: whether it tells that the story is about crypto-assets about finance and its regulation, or about sport.
  private(set) var topics: [Topic] = []

  /// What a cue word says of the story as a whole.
  struct Topic: OptionSet, Sendable {
    let rawValue: UInt8
    static let crypto = Topic(rawValue: 1)
    static let finance = Topic(rawValue: 2)
    static let sport = Topic(rawValue: 4)
  }

  init(_ tables: LexiconTables) {
    var numbers: [String: Int32] = [:]
    func number(_ word: String) -> Int32 {
      if let known = numbers[word] { return known }
      let new = Int32(words.count)
      numbers[word] = new
      words.append(word)
      return new
    }
    for row in tables.agencies {
      supportingAgency.append(row.cues.supporting.map(number).sorted())
      opposingAgency.append(row.cues.opposing.map(number).sorted())
    }
    for row in tables.exchanges {
      supportingExchange.append(row.cues.supporting.map(number).sorted())
      opposingExchange.append(row.cues.opposing.map(number).sorted())
    }
    for row in tables.assets {
      supportingAsset.append(row.cues.supporting.map(number).sorted())
      opposingAsset.append(row.cues.opposing.map(number).sorted())
    }
    let crypto = TopicWords.crypto.map(number)
    let finance = TopicWords.finance.map(number)
    let sport = TopicWords.sport.map(number)
    attorneysGeneral = number("attorneys general")
    everydayCues = [number("exchange"), number("exchanges")]
    topics = [Topic](repeating: [], count: words.count)
    for cue in crypto { topics[Int(cue)].insert(.crypto) }
    for cue in finance { topics[Int(cue)].insert(.finance) }
    for cue in sport { topics[Int(cue)].insert(.sport) }
  }

  func supporting(_ target: LexiconTarget) -> [Int32] {
    switch target.kind {
    case .agency: supportingAgency[target.index]
    case .exchange: supportingExchange[target.index]
    case .asset: supportingAsset[target.index]
    case .bill, .legislator, .country: []
    }
  }

  func opposing(_ target: LexiconTarget) -> [Int32] {
    switch target.kind {
    case .agency: opposingAgency[target.index]
    case .exchange: opposingExchange[target.index]
    case .asset: opposingAsset[target.index]
    case .bill, .legislator, .country: []
    }
  }
}

/// Words that tell what a story is about.
enum TopicWords {
  static let crypto = [
    "crypto", "cryptocurrency", "cryptocurrencies", "crypto-asset", "crypto-assets", "cryptoasset", "cryptoassets", "bitcoin", "bitcoins",
    "btc",
    "ethereum", "ether", "eth", "stablecoin", "stablecoins", "digital asset", "digital assets", "virtual asset", "virtual assets",
    "virtual currency", "virtual currencies", "digital currency", "digital currencies", "blockchain", "altcoin", "altcoins", "memecoin",
    "memecoins", "defi", "decentralized finance", "token", "tokens", "nft", "nfts", "web3", "binance", "coinbase", "usdt", "usdc", "tether",
    "cbdc", "on-chain", "solana", "xrp", "dogecoin", "unhosted wallet", "unhosted wallets", "hosted wallets", "crypto wallet",
    "crypto wallets",
    "travel rule", "vasp", "vasps", "casp", "casps", "bitcoin mining", "mixer", "mixers", "satoshi",
  ]
  static let finance = [
    "regulator", "regulators", "regulatory", "securities", "enforcement", "compliance", "money laundering", "anti-money laundering",
    "sanctions",
    "investors", "investor", "financial", "fintech", "bank", "banks", "banking", "fined", "licence", "license", "licensed", "derivatives",
    "futures", "brokers", "broker-dealer", "commodity", "commodities", "supervision", "supervisory", "watchdog", "interest rates",
    "inflation",
    "monetary policy", "etf", "etfs", "rulemaking", "commissioner", "chairman", "lawsuit", "settlement", "complaint", "wall street",
    "markets",
    "trading", "payments", "lenders", "audit", "disclosure", "insider trading", "fraud", "ponzi",
  ]
  static let sport = [
    "football", "basketball", "baseball", "hockey", "softball", "quarterback", "touchdown", "touchdowns", "championship", "tournament",
    "playoff", "playoffs", "coach", "coaches", "athletic", "athletics", "ncaa", "nhl", "nfl", "nba", "mlb", "goaltender", "goalie",
    "overtime",
    "halftime", "half-time", "wide receiver", "linebacker", "season", "teams", "stadium", "big ten", "big 12", "acc", "bulldogs",
    "crimson tide",
    "semi-final", "semifinal", "referee", "innings", "roster", "offense", "defenseman", "puck",
  ]
}
