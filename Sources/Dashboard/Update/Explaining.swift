import QueryLanguage
import RegulatoryModel

// `i`: the sentence and the rule behind the value under the cursor.

extension DashboardState {
  mutating func explain() {
    switch focus {
    case .exchanges, .agencies:
      guard let row = selected(focus == .exchanges ? rows.exchanges : rows.agencies) else { return say("There is nothing to explain here") }
      let shown = hint(.open).map { "\($0) lists them; " }.orEmpty
      say("\(row.name) is named in \(Numbers.stories(row.stories)). \(shown)\(hint(.why) ?? "why") on a story shows its sentences")
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
      view.entries = Evidence.entries(for: topic, in: detail, words: ruleWords, today: today)
    } else {
      emit(.openStory(story, query: filtering.query))
    }
    overlay = .why(view)
  }
}
