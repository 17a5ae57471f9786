import RegulatoryModel

/// What regwatch knows by name: the tables compiled in, extended and overruled by the user's, ready to be found in text.
package struct Lexicon: Sendable {
  package private(set) var agencies: [AgencyRow] = []
  package private(set) var exchanges: [ExchangeRow] = []
  package private(set) var assets: [AssetRow] = []
  package private(set) var legislators: [LegislatorRow] = []
  package private(set) var bills: [BillRow] = []
  package private(set) var countries: [CountryRow] = []
  /// What is wrong with the user's files.
  package private(set) var problems: [Problem] = []

  private var automaton: AliasAutomaton
  /// Pattern: its spellings.
  private var forms: [[AliasPatterns.Form]]
  /// Pattern: its number among the cues, or -1.
  private var cueOfPattern: [Int32]
  /// The cue words and what each speaks for.
  let cues: CueIndex

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
    cues = CueIndex(tables)
    var patterns = AliasPatterns()
    LexiconSpellings.addAll(of: tables, to: &patterns)
    for (number, cue) in cues.words.enumerated() { patterns.add(cue: cue, number: number) }
    let (keys, forms, cueOfPattern) = patterns.finished()
    automaton = AliasAutomaton(sortedPatterns: keys)
    self.forms = forms
    self.cueOfPattern = cueOfPattern
  }

  // MARK: Finding

  /// Every name and cue word in the text, outside asides and addresses.
  func matches(in text: UnsafeBufferPointer<UInt8>, outside asides: [Range<Int>]) -> (hits: [AliasHit], cues: [CueHit]) {
    var found: [AliasHit] = []
    var cueHits: [CueHit] = []
    var aside = 0
    automaton.forEachMatch(in: text) { match in
      while aside < asides.count, asides[aside].upperBound <= match.span.lowerBound { aside += 1 }
      if aside < asides.count, asides[aside].lowerBound < match.span.upperBound { return }
      let cue = cueOfPattern[match.pattern]
      if cue >= 0 { cueHits.append(CueHit(span: match.span, cue: cue)) }
      let targets = targets(of: match, in: text)
      guard !targets.isEmpty, !AddressFinder.holds(match.span, in: text) else { return }
      found.append(AliasHit(span: match.span, targets: targets))
    }
    return (Self.longest(of: &found), cueHits)
  }

  private func targets(of match: AliasAutomaton.Match, in text: UnsafeBufferPointer<UInt8>) -> [LexiconTarget] {
    var result: [LexiconTarget] = []
    for form in forms[match.pattern] {
      guard let fit = Self.fit(form, match.span, text) else { continue }
      var targets = form.targets
      if fit == .weakly { for index in targets.indices { targets[index].isWeak = true } }
      if match.isPlural { targets.removeAll { $0.kind != .asset && $0.kind != .bill } }
      if result.isEmpty { result = targets } else { for target in targets { AliasPatterns.merge(target, into: &result) } }
    }
    return result
  }

  private enum Fit { case fully, weakly }

  /// Whether the capitals of the text are those that the spelling needs.
  private static func fit(_ form: AliasPatterns.Form, _ span: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Fit? {
    if form.rule == .any { return .fully }
    var letter = 0
    var hasCapitals = true
    var isAllUpper = true
    var firstIsUpper = false
    for position in span where LetterBytes.isLetter(text[position]) {
      guard letter < form.capitals.count else { break }
      let isUpper = LetterBytes.isUpper(text[position])
      if letter == 0 { firstIsUpper = isUpper }
      if !isUpper {
        isAllUpper = false
        if form.capitals[letter] { hasCapitals = false }
      }
      letter += 1
    }
    if hasCapitals || isAllUpper { return .fully }
    switch form.rule {
    case .any, .capitals, .allCapitals: return nil
    case .firstCapital: return firstIsUpper ? .fully : nil
    case .spokenAcronym: return firstIsUpper ? .weakly : nil
    }
  }

  /// Of names that overlap the longest, in the order of the text.
  private static func longest(of found: inout [AliasHit]) -> [AliasHit] {
    found.sort { ($0.span.lowerBound, $1.span.upperBound) < ($1.span.lowerBound, $0.span.upperBound) }
    var kept: [AliasHit] = []
    kept.reserveCapacity(found.count)
    for hit in found {
      guard let last = kept.last, hit.span.lowerBound < last.span.upperBound else {
        kept.append(hit)
        continue
      }
      if hit.span.count > last.span.count { kept[kept.count - 1] = hit }
    }
    return kept
  }

  /// How large the automaton is.
  package var size: (patterns: Int, states: Int, bytes: Int) { (forms.count, automaton.size.states, automaton.size.bytes) }
}
