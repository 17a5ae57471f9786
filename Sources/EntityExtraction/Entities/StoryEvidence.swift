import RegulatoryModel

/// What a story as a whole says of its subject: topics, countries, cue words, names given in full, definitions.
///
/// Made once for a story; the rules weigh each ambiguous name against it. A class because each weighing holds it.
final class StoryEvidence {
  let scan: TextScan
  let lexicon: Lexicon
  /// Cue: how often it occurs.
  let cueCounts: [UInt16]
  private(set) var crypto = 0
  private(set) var finance = 0
  private(set) var sport = 0
  /// Every place that names a country, an adjective of one, one of its towns or one of its bodies, in order.
  private(set) var countries: [CountryMention] = []
  /// The country that is named most often; those in the title or first paragraph count double.
  private(set) var mainCountry: Int?
  /// Country: how often it is named.
  private var countryCounts: [Int32]
  /// Rows named at least once by a name that can mean nothing else.
  private(set) var plainlyNamed: RowSet
  /// Rows named by a name that is theirs above all, but that others bear too ("Securities and Exchange Commission").
  private(set) var sharedlyNamed: RowSet
  /// Where the story was written: the place in capitals that begins it ("BANGKOK, July 3 - …").
  private(set) var datelineCountry: Int?
  let definitions: AcronymDefinitions

  struct CountryMention {
    var span: Range<Int>
    var country: Int
    /// A body of the country is named, and not the country itself.
    var isImplied = false
  }

  init(_ scan: TextScan, lexicon: Lexicon) {
    self.scan = scan
    self.lexicon = lexicon
    definitions = AcronymDefinitions(scan)
    countryCounts = [Int32](repeating: 0, count: lexicon.countries.count)
    plainlyNamed = RowSet(lexicon)
    sharedlyNamed = RowSet(lexicon)
    var cueCounts = [UInt16](repeating: 0, count: lexicon.cues.words.count)
    for hit in scan.cueHits {
      let cue = Int(hit.cue)
      cueCounts[cue] &+= cueCounts[cue] == .max ? 0 : 1
      let topics = lexicon.cues.topics[cue]
      if topics.isEmpty { continue }
      if topics.contains(.crypto) { crypto += 1 }
      if topics.contains(.finance) { finance += 1 }
      if topics.contains(.sport) { sport += 1 }
    }
    self.cueCounts = cueCounts
    let lead = scan.paragraphs.first { $0.lowerBound >= scan.story.bodyStart }?.upperBound ?? 0
    for hit in scan.hits {
      for target in hit.targets where target.kind == .country && !target.isWeak { note(target.index, hit.span, lead: lead) }
      if let bill = hit.targets.first, bill.kind == .bill, !bill.isWeak, lexicon.bills[bill.index].status == "crypto" { crypto += 1 }
      if hit.targets.count == 1, let only = hit.targets.first, only.kind == .agency, !only.isWeak,
        let country = lexicon.countryOfAgency[only.index]
      {
        note(country, hit.span, lead: lead, isImplied: true)
      }
    }
    datelineCountry = countries.first.flatMap { isDateline($0) ? $0.country : nil }
    var most: Int32 = 0
    for (country, count) in countryCounts.enumerated() where count > most {
      most = count
      mainCountry = country
    }
  }

  private func note(_ country: Int, _ span: Range<Int>, lead: Int, isImplied: Bool = false) {
    countries.append(CountryMention(span: span, country: country, isImplied: isImplied))
    countryCounts[country] += span.lowerBound < lead && !isImplied ? 2 : 1
  }

  func notePlainName(_ target: LexiconTarget) {
    plainlyNamed.insert(lexicon.rowNumber(target))
    switch target.kind {
    case .exchange, .asset: crypto += 1
    case .agency: finance += 1
    case .bill, .legislator, .country: break
    }
  }

  func noteSharedName(_ target: LexiconTarget) {
    sharedlyNamed.insert(lexicon.rowNumber(target))
    if target.kind == .agency { finance += 1 } else { crypto += 1 }
  }

  private func isDateline(_ mention: CountryMention) -> Bool {
    let start = scan.story.bodyStart
    guard !mention.isImplied, mention.span.lowerBound >= start, mention.span.lowerBound < start + 24,
      !scan.bytes[start..<mention.span.upperBound].contains(where: LetterBytes.isLower)
    else { return false }
    for position in mention.span.upperBound..<mention.span.upperBound + 48 {
      let isDash =
        scan[position] == 45 || (scan[position] == 0xE2 && scan[position + 1] == 0x80 && (0x93...0x94).contains(scan[position + 2]))
      if isDash, scan[position - 1] == 32 || scan[position - 1] == UInt8(ascii: ")") { return true }
      if scan[position] == 10 { return false }
    }
    return false
  }

  func mentions(ofCountry country: Int) -> Int { Int(countryCounts[country]) }

  /// Whether the story is about matches and not about markets.
  var isAboutSport: Bool { sport >= 4 && sport > 2 * crypto && 2 * sport > finance }
}

/// A set of the lexicon's rows, by their numbers.
struct RowSet {
  private var bits: [UInt64]
  private(set) var count = 0

  init(_ lexicon: Lexicon) { bits = [UInt64](repeating: 0, count: (lexicon.rowCount + 63) / 64) }

  func contains(_ row: Int) -> Bool { bits[row >> 6] & (1 << UInt64(row & 63)) != 0 }

  mutating func insert(_ row: Int) {
    if contains(row) { return }
    bits[row >> 6] |= 1 << UInt64(row & 63)
    count += 1
  }
}

/// A row of the lexicon.
struct RowKey: Hashable {
  var kind: LexiconKind
  var index: Int
  init(_ target: LexiconTarget) {
    kind = target.kind
    index = target.index
  }
}
