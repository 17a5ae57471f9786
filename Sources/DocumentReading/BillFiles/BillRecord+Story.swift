import RegulatoryModel

// A bill's record as a story: text that a person can read and quote, and the steps with the line that says each.

extension BillRecord {
  func draft(in context: ReadingContext) -> StoryDraft {
    var draft = StoryDraft()
    let name = title.map { ": " + $0 } ?? ""
    draft.title = Array("\(measure.printed) (\(Ordinal.text(measure.congress)))\(name)".utf8)
    draft.kind = .bill
    draft.languageTag = "en"
    draft.source = source
    draft.url = url ?? measure.url
    draft.identity = "bill-status:\(measure.id)"
    draft.note(actions.lazy.compactMap(\.date).first ?? introduced, from: .metadata)
    var text = RunningText()
    let introduction = writeHead(&text)
    var (steps, listed) = writeActions(&text)
    if let introduction, let introduced, !steps.contains(where: { $0.stage == .introduced }) {
      steps.insert(OfficialBill.Step(stage: .introduced, date: introduced, span: introduction), at: 0)
    }
    writeTitles(&text)
    writeSummaries(&text)
    let relatives = writeRelated(&text)
    draft.body = text.bytes
    var bill = OfficialBill(id: measure.id, number: measure.printed, title: title)
    bill.aliases = aliases
    bill.partTitles = titles.filter(\.isPart).map(\.text)
    bill.sponsor = sponsors.first?.name
    bill.sponsorID = sponsors.first?.id
    bill.steps = steps
    bill.asides = [listed, relatives].filter { !$0.isEmpty }
    draft.officialBill = bill
    return draft
  }

  private var aliases: [String] {
    var aliases: [String] = []
    let names = titles.filter { !$0.isPart && !$0.isOfficial }.map(\.text) + laws
    for name in names where name != title && !aliases.contains(name) { aliases.append(name) }
    return aliases
  }

  // MARK: The text

  /// - Returns: The line that gives the day of introduction.
  private func writeHead(_ text: inout RunningText) -> Range<Int>? {
    var introduction: Range<Int>?
    if !sponsors.isEmpty {
      let who = sponsors.map(\.printed).joined(separator: "; ")
      let day = introduced.map { ", introduced \(LongDate.text($0))" } ?? ""
      introduction = text.line("Sponsor: \(who)\(day).")
    } else if let introduced {
      introduction = text.line("Introduced: \(LongDate.text(introduced)).")
    }
    if let latest = actions.first {
      text.line("Latest action: " + Self.line(latest))
    }
    for law in laws { text.line("Law: \(law).") }
    for committee in committees {
      let done = committee.activities.isEmpty ? "" : ": " + committee.activities.joined(separator: "; ")
      text.line("Committee: \(committee.name)\(done).")
    }
    if let policyArea { text.line("Policy area: \(policyArea).") }
    if !subjects.isEmpty { text.line("Subjects: \(subjects.joined(separator: "; ")).") }
    if !reports.isEmpty { text.line("Committee reports: \(reports.joined(separator: "; ")).") }
    if amendments > 0 { text.line("Amendments offered: \(amendments).") }
    if !cosponsors.isEmpty {
      let names = cosponsors.map { $0.printed + ($0.remark.map { " (\($0))" } ?? "") }
      text.line("Cosponsors (\(cosponsors.count)): \(names.joined(separator: "; ")).")
    }
    return introduction
  }

  /// - Returns: The first day of each stage with its line, and the part of the text that lists the actions.
  private func writeActions(_ text: inout RunningText) -> (steps: [OfficialBill.Step], range: Range<Int>) {
    guard !actions.isEmpty else { return ([], 0..<0) }
    text.paragraph("Actions")
    let start = text.bytes.count
    var steps: [BillStage: OfficialBill.Step] = [:]
    for action in actions {
      let span = text.line(Self.line(action))
      // Newest first: the last one seen of a stage is its first day. Of lost votes the latest counts.
      for stage in action.stages where stage != .failed || steps[stage] == nil {
        steps[stage] = OfficialBill.Step(stage: stage, date: action.date, span: span)
      }
    }
    text.paragraph()
    let ordered = steps.values.sorted {
      let never = CalendarDay(daysSinceEpoch: .min)
      return ($0.date ?? never, $0.stage.rung, $0.span.lowerBound) < ($1.date ?? never, $1.stage.rung, $1.span.lowerBound)
    }
    return (ordered, start..<text.bytes.count)
  }

  static func line(_ action: Action) -> String {
    let words = action.text.hasSuffix(".") || action.text.hasSuffix(")") ? action.text : action.text + "."
    return (action.date.map { LongDate.text($0) + ": " } ?? "") + words
  }

  private func writeTitles(_ text: inout RunningText) {
    guard !titles.isEmpty else { return }
    text.paragraph("Titles")
    for title in titles { text.line("\(title.label): \(title.text)\(title.text.hasSuffix(".") ? "" : ".")") }
    text.paragraph()
  }

  private func writeSummaries(_ text: inout RunningText) {
    for summary in summaries {
      let day = summary.date.map { ", \(LongDate.text($0))" } ?? ""
      text.paragraph("Summary" + (summary.label.isEmpty ? "" : " \(summary.label)") + day)
      text.addLines(summary.text[...])
    }
  }

  private func writeRelated(_ text: inout RunningText) -> Range<Int> {
    guard !related.isEmpty else { return 0..<0 }
    text.paragraph("Related bills")
    let start = text.bytes.count
    for relative in related {
      let number = relative.number.map { "\($0.printed) (\(Ordinal.text($0.congress)))" }
      let line = [number, relative.title].compactMap { $0 }.joined(separator: ": ")
      text.line(line + (relative.relation.map { " – \($0)" } ?? ""))
    }
    return start..<text.bytes.count
  }
}
