import Dashboard
import QueryLanguage
import RegulatoryModel

/// A library in memory that answers what the dashboard asks, by looking at every story.
struct FakeLibrary {
  struct Entry {
    var row: StoryRow
    var text: String
    /// Of the text as it was first, in lower case.
    var words: Set<String>
    var agencies: [String] = []
    var exchanges: [String] = []
    var url: String?
    var source: String?
  }

  static let today = day(2026, 11, 22)
  static let agencyNames = [
    "sec": ("Securities and Exchange Commission", "SEC"), "fincen": ("Financial Crimes Enforcement Network", "FinCEN"),
    "federal-reserve": ("Federal Reserve", "Federal Reserve"), "cftc": ("Commodity Futures Trading Commission", "CFTC"),
    "nydfs": ("New York State Department of Financial Services", "NYDFS"),
  ]
  static let exchangeNames = ["binance": "Binance", "coinbase": "Coinbase", "kraken": "Kraken", "crypto-com": "Crypto.com"]

  var entries: [Entry] = []
  var bills: [BillRow] = []
  var moves: [VolatilityRow] = []
  var revision: Int64 = 1
  var saved: [SavedFilter] = []
  /// Copies of one wire story, the first published first.
  var folds: [[StoryID]] = []

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
    CalendarDay(year: year, month: month, day: day) ?? CalendarDay(daysSinceEpoch: 0)
  }

  /// Stories as a newsroom's folder has them; the same for the same count.
  init(stories count: Int) {
    let titles = [
      "Commission opens petition on custody of crypto-assets", "Treasury asks for comment on mixers",
      "Net capital treatment of stablecoins", "Kraken settles over staking programme", "House passes market structure bill, 294-134",
      "Binance names a new chief compliance officer", "Fed vice chair says stablecoins need guardrails",
      "Coinbase asks court to compel rulemaking", "Bitcoin falls 15.2% in a week as traders unwind",
      "New York fines exchange over anti-money-laundering lapses", "Customer protection rule: proposed amendments",
      "日本の金融庁、暗号資産の規則を見直す",
    ]
    let agencySets = [
      ["sec"], ["fincen"], ["sec"], ["sec"], ["sec", "cftc"], [], ["federal-reserve"], ["sec"], [], ["nydfs", "fincen"], ["sec"], [],
    ]
    let exchangeSets = [["coinbase"], [], [], ["kraken"], [], ["binance"], [], ["coinbase"], [], ["crypto-com"], [], []]
    let kinds: [DocumentKind] = [
      .pressRelease, .notice, .rule, .enforcement, .news, .news, .speech, .news, .news, .enforcement, .proposedRule, .news,
    ]
    for index in 0..<count {
      let which = index % titles.count
      let agencies = agencySets[which]
      let exchanges = exchangeSets[which]
      let title = titles[which] + (index >= titles.count ? " (\(index / titles.count + 1))" : "")
      let names = agencies.compactMap { Self.agencyNames[$0]?.1 } + exchanges.compactMap { Self.exchangeNames[$0] }
      let row = StoryRow(
        id: StoryID(Int64(10_000 - index)), date: Self.today.adding(days: -(index * 3 / 2)), kind: kinds[which], title: title, names: names,
        isUnread: index % 3 == 0, isStarred: index % 11 == 3, isNew: index < 3, tags: index == 1 ? ["desk"] : [],
        path: "inbox/story-\(index + 1).html")
      let text = Self.text(title: title, agencies: agencies, exchanges: exchanges)
      entries.append(
        Entry(
          row: row, text: text, words: Set(text.lowercased().split { !$0.isLetter }.map(String.init)), agencies: agencies,
          exchanges: exchanges,
          url: index % 2 == 0 ? "https://example.org/\(index + 1)" : nil, source: "Reuters"))
    }
    bills = Self.bills
    moves = entries.count > 8 ? Self.moves(in: entries[8]) : []
  }

  private static let bills = [
    BillRow(
      id: "us/119/hr/3633", label: "H.R. 3633", title: "Digital Asset Market Clarity Act", sponsor: "Hill", stage: .passedHouse,
      stageDate: today.adding(days: -12), stories: 9, new: 1, evidence: StoryPlace(story: StoryID(9_996), span: 0..<44)),
    BillRow(
      id: "us/119/s/1582", label: "S. 1582", title: "GENIUS Act", stage: .committee, stageDate: today.adding(days: -40), isDated: false,
      evidence: StoryPlace(story: StoryID(9_994), span: 0..<40)),
    BillRow(
      id: "us/unnamed/warren/aml", label: "Warren: anti-money laundering", stage: .introduced, stageDate: today.adding(days: -3), stories: 2
    ),
  ]

  private static func moves(in entry: Entry) -> [VolatilityRow] {
    func note(
      _ asset: String, _ name: String, _ direction: VolatilityNote.Direction, _ size: Int, _ bound: VolatilityNote.Bound, _ window: String?
    ) -> VolatilityNote {
      VolatilityNote(
        asset: asset, name: name, direction: direction, basisPoints: size, bound: bound, window: window, span: 0..<38,
        rule: RuleID("move.sentence"))
    }
    func row(_ note: VolatilityNote, _ ago: Int, _ stories: Int = 1, isNew: Bool = false, at start: Int) -> VolatilityRow {
      VolatilityRow(
        note: note, date: today.adding(days: -ago), place: StoryPlace(story: entry.row.id, span: start..<(start + 30)), stories: stories,
        isNew: isNew)
    }
    return [
      row(note("BTC", "Bitcoin", .down, 1_520, .exact, "1w"), 4, 4, isNew: true, at: 0),
      row(note("ETH", "Ether", .up, 850, .atLeast, "24h"), 5, at: 4),
      row(note("MARKET", "the crypto market", .down, 1_000, .about, nil), 6, at: 8),
      row(note("INDEX:DVOL", "DVOL", .swing, 1_205, .atMost, "P3D"), 400, at: 12),
    ]
  }

  private static func text(title: String, agencies: [String], exchanges: [String]) -> String {
    let agency = agencies.first.flatMap { agencyNames[$0]?.0 } ?? "regulator"
    let exchange = exchanges.first.flatMap { exchangeNames[$0] } ?? "the industry"
    let body = """
      WASHINGTON – The \(agency) said on Friday that it would consider how customers of \(exchange) are protected when a platform fails, \
      and asked for comment within sixty days. “Custody is the first question a customer should ask,” said the chair, Jane Doe.

      The proposal follows two years of enforcement actions. Stablecoin issuers would have to hold reserves in cash or short-dated \
      Treasury bills, and to publish a report each month that an accountant has examined.

      \(exchange) said it welcomed clarity. A spokesman for the \(agency) declined to comment on pending litigation.

      Analysts noted that the rule, if adopted, would take effect in January. “Nobody expected this so soon,” one of them wrote to clients.
      """
    return title + "\n\n" + (0..<4).map { "\($0 == 0 ? "" : "Part \($0 + 1). ")" + body }.joined(separator: "\n\n")
  }

  // MARK: Answers

  func answer(_ request: DashboardRequest) -> DashboardAnswer {
    func matching(without fields: Set<QueryField>) -> [Entry] {
      let query = request.query.without(fields: fields)
      return entries.filter { matches(query, $0) }
    }
    func rows(_ names: [String], _ kind: EntityKind, _ field: QueryField, of ids: (Entry) -> [String]) -> [EntityRow] {
      let pool = matching(without: [field])
      return names.compactMap { id in
        let found = pool.filter { ids($0).contains(id) }
        guard !found.isEmpty else { return nil }
        let name = kind == .agency ? Self.agencyNames[id]?.0 : Self.exchangeNames[id]
        let short = kind == .agency ? Self.agencyNames[id]?.1 : Self.exchangeNames[id]
        let activity = (0..<12).map { (found.count * ($0 + id.count) * 7) % (found.count + 3) }
        return EntityRow(
          key: EntityKey(kind, id), name: name ?? id, shortName: short ?? id, stories: found.count, new: found.count { $0.row.isNew },
          activity: activity, lastSeen: found.map(\.row.date).max())
      }.sorted { ($0.new > 0 ? 1 : 0, $0.stories, $1.name) > ($1.new > 0 ? 1 : 0, $1.stories, $0.name) }
    }
    var stories = matching(without: [])
    switch request.sort {
    case .newest, .added, .relevance: break
    case .oldest: stories.reverse()
    case .title: stories.sort { $0.row.title < $1.row.title }
    case .kind: stories.sort { $0.row.kind.rawValue < $1.row.kind.rawValue }
    }
    let documents = stories.count
    var copies: [StoryID: Int] = [:]
    var further: Set<StoryID> = []
    if case .folded(let open) = request.folding {
      for fold in folds {
        let members = fold.filter { id in stories.contains { $0.row.id == id } }
        guard let leader = members.first, members.count > 1 else { continue }
        copies[leader] = members.count
        let others = stories.filter { $0.row.id != leader && members.contains($0.row.id) }
        stories.removeAll { others.map(\.row.id).contains($0.row.id) }
        guard !open.isDisjoint(with: members), let place = stories.firstIndex(where: { $0.row.id == leader }) else { continue }
        stories.insert(contentsOf: others, at: place + 1)
        further.formUnion(others.map(\.row.id))
      }
    }
    let closed = BillRow(id: "us/118/hr/1", label: "H.R. 1", stage: .enacted, stageDate: Self.day(2024, 1, 5), stories: 3)
    return DashboardAnswer(
      request: request, revision: Revision(revision), stories: stories.map(\.row.id), copies: copies, furtherCopies: further,
      documents: documents, totalStories: entries.count,
      newStories: entries.count { $0.row.isNew }, lastLook: Self.day(2026, 11, 20),
      exchanges: rows(Self.exchangeNames.keys.sorted(), .exchange, .exchange, of: \.exchanges),
      agencies: rows(Self.agencyNames.keys.sorted(), .agency, .agency, of: \.agencies),
      bills: stories.isEmpty ? [] : bills + (request.includesClosedBills ? [closed] : []), volatility: stories.isEmpty ? [] : moves)
  }

  private func matches(_ query: Query, _ entry: Entry) -> Bool {
    switch query {
    case .everything: true
    case .and(let parts): parts.allSatisfy { matches($0, entry) }
    case .or(let parts): parts.contains { matches($0, entry) }
    case .not(let inner): !matches(inner, entry)
    case .text(.word(let word)): entry.words.contains(word.lowercased())
    case .text(.prefix(let word)): entry.words.contains { $0.hasPrefix(word.lowercased()) }
    case .text(.phrase(let words)): entry.text.lowercased().contains(words.joined(separator: " ").lowercased())
    case .field(.agency, .id(let id)): entry.agencies.contains(id)
    case .field(.exchange, .id(let id)): entry.exchanges.contains(id)
    case .field(.is, .id("unread")): entry.row.isUnread
    case .field(.is, .id("starred")): entry.row.isStarred
    case .field(.kind, .id(let kind)): entry.row.kind.rawValue == kind
    case .field: true
    }
  }

  func detail(_ id: StoryID, query: Query) -> (StoryDetail, [Range<Int>])? {
    guard let entry = entries.first(where: { $0.row.id == id }) else { return nil }
    let bodyStart = entry.row.title.utf8.count + 2
    var findings = Findings()
    func mentions(_ name: String) -> [Mention] {
      TextSearch.places(of: name, in: entry.text).map { Mention(span: $0, rule: RuleID("name")) }
    }
    for id in entry.agencies {
      let name = Self.agencyNames[id]?.0 ?? id
      findings.agencies.append(EntityFinding(id: id, name: name, mentions: mentions(name)))
    }
    for id in entry.exchanges {
      let name = Self.exchangeNames[id] ?? id
      findings.exchanges.append(EntityFinding(id: id, name: name, mentions: mentions(name)))
    }
    findings.quotes = TextSearch.places(of: "“Custody is the first question a customer should ask,”", in: entry.text).map {
      Quote(speaker: "Jane Doe", text: "Custody is the first question a customer should ask,", span: $0, rule: RuleID("quote.said"))
    }
    if entry.row.title.hasPrefix("House passes") {
      findings.legislation = [
        BillFinding(
          id: "us/119/hr/3633", number: "H.R. 3633", title: "Digital Asset Market Clarity Act", jurisdiction: "us",
          mentions: [Mention(span: 13..<34, rule: RuleID("bill.name"))],
          claims: [StageClaim(stage: .passedHouse, date: nil, span: 0..<44, rule: RuleID("stage.passed"))])
      ]
    }
    let story = Story(
      title: entry.row.title, text: entry.text, bodyStart: bodyStart, date: entry.row.date, dateOrigin: .dateline, kind: entry.row.kind,
      source: entry.source, url: entry.url)
    let hits = query.textTerms.flatMap { term -> [Range<Int>] in
      switch term {
      case .word(let word), .prefix(let word): TextSearch.places(of: word, in: entry.text)
      case .phrase(let words): TextSearch.places(of: words.joined(separator: " "), in: entry.text)
      }
    }.sorted { $0.lowerBound < $1.lowerBound }
    return (StoryDetail(row: entry.row, story: story, findings: findings, fullPath: "/home/ada/regulation/\(entry.row.path)"), hits)
  }

  mutating func set(_ ids: [StoryID], _ body: (inout StoryRow) -> Void) {
    let wanted = Set(ids)
    for index in entries.indices where wanted.contains(entries[index].row.id) { body(&entries[index].row) }
  }

  var vocabulary: Vocabulary {
    Vocabulary([
      .agency: Self.agencyNames.sorted { $0.key < $1.key }.map { .init(id: $0.key, name: $0.value.0, aliases: [$0.value.1]) },
      .exchange: Self.exchangeNames.sorted { $0.key < $1.key }.map { .init(id: $0.key, name: $0.value) },
      .bill: bills.map { .init(id: $0.id, name: $0.label) }, .asset: [.init(id: "btc", name: "Bitcoin", aliases: ["BTC"])],
      .tag: [.init(id: "desk", name: "desk"), .init(id: "draft", name: "draft")],
    ])
  }
}

extension BillRow {
  fileprivate init(
    id: String, label: String, title: String? = nil, stage: BillStage, stageDate: CalendarDay, isDated: Bool, evidence: StoryPlace?
  ) {
    self.init(
      id: id, label: label, title: title, stage: stage, stageDate: stageDate, isStageDated: isDated, stories: 4, evidence: evidence,
      hasConflict: true)
  }
}
