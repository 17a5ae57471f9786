import QueryLanguage
import RegulatoryModel

// The filter: made from what the cursor is on, peeled off again, saved.

extension DashboardState {
  /// Sets what narrows the stories, so that it can be taken back, and asks.
  mutating func setFiltering(_ new: FilterState) {
    guard new != filtering else { return }
    undoLog.record(.filter(from: filtering, to: new))
    filtering = new
    ask()
  }

  /// The query's field and value of the row or mention under the cursor; nil where that is not one value.
  func valueUnderCursor() -> (field: QueryField, id: String)? {
    switch focus {
    case .exchanges: selected(rows.exchanges).map { (.exchange, $0.key.id) }
    case .agencies: selected(rows.agencies).map { (.agency, $0.key.id) }
    case .legislation: selected(rows.bills).map { (.bill, $0.id) }
    case .volatility: selected(rows.volatility).map { (.asset, assetID($0.note.asset)) }
    case .stories, .coverage: nil
    case .reader:
      reader.currentMark.flatMap { reader.marks.indices.contains($0) ? reader.marks[$0] : nil }.flatMap { value(of: $0) }
    }
  }

  /// Queries name an asset by its id, notes by its ticker.
  private func assetID(_ ticker: String) -> String { vocabulary.id(of: ticker, in: .asset) ?? ticker.lowercased() }

  private func value(of mark: MarkedSpan) -> (QueryField, String)? {
    switch mark.kind {
    case .entity(let key): return (QueryField(key.kind), key.id)
    case .volatility:
      return reader.detail?.findings.volatility.first { $0.span == mark.mention.span }.map { (.asset, assetID($0.asset)) }
    case .action:
      return reader.detail?.findings.actions.first { $0.span == mark.mention.span }.map { (.agency, $0.agency) }
    case .deadline: return (.has, StoryFeature.deadline.rawValue)
    case .quote: return (.has, StoryFeature.quote.rawValue)
    }
  }

  /// Filters by what the cursor is on; where a story names several things, asks which.
  mutating func filterBySelection(_ mode: FilterMode) {
    if let (field, id) = valueUnderCursor() { return applyFilter(field, id, mode) }
    switch focus {
    case .exchanges, .agencies, .legislation, .volatility: say("There is no row to filter by")
    case .stories, .reader, .coverage: withStory(.chooseThing(mode))
    }
  }

  /// Lets a person choose among the things that a story names.
  mutating func chooseThing(of detail: StoryDetail, _ mode: FilterMode) {
    let findings = detail.findings
    var things: [(field: QueryField, id: String, name: String, mentions: Int)] = []
    things += findings.agencies.map { (.agency, $0.id, $0.name, $0.mentions.count) }
    things += findings.exchanges.map { (.exchange, $0.id, $0.name, $0.mentions.count) }
    things += findings.legislation.map { (.bill, $0.id, $0.label, $0.mentions.count) }
    things += findings.assets.map { (.asset, $0.id, $0.name, $0.mentions.count) }
    things.sort { $0.mentions > $1.mentions }
    guard let first = things.first else { return say("Nothing is named in this story that could be filtered by") }
    if things.count == 1 { return applyFilter(first.field, first.id, mode) }
    let title =
      switch mode {
      case .only: "Filter to"
      case .or: "Filter to this as well"
      case .exclude: "Leave out"
      }
    overlay = .menu(
      Menu(
        title,
        items: things.map { thing in
          let isChosen = filtering.filter.chosenValues(of: thing.field).wanted.contains(thing.id)
          return Menu.Item(
            thing.name, note: "\(thing.field.rawValue), \(Numbers.counted(thing.mentions, "mention", "mentions"))", isCurrent: isChosen,
            choice: .filter(thing.field, thing.id, mode))
        }))
  }

  /// One value joins the filter, or leaves it where it is there already.
  ///
  /// `only` takes the place of the field's other values: what a pane counts beside a row is what choosing it gives.
  mutating func applyFilter(_ field: QueryField, _ id: String, _ mode: FilterMode) {
    var query = filtering.filter
    let chosen = query.chosenValues(of: field)
    switch mode {
    case .only:
      let wasChosen = chosen.wanted == [id]
      for other in chosen.wanted { query = query.removing(field, other) }
      if !wasChosen { query = query.adding(field, id) }
      repeatable = Repeatable(action: .filterTo)
    case .or:
      query = chosen.wanted.contains(id) ? query.removing(field, id) : query.widening(field, id)
      repeatable = Repeatable(action: .filterOr)
    case .exclude:
      query = chosen.excluded.contains(id) ? query.removing(field, id) : query.excluding(field, id)
      repeatable = Repeatable(action: .exclude)
    }
    var new = filtering
    new.filter = query
    setFiltering(new)
  }

  /// `Esc`: takes off the outermost thing, one at a time.
  mutating func peel() {
    if focus == .coverage { return peelCoverage() }
    if lists[.stories].anchor != nil {
      lists[.stories].anchor = nil
    } else if focus == .reader, reader.find != nil {
      reader.find = nil
      reader.findHits = []
      reader.currentHit = nil
    } else if focus == .reader, reader.currentMark != nil {
      reader.currentMark = nil
    } else if filtering.search != .everything {
      var new = filtering
      let text = new.search.description
      new.search = .everything
      new.searchText = ""
      setFiltering(new)
      say("Took off the search \(text)" + (hint(.undo).map { ". \($0) brings it back" }.orEmpty))
    } else if let last = filtering.filter.conjuncts.last {
      var new = filtering
      new.filter = Query.all(of: filtering.filter.conjuncts.dropLast())
      setFiltering(new)
      say("Took off \(last.description)" + (hint(.undo).map { ". \($0) brings it back" }.orEmpty))
    } else if sizeLevel != .normal {
      sizeLevel = .normal
      keepAllInSight()
    } else {
      say("No filter is on" + (hint(.leave).map { ". \($0) leaves regwatch" }.orEmpty))
    }
  }

  mutating func clearFilter() {
    guard !filtering.isEmpty else { return say("No filter is on") }
    setFiltering(FilterState())
  }

  mutating func showSavedFilters() {
    var items: [Menu.Item] = []
    if !filtering.isEmpty {
      items.append(Menu.Item("Save the present filter…", note: filtering.query.description, choice: .saveCurrent))
    }
    items += savedFilters.map { saved in
      Menu.Item(saved.name, note: saved.query, isCurrent: saved.query == filtering.query.description, choice: .savedFilter(saved))
    }
    guard !items.isEmpty else { return say("No filter is saved yet. Set one, then come here to save it") }
    overlay = .menu(Menu("Saved filters", items: items, hint: "Enter apply  d delete  Esc close"))
  }

  mutating func apply(_ saved: SavedFilter) {
    do throws(QuerySyntaxError) {
      setFiltering(FilterState(filter: try Query(parsing: saved.query, vocabulary: vocabulary)))
      say("Filter “\(saved.name)”")
    } catch {
      say(Problem("Cannot apply the filter “\(saved.name)”", why: error.description, remedy: "edit it and save it again"))
    }
  }

  mutating func saveFilter(named name: String?) {
    guard !filtering.isEmpty else { return say("There is no filter to save") }
    guard let name = name?.trimmed, !name.isEmpty else {
      prompt = Prompt(.filterName)
      return
    }
    emit(.saveFilter(SavedFilter(name: name, query: filtering.query.description)))
    say("Saved as “\(name)”")
  }

  mutating func toggleClosedBills() {
    includesClosedBills.toggle()
    ask()
    say(includesClosedBills ? "Closed bills are shown too" : "Only open bills are shown")
  }
}

extension String {
  /// Without blanks at its ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[first...last])
  }
}
