import QueryLanguage
import RegulatoryModel

/// Makes the rows of the four panes from one index.
struct PaneRows {
  let index: LibraryIndex
  let names: EntityNames
  let window: ActivityWindow

  /// Counts over a set of stories; those over everything are remembered.
  ///
  /// - Parameter distinct: what copies of one wire story tell counts once.
  func tally(_ stories: StoryBitmap, distinct: Bool) -> Tally {
    if distinct, stories.intersects(index.folded) { return Tally(distinct: stories, in: index, window: window) }
    guard stories.count == index.all.count else { return Tally(stories, in: index, window: window) }
    return index.memory.overview(for: window) { Tally(index.all, in: index, window: window) }
  }

  /// Exchanges or agencies with at least one story: those with new stories first, then those with the most.
  func entities(_ kind: EntityKind, _ tally: Tally) -> [EntityRow] {
    var rows: [EntityRow] = []
    for term in index.terms.byKind[Term.Kind(kind), default: []] {
      let count = tally.count(term)
      guard count > 0 else { continue }
      let key = EntityKey(kind, index.terms.text(term))
      let found = index.terms.names[term] ?? key.id
      let (name, shortName) = names.names(of: key) ?? (found, found)
      rows.append(
        EntityRow(
          key: key, name: name, shortName: shortName, stories: count, new: tally.new(term), activity: tally.activity(term),
          lastSeen: tally.lastSeen(term)))
    }
    return rows.sorted {
      ($0.new > 0 ? 0 : 1, -$0.stories, $0.shortName, $0.key.id) < ($1.new > 0 ? 0 : 1, -$1.stories, $1.shortName, $1.key.id)
    }
  }

  /// Bills with at least one story; closed ones and general law where they are asked for.
  func bills(_ tally: Tally, named: NamedBills, includesClosed: Bool, today: CalendarDay) -> [BillRow] {
    var rows: [BillRow] = []
    for facts in index.billFacts {
      let count = tally.count(facts.term)
      let hasLapsed = facts.isOpen && Congress.hasLapsed(bill: facts.description.id, on: today)
      guard count > 0, includesClosed || (facts.isOpen && !hasLapsed && !facts.description.isGeneralLaw) || named.includes(facts) else {
        continue
      }
      rows.append(
        BillRow(
          id: facts.description.id, label: facts.description.label, title: facts.description.title, sponsor: facts.description.sponsor,
          stage: facts.rung?.stage, stageDate: facts.rung?.date, isStageDated: facts.rung?.isDated ?? true, stories: count,
          new: tally.new(facts.term), lastSeen: tally.lastSeen(facts.term),
          evidence: facts.rung.map { StoryPlace(story: $0.claim.story, span: $0.claim.span) }, hasConflict: facts.hasConflict,
          hasLapsed: hasLapsed, predecessor: facts.description.predecessor))
    }
    // Bills that no story gives a stage, such as laws long in force, would crowd out those that move.
    func order(_ row: BillRow) -> (Int, Int, Int, String, String) {
      (row.stage == nil ? 1 : 0, row.new > 0 ? 0 : 1, -row.stories, row.label, row.id)
    }
    return rows.sorted { order($0) < order($1) }
  }
}

/// What the name list calls things.
struct EntityNames: Sendable {
  private var byKey: [EntityKey: (name: String, shortName: String)] = [:]
  let list: [EntityName]

  init(_ list: [EntityName]) {
    self.list = list
    for name in list { byKey[name.key] = (name.name, name.shortName) }
  }

  func names(of key: EntityKey) -> (name: String, shortName: String)? { byKey[key] }

  func shortName(of term: Term, found: String?) -> String {
    term.kind.entityKind.flatMap { byKey[EntityKey($0, term.text)]?.shortName } ?? found ?? term.text
  }
}
