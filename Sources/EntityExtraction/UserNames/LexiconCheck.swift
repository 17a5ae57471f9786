import RegulatoryModel

/// Looks through name tables for entries that can't work, or that work against each other.
///
/// Each rule has its words in `LexiconFault.Rule`; `regwatch doctor --lexicon` prints what is found, for the tables compiled in and for the
/// user's own.
package struct LexiconCheck {
  /// A row with where it stands.
  struct Row {
    var kind: LexiconKind
    var id: String
    /// Everything it is found by, its own name among it.
    var aliases: [Alias]
    var cues: Cues
    /// An agency's country tells bodies of one name apart.
    var country: String
    var parent: String
    /// A person's `house`, `senate` or other body.
    var chamber: String
    var place: LexiconPlace
  }

  private(set) var faults: [LexiconFault] = []

  /// The tables compiled in, alone.
  package static func builtIn() -> [LexiconFault] {
    var check = LexiconCheck()
    check.look(at: BuiltInRows.all)
    return check.faults
  }

  /// The user's files, together with the tables that they extend.
  package static func user(_ lexicon: Lexicon) -> [LexiconFault] {
    var check = LexiconCheck()
    check.lookAtUser(lexicon)
    return check.faults
  }

  private mutating func report(_ place: LexiconPlace, _ rule: LexiconFault.Rule, _ what: String) {
    let fault = LexiconFault(place: place, rule: rule, what: what)
    if !faults.contains(fault) { faults.append(fault) }
  }

  // MARK: Rows by themselves

  mutating func look(at rows: [Row], for own: (Row) -> Bool = { _ in true }) {
    var ids: [String: Row] = [:]
    for row in rows {
      let key = "\(row.kind) \(row.id)"
      if let other = ids[key], own(row), row.place != other.place, row.place.isBuiltIn == other.place.isBuiltIn, row.place.isBuiltIn {
        report(row.place, .double, "the id “\(row.id)” stands in line \(other.place.line) too")
      }
      ids[key] = ids[key] ?? row
      if own(row) { lookAlone(at: row) }
    }
    lookAtParents(rows, own)
    lookForClashes(rows, own)
  }

  private mutating func lookAlone(at row: Row) {
    var seen: Set<Alias> = []
    for alias in row.aliases where !alias.text.isEmpty {
      // Capitals count: "Bitmex" beside "BitMEX" is another spelling.
      if !seen.insert(Alias(alias.text)).inserted { report(row.place, .double, "\(row.id) has “\(alias.text)” twice") }
      guard CommonWords.canMatch(alias.text) else {
        report(row.place, .neverMatches, "“\(alias.text)” of \(row.id)")
        continue
      }
      if !alias.isWeak, row.kind != .bill, row.kind != .country, let why = CommonWords.danger(of: alias.text) {
        report(row.place, .dangerous, "“\(alias.text)” of \(row.id) \(why)")
      }
    }
    if row.kind == .legislator, row.chamber.isEmpty { report(row.place, .noBody, row.id) }
  }

  private mutating func lookAtParents(_ rows: [Row], _ own: (Row) -> Bool) {
    let agencies = Set(rows.filter { $0.kind == .agency }.map(\.id))
    for row in rows where !row.parent.isEmpty && own(row) && !agencies.contains(row.parent) {
      report(row.place, .noParent, "\(row.id) names “\(row.parent)”")
    }
  }

  // MARK: Rows against each other

  private mutating func lookForClashes(_ rows: [Row], _ own: (Row) -> Bool) {
    struct Name: Hashable {
      var kind: LexiconKind
      var text: String
    }
    var holders: [Name: [(row: Row, isWeak: Bool)]] = [:]
    for row in rows where [.exchange, .agency, .asset].contains(row.kind) {
      for alias in row.aliases where !alias.text.isEmpty {
        let name = Name(kind: row.kind, text: alias.text)
        if holders[name]?.contains(where: { $0.row.id == row.id }) != true { holders[name, default: []].append((row, alias.isWeak)) }
      }
    }
    for (name, found) in holders.sorted(by: { $0.key.text < $1.key.text }) where found.count > 1 {
      let mine = found.first { own($0.row) }
      guard let mine else { continue }
      let others = found.filter { $0.row.id != mine.row.id }.map(\.row.id).joined(separator: ", ")
      let plain = found.filter { !$0.isWeak }
      if plain.count > 1 {
        report(mine.row.place, .clash, "“\(name.text)” means \(mine.row.id) and \(others)")
      } else if plain.isEmpty, !Self.canBeTold(found.map(\.row)) {
        report(mine.row.place, .noCues, "“\(name.text)” may be \(mine.row.id) or \(others)")
      }
    }
  }

  /// Whether cue words or countries tell rows of one name apart: all but one have something of their own.
  private static func canBeTold(_ rows: [Row]) -> Bool {
    let silent = rows.filter { $0.cues.supporting.isEmpty && $0.country.isEmpty }
    let countries = rows.filter { $0.cues.supporting.isEmpty && !$0.country.isEmpty }.map(\.country)
    return silent.count <= 1 && Set(countries).count == countries.count
  }

  // MARK: The user's

  private mutating func lookAtUser(_ lexicon: Lexicon) {
    var own: Set<String> = []
    for (entry, origin) in zip(lexicon.userEntries, lexicon.userOrigins) {
      let place = LexiconPlace(file: origin.text, line: origin.line, isBuiltIn: false)
      if let kind = entry.kind.lexiconKind { own.insert("\(kind) \(entry.id)") }
      lookAlone(at: Row(entry, place))
      lookForShadows(entry, place, lexicon)
    }
    // Only what the user gave is told; the built-in rows stand there to be compared with.
    let origins = Dictionary(
      zip(lexicon.userEntries, lexicon.userOrigins).compactMap { entry, origin in
        entry.kind.lexiconKind.map { ("\($0) \(entry.id)", origin) }
      }
    ) { _, last in last }
    var check = LexiconCheck()
    var rows = BuiltInRows.rows(of: lexicon)
    for index in rows.indices {
      guard let origin = origins["\(rows[index].kind) \(rows[index].id)"] else { continue }
      rows[index].place = LexiconPlace(file: origin.text, line: origin.line, isBuiltIn: false)
    }
    check.lookAtParents(rows) { own.contains("\($0.kind) \($0.id)") }
    check.lookForClashes(rows) { own.contains("\($0.kind) \($0.id)") }
    // What the tables compiled in have by themselves is not the user's doing.
    let before = Set(Self.builtIn().map(\.what))
    for fault in check.faults where !before.contains(fault.what) { report(fault.place, fault.rule, fault.what) }
  }

  /// Names that are given in one place and denied in another.
  private mutating func lookForShadows(_ entry: UserEntry, _ place: LexiconPlace, _ lexicon: Lexicon) {
    guard let kind = entry.kind.entityKind else { return }
    for denial in lexicon.denials.all where denial.kind == DeniableKind(kind) && denial.id == entry.id && denial.sentence == nil {
      if denial.name == nil { report(place, .shadowed, "all of \(entry.id), by \(denial.origin.text)") }
      for alias in entry.aliases where denial.name == NameKey(alias.text) {
        report(place, .shadowed, "“\(alias.text)” of \(entry.id), by \(denial.origin.text)")
      }
    }
  }
}

extension LexiconCheck.Row {
  /// What a user's entry gives by itself.
  init(_ entry: UserEntry, _ place: LexiconPlace) {
    let names = [entry["name"]].compactMap(\.self).filter { name in !entry.aliases.contains { $0.text == name } }.map { Alias($0) }
    self.init(
      kind: entry.kind.lexiconKind ?? .country, id: entry.id, aliases: entry.aliases + names, cues: entry.cues,
      country: entry["country"] ?? "",
      parent: entry["parent"] ?? "", chamber: entry.kind == .person ? entry["chamber"] ?? "" : "-", place: place)
  }
}

extension UserEntry.Kind {
  var lexiconKind: LexiconKind? {
    switch self {
    case .exchange: .exchange
    case .agency: .agency
    case .asset: .asset
    case .person: .legislator
    case .bill: .bill
    case .deny: nil
    }
  }
}
