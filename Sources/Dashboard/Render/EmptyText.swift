import QueryLanguage
import RegulatoryModel

/// What stands in a pane that has nothing to show.
enum EmptyText {
  static func words(for pane: PaneID, in state: DashboardState) -> String {
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

  private static func longerWords(_ query: Query) -> [String] {
    for case .text(.word(let word)) in query.conjuncts { return ["Try \(word)* for longer words."] }
    return []
  }
}
