import RegulatoryModel

/// Tells which bill of an earlier Congress a bill brings back: from the lexicon's titles, and from what a story says.
struct Reintroductions: Sendable {
  /// Row: the id of the row before it.
  private let earlier: [Int: String]

  /// Two bills of different Congresses are one measure where their titles have the same words, apart from year and notes, and they
  /// began in the same chamber or have the same sponsor.
  init(_ rows: [BillRow]) {
    var byTitle: [[String]: [Int]] = [:]
    for (index, row) in rows.enumerated() where row.status != "general" && BillIdentities.congress(row) != nil {
      byTitle[Self.words(of: row.title), default: []].append(index)
    }
    var earlier: [Int: String] = [:]
    for namesakes in byTitle.values where namesakes.count > 1 {
      for row in namesakes {
        let before = namesakes.filter { Self.isBefore(rows[$0], rows[row]) }
        let latest = before.max {
          (BillIdentities.congress(rows[$0]) ?? 0, BillIdentities.number(rows[$0])) < (
            BillIdentities.congress(rows[$1]) ?? 0, BillIdentities.number(rows[$1])
          )
        }
        if let latest { earlier[row] = rows[latest].id }
      }
    }
    self.earlier = earlier
  }

  func predecessor(ofRow row: Int?) -> String? { row.flatMap { earlier[$0] } }

  private static func isBefore(_ one: BillRow, _ other: BillRow) -> Bool {
    guard let first = BillIdentities.congress(one), let second = BillIdentities.congress(other), first < second else { return false }
    if let chamber = chamber(one), let otherChamber = self.chamber(other) { return chamber == otherChamber }
    return !one.sponsor.isEmpty && one.sponsor == other.sponsor
  }

  /// `hr` of `us/118/hr/4763`; nil of a bill without a number.
  private static func chamber(_ row: BillRow) -> Substring? {
    let parts = row.id.split(separator: "/")
    return parts.count == 4 ? parts[2] : nil
  }

  /// "CBDC Anti-Surveillance State Act (September 2023)" and "Anti-CBDC Surveillance State Act of 2025" have the same.
  private static func words(of title: String) -> [String] {
    BillIdentities.plainTitle(title).lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter {
      $0 != "of" && $0 != "the" && !($0.count == 4 && Int($0) != nil)
    }.sorted()
  }

  // MARK: What stories say

  private static let again = KeywordSet(
    "reintroduced reintroduces reintroducing reintroduction introduced introduces introduction successor predecessor revives revived version"
  )
  private static let first = KeywordSet("first originally previously earlier initially re")
  private static let bare = KeywordSet("introduced introduces introduction version")
  private static let links = KeywordSet("as of to reintroduces revives")
  private static let articles = KeywordSet("the its")

  /// Group: the id of the bill that it brings back, as sentences with both of them say.
  ///
  /// Which of the two is the later their Congresses tell.
  static func told(in context: StageContext, ids: [String]) -> [Int: String] {
    var found: [Int: String] = [:]
    for (left, right) in zip(context.anchors, context.anchors.dropFirst()) where left.group != right.group {
      guard let one = context.traits[left.group].congress, let other = context.traits[right.group].congress, one != other,
        brings(context.words, left.range.upperBound, right.range.lowerBound)
      else { continue }
      let (later, before) = one > other ? (left.group, right.group) : (right.group, left.group)
      if found[later] == nil { found[later] = ids[before] }
    }
    return found
  }

  /// "… was first introduced in the 115th Congress as …", "… reintroduces …", "…, the successor to …".
  private static func brings(_ words: StoryWords, _ start: Int, _ end: Int) -> Bool {
    guard start < end, end - start <= 20, words.sentenceOfToken[start - 1] == words.sentenceOfToken[end] else { return false }
    var link = end - 1
    while link >= start, words.is(link, articles) { link -= 1 }
    guard link >= start, words.is(link, links) else { return false }
    return (start..<end).contains { at in
      guard words.is(at, again) else { return false }
      guard words.is(at, bare) else { return true }
      // "first introduced … as", "re-introduced as"; and "introduced in the 115th Congress as".
      return (max(start, at - 2)..<at).contains { words.is($0, first) }
        || (at..<end).contains { words.key($0) == BillNumberScanner.congressWord }
    }
  }
}
