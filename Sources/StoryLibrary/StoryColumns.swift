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
  /// The fold that it is in, named by its story with the smallest number; 0 for a story that stands alone.
  var fold: UInt32 = 0
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

extension StoryColumns {
  /// - Parameters:
  ///   - mentionCounts: of the exchanges, and then of the agencies, how often each is named; nil where the findings have their places.
  ///   - folder: the watched folder's name and the path of the file's folder below it.
  init(
    _ story: Story, _ findings: Findings, mentionCounts: [Int]? = nil, folder: String, root: String = "", addedDay: Int32,
    addedRevision: UInt32, terms: inout TermTable
  ) {
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
      for entity in entities {
        named.append((terms.add(Term(kind, entity.id), name: entity.name), mentionCounts?[named.count] ?? entity.mentions.count))
      }
    }
    // `sort` is stable: the first named leads where mentions are even.
    named.sort { $0.mentions > $1.mentions }
    walked = []
    for (term, _) in named where !walked.contains(term) { walked.append(term) }

    asked = [kind, terms.add(Term(.folder, folder)), terms.add(Term(.root, root))]
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
