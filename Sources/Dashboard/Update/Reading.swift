import QueryLanguage
import RegulatoryModel

// The reader: which story it shows, and how a story is opened.

extension DashboardState {
  /// Opens what the cursor is on: a story in the reader, a row's stories in the list.
  mutating func openSelected() {
    switch focus {
    case .stories:
      guard let id = selectedStory else { return say("There is no story to open") }
      open(id, from: .stories)
    case .volatility:
      guard let row = selected(rows.volatility) else { return say("There is no price move here") }
      open(row.place.story, at: row.place, from: .volatility)
    case .exchanges, .agencies, .legislation:
      guard let (field, id) = valueUnderCursor() else { return say("There is nothing to open here") }
      if !filtering.filter.chosenValues(of: field).wanted.contains(id) { applyFilter(field, id, .only) }
      let from = focus
      setFocus(.stories)
      trail.append(from)
    case .coverage: openCovered()
    case .reader: break
    }
  }

  func selected<Row>(_ list: [Row]) -> Row? {
    let index = lists[focus].selected
    return list.indices.contains(index) ? list[index] : nil
  }

  /// Shows a story in the reader because a person wants to read it.
  mutating func open(_ id: StoryID, at place: StoryPlace? = nil, from pane: PaneID) {
    if pane != .reader {
      setFocus(.reader)
      trail.append(pane)
      if trail.count > 8 { trail.removeFirst() }
    }
    opening = id
    destination = place
    guard reader.wanted == id else { return request(id) }
    if reader.detail?.row.id == id { return finishOpening() }
    // On its way already: asked for twice, it would come once more as it was before it was marked as read.
    if reader.failure != nil { request(id) }
  }

  /// Asks for the reader's story.
  mutating func request(_ id: StoryID) {
    reader.wanted = id
    emit(.openStory(id, query: filtering.query))
  }

  /// The reader shows the story under the list's cursor, unless a person reads another one.
  mutating func followSelection() {
    guard shown != nil else { return }
    if focus == .reader {
      if reader.wanted == nil, let id = selectedStory { request(id) }
      return
    }
    opening = nil
    guard layout.content(of: .reader) != nil else { return }
    guard let id = selectedStory else {
      reader = ReaderState()
      return
    }
    if reader.wanted != id { request(id) }
  }

  mutating func take(_ detail: StoryDetail, hits: [Range<Int>]) {
    let id = detail.row.id
    if case .why(var view) = overlay, view.story == id, view.entries == nil {
      view.entries = entries(for: view.topic, in: detail)
      overlay = .why(view)
    }
    if case .story(id, let errand) = waiting {
      waiting = nil
      carryOut(errand, on: detail)
    }
    cache.store([detail.row])
    guard reader.wanted == id else { return }
    if let present = reader.detail, present.row.id == id {
      if present.story.text == detail.story.text || (reader.top == 0 && reader.currentMark == nil) {
        reader.take(detail, hits: hits)
      } else {
        reader.newerVersion = detail
        say("This story has changed on disk" + (hint(.rescan).map { ". \($0) shows the new version" }.orEmpty))
      }
    } else {
      reader.show(detail, hits: hits)
    }
    layOutReader()
    finishOpening()
  }

  /// Once the story is there: it counts as read, and the reader goes where it was sent.
  private mutating func finishOpening() {
    guard let id = opening, reader.detail?.row.id == id else { return }
    opening = nil
    if let place = destination, place.story == id {
      destination = nil
      layOutReader()
      reader.currentMark = reader.marks.firstIndex { $0.mention.span == place.span }
      reader.top = min(max(0, reader.page.line(at: place.span.lowerBound) - contentHeight(of: .reader) / 3), lastReaderTop)
    }
    if row(of: id)?.isUnread == true { setMarks(.read, [id], true) }
  }

  mutating func takeMissing(_ id: StoryID) {
    if case .why(var view) = overlay, view.story == id {
      view.entries = []
      overlay = .why(view)
    }
    if case .story(id, _) = waiting {
      waiting = nil
      say("This story is no longer in the library")
    }
    guard reader.wanted == id else { return }
    if reader.detail?.row.id == id {
      reader.isGone = true
    } else {
      reader = ReaderState()
      reader.wanted = id
      reader.failure = "This story is no longer in the library."
    }
  }

  /// A row of the reader's story came anew: its marks and tags are shown.
  mutating func refreshReader(_ row: StoryRow) {
    guard reader.detail?.row.id == row.id, reader.detail?.row != row else { return }
    reader.detail?.row = row
    reader.page = ReaderPage()
  }

  /// Opens the story before or after, as the list stands.
  mutating func readNeighbour(_ direction: Int) {
    let count = rows.stories.count
    guard count > 0 else { return say("There are no stories") }
    var index = lists[.stories].selected + direction
    // The story in the reader may have left the list (read, under is:unread): the cursor then stands on the one that took its place.
    if focus == .reader, let id = reader.wanted, selectedStory != id, direction > 0, reader.detail?.row.id == id, !isInList(id) {
      index = lists[.stories].selected
    }
    guard rows.stories.indices.contains(index) else {
      return say(direction > 0 ? "This is the last story" : "This is the first story")
    }
    selectRow(index, in: .stories)
    open(rows.stories[index], from: focus)
  }

  /// Looks near the cursor, where the story would be.
  private func isInList(_ id: StoryID) -> Bool {
    let place = lists[.stories].selected
    let near = max(0, place - 200)..<min(rows.stories.count, place + 200)
    return rows.stories[near].contains(id)
  }

  /// Wraps the story for the reader's width where that is not done yet; the first line in sight stays in sight.
  mutating func layOutReader() {
    guard let detail = reader.detail, let width = layout.readerTextWidth else { return }
    if reader.page.width != width {
      let old = reader.page
      // A page that was thrown away for another reason than its width has its lines where they were.
      let offset = old.width > 0 && reader.top >= old.head.count ? old.offset(ofLine: reader.top) : nil
      reader.page = ReaderPage(detail, facts: StoryFacts.lines(of: detail, glyphs: glyphs, width: width), width: width)
      if let offset { reader.top = reader.page.line(at: offset) }
    }
    reader.top = min(max(0, reader.top), lastReaderTop)
  }
}
