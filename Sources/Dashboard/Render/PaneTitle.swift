import QueryLanguage
import RegulatoryModel

/// What stands in a pane's border.
enum PaneTitle {
  static func name(of pane: PaneID, in state: DashboardState) -> String {
    if pane == .legislation, state.includesClosedBills { return "Legislation" }
    return PaneDescription.of(pane).title
  }

  /// Behind the name: filter, order, arrivals.
  static func notes(of pane: PaneID, in state: DashboardState) -> [String] {
    switch pane {
    case .stories:
      var notes: [String] = []
      let filter = state.filtering.query.description
      if !filter.isEmpty { notes.append(filter) }
      if state.sort != .newest { notes.append(state.sort.label) }
      if state.folding == .open { notes.append("every copy") }
      if state.countsDistinct { notes.append("counted once") }
      return notes
    case .exchanges, .agencies, .legislation, .volatility:
      return state.sorts[pane] == .given ? [] : [state.sorts[pane].label(in: pane)]
    case .coverage: return state.coverage.notes
    case .reader:
      if state.reader.isGone { return ["removed from the folder"] }
      return state.reader.newerVersion != nil ? ["changed on disk"] : []
    }
  }

  /// `3 new ↑`, for what came in above the cursor.
  static func badge(of pane: PaneID, in state: DashboardState) -> String? {
    pane == .stories && state.arrivals > 0 ? "\(Numbers.grouped(state.arrivals)) new \(state.glyphs.arrowUp)" : nil
  }

  /// At the right end: how many.
  static func total(of pane: PaneID, in state: DashboardState) -> String {
    if pane == .coverage { return state.coverage.totals == nil ? "" : Numbers.grouped(state.rows.coverage.count) }
    guard state.shown != nil else { return "" }
    switch pane {
    case .stories:
      let count = state.rows.documents
      return state.filtering.isEmpty || count == state.totals.stories
        ? Numbers.grouped(count) : "\(Numbers.grouped(count)) of \(Numbers.grouped(state.totals.stories))"
    case .exchanges, .agencies, .legislation, .volatility: return Numbers.grouped(state.rows.count(in: pane))
    case .reader, .coverage: return ""
    }
  }

  /// In the bottom border: `1 of 42`, or how far down the text is.
  static func position(of pane: PaneID, in state: DashboardState) -> String {
    if pane == .reader {
      guard let story = state.reader.detail?.story else { return "" }
      let height = state.contentHeight(of: .reader)
      let count = state.reader.page.count
      if count <= height { return "all" }
      let part = state.reader.top == 0 ? "top" : "\(min(100, (state.reader.top + height) * 100 / max(1, count))) %"
      guard story.pages.count > 1, let page = story.page(at: state.reader.page.offset(ofLine: state.reader.top)) else { return part }
      return "p. \(page) of \(story.pages.count), \(part)"
    }
    let count = state.rows.count(in: pane)
    guard count > 0 else { return "" }
    let list = state.lists[pane]
    let chosen = list.chosen(of: count)
    let range = pane == .stories && list.anchor != nil ? "\(Numbers.counted(chosen.count, "chosen", "chosen")), " : ""
    return "\(range)\(Numbers.grouped(list.selected + 1)) of \(Numbers.grouped(count))"
  }
}
