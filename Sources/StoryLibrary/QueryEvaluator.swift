import QueryLanguage
import RegulatoryModel

/// Evaluates a query to the set of stories that match it. The one evaluator: panes, list, export and alerts all ask it.
struct QueryEvaluator {
  let index: LibraryIndex
  let today: CalendarDay
  /// The stories that are asked about at all.
  let scope: StoryBitmap
  /// Runs one full-text search.
  let search: (String) throws -> StoryBitmap

  /// The stories that match.
  func stories(_ query: Query) throws -> StoryBitmap {
    // Searches and marks can tell of stories that this index has no longer, or not yet.
    try evaluate(query.searchable).intersection(scope)
  }

  private func evaluate(_ query: Query) throws -> StoryBitmap {
    if let text = SearchText(query) {
      switch text {
      case .matching(let expression): return try search(expression)
      case .notMatching(let expression): return index.all.subtracting(try search(expression))
      }
    }
    switch query {
    case .everything: return index.all
    case .text: return StoryBitmap()
    case .field(let field, let value): return evaluate(field, value)
    case .not(let inner): return index.all.subtracting(try evaluate(inner))
    case .and(let children): return try intersection(children)
    case .or(let children): return StoryBitmap.union(of: try folded(children, Query.or).map(evaluate))
    }
  }

  private func intersection(_ children: [Query]) throws -> StoryBitmap {
    var wanted: [StoryBitmap] = []
    var unwanted: [StoryBitmap] = []
    for child in folded(children, Query.and) {
      if case .not(let inner) = child, SearchText(child) == nil {
        unwanted.append(try evaluate(inner))
      } else {
        wanted.append(try evaluate(child))
      }
    }
    // The smallest first: the others are then only looked into where it has something.
    wanted.sort { $0.count < $1.count }
    var result = wanted.first ?? index.all
    for other in wanted.dropFirst() { result = result.intersection(other) }
    for other in unwanted { result = result.subtracting(other) }
    return result
  }

  /// The children with those that are text put together, so that they make one search.
  private func folded(_ children: [Query], _ join: ([Query]) -> Query) -> [Query] {
    let text = children.filter { SearchText($0) != nil }
    guard text.count > 1, SearchText(join(text)) != nil else { return children }
    return [join(text)] + children.filter { SearchText($0) == nil }
  }

  private func evaluate(_ field: QueryField, _ value: FieldValue) -> StoryBitmap {
    switch (field, value) {
    case (.agency, .id(let id)), (.agency, .name(let id)): index.stories(.agency, id)
    case (.exchange, .id(let id)), (.exchange, .name(let id)): index.stories(.exchange, id)
    case (.bill, .id(let id)), (.bill, .name(let id)): index.stories(.bill, id)
    case (.asset, .id(let id)), (.asset, .name(let id)): index.stories(.asset, id)
    case (.kind, .id(let id)), (.kind, .name(let id)): index.stories(.documentKind, id)
    case (.action, .id(let id)), (.action, .name(let id)): index.stories(.action, id)
    case (.tag, .id(let name)), (.tag, .name(let name)): tagged(name)
    case (.source, .id(let name)), (.source, .name(let name)): from(name)
    case (.sponsor, .id(let name)), (.sponsor, .name(let name)): sponsored(by: name)
    case (.is, .id(let id)), (.is, .name(let id)): StoryFlag(rawValue: id).map(flagged) ?? StoryBitmap()
    case (.has, .id(let id)), (.has, .name(let id)): StoryFeature(rawValue: id).map(having) ?? StoryBitmap()
    case (.stage, .id(let id)), (.stage, .name(let id)): BillStage(rawValue: id).map(standing) ?? StoryBitmap()
    case (.move, .move(let bound)): moved(bound)
    case (.date, .days(let span)): dated(span)
    case (.added, .days(let span)): added(span)
    // A value of another sort than the field's: nothing has it.
    default: StoryBitmap()
    }
  }

  private func tagged(_ name: String) -> StoryBitmap {
    let wanted = name.lowercased()
    return .union(of: index.tags.filter { $0.lowercased() == wanted }.map { index.stories(marked: MarkSetName.tag($0)) })
  }

  /// In a folder of that name, or below it, or issued by that body.
  private func from(_ name: String) -> StoryBitmap {
    let wanted = name.lowercased()
    let trimmed = wanted.hasSuffix("/") ? String(wanted.dropLast()) : wanted
    let folders = index.terms.byKind[.folder, default: []].filter { FolderName.matches(index.terms.text($0).lowercased(), trimmed) }
    let issuers = index.terms.byKind[.issuer, default: []].filter { index.terms.text($0).lowercased() == wanted }
    return .union(of: (folders + issuers).map { index.stories($0) })
  }

  private func sponsored(by name: String) -> StoryBitmap {
    let bills = index.billFacts.filter { facts in facts.description.sponsor.map { PersonName.matches($0, name) } ?? false }
    return .union(of: bills.map { index.stories($0.term) })
  }

  private func standing(at stage: BillStage) -> StoryBitmap {
    .union(of: index.billFacts.filter { $0.rung?.stage == stage }.map { index.stories($0.term) })
  }

  private func flagged(_ flag: StoryFlag) -> StoryBitmap {
    switch flag {
    case .read: index.stories(marked: MarkSetName.of(.read))
    case .unread: index.all.subtracting(index.stories(marked: MarkSetName.of(.read)))
    case .starred: index.stories(marked: MarkSetName.of(.starred))
    case .new: index.new
    }
  }

  private func having(_ feature: StoryFeature) -> StoryBitmap {
    switch feature {
    case .deadline: index.has(.deadline)
    case .action: index.has(.action)
    case .quote: index.has(.quote)
    case .move: index.has(.move)
    case .bill: index.has(.bill)
    case .exchange: index.has(.exchange)
    case .agency: index.has(.agency)
    case .tag: .union(of: index.tags.map { index.stories(marked: MarkSetName.tag($0)) })
    }
  }

  private func moved(_ bound: MoveBound) -> StoryBitmap {
    var found: [UInt32] = []
    for (number, chunk) in index.chunks.enumerated() where !chunk.notes.isEmpty {
      for place in 0..<chunk.count where chunk.notes[chunk.noteRange(place)].contains(where: { bound.holds(for: $0.signedBasisPoints) }) {
        found.append(UInt32(number << 10 + place))
      }
    }
    return StoryBitmap(buffer: found[...])
  }

  private func dated(_ span: DaySpan) -> StoryBitmap {
    let days = days(span)
    return picked { chunk, place in days.from <= chunk.dates[place] && chunk.dates[place] <= days.to }
  }

  private func added(_ span: DaySpan) -> StoryBitmap {
    let days = days(span)
    return picked { chunk, place in days.from <= chunk.addedDays[place] && chunk.addedDays[place] <= days.to }
  }

  private func days(_ span: DaySpan) -> (from: Int32, to: Int32) {
    let (from, to) = span.resolved(today: today)
    return (from?.daysSinceEpoch ?? Int32.min, to?.daysSinceEpoch ?? Int32.max)
  }

  /// A walk over one column of every story: a million take about 2 ms.
  private func picked(_ holds: (StoryChunk, Int) -> Bool) -> StoryBitmap {
    var found: [UInt32] = []
    for (number, chunk) in index.chunks.enumerated() {
      for place in 0..<chunk.count where chunk.isPresent(place) && holds(chunk, place) { found.append(UInt32(number << 10 + place)) }
    }
    return StoryBitmap(buffer: found[...])
  }
}
