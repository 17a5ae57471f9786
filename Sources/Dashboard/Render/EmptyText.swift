import QueryLanguage
import RegulatoryModel

/// What stands in a pane that has nothing to show.
enum EmptyText {
  static func words(for pane: PaneID, in state: DashboardState) -> String {
    if pane == .coverage { return coverage(state) }
    let description = PaneDescription.of(pane)
    if let failure = state.failure, state.shown == nil { return failure.description }
    guard let shown = state.shown else { return "Loading\(state.glyphs.ellipsis)" }
    if shown.query != .everything {
      guard pane == .stories else { return description.emptyFiltered }
      return ([description.emptyFiltered] + longerWords(shown.query) + ["Esc takes the last filter off."]).joined(separator: " ")
    }
    if state.totals.stories == 0, state.progress != nil { return "Reading your files\(state.glyphs.ellipsis)" }
    guard pane == .stories else {
      if pane == .legislation, !state.includesClosedBills, let key = state.keyMap.keys(of: .closedBills, in: .legislation).first {
        return "No open bill is told of in these stories. \(key.name) shows closed ones."
      }
      return description.empty
    }
    let folders = state.folders.joined(separator: ", ")
    return description.empty
      + (folders.isEmpty ? " regwatch FOLDER opens yours." : " Put documents into \(folders); they are shown as they come.")
  }

  private static func coverage(_ state: DashboardState) -> String {
    let view = state.coverage
    if let failure = view.failure { return failure.description }
    guard let totals = view.totals else { return "Looking through the files\(state.glyphs.ellipsis)" }
    if !view.text.isEmpty { return "Nothing here with “\(view.text)”. Esc takes the search off." }
    switch view.tab {
    case .trouble where totals.all.count > 0, .reasons where totals.all.count > 0: return "Every file was read whole."
    case .silent: return "No agency that stories usually name is silent, as of \(totals.asOf.longText). " + SilenceRule.words
    default: return totals.all.count > 0 ? "No file here." : "There are no files yet."
    }
  }

  private static func longerWords(_ query: Query) -> [String] {
    for case .text(.word(let word)) in query.conjuncts { return ["Try \(word)* for longer words."] }
    return []
  }
}
