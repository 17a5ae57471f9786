import RegulatoryModel

/// Finds the bills and acts that a story is about, with their sponsors and the stages it tells of.
package struct LegislationFinder: Sendable {
  private let bills: [BillRow]
  private let countries: [CountryRow]
  private let agencies: [AgencyRow]
  private let legislators: LegislatorTable
  /// `hr/3633`: the rows of that number, of whatever Congress.
  private let rowsOfNumber: [String: [Int]]
  /// `eu/reg/2023/1114`
  private let rowsOfEurope: [String: Int]
  private let nicknames: BillNicknames
  private let publicLaws: PublicLaws
  private let lawNumbers: LawNumbers
  private let reintroductions: Reintroductions

  package init(lexicon: Lexicon) {
    bills = lexicon.bills
    countries = lexicon.countries
    agencies = lexicon.agencies
    legislators = LegislatorTable(lexicon.legislators)
    var rowsOfNumber: [String: [Int]] = [:]
    for (index, bill) in lexicon.bills.enumerated() { rowsOfNumber[BillGroups.key(bill), default: []].append(index) }
    self.rowsOfNumber = rowsOfNumber
    rowsOfEurope = Dictionary(
      lexicon.bills.enumerated().lazy.filter { $0.element.jurisdiction == "eu" }.map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { $1 })
    nicknames = BillNicknames(lexicon.bills)
    publicLaws = PublicLaws(lexicon.bills)
    lawNumbers = LawNumbers(lexicon.bills)
    reintroductions = Reintroductions(lexicon.bills)
  }

  package func find(in scan: TextScan) -> [BillFinding] { find(in: StoryWords(scan)) }

  package func find(in words: StoryWords) -> [BillFinding] {
    lazy var places = StoryPlaces(words: words, countries: countries, agencies: agencies)
    var mentions = numbersAndNames(words) { places }
    // Without a name only the word for one can tell of a bill.
    guard !mentions.isEmpty || words.roles.contains(.billNoun) else { return [] }
    let sponsors = SponsorFinder(words: words, legislators: legislators).sponsors()
    let judge = LawJudge(words: words, rows: bills)
    let pending = mentions.filter { !judge.isPlainlyGeneral($0) }
    let unnamed = UnnamedBills(words: words, sponsors: sponsors, mentions: pending).find()
    guard !mentions.isEmpty || !unnamed.isEmpty else { return [] }
    mentions = (mentions + unnamed).sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    mentions = withDefinitions(mentions, words)
    let grouped = BillGroups(words: words, rows: bills, rowsOfNumber: rowsOfNumber, mentions: mentions)
    var groups = grouped.groups
    let identities = BillIdentities(words: words, rows: bills, rowsOfNumber: rowsOfNumber, places: places, mentions: mentions)
    foldUnnamed(&groups, mentions, identities, words)
    return findings(words, mentions, groups, identities, sponsors, judge)
  }

  // MARK: Mentions

  /// - Parameter places: most stories have no number that needs them.
  private func numbersAndNames(_ words: StoryWords, _ places: @escaping () -> StoryPlaces) -> [BillMention] {
    let scanner = BillNumberScanner(
      words: words, isKnown: { rowsOfNumber[$0] != nil }, state: { places().state(near: $0) }, stateAt: { places().state(at: $0) },
      paragraphState: { places().paragraphState(before: $0) })
    var mentions = scanner.mentions()
    var taken = TokenMarks(count: words.tokens.count)
    for mention in mentions { for token in mention.range { taken[token] = true } }
    for mention in publicLaws.mentions(words) where !mention.range.contains(where: { taken[$0] }) {
      for token in mention.range { taken[token] = true }
      mentions.append(mention)
    }
    let (known, firm) = knownNames(words, taken)
    for mention in known { for token in mention.range { taken[token] = true } }
    mentions += known
    for mention in ActNameScanner(words: words).mentions(isTaken: { taken[$0] }) {
      var mention = mention
      if mention.title.hasPrefix("Bill C-") || mention.title.hasPrefix("Bill S-"),
        let rows = rowsOfNumber["c/" + mention.title.dropFirst(7)]
      {
        mention.form = .known(rows: rows, isWeak: false)
      } else if let row = BillIdentities.europeanID(mention.title).flatMap({ rowsOfEurope[$0] }) {
        mention.form = .known(rows: [row], isWeak: false)
      } else if mention.isNumberedLaw,
        let rows = lawNumbers.rows(of: mention.title, jurisdiction: { places().jurisdiction(near: mention.range.lowerBound) })
      {
        mention.form = .known(rows: rows, isWeak: false)
      } else if let rows = nicknames.rows(of: words, leading: mention.range) {
        mention.form = .known(rows: rows, isWeak: true)
      }
      for token in mention.range { taken[token] = true }
      mentions.append(mention)
    }
    mentions += nicknames.mentions(words, taken: taken, firm: firm)
    return mentions.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The lexicon's names in the story, and the rows that one of them means by itself.
  private func knownNames(_ words: StoryWords, _ taken: TokenMarks) -> ([BillMention], firm: Set<Int>) {
    var found: [BillMention] = []
    var firm: Set<Int> = []
    var seen: Set<[Int]> = []
    for hit in words.scan.hits {
      guard hit.targets.contains(where: { $0.kind == .bill }) else { continue }
      let targets = hit.targets.filter { $0.kind == .bill }
      var range = words.tokens(in: hit.span)
      guard let last = range.last, !range.contains(where: { taken[$0] }) else { continue }
      // "GENIUS Act of 2025" where the lexicon has only the bare name.
      if words.key(last + 1) == DateWords.of, let year = words.integer(at: last + 2), (1900...2100).contains(year) {
        range = range.lowerBound..<last + 3
      }
      if isRule(after: range.upperBound, words) { continue }
      let ordered = targets.sorted { (($0.isWeak ? 1 : 0), $0.index) < (($1.isWeak ? 1 : 0), $1.index) }
      let isWeak = ordered.allSatisfy(\.isWeak)
      if found.count >= PlaceLimits.ofBills, !seen.insert(ordered.map(\.index)).inserted || found.count >= PlaceLimits.ofBillsInAll {
        words.scan.cut()
        continue
      }
      // "GENIUS Stablecoin Act" is not Canada's Stablecoin Act.
      if isWeak, continues(range.lowerBound, words) { continue }
      if !isWeak || endsInHead(words, range) { firm.formUnion(ordered.map(\.index)) }
      found.append(
        BillMention(form: .known(rows: ordered.map(\.index), isWeak: isWeak), range: range, rule: .knownName, title: words.text(range)))
    }
    let kept = found.filter { mention in
      guard case .known(let rows, let isWeak) = mention.form, isWeak, !endsInHead(words, mention.range) else { return true }
      return rows.contains { firm.contains($0) }
    }
    return (kept, firm)
  }

  /// Whether a capitalised word before a name makes it the end of a longer one.
  private func continues(_ start: Int, _ words: StoryWords) -> Bool {
    guard start > 0, words.sentenceOfToken[start - 1] == words.sentenceOfToken[start] else { return false }
    let before = words.tokens[start - 1]
    return before.isWord && before.isCapitalised && !BillWords.notFirst.contains(before.key) && !before.traits.contains(.beginsLine)
      && words.tokens[start].isCapitalised && !before.isDotted
  }

  private func endsInHead(_ words: StoryWords, _ range: Range<Int>) -> Bool {
    range.contains {
      BillWords.heads.contains(words.tokens[$0].key) && (words.tokens[$0].isCapitalised || words.tokens[range.lowerBound].isCapitalised)
    }
  }

  private static let rules = KeywordSet("rule rules release")

  /// "Exchange Act Rule 15c3-3" is a rule.
  private func isRule(after index: Int, _ words: StoryWords) -> Bool {
    words.is(index, Self.rules) && words.tokens[index].isCapitalised
  }

  /// Adds every place of the short names that the story defines.
  private func withDefinitions(_ mentions: [BillMention], _ words: StoryWords) -> [BillMention] {
    let definitions = BillDefinitions(words: words).definitions(of: mentions)
    guard !definitions.isEmpty else { return mentions }
    var byFirst: [UInt64: [BillDefinitions.Definition]] = [:]
    for definition in definitions { byFirst[words.tokens[definition.range.lowerBound].key, default: []].append(definition) }
    var taken = TokenMarks(count: words.tokens.count)
    for mention in mentions { for token in mention.range { taken[token] = true } }
    var added: [(BillMention, Int)] = []
    for start in words.tokens.indices where words.tokens[start].isCapitalised && !taken[start] {
      if added.count >= PlaceLimits.ofBills {
        words.scan.cut()
        break
      }
      // A short name that is defined twice means the first.
      guard let definition = byFirst[words.tokens[start].key]?.first(where: { reads($0.range, at: start, words) }) else { continue }
      let range = start..<start + definition.range.count
      guard !range.contains(where: { taken[$0] }) else { continue }
      added.append((BillMention(form: .named, range: range, rule: .definedName, title: words.text(range)), definition.mention))
    }
    guard !added.isEmpty else { return mentions }
    let all = (mentions.enumerated().map { ($0.element, $0.offset, -1) } + added.map { ($0.0, -1, $0.1) }).sorted {
      $0.0.range.lowerBound < $1.0.range.lowerBound
    }
    var newIndex: [Int: Int] = [:]
    for (index, entry) in all.enumerated() where entry.1 >= 0 { newIndex[entry.1] = index }
    return all.map { mention, _, definedBy in
      guard definedBy >= 0, let target = newIndex[definedBy] else { return mention }
      var mention = mention
      mention.form = .defined(by: target)
      return mention
    }
  }

  private func reads(_ name: Range<Int>, at start: Int, _ words: StoryWords) -> Bool {
    start + name.count <= words.tokens.count
      && name.indices.allSatisfy { words.tokens[$0].key == words.tokens[start + $0 - name.lowerBound].key }
  }

  // MARK: Unnamed bills that turn out to be named

  private func foldUnnamed(_ groups: inout [[Int]], _ mentions: [BillMention], _ identities: BillIdentities, _ words: StoryWords) {
    guard groups.contains(where: { isUnnamed($0, mentions) }) else { return }
    var owner: [UInt64: Int] = [:]
    for (index, group) in groups.enumerated() where !isUnnamed(group, mentions) && !identities.isGeneral(group) {
      if let family = identities.sponsorFamily(of: group), owner[family] == nil { owner[family] = index }
    }
    var kept: [[Int]] = groups
    for (index, group) in groups.enumerated() {
      guard case .unnamed(_, let family, _) = mentions[group[0]].form, let named = owner[WordKey.of(family)],
        !isAnother(mentions[group[0]], after: mentions[groups[named][0]], words)
      else { continue }
      kept[named] = (kept[named] + group).sorted()
      kept[index] = []
    }
    groups = kept.filter { !$0.isEmpty }
  }

  private static let others = KeywordSet("also another separate separately standalone second different")

  /// "Lummis also floated a standalone tax bill": not the one named before.
  private func isAnother(_ unnamed: BillMention, after named: BillMention, _ words: StoryWords) -> Bool {
    guard named.range.lowerBound < unnamed.range.lowerBound else { return false }
    let start = max(words.sentence(of: unnamed.range.lowerBound).lowerBound, unnamed.range.lowerBound - 8)
    return (start..<unnamed.range.upperBound).contains { words.is($0, Self.others) }
  }

  private func isUnnamed(_ group: [Int], _ mentions: [BillMention]) -> Bool {
    group.allSatisfy { if case .unnamed = mentions[$0].form { true } else { false } }
  }

  // MARK: Findings

  /// A bill that goes by the number of a public law is law.
  private func publicLawClaim(_ mentions: [BillMention], _ words: StoryWords) -> StageClaim? {
    guard let mention = mentions.first(where: { $0.rule == .publicLaw }) else { return nil }
    return StageClaim(stage: .enacted, date: nil, span: words.span(mention.range), rule: LegislationRule.stageInForce.id)
  }

  private func findings(
    _ words: StoryWords, _ mentions: [BillMention], _ groups: [[Int]], _ identities: BillIdentities, _ sponsors: [Sponsor],
    _ judge: LawJudge
  ) -> [BillFinding] {
    let named = groups.map { identities.identity(of: $0) }
    var anchors: [BillAnchor] = []
    for (number, group) in groups.enumerated() {
      for index in group { anchors.append(BillAnchor(range: mentions[index].range, group: number)) }
    }
    let context = StageContext(words: words, anchors: anchors, traits: named.map(\.traits), sponsors: sponsors)
    let stages = StageReader(context)
    let text = SponsorAssignment(context)
    let told = Reintroductions.told(in: context, ids: named.map(\.finding.id))
    // From front to back: a group has places all over the story.
    let spans = mentions.map { words.span($0.range) }
    let pending = mentions.map(judge.isCalledPending)
    return groups.indices.map { number in
      let group = groups[number]
      var finding = named[number].finding
      finding.claims = stages.claims[number] ?? []
      if let claim = publicLawClaim(group.map { mentions[$0] }, words), !finding.claims.contains(where: { $0.stage == .enacted }) {
        finding.claims.append(claim)
      }
      finding.readStage()
      if finding.sponsor == nil { finding.sponsor = text.sponsor(of: number)?.name ?? stages.introducers[number]?.name }
      finding.mentions = group.map { Mention(span: spans[$0], rule: mentions[$0].rule.id) }
      finding.predecessor = told[number] ?? reintroductions.predecessor(ofRow: named[number].row)
      finding.isGeneralLaw = judge.isGeneral(
        finding, group.map { mentions[$0] }, isCalledPending: group.contains { pending[$0] }, row: named[number].row)
      // "Such act may include …, where it kills wildlife": what "it" does says nothing of a law of long ago.
      if finding.isGeneralLaw, finding.claims.contains(where: { $0.rule == LegislationRule.stageCarried.id }) {
        finding.claims.removeAll { $0.rule == LegislationRule.stageCarried.id }
        finding.readStage()
      }
      return finding
    }
  }
}

extension BillFinding {
  /// Takes its stage from its claims.
  mutating func readStage() {
    let furthest = BillLadder.furthest(claims)
    stage = furthest?.stage
    stageDate = furthest?.date
  }
}
