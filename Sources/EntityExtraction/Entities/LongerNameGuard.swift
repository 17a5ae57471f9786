/// Tells where a name is part of another thing's name or of a set phrase, and so isn't the thing: "SEC Championship", "Federal
/// Reserve Act", "Kraken Robotics", "Crypto.com Arena", "Gemini AI".
enum LongerNameGuard {
  private static let afterAgency = WordSet([
    "championship", "championships", "tournament", "network", "football", "basketball", "baseball", "softball", "hockey", "opponent",
    "opponents", "rival", "rivals", "nation", "east", "west", "title", "quarterback", "coach", "coaches", "teams", "schools", "schedule",
    "media", "athletics", "athletic", "play", "player", "players", "games", "game", "stadium", "standings", "semifinal", "semifinals",
    "bracket", "foes", "foe",
  ])
  private static let afterExchange = WordSet([
    "institute", "robotics", "arena", "stadium", "rum", "championship", "constellation", "spacecraft", "mission", "astronaut", "astronauts",
    "ai", "ultra", "nano", "flash", "advanced", "observatory", "telescope", "hockey", "fans", "goalie", "goaltender", "forward",
    "defenseman",
    "block", "blocks", "season", "mythology", "model", "models", "chatbot", "assistant", "zodiac", "man", "twins",
  ])
  /// After "Fed" these make it the participle: "Fed up with delays", "Fed by cheap money".
  private static let afterParticiple = WordSet(["up", "by", "into"])
  /// Acts that a body applies: their name after its own ("SEC Exchange Act Rule 17a-4") is not one name with it.
  private static let actsOfOthers = WordSet([
    "securities", "exchange", "investment", "commodity", "bank", "advisers", "whistleblower", "dodd",
  ])

  static func rejects(_ hit: AliasHit, _ kind: LexiconKind, isWeak: Bool, _ scan: TextScan) -> Bool {
    let end = hit.span.upperBound
    if kind == .agency, isCitation(hit.span, scan) || isCommercialBank(hit.span, scan) { return true }
    guard scan[end] == 32 || scan[end] == 0xC2 || scan[end] == 10 || scan[end] == UInt8(ascii: "-"),
      let next = scan.word(after: end + (scan[end] == 45 ? 1 : 0))
    else {
      return false
    }
    switch kind {
    case .agency:
      if isOfSport(hit.span, next, scan) || scan.equals(next, "note") || scan.equals(next, "notes") { return true }
      if scan.equals(hit.span, "fed"), afterParticiple.contains(scan.bytes, next) { return true }
      return scan[end] != 45 && isAct(from: next, scan)
    case .exchange:
      if scan[end] == 45 { return false }
      if scan.equals(next, "institute") || scan.equals(next, "arena") || scan.equals(next, "robotics") || scan.equals(next, "stadium") {
        return scan.isCapitalised(at: next.lowerBound)
      }
      return isWeak && (afterExchange.contains(scan.bytes, next) || isVersionNumber(next, scan))
    case .asset, .bill, .legislator, .country: return false
    }
  }

  private static let commercialBanks = WordSet([
    "royal", "national", "industrial", "development", "commercial", "agricultural", "import", "savings", "investment", "union", "first",
    "state", "postal", "construction", "cooperative", "merchants", "standard", "overseas", "united",
  ])

  /// "Royal Bank of Canada", "Industrial Bank of Korea": no central bank.
  private static func isCommercialBank(_ span: Range<Int>, _ scan: TextScan) -> Bool {
    guard scan.reads("bank of ", at: span.lowerBound), scan[span.lowerBound - 1] == 32, scan[span.lowerBound - 2] != 32,
      let word = scan.word(before: span.lowerBound)
    else { return false }
    return scan.isCapitalised(at: word.lowerBound) && commercialBanks.contains(scan.bytes, word)
  }

  private static func isOfSport(_ span: Range<Int>, _ next: Range<Int>, _ scan: TextScan) -> Bool {
    span.count <= 6 && afterAgency.contains(scan.bytes, next)
  }

  /// Whether the words after an ambiguous name tell what else it is: "SEC football", "Gemini 2.5", "Kraken mythology".
  static func tellsAnother(_ hit: AliasHit, _ kind: LexiconKind, _ scan: TextScan) -> Bool {
    guard scan[hit.span.upperBound] == 32, let next = scan.word(after: hit.span.upperBound) else { return false }
    switch kind {
    case .agency: return isOfSport(hit.span, next, scan)
    case .exchange: return afterExchange.contains(scan.bytes, next) || isVersionNumber(next, scan)
    case .asset, .bill, .legislator, .country: return false
    }
  }

  /// "Federal Reserve Act", "FDIC Improvement Act": capitalised words up to "Act".
  private static func isAct(from first: Range<Int>, _ scan: TextScan) -> Bool {
    guard !actsOfOthers.contains(scan.bytes, first) else { return false }
    var word = first
    for _ in 0..<6 {
      guard scan.isCapitalised(at: word.lowerBound) || scan.equals(word, "and") || scan.equals(word, "of") else { return false }
      if scan.equals(word, "act"), !LetterBytes.isLower(scan[word.upperBound]) { return true }
      guard scan[word.upperBound] == 32, let next = scan.word(after: word.upperBound) else { return false }
      word = next
    }
    return false
  }

  /// "87 Fed. Reg. 40881", "Fed. R. Civ. P. 12(b)": where law is printed, not who makes it.
  private static func isCitation(_ span: Range<Int>, _ scan: TextScan) -> Bool {
    guard span.count <= 7, scan[span.upperBound] == UInt8(ascii: ".") || scan[span.lowerBound - 1] == 45 else { return false }
    if scan.equals(span, "fed") || scan.equals(span, "the fed") {
      return citedAsFederal.contains { scan.reads($0, at: span.upperBound + 2) }
    }
    // "SEC. 202. DEFINITIONS": a section of a bill.
    if scan.equals(span, "sec"), scan[span.upperBound + 1] == 32, LetterBytes.isDigit(scan[span.upperBound + 2]) { return true }
    return isPartOfNumber(span, scan)
  }

  /// What follows "Fed." where it abbreviates "Federal": reports, rules, courts, and bodies as law reviews cite them.
  private static let citedAsFederal = [
    "reg", "r.", "cir", "cl.", "app", "supp", "evid", "home", "hous", "trade", "deposit", "ins.", "sav", "elec", "energy", "comm", "nat",
    "land", "prac",
  ]

  /// "5:19-cv-00958-MWF-AFM": a judge's initials at the end of a docket's number.
  private static func isPartOfNumber(_ span: Range<Int>, _ scan: TextScan) -> Bool {
    guard scan[span.lowerBound - 1] == 45 else { return false }
    var position = span.lowerBound - 1
    var digits = 0
    while position > 0, span.lowerBound - position < 32, LetterBytes.isWord(scan[position - 1]) || scan[position - 1] == 45 {
      position -= 1
      if LetterBytes.isDigit(scan[position]) { digits += 1 }
    }
    return digits >= 4
  }

  /// "Gemini 2.5", "Genesis 1:1".
  private static func isVersionNumber(_ word: Range<Int>, _ scan: TextScan) -> Bool {
    word.count <= 2 && LetterBytes.isDigit(scan[word.lowerBound])
      && (scan[word.upperBound] == UInt8(ascii: ".") || scan[word.upperBound] == UInt8(ascii: ":"))
      && LetterBytes.isDigit(scan[word.upperBound + 1])
  }
}
