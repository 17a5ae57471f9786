/// Weighs what an ambiguous name means at one place.
struct NameWeighing {
  enum Outcome {
    case means(LexiconTarget, EntityRule)
    /// Nothing here speaks against it: it may mean what it means elsewhere in the story.
    case unsure
    case meansNothing
    /// The words around it tell that it means something that isn't in the tables.
    case meansAnother
  }

  private let hit: AliasHit
  private let evidence: StoryEvidence
  private let scan: TextScan
  /// Whether the name, as it stands there, has small letters: "Kraken", "Treasury", "finance ministry".
  private let isWordOfLanguage: Bool
  /// Whether the story names the country of any body that bears the name.
  private let namesCountryOfAnother: Bool
  private let datelineTarget: LexiconTarget?

  init(_ hit: AliasHit, _ evidence: StoryEvidence) {
    self.hit = hit
    self.evidence = evidence
    scan = evidence.scan
    isWordOfLanguage = evidence.scan.bytes[hit.span].contains(where: LetterBytes.isLower)
    namesCountryOfAnother =
      hit.targets.count > 1
      && hit.targets.contains { target in
        guard target.kind == .agency, let country = evidence.lexicon.countryOfAgency[target.index] else { return false }
        return evidence.mentions(ofCountry: country) > 0
      }
    datelineTarget = Self.datelineTarget(of: hit, evidence)
  }

  /// - Parameter isListed: whether a name beside it in a list is an exchange.
  func outcome(listedWith isListed: Bool) -> Outcome {
    var meaning: AcronymDefinitions.Meaning?
    if !evidence.definitions.isEmpty { meaning = evidence.definitions.meaning(of: scan.text(hit.span)) }
    if meaning == .somethingElse { return .meansNothing }
    let near = scan.window(around: hit.span)
    let surroundings = CueEvidence.Surroundings(scan.cueHits(in: near.paragraph), sentence: near.sentence, name: hit.span, evidence)
    let countries = CountryEvidence(hit, evidence)
    var best: (points: Int, target: LexiconTarget, rule: EntityRule)?
    var second = Int.min
    var isOpposed = false
    // What stands around the name is asked once for all bodies that bear it.
    var guarded: (kind: LexiconKind, isWeak: Bool, rejects: Bool)?
    for target in hit.targets where target.kind.isEntity {
      if case .row(let row) = meaning {
        if row == RowKey(target) { return .means(target, .defined) }
        continue
      }
      if guarded?.kind != target.kind || guarded?.isWeak != target.isWeak {
        guarded = (target.kind, target.isWeak, LongerNameGuard.rejects(hit, target.kind, isWeak: target.isWeak, scan))
      }
      guard guarded?.rejects != true, !isTreasuryPaper(target) else {
        if LongerNameGuard.tellsAnother(hit, target.kind, scan) { isOpposed = true }
        continue
      }
      let cue = CueEvidence(
        supporting: evidence.lexicon.cues.supporting(target), opposing: evidence.lexicon.cues.opposing(target), surroundings,
        evidence)
      let (points, rule) = weigh(target, cue, countries, isListed: isListed)
      if cue.againstInSentence > 0 { isOpposed = true }
      if let leader = best, points <= leader.points {
        second = max(second, points)
      } else {
        second = best?.points ?? Int.min
        best = (points, target, rule)
      }
    }
    guard let best else { return isOpposed ? .meansAnother : .meansNothing }
    if best.points >= threshold(best.target), best.points > second { return .means(best.target, best.rule) }
    if best.points >= 0 { return .unsure }
    return isOpposed ? .meansAnother : .meansNothing
  }

  /// What a name needs to count: a word of the language needs more than letters that mean nothing else.
  private func threshold(_ target: LexiconTarget) -> Int { isWordOfLanguage ? 20 : 12 }

  /// Of bodies that share the name the one whose country the dateline tells, unless the story names another of them in full.
  private static func datelineTarget(of hit: AliasHit, _ evidence: StoryEvidence) -> LexiconTarget? {
    guard hit.targets.count > 1, let country = evidence.datelineCountry else { return nil }
    var found: LexiconTarget?
    for target in hit.targets where target.kind == .agency {
      if evidence.plainlyNamed.contains(evidence.lexicon.rowNumber(target)) { return nil }
      if evidence.lexicon.countryOfAgency[target.index] == country { found = target }
    }
    return found
  }

  /// Whether any word would have a capital where the name stands: at the start of a sentence, in a headline.
  private var hasIdleCapital: Bool {
    let sentence = scan.sentence(at: hit.span.lowerBound)
    var start = sentence.lowerBound
    while start < hit.span.lowerBound, !scan.isWord(at: start) { start += 1 }
    if start == hit.span.lowerBound { return scan[hit.span.upperBound] != 39 && scan[hit.span.upperBound] != 0xE2 }
    var capitals = 0
    var small = 0
    scan.forEachWord(in: scan.window(around: hit.span).sentence) { word in
      if word.count >= 4, !word.overlaps(hit.span) {
        if LetterBytes.isLower(scan[word.lowerBound]) { small += 1 } else { capitals += 1 }
      }
      return small < 2
    }
    return small < 2 && capitals >= 3
  }

  /// Whether its sentence names a public body, by a name that can mean nothing else or by the acronym that is above all its own: whom
  /// a supervisor fines is a firm.
  private var namesBodyInSentence: Bool {
    scan.hits(in: scan.window(around: hit.span).sentence).contains { other in
      other.targets.contains { target in
        guard target.kind == .agency, evidence.lexicon.agencies[target.index].role.isReported else { return false }
        return !target.isWeak || Self.isPrincipal(target, other.span, evidence)
      }
    }
  }

  /// Whether one of its bureaus follows in its genitive: "Treasury’s Office of Foreign Assets Control".
  private func ownsNext(_ target: LexiconTarget) -> Bool {
    let end = hit.span.upperBound
    let next = scan[end] == 39 ? end + 3 : scan[end] == 0xE2 ? end + 5 : 0
    guard next > 0, let following = scan.hits(in: next..<next + 1).first else { return false }
    let id = evidence.lexicon.agencies[target.index].id
    return following.targets.contains { $0.kind == .agency && evidence.lexicon.agencies[$0.index].parent == id }
  }

  /// Whether the name is the row's id in capitals: "SEC" for `sec`, but not for `sec-thailand`.
  private static func isPrincipal(_ target: LexiconTarget, _ span: Range<Int>, _ evidence: StoryEvidence) -> Bool {
    let id = evidence.lexicon.agencies[target.index].id
    return id.utf8.count == span.count && !evidence.scan.bytes[span].contains(where: LetterBytes.isLower)
      && evidence.scan.reads(id, at: span.lowerBound)
  }

  private func isTreasuryPaper(_ target: LexiconTarget) -> Bool {
    target.kind == .agency && evidence.lexicon.agencies[target.index].role == .financeMinistry && TreasuryRule.rejects(hit, scan)
  }

  private func weigh(
    _ target: LexiconTarget, _ cue: CueEvidence, _ countries: CountryEvidence, isListed: Bool
  ) -> (Int, EntityRule) {
    let tellsNothing = target.isEverydayWord && hasIdleCapital
    var points = target.isWeak ? 0 : 45
    var rule = target.isWeak ? EntityRule.topic : .plainName
    var strongest = 0
    func add(_ value: Int, _ reason: EntityRule) {
      points += value
      if value > strongest {
        strongest = value
        rule = reason
      }
    }
    let byDateline = datelineTarget
    let row = evidence.lexicon.rowNumber(target)
    if evidence.plainlyNamed.contains(row) {
      add(60, .fullName)
    } else if evidence.sharedlyNamed.contains(row), byDateline == nil || byDateline == target {
      add(60, .fullName)
    }
    if byDateline == target { add(80, .country) }
    if isListed, target.kind == .exchange { add(60, .listed) }
    if target.kind == .exchange, NeighbourEvidence.isCalledVenue(hit.span, scan) { add(60, .calledVenue) }
    if cue.inSentence > 0, !tellsNothing { add(26 + 4 * min(cue.inSentence, 4), .cueInSentence) }
    if cue.inParagraph > 0, !tellsNothing { add(12 + 2 * min(cue.inParagraph, 4), .cueInParagraph) }
    if cue.inStory > 0, !tellsNothing { add(cue.inStory >= 3 ? 12 : 8, .cueInStory) }
    if target.kind == .exchange, evidence.crypto + evidence.finance > 0 {
      let weight = evidence.crypto > 0 || namesBodyInSentence ? 22 : 14
      if NeighbourEvidence.actsLikeFirm(hit.span, scan) { add(weight, .actsLikeFirm) }
      if NeighbourEvidence.isPursued(hit.span, scan) { add(weight, .actedOn) }
    }
    if target.kind == .agency, isWordOfLanguage, evidence.finance > 0,
      NeighbourEvidence.actsLikeBody(hit.span, amongBodies: evidence.plainlyNamed.count > 1, scan)
    {
      add(30, .actsLikeBody)
    }
    let onTopic = evidence.crypto + (target.kind == .agency || evidence.crypto > 0 ? evidence.finance : 0)
    if onTopic >= 3 { add(8, .topic) } else if onTopic > 0 { add(4, .topic) }
    // "SEC" without more is the one whose id it is, and sooner the American one.
    if target.kind == .agency, Self.isPrincipal(target, hit.span, evidence) { points += 6 }
    if target.kind == .agency {
      let country = evidence.lexicon.countryOfAgency[target.index]
      if let strength = countries.strength(for: country) { add(strength.weight, .country) }
      if countries.contradicts(country) { points -= 100 }
      // Of bodies that share a name the one whose country the story never names is the least likely.
      if let country, namesCountryOfAnother, evidence.mentions(ofCountry: country) == 0 { points -= 40 }
      if ownsNext(target) { add(80, .ownsBureau) }
      if country == evidence.lexicon.unitedStates { points += 4 }
      if evidence.isAboutSport, cue.inSentence == 0 { points -= 40 }
    }
    if evidence.isAboutSport, target.kind == .exchange { points -= 30 }
    points -= 40 * min(cue.againstInSentence, 2) + 14 * min(cue.againstInParagraph, 2) + 6 * min(cue.againstInStory, 3)
    return (points, rule)
  }
}
