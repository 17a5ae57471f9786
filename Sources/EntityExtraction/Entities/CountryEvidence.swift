/// Which country a body belongs to that shares its name with those of others (FSA, SFC, "finance ministry").
///
/// The country beside the name says it ("Japan’s FSA", "the Finance Ministry of Kenya"); else the nearest in the sentence, else
/// in the paragraph, else the one that the story names most.
struct CountryEvidence {
  enum Strength: Int {
    case beside, sentence, paragraph, story, mentioned
    var weight: Int {
      switch self {
      case .beside: 100
      case .sentence: 30
      case .paragraph: 20
      case .story: 18
      case .mentioned: 4
      }
    }
  }

  private let evidence: StoryEvidence
  private var beside: Int?
  private var sentence: [Int] = []
  private var paragraph: Set<Int> = []

  init(_ hit: AliasHit, _ evidence: StoryEvidence) {
    self.evidence = evidence
    let span = hit.span
    let near = evidence.scan.window(around: span)
    var nearest = Int.max
    for mention in evidence.countries[evidence.indices(of: near.paragraph)] {
      paragraph.insert(mention.country)
      guard near.sentence.contains(mention.span.lowerBound) else { continue }
      let distance =
        mention.span.lowerBound < span.lowerBound
        ? span.lowerBound - mention.span.upperBound : mention.span.lowerBound - span.upperBound + 8
      if distance < nearest {
        nearest = distance
        sentence.insert(mention.country, at: 0)
      } else {
        sentence.append(mention.country)
      }
      if !mention.isImplied, Self.stands(mention.span, beside: span, evidence.scan) { beside = mention.country }
    }
  }

  /// "Japan's", "Japanese", "UK" before the name; "of Japan", "in Japan", "(Japan)" after it.
  static func stands(_ country: Range<Int>, beside span: Range<Int>, _ scan: TextScan) -> Bool {
    if country.upperBound <= span.lowerBound {
      var position = country.upperBound
      if scan[position] == 39 { position += 1 }
      if scan[position] == 0xE2, scan[position + 2] == 0x99 { position += 3 }
      if scan[position] == UInt8(ascii: "s") { position += 1 }
      while position < span.lowerBound, LetterBytes.isBlank(scan[position]) { position += 1 }
      return position == span.lowerBound
    }
    var position = span.upperBound
    if scan[position] == 32 { position += 1 }
    if scan[position] == UInt8(ascii: "(") { position += 1 }
    for word: StaticString in ["of the ", "of ", "in the ", "in ", "for the "] where scan.reads(word, at: position) {
      position += word.utf8CodeUnitCount
      break
    }
    return position == country.lowerBound
  }

  /// How strongly the countries named speak for a body of this one; nil where they don't.
  func strength(for country: Int?) -> Strength? {
    guard let country else { return nil }
    if beside == country { return .beside }
    if beside != nil { return nil }
    if sentence.first == country { return .sentence }
    if sentence.contains(country) { return .paragraph }
    if paragraph.contains(country) { return sentence.isEmpty ? .paragraph : .mentioned }
    if evidence.mainCountry == country { return .story }
    return evidence.mentions(ofCountry: country) > 0 ? .mentioned : nil
  }

  /// Whether the country beside the name is another than this one.
  func contradicts(_ country: Int?) -> Bool {
    guard let beside, let country else { return false }
    // A state of the United States doesn't contradict a federal body, nor the country the state's.
    return beside != country && !evidence.lexicon.isSameCountry(beside, country)
  }
}

extension StoryEvidence {
  /// Whether the country that owns a body by genitive or adjective ("Canada’s Department of Justice") is another than its row's.
  func hasForeignOwner(_ hit: AliasHit, country: Int?) -> Bool {
    guard let country else { return false }
    let before = indices(of: max(0, hit.span.lowerBound - 40)..<hit.span.lowerBound)
    guard let mention = countries[before].last, !mention.isImplied, mention.span.upperBound <= hit.span.lowerBound,
      CountryEvidence.stands(mention.span, beside: hit.span, scan)
    else { return false }
    return mention.country != country && !lexicon.isSameCountry(mention.country, country)
  }

  /// The indices of the country mentions that begin within a range.
  func indices(of range: Range<Int>) -> Range<Int> {
    func first(_ offset: Int) -> Int {
      var low = 0
      var high = countries.count
      while low < high {
        let middle = (low + high) / 2
        if countries[middle].span.lowerBound >= offset { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let low = first(range.lowerBound)
    return low..<max(low, first(range.upperBound))
  }
}

extension TextScan {
  /// What counts as near a place: its sentence and its paragraph, each no further off than a few lines, so that the time stays
  /// linear where a text has no full stops.
  func window(around span: Range<Int>) -> (sentence: Range<Int>, paragraph: Range<Int>) {
    let sentence = sentence(at: span.lowerBound)
    let paragraph = paragraph(at: span.lowerBound)
    let nearest = max(sentence.lowerBound, span.lowerBound - 350)..<max(span.upperBound, min(sentence.upperBound, span.upperBound + 350))
    let near = max(paragraph.lowerBound, span.lowerBound - 1000)..<max(span.upperBound, min(paragraph.upperBound, span.upperBound + 1000))
    return (min(nearest.lowerBound, span.lowerBound)..<nearest.upperBound, min(near.lowerBound, span.lowerBound)..<near.upperBound)
  }
}
