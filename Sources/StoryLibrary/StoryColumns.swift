import RegulatoryModel

/// What questions need to know of one story, in numbers; the terms are places in the library's `TermTable`.
struct StoryColumns: Equatable, Sendable {
  /// In days since 1970.
  var date: Int32
  /// The day on which it came into the library.
  var addedDay: Int32
  /// The revision that brought it.
  var addedRevision: UInt32
  var kind: UInt32
  var features: StoryFeatures
  /// Exchanges and agencies, the most mentioned first, then bills: what panes count by walking.
  var walked: [UInt32]
  /// Assets, actions, folder, issuer, kind, descriptions of bills: what is only asked for.
  var asked: [UInt32]
  var notes: [NoteRecord]
  var claims: [ClaimRecord]
}

/// The values of `has:` that follow from the findings. Stored; never reuse a bit.
struct StoryFeatures: OptionSet, Hashable, Sendable {
  let rawValue: UInt8
  static let deadline = StoryFeatures(rawValue: 1)
  static let action = StoryFeatures(rawValue: 2)
  static let quote = StoryFeatures(rawValue: 4)
  static let move = StoryFeatures(rawValue: 8)
  static let bill = StoryFeatures(rawValue: 16)
  static let exchange = StoryFeatures(rawValue: 32)
  static let agency = StoryFeatures(rawValue: 64)

  static let count = 7

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ findings: Findings) {
    self = []
    if !findings.deadlines.isEmpty { insert(.deadline) }
    if !findings.actions.isEmpty { insert(.action) }
    if !findings.quotes.isEmpty { insert(.quote) }
    if !findings.volatility.isEmpty { insert(.move) }
    if !findings.legislation.isEmpty { insert(.bill) }
    if !findings.exchanges.isEmpty { insert(.exchange) }
    if !findings.agencies.isEmpty { insert(.agency) }
  }
}

/// A volatility note in 56 bytes without references, so that a chunk's notes are one block of memory.
struct NoteRecord: Equatable, Sendable, BitwiseCopyable {
  /// Terms: ticker, its name, the window (`none` for nil), the rule.
  var asset: UInt32
  var name: UInt32
  var window: UInt32
  var rule: UInt32
  var basisPoints: Int32
  /// In days since 1970; `noDay` for nil.
  var date: Int32
  var lower: UInt32
  var upper: UInt32
  /// Direction in the lowest byte, bound in the next.
  var form: UInt32
  private var unused: UInt32 = 0
  /// Bit patterns; not a number for nil.
  var fromPrice: UInt64
  var toPrice: UInt64

  static let none = UInt32.max
  static let noDay = Int32.min

  init(_ note: VolatilityNote, terms: inout TermTable) {
    asset = terms.add(Term(.word, note.asset))
    name = terms.add(Term(.word, note.name))
    window = note.window.map { terms.add(Term(.word, $0)) } ?? Self.none
    rule = terms.add(Term(.word, note.rule.rawValue))
    basisPoints = Int32(clamping: note.basisPoints)
    date = note.date?.daysSinceEpoch ?? Self.noDay
    lower = UInt32(clamping: note.span.lowerBound)
    upper = UInt32(clamping: note.span.upperBound)
    form = Self.code(note.direction) | Self.code(note.bound) << 8
    fromPrice = (note.fromPrice ?? .nan).bitPattern
    toPrice = (note.toPrice ?? .nan).bitPattern
  }

  /// Positive for a rise or a swing.
  var signedBasisPoints: Int { form & 0xFF == Self.code(.down) ? -Int(basisPoints) : Int(basisPoints) }

  /// The note in words again.
  func note(terms: TermTable) -> VolatilityNote {
    func price(_ bits: UInt64) -> Double? {
      let value = Double(bitPattern: bits)
      return value.isNaN ? nil : value
    }
    return VolatilityNote(
      asset: terms.text(asset), name: terms.text(name), direction: Self.direction(form & 0xFF), basisPoints: Int(basisPoints),
      bound: Self.bound(form >> 8 & 0xFF), window: window == Self.none ? nil : terms.text(window),
      date: date == Self.noDay ? nil : CalendarDay(daysSinceEpoch: date), fromPrice: price(fromPrice), toPrice: price(toPrice),
      span: Int(lower)..<Int(max(lower, upper)), rule: RuleID(terms.text(rule)))
  }

  private static func code(_ direction: VolatilityNote.Direction) -> UInt32 {
    switch direction {
    case .up: 0
    case .down: 1
    case .swing: 2
    }
  }

  private static func direction(_ code: UInt32) -> VolatilityNote.Direction { code == 0 ? .up : code == 1 ? .down : .swing }

  private static func code(_ bound: VolatilityNote.Bound) -> UInt32 {
    switch bound {
    case .exact: 0
    case .atLeast: 1
    case .atMost: 2
    case .about: 3
    }
  }

  private static func bound(_ code: UInt32) -> VolatilityNote.Bound {
    switch code {
    case 1: .atLeast
    case 2: .atMost
    case 3: .about
    default: .exact
    }
  }
}

/// A statement on a bill's stage, without references.
struct ClaimRecord: Equatable, Sendable, BitwiseCopyable {
  /// Terms: the bill, the stage's name, the rule.
  var bill: UInt32
  var stage: UInt32
  var rule: UInt32
  /// In days since 1970; `NoteRecord.noDay` for nil.
  var date: Int32
  var lower: UInt32
  var upper: UInt32

  init(_ claim: StageClaim, bill: UInt32, terms: inout TermTable) {
    self.bill = bill
    stage = terms.add(Term(.word, claim.stage.rawValue))
    rule = terms.add(Term(.word, claim.rule.rawValue))
    date = claim.date?.daysSinceEpoch ?? NoteRecord.noDay
    lower = UInt32(clamping: claim.span.lowerBound)
    upper = UInt32(clamping: claim.span.upperBound)
  }

  /// The claim in words again; nil where the stage is none that this program knows.
  func claim(story: UInt32, storyDate: Int32, terms: TermTable) -> BillLadder.Claim? {
    guard let stage = BillStage(rawValue: terms.text(stage)) else { return nil }
    return BillLadder.Claim(
      stage: stage, date: date == NoteRecord.noDay ? nil : CalendarDay(daysSinceEpoch: date),
      storyDate: CalendarDay(daysSinceEpoch: storyDate), story: StoryID(Int64(story)), span: Int(lower)..<Int(max(lower, upper)),
      rule: RuleID(terms.text(rule)))
  }
}

extension StoryColumns {
  /// - Parameter folder: the watched folder's name and the path of the file's folder below it.
  init(_ story: Story, _ findings: Findings, folder: String, addedDay: Int32, addedRevision: UInt32, terms: inout TermTable) {
    // Years 1 to 9999 with room to spare: arithmetic on days can then not overflow.
    date = min(max(story.date.daysSinceEpoch, -900_000), 9_000_000)
    self.addedDay = addedDay
    self.addedRevision = addedRevision
    kind = terms.add(Term(.documentKind, story.kind.rawValue))
    features = StoryFeatures(findings)
    notes = findings.volatility.map { NoteRecord($0, terms: &terms) }
    claims = []

    var named: [(term: UInt32, mentions: Int)] = []
    for (kind, entities) in [(Term.Kind.exchange, findings.exchanges), (.agency, findings.agencies)] {
      for entity in entities { named.append((terms.add(Term(kind, entity.id), name: entity.name), entity.mentions.count)) }
    }
    // `sort` is stable: the first named leads where mentions are even.
    named.sort { $0.mentions > $1.mentions }
    walked = []
    for (term, _) in named where !walked.contains(term) { walked.append(term) }

    asked = [kind, terms.add(Term(.folder, folder))]
    if let source = story.source, !source.isEmpty { asked.append(terms.add(Term(.issuer, source))) }
    for asset in findings.assets { asked.append(terms.add(Term(.asset, asset.id), name: asset.name)) }
    for action in findings.actions { asked.append(terms.add(Term(.action, action.kind.rawValue))) }
    for bill in findings.legislation {
      let term = terms.add(Term(.bill, bill.id))
      if !walked.contains(term) { walked.append(term) }
      asked.append(terms.add(Term(.billDescription, BillDescription(bill).encoded)))
      claims += bill.claims.map { ClaimRecord($0, bill: term, terms: &terms) }
    }
    asked = Set(asked).sorted()
  }
}
