import RegulatoryModel

/// Makes the finding of a bill's own official file: identity, names and steps are the file's, nothing is guessed from its words.
///
/// What the text names besides stays a finding without stages, since the file speaks for its own bill alone; what it lists as actions
/// or as related bills is no finding at all.
struct OfficialBillFinding {
  private let bill: OfficialBill
  private let lexicon: Lexicon
  private let names: Set<String>

  static func merged(_ bill: OfficialBill, with found: [BillFinding], text: String, lexicon: Lexicon) -> [BillFinding] {
    OfficialBillFinding(bill, lexicon).merged(with: found, text: text)
  }

  private init(_ bill: OfficialBill, _ lexicon: Lexicon) {
    self.bill = bill
    self.lexicon = lexicon
    names = Set(([bill.title].compactMap { $0 } + bill.aliases + bill.partTitles).map(Self.plain))
  }

  private func merged(with found: [BillFinding], text: String) -> [BillFinding] {
    let row = lexicon.bills.first { $0.id == bill.id }
    var own = BillFinding(id: bill.id, number: bill.number, title: bill.title, jurisdiction: bill.jurisdiction, mentions: [])
    own.aliases = bill.aliases
    for alias in row?.aliases.map(\.text) ?? [] where !own.aliases.contains(alias) && alias != own.title { own.aliases.append(alias) }
    own.sponsor =
      row.flatMap { $0.sponsor.isEmpty ? nil : $0.sponsor }
      ?? bill.sponsorID.flatMap { id in lexicon.legislators.first { $0.id == id }?.name } ?? bill.sponsor
    own.claims = bill.steps.map { StageClaim(stage: $0.stage, date: $0.date, span: $0.span, rule: .officialStage) }
    own.readStage()
    if text.hasPrefix(bill.number) { own.mentions.append(Mention(span: 0..<bill.number.utf8.count, rule: .officialBill)) }
    own.mentions += bill.mentions.map { Mention(span: $0, rule: .officialBill) }
    var others: [BillFinding] = []
    for finding in found {
      if isSame(finding) {
        own.mentions += finding.mentions.filter { mention in !own.mentions.contains { $0.span.overlaps(mention.span) } }
      } else if let other = outside(finding) {
        others.append(other)
      }
    }
    own.mentions.sort { $0.span.lowerBound < $1.span.lowerBound }
    return [own] + others
  }

  /// Whether the words name this bill: by its number, or by a name that the file gives to it or to a part of it.
  private func isSame(_ finding: BillFinding) -> Bool {
    if finding.id == bill.id { return true }
    // Congress is worked out from the day where the words don't say it.
    let parts = finding.id.split(separator: "/")
    let own = bill.id.split(separator: "/")
    if parts.count == 4, own.count == 4, parts[0] == own[0], parts[2...] == own[2...] { return true }
    return !names.isDisjoint(with: ([finding.title].compactMap { $0 } + finding.aliases.prefix(3)).map(Self.plain))
  }

  /// Another bill or law that the text names, without stages; nil where it stands only in the lists, or has no name.
  private func outside(_ finding: BillFinding) -> BillFinding? {
    guard !finding.id.contains("/unnamed/") else { return nil }
    var other = finding
    other.mentions.removeAll { mention in bill.asides.contains { $0.overlaps(mention.span) } }
    guard !other.mentions.isEmpty else { return nil }
    other.claims = []
    other.stage = nil
    other.stageDate = nil
    return other
  }

  /// A name without case, marks, and the year it ends with.
  private static func plain(_ name: String) -> String {
    var plain = String(decoding: name.utf8.compactMap { LetterBytes.isWord($0) ? LetterBytes.folded($0) : nil }, as: UTF8.self)
    if let year = Int(plain.suffix(4)), (1900...2100).contains(year), plain.dropLast(4).hasSuffix("of") { plain.removeLast(6) }
    return plain
  }
}
