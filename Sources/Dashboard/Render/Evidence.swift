import QueryLanguage
import RegulatoryModel

/// What a value rests on, put into words.
package enum Evidence {
  /// The sentences behind a value, the most telling first.
  package static func entries(
    for topic: WhyView.Topic, in detail: StoryDetail, words: [String: String], today: CalendarDay
  ) -> [WhyView.Entry] {
    let findings = detail.findings
    func entry(_ heading: String, _ span: Range<Int>, _ rule: RuleID?, _ notes: [String] = []) -> WhyView.Entry {
      let sentence = Sentence.around(span, in: detail.story.text)
      let ruleNote = rule.map { "Rule: " + (words[$0.rawValue] ?? $0.rawValue) }
      return WhyView.Entry(
        heading: heading, sentence: sentence.text, emphasis: sentence.emphasis,
        notes: notes + [ruleNote].compactMap(\.self))
    }
    switch topic {
    case .billStage(let row):
      guard let place = row.evidence else { return [] }
      let claim = findings.legislation.flatMap(\.claims).first { $0.span == place.span }
      var notes = [source(of: detail, at: place.span)]
      if let date = row.stageDate {
        notes.append(
          row.isStageDated
            ? "Reached on \(date.longText), \(Numbers.counted(date.days(until: today), "day", "days")) ago"
            : "The story gives no day; it is dated \(date.longText)")
      }
      if row.hasConflict { notes.append("Another story tells otherwise") }
      return [entry(row.title ?? row.label, place.span, claim?.rule, notes)]
    case .move(let row):
      var notes = [source(of: detail, at: row.place.span)]
      if row.stories > 1 { notes.append("Told by \(Numbers.stories(row.stories))") }
      return [entry(row.note.name, row.place.span, row.note.rule, notes)]
    case .mention(let index):
      let marks = findings.marks
      guard marks.indices.contains(index) else { return [] }
      let mark = marks[index]
      return [
        entry(
          name(of: mark, in: findings, glyphs: .unicode), mark.mention.span, mark.mention.rule, [source(of: detail, at: mark.mention.span)])
      ]
    case .story: return storyEntries(detail, entry)
    }
  }

  private static func storyEntries(
    _ detail: StoryDetail, _ entry: (String, Range<Int>, RuleID?, [String]) -> WhyView.Entry
  ) -> [WhyView.Entry] {
    let findings = detail.findings
    var entries = [
      WhyView.Entry(
        heading: "\(detail.story.date.longText), \(detail.story.kind.label)", sentence: detail.row.title, emphasis: nil,
        notes: ["Date \(words(detail.story.dateOrigin))", source(of: detail)])
    ]
    let things: [(String, [EntityFinding])] = [("Agency", findings.agencies), ("Exchange", findings.exchanges), ("Asset", findings.assets)]
    for (kind, found) in things {
      for finding in found.sorted(by: { $0.mentions.count > $1.mentions.count }) {
        guard let first = finding.mentions.first else { continue }
        let count = Numbers.counted(finding.mentions.count, "mention", "mentions")
        entries.append(
          entry("\(kind) \(finding.name), \(count)\(Citation.page(first.span.lowerBound, in: detail))", first.span, first.rule, []))
      }
    }
    for bill in findings.legislation {
      if let claim = bill.claims.last {
        entries.append(
          entry("Bill \(bill.label), \(claim.stage.label)\(Citation.page(claim.span.lowerBound, in: detail))", claim.span, claim.rule, []))
      } else if let first = bill.mentions.first {
        entries.append(entry("Bill \(bill.label)\(Citation.page(first.span.lowerBound, in: detail))", first.span, first.rule, []))
      }
    }
    return entries
  }

  private static func source(of detail: StoryDetail, at span: Range<Int>? = nil) -> String {
    "In \(detail.row.path)\(span.map { Citation.page($0.lowerBound, in: detail) } ?? ""), \(detail.story.date.longText)"
  }

  private static func words(_ origin: DateOrigin) -> String {
    switch origin {
    case .frontMatter: "from the head of the file"
    case .metadata: "from the document's metadata"
    case .structuredData: "from the page's structured data"
    case .header: "from the document's header"
    case .dateline: "from the dateline"
    case .fileName: "from the file's name"
    case .fileTime: "from the file's time: the document gives none"
    }
  }

  /// What a mark stands for: "agency Securities and Exchange Commission".
  package static func name(of mark: MarkedSpan, in findings: Findings, glyphs: Glyphs) -> String {
    let span = mark.mention.span
    switch mark.kind {
    case .entity(let key):
      let bill = key.kind == .bill ? findings.legislation.first { $0.id == key.id } : nil
      if let bill, bill.number == nil, bill.title == nil, let sponsor = bill.sponsor { return "bill of \(sponsor)" }
      let name =
        switch key.kind {
        case .exchange: findings.exchanges.first { $0.id == key.id }?.name
        case .agency: findings.agencies.first { $0.id == key.id }?.name
        case .asset: findings.assets.first { $0.id == key.id }?.name
        case .bill: bill.map { bill in bill.label + (bill.title.map { ", \($0)" }.orEmpty) }
        }
      return "\(key.kind.rawValue) \(name ?? key.id)"
    case .volatility:
      return "price move" + (findings.volatility.first { $0.span == span }.map { " " + MoveText.whole($0, glyphs: glyphs) }.orEmpty)
    case .action:
      guard let action = findings.actions.first(where: { $0.span == span }) else { return "action" }
      let amount = action.amount.map { " \(Numbers.grouped(Int($0)))" + (action.currency.map { " \($0)" }.orEmpty) }.orEmpty
      return "action: \(action.agency) \(action.kind.rawValue)" + (action.target.map { " \($0)" }.orEmpty) + amount
    case .deadline:
      guard let deadline = findings.deadlines.first(where: { $0.span == span }) else { return "deadline" }
      return "\(deadline.kind.rawValue) deadline \(deadline.date.longText)"
    case .quote: return "quotation" + (findings.quotes.first { $0.span == span }.map { " of \($0.speaker)" }.orEmpty)
    }
  }
}
