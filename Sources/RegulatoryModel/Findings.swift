/// All that extraction says of one story.
package struct Findings: Sendable, Equatable {
  package var exchanges: [EntityFinding] = []
  package var agencies: [EntityFinding] = []
  /// Crypto-assets that the story names, moved or not.
  package var assets: [EntityFinding] = []
  package var legislation: [BillFinding] = []
  package var volatility: [VolatilityNote] = []
  package var actions: [AgencyAction] = []
  package var deadlines: [Deadline] = []
  package var quotes: [Quote] = []
  /// Whether the story says more than is kept, as only a text of very many megabytes does. Not stored: the notes of the file tell it.
  package var isCut = false

  package init() {}

  /// Everything that is marked in the reader, in the order of the text.
  package var marks: [MarkedSpan] {
    var marks: [MarkedSpan] = []
    for (kind, findings) in [(EntityKind.exchange, exchanges), (.agency, agencies), (.asset, assets)] {
      for finding in findings { marks += finding.mentions.map { MarkedSpan(kind: .entity(EntityKey(kind, finding.id)), mention: $0) } }
    }
    for bill in legislation { marks += bill.mentions.map { MarkedSpan(kind: .entity(EntityKey(.bill, bill.id)), mention: $0) } }
    marks += volatility.map { MarkedSpan(kind: .volatility, mention: Mention(span: $0.span, rule: $0.rule)) }
    marks += actions.map { MarkedSpan(kind: .action, mention: Mention(span: $0.span, rule: $0.rule)) }
    marks += deadlines.map { MarkedSpan(kind: .deadline, mention: Mention(span: $0.span, rule: $0.rule)) }
    marks += quotes.map { MarkedSpan(kind: .quote, mention: Mention(span: $0.span, rule: $0.rule)) }
    return marks.sorted { ($0.mention.span.lowerBound, -$0.mention.span.count) < ($1.mention.span.lowerBound, -$1.mention.span.count) }
  }
}

/// The kinds of thing a story can name.
package enum EntityKind: String, CaseIterable, Sendable {
  case exchange, agency, bill, asset
}

/// One named thing: kind and id ("agency", "sec").
package struct EntityKey: Hashable, Sendable {
  package var kind: EntityKind
  package var id: String
  package init(_ kind: EntityKind, _ id: String) {
    self.kind = kind
    self.id = id
  }
}

/// What a name list knows of a thing, for panes, completion and queries.
package struct EntityName: Sendable, Equatable {
  package var key: EntityKey
  /// The full name ("Financial Crimes Enforcement Network").
  package var name: String
  /// The name where room is short ("FinCEN").
  package var shortName: String
  package var aliases: [String]
  package init(key: EntityKey, name: String, shortName: String, aliases: [String] = []) {
    self.key = key
    self.name = name
    self.shortName = shortName
    self.aliases = aliases
  }
}

/// One place in a story's text where a thing is named, and the rule that took it for that thing.
package struct Mention: Hashable, Sendable {
  /// UTF-8 byte offsets into `Story.text`.
  package var span: Range<Int>
  package var rule: RuleID
  package init(span: Range<Int>, rule: RuleID) {
    self.span = span
    self.rule = rule
  }
}

/// The name of an extraction rule; `EntityExtraction` has the table that says each in words.
package struct RuleID: RawRepresentable, Hashable, Sendable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
  package init(_ rawValue: String) { self.rawValue = rawValue }
}

package struct MarkedSpan: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case entity(EntityKey), volatility, action, deadline, quote }
  package var kind: Kind
  package var mention: Mention
  package init(kind: Kind, mention: Mention) {
    self.kind = kind
    self.mention = mention
  }
}

/// An exchange, agency or asset that a story names, with every place where it does.
package struct EntityFinding: Hashable, Sendable {
  package var id: String
  package var name: String
  package var mentions: [Mention]
  package init(id: String, name: String, mentions: [Mention]) {
    self.id = id
    self.name = name
    self.mentions = mentions
  }
}

/// A bill or act that a story is about: by number, by name, or by sponsor and subject where it has neither.
package struct BillFinding: Hashable, Sendable {
  /// `us/118/hr/4763`; `us/named/…` by name; `us/unnamed/warren/…` by sponsor and subject.
  package var id: String
  /// In the printed form, `H.R. 4763`; nil where the story and the name list give none.
  package var number: String?
  package var title: String?
  package var aliases: [String]
  package var sponsor: String?
  /// `us`, `us-tx`, `eu`, `uk`, or another ISO 3166 code in lower case.
  package var jurisdiction: String
  /// The furthest stage that this story tells of, by its own time.
  package var stage: BillStage?
  package var stageDate: CalendarDay?
  package var mentions: [Mention]
  package var claims: [StageClaim]
  /// Long-standing general law ("Securities Act of 1933"): known, searchable, kept out of the pane of open legislation.
  package var isGeneralLaw: Bool
  /// The id of the bill of an earlier Congress that this one brings back.
  package var predecessor: String?

  package init(
    id: String, number: String? = nil, title: String? = nil, aliases: [String] = [], sponsor: String? = nil, jurisdiction: String,
    stage: BillStage? = nil, stageDate: CalendarDay? = nil, mentions: [Mention], claims: [StageClaim] = [], isGeneralLaw: Bool = false,
    predecessor: String? = nil
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.aliases = aliases
    self.sponsor = sponsor
    self.jurisdiction = jurisdiction
    self.stage = stage
    self.stageDate = stageDate
    self.mentions = mentions
    self.claims = claims
    self.isGeneralLaw = isGeneralLaw
    self.predecessor = predecessor
  }

  /// Number, else nickname or title, else the sponsor's bill.
  package var label: String {
    if let number { return number }
    if let short = aliases.first(where: { $0.utf8.count <= 24 }) ?? title { return short }
    return sponsor.map { "\($0)’s bill" } ?? id
  }
}

/// One statement, in one story, that a bill stood at a stage.
package struct StageClaim: Hashable, Sendable {
  package var stage: BillStage
  /// When the bill got there, as far as the story tells; nil where it does not.
  package var date: CalendarDay?
  package var span: Range<Int>
  package var rule: RuleID
  package init(stage: BillStage, date: CalendarDay?, span: Range<Int>, rule: RuleID) {
    self.stage = stage
    self.date = date
    self.span = span
    self.rule = rule
  }
}

/// A statement that the price of a crypto-asset moved, or swung, by so much.
package struct VolatilityNote: Hashable, Sendable {
  package enum Direction: String, CaseIterable, Sendable { case up, down, swing }
  package enum Bound: String, CaseIterable, Sendable {
    case exact
    case atLeast = "at-least"
    case atMost = "at-most"
    case about
  }
  /// Ticker; `MARKET` the whole crypto market, `INDEX:DVOL` a volatility index.
  package var asset: String
  package var name: String
  package var direction: Direction
  /// Size of the move, positive: 1520 is 15.2 %.
  package var basisPoints: Int
  package var bound: Bound
  /// `1h 24h 1d 1w 1mo 1q 1y`, an ISO 8601 duration, or nil.
  package var window: String?
  /// The day on which the move ended, as far as the story tells.
  package var date: CalendarDay?
  package var fromPrice: Double?
  package var toPrice: Double?
  package var span: Range<Int>
  package var rule: RuleID

  package init(
    asset: String, name: String, direction: Direction, basisPoints: Int, bound: Bound = .exact, window: String? = nil,
    date: CalendarDay? = nil, fromPrice: Double? = nil, toPrice: Double? = nil, span: Range<Int>, rule: RuleID
  ) {
    self.asset = asset
    self.name = name
    self.direction = direction
    self.basisPoints = basisPoints
    self.bound = bound
    self.window = window
    self.date = date
    self.fromPrice = fromPrice
    self.toPrice = toPrice
    self.span = span
    self.rule = rule
  }

  /// Signed hundredths of a percent; a swing counts as positive.
  package var signedBasisPoints: Int { direction == .down ? -basisPoints : basisPoints }
}

/// What an agency did, and to whom.
package struct AgencyAction: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case proposed, adopted, guidance, sued, charged, settled, fined, licensed, withdrew, met, cleared, sanctioned
  }
  package var agency: String
  package var kind: Kind
  /// Id of the exchange, or the name as the story gives it.
  package var target: String?
  /// In whole units of the currency.
  package var amount: Int64?
  /// ISO 4217.
  package var currency: String?
  package var date: CalendarDay?
  package var span: Range<Int>
  package var rule: RuleID
  package init(
    agency: String, kind: Kind, target: String? = nil, amount: Int64? = nil, currency: String? = nil, date: CalendarDay? = nil,
    span: Range<Int>, rule: RuleID
  ) {
    self.agency = agency
    self.kind = kind
    self.target = target
    self.amount = amount
    self.currency = currency
    self.date = date
    self.span = span
    self.rule = rule
  }
}

package struct Deadline: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable { case comment, effective, compliance, hearing }
  package var kind: Kind
  package var date: CalendarDay
  package var span: Range<Int>
  package var rule: RuleID
  package init(kind: Kind, date: CalendarDay, span: Range<Int>, rule: RuleID) {
    self.kind = kind
    self.date = date
    self.span = span
    self.rule = rule
  }
}

package struct Quote: Hashable, Sendable {
  package var speaker: String
  package var role: String?
  /// How it was said, as the story has it ("said", "wrote", "according to"); nil in findings stored before this was kept.
  package var verb: String?
  package var text: String
  package var span: Range<Int>
  package var rule: RuleID
  package init(speaker: String, role: String? = nil, verb: String? = nil, text: String, span: Range<Int>, rule: RuleID) {
    self.speaker = speaker
    self.role = role
    self.verb = verb
    self.text = text
    self.span = span
    self.rule = rule
  }
}
