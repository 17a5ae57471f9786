import QueryLanguage
import RegulatoryModel

/// What a value rests on, put into words.
package struct Evidence {
  private let detail: StoryDetail
  private let words: [String: RuleWords]
  private let traces: [TraceNote]
  private let today: CalendarDay
  private var findings: Findings { detail.findings }

  /// - Parameters:
  ///   - words: the rules in words, by id.
  ///   - traces: what the user's lexicon did in the story.
  package init(_ detail: StoryDetail, words: [String: RuleWords], traces: [TraceNote] = [], today: CalendarDay) {
    self.detail = detail
    self.words = words
    self.traces = traces
    self.today = today
  }

  /// The sentences behind a value, the most telling first.
  package func entries(for topic: WhyView.Topic) -> [WhyView.Entry] {
    switch topic {
    case .file: return []
    case .billStage(let row):
      guard let place = row.evidence else { return [] }
      let claim = findings.legislation.flatMap(\.claims).first { $0.span == place.span }
      var notes = [source(at: place.span)]
      if let date = row.stageDate {
        notes.append(
          row.isStageDated
            ? "Reached on \(date.longText), \(Numbers.counted(date.days(until: today), "day", "days")) ago"
            : "The story gives no day; it is dated \(date.longText)")
      }
      if row.hasConflict { notes.append("Another story tells otherwise") }
      if let before = row.predecessor { notes.append("Re-introduced: \(Congress.words(forBill: before) ?? before) before it") }
      return [entry(row.title ?? row.label, place.span, claim?.rule, .init(kind: .stage, id: row.id, label: row.label), notes)]
    case .move(let row):
      var notes = [source(at: row.place.span)]
      if row.stories > 1 { notes.append("Told by \(Numbers.stories(row.stories))") }
      return [entry(row.note.name, row.place.span, row.note.rule, subject(row.note), notes)]
    case .mention(let index):
      let marks = findings.marks
      guard marks.indices.contains(index) else { return [] }
      let mark = marks[index]
      return [
        entry(
          Self.name(of: mark, in: findings, glyphs: .unicode), mark.mention.span, mark.mention.rule, subject(mark),
          [source(at: mark.mention.span)])
      ]
    case .entity(let row):
      let found = row.key.kind == .exchange ? findings.exchanges : findings.agencies
      guard let finding = found.first(where: { $0.id == row.key.id }), let first = finding.mentions.first else { return [] }
      return [
        entry(
          detail.row.title, first.span, first.rule, subject(finding, .init(row.key.kind), first),
          [source(at: first.span) + ", \(Numbers.counted(finding.mentions.count, "mention", "mentions"))"])
      ]
    case .story: return storyEntries
    // Made from several stories, all at once.
    case .copies: return []
    }
  }

  // MARK: One entry

  private func entry(
    _ heading: String, _ span: Range<Int>, _ rule: RuleID?, _ subject: WhyView.Subject?, _ notes: [String] = []
  ) -> WhyView.Entry {
    let sentence = Sentence.around(span, in: detail.story.text)
    let told = rule.map { words[$0.rawValue] ?? RuleWords($0.rawValue) }
    let own = traces.filter { $0.removed == nil && $0.span == span }.map { "Corrected by \($0.origin)" }
    return WhyView.Entry(
      heading: heading, sentence: sentence.text, emphasis: sentence.emphasis,
      notes: (notes + [told.map { "Rule: " + $0.sentence }, told?.confidence].compactMap(\.self) + own).filter { !$0.isEmpty },
      place: StoryPlace(story: detail.row.id, span: span), subject: subject)
  }

  private func subject(_ finding: EntityFinding, _ kind: DeniableKind, _ mention: Mention) -> WhyView.Subject {
    WhyView.Subject(kind: kind, id: finding.id, label: finding.name, name: text(mention.span))
  }

  private func subject(_ note: VolatilityNote) -> WhyView.Subject {
    WhyView.Subject(kind: .move, id: note.asset, label: "price move of \(note.name)")
  }

  private func subject(_ mark: MarkedSpan) -> WhyView.Subject? {
    let span = mark.mention.span
    switch mark.kind {
    case .entity(let key):
      let name =
        switch key.kind {
        case .exchange: findings.exchanges.first { $0.id == key.id }?.name
        case .agency: findings.agencies.first { $0.id == key.id }?.name
        case .asset: findings.assets.first { $0.id == key.id }?.name
        case .bill: findings.legislation.first { $0.id == key.id }?.label
        }
      return WhyView.Subject(kind: DeniableKind(key.kind), id: key.id, label: name ?? key.id, name: text(span))
    case .volatility: return findings.volatility.first { $0.span == span }.map(subject)
    case .action:
      return findings.actions.first { $0.span == span }.map { .init(kind: .action, id: $0.agency, label: "action of \($0.agency)") }
    case .deadline:
      return findings.deadlines.first { $0.span == span }
        .map { .init(kind: .deadline, id: $0.kind.rawValue, label: "\($0.kind.rawValue) deadline") }
    case .quote: return WhyView.Subject(kind: .quote, label: "quotation")
    }
  }

  /// The words at a place, on one line.
  private func text(_ span: Range<Int>) -> String {
    let bytes = detail.story.text.utf8
    guard span.upperBound <= bytes.count else { return "" }
    let start = bytes.index(bytes.startIndex, offsetBy: span.lowerBound)
    let end = bytes.index(start, offsetBy: span.count)
    return detail.story.text[start..<end].split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: A whole story

  private var storyEntries: [WhyView.Entry] {
    var entries = [
      WhyView.Entry(
        heading: "\(detail.story.date.longText), \(detail.story.kind.label)", sentence: detail.row.title, emphasis: nil,
        notes: ["Date \(detail.story.dateOrigin.words)", source()])
    ]
    let things: [(String, DeniableKind, [EntityFinding])] = [
      ("Agency", .agency, findings.agencies), ("Exchange", .exchange, findings.exchanges), ("Asset", .asset, findings.assets),
    ]
    for (title, kind, found) in things {
      for finding in found.sorted(by: { $0.mentions.count > $1.mentions.count }) {
        guard let first = finding.mentions.first else { continue }
        let count = Numbers.counted(finding.mentions.count, "mention", "mentions")
        entries.append(
          entry("\(title) \(finding.name), \(count)\(page(first.span))", first.span, first.rule, subject(finding, kind, first)))
      }
    }
    for bill in findings.legislation {
      if let claim = bill.claims.last {
        let subject = WhyView.Subject(kind: .stage, id: bill.id, label: bill.label)
        entries.append(entry("Bill \(bill.label), \(claim.stage.label)\(page(claim.span))", claim.span, claim.rule, subject))
      } else if let first = bill.mentions.first {
        let subject = WhyView.Subject(kind: .bill, id: bill.id, label: bill.label, name: text(first.span))
        entries.append(entry("Bill \(bill.label)\(page(first.span))", first.span, first.rule, subject))
      }
    }
    let marks = findings.marks.filter { mark in
      if case .entity = mark.kind { false } else { true }
    }
    for mark in marks {
      let name = Self.name(of: mark, in: findings, glyphs: .unicode)
      entries.append(entry(name.prefix(1).uppercased() + name.dropFirst(), mark.mention.span, mark.mention.rule, subject(mark)))
    }
    // What a line of one's own took out can be asked about where it would stand.
    for trace in traces {
      guard let removed = trace.removed else { continue }
      var entry = entry("Not taken: \(removed)", trace.span, trace.rule, nil)
      entry.notes.append("Corrected by \(trace.origin)")
      entries.append(entry)
    }
    return entries
  }

  /// " p. 7", where the story has pages.
  private func page(_ span: Range<Int>) -> String { Citation.page(span.lowerBound, in: detail) }

  private func source(at span: Range<Int>? = nil) -> String {
    "In \(detail.row.path)\(span.map(page) ?? ""), \(detail.story.date.longText)"
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

extension DateOrigin {
  /// As it follows "Date".
  package var words: String {
    switch self {
    case .frontMatter: "from the head of the file"
    case .metadata: "from the document's metadata"
    case .structuredData: "from the page's structured data"
    case .header: "from the document's header"
    case .dateline: "from the dateline"
    case .fileName: "from the file's name"
    case .fileTime: "from the file's time: the document gives none"
    }
  }
}
