import RegulatoryModel

/// Finds what agencies did: "The SEC sued Coinbase", "Kraken was fined $30 million by the FCA", "settled with the CFTC".
///
/// Precise rather than complete: agency and verb stand in one sentence with nothing between them but adverbs, dates and
/// insertions; what is planned, denied or asked for doesn't count.
struct ActionFinder {
  private let words: StoryWords
  private let scan: TextScan
  private let lexicon: Lexicon
  private let exchanges: [(span: Range<Int>, id: String)]

  private static let skipped = WordSet([
    "also", "has", "have", "had", "recently", "today", "yesterday", "formally", "officially", "jointly", "separately", "first", "then",
    "later",
    "on", "in", "last", "this", "earlier", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "week", "month",
    "year",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb",
    "aug",
    "sept", "oct", "nov", "dec", "unanimously", "announced", "that", "it", "said", "previously", "already", "quietly", "finally", "just",
    "late",
    "chair", "chairman", "officials", "staff", "which", "who", "morning", "afternoon", "publicly", "successfully", "reportedly",
  ])
  private static let auxiliaries = WordSet(["was", "were", "been", "is", "are", "being", "got", "be"])

  init(_ words: StoryWords, lexicon: Lexicon, exchanges: [EntityFinding]) {
    self.words = words
    scan = words.scan
    self.lexicon = lexicon
    self.exchanges = exchanges.flatMap { finding in finding.mentions.map { ($0.span, finding.id) } }.sorted {
      $0.0.lowerBound < $1.0.lowerBound
    }
  }

  func find(_ agencies: [EntityFinding]) -> [AgencyAction] {
    var actions: [AgencyAction] = []
    var known: Set<Told> = []
    for finding in agencies {
      for mention in finding.mentions {
        let sentence = scan.window(around: mention.span).sentence
        if let action = active(finding.id, mention.span, sentence) ?? passive(finding.id, mention.span, sentence)
          ?? towards(finding.id, mention.span, sentence)
        {
          if known.insert(Told(agency: action.agency, kind: action.kind, span: action.span)).inserted { actions.append(action) }
        }
      }
    }
    return actions.sorted { ($0.span.lowerBound, $0.agency) < ($1.span.lowerBound, $1.agency) }
  }

  private struct Told: Hashable {
    var agency: String
    var kind: AgencyAction.Kind
    var span: Range<Int>
  }

  // MARK: The agency acts

  private func active(_ agency: String, _ span: Range<Int>, _ sentence: Range<Int>) -> AgencyAction? {
    var position = span.upperBound
    for _ in 0..<12 {
      position = afterInsertion(position, sentence)
      guard let word = scan.word(after: position), word.upperBound <= sentence.upperBound else { return nil }
      for verb in ActionVerbs.activePhrases
      where scan.reads(verb.form, at: word.lowerBound) && !scan.isWord(at: word.lowerBound + verb.form.utf8.count) {
        return action(agency, verb, verbSpan: word.lowerBound..<word.lowerBound + verb.form.utf8.count, from: span, sentence)
      }
      var isVerb = false
      for verb in ActionVerbs.active where scan.reads(verb.form, at: word.lowerBound) && verb.form.utf8.count == word.count {
        isVerb = true
        if let action = action(agency, verb, verbSpan: word, from: span, sentence) { return action }
      }
      let isNumber = LetterBytes.isDigit(scan[word.lowerBound])
      guard !isVerb, isNumber || Self.skipped.contains(scan.bytes, word) else { return nil }
      position = word.upperBound
    }
    return nil
  }

  /// Passes over `, … ,` and `(…)` right after a subject.
  private func afterInsertion(_ start: Int, _ sentence: Range<Int>) -> Int {
    var position = start
    if scan[position] == 32 { position += 1 }
    let close: UInt8
    switch scan[position] {
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    case UInt8(ascii: ","): close = UInt8(ascii: ",")
    default: return start
    }
    var end = position + 1
    while end < sentence.upperBound, end - position < 120, scan[end] != close { end += 1 }
    return scan[end] == close ? end + 1 : position + 1
  }

  private func action(_ agency: String, _ verb: ActionVerbs.Verb, verbSpan: Range<Int>, from subject: Range<Int>, _ sentence: Range<Int>)
    -> AgencyAction?
  {
    let rest = verbSpan.upperBound..<max(verbSpan.upperBound, sentence.upperBound)
    var target: String?
    switch verb.object {
    case .target:
      guard let named = targetAfter(verbSpan.upperBound, sentence) else { return nil }
      target = named
    case .rule: guard has(ActionVerbs.ruleNouns, within: 10, of: rest) else { return nil }
    case .guidance: guard has(ActionVerbs.guidanceNouns, within: 7, of: rest) else { return nil }
    case .permission:
      guard has(ActionVerbs.permissionNouns, within: 10, of: rest) else { return nil }
      target = targetAfter(verbSpan.upperBound, sentence)
    case .product:
      guard has(ActionVerbs.productNouns, within: 10, of: rest) else { return nil }
      target = exchange(in: rest)
    case .anything: target = exchange(in: rest)
    }
    return made(agency, verb.kind, target, subject.lowerBound..<verbSpan.upperBound, sentence, rule: .agencyActs)
  }

  // MARK: Something is done by the agency

  private func passive(_ agency: String, _ span: Range<Int>, _ sentence: Range<Int>) -> AgencyAction? {
    guard var word = scan.word(before: span.lowerBound) else { return nil }
    if scan.equals(word, "the"), let previous = scan.word(before: word.lowerBound) { word = previous }
    guard scan.equals(word, "by"), word.lowerBound > sentence.lowerBound else { return nil }
    var cursor = word.lowerBound
    for _ in 0..<14 {
      guard let previous = scan.word(before: cursor) ?? scan.word(before: skipMark(cursor)), previous.lowerBound >= sentence.lowerBound
      else {
        return nil
      }
      if let verb = ActionVerbs.passive.first(where: {
        $0.form.utf8.count == previous.count && scan.reads($0.form, at: previous.lowerBound)
      }),
        let auxiliary = scan.word(before: previous.lowerBound), isAuxiliary(auxiliary)
      {
        let target = targetBefore(auxiliary.lowerBound, sentence)
        return made(agency, verb.kind, target, previous.lowerBound..<span.upperBound, sentence, rule: .doneByAgency)
      }
      cursor = previous.lowerBound
    }
    return nil
  }

  private func isAuxiliary(_ word: Range<Int>) -> Bool {
    if Self.auxiliaries.contains(scan.bytes, word) {
      // "could be fined" tells nothing that happened.
      if scan.equals(word, "be"), let modal = scan.word(before: word.lowerBound) { return !isModal(modal) && !scan.equals(modal, "to") }
      return true
    }
    guard let before = scan.word(before: word.lowerBound) else { return false }
    // "was also fined", "was recently sued".
    return Self.skipped.contains(scan.bytes, word) && Self.auxiliaries.contains(scan.bytes, before)
  }

  private func isModal(_ word: Range<Int>) -> Bool {
    ["will", "would", "could", "may", "might", "should", "can", "must", "not", "never"].contains {
      scan.reads($0, at: word.lowerBound) && $0.utf8.count == word.count
    }
  }

  // MARK: Others deal with the agency

  private func towards(_ agency: String, _ span: Range<Int>, _ sentence: Range<Int>) -> AgencyAction? {
    var start = span.lowerBound
    if let word = scan.word(before: start), scan.equals(word, "the") { start = word.lowerBound }
    guard let last = scan.word(before: start) else { return nil }
    if ActionVerbs.settling.contains(scan.bytes, last), isFollowedByCase(span.upperBound), last.lowerBound >= sentence.lowerBound,
      let target = targetBefore(last.lowerBound, sentence)
    {
      return made(agency, .settled, target, last.lowerBound..<span.upperBound, sentence, rule: .dealsWithAgency)
    }
    for verb in ActionVerbs.towards {
      let low = last.upperBound - verb.form.utf8.count
      guard low >= sentence.lowerBound, scan.reads(verb.form, at: low), !scan.isWord(at: low - 1) else { continue }
      if let modal = scan.word(before: low), isModal(modal) || scan.equals(modal, "be") || scan.equals(modal, "being") { return nil }
      guard let target = targetBefore(low, sentence) else { return nil }
      return made(agency, verb.kind, target, low..<span.upperBound, sentence, rule: .dealsWithAgency)
    }
    return nil
  }

  /// "settle SEC charges", "settle the SEC's lawsuit".
  private func isFollowedByCase(_ end: Int) -> Bool {
    var position = end
    if scan[position] == 39 { position += 2 } else if scan[position] == 0xE2, scan[position + 2] == 0x99 { position += 4 }
    guard let next = scan.word(after: position) else { return false }
    return ActionVerbs.caseNouns.contains(scan.bytes, next)
  }

  // MARK: Targets

  private func exchange(in range: Range<Int>) -> String? {
    let index = firstExchange(at: range.lowerBound)
    return index < exchanges.count && exchanges[index].span.lowerBound < range.upperBound ? exchanges[index].id : nil
  }

  private func firstExchange(at offset: Int) -> Int {
    var low = 0
    var high = exchanges.count
    while low < high {
      let middle = (low + high) / 2
      if exchanges[middle].span.lowerBound >= offset { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static let beforeNames = WordSet([
    "crypto", "cryptocurrency", "exchange", "the", "a", "an", "company", "firm", "platform", "giant", "operator", "founder", "former",
    "chief",
    "executive", "ceo", "of", "against", "with", "bitcoin", "trading", "digital", "asset", "its", "executives", "representatives", "from",
    "to",
    "developer", "issuer", "lender", "mixer", "service", "startup", "investment", "adviser", "broker", "co-founder", "rapper", "influencer",
  ])

  /// The exchange or proper name that follows within a few words.
  private func targetAfter(_ start: Int, _ sentence: Range<Int>) -> String? {
    var position = start
    for _ in 0..<7 {
      guard let word = scan.word(after: scan[position] == 45 ? position + 1 : position), word.upperBound <= sentence.upperBound else {
        return nil
      }
      if let id = exchange(in: word.lowerBound..<word.lowerBound + 1) { return id }
      if scan.isCapitalised(at: word.lowerBound), !Self.beforeNames.contains(scan.bytes, word), !Self.skipped.contains(scan.bytes, word) {
        return properName(from: word, sentence)
      }
      guard Self.beforeNames.contains(scan.bytes, word) else { return nil }
      position = word.upperBound
    }
    return nil
  }

  private func properName(from first: Range<Int>, _ sentence: Range<Int>) -> String? {
    // A name that is an agency's or a country's is no target.
    if scan.hits(in: first).contains(where: { hit in hit.targets.contains { $0.kind == .agency || $0.kind == .country } }) { return nil }
    var end = first.upperBound
    for _ in 0..<5 {
      guard scan[end] == 32 || scan[end] == 38, let word = scan.word(after: end + (scan[end] == 38 ? 1 : 0)),
        word.upperBound <= sentence.upperBound,
        scan.isCapitalised(at: word.lowerBound)
      else { break }
      end = word.upperBound
    }
    return end - first.lowerBound >= 3 ? scan.text(first.lowerBound..<end) : nil
  }

  /// The exchange, else the proper name, that ends right before; an exchange may stand a few words off.
  private func targetBefore(_ end: Int, _ sentence: Range<Int>) -> String? {
    let index = firstExchange(at: end) - 1
    if index >= 0, exchanges[index].span.lowerBound >= max(sentence.lowerBound, end - 160) { return exchanges[index].id }
    guard let last = scan.word(before: end), last.lowerBound >= sentence.lowerBound, scan.isCapitalised(at: last.lowerBound) else {
      return nil
    }
    var start = last.lowerBound
    for _ in 0..<4 {
      guard let word = scan.word(before: start), word.lowerBound >= sentence.lowerBound, scan.isCapitalised(at: word.lowerBound),
        !Self.beforeNames.contains(scan.bytes, word)
      else { break }
      start = word.lowerBound
    }
    return last.upperBound - start >= 3 ? scan.text(start..<last.upperBound) : nil
  }

  private func skipMark(_ position: Int) -> Int {
    var position = position
    while position > 0, position > 2, !scan.isWord(at: position - 1), !LetterBytes.isBlank(scan[position - 1]) { position -= 1 }
    return position
  }

  private func has(_ nouns: WordSet, within limit: Int, of range: Range<Int>) -> Bool {
    var count = 0
    var found = false
    scan.forEachWord(in: range.lowerBound..<min(range.upperBound, range.lowerBound + 160)) { word in
      count += 1
      if nouns.contains(scan.bytes, word) { found = true }
      return !found && count < limit
    }
    return found
  }

  private func made(
    _ agency: String, _ kind: AgencyAction.Kind, _ target: String?, _ span: Range<Int>, _ sentence: Range<Int>, rule: ActionRule
  ) -> AgencyAction? {
    var amount: MoneyReader.Amount?
    if kind == .fined || kind == .settled {
      amount =
        MoneyReader.first(in: span.lowerBound..<max(span.lowerBound, sentence.upperBound), scan) ?? MoneyReader.first(in: sentence, scan)
    }
    return AgencyAction(
      agency: agency, kind: kind, target: target, amount: amount?.units, currency: amount?.currency, date: date(of: span, sentence),
      span: span,
      rule: rule.id)
  }

  /// The day named within the action or a few words after it: "on Thursday dismissed", "sued Coinbase on June 6, 2023".
  private func date(of span: Range<Int>, _ sentence: Range<Int>) -> CalendarDay? {
    let end = max(span.upperBound, min(span.upperBound + 60, sentence.upperBound))
    return words.firstDate(in: words.tokens(in: span.lowerBound..<end), toward: .past)?.day
  }
}
