import QueryLanguage
import RegulatoryModel
import TerminalCanvas

// Cursor and scrolling, in lists and in the reader.

extension DashboardState {
  /// Rows of a pane on the screen; a guess for one that is not there.
  func contentHeight(of pane: PaneID) -> Int { max(1, layout.content(of: pane)?.height ?? size.rows - 3) }

  mutating func move(by lines: Int) {
    guard focus != .reader else { return scrollReader(by: lines) }
    selectRow(lists[focus].selected + lines, in: focus)
  }

  mutating func movePage(_ pages: Double) {
    let height = contentHeight(of: focus)
    // A full page keeps one line in sight, to read on from.
    let step = abs(pages) < 1 ? max(1, height / 2) : max(1, height - 1)
    if focus == .reader, pages > 0, reader.detail != nil, reader.top >= lastReaderTop {
      return say("End of the story" + hint(.nextStory).map { ". \($0) opens the next" }.orEmpty)
    }
    move(by: pages < 0 ? -step : step)
  }

  mutating func moveToEdge(isEnd: Bool) {
    guard focus != .reader else {
      reader.top = isEnd ? lastReaderTop : 0
      return
    }
    selectRow(isEnd ? rows.count(in: focus) - 1 : 0, in: focus)
  }

  /// Puts the cursor of a list on a row.
  mutating func selectRow(_ index: Int, in pane: PaneID) {
    let count = rows.count(in: pane)
    lists[pane].select(index, count: count, height: contentHeight(of: pane))
    lists[pane].identity = rows.identity(at: lists[pane].selected, in: pane)
    if pane == .stories, lists[pane].top == 0 { arrivals = 0 }
  }

  var lastReaderTop: Int { max(0, reader.page.count - contentHeight(of: .reader)) }

  mutating func scrollReader(by lines: Int) { reader.top = min(max(0, reader.top + lines), lastReaderTop) }

  /// Scrolls so that a place of the text is in sight, with some lines above it.
  mutating func showInReader(_ offset: Int) {
    let height = contentHeight(of: .reader)
    let line = reader.page.line(at: offset)
    guard line < reader.top || line >= reader.top + height else { return }
    reader.top = min(max(0, line - height / 3), lastReaderTop)
  }

  /// Whether a mention is lit where one can see it: then it is what the keys are about. One that was scrolled away from is not.
  var litMentionIsInSight: Bool {
    guard let current = reader.currentMark, reader.marks.indices.contains(current) else { return false }
    let span = reader.marks[current].mention.span
    let lines = reader.page.line(at: span.lowerBound)...reader.page.line(at: max(span.lowerBound, span.upperBound - 1))
    return lines.overlaps(reader.top..<(reader.top + contentHeight(of: .reader)))
  }

  var selectedStory: StoryID? {
    let index = lists[.stories].selected
    return index < rows.stories.count ? rows.stories[index] : nil
  }

  /// What is known of a story's row.
  func row(of id: StoryID) -> StoryRow? { cache[id] ?? (reader.detail?.row.id == id ? reader.detail?.row : nil) }

  /// The key to name for an action here, if it has one.
  func hint(_ action: Action) -> String? { keyMap.keys(of: action, in: focus.context).first?.name }
}

extension Optional<String> {
  var orEmpty: String { self ?? "" }
}
