/// Tells the Treasury, a ministry, from Treasury paper, and from the treasury of a company or protocol.
enum TreasuryRule {
  /// Words that make "Treasury" a kind of paper, its market, or a reserve.
  private static let after = WordSet([
    "yield", "yields", "bond", "bonds", "bill", "bills", "note", "notes", "auction", "auctions", "security", "securities", "market",
    "markets",
    "future", "futures", "debt", "rate", "rates", "curve", "holding", "holdings", "inflation", "etf", "etfs", "stock", "stocks", "share",
    "shares", "price", "prices", "trading", "trade", "trades", "trader", "traders", "dealer", "dealers", "desk", "paper", "portfolio",
    "company", "companies", "firm", "firms", "strategy", "strategies", "reserve", "reserves", "management", "manager", "wallet", "wallets",
    "operations", "vehicle", "vehicles", "asset", "assets", "fund", "funds", "token", "tokens", "vote", "proposal", "diversification",
    "repo",
    "repos", "obligations", "coupon", "coupons", "maturities", "purchases", "collateral", "exposure", "selloff", "spread", "spreads",
    "returns", "volatility", "play", "plays", "model", "policy", "allocation", "committee", "services", "backed", "linked", "single",
    "investment", "trust", "money", "liquidity", "wine",
    "floating",
    "bitcoin",
  ])
  private static let before = WordSet([
    "year", "month", "week", "term", "dated", "bitcoin", "btc", "ethereum", "eth", "ether", "corporate", "company", "crypto", "asset",
    "dao",
    "protocol", "community", "its", "their", "our", "my", "your", "his", "her", "firm", "foundation", "token", "tokenized", "tokenised",
    "strategic", "on-chain", "network", "project", "own", "club", "company's", "firm's", "group's", "protocol's", "dao's", "sol", "xrp",
    "solana",
  ])

  /// Whether this hit, whose last word is "Treasury", isn't the ministry.
  static func rejects(_ hit: AliasHit, _ scan: TextScan) -> Bool {
    guard hit.span.count >= 8, scan.reads("treasury", at: hit.span.upperBound - 8) else { return false }
    let end = hit.span.upperBound
    if scan[end] == 45 || scan[end] == 32 || scan[end] == 10 || scan[end] == 0xC2 {
      if let next = scan.word(after: scan[end] == 45 ? end + 1 : end), after.contains(scan.bytes, next) {
        // "Treasury policy", "Treasury services": said of the ministry too, where its country stands before it.
        return true
      }
    }
    guard hit.span.count == 8 else { return false }
    var start = hit.span.lowerBound
    if scan[start - 1] == 45 { start -= 1 }
    guard let previous = scan.word(before: start) else { return isPossessive(before: start, scan) }
    if before.contains(scan.bytes, previous) { return true }
    return isPossessive(before: start, scan)
  }

  /// "Uniswap's Treasury", "the company's Treasury": not "Britain's", which is part of the name or stands beside as a country.
  private static func isPossessive(before start: Int, _ scan: TextScan) -> Bool {
    guard let mark = scan.word(before: start), scan.equals(mark, "s") else { return false }
    let position = mark.lowerBound - 1
    guard scan[position] == 39 || scan[position] == 0x99 else { return false }
    let owner = position - (scan[position] == 39 ? 0 : 2)
    guard let word = scan.word(before: owner) else { return false }
    return !scan.hits(in: word.lowerBound..<owner).contains { $0.targets.contains { $0.kind == .country } }
  }
}
