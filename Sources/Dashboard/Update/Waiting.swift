import QueryLanguage
import RegulatoryModel

// What goes on once something has been loaded.

extension DashboardState {
  /// Rows came: whatever waited for them goes on.
  mutating func goOnWaiting() {
    switch waiting {
    case nil, .story: return
    case .rows(let action, let argument):
      guard targets.allSatisfy({ row(of: $0) != nil }) else { return }
      waiting = nil
      perform(action, argument: argument)
    case .jump(let mark, let forward, let from, let opens):
      waiting = nil
      jump(to: mark, forward: forward, from: from, opens: opens)
    }
  }

  /// `]u`, `[f` …: to the nearest story that is unread, or starred.
  mutating func jump(to mark: Mark, forward: Bool) {
    jump(to: mark, forward: forward, from: lists[.stories].selected + (forward ? 1 : -1), opens: focus == .reader)
  }

  /// Looks through the rows that are known, and asks for more where they end.
  private mutating func jump(to mark: Mark, forward: Bool, from: Int, opens: Bool) {
    var index = from
    while rows.stories.indices.contains(index) {
      guard let row = cache[rows.stories[index]] else { return loadMore(from: index, mark, forward: forward, opens: opens) }
      if mark == .read ? row.isUnread : row.isStarred {
        selectRow(index, in: .stories)
        if opens { open(row.id, from: .reader) }
        return
      }
      index += forward ? 1 : -1
    }
    let kind = mark == .read ? "unread" : "starred"
    say("No \(kind) story further \(forward ? "down" : "up")")
  }

  private mutating func loadMore(from index: Int, _ mark: Mark, forward: Bool, opens: Bool) {
    let chunk = 500
    let range = forward ? index..<min(index + chunk, rows.stories.count) : max(0, index - chunk + 1)..<(index + 1)
    cache.trim(keeping: rows.stories[range])
    let wanted = cache.claim(rows.stories[range])
    // Rows that were asked for and never came are gone from the library; they can't be waited for.
    guard !wanted.isEmpty else { return say("Still loading these stories") }
    waiting = .jump(mark, forward: forward, from: index, opens: opens)
    emit(.loadRows(wanted))
  }

  /// Does something with the story that is meant, once it is loaded.
  mutating func withStory(_ errand: StoryErrand) {
    let id = focus == .reader ? reader.wanted : selectedStory
    guard let id else { return say("There is no story here") }
    if let detail = reader.detail, detail.row.id == id { return carryOut(errand, on: detail) }
    waiting = .story(id, errand)
    emit(.openStory(id, query: filtering.query))
  }

  /// What a citation is of: the mention that is lit, else the top of what the reader shows; nil where the story is not being read.
  private func citedPlace(in detail: StoryDetail) -> Int? {
    guard focus == .reader, reader.detail?.row.id == detail.row.id else { return nil }
    if let mark = reader.currentMark, reader.marks.indices.contains(mark) { return reader.marks[mark].mention.span.lowerBound }
    return reader.page.offset(ofLine: reader.top)
  }

  mutating func carryOut(_ errand: StoryErrand, on detail: StoryDetail) {
    switch errand {
    case .chooseThing(let mode): chooseThing(of: detail, mode)
    case .copyTitle: copy(Citation.title(detail), "title and source")
    case .copyCitation: copy(Citation.full(detail, at: citedPlace(in: detail)), "citation")
    case .copyPath: copy(detail.fullPath, "path")
    case .copyAddress:
      if let url = detail.story.url { copy(url, "address") } else { say("This story gives no address") }
    case .copyQuotation:
      guard let mark = reader.currentMark.flatMap({ reader.marks.indices.contains($0) ? reader.marks[$0] : nil }) else {
        return say("No mention is lit" + (hint(.nextMention).map { ". \($0) goes to the next" }.orEmpty))
      }
      copy(Citation.quotation(of: mark.mention.span, in: detail), "quotation")
    case .openOriginal: emit(.openOriginal(path: detail.fullPath))
    case .openAddress:
      if let url = detail.story.url { emit(.openAddress(url: url)) } else { say("This story gives no address") }
    case .edit: emit(.edit(path: detail.fullPath))
    case .pipe(let command): emit(.pipe(command: command, text: detail.story.text))
    }
  }

  private mutating func copy(_ text: String, _ what: String) {
    emit(.copy(text))
    say("Copied the \(what)")
  }

  /// Copies the title, or one line for each story of a range.
  mutating func copyTitle() {
    guard hasRange else { return withStory(.copyTitle) }
    let known = targets.compactMap { row(of: $0) }
    guard known.count == targets.count else { return say("Still loading these stories") }
    emit(.copy(known.map { "\($0.title) (\($0.date.longText), \($0.path))" }.joined(separator: "\n")))
    lists[.stories].anchor = nil
    say("Copied \(Numbers.counted(known.count, "title", "titles"))")
  }

  mutating func pipe(_ command: String?) {
    guard let command else {
      guard focus != .reader || reader.detail != nil else { return say("There is no story here") }
      prompt = Prompt(.pipe)
      return
    }
    withStory(.pipe(command))
  }

  mutating func export(_ path: String?) {
    let ids = focus == .reader || hasRange ? Array(targets) : rows.stories
    guard !ids.isEmpty else { return say("There is no story to export") }
    prompt = Prompt(.export(ids), text: path ?? (ids.count == 1 ? "story.md" : "stories.csv"))
    if path != nil { submitPrompt() }
  }
}
