import RegulatoryModel

/// Finds what agencies did: "The SEC sued Coinbase", "Kraken was fined $30 million by the FCA", "settled with the CFTC".
///
/// Precise rather than complete: from the agency's name a way must lead over known words to what it did and to whom; what is planned,
/// denied or asked for doesn't count. Looks at a bounded number of words around each name, so it takes time linear in the text.
struct ActionFinder {
  let words: StoryWords
  let targets: ActionTargets
  let agencies: [EntityFinding]
  /// Whether the story has the AGENCY line of a notice.
  private let isNotice: Bool

  init(_ words: StoryWords, exchanges: [EntityFinding], agencies: [EntityFinding]) {
    self.words = words
    self.agencies = agencies
    targets = ActionTargets(words, exchanges: exchanges)
    isNotice =
      words.roles.contains(.agencyLine)
      && words.sentences.contains { sentence in
        sentence.roles.contains(.agencyLine)
          && sentence.range.contains {
            words.isMark($0 + 1, ":") && words.is($0, Self.agencyLine) && words.tokens[$0].isAllCapitals
          }
      }
  }

  /// One thing that was done, before it is told of each agency and each target.
  struct Deed {
    var kind: AgencyAction.Kind
    /// None: without a target, or with one that has no name.
    var targets: [String]
    /// The tokens that tell it, the agency among them or not.
    var range: Range<Int>
    var rule: ActionRule
    /// The sum that belongs to it where its place tells; else the sentence is searched.
    var amount: MoneyReader.Amount?
  }

  func find() -> [AgencyAction] {
    var actions: [AgencyAction] = []
    var known: [Told] = []
    let groups = AgencyGroup.all(agencies, words)
    for (number, group) in groups.enumerated() {
      guard actions.count < PlaceLimits.ofActions else {
        words.scan.cut()
        break
      }
      let sentence = words.sentence(of: group.range.lowerBound)
      var deeds = deeds(of: group, sentence)
      add(deeds, group, sentence, &actions, &known)
      // "It also charged …", "The agency fined …" in the sentence after.
      let isLast = number + 1 >= groups.count || groups[number + 1].range.lowerBound >= sentence.upperBound
      let isOnly = number == 0 || groups[number - 1].range.lowerBound < sentence.lowerBound
      guard isLast, isOnly, group.ids.count == 1, let stand = standIn(after: sentence, acted: deeds.contains { $0.rule == .agencyActs })
      else {
        continue
      }
      let next = words.sentence(of: stand.lowerBound)
      let again = AgencyGroup(ids: group.ids, range: stand)
      deeds = []
      predicate(again, from: stand.upperBound, next, &deeds)
      add(deeds, again, next, &actions, &known)
    }
    return actions.sorted { ($0.span.lowerBound, $0.agency, $0.target ?? "") < ($1.span.lowerBound, $1.agency, $1.target ?? "") }
  }

  private struct Told: Equatable {
    var agency: String
    var kind: AgencyAction.Kind
    var target: String?
    var sentence: Int
  }

  private func deeds(of group: AgencyGroup, _ sentence: Range<Int>) -> [Deed] {
    var deeds: [Deed] = []
    if isNotice, let deed = federalRegister(group) { return [deed] }
    if let deed = caption(group, sentence) { return [deed] }
    if let start = predicateStart(group, sentence) { predicate(group, from: start, sentence, &deeds) }
    if deeds.isEmpty, let deed = nominal(group, sentence) { deeds.append(deed) }
    if deeds.isEmpty, let deed = passive(group, sentence) ?? towards(group, sentence) { deeds.append(deed) }
    return deeds
  }

  private func add(
    _ deeds: [Deed], _ group: AgencyGroup, _ sentence: Range<Int>, _ actions: inout [AgencyAction], _ known: inout [Told]
  ) {
    // The sentences come in order, and a sentence has few actions.
    if let last = known.last, last.sentence < sentence.lowerBound { known.removeAll { $0.sentence < sentence.lowerBound } }
    for deed in deeds {
      let day = ActionDates(words: words).day(of: deed, group, sentence)
      let sum = deed.kind == .fined || deed.kind == .settled ? deed.amount ?? amount(of: deed, sentence) : nil
      let low = min(deed.range.lowerBound, group.range.lowerBound)
      let span = words.span(low..<max(low + 1, max(deed.range.upperBound, group.range.upperBound)))
      for agency in group.ids {
        for target in deed.targets.isEmpty ? [nil] : deed.targets.map(Optional.some) {
          let told = Told(agency: agency, kind: deed.kind, target: target, sentence: sentence.lowerBound)
          if known.contains(told) { continue }
          known.append(told)
          actions.append(
            AgencyAction(
              agency: agency, kind: deed.kind, target: target, amount: sum?.units, currency: sum?.currency, date: day, span: span,
              rule: deed.rule.id))
        }
      }
    }
  }

  /// The sum that a fine or settlement came to: one that stands beside a word for paying, or else right behind the target.
  private func amount(of deed: Deed, _ sentence: Range<Int>) -> MoneyReader.Amount? {
    let span = words.span(sentence)
    let place = words.span(deed.range)
    var best: (amount: MoneyReader.Amount, score: Int)?
    for amount in MoneyReader.all(in: span, words.scan, limit: 8) {
      let tokens = words.tokens(in: amount.span)
      let near =
        Range.from(max(sentence.lowerBound, tokens.lowerBound - 4), to: tokens.lowerBound).contains { words.is($0, Self.paying) }
        || Range.from(tokens.upperBound, to: min(sentence.upperBound, tokens.upperBound + 4)).contains { words.is($0, Self.payment) }
      let isBeside = deed.kind == .fined && (tokens.lowerBound - deed.range.upperBound == 0 || deed.range.contains(tokens.lowerBound))
      guard near || isBeside else { continue }
      let score = (amount.span.lowerBound >= place.lowerBound ? 2 : 0) + (isBeside ? 2 : 0)
      if best == nil || score > (best?.score ?? 0) { best = (amount, score) }
    }
    return best?.amount
  }

  private static let paying = KeywordSet(
    "pay pays paid paying fine fines fined penalty penalties settlement settle settled settles for of forfeit with payment")
  private static let payment = KeywordSet("fine fines penalty penalties settlement civil by to in")
}
