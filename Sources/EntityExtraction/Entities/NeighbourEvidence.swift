/// What stands right beside a name: words that say what it is ("the cryptocurrency exchange Kraken", "Kraken, an exchange"), and
/// names of its kind in one list with it ("Coinbase, Kraken and Gemini").
enum NeighbourEvidence {
  private static let venueWords = WordSet([
    "exchange", "exchanges", "platform", "platforms", "venue", "venues", "marketplace", "brokerage", "broker", "dex",
  ])
  private static let venueKinds = WordSet([
    "crypto", "cryptocurrency", "bitcoin", "trading", "asset", "assets", "currency", "decentralized", "decentralised", "centralized",
    "centralised", "crypto-asset", "cryptoasset", "spot", "derivatives", "offshore", "rival", "futures", "crypto-currency",
  ])
  private static let between = WordSet([
    "the", "a", "an", "like", "as", "called", "named", "operator", "giant", "group", "including", "and",
  ])

  /// Whether the words before or after name it a venue: "exchange Kraken", "exchanges such as Kraken", "Kraken exchange",
  /// "Kraken, a crypto exchange".
  static func isCalledVenue(_ span: Range<Int>, _ scan: TextScan) -> Bool {
    var cursor = span.lowerBound
    var steps = 0
    while steps < 4, let word = scan.word(before: cursor) {
      if venueWords.contains(scan.bytes, word) { return true }
      guard between.contains(scan.bytes, word) || scan.equals(word, "such") else { break }
      cursor = word.lowerBound
      steps += 1
    }
    var end = span.upperBound
    // "Kraken's exchange", "Kraken, the third largest crypto exchange, …", "Kraken (an exchange)".
    if scan[end] == 39, scan[end + 1] == UInt8(ascii: "s") { end += 2 }
    if scan[end] == 0xE2, scan[end + 2] == 0x99, scan[end + 3] == UInt8(ascii: "s") { end += 4 }
    let isApposition = scan[end] == UInt8(ascii: ",") || scan[end + 1] == UInt8(ascii: "(")
    if scan[end] == UInt8(ascii: ",") { end += 1 }
    if scan[end + 1] == UInt8(ascii: "(") { end += 2 }
    var previousIsKind = false
    for step in 0..<(isApposition ? 8 : 3) {
      guard let word = scan.word(after: end) else { return false }
      if venueWords.contains(scan.bytes, word) { return step == 0 || previousIsKind || isApposition }
      if isApposition, step == 0, !scan.equals(word, "the"), !scan.equals(word, "a"), !scan.equals(word, "an"),
        !scan.equals(word, "another"), !scan.equals(word, "both"), !scan.equals(word, "all")
      {
        return false
      }
      previousIsKind = venueKinds.contains(scan.bytes, word)
      if !isApposition, !previousIsKind { return false }
      end = word.upperBound
      if scan[end] == UInt8(ascii: "-") || scan[end] == 39 { end += 1 }
    }
    return false
  }

  private static let firmVerbs = WordSet([
    "said", "says", "answers", "answered", "announced", "announces", "launched", "launches", "agreed", "agrees", "filed", "files", "paid",
    "pays",
    "settled", "settles", "denied", "denies", "declined", "halted", "halts", "suspended", "suspends", "delisted", "delists", "listed",
    "lists",
    "paused", "pauses", "resumed", "resumes", "registered", "applied", "obtained", "received", "secured", "hired", "laid", "blocks",
    "blocked",
    "told", "sued", "sues", "appealed", "argued", "argues", "plans", "acquired", "acquires", "bought", "raised", "raises", "reported",
    "lost",
    "stopped", "opened", "opens", "faces", "faced", "won", "wins", "confirmed", "confirms", "users", "customers", "clients", "ceo",
    "spokesperson",
    "spokesman", "spokeswoman", "executives", "co-founder", "founder", "cofounder", "chief", "shares", "co-ceo", "lawyers",
  ])
  /// What firms will do, must do, agreed to do.
  private static let plainVerbs = WordSet([
    "pay", "settle", "launch", "list", "delist", "halt", "suspend", "open", "appeal", "file", "acquire", "buy", "register", "face", "stop",
    "offer", "refund", "repay", "restart", "resume", "lay", "hire", "comply", "withdraw",
  ])
  private static let modals = WordSet(["will", "would", "must", "may", "could", "can", "should"])

  /// Whether it does what firms do: "Kraken said", "Gemini's customers".
  static func actsLikeFirm(_ span: Range<Int>, _ scan: TextScan) -> Bool {
    var end = span.upperBound
    if scan[end] == 39, scan[end + 1] == UInt8(ascii: "s") { end += 2 }
    if scan[end] == 0xE2, scan[end + 2] == 0x99, scan[end + 3] == UInt8(ascii: "s") { end += 4 }
    guard scan[end] == 32 || scan[end] == 10, var word = scan.word(after: end) else { return false }
    if scan.equals(word, "has") || scan.equals(word, "had") || scan.equals(word, "also") || scan.equals(word, "have") {
      guard let next = scan.word(after: word.upperBound) else { return false }
      word = next
    } else if modals.contains(scan.bytes, word), let next = scan.word(after: word.upperBound) {
      return plainVerbs.contains(scan.bytes, next)
    }
    return firmVerbs.contains(scan.bytes, word)
  }

  private static let bodyVerbs = WordSet([
    "said", "says", "told", "announced", "announces", "proposed", "proposes", "issued", "issues", "published", "publishes", "sanctioned",
    "sanctions", "asked", "asks", "urged", "urges", "warned", "warns", "wants", "sought", "seeks", "declined", "finalised", "finalized",
    "designated", "blacklisted", "delisted", "unveiled", "consulted", "adopted", "withdrew", "extended",
  ])

  /// Whether it does what public bodies do: "Treasury proposed", "the Fed said"; with others of them in the story also what it
  /// shall do: "Treasury would decide".
  static func actsLikeBody(_ span: Range<Int>, amongBodies: Bool, _ scan: TextScan) -> Bool {
    guard scan[span.upperBound] == 32 || scan[span.upperBound] == 10, var word = scan.word(after: span.upperBound) else { return false }
    if scan.equals(word, "has") || scan.equals(word, "had") || scan.equals(word, "also") || scan.equals(word, "have") {
      guard let next = scan.word(after: word.upperBound) else { return false }
      word = next
    }
    return bodyVerbs.contains(scan.bytes, word) || (amongBodies && (modals.contains(scan.bytes, word) || scan.equals(word, "shall")))
  }

  private static let pursuit = WordSet([
    "sued", "sues", "suing", "charged", "charges", "charging", "fined", "fines", "fining", "against", "accused", "accuses", "accusing",
    "penalised", "penalized", "sanctioned", "subpoenaed", "investigates", "investigated", "investigating", "licensed", "licenses",
    "licences", "warned", "ordered", "orders", "banned", "bans",
  ])

  /// Whether it is what supervisors act on: "sued Kraken", "a case against Gemini".
  static func isPursued(_ span: Range<Int>, _ scan: TextScan) -> Bool {
    guard let word = scan.word(before: span.lowerBound), span.lowerBound - word.upperBound == 1 else { return false }
    return pursuit.contains(scan.bytes, word)
  }

  /// Whether only what joins the items of a list stands between two names: a comma, "and", "or", "the", "&", "/", a ticker in
  /// brackets, the mark or number of an item.
  static func areListedTogether(_ first: Range<Int>, _ second: Range<Int>, _ scan: TextScan) -> Bool {
    guard first.upperBound <= second.lowerBound, second.lowerBound - first.upperBound <= 20 else { return false }
    var position = first.upperBound
    if scan[position] == 32, scan[position + 1] == UInt8(ascii: "("), let end = tickerEnd(position + 2, scan) { position = end }
    while position < second.lowerBound {
      let byte = scan[position]
      if byte == 32 || byte == 44 || byte == 10 || byte == 47 || byte == 38 || byte == 59 || byte == 42 || byte == 124 {
        position += 1
      } else if LetterBytes.isDigit(byte) || (LetterBytes.isDigit(scan[position - 1]) && (byte == 46 || byte == 41)) {
        position += 1
      } else if byte == 0xE2, scan[position + 1] == 0x80, scan[position + 2] == 0xA2 {
        position += 3
      } else if scan.reads("and ", at: position) {
        position += 4
      } else if scan.reads("or ", at: position) {
        position += 3
      } else if scan.reads("the ", at: position) {
        position += 4
      } else {
        return false
      }
    }
    return true
  }

  /// The offset after "COIN)" or "BTC-USD)"; nil where no short name in capitals is closed there.
  private static func tickerEnd(_ start: Int, _ scan: TextScan) -> Int? {
    var position = start
    while position - start < 6, LetterBytes.isUpper(scan[position]) { position += 1 }
    return position > start && scan[position] == UInt8(ascii: ")") ? position + 1 : nil
  }

  /// Whether two names begin lines that follow each other, as in a list or a table.
  static func beginRows(_ first: Range<Int>, _ second: Range<Int>, _ scan: TextScan) -> Bool {
    guard first.upperBound <= second.lowerBound, second.lowerBound - first.upperBound < 200,
      let firstLine = lineStart(before: first.lowerBound, scan), let secondLine = lineStart(before: second.lowerBound, scan),
      firstLine < secondLine
    else { return false }
    var lines = 0
    for position in first.upperBound..<second.lowerBound where scan[position] == 10 { lines += 1 }
    return lines == 1
  }

  /// Where the line of a name begins, if only the mark of an item or a cell stands before the name.
  private static func lineStart(before offset: Int, _ scan: TextScan) -> Int? {
    var position = offset
    var hasMark = false
    while position > 0, scan[position - 1] != 10, offset - position < 10 {
      let byte = scan[position - 1]
      guard !LetterBytes.isLetter(byte) else { return nil }
      if byte != 32 { hasMark = true }
      position -= 1
    }
    return hasMark && (position == 0 || scan[position - 1] == 10) ? position : nil
  }
}
