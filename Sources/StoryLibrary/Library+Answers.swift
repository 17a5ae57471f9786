import GRDB
import QueryLanguage
import RegulatoryModel

extension Library {
  /// Everything that the dashboard shows for a request. From memory, but for words: those are searched on disk.
  package func answer(_ request: DashboardRequest) throws(LibraryError) -> DashboardAnswer {
    try converting {
      let index = self.index
      let scope = index.stories(underAnyOf: request.scope)
      let filters = try PaneFilters(request.query, evaluator: evaluator(index, today: request.today, scope: scope))
      let window = ActivityWindow(dates: index.datesInOrder, today: request.today)
      let rows = PaneRows(index: index, names: names, window: window)
      // Panes that no filter of their own sets apart share one count.
      let common = rows.tally(filters.matching, distinct: request.countsDistinct)
      func tally(_ pane: FacetPane) -> Tally {
        filters.isOwn(pane) ? rows.tally(filters.stories(for: pane), distinct: request.countsDistinct) : common
      }
      let list = FoldedList(
        try sorted(filters.matching, by: request.sort, query: request.query, index), matching: filters.matching, folding: request.folding,
        in: index)
      return DashboardAnswer(
        request: request, revision: Revision(index.revision), stories: list.stories, copies: list.copies, furtherCopies: list.further,
        documents: filters.matching.count, totalStories: scope.count, newStories: index.new.intersection(scope).count,
        lastLook: index.look?.day,
        exchanges: rows.entities(.exchange, tally(.exchanges)), agencies: rows.entities(.agency, tally(.agencies)),
        bills: rows.bills(
          tally(.bills), named: NamedBills(request.query), includesClosed: request.includesClosedBills, today: request.today),
        volatility: VolatilityRows(index: index).rows(filters.stories(for: .volatility)), bucket: window.bucket)
    }
  }

  /// The stories that match, in order.
  package func stories(matching query: Query, sort: StorySort = .newest, today: CalendarDay) throws(LibraryError) -> [StoryID] {
    try converting {
      let index = self.index
      return try sorted(try evaluator(index, today: today, scope: index.all).stories(query), by: sort, query: query, index)
    }
  }

  private func evaluator(_ index: LibraryIndex, today: CalendarDay, scope: StoryBitmap) -> QueryEvaluator {
    QueryEvaluator(index: index, today: today, scope: scope) { expression in
      try self.search(expression, ranked: false, index).bitmap
    }
  }

  private func sorted(_ stories: StoryBitmap, by sort: StorySort, query: Query, _ index: LibraryIndex) throws -> [StoryID] {
    let order = StoryOrder(index: index) {
      try self.pool.read { db in
        try UInt32.fetchAll(db, sql: "SELECT id FROM story ORDER BY title COLLATE NOCASE, id")
      }
    }
    guard sort == .relevance, let expression = query.ranking else { return try order.sorted(stories, by: sort) }
    return try order.sorted(stories, by: sort, ranked: try search(expression, ranked: true, index).stories)
  }

  /// Runs one FTS5 search, or remembers it.
  private func search(_ expression: String, ranked: Bool, _ index: LibraryIndex) throws -> (stories: [UInt32], bitmap: StoryBitmap) {
    try searches.stories(expression, contentRevision: index.contentRevision, isRanked: ranked) {
      try pool.read { db in
        let statement = try db.cachedStatement(
          sql: "SELECT rowid FROM story_search WHERE story_search MATCH ?" + (ranked ? " ORDER BY rank" : ""))
        let numbers = try Int64.fetchCursor(statement, arguments: [expression])
        var found: [UInt32] = []
        while let number = try numbers.next() { found.append(UInt32(clamping: number)) }
        return found
      }
    }
  }
}

extension Query {
  /// What stories are ranked by: the text that all must have, else any text that they may have; nil without text.
  var ranking: String? {
    let parts = searchable.conjuncts.filter { SearchText($0) != nil }
    if !parts.isEmpty, case .matching(let expression) = SearchText(.and(parts)) { return expression }
    let terms = wantedTerms
    return terms.isEmpty ? nil : SearchText.joined(terms.map(SearchText.quoted), "OR")
  }
}

extension LibraryIndex {
  /// The stories of these watched folders and of those below them; all stories where none is named.
  func stories(underAnyOf folders: [DocumentPath]) -> StoryBitmap {
    guard !folders.isEmpty else { return all }
    let roots = terms.byKind[.root, default: []].filter { root in
      let path = DocumentPath(terms.text(root))
      return folders.contains { path.isInside($0) }
    }
    return .union(of: roots.map(stories)).intersection(all)
  }

  /// The dates of all stories, ascending.
  var datesInOrder: some RandomAccessCollection<Int32> { order.lazy.map { date(of: $0) } }
}
