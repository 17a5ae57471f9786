import RegulatoryModel

/// Finds legislation that a story gives neither number nor name, only a sponsor: "Senator Warren introduced legislation that would …".
struct UnnamedBills {
  let words: StoryWords
  /// By position.
  let sponsors: [Sponsor]
  /// Numbers and names already found, by position; general law left out.
  let mentions: [BillMention]
  /// Token: the sponsor whose name begins there, or ends before it.
  private let sponsorStarting: [Int: Int]
  private let sponsorEnding: [Int: Int]

  init(words: StoryWords, sponsors: [Sponsor], mentions: [BillMention]) {
    self.words = words
    self.sponsors = sponsors
    self.mentions = mentions
    sponsorStarting = Dictionary(sponsors.indices.map { (sponsors[$0].range.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    sponsorEnding = Dictionary(sponsors.indices.map { (sponsors[$0].range.upperBound, $0) }, uniquingKeysWith: { first, _ in first })
  }

  static let nouns = KeywordSet("bill legislation bills measure")
  static let verbs = KeywordSet(
    """
    introduce introduced introduces introducing reintroduce reintroduced reintroduces reintroducing file filed files filing unveil unveiled unveils
    unveiling propose proposed proposes proposing offer offered offers offering submit submitted submits submitting table tabled sponsor
    sponsored sponsors sponsoring author authored authors write wrote writing drafting draft drafted release released floated floats float announce announced
    announces announcing prepare prepares preparing bring brought brings bringing forward champion championing champions back
    """)
  private static let agents = KeywordSet("by from of")
  private static let participles = KeywordSet(
    "introduced sponsored authored written led proposed filed drafted championed offered put unveiled")
  private static let namingWords = KeywordSet("called known dubbed titled named entitled")
  private static let breakers = KeywordSet(
    "that which who against oppose opposes opposed opposing support supports supported passed pass vote voted")
  private static let possessive = WordKey.of("s")

  func find() -> [BillMention] {
    guard !sponsors.isEmpty, words.roles.contains(.billNoun) else { return [] }
    var found: [BillMention] = []
    for (number, sentence) in words.sentences.enumerated() where sentence.roles.contains(.billNoun) {
      let range = sentence.range
      for noun in range where words.tokens[noun].roles.contains(.billNoun) && !isTaken(noun) {
        guard let (sponsor, start) = sponsor(of: noun, in: range), !isNamed(noun, by: sponsor, in: range), !isNamedNext(number) else {
          continue
        }
        guard found.count < PlaceLimits.ofBills else {
          words.scan.cut()
          return found
        }
        let subject = BillTopics.topic(words, start..<range.upperBound) ?? BillTopics.topic(words, range) ?? "bill"
        found.append(
          BillMention(
            form: .unnamed(sponsor: sponsor.name, family: lastWord(sponsor.name), subject: subject), range: start..<noun + 1,
            rule: .unnamed,
            title: ""))
      }
    }
    return found
  }

  private func lastWord(_ name: String) -> String {
    let parts = name.split(separator: " ").filter { !["Jr.", "Sr.", "II", "III", "IV"].contains($0) }
    return parts.last.map(String.init) ?? name
  }

  private func isTaken(_ token: Int) -> Bool {
    let index = firstMention { $0.range.upperBound > token }
    return index < mentions.count && mentions[index].range.contains(token)
  }

  /// The first mention for which `holds`, given that it holds for all later ones.
  private func firstMention(where holds: (BillMention) -> Bool) -> Int {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if holds(mentions[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The indices of the mentions that begin within a stretch of tokens.
  private func mentions(in range: Range<Int>) -> Range<Int> {
    let low = firstMention { $0.range.lowerBound >= range.lowerBound }
    return low..<max(low, firstMention { $0.range.lowerBound >= range.upperBound })
  }

  // MARK: Sponsors

  /// Whose bill it is, and the first token of the phrase ("a new bill").
  private func sponsor(of noun: Int, in range: Range<Int>) -> (Sponsor, Int)? {
    var start = noun
    while start > range.lowerBound, noun - start < 8, words.tokens[start - 1].isWord || words.isMark(start - 1, "-"),
      !words.is(start - 1, Self.verbs), !words.is(start - 1, Self.breakers), !words.is(start - 1, Self.particles),
      person(ending: start) == nil,
      !words.is(start - 1, BillWords.modals),
      words.key(start - 1) != Self.possessive
    {
      start -= 1
    }
    // "Warren's bill", "Lummis and Gillibrand's bill"
    if words.key(start - 1) == Self.possessive, words.isMark(start - 2, "'"), let owner = person(ending: start - 2) {
      return (first(ofList: owner, in: range), start)
    }
    // "legislation by Senator X", "a bill introduced by Rep. Y"
    var next = noun + 1
    // "The bill, sponsored by Rep. X, would …", where no bill has been named that "the bill" could mean.
    let isFirst = (mentions.first?.range.lowerBound).map { $0 > noun } ?? true
    if words.isMark(next, ","), words.is(next + 1, Self.participles), isFirst || !isDefinite(start, noun) { next += 1 }
    if next < range.upperBound, words.is(next, Self.participles) { next += 1 }
    if next < range.upperBound, words.is(next, Self.agents), let agent = sponsorStarting[next + 1] {
      return (sponsors[agent], start)
    }
    // "Senator X introduced legislation", "brings in a bill"
    if words.is(start - 1, Self.particles), words.is(start - 2, Self.verbs) {
      return agent(before: start - 2, of: noun, from: start, in: range)
    }
    guard words.is(start - 1, Self.verbs), start - 1 >= range.lowerBound, !isDefinite(start, noun) else { return nil }
    return agent(before: start - 1, of: noun, from: start, in: range)
  }

  /// The person who is the subject of a verb.
  private func agent(before verb: Int, of noun: Int, from start: Int, in range: Range<Int>) -> (Sponsor, Int)? {
    var index = verb - 1
    while index >= range.lowerBound, verb - index < 27 {
      if let agent = person(ending: index + 1) { return (first(ofList: agent, in: range), start) }
      if words.isMark(index, ";") || words.isMark(index, ":") || words.is(index, Self.clauseBreaks) { return nil }
      // "She will introduce her own bill": the person named before.
      if words.is(index, Self.persons), let last = lastSponsor(before: index),
        words.sentenceOfToken[noun] - words.sentenceOfToken[last.range.lowerBound] <= 1
      {
        return (last, start)
      }
      index -= 1
    }
    return nil
  }

  private static let particles = KeywordSet("in forward back up out")
  private static let persons = KeywordSet("she he")
  private static let clauseBreaks = KeywordSet("after while when because although")

  /// "the bill" points back to one that is known.
  private func isDefinite(_ start: Int, _ noun: Int) -> Bool {
    (start..<noun).contains {
      words.key($0) == WordKey.of("the") || words.key($0) == WordKey.of("that") || words.key($0) == WordKey.of("this")
    }
  }

  private func person(ending end: Int) -> Sponsor? { sponsorEnding[end].map { sponsors[$0] } }

  private func lastSponsor(before token: Int) -> Sponsor? {
    var index = token
    while index > 0, token - index < 2 * StoryWords.longestSentence {
      if let found = sponsorEnding[index] { return sponsors[found] }
      index -= 1
    }
    return nil
  }

  /// "Senators Stabenow and Boozman": the first is the lead.
  private func first(ofList last: Sponsor, in range: Range<Int>) -> Sponsor {
    var lead = last
    while true {
      var before = lead.range.lowerBound - 1
      guard before >= range.lowerBound, words.key(before) == WordKey.of("and") || words.isMark(before, ",") else { return lead }
      if words.isMark(before - 1, ",") { before -= 1 }
      var end = beforeParty(before, in: range)
      if words.isMark(end - 1, ")") {
        while end > range.lowerBound, !words.isMark(end - 1, "(") { end -= 1 }
        end -= 1
      }
      guard end > range.lowerBound, let previous = person(ending: end) else { return lead }
      lead = previous
    }
  }

  /// Skips ", D-N.Y." backwards.
  private func beforeParty(_ end: Int, in range: Range<Int>) -> Int {
    for start in stride(from: end - 1, through: max(range.lowerBound, end - 6), by: -1)
    where words.is(start, SponsorFinder.parties) && words.isMark(start + 1, "-") && words.isMark(start - 1, ",") {
      return start - 1
    }
    return end
  }

  // MARK: Names that follow

  /// Whether the same sentence goes on to name the bill, or has named it: "S. 954, the Bitcoin purchase bill of Sen. Lummis".
  private func isNamed(_ noun: Int, by sponsor: Sponsor, in range: Range<Int>) -> Bool {
    let after = sponsor.range.lowerBound > noun ? max(noun + 1, sponsor.range.upperBound) : noun + 1
    return mentions(in: range).contains { index in
      let mention = mentions[index].range
      if mention.lowerBound > noun {
        let between = min(after, mention.lowerBound)..<mention.lowerBound
        return between.count <= 6 || between.contains { words.is($0, Self.namingWords) }
      }
      return mention.upperBound <= noun && noun - mention.upperBound <= 5 && words.isMark(mention.upperBound, ",")
    }
  }

  /// "The bill, called the X Act, …" or "The X Act would …" in one of the next two sentences; "They call it the X Act".
  private func isNamedNext(_ sentence: Int) -> Bool {
    for next in sentence + 1..<max(sentence + 1, min(sentence + 3, words.sentences.count)) {
      let range = words.sentences[next].range
      guard let index = mentions(in: range).first else { continue }
      return BillNaming.names(words, mentions[index].range, in: range)
    }
    return false
  }
}

/// Tells whether a sentence names the bill that the one before only spoke of.
enum BillNaming {
  private static let calling = KeywordSet("call calls called name names named dub dubs dubbed titled title known title entitled")
  private static let the = WordKey.of("the")

  /// "The CLARITY Act, H.R. 3633, would …", "The bill, known as the X Act, …", "They call it the X Act".
  static func names(_ words: StoryWords, _ mention: Range<Int>, in sentence: Range<Int>) -> Bool {
    let lead = Range.from(sentence.lowerBound, to: mention.lowerBound)
    if lead.count <= 1 || (lead.count == 2 && words.key(lead.lowerBound) == the) { return true }
    if (max(lead.lowerBound, lead.upperBound - 4)..<lead.upperBound).contains(where: { words.is($0, calling) }) { return true }
    return lead.count <= 9 && lead.contains { words.is($0, BillWords.bills) }
  }
}
