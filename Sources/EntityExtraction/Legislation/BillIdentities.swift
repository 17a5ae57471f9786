import RegulatoryModel

/// Gives each group of mentions its id, number, title and jurisdiction.
struct BillIdentities {
  let words: StoryWords
  let rows: [BillRow]
  let rowsOfNumber: [String: [Int]]
  let places: StoryPlaces
  let mentions: [BillMention]
  /// The only Congress that the story names; nil where it names none, or several.
  private let storyCongress: Int?

  init(words: StoryWords, rows: [BillRow], rowsOfNumber: [String: [Int]], places: StoryPlaces, mentions: [BillMention]) {
    self.words = words
    self.rows = rows
    self.rowsOfNumber = rowsOfNumber
    self.places = places
    self.mentions = mentions
    storyCongress = Self.onlyCongress(words)
  }

  struct Identity {
    var finding: BillFinding
    var traits: BillTraits
    var row: Int?
  }

  func identity(of group: [Int]) -> Identity {
    let number = number(of: group)
    let row = row(of: group, number: number)
    var finding: BillFinding
    if let row {
      finding = known(row, group, number)
    } else if let number {
      finding = numbered(number, group)
    } else if case .unnamed(let sponsor, let family, let subject) = mentions[group[0]].form {
      finding = BillFinding(
        id: "us/unnamed/\(Self.slug(family))/\(subject)", sponsor: sponsor, jurisdiction: "us", mentions: [])
    } else {
      finding = named(group)
    }
    finding.aliases = aliases(of: group, finding, row)
    let isAmerican = finding.jurisdiction == "us" || finding.jurisdiction.hasPrefix("us-")
    let code = number == nil ? finding.id.split(separator: "/").dropLast().last.map(String.init) : nil
    let kind = number?.kind ?? code.flatMap { BillNumber.federal($0) ?? BillNumber.state($0) }
    let isResolution =
      (number?.kind.code ?? code)?.hasSuffix("res") ?? false || group.contains { mentions[$0].title.hasSuffix("resolution") }
    var traits = BillTraits(isAmerican: isAmerican, beganInHouse: isAmerican ? kind?.isHouse : nil, isResolution: isResolution)
    traits.isGeneral =
      row.map { rows[$0].status == "general" && number == nil } ?? (finding.id.hasPrefix("eu/reg/") || finding.id.hasPrefix("eu/dir/"))
    if let congress = Self.congress(ofID: finding.id) {
      traits.congress = congress
    } else if let row, finding.id.hasPrefix("us/named/") {
      traits.congress = Self.congress(rows[row])
    }
    return Identity(finding: finding, traits: traits, row: row)
  }

  private func number(of group: [Int]) -> BillNumber? {
    var best: BillNumber?
    for index in group {
      guard case .number(let number) = mentions[index].form else { continue }
      if best == nil { best = number }
      if best?.congress == nil { best?.congress = number.congress }
      if best?.state == nil { best?.state = number.state }
    }
    return best
  }

  // MARK: Rows

  /// The lexicon's row for a group: by number and Congress, by year, by country, by the Congress of the story's day.
  private func row(of group: [Int], number: BillNumber?) -> Int? {
    var candidates: [Int] = []
    for index in group {
      if case .known(let rows, _) = mentions[index].form { for row in rows where !candidates.contains(row) { candidates.append(row) } }
    }
    if let number {
      let numbered = (rowsOfNumber[BillGroups.key(number)] ?? []).filter { row in
        guard number.kind.isFederal == (rows[row].jurisdiction == "us") else { return false }
        return number.state.map { rows[row].jurisdiction == "us-" + $0 } ?? true
      }
      if let congress = number.congress { return numbered.first { Self.congress(rows[$0]) == congress } }
      if let both = numbered.first(where: candidates.contains) { return both }
      if !number.kind.isFederal { return numbered.first }
      let now = congress(of: group)
      // A story on a bill of the last Congress may name one of this: the number tells which.
      let today = Congress.number(on: words.scan.story.date)
      return numbered.first { Self.congress(rows[$0]) == now } ?? numbered.first { Self.congress(rows[$0]) == today }
        ?? numbered.first { Self.congress(rows[$0]).map { now - $0 == 1 } == true && sharesWords(rows[$0].title, titles(of: group)) }
    }
    guard let first = candidates.first else { return nil }
    if candidates.count == 1 { return first }
    // "of 2023" in the text
    if let year = year(of: group),
      let dated = candidates.first(where: { rows[$0].title.contains(String(year)) || rows[$0].id.contains(String(year)) })
    {
      return dated
    }
    let jurisdictions = Set(candidates.map { rows[$0].jurisdiction })
    if jurisdictions.count > 1, let here = places.jurisdiction(near: mentions[group[0]].range.lowerBound) {
      if let local = candidates.first(where: { rows[$0].jurisdiction == here || rows[$0].jurisdiction.hasPrefix(here + "-") }) {
        return local
      }
    }
    let now = congress(of: group)
    let firm = candidates.filter { isFirm($0, in: group) }
    // Of namesakes of one Congress the last introduced carries on what the others began.
    let current = (firm.isEmpty ? candidates : firm).filter { Self.congress(rows[$0]) == now }
    if !current.isEmpty, !firm.isEmpty { return current[0] }
    let sponsored = current.filter(isSponsorNamed)
    if let latest = (sponsored.isEmpty ? current : sponsored).max(by: { Self.number(rows[$0]) < Self.number(rows[$1]) }) { return latest }
    if let only = firm.first, firm.count == 1 { return only }
    let past = candidates.filter { (Self.congress(rows[$0]) ?? 0) <= now && Self.congress(rows[$0]) != nil }
    return past.max { (Self.congress(rows[$0]) ?? 0, -$0) < (Self.congress(rows[$1]) ?? 0, -$1) } ?? first
  }

  /// Whether a number's name in the text could be that of a row of the last Congress: no name, or two long words in common.
  private func sharesWords(_ title: String, _ names: [String]) -> Bool {
    guard !names.isEmpty else { return true }
    func long(_ text: String) -> Set<UInt64> { Set(text.split { !$0.isLetter }.filter { $0.count > 4 }.map(WordKey.of)) }
    return names.contains { long($0).intersection(long(title)).count >= 2 }
  }

  /// Whether the text has a name that means this row by itself.
  private func isFirm(_ row: Int, in group: [Int]) -> Bool {
    group.contains { index in
      let span = words.span(mentions[index].range)
      return words.scan.hits(in: span).contains { hit in hit.targets.contains { $0.kind == .bill && $0.index == row && !$0.isWeak } }
    }
  }

  /// Whether the story names the sponsor of a row: then of two namesakes it means that sponsor's.
  private func isSponsorNamed(_ row: Int) -> Bool {
    guard let family = Self.family(rows[row].sponsor) else { return false }
    return words.tokens.contains { $0.key == family && $0.isCapitalised }
  }

  private static func family(_ sponsor: String) -> UInt64? {
    let parts = sponsor.split(separator: " ").filter { !LegislatorTable.suffixes.contains(WordKey.of($0.filter { $0 != "." })) }
    return parts.last.map { WordKey.of($0) }
  }

  static func number(_ row: BillRow) -> Int { row.id.split(separator: "/").last.flatMap { Int($0) } ?? 0 }

  /// By the id: `us/118/hr/4763`, or `us/named/…-2025` of a bill without a number.
  static func congress(_ row: BillRow) -> Int? {
    let parts = row.id.split(separator: "/")
    guard parts.count > 2, parts[0] == "us" else { return nil }
    if parts.count == 4 { return Int(parts[1]) }
    guard parts[1] == "named", let year = parts[2].split(separator: "-").last.flatMap({ Int($0) }), (1900...2100).contains(year) else {
      return nil
    }
    return (year - 1789) / 2 + 1
  }

  /// The Congress of a federal id: `us/119/hr/3633`.
  private static func congress(ofID id: String) -> Int? {
    guard id.hasPrefix("us/") else { return nil }
    let digits = id.utf8.dropFirst(3).prefix { $0 != UInt8(ascii: "/") }
    guard (1...4).contains(digits.count), digits.allSatisfy(LetterBytes.isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// The Congress that a group speaks of: by the year in its name, by the only Congress the story names, by the story's day.
  private func congress(of group: [Int]) -> Int {
    if let year = year(of: group) { return (year - 1789) / 2 + 1 }
    let today = Congress.number(on: words.scan.story.date)
    guard let storyCongress else { return today }
    // "H.R. 3533 was first introduced in the 115th Congress as H.R. 6974": that Congress is the other one's.
    return isBesideNumber(of: storyCongress, group) ? today : storyCongress
  }

  /// Whether the sentence of the group's first number gives the Congress to another number.
  private func isBesideNumber(of congress: Int, _ group: [Int]) -> Bool {
    guard let first = group.first(where: { mentions[$0].isNumber }) else { return false }
    let sentence = words.sentenceOfToken[mentions[first].range.lowerBound]
    let near = mentions[max(0, first - 8)..<min(mentions.count, first + 9)]
    return near.contains { other in
      guard case .number(let number) = other.form else { return false }
      return number.congress == congress && words.sentenceOfToken[other.range.lowerBound] == sentence
    }
  }

  private static func onlyCongress(_ words: StoryWords) -> Int? {
    guard words.roles.contains(.congress) else { return nil }
    var found: Set<Int> = []
    for sentence in words.sentences where sentence.roles.contains(.congress) {
      for index in sentence.range
      where index > 0 && words.tokens[index].key == BillNumberScanner.congressWord && words.tokens[index - 1].isWord {
        let text = words.text(index - 1)
        if let number = Int(text.prefix { $0.isNumber }), (90...140).contains(number) { found.insert(number) }
      }
    }
    return found.count == 1 ? found.first : nil
  }

  private func year(of group: [Int]) -> Int? {
    for index in group {
      let title = mentions[index].title
      guard title.utf8.count > 5, let year = Int(title.suffix(4)), (1900...2100).contains(year) else { continue }
      return year
    }
    return nil
  }

  func isGeneral(_ group: [Int]) -> Bool { row(of: group, number: number(of: group)).map { rows[$0].status == "general" } ?? false }

  /// The family name of the sponsor that the lexicon knows.
  func sponsorFamily(of group: [Int]) -> UInt64? {
    row(of: group, number: number(of: group)).flatMap { Self.family(rows[$0].sponsor) }
  }

  // MARK: Findings

  private func known(_ row: Int, _ group: [Int], _ number: BillNumber?) -> BillFinding {
    let known = rows[row]
    return BillFinding(
      id: known.id, number: known.number.isEmpty ? number?.printed : known.number, title: Self.plainTitle(known.title),
      sponsor: known.sponsor.isEmpty ? nil : known.sponsor, jurisdiction: known.jurisdiction, mentions: [])
  }

  private func numbered(_ number: BillNumber, _ group: [Int]) -> BillFinding {
    let title = titles(of: group).max { $0.utf8.count < $1.utf8.count }
    if number.kind.isFederal {
      let congress = number.congress ?? congress(of: group)
      return BillFinding(
        id: "us/\(congress)/\(number.kind.code)/\(number.number)", number: number.printed, title: title, aliases: [], jurisdiction: "us",
        mentions: [])
    }
    let year = words.scan.story.date.year
    let place = number.state.map { "us-" + $0 } ?? "us"
    return BillFinding(
      id: "\(place)/\(year)/\(number.kind.code)/\(number.number)", number: number.printed, title: title, aliases: [], jurisdiction: place,
      mentions: [])
  }

  private func named(_ group: [Int]) -> BillFinding {
    let title = titles(of: group).max { $0.utf8.count < $1.utf8.count } ?? words.text(mentions[group[0]].range)
    if let id = Self.europeanID(title) {
      return BillFinding(id: id, number: title, title: nil, aliases: [], jurisdiction: "eu", mentions: [])
    }
    if title.hasPrefix("Bill C-") || title.hasPrefix("Bill S-") {
      return BillFinding(id: "ca/named/\(Self.slug(title))", number: title, title: nil, aliases: [], jurisdiction: "ca", mentions: [])
    }
    let isEuropean = title.hasSuffix("Regulation") || title.hasSuffix("Directive")
    let place =
      isEuropean ? "eu" : isCitedAsAmerican(group) ? "us" : places.jurisdiction(near: mentions[group[0]].range.lowerBound) ?? "us"
    return BillFinding(id: "\(place)/named/\(Self.slug(title))", title: title, aliases: [], jurisdiction: place, mentions: [])
  }

  private static let americanCodes = KeywordSet("usc stat pub public")

  /// "the Small Business Act (15 U.S.C. 632)": a law of the United States, whatever country the sentence names.
  private func isCitedAsAmerican(_ group: [Int]) -> Bool {
    group.contains { index in
      let end = mentions[index].range.upperBound
      return (end..<min(words.tokens.count, end + 6)).contains { words.is($0, Self.americanCodes) && words.tokens[$0].isCapitalised }
    }
  }

  /// `eu/reg/2023/1114` of "Regulation (EU) 2023/1114"; up to 2014 the number stood before the year: "Regulation (EU) No 575/2013".
  static func europeanID(_ title: String) -> String? {
    guard title.contains("(EU)") || title.contains("(EC)") || title.hasSuffix("/EU") || title.hasSuffix("/EC") else { return nil }
    var numbers = title.split { !$0.isNumber }.map(String.init)
    guard numbers.count >= 2 else { return nil }
    if title.contains(" No ") || title.contains(" No. "), numbers[1].count == 4 { numbers.swapAt(0, 1) }
    return "eu/\(title.hasPrefix("D") ? "dir" : "reg")/\(numbers[0])/\(numbers[1])"
  }

  private func titles(of group: [Int]) -> [String] {
    var titles: [String] = []
    var known: Set<String> = []
    for index in group where !mentions[index].title.isEmpty && known.insert(mentions[index].title).inserted {
      titles.append(mentions[index].title)
    }
    return titles
  }

  /// The names of the text first, then the lexicon's.
  private func aliases(of group: [Int], _ finding: BillFinding, _ row: Int?) -> [String] {
    var aliases = titles(of: group)
    if let row {
      for alias in rows[row].aliases where !aliases.contains(alias.text) { aliases.append(alias.text) }
    }
    aliases.removeAll { $0 == finding.title || $0 == finding.number }
    return aliases
  }
}
