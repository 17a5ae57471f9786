import RegulatoryModel

/// Something that stories share and questions ask for, under a small number: an agency, a bill, a kind of document, a folder.
struct Term: Hashable, Sendable {
  /// Raw values are stored; never reuse one.
  enum Kind: UInt8, Sendable {
    case exchange = 0
    case agency = 1
    case asset = 2
    case bill = 3
    /// What one or more stories say of a bill; its text is `BillDescription.encoded`.
    case billDescription = 4
    case action = 5
    /// A watched folder's name and the path below it: `inbox/2026`.
    case folder = 6
    case issuer = 7
    case documentKind = 8
    /// Tickers, rules, windows, stages: text that records refer to. No story is listed under it.
    case word = 9
    /// A watched folder's whole path.
    case root = 10
  }

  var kind: Kind
  var text: String

  init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

extension Term.Kind {
  init(_ kind: EntityKind) {
    switch kind {
    case .exchange: self = .exchange
    case .agency: self = .agency
    case .asset: self = .asset
    case .bill: self = .bill
    }
  }

  var entityKind: EntityKind? {
    switch self {
    case .exchange: .exchange
    case .agency: .agency
    case .asset: .asset
    case .bill: .bill
    case .billDescription, .action, .folder, .issuer, .documentKind, .word, .root: nil
    }
  }
}

/// All terms of a library. A term's number is its place; terms are added and never taken away, short of rebuilding.
struct TermTable: Sendable {
  private(set) var terms: [Term] = []
  /// The name that the first finding gave, for things that the name list does not know.
  private(set) var names: [UInt32: String] = [:]
  private(set) var byKind: [Term.Kind: [UInt32]] = [:]
  /// The descriptions of each bill.
  private(set) var descriptions: [UInt32: [UInt32]] = [:]
  private var numbers: [Term: UInt32] = [:]

  var count: Int { terms.count }

  subscript(number: UInt32) -> Term { terms[Int(number)] }

  func text(_ number: UInt32) -> String { Int(number) < terms.count ? terms[Int(number)].text : "" }

  func number(of term: Term) -> UInt32? { numbers[term] }
  func number(_ kind: Term.Kind, _ text: String) -> UInt32? { numbers[Term(kind, text)] }

  /// The term's number, newly given where it has none.
  mutating func add(_ term: Term, name: String? = nil) -> UInt32 {
    if let known = numbers[term] { return known }
    let number = UInt32(terms.count)
    terms.append(term)
    numbers[term] = number
    byKind[term.kind, default: []].append(number)
    if let name { names[number] = name }
    if term.kind == .billDescription, let bill = self.number(.bill, BillDescription.billID(encoded: term.text)) {
      descriptions[bill, default: []].append(number)
    }
    return number
  }
}
