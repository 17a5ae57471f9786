import RegulatoryModel

/// Knows bills by the number of the law they became: "Public Law 119–27", "Pub. L. No. 119-27", "P.L. 119-27".
struct PublicLaws: Sendable {
  /// `119-27`: the rows of the bill that became it.
  private let rows: [String: [Int]]

  static let starts = KeywordSet("public pub pl")
  private static let publicWords = KeywordSet("public pub")
  private static let lawWords = KeywordSet("law l")
  private static let short = WordKey.of("pl")
  private static let number = KeywordSet("no number nos")

  init(_ bills: [BillRow]) {
    var rows: [String: [Int]] = [:]
    for (index, bill) in bills.enumerated() {
      for alias in bill.aliases where alias.text.hasPrefix("Public Law ") {
        rows[String(alias.text.dropFirst(11)), default: []].append(index)
      }
    }
    self.rows = rows
  }

  func mentions(_ words: StoryWords) -> [BillMention] {
    guard words.roles.contains(.publicLaw) else { return [] }
    var found: [BillMention] = []
    var seen: Set<Int> = []
    for start in words.tokens.indices where words.tokens[start].roles.contains(.publicLaw) && words.tokens[start].isCapitalised {
      guard let first = digits(words, at: start), let congress = words.integer(at: first), words.tokens[safe: first + 1]?.kind == .mark,
        words.isMark(first + 1, "-") || words.isDash(first + 1), let law = words.integer(at: first + 2),
        let rows = rows["\(congress)-\(law)"]
      else { continue }
      // Of very many places those of laws not seen before are still kept.
      if found.count >= PlaceLimits.ofBills, rows.allSatisfy(seen.contains) {
        words.scan.cut()
        continue
      }
      seen.formUnion(rows)
      let range = start..<first + 3
      found.append(
        BillMention(form: .known(rows: rows, isWeak: false), range: range, rule: .publicLaw, title: "Public Law \(congress)-\(law)"))
    }
    return found
  }

  /// Where the digits begin after "Public Law", "Pub. L. No." or "P.L."; nil where something else stands.
  private func digits(_ words: StoryWords, at start: Int) -> Int? {
    var next = start + 1
    if words.key(start) != Self.short {
      guard words.is(start, Self.publicWords) else { return nil }
      if words.isMark(next, ".") { next += 1 }
      guard words.is(next, Self.lawWords) else { return nil }
      next += 1
    }
    if words.isMark(next, ".") { next += 1 }
    if words.is(next, Self.number) { next += 1 }
    if words.isMark(next, ".") || words.isMark(next, ":") { next += 1 }
    return next < words.tokens.count && words.tokens[next].isNumber ? next : nil
  }
}
