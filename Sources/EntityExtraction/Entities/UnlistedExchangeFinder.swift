import RegulatoryModel

/// Finds venues that the tables lack, where the story says outright what they are: "the cryptocurrency exchange Zembex",
/// "Zembex, a Turkish crypto exchange,". Every other place of the name in the story counts too.
struct UnlistedExchangeFinder {
  private let scan: TextScan
  private let lexicon: Lexicon

  /// The most names that one story may add, so that the time stays linear.
  private static let most = 12

  private static let kinds = WordSet([
    "crypto", "cryptocurrency", "cryptocurrencies", "bitcoin", "crypto-asset", "cryptoasset", "asset", "currency", "crypto-currency",
  ])
  /// Words with capitals after "exchange" that begin no name, or end one.
  private static let noNames = WordSet([
    "ceo", "cfo", "coo", "chief", "founder", "co-founder", "president", "chairman", "chair", "director", "inc", "ltd", "llc", "the", "a",
    "an", "in",
    "on", "at", "and", "or", "but", "it", "he", "she", "they", "we", "this", "that", "after", "before", "when", "as", "if", "for", "to",
    "from",
    "is", "was", "are", "were", "has", "have", "had", "will", "what", "why", "how", "who", "monday", "tuesday", "wednesday", "thursday",
    "friday",
    "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
    "nft", "nfts", "etf", "etfs", "usd", "ipo", "act", "bill", "law", "commission", "api", "association", "alliance", "council", "watch",
    "europe", "asia", "africa", "america", "users", "customers", "regulation", "rules", "tax", "sec", "fca", "us", "uk", "eu", "ai",
  ])
  /// What may stand between the article and "crypto exchange" in an apposition.
  private static let adjectives = WordSet([
    "leading", "largest", "biggest", "world", "s", "second", "third", "popular", "small", "smaller", "defunct", "now", "former", "bankrupt",
    "failed",
    "major", "offshore", "unregistered", "rival", "decentralized", "decentralised", "centralized", "centralised", "based", "big", "local",
    "licensed", "unlicensed", "new", "regulated", "top", "global", "online", "domestic", "foreign", "collapsed", "hacked", "digital",
    "virtual",
    "crypto", "cryptocurrency", "bitcoin", "asset", "currency",
  ])
  /// Words that may stand between "exchange" and the name: "crypto exchange operator Zembex", "a bitcoin exchange called Zembex".
  private static let beforeName = WordSet(["called", "named", "platform", "operator", "firm", "company", "startup", "giant", "group"])
  /// What says that the name is a founder's: "the crypto exchange Bankman-Fried ran".
  private static let foundersDo = WordSet([
    "founded", "cofounded", "co", "built", "created", "owned", "controlled", "led", "headed", "ran", "started", "once", "helped",
  ])
  /// What may follow "exchange" at the end of an apposition.
  private static let afterApposition = WordSet([
    "that", "which", "based", "in", "founded", "operated", "run", "whose", "with", "and", "registered", "headquartered", "owned",
  ])

  init(_ scan: TextScan, lexicon: Lexicon) {
    self.scan = scan
    self.lexicon = lexicon
  }

  func find() -> [EntityFinding] {
    var names: [(id: String, name: Range<Int>)] = []
    for hit in scan.cueHits where lexicon.cues.everydayCues.contains(hit.cue) && names.count < Self.most {
      // Small letters: in a headline every word has a capital, and none tells a name.
      guard LetterBytes.isLower(scan[hit.span.lowerBound]), let name = nameAfter(hit.span) ?? nameBefore(hit.span) else { continue }
      let id = Self.id(scan.text(name))
      if id.utf8.count >= 3, !names.contains(where: { $0.id == id }), !lexicon.exchangeIDs.contains(id) { names.append((id, name)) }
    }
    var room = PlaceLimits.ofOneName
    return names.map { EntityFinding(id: $0.id, name: scan.text($0.name), mentions: places(of: $0.name, &room)) }
  }

  /// "crypto exchange Zembex".
  private func nameAfter(_ word: Range<Int>) -> Range<Int>? {
    guard let kind = scan.word(before: word.lowerBound), Self.kinds.contains(scan.bytes, kind) else { return nil }
    var end = word.upperBound
    for _ in 0..<3 {
      // "a bitcoin exchange, called …"
      let start = scan[end] == UInt8(ascii: ",") ? end + 1 : end
      guard scan[start] == 32, let next = scan.word(after: start) else { return nil }
      if scan.isCapitalised(at: next.lowerBound) { return start == end ? name(from: next) : nil }
      guard Self.beforeName.contains(scan.bytes, next), start == end || scan.equals(next, "called") || scan.equals(next, "named") else {
        return nil
      }
      end = next.upperBound
    }
    return nil
  }

  private func name(from first: Range<Int>) -> Range<Int>? {
    var end = first.lowerBound
    var word = first
    for _ in 0..<3 {
      guard scan.isCapitalised(at: word.lowerBound), !Self.noNames.contains(scan.bytes, word), isUnknown(word) else { break }
      end = word.upperBound
      // "Zemb.io"
      if scan[end] == UInt8(ascii: "."), LetterBytes.isLower(scan[end + 1]), let ending = scan.word(after: end + 1) {
        end = ending.upperBound
      }
      let joined = scan[end] == 45 && scan.isCapitalised(at: end + 1)
      guard scan[end] == 32 || joined, let next = scan.word(after: joined ? end + 1 : end) else { break }
      if Self.foundersDo.contains(scan.bytes, next) { return nil }
      word = next
    }
    // "crypto exchange Zembex-linked wallets" names it too; "crypto exchange Zembex's" as well.
    return end - first.lowerBound >= 3 ? first.lowerBound..<end : nil
  }

  /// "Zembex, a Turkish crypto exchange,".
  private func nameBefore(_ word: Range<Int>) -> Range<Int>? {
    guard let kind = scan.word(before: word.lowerBound), Self.kinds.contains(scan.bytes, kind), endsApposition(word.upperBound) else {
      return nil
    }
    var cursor = kind.lowerBound
    for _ in 0..<8 {
      var position = cursor
      // "Seychelles-based", "world's".
      while position > 0, scan[position - 1] == 45 || scan[position - 1] == 39 || (scan[position - 1] == 0x99 && scan[position - 3] == 0xE2)
      {
        position -= scan[position - 1] == 0x99 ? 3 : 1
      }
      guard let previous = scan.word(before: position) else { return nil }
      if scan.equals(previous, "a") || scan.equals(previous, "an") || scan.equals(previous, "the") {
        var comma = previous.lowerBound
        while comma > 0, LetterBytes.isBlank(scan[comma - 1]) { comma -= 1 }
        guard scan[comma - 1] == UInt8(ascii: ","), let last = scan.word(before: comma - 1), last.upperBound == comma - 1 else {
          return nil
        }
        return nameEnding(with: last)
      }
      let isPlace = scan.hits(in: previous).contains { $0.targets.contains { $0.kind == .country } }
      guard isPlace || Self.adjectives.contains(scan.bytes, previous) else { return nil }
      cursor = previous.lowerBound
    }
    return nil
  }

  private func endsApposition(_ end: Int) -> Bool {
    switch scan[end] {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ")"): true
    default: scan.word(after: end).map { Self.afterApposition.contains(scan.bytes, $0) } ?? true
    }
  }

  private func nameEnding(with last: Range<Int>) -> Range<Int>? {
    guard scan.isCapitalised(at: last.lowerBound), !Self.noNames.contains(scan.bytes, last), isUnknown(last) else { return nil }
    // The first word of a sentence may have its capital for that alone ("However, a crypto exchange …").
    let startsSentence = scan.sentence(at: last.lowerBound).lowerBound == last.lowerBound
    let hasInnerCapital = scan.bytes[last.lowerBound + 1..<last.upperBound].contains(where: LetterBytes.isUpper)
    return (startsSentence && !hasInnerCapital) || last.count < 3 ? nil : last
  }

  private func isUnknown(_ word: Range<Int>) -> Bool {
    // A known name may begin before this word.
    !scan.hits(in: max(0, word.lowerBound - 60)..<word.upperBound).contains { $0.span.overlaps(word) }
  }

  /// Every place of the name as a word of its own, outside asides and addresses, as far as there is room.
  private func places(of name: Range<Int>, _ room: inout Int) -> [Mention] {
    var mentions: [Mention] = []
    let rule = EntityRule.unlistedExchange.id
    scan.bytes.withUnsafeBufferPointer { bytes in
      let first = bytes[name.lowerBound]
      var position = 0
      while position + name.count <= bytes.count {
        guard bytes[position] == first, !scan.isWord(at: position - 1), !scan.isWord(at: position + name.count),
          (1..<name.count).allSatisfy({ bytes[position + $0] == bytes[name.lowerBound + $0] })
        else {
          position += 1
          continue
        }
        let span = position..<position + name.count
        if !scan.isAside(position), !AddressFinder.holds(span, in: bytes), isUnknown(span) {
          guard room > 0 else { return scan.cut() }
          room -= 1
          mentions.append(Mention(span: span, rule: rule))
        }
        position = span.upperBound
      }
    }
    return mentions.isEmpty ? [Mention(span: name, rule: rule)] : mentions
  }

  /// Small letters and digits, hyphens between words.
  static func id(_ name: String) -> String {
    var id: [UInt8] = []
    for byte in name.utf8 {
      if LetterBytes.isWord(byte) || byte >= 0x80 { id.append(LetterBytes.folded(byte)) } else if id.last != 45 { id.append(45) }
    }
    while id.last == 45 { id.removeLast() }
    return String(decoding: id, as: UTF8.self)
  }
}
