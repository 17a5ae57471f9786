import RegulatoryModel

/// Decides which names in a story mean an exchange, an agency or an asset, and says by which rule.
///
/// A plain name does, unless a guard knows better. An ambiguous one is weighed: each row that it may mean gets points for what
/// the story says for it and against it, and the best one counts if it has enough.
struct EntityRules {
  let lexicon: Lexicon

  /// How often one ambiguous name is weighed in one story; from then on it means what it meant before.
  private static let weighings = 64

  func find(in scan: TextScan) -> (exchanges: [EntityFinding], agencies: [EntityFinding], assets: [EntityFinding]) {
    let evidence = StoryEvidence(scan, lexicon: lexicon)
    var verdicts = [Verdict?](repeating: nil, count: scan.hits.count)
    var open: [Int] = []
    for (index, hit) in scan.hits.enumerated() {
      guard let target = plainTarget(of: hit) else {
        if hit.targets.contains(where: { $0.kind.isEntity }) { open.append(index) }
        continue
      }
      if LongerNameGuard.rejects(hit, target.kind, isWeak: false, scan) || isTreasuryPaper(hit, target, scan) { continue }
      if hit.span.count <= 6, !evidence.definitions.isEmpty, evidence.definitions.meaning(of: scan.text(hit.span)) == .somethingElse {
        continue
      }
      if hit.targets.count > 1 {
        open.append(index)
        continue
      }
      if target.kind == .agency, evidence.hasForeignOwner(hit, country: lexicon.countryOfAgency[target.index]) { continue }
      verdicts[index] = Verdict(target, .plainName)
      evidence.notePlainName(target)
    }
    for index in open {
      if let target = plainTarget(of: scan.hits[index]) { evidence.noteSharedName(target) }
    }
    weigh(open, &verdicts, evidence)
    return collect(verdicts, CountryRoleFinder(evidence).find(), scan)
  }

  private struct Verdict {
    var target: LexiconTarget
    var rule: EntityRule
    init(_ target: LexiconTarget, _ rule: EntityRule) {
      self.target = target
      self.rule = rule
    }
  }

  private func plainTarget(of hit: AliasHit) -> LexiconTarget? { hit.targets.first { $0.kind.isEntity && !$0.isWeak } }

  private func isTreasuryPaper(_ hit: AliasHit, _ target: LexiconTarget, _ scan: TextScan) -> Bool {
    target.kind == .agency && lexicon.agencies[target.index].role == .financeMinistry && TreasuryRule.rejects(hit, scan)
  }

  // MARK: Weighing

  private func weigh(_ open: [Int], _ verdicts: inout [Verdict?], _ evidence: StoryEvidence) {
    let scan = evidence.scan
    var accepted: [RowKey: Int] = [:]
    var weighed: [RowKey: Int] = [:]
    // A story seldom uses one word for two things.
    var vouched: Set<RowKey> = []
    var another: [RowKey: Int] = [:]
    var undecided: [Int] = []
    for index in open {
      let hit = scan.hits[index]
      guard let first = hit.targets.first(where: { $0.kind.isEntity }) else { continue }
      let key = RowKey(first)
      weighed[key, default: 0] += 1
      if weighed[key, default: 0] > Self.weighings {
        // Said so often it means what it meant; and a text of nothing else takes no longer for it.
        if accepted[key, default: 0] > Self.weighings / 2 { verdicts[index] = Verdict(first, .sameStory) }
        continue
      }
      switch NameWeighing(hit, evidence).outcome(listedWith: neighbours(of: index, scan, verdicts)) {
      case .means(let target, let rule):
        verdicts[index] = Verdict(target, rule)
        accepted[RowKey(target), default: 0] += 1
        if rule.vouches { vouched.insert(RowKey(target)) }
      case .unsure: undecided.append(index)
      case .meansNothing: break
      case .meansAnother: another[key, default: 0] += 1
      }
    }
    for (key, count) in another where !vouched.contains(key) && count >= accepted[key, default: 0] {
      accepted[key] = nil
      for index in open where verdicts[index].map({ RowKey($0.target) == key }) ?? false { verdicts[index] = nil }
    }
    for index in undecided {
      let hit = scan.hits[index]
      if let target = hit.targets.first(where: { accepted[RowKey($0)] != nil }) {
        verdicts[index] = Verdict(target, .sameStory)
      } else if neighbours(of: index, scan, verdicts), let target = hit.targets.first(where: { $0.kind == .exchange }) {
        verdicts[index] = Verdict(target, .listed)
      }
    }
  }

  /// Whether the name beside it in a list is an exchange.
  private func neighbours(of index: Int, _ scan: TextScan, _ verdicts: [Verdict?]) -> Bool {
    let span = scan.hits[index].span
    for other in max(0, index - 4)..<min(verdicts.count, index + 5) where verdicts[other]?.target.kind == .exchange && other != index {
      let (first, second) = other < index ? (scan.hits[other].span, span) : (span, scan.hits[other].span)
      if NeighbourEvidence.beginRows(first, second, scan) { return true }
    }
    if index > 0, verdicts[index - 1]?.target.kind == .exchange, NeighbourEvidence.areListedTogether(scan.hits[index - 1].span, span, scan)
    {
      return true
    }
    return index + 1 < verdicts.count && verdicts[index + 1]?.target.kind == .exchange
      && NeighbourEvidence.areListedTogether(span, scan.hits[index + 1].span, scan)
  }

  // MARK: Findings

  private func collect(
    _ verdicts: [Verdict?], _ byTask: [(agency: Int, span: Range<Int>)], _ scan: TextScan
  ) -> (exchanges: [EntityFinding], agencies: [EntityFinding], assets: [EntityFinding]) {
    // Row: its place among those found, or -1.
    var places = [Int32](repeating: -1, count: lexicon.rowCount)
    var found: [(key: LexiconTarget, mentions: [Mention])] = []
    func note(_ target: LexiconTarget, _ mention: Mention) {
      if target.kind == .agency, !lexicon.agencies[target.index].role.isReported { return }
      let row = lexicon.rowNumber(target)
      if places[row] >= 0 {
        found[Int(places[row])].mentions.append(mention)
      } else {
        places[row] = Int32(truncatingIfNeeded: found.count)
        found.append((target, [mention]))
      }
    }
    for (index, verdict) in verdicts.enumerated() {
      if let verdict { note(verdict.target, Mention(span: scan.hits[index].span, rule: verdict.rule.id)) }
    }
    for (agency, span) in byTask where !scan.hits(in: span).indices.contains(where: { verdicts[$0] != nil }) {
      note(LexiconTarget(kind: .agency, index: agency), Mention(span: span, rule: EntityRule.countryAndRole.id))
    }
    for index in found.indices where found[index].mentions.count > 1 {
      found[index].mentions.sort { $0.span.lowerBound < $1.span.lowerBound }
    }
    found.sort { ($0.mentions.first?.span.lowerBound ?? 0) < ($1.mentions.first?.span.lowerBound ?? 0) }
    var result: (exchanges: [EntityFinding], agencies: [EntityFinding], assets: [EntityFinding]) = ([], [], [])
    for (key, mentions) in found {
      switch key.kind {
      case .exchange:
        let row = lexicon.exchanges[key.index]
        result.exchanges.append(EntityFinding(id: row.id, name: row.name, mentions: mentions))
      case .agency:
        let row = lexicon.agencies[key.index]
        result.agencies.append(EntityFinding(id: row.id, name: row.name, mentions: mentions))
      case .asset:
        let row = lexicon.assets[key.index]
        result.assets.append(EntityFinding(id: row.ticker, name: row.name, mentions: mentions))
      case .bill, .legislator, .country: break
      }
    }
    result.exchanges += UnlistedExchangeFinder(scan, lexicon: lexicon).find()
    return result
  }
}

extension LexiconKind {
  /// Whether its names are entities of a story by themselves.
  var isEntity: Bool {
    switch self {
    case .agency, .exchange, .asset: true
    case .bill, .legislator, .country: false
    }
  }
}
