import RegulatoryModel

/// Finds what agencies did: "The SEC sued Coinbase", "Kraken was fined $30 million by the FCA", "settled with the CFTC".
///
/// Precise rather than complete: agency and verb stand in one sentence with nothing between them but adverbs, dates and
/// insertions; what is planned, denied or asked for doesn't count.
struct ActionFinder {
  private let words: StoryWords
  private let scan: TextScan
  private let lexicon: Lexicon
  private let targets: ActionTargets

  private static let skipped = WordSet([
    "also", "has", "have", "had", "recently", "today", "yesterday", "formally", "officially", "jointly", "separately", "first", "then",
    "later",
    "on", "in", "last", "this", "earlier", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "week", "month",
    "year",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb",
    "aug",
    "sept", "oct", "nov", "dec", "unanimously", "announced", "that", "it", "said", "previously", "already", "quietly", "finally", "just",
    "late", "now",
    "chair", "chairman", "officials", "staff", "which", "who", "morning", "afternoon", "publicly", "successfully", "reportedly",
  ])
  private static let auxiliaries = WordSet(["was", "were", "been", "is", "are", "being", "got", "be"])

  init(_ words: StoryWords, lexicon: Lexicon, exchanges: [EntityFinding]) {
    self.words = words
    scan = words.scan
    self.lexicon = lexicon
    targets = ActionTargets(scan, exchanges: exchanges, skipped: Self.skipped)
  }

  func find(_ agencies: [EntityFinding]) -> [AgencyAction] {
    var mentions = agencies.flatMap { finding in finding.mentions.map { (agency: finding.id, span: $0.span) } }
    mentions.sort { $0.span.lowerBound > $1.span.lowerBound }
    var actions: [AgencyAction] = []
    var known: Set<Told> = []
    // From the last to the first, so that what "the Fed, the FDIC and the OCC" did is known when the first of them is reached.
    var following: (span: Range<Int>, action: AgencyAction?)?
    for (agency, span) in mentions {
      let sentence = scan.window(around: span).sentence
      var action = active(agency, span, sentence)
      if action == nil, let following, let shared = following.action, NeighbourEvidence.areListedTogether(span, following.span, scan) {
        action = shared
        action?.agency = agency
        action?.span = span.lowerBound..<shared.span.upperBound
      }
      following = (span, action)
      guard let told = action ?? passive(agency, span, sentence) ?? towards(agency, span, sentence) else { continue }
      if known.insert(Told(agency: told.agency, kind: told.kind, span: told.span)).inserted { actions.append(told) }
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
    guard isSubject(span, sentence) else { return nil }
    var position = span.upperBound
    for _ in 0..<12 {
      position = afterInsertion(position, sentence)
      guard let word = scan.word(after: position), word.upperBound <= sentence.upperBound else { return nil }
      let initial = Int(LetterBytes.folded(scan[word.lowerBound]))
      for verb in ActionVerbs.activePhrasesByInitial[initial]
      where scan.reads(verb.form, at: word.lowerBound) && !scan.isWord(at: word.lowerBound + verb.form.utf8.count) {
        return action(agency, verb, verbSpan: word.lowerBound..<word.lowerBound + verb.form.utf8.count, from: span, sentence)
      }
      var isVerb = false
      for verb in ActionVerbs.activeByInitial[initial]
      where scan.reads(verb.form, at: word.lowerBound) && verb.form.utf8.count == word.count {
        isVerb = true
        if let action = action(agency, verb, verbSpan: word, from: span, sentence) { return action }
      }
      let isNumber = LetterBytes.isDigit(scan[word.lowerBound])
      guard !isVerb, isNumber || Self.skipped.contains(scan.bytes, word) else { return nil }
      position = word.upperBound
    }
    return nil
  }

  /// Whether it may be what acts: not what a preposition governs ("a settlement with the SEC"), nor what is only said to have
  /// acted ("a false report that the SEC …").
  private func isSubject(_ span: Range<Int>, _ sentence: Range<Int>) -> Bool {
    var before = scan.word(before: span.lowerBound)
    if let word = before, scan.equals(word, "the") || scan.equals(word, "that") {
      if scan.equals(word, "that"), isUntrue(before: word, sentence) { return false }
      before = scan.word(before: word.lowerBound)
    }
    guard let before, before.lowerBound >= sentence.lowerBound else { return true }
    if scan.equals(before, "that") { return !isUntrue(before: before, sentence) }
    if scan.equals(before, "of") {
      // "staff of the SEC published".
      guard let owner = scan.word(before: before.lowerBound) else { return false }
      return ["staff", "officials", "division", "chair", "commissioners"].contains {
        scan.reads($0, at: owner.lowerBound) && $0.utf8.count == owner.count
      }
    }
    return !Self.prepositions.contains(scan.bytes, before)
  }

  private static let prepositions = WordSet([
    "with", "by", "from", "to", "for", "against", "at", "if", "whether", "unless", "until", "before", "into", "sued", "told", "via",
    "through", "should",
  ])
  private static let untrue = WordSet([
    "false", "fake", "rumor", "rumour", "rumors", "rumours", "hoax", "denied", "erroneous", "wrong", "untrue", "hopes", "fears",
  ])

  private func isUntrue(before word: Range<Int>, _ sentence: Range<Int>) -> Bool {
    scan.contains(Self.untrue, in: max(sentence.lowerBound, word.lowerBound - 60)..<word.lowerBound)
  }

  /// Passes over `, … ,` and `(…)` right after a subject; of a clause with "which" or "who" only over that word.
  private func afterInsertion(_ start: Int, _ sentence: Range<Int>) -> Int {
    var position = start
    if scan[position] == 32 { position += 1 }
    let close: UInt8
    switch scan[position] {
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    case UInt8(ascii: ","):
      if let word = scan.word(after: position + 1), scan.equals(word, "which") || scan.equals(word, "who") { return word.upperBound }
      close = UInt8(ascii: ",")
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
    var kind = verb.kind
    var target: String?
    switch verb.object {
    case .target:
      guard let named = targets.after(verbSpan.upperBound, sentence) else { return nil }
      target = named
    case .publishedRule:
      guard has(ActionVerbs.ruleNouns, within: 10, of: rest) else { return nil }
      kind = has(ActionVerbs.drafts, within: 10, of: rest) ? .proposed : .adopted
    case .rule: guard has(ActionVerbs.ruleNouns, within: 10, of: rest) else { return nil }
    case .guidance: guard has(ActionVerbs.guidanceNouns, within: 7, of: rest) else { return nil }
    case .permission:
      guard has(ActionVerbs.permissionNouns, within: 10, of: rest) else { return nil }
      target = targets.after(verbSpan.upperBound, sentence)
    case .product:
      guard has(ActionVerbs.productNouns, within: 10, of: rest) else { return nil }
      target = targets.exchange(in: rest)
    case .anything: target = targets.exchange(in: rest)
    }
    return made(agency, kind, target, subject.lowerBound..<verbSpan.upperBound, sentence, rule: .agencyActs)
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
      if let verb = ActionVerbs.passiveByInitial[Int(LetterBytes.folded(scan[previous.lowerBound]))].first(where: {
        $0.form.utf8.count == previous.count && scan.reads($0.form, at: previous.lowerBound)
      }),
        let subjectEnd = subjectEnd(beforeParticiple: previous)
      {
        let target = targets.before(subjectEnd, sentence)
        return made(agency, verb.kind, target, previous.lowerBound..<span.upperBound, sentence, rule: .doneByAgency)
      }
      cursor = previous.lowerBound
    }
    return nil
  }

  /// Where the one ends to whom it was done: before "was fined", or before the comma of ", fined".
  private func subjectEnd(beforeParticiple participle: Range<Int>) -> Int? {
    if let auxiliary = scan.word(before: participle.lowerBound) { return isAuxiliary(auxiliary) ? auxiliary.lowerBound : nil }
    var mark = participle.lowerBound
    while mark > 0, LetterBytes.isBlank(scan[mark - 1]) { mark -= 1 }
    return scan[mark - 1] == UInt8(ascii: ",") ? mark - 1 : nil
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
      let target = targets.before(last.lowerBound, sentence)
    {
      return made(agency, .settled, target, last.lowerBound..<span.upperBound, sentence, rule: .dealsWithAgency)
    }
    guard ActionVerbs.towardsEndings.contains(scan.bytes, last) else { return nil }
    for verb in ActionVerbs.towards {
      let low = last.upperBound - verb.form.utf8.count
      guard low >= sentence.lowerBound, scan.reads(verb.form, at: low), !scan.isWord(at: low - 1) else { continue }
      if let modal = scan.word(before: low), isModal(modal) || scan.equals(modal, "be") || scan.equals(modal, "being") { return nil }
      guard let target = targets.before(low, sentence) else { return nil }
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

  /// Over marks to the end of the word before them.
  private func skipMark(_ position: Int) -> Int {
    var start = position
    while start > 2, position - start < 16, !scan.isWord(at: start - 1), !LetterBytes.isBlank(scan[start - 1]) { start -= 1 }
    return start
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
