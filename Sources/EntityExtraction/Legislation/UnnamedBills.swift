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

  /// What was found, and which named bill a sponsor turned out to have brought in.
  struct Found {
    var mentions: [BillMention] = []
    /// Index of a named mention, and its sponsor.
    var sponsorOfNamed: [(mention: Int, sponsor: Sponsor)] = []
  }

  static let nouns = KeywordSet("bill legislation bills measure")
  static let verbs = KeywordSet(
    """
    introduce introduced introduces introducing reintroduce reintroduced reintroduces reintroducing file filed files filing unveil unveiled unveils
    unveiling propose proposed proposes proposing offer offered offers offering submit submitted submits submitting table tabled sponsor
    sponsored sponsors sponsoring author authored authors write wrote writing drafting draft drafted release released announce announced
    announces announcing prepare prepares preparing bring brought brings bringing forward champion championing champions back
    """)
  private static let agents = KeywordSet("by from of")
  private static let participles = KeywordSet(
    "introduced sponsored authored written led proposed filed drafted championed offered put unveiled")
  private static let naming = KeywordSet("called known dubbed titled named entitled as the")
  private static let namingWords = KeywordSet("called known dubbed titled named entitled")
  private static let breakers = KeywordSet(
    "that which who against oppose opposes opposed opposing support supports supported passed pass vote voted")
  private static let articles = KeywordSet("a new her his their another own similar")
  private static let possessive = WordKey.of("s")

  func find() -> Found {
    var result = Found()
    guard !sponsors.isEmpty else { return result }
    for (number, sentence) in words.sentences.enumerated() {
      let range = sentence.range
      for noun in range where words.is(noun, Self.nouns) && !isTaken(noun) {
        guard let (sponsor, start) = sponsor(of: noun, in: range) else { continue }
        if let named = named(noun, in: range) ?? namedNext(number, noun) {
          result.sponsorOfNamed.append((named, sponsor))
          continue
        }
        let family =
          words.tokens[sponsor.range.upperBound - 1].key == sponsor.family
          ? words.text(sponsor.range.upperBound - 1) : lastWord(sponsor.name)
        let subject = BillTopics.topic(words, start..<range.upperBound) ?? BillTopics.topic(words, range) ?? "bill"
        result.mentions.append(
          BillMention(
            form: .unnamed(
              sponsor: sponsor.name, family: lastWord(sponsor.name).isEmpty ? family : lastWord(sponsor.name), subject: subject),
            range: start..<noun + 1, rule: .unnamed, title: ""))
      }
    }
    return result
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
      !words.is(start - 1, Self.verbs), !words.is(start - 1, Self.breakers), person(ending: start) == nil,
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
    if next < range.upperBound, words.is(next, Self.participles) { next += 1 }
    if next < range.upperBound, words.is(next, Self.agents), let agent = sponsorStarting[next + 1] {
      return (sponsors[agent], start)
    }
    // "Senator X introduced legislation"
    guard words.is(start - 1, Self.verbs), start - 1 >= range.lowerBound, !isDefinite(start, noun) else { return nil }
    var index = start - 2
    var steps = 0
    while index >= range.lowerBound, steps < 26 {
      if let agent = person(ending: index + 1) { return (first(ofList: agent, in: range), start) }
      if words.isMark(index, ";") || words.isMark(index, ":") || words.is(index, Self.clauseBreaks) { return nil }
      // "She will introduce her own bill": the person of the sentence before.
      if words.is(index, Self.persons), let last = lastSponsor(before: index),
        words.sentenceOfToken[noun] - words.sentenceOfToken[last.range.lowerBound] <= 1
      {
        return (last, start)
      }
      index -= 1
      steps += 1
    }
    return nil
  }

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
      var end = before
      if words.isMark(end - 1, ")") {
        while end > range.lowerBound, !words.isMark(end - 1, "(") { end -= 1 }
        end -= 1
      }
      guard end > range.lowerBound, let previous = person(ending: end) else { return lead }
      lead = previous
    }
  }

  // MARK: Names that follow

  /// A bill that the same sentence goes on to name.
  private func named(_ noun: Int, in range: Range<Int>) -> Int? {
    let all = mentions(in: range)
    let after = all.first { index in
      let start = mentions[index].range.lowerBound
      guard start > noun else { return false }
      let between = noun + 1..<start
      return between.count <= 6 || between.contains { words.is($0, Self.namingWords) }
    }
    // "S. 954, the Bitcoin purchase bill of Sen. Lummis"
    return after
      ?? all.first { index in
        let end = mentions[index].range.upperBound
        return end <= noun && noun - end <= 5 && words.isMark(end, ",")
      }
  }

  /// "The bill, called the X Act, …" or "The X Act would …" in one of the next two sentences.
  private func namedNext(_ sentence: Int, _ noun: Int) -> Int? {
    for next in sentence + 1..<min(sentence + 3, words.sentences.count) where sentence + 1 < words.sentences.count {
      let range = words.sentences[next].range
      guard let index = mentions(in: range).first else { continue }
      let mention = mentions[index]
      let lead = range.lowerBound..<mention.range.lowerBound
      if lead.count <= 2, words.key(range.lowerBound) == WordKey.of("the") || lead.isEmpty { return index }
      if lead.count <= 9, lead.contains(where: { words.is($0, BillWords.bills) }),
        lead.contains(where: { words.is($0, Self.naming) || words.isMark($0, ",") })
      {
        return index
      }
      return nil
    }
    return nil
  }
}
