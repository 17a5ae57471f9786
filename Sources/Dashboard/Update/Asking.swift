import PrintableText
import QueryLanguage
import RegulatoryModel
import TerminalCanvas

// Questions to the library: when one is asked, and what becomes of rows and commits.

extension DashboardState {
  /// Asks for everything on the screen anew. An older question still under way is answered in vain.
  mutating func ask() {
    generation += 1
    asksAgain = false
    failure = nil
    outbox.removeAll { if case .ask = $0 { true } else { false } }
    emit(
      .ask(
        DashboardRequest(
          query: filtering.query, sort: sort, includesClosedBills: includesClosedBills, folding: folding, countsDistinct: countsDistinct,
          today: today, generation: generation)))
  }

  mutating func turnDay(to day: CalendarDay) {
    guard day != today else { return }
    today = day
    reader.page = ReaderPage()
    ask()
  }

  mutating func takeFailure(_ problem: Problem, generation: Int) {
    guard generation == self.generation else { return }
    answeredGeneration = generation
    failure = problem
    say(problem)
  }

  mutating func take(_ loaded: [StoryRow]) {
    cache.store(loaded)
    if let id = reader.detail?.row.id, let row = loaded.first(where: { $0.id == id }) { refreshReader(row) }
    goOnWaiting()
  }

  /// Something was stored: what is on the screen is asked for again, and never moves for it.
  mutating func takeCommit(added: [StoryID], changed: [StoryID], removed: [StoryID]) {
    cache.markStale(changed)
    cache.remove(removed)
    if let id = reader.detail?.row.id {
      if removed.contains(id) {
        reader.isGone = true
      } else if changed.contains(id) {
        emit(.openStory(id, query: filtering.query))
      }
    }
    // While loading, commits come faster than answers: one question at a time, or no answer would ever count.
    if generation == answeredGeneration { ask() } else { asksAgain = true }
    if focus == .coverage { askCoverage() }
  }

  mutating func take(_ progress: LoadProgress?) {
    if progress == nil, self.progress != nil, focus == .coverage { askCoverage() }
    self.progress = progress
    if progress != nil { isFilling = true }
  }

  mutating func take(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    if prompt != nil { refreshChoices() }
  }

  mutating func take(_ filters: [SavedFilter]) {
    savedFilters = filters
    if case .menu(let menu) = overlay, menu.items.contains(where: { $0.choice == .saveCurrent }) {
      let selected = menu.list.selected
      showSavedFilters()
      if case .menu(var menu) = overlay {
        menu.list.selected = min(selected, max(0, menu.items.count - 1))
        overlay = .menu(menu)
      }
    }
  }

  /// Asks for the story rows that are in sight or will soon be.
  mutating func loadVisibleRows() {
    let count = rows.stories.count
    guard count > 0, let height = layout.content(of: .stories)?.height, height > 0 else { return }
    let top = lists[.stories].top
    func window(_ before: Int, _ after: Int) -> Range<Int> { max(0, top - before)..<min(count, top + height + after) }
    guard rows.stories[window(height / 2, height / 2)].contains(where: { !cache.isCurrent($0) }) else { return }
    let wanted = cache.claim(rows.stories[window(height * 2, height * 2)])
    if !wanted.isEmpty { emit(.loadRows(wanted)) }
    if waiting == nil { cache.trim(keeping: rows.stories[window(500, 500)]) }
  }

  /// The terminal's title: the folders, and what they are filtered to.
  mutating func retitle() {
    let filter = filtering.query.description
    let place = isSamples ? "samples" : folders.joined(separator: " ")
    let new = PrintableText.safe("regwatch \(place)" + (filter.isEmpty ? "" : ": \(filter)"))
    guard new != title else { return }
    title = new
    emit(.setTitle(new))
  }
}
