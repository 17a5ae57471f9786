import Foundation
import QueryLanguage
import RegulatoryModel

@testable import StoryLibrary

/// The oracle: what a library should answer, worked out story by story over plain arrays, with no index, bitmap or database.
struct NaiveLibrary {
  struct Entry {
    var id: StoryID
    var story: Story
    var findings: Findings
    var path: DocumentPath
    var addedDay: CalendarDay
    var isNew: Bool
    var marks: Set<Mark> = []
    var tags: Set<String> = []
  }

  var entries: [StoryID: Entry] = [:]
  var hasLooked = false

  func matches(_ entry: Entry, _ query: Query, today: CalendarDay) -> Bool {
    switch query {
    case .everything: true
    case .text(let term): matches(entry, term)
    case .not(let inner): !matches(entry, inner, today: today)
    case .and(let children): children.allSatisfy { matches(entry, $0, today: today) }
    case .or(let children): children.contains { matches(entry, $0, today: today) }
    case .field(let field, let value): matches(entry, field, value, today: today)
    }
  }

  private func matches(_ entry: Entry, _ term: TextTerm) -> Bool {
    let fields = [Self.words(entry.story.text), entry.story.bodyStart == 0 ? Self.words(entry.story.title) : []]
    func has(_ sought: [String], _ isPrefix: Bool) -> Bool {
      fields.contains { words in
        guard words.count >= sought.count else { return false }
        return (0...(words.count - sought.count)).contains { start in
          sought.indices.allSatisfy { place in
            let word = words[start + place]
            return isPrefix && place == sought.count - 1 ? word.hasPrefix(sought[place]) : word == sought[place]
          }
        }
      }
    }
    return switch term {
    case .word(let text): has(Self.words(text), false)
    case .prefix(let text): has(Self.words(text), true)
    case .phrase(let parts): has(parts.flatMap(Self.words), false)
    }
  }

  static func words(_ text: String) -> [String] {
    text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private func matches(_ entry: Entry, _ field: QueryField, _ value: FieldValue, today: CalendarDay) -> Bool {
    let found = entry.findings
    switch (field, value) {
    case (.agency, .id(let id)): return found.agencies.contains { $0.id == id }
    case (.exchange, .id(let id)): return found.exchanges.contains { $0.id == id }
    case (.asset, .id(let id)): return found.assets.contains { $0.id == id }
    case (.bill, .id(let id)): return found.legislation.contains { $0.id == id }
    case (.kind, .id(let id)): return entry.story.kind.rawValue == id
    case (.action, .id(let id)): return found.actions.contains { $0.kind.rawValue == id }
    case (.tag, .name(let name)): return entry.tags.contains { $0.lowercased() == name.lowercased() }
    case (.source, .name(let name)):
      let folders = ("inbox" + entry.path.text.dropFirst(root.text.count)).split(separator: "/").dropLast().map(String.init)
      return entry.story.source?.lowercased() == name.lowercased() || folders.contains(name.lowercased())
        || folders.joined(separator: "/") == name.lowercased()
    case (.is, .id("unread")): return !entry.marks.contains(.read)
    case (.is, .id("read")): return entry.marks.contains(.read)
    case (.is, .id("starred")): return entry.marks.contains(.starred)
    case (.is, .id("new")): return entry.isNew
    case (.has, .id("deadline")): return !found.deadlines.isEmpty
    case (.has, .id("action")): return !found.actions.isEmpty
    case (.has, .id("quote")): return !found.quotes.isEmpty
    case (.has, .id("move")): return !found.volatility.isEmpty
    case (.has, .id("bill")): return !found.legislation.isEmpty
    case (.has, .id("exchange")): return !found.exchanges.isEmpty
    case (.has, .id("agency")): return !found.agencies.isEmpty
    case (.has, .id("tag")): return !entry.tags.isEmpty
    case (.stage, .id(let id)): return found.legislation.contains { ladder($0.id).current?.stage.rawValue == id }
    case (.sponsor, .name(let name)):
      return found.legislation.contains {
        sponsor($0.id)?.lowercased().split(separator: " ").contains(Substring(name.lowercased())) ?? false
      }
    case (.move, .move(let bound)):
      return found.volatility.contains { note in
        let signed = note.direction == .down ? -note.basisPoints : note.basisPoints
        return switch bound.relation {
        case .more: signed > bound.basisPoints
        case .atLeast: signed >= bound.basisPoints
        case .less: signed < bound.basisPoints
        case .atMost: signed <= bound.basisPoints
        case .size: note.basisPoints >= abs(bound.basisPoints)
        }
      }
    case (.date, .days(let span)): return contains(span, entry.story.date, today)
    case (.added, .days(let span)): return contains(span, entry.addedDay, today)
    default: return false
    }
  }

  private func contains(_ span: DaySpan, _ day: CalendarDay, _ today: CalendarDay) -> Bool {
    func edge(_ edge: DaySpan.Edge, _ isLower: Bool) -> CalendarDay {
      switch edge {
      case .open: isLower ? StoryLibraryTests.day("0001-01-01") : StoryLibraryTests.day("9999-12-31")
      case .today: today
      case .yesterday: today.adding(days: -1)
      case .ago(let count, .days): today.adding(days: -count)
      case .ago(let count, .weeks): today.adding(days: -7 * count)
      case .ago(let count, .months): today.adding(months: -count)
      case .ago(let count, .years): today.adding(months: -12 * count)
      case .day(let year, let month, let day):
        CalendarDay(
          year: year, month: month ?? (isLower ? 1 : 12),
          day: day ?? (isLower ? 1 : CalendarDay.length(ofMonth: month ?? 12, year: year))) ?? today
      }
    }
    return edge(span.from, true) <= day && day <= edge(span.to, false)
  }

  // MARK: - Bills

  func ladder(_ id: String) -> BillLadder {
    var claims: [BillLadder.Claim] = []
    for entry in entries.values {
      for claim in entry.findings.legislation.filter({ $0.id == id }).flatMap(\.claims) {
        claims.append(
          .init(stage: claim.stage, date: claim.date, storyDate: entry.story.date, story: entry.id, span: claim.span, rule: claim.rule))
      }
    }
    return BillLadder(claims: claims)
  }

  func sponsor(_ id: String) -> String? {
    entries.values.lazy.flatMap(\.findings.legislation).first { $0.id == id && $0.sponsor != nil }?.sponsor
  }

  // MARK: - Answers

  private func conjuncts(_ query: Query) -> [Query] {
    if case .and(let children) = query { return children.flatMap(conjuncts) }
    return [query]
  }

  private func fields(_ query: Query) -> Set<String> {
    switch query {
    case .everything, .text: ["other"]
    case .field(let field, _):
      [[.bill, .stage, .sponsor].contains(field) ? "bill" : [.asset, .move].contains(field) ? "move" : field.rawValue]
    case .not(let inner): fields(inner)
    case .and(let children), .or(let children): children.reduce(into: []) { $0.formUnion(fields($1)) }
    }
  }

  /// The stories that a pane counts: those under the query without the parts that are the pane's own.
  private func counted(_ pane: String, _ query: Query, today: CalendarDay) -> [Entry] {
    let rest = conjuncts(query).filter { fields($0) != [pane] }
    return entries.values.filter { matches($0, .and(rest), today: today) }
  }

  func answer(_ request: DashboardRequest, revision: Revision, window: ActivityWindow, lastLook: CalendarDay?) -> DashboardAnswer {
    let query = request.query
    let today = request.today
    let matching = entries.values.filter { matches($0, query, today: today) }
    func entities(_ kind: EntityKind, _ found: KeyPath<Findings, [EntityFinding]>) -> [EntityRow] {
      let counted = self.counted(kind.rawValue, query, today: today)
      var rows: [EntityRow] = []
      for id in Set(counted.flatMap { $0.findings[keyPath: found].map(\.id) }) {
        let telling = counted.filter { $0.findings[keyPath: found].contains { $0.id == id } }
        rows.append(
          EntityRow(
            key: EntityKey(kind, id), name: kind == .agency ? id.uppercased() : id.capitalized,
            shortName: kind == .agency ? id.uppercased() : id.capitalized, stories: telling.count, new: telling.count(where: \.isNew),
            activity: activity(telling, window), lastSeen: telling.map(\.story.date).max()))
      }
      return rows.sorted { ($0.new > 0 ? 0 : 1, -$0.stories, $0.shortName) < ($1.new > 0 ? 0 : 1, -$1.stories, $1.shortName) }
    }
    return DashboardAnswer(
      request: request, revision: revision, stories: sorted(matching, by: request.sort).map(\.id), totalStories: entries.count,
      newStories: entries.values.count(where: \.isNew), lastLook: lastLook, exchanges: entities(.exchange, \.exchanges),
      agencies: entities(.agency, \.agencies), bills: bills(request), volatility: moves(counted("move", query, today: today)),
      bucket: window.bucket)
  }

  private func activity(_ entries: [Entry], _ window: ActivityWindow) -> [Int] {
    (0..<12).map { bucket in
      let next = bucket < 11 ? window.starts[bucket + 1] : window.end.adding(days: 1)
      return entries.count { window.starts[bucket] <= $0.story.date && $0.story.date < next }
    }
  }

  private func sorted(_ entries: [Entry], by sort: StorySort) -> [Entry] {
    entries.sorted { left, right in
      let newer = (left.story.date, left.id) > (right.story.date, right.id)
      switch sort {
      case .newest, .relevance: return newer
      case .oldest: return !newer
      // In these tests a later revision always gives higher numbers and, within one, any date.
      case .added: return (left.addedDay, newer ? 1 : 0) > (right.addedDay, newer ? 0 : 1)
      case .title:
        let titles = [left, right].map { Array($0.story.title.lowercased().utf8) }
        return titles[0] == titles[1] ? left.id < right.id : titles[0].lexicographicallyPrecedes(titles[1])
      case .kind:
        let kinds = [left, right].map { DocumentKind.allCases.firstIndex(of: $0.story.kind) ?? 0 }
        return kinds[0] == kinds[1] ? newer : kinds[0] < kinds[1]
      }
    }
  }

  private func bills(_ request: DashboardRequest) -> [BillRow] {
    let counted = self.counted("bill", request.query, today: request.today)
    func isNamed(_ query: Query, _ id: String, _ stage: BillStage?) -> Bool {
      switch query {
      case .field(.bill, let value): value == .id(id)
      case .field(.stage, let value): stage.map { value == .id($0.rawValue) } ?? false
      case .field, .text, .everything: false
      case .not(let inner): isNamed(inner, id, stage)
      case .and(let children), .or(let children): children.contains { isNamed($0, id, stage) }
      }
    }
    var rows: [BillRow] = []
    for id in Set(counted.flatMap { $0.findings.legislation.map(\.id) }) {
      let telling = counted.filter { $0.findings.legislation.contains { $0.id == id } }
      guard let told = telling.lazy.flatMap(\.findings.legislation).first(where: { $0.id == id }) else { continue }
      let ladder = self.ladder(id)
      let stage = ladder.current?.stage
      guard request.includesClosedBills || (stage?.isOpen ?? true) && !told.isGeneralLaw || isNamed(request.query, id, stage) else {
        continue
      }
      rows.append(
        BillRow(
          id: id, label: told.number ?? told.aliases.first ?? id, title: told.title, sponsor: sponsor(id), stage: stage,
          stageDate: ladder.current?.date, isStageDated: ladder.current?.isDated ?? true, stories: telling.count,
          new: telling.count(where: \.isNew), lastSeen: telling.map(\.story.date).max(),
          evidence: ladder.current.map { StoryPlace(story: $0.claim.story, span: $0.claim.span) }, hasConflict: !ladder.conflicts.isEmpty))
    }
    func order(_ row: BillRow) -> (Int, Int, Int, String) { (row.stage == nil ? 1 : 0, row.new > 0 ? 0 : 1, -row.stories, row.label) }
    return rows.sorted { order($0) < order($1) }
  }

  private func moves(_ entries: [Entry]) -> [VolatilityRow] {
    let notes = entries.flatMap { entry in
      entry.findings.volatility.enumerated().map { (note: $1, date: $1.date ?? entry.story.date, entry: entry, place: $0) }
    }.sorted { ($0.date, $0.entry.id, $0.place) > ($1.date, $1.entry.id, $1.place) }
    var rows: [VolatilityRow] = []
    var seen: Set<String> = []
    for (note, date, entry, _) in notes {
      func isSame(_ other: VolatilityNote, _ otherDate: CalendarDay) -> Bool {
        other.asset == note.asset && other.direction == note.direction && other.basisPoints == note.basisPoints && otherDate == date
      }
      guard seen.insert("\(note.asset) \(note.direction) \(note.basisPoints) \(date)").inserted else { continue }
      let telling = notes.filter { isSame($0.note, $0.date) }
      rows.append(
        VolatilityRow(
          note: note, date: date, place: StoryPlace(story: entry.id, span: note.span), stories: Set(telling.map(\.entry.id)).count,
          isNew: telling.allSatisfy(\.entry.isNew)))
    }
    return rows
  }
}
