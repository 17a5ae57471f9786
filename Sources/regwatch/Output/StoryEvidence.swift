import EntityExtraction
import RegulatoryModel

/// Every finding of a story with its sentence, its place and its rule: what `why` prints.
struct StoryEvidence {
  /// The sorts of finding, in the order of the panes; the raw value is its name for `--only`.
  enum Sort: String, CaseIterable { case exchanges, agencies, assets, legislation, volatility, actions, deadlines, quotes }

  /// One place of one finding.
  struct Item {
    var sort: Sort
    /// Its name in JSON: `exchange`, `bill`, `stage` …
    var type: String
    var id: String?
    /// In words: "Exchange Kraken (Payward)".
    var label: String
    var span: Range<Int>
    var rule: RuleID
    var origin: LexiconOrigin?
    /// It was found, and a line of the user's took it out.
    var isRemoved = false
  }

  let story: Story
  let items: [Item]
  private let sentences: StorySentences

  init(_ story: Story, _ findings: Findings, trace: CorrectionTrace) {
    self.story = story
    sentences = StorySentences(story.text)
    let given = Dictionary(trace.given.map { (Given(key: $0.key, span: $0.span), $0.origin) }) { first, _ in first }
    var items: [Item] = []
    func things(_ found: [EntityFinding], _ kind: EntityKind, _ sort: Sort, _ title: String) {
      for thing in found {
        for mention in thing.mentions {
          items.append(
            Item(
              sort: sort, type: kind.rawValue, id: thing.id, label: "\(title) \(thing.name)", span: mention.span, rule: mention.rule,
              origin: given[Given(key: EntityKey(kind, thing.id), span: mention.span)]))
        }
      }
    }
    things(findings.exchanges, .exchange, .exchanges, "Exchange")
    things(findings.agencies, .agency, .agencies, "Agency")
    things(findings.assets, .asset, .assets, "Asset")
    for bill in findings.legislation {
      for mention in bill.mentions {
        items.append(
          Item(
            sort: .legislation, type: "bill", id: bill.id, label: "Bill \(bill.label)", span: mention.span, rule: mention.rule,
            origin: given[Given(key: EntityKey(.bill, bill.id), span: mention.span)]))
      }
      for claim in bill.claims {
        let day = claim.date.map { ", \($0.longText)" } ?? ""
        items.append(
          Item(
            sort: .legislation, type: "stage", id: bill.id, label: "Bill \(bill.label): \(claim.stage.label)\(day)", span: claim.span,
            rule: claim.rule))
      }
    }
    for note in findings.volatility {
      items.append(
        Item(
          sort: .volatility, type: "move", id: note.asset, label: "Price move \(MoveText.sentence(note))", span: note.span, rule: note.rule)
      )
    }
    for action in findings.actions {
      items.append(
        Item(
          sort: .actions, type: "action", id: action.agency, label: "Action: \(StoryText.action(action))", span: action.span,
          rule: action.rule))
    }
    for deadline in findings.deadlines {
      items.append(
        Item(
          sort: .deadlines, type: "deadline", id: deadline.kind.rawValue,
          label: "Deadline: \(deadline.kind.rawValue) \(deadline.date.longText)",
          span: deadline.span, rule: deadline.rule))
    }
    for quote in findings.quotes {
      items.append(
        Item(sort: .quotes, type: "quote", id: nil, label: "Quotation of \(quote.speaker)", span: quote.span, rule: quote.rule))
    }
    for removed in trace.removed {
      items.append(
        Item(
          sort: Sort(removed.kind), type: removed.kind.rawValue, id: nil, label: "Not taken: \(removed.label)", span: removed.span,
          rule: removed.rule, origin: removed.origin, isRemoved: true))
    }
    self.items = items
  }

  private struct Given: Hashable {
    var key: EntityKey
    var span: Range<Int>
  }

  /// The sentence, on one line, and which of its UTF-8 bytes the finding takes up.
  func sentence(of item: Item) -> (text: String, part: Range<Int>) { sentences.line(around: item.span) }

  /// Where the finding begins, both from 1; the column in characters.
  func place(of item: Item) -> (line: Int, column: Int) { sentences.place(of: item.span.lowerBound) }

  /// How the title came about.
  var titleFrom: String { story.bodyStart > 0 ? "the text begins with it" : "the document's own, not part of its text" }

  /// How the kind came about: the readers keep no mark for each, so it is told for all.
  static let kindFrom = "by the marks at the head of the document, its issuer and its address; news where none is clear"
}

extension StoryEvidence.Sort {
  init(_ kind: DeniableKind) {
    switch kind {
    case .exchange: self = .exchanges
    case .agency: self = .agencies
    case .asset: self = .assets
    case .bill, .stage, .person: self = .legislation
    case .move: self = .volatility
    case .action: self = .actions
    case .deadline: self = .deadlines
    case .quote: self = .quotes
    }
  }
}
