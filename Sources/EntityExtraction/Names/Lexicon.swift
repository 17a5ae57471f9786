import RegulatoryModel

/// What regwatch knows by name: the tables compiled in, extended and overruled by the user's, ready to be found in text.
///
/// A class because it is large, never changes once made, and is handed to every rule on every thread.
package final class Lexicon: Sendable {
  package let agencies: [AgencyRow]
  package let exchanges: [ExchangeRow]
  package let assets: [AssetRow]
  package let legislators: [LegislatorRow]
  package let bills: [BillRow]
  package let countries: [CountryRow]
  /// What the user denies.
  let denials: DenialFilter
  /// The user's entries that count.
  let userEntries: [UserEntry]
  let userOrigins: [LexiconOrigin]
  /// The user's entries that count, as one TOML text: what a library remembers its findings were made with.
  package let userText: String
  /// Begins `userText` where those who lead an exchange stand for it.
  static let peopleLine = "people = true"
  /// Tells two sets of user's entries apart; empty without any.
  package let userDigest: String
  /// Names that the user gave, with where.
  let userNames: [UserNameKey: LexiconOrigin]
  /// What is wrong with the user's files.
  package let problems: [Problem]

  private let automaton: AliasAutomaton
  private let forms: [AliasPatterns.Form]
  /// Pattern: its first form; one more than there are patterns.
  private let formStarts: [Int32]
  /// Pattern: its number among the cues, or -1.
  private let cueOfPattern: [Int32]
  /// The spellings of all forms.
  private let spellings: [UInt8]
  /// The cue words and what each speaks for.
  let cues: CueIndex

  let exchangeIDs: Set<String>
  /// How many rows all the tables have.
  let rowCount: Int
  /// Kind of row: how many rows the kinds before it have.
  private let rowStarts: [Int]
  /// Agency: the row of its country, or nil for bodies between countries.
  let countryOfAgency: [Int?]
  let unitedStates: Int?
  private let agenciesByTask: [Task: [Int]]
  /// Country: the country that it is a part of (`us-ny`: the United States), else itself.
  private let wholeOfCountry: [Int]

  /// The tables compiled into the program alone. Built once, at first use.
  package static let builtIn = Lexicon(LexiconTables.embedded, problems: [])

  init(_ tables: LexiconTables, problems: [Problem]) {
    agencies = tables.agencies
    exchanges = tables.exchanges
    assets = tables.assets
    legislators = tables.legislators
    bills = tables.bills
    countries = tables.countries
    self.problems = problems
    denials = DenialFilter(tables.denials)
    userEntries = tables.userEntries
    userOrigins = tables.userOrigins
    userText = (tables.namesPeople ? Self.peopleLine + "\n" : "") + tables.userEntries.map(\.text).joined(separator: "\n")
    userDigest = userText.isEmpty ? "" : String(FNV.hash(userText.utf8), radix: 36)
    userNames = tables.userNames
    cues = CueIndex(tables)
    let byCode = Dictionary(tables.countries.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    func row(_ code: String) -> Int? { byCode[code] ?? byCode[String(code.prefix { $0 != "-" })] }
    countryOfAgency = tables.agencies.map { row($0.country) }
    unitedStates = byCode["us"]
    var rowStarts: [Int] = []
    var rowCount = 0
    for kind in LexiconKind.allCases {
      rowStarts.append(rowCount)
      switch kind {
      case .agency: rowCount += tables.agencies.count
      case .exchange: rowCount += tables.exchanges.count
      case .asset: rowCount += tables.assets.count
      case .bill: rowCount += tables.bills.count
      case .legislator: rowCount += tables.legislators.count
      case .country: rowCount += tables.countries.count
      }
    }
    (self.rowStarts, self.rowCount) = (rowStarts, rowCount)
    exchangeIDs = Set(tables.exchanges.map(\.id))
    agenciesByTask = Dictionary(
      grouping: tables.agencies.indices,
      by: { Task(role: tables.agencies[$0].role, country: byCode[tables.agencies[$0].country] ?? -1) })
    wholeOfCountry = tables.countries.enumerated().map { byCode[String($1.code.prefix { $0 != "-" })] ?? $0 }
    var patterns = AliasPatterns()
    LexiconSpellings.addAll(of: tables, to: &patterns)
    for (number, cue) in cues.words.enumerated() { patterns.add(cue: cue, number: number) }
    let finished = patterns.finished()
    automaton = AliasAutomaton(finished)
    forms = finished.forms
    formStarts = finished.formStarts
    cueOfPattern = finished.cues
    spellings = finished.spellings
  }

  /// The number of a row among those of all tables.
  func rowNumber(_ target: LexiconTarget) -> Int { rowStarts[Int(target.kind.rawValue)] + target.index }

  // MARK: Finding

  /// Every name and cue word in the text, outside asides and addresses.
  func matches(in text: UnsafeBufferPointer<UInt8>, outside asides: [Range<Int>]) -> (hits: [AliasHit], cues: [CueHit], isCut: Bool) {
    var found: [AliasHit] = []
    var cueHits: [CueHit] = []
    var aside = 0
    var counts: [Int32] = []
    var isCut = false
    automaton.forEachMatch(in: text) { match in
      while aside < asides.count, asides[aside].upperBound <= match.span.lowerBound { aside += 1 }
      if aside < asides.count, asides[aside].lowerBound < match.span.upperBound { return }
      let cue = cueOfPattern[match.pattern]
      if cue >= 0 {
        if cueHits.count < PlaceLimits.ofCues { cueHits.append(CueHit(span: match.span, cue: cue)) } else { isCut = true }
      }
      if found.count >= PlaceLimits.uncounted {
        if counts.isEmpty { counts = [Int32](repeating: 0, count: cueOfPattern.count) }
        let most =
          found.count < PlaceLimits.ofAllNames ? PlaceLimits.ofOneName - PlaceLimits.uncounted : PlaceLimits.ofEachNameBeyond
        guard counts[match.pattern] < most else {
          isCut = isCut || formStarts[match.pattern] < formStarts[match.pattern + 1]
          return
        }
      }
      let targets = targets(of: match, in: text)
      guard !targets.isEmpty, !AddressFinder.holds(match.span, in: text) else { return }
      if !counts.isEmpty { counts[match.pattern] += 1 }
      found.append(AliasHit(span: match.span, targets: targets))
    }
    Self.keepLongest(of: &found)
    return (found, cueHits, isCut)
  }

  private func targets(of match: AliasAutomaton.Match, in text: UnsafeBufferPointer<UInt8>) -> [LexiconTarget] {
    var result: [LexiconTarget] = []
    for index in Int(formStarts[match.pattern])..<Int(formStarts[match.pattern + 1]) {
      guard let fit = fit(forms[index], match.span, text) else { continue }
      var targets = forms[index].targets
      if fit == .weakly { for index in targets.indices { targets[index].isWeak = true } }
      if match.isPlural { targets.removeAll { $0.kind != .asset && $0.kind != .bill } }
      if result.isEmpty { result = targets } else { for target in targets { AliasPatterns.merge(target, into: &result) } }
    }
    return result
  }

  private enum Fit { case fully, weakly }

  /// Whether the capitals of the text are those that the spelling needs.
  private func fit(_ form: AliasPatterns.Form, _ span: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Fit? {
    if form.rule == .any { return .fully }
    var spelling = Int(form.start)
    let end = Int(form.start + form.count)
    var hasCapitals = true
    var isAllUpper = true
    for position in span where LetterBytes.isLetter(text[position]) {
      while spelling < end, !LetterBytes.isLetter(spellings[spelling]) { spelling += 1 }
      guard spelling < end else { break }
      if !LetterBytes.isUpper(text[position]) {
        isAllUpper = false
        if LetterBytes.isUpper(spellings[spelling]) { hasCapitals = false }
      }
      spelling += 1
    }
    if hasCapitals || isAllUpper { return .fully }
    switch form.rule {
    case .any, .capitals, .allCapitals: return nil
    case .firstCapital: return LetterBytes.isUpper(text[span.lowerBound]) ? .fully : nil
    case .spokenAcronym: return LetterBytes.isUpper(text[span.lowerBound]) ? .weakly : nil
    }
  }

  /// Of names that overlap the longest, in the order of the text.
  private static func keepLongest(of found: inout [AliasHit]) {
    found.sort { ($0.span.lowerBound, $1.span.upperBound) < ($1.span.lowerBound, $0.span.upperBound) }
    var kept = 0
    for index in found.indices {
      let span = found[index].span
      if kept > 0, span.lowerBound < found[kept - 1].span.upperBound {
        if span.count > found[kept - 1].span.count { found.swapAt(kept - 1, index) }
      } else {
        if kept != index { found.swapAt(kept, index) }
        kept += 1
      }
    }
    found.removeSubrange(kept...)
  }

  private struct Task: Hashable {
    var role: AgencyRow.Role
    var country: Int
  }

  /// The agencies of one country with one role.
  func agencies(role: AgencyRow.Role, country: Int) -> [Int] { agenciesByTask[Task(role: role, country: country)] ?? [] }

  /// Whether two rows of `countries` are one country, or a state and its country.
  func isSameCountry(_ left: Int, _ right: Int) -> Bool { wholeOfCountry[left] == wholeOfCountry[right] }

  /// How large the automaton is.
  package var size: (patterns: Int, states: Int, bytes: Int) { (cueOfPattern.count, automaton.size.states, automaton.size.bytes) }
}
