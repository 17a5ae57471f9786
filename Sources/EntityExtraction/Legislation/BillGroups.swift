import RegulatoryModel

/// Settles which mentions of a story mean the same bill: by number, by name, by what stands side by side, by the lexicon.
struct BillGroups {
  let words: StoryWords
  let rows: [BillRow]
  /// `hr/3633`: the rows of that number, of whatever Congress.
  let rowsOfNumber: [String: [Int]]
  let mentions: [BillMention]
  private var parent: [Int]
  /// Root: the number of the group, once it has one.
  private var numberOfRoot: [Int: BillNumber] = [:]

  init(words: StoryWords, rows: [BillRow], rowsOfNumber: [String: [Int]], mentions: [BillMention]) {
    self.words = words
    self.rows = rows
    self.rowsOfNumber = rowsOfNumber
    self.mentions = mentions
    parent = Array(mentions.indices)
    for (index, mention) in mentions.enumerated() {
      if case .number(let number) = mention.form { numberOfRoot[index] = number }
    }
    joinNeighbours()
    joinCitation()
    joinNumbers()
    joinDefinitions()
    joinTitles()
    joinRows()
    joinUnnamed()
    // A parent stands before its children, so that one pass leads each of them to its root.
    for index in parent.indices { parent[index] = parent[parent[index]] }
  }

  /// The groups, each a list of mention indices in the order of the text; groups by their first mention.
  var groups: [[Int]] {
    var order: [Int] = []
    var members: [Int: [Int]] = [:]
    for index in mentions.indices {
      let root = root(index)
      if members[root] == nil { order.append(root) }
      members[root, default: []].append(index)
    }
    return order.map { members[$0] ?? [] }
  }

  func root(_ index: Int) -> Int {
    var index = index
    while parent[index] != index { index = parent[index] }
    return index
  }

  /// The root, with the way to it made half as long.
  private mutating func shortenedRoot(_ index: Int) -> Int {
    var index = index
    while parent[index] != index {
      parent[index] = parent[parent[index]]
      index = parent[index]
    }
    return index
  }

  @discardableResult
  private mutating func join(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (shortenedRoot(left), shortenedRoot(right))
    if a == b { return true }
    if let one = numberOfRoot[a], let other = numberOfRoot[b], !Self.isSame(one, other) { return false }
    let (low, high) = (min(a, b), max(a, b))
    parent[high] = low
    if numberOfRoot[low] == nil { numberOfRoot[low] = numberOfRoot[high] }
    return true
  }

  private static func isSame(_ one: BillNumber, _ other: BillNumber) -> Bool {
    guard one.kind.code == other.kind.code, one.number == other.number, one.state == nil || other.state == nil || one.state == other.state
    else {
      return false
    }
    return one.congress == nil || other.congress == nil || one.congress == other.congress
  }

  // MARK: Side by side

  private static let joints = KeywordSet(
    "the or known as also called dubbed titled formally so officially entitled better short for named act bill")
  private static let jointMarks: Set<UInt8> = Set(",()-:|\"'".utf8).union([WordToken.longDash])

  /// "H.R. 3633, the Digital Asset Market Clarity Act", "the CLARITY Act (H.R. 3633)", "FIT21 (the … Act)".
  private mutating func joinNeighbours() {
    for index in mentions.indices.dropLast() {
      let (left, right) = (mentions[index], mentions[index + 1])
      guard words.sentenceOfToken[left.range.lowerBound] == words.sentenceOfToken[right.range.lowerBound] else { continue }
      let between = left.range.upperBound..<max(left.range.upperBound, right.range.lowerBound)
      guard between.count <= 6, between.allSatisfy({ isJoint($0) }) else { continue }
      if left.isNumber == right.isNumber {
        guard !left.isNumber, !between.isEmpty else { continue }
        // Two names are one bill only where the second explains the first: in brackets, or "known as".
        let explains = words.isMark(between.lowerBound, "(") || between.contains { words.is($0, Self.explaining) }
        guard explains, sharesRow(left, right) != false || isShort(left) != isShort(right) else { continue }
      } else if let known = knownConflict(left, right), known {
        continue
      }
      // A number already has its name: "S. 1582, the GENIUS Act, H.R. 3633, the CLARITY Act".
      if right.isNumber, !words.isMark(between.first ?? -1, "("), hasNumber(index), between.count > 0 { continue }
      join(index, index + 1)
    }
  }

  private static let explaining = KeywordSet("known called dubbed formally officially short or titled")

  private func isJoint(_ token: Int) -> Bool {
    let token = words.tokens[token]
    return token.kind == .mark ? Self.jointMarks.contains(token.mark) : Self.joints.contains(token.key)
  }

  private func hasNumber(_ index: Int) -> Bool { numberOfRoot[root(index)] != nil }

  private func isShort(_ mention: BillMention) -> Bool { mention.title.utf8.count <= 14 }

  /// Whether two names share a row of the lexicon; nil where one is not in it.
  private func sharesRow(_ left: BillMention, _ right: BillMention) -> Bool? {
    guard case .known(let a, _) = left.form, case .known(let b, _) = right.form else { return nil }
    return !Set(a).isDisjoint(with: b)
  }

  /// Whether the lexicon knows both and says that they are two bills.
  private func knownConflict(_ left: BillMention, _ right: BillMention) -> Bool? {
    let (number, name) = left.isNumber ? (left, right) : (right, left)
    guard case .number(let bill) = number.form, case .known(let candidates, _) = name.form else { return nil }
    let named = candidates.filter { !rows[$0].number.isEmpty }
    // "S.J. Res. 28 (Congressional Review Act)": standing law is not the bill that uses it.
    if candidates.allSatisfy({ rows[$0].status == "general" }), !named.contains(where: { Self.key(rows[$0]) == Self.key(bill) }) {
      return true
    }
    guard !named.isEmpty, rowsOfNumber[Self.key(bill)] != nil else { return nil }
    // The number belongs to another bill of the lexicon, of the same Congress as the name's.
    if named.contains(where: { Self.key(rows[$0]) == Self.key(bill) }) { return false }
    return !words.isMark(left.range.upperBound, "(") && !words.isMark(left.range.upperBound, ",") && !words.isDash(left.range.upperBound)
      && left.range.upperBound != right.range.lowerBound
  }

  /// `hr/3633`, of a row or of a number in the text.
  static func key(_ row: BillRow) -> String {
    let parts = row.id.split(separator: "/")
    guard parts.count >= 2, Int(parts[parts.count - 1]) != nil else { return "-" + row.id }
    return parts.suffix(2).joined(separator: "/")
  }

  static func key(_ number: BillNumber) -> String { number.kind.code + "/" + String(number.number) }

  private static let citation = PhraseSet("may be cited as")

  /// "This Act may be cited as the X Act": in the text of a bill that is the bill itself, the first number of the document.
  private mutating func joinCitation() {
    guard let number = mentions.firstIndex(where: \.isNumber) else { return }
    for index in mentions.indices where !mentions[index].isNumber {
      let start = mentions[index].range.lowerBound
      let lead = max(words.sentence(of: start).lowerBound, start - 8)
      if Self.citation.first(in: words, lead..<start) != nil { join(number, index) }
    }
  }

  // MARK: The same everywhere

  private mutating func joinNumbers() {
    var seen: [String: [Int]] = [:]
    for index in mentions.indices {
      guard case .number(let number) = mentions[index].form else { continue }
      let key = Self.key(number)
      if let earlier = seen[key]?.first(where: { other in
        guard case .number(let bill) = mentions[other].form else { return false }
        return Self.isSame(number, bill)
      }) {
        join(earlier, index)
      } else {
        seen[key, default: []].append(index)
      }
    }
  }

  private mutating func joinDefinitions() {
    for index in mentions.indices {
      if case .defined(let mention) = mentions[index].form { join(mention, index) }
    }
  }

  /// The key of a title without article and year, so that "CLARITY Act of 2025" is the CLARITY Act.
  static func titleKey(_ words: StoryWords, _ range: Range<Int>) -> UInt64 {
    var key = WordKey.seed
    var end = range.upperBound
    if end - 1 > range.lowerBound, let year = words.integer(at: end - 1), (1850...2100).contains(year) {
      end -= 1
      while end - 1 > range.lowerBound, words.key(end - 1) == DateWords.of || words.isMark(end - 1, ",") { end -= 1 }
    }
    for index in range.lowerBound..<end where words.tokens[index].isWord || words.tokens[index].isNumber {
      if index == range.lowerBound, words.key(index) == WordKey.of("the") { continue }
      key = (key ^ words.tokens[index].key) &* 0x100_0000_01b3
    }
    return key
  }

  private static func year(_ words: StoryWords, _ range: Range<Int>) -> Int? {
    guard let last = range.last, let year = words.integer(at: last), (1850...2100).contains(year) else { return nil }
    return year
  }

  private mutating func joinTitles() {
    var seen: [UInt64: [Int]] = [:]
    for index in mentions.indices where !mentions[index].title.isEmpty {
      let key = Self.titleKey(words, mentions[index].range)
      let year = Self.year(words, mentions[index].range)
      // The latest before it with that name, unless the years differ.
      if let earlier = seen[key]?.last(where: { other in
        guard let year, let otherYear = Self.year(words, mentions[other].range) else { return true }
        return year == otherYear
      }) {
        join(earlier, index)
      }
      seen[key, default: []].append(index)
    }
    // A name that stands bare first and gets its number later.
    for indices in seen.values {
      guard let first = indices.first, !hasNumber(first), let numbered = indices.first(where: hasNumber) else { continue }
      if Self.year(words, mentions[first].range) == nil || Self.year(words, mentions[numbered].range) == nil
        || Self.year(words, mentions[first].range) == Self.year(words, mentions[numbered].range)
      {
        join(first, numbered)
      }
    }
  }

  /// Names that share a row of the lexicon; with the group whose number is that of one of the rows, where there is one.
  private mutating func joinRows() {
    var numbered: [String: [Int]] = [:]
    for (root, number) in numberOfRoot where self.root(root) == root { numbered[Self.key(number), default: []].append(root) }
    var byRow: [Int: Int] = [:]
    var done: Set<Int> = []
    for index in mentions.indices {
      guard case .known(let candidates, _) = mentions[index].form, let best = candidates.first, done.insert(root(index)).inserted else {
        continue
      }
      if !hasNumber(index) {
        // The nearest before, else the first after.
        let fitting = candidates.flatMap { numbered[Self.key(rows[$0])] ?? [] }
        if let nearest = fitting.filter({ $0 < index }).max() ?? fitting.min() { join(nearest, index) }
      }
      if let other = byRow[best] { join(other, index) } else { byRow[best] = index }
    }
  }

  /// Two unnamed bills of one sponsor in one story are one.
  private mutating func joinUnnamed() {
    var byFamily: [String: Int] = [:]
    for index in mentions.indices {
      guard case .unnamed(_, let family, _) = mentions[index].form else { continue }
      if let first = byFamily[family] { join(first, index) } else { byFamily[family] = index }
    }
  }
}
