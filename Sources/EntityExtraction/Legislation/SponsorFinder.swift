import RegulatoryModel

/// A person who can bring in a bill, where the story names one.
struct Sponsor: Sendable, Equatable {
  /// Tokens of title and name.
  var range: Range<Int>
  /// The full name where the lexicon or the story has it, else what the text gives.
  var name: String
  /// Key of the family name.
  var family: UInt64
}

/// Finds legislators: by title ("Sen. Bill Hagerty"), by party and state ("Warren (D-MA)"), by the lexicon, and by family name alone
/// after one of these.
struct SponsorFinder {
  let words: StoryWords
  let legislators: LegislatorTable

  static let senateTitles = KeywordSet("sen sens senator senators")
  static let houseTitles = KeywordSet("rep reps representative representatives congressman congresswoman congressmen")
  static let otherTitles = KeywordSet(
    """
    assemblymember assemblyman assemblywoman assemblymembers delegate mp mep mps chairman chairwoman chair chairs member whip leader speaker
    governor gov general lord lady baroness baron congressmember lawmaker legislator comptroller commissioner
    """)
  private static let notNames = KeywordSet(
    """
    introduces introduced reintroduces files filed unveils unveiled proposes proposed offers plans wants says said backs signs signed vetoes will and
    passes is has bill act house senate committee legislation urges announces to the of calls pushes
    """)
  static let parties = KeywordSet("r d i")

  func sponsors() -> [Sponsor] {
    var found: [Sponsor] = []
    for hit in words.scan.hits {
      guard let target = hit.targets.first(where: { $0.kind == .legislator && !$0.isWeak }), found.count < PlaceLimits.ofSponsors else {
        continue
      }
      let range = words.tokens(in: hit.span)
      guard !range.isEmpty else { continue }
      let row = legislators.rows[target.index]
      found.append(Sponsor(range: withTitle(range), name: row.name, family: LegislatorTable.familyKey(row.family)))
    }
    var taken = TokenMarks(count: words.tokens.count)
    for sponsor in found { for token in sponsor.range { taken[token] = true } }
    for (number, sentence) in words.sentences.enumerated() {
      // The brackets of a party may begin the next line: "Warren\n(D-MA)".
      let hasParty = sentence.roles.contains(.party) || words.sentences[safe: number + 1]?.roles.contains(.party) == true
      guard hasParty || !sentence.roles.isDisjoint(with: [.personTitle, .courtesyTitle]) else { continue }
      if found.count >= PlaceLimits.ofSponsors {
        words.scan.cut()
        break
      }
      var index = sentence.range.lowerBound
      while index < sentence.range.upperBound {
        let token = words.tokens[index]
        if token.isWord, token.isCapitalised, !taken[index],
          let sponsor = titled(at: index) ?? (hasParty ? partied(at: index) : nil)
        {
          if !sponsor.range.contains(where: { taken[$0] }) {
            for token in sponsor.range { taken[token] = true }
            found.append(sponsor)
          }
          index = sponsor.range.upperBound
          continue
        }
        index += 1
      }
    }
    addOwners(to: &found, &taken)
    addFamilies(to: &found, taken)
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  // MARK: Titles

  private func withTitle(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    if words.isMark(low - 1, ".") { low -= 1 }
    if isTitle(low - 1) { return low - 1..<range.upperBound }
    return range
  }

  private func isTitle(_ index: Int) -> Bool {
    words.roles(index).contains(.personTitle)
  }

  static let courtesy = KeywordSet("mr mrs ms")
  private static let introduced = WordKey.of("introduced")

  /// "Mr. Rose introduced the following bill"
  private func isIntroducer(_ index: Int) -> Bool {
    words.roles(index).contains(.courtesyTitle)
      && words.sentence(of: index).contains { words.key($0) == Self.introduced && $0 - index < 60 && $0 > index }
  }

  private func titled(at index: Int) -> Sponsor? {
    guard isTitle(index) || isIntroducer(index) else { return nil }
    var next = index + 1
    if words.isMark(next, ".") { next += 1 }
    let sentence = words.sentence(of: index)
    guard let end = nameEnd(from: next, before: sentence.upperBound) else { return nil }
    let chamber = words.is(index, Self.senateTitles) ? "senate" : words.is(index, Self.houseTitles) ? "house" : ""
    return sponsor(index..<end, name: next..<end, chamber: chamber)
  }

  /// "Warren (D-MA)", "Glenn Thompson (R-PA)".
  private func partied(at index: Int) -> Sponsor? {
    let sentence = words.sentence(of: index)
    guard let end = nameEnd(from: index, before: sentence.upperBound), words.isMark(end, "("), words.is(end + 1, Self.parties),
      words.isMark(end + 2, "-")
    else {
      return nil
    }
    return sponsor(index..<end, name: index..<end, chamber: "")
  }

  /// The end of a run of capitalised words with initials: "John J. Ray III".
  private func nameEnd(from start: Int, before end: Int) -> Int? {
    var index = start
    var count = 0
    while index < end, count < 4 {
      let token = words.tokens[index]
      guard token.isWord, token.isCapitalised, !Self.notNames.contains(token.key), !isTitle(index) else {
        break
      }
      index += 1
      count += 1
      if token.span.count == 1 || token.isDotted, words.isMark(index, ".") { index += 1 }
      while words.isMark(index, "-") || words.isMark(index, "'"), let next = words.tokens[safe: index + 1], !next.followsSpace,
        next.isCapitalised, index + 1 < end
      {
        index += 2
      }
    }
    return count > 0 ? index : nil
  }

  private func sponsor(_ range: Range<Int>, name: Range<Int>, chamber: String) -> Sponsor? {
    guard
      let last = name.last(where: {
        words.tokens[$0].isWord && words.tokens[$0].span.count > 1 && !LegislatorTable.suffixes.contains(words.tokens[$0].key)
      })
    else { return nil }
    let family = words.tokens[last].key
    if name.count == 1, let row = legislators.only(family: family, chamber: chamber, state: state(after: range.upperBound)) {
      return Sponsor(range: range, name: row.name, family: family)
    }
    return Sponsor(range: range, name: words.text(name), family: family)
  }

  /// The state of "(D-MA)" after a name.
  private func state(after index: Int) -> String? {
    guard words.isMark(index, "("), words.is(index + 1, Self.parties), words.isMark(index + 2, "-"),
      let token = words.tokens[safe: index + 3]
    else {
      return nil
    }
    return words.scan.text(token.span)
  }

  // MARK: Family names

  private static let possessive = WordKey.of("s")

  /// "Hagerty's stablecoin bill": a legislator's family name alone, where it owns a bill on crypto.
  private func addOwners(to found: inout [Sponsor], _ taken: inout TokenMarks) {
    guard words.roles.contains(.billNoun) else { return }
    for sentence in words.sentences where sentence.roles.contains(.billNoun) {
      for noun in sentence.range where words.tokens[noun].roles.contains(.billNoun) {
        var owner = noun - 1
        while owner > sentence.range.lowerBound, noun - owner <= 5, words.key(owner) != Self.possessive || !words.isMark(owner - 1, "'") {
          owner -= 1
        }
        let name = owner - 2
        guard owner + 1 < noun, BillTopics.topic(words, owner + 1..<noun) != nil, words.key(owner) == Self.possessive,
          words.isMark(owner - 1, "'"), name >= sentence.range.lowerBound,
          !taken[name],
          words.tokens[name].isCapitalised, legislators.knows(family: words.tokens[name].key),
          name == sentence.range.lowerBound || !words.tokens[name - 1].isCapitalised
        else { continue }
        add(name, to: &found, &taken)
        // "Boozman and Booker's bill": the first leads.
        if words.key(name - 1) == Self.and, name - 2 >= sentence.range.lowerBound, !taken[name - 2], words.tokens[name - 2].isCapitalised,
          legislators.knows(family: words.tokens[name - 2].key)
        {
          add(name - 2, to: &found, &taken)
        }
      }
    }
  }

  private static let and = WordKey.of("and")

  private func add(_ name: Int, to found: inout [Sponsor], _ taken: inout TokenMarks) {
    taken[name] = true
    let row = legislators.only(family: words.tokens[name].key, chamber: "", state: nil)
    found.append(Sponsor(range: name..<name + 1, name: row?.name ?? words.text(name), family: words.tokens[name].key))
  }

  /// "Warren" alone, once the story has introduced her.
  private func addFamilies(to found: inout [Sponsor], _ taken: TokenMarks) {
    var names: [UInt64: String] = [:]
    for sponsor in found where names[sponsor.family] == nil || sponsor.name.contains(" ") { names[sponsor.family] = sponsor.name }
    guard !names.isEmpty else { return }
    for index in words.tokens.indices where found.count < PlaceLimits.ofSponsors {
      let token = words.tokens[index]
      guard token.isCapitalised, let name = names[token.key], !taken[index] else { continue }
      // "Digital Warren Trust": another name.
      if index > 0, words.tokens[index - 1].isCapitalised, words.tokens[index - 1].isWord,
        words.sentenceOfToken[index - 1] == words.sentenceOfToken[index],
        !isTitle(index - 1)
      {
        continue
      }
      found.append(Sponsor(range: index..<index + 1, name: name, family: token.key))
    }
    for number in found.indices where !found[number].name.contains(" ") {
      if let name = names[found[number].family] { found[number].name = name }
    }
  }
}

/// The lexicon's legislators, by family name.
struct LegislatorTable: Sendable {
  let rows: [LegislatorRow]
  private let byFamily: [UInt64: [Int]]

  static let suffixes = KeywordSet("jr sr ii iii iv")

  static func familyKey(_ family: String) -> UInt64 { WordKey.of(family.split(separator: " ").last.map(String.init) ?? family) }

  init(_ rows: [LegislatorRow]) {
    self.rows = rows
    var table: [UInt64: [Int]] = [:]
    for (index, row) in rows.enumerated() { table[Self.familyKey(row.family), default: []].append(index) }
    byFamily = table
  }

  func knows(family: UInt64) -> Bool { byFamily[family] != nil }

  /// The one legislator of that family name, chamber and state; nil where several fit.
  func only(family: UInt64, chamber: String, state: String?) -> LegislatorRow? {
    var fitting = byFamily[family]?.map { rows[$0] } ?? []
    if !chamber.isEmpty { fitting.removeAll { $0.chamber != chamber } }
    if let state, fitting.count > 1 { fitting.removeAll { $0.state != state } }
    return fitting.count == 1 ? fitting.first : nil
  }
}
