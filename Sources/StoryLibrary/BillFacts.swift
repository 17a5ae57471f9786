import QueryLanguage
import RegulatoryModel

/// What the library as a whole knows of one bill: nothing of it depends on a filter.
struct BillFacts: Sendable {
  var term: UInt32
  var description: BillDescription
  var rung: BillLadder.Rung?
  var hasConflict: Bool

  var isOpen: Bool { rung?.stage.isOpen ?? true }
}

extension LibraryIndex {
  /// All bills that some story names, worked out once for each state of the stories.
  var billFacts: [BillFacts] {
    memory.value(\.bills) {
      terms.byKind[.bill, default: []].compactMap { term in
        guard !stories(term).isEmpty else { return nil }
        let told = terms.descriptions[term, default: []].compactMap { description in
          BillDescription(encoded: terms.text(description)).map { (description: $0, stories: stories(description).count) }
        }
        guard let description = BillDescription.joined(told.filter { $0.stories > 0 }) else { return nil }
        let ladder = bills[term]?.ladder { claims(on: term) }
        return BillFacts(term: term, description: description, rung: ladder?.current, hasConflict: ladder?.conflicts.isEmpty == false)
      }
    }
  }
}

/// What a query says of the legislation pane itself: bills and stages that it names are shown though they are closed.
struct NamedBills {
  private(set) var bills: Set<String> = []
  private(set) var stages: Set<String> = []

  init(_ query: Query) { collect(query) }

  func includes(_ facts: BillFacts) -> Bool {
    bills.contains(facts.description.id) || facts.rung.map { stages.contains($0.stage.rawValue) } ?? false
  }

  private mutating func collect(_ query: Query) {
    switch query {
    case .everything, .text: break
    case .field(.bill, .id(let id)), .field(.bill, .name(let id)): bills.insert(id)
    case .field(.stage, .id(let id)), .field(.stage, .name(let id)): stages.insert(id)
    case .field: break
    case .not(let inner): collect(inner)
    case .and(let children), .or(let children): for child in children { collect(child) }
    }
  }
}
