import RegulatoryModel
import TerminalCanvas

// Which pane has the keys, and how large it is.

extension DashboardState {
  /// Gives the keys to a pane that a person named.
  mutating func go(to pane: PaneID) {
    trail = []
    setFocus(pane)
    if pane == .reader, let id = selectedStory, reader.wanted != id { request(id) }
  }

  mutating func setFocus(_ pane: PaneID) {
    if pane != .stories { lists[.stories].anchor = nil }
    focus = pane
    if pane.isFacet { lastFacet = pane }
    keepAllInSight()
  }

  mutating func moveSideways(_ direction: Int) {
    switch (focus, direction) {
    case (.reader, -1): setFocus(.stories)
    case (.stories, -1): setFocus(lastFacet)
    case (.stories, _): openSelected()
    case (.reader, _): say("This is the last pane" + (hint(.paneLeft).map { ". \($0) goes back" }.orEmpty))
    case (_, -1): say("This is the first column")
    default: go(to: .stories)
    }
  }

  mutating func tab(_ direction: Int) {
    if focus == .reader, let current = reader.currentMark, reader.marks.indices.contains(current + direction) {
      return moveMention(direction)
    }
    let all = PaneID.numbered
    let index = (focus.rawValue - 1 + direction + all.count) % all.count
    go(to: all[index])
  }

  mutating func resizePane(_ step: Int) {
    guard let level = SizeLevel(rawValue: sizeLevel.rawValue + step) else {
      return say(step > 0 ? "This pane fills the screen" : "The panes have their usual sizes")
    }
    sizeLevel = level
    keepAllInSight()
  }

  mutating func zoom() {
    sizeLevel = sizeLevel == .full ? .normal : .full
    keepAllInSight()
  }

  mutating func goBack() {
    if sizeLevel != .normal, trail.isEmpty {
      sizeLevel = .normal
      return keepAllInSight()
    }
    if let pane = trail.popLast() { return setFocus(pane) }
    if focus == .reader || focus == .coverage { return setFocus(.stories) }
    say("Nothing to go back to" + (hint(.leave).map { ". \($0) leaves regwatch" }.orEmpty))
  }

  mutating func resize(to size: Size) {
    self.size = Size(columns: max(1, size.columns), rows: max(1, size.rows))
    keepAllInSight()
    emit(.redraw)
  }

  mutating func keepAllInSight() {
    for pane in PaneID.allCases where pane != .reader {
      lists[pane].keepInSight(count: rows.count(in: pane), height: contentHeight(of: pane))
    }
  }
}
