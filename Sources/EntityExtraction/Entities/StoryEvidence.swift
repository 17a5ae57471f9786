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
  private var countryCounts: [Int: Int] = [:]
  /// Rows named at least once by a name that can mean nothing else.
  private(set) var plainlyNamed: Set<RowKey> = []
  /// Rows named by a name that is theirs above all, but that others bear too ("Securities and Exchange Commission").
  private(set) var sharedlyNamed: Set<RowKey> = []
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
    mainCountry = countryCounts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }

  private func note(_ country: Int, _ span: Range<Int>, lead: Int, isImplied: Bool = false) {
    countries.append(CountryMention(span: span, country: country, isImplied: isImplied))
    countryCounts[country, default: 0] += span.lowerBound < lead && !isImplied ? 2 : 1
  }

  func notePlainName(_ target: LexiconTarget) {
    plainlyNamed.insert(RowKey(target))
    switch target.kind {
    case .exchange, .asset: crypto += 1
    case .agency: finance += 1
    case .bill, .legislator, .country: break
    }
  }

  func noteSharedName(_ target: LexiconTarget) {
    sharedlyNamed.insert(RowKey(target))
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

  func mentions(ofCountry country: Int) -> Int { countryCounts[country] ?? 0 }

  /// Whether the story is about matches and not about markets.
  var isAboutSport: Bool { sport >= 4 && sport > 2 * crypto && 2 * sport > finance }
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
