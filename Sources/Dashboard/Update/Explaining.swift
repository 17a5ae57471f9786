import QueryLanguage
import RegulatoryModel

// `i`: the sentence and the rule behind the value under the cursor.

extension DashboardState {
  mutating func explain() {
    switch focus {
    case .exchanges, .agencies:
      guard let row = selected(focus == .exchanges ? rows.exchanges : rows.agencies) else { return say("There is nothing to explain here") }
      overlay = .why(WhyView(topic: .entity(row), story: nil, title: "Why \(row.name): the newest of \(Numbers.stories(row.stories))"))
      emit(.findEvidence(row.key, query: filtering.query.narrowed(by: .field(QueryField(row.key.kind), .id(row.key.id)))))
    case .legislation:
      guard let row = selected(rows.bills) else { return say("There is no bill here") }
      guard let evidence = row.evidence else {
        return say("No story tells a stage of \(row.label)" + (hint(.open).map { ". \($0) lists its stories" }.orEmpty))
      }
      explain(.billStage(row), story: evidence.story, title: "Why \(row.label) stands at “\(row.stage?.label ?? "no stage")”")
    case .volatility:
      guard let row = selected(rows.volatility) else { return say("There is no price move here") }
      explain(.move(row), story: row.place.story, title: "Why \(MoveText.whole(row.note, glyphs: glyphs))")
    case .stories:
      guard let id = selectedStory else { return say("There is no story here") }
      explain(.story, story: id, title: "Why this story stands here")
    case .coverage: explainCovered()
    case .reader:
      guard let detail = reader.detail else { return say("There is no story here") }
      if let current = reader.currentMark {
        explain(.mention(current), story: detail.row.id, title: "Why this is marked")
      } else {
        explain(.story, story: detail.row.id, title: "Why this story stands here")
      }
    }
  }

  private mutating func explain(_ topic: WhyView.Topic, story: StoryID, title: String) {
    var view = WhyView(topic: topic, story: story, title: title)
    if let detail = reader.detail, detail.row.id == story {
      view.entries = entries(for: topic, in: detail)
    } else {
      emit(.openStory(story, query: filtering.query))
    }
    overlay = .why(view)
  }

  func entries(for topic: WhyView.Topic, in detail: StoryDetail) -> [WhyView.Entry] {
    Evidence(detail, words: ruleWords, traces: traces[detail.row.id] ?? [], today: today).entries(for: topic)
  }

  mutating func takeTrace(of id: StoryID, _ notes: [TraceNote]) {
    // Only those of the last few stories are asked for again.
    if traces.count > 32 { traces = [:] }
    traces[id] = notes.isEmpty ? nil : notes
  }

  mutating func takeEvidence(_ key: EntityKey, _ details: [StoryDetail]) {
    guard case .why(var view) = overlay, case .entity(let row) = view.topic, row.key == key, view.entries == nil else { return }
    view.entries = details.flatMap { entries(for: view.topic, in: $0) }
    overlay = .why(view)
  }
}
