import QueryLanguage
import RegulatoryModel

// The copies of wire stories: folded to one row, or with a row each.

extension DashboardState {
  /// Opens the fold of the row under the cursor, or folds it again; from a further copy, the cursor goes to the row that stands for all.
  mutating func toggleFold() {
    let place = lists[.stories].selected
    guard place < rows.stories.count else { return say("There is no story here") }
    guard case .folded(var open) = folding else {
      return say("Every copy has its own row" + (hint(.foldAll).map { ". \($0) folds them" }.orEmpty))
    }
    // A further copy stands below the row that leads.
    var leading = place
    while leading > 0, rows.furtherCopies.contains(rows.stories[leading]) { leading -= 1 }
    let leader = rows.stories[leading]
    guard rows.copies[leader] != nil else { return say("There is no other copy of this story") }
    let end = rows.stories[(leading + 1)...].firstIndex { !rows.furtherCopies.contains($0) } ?? rows.stories.count
    let members = Set(rows.stories[leading..<end])
    if open.isDisjoint(with: members) {
      open.insert(leader)
    } else {
      open.subtract(members)
      var list = lists[.stories]
      list.select(leading, count: rows.stories.count, height: contentHeight(of: .stories))
      list.identity = .story(leader)
      lists[.stories] = list
    }
    folding = .folded(except: open)
    ask()
  }

  /// Lists the copies of the story under the cursor, and what each says that the first published one does not.
  mutating func compareCopies() {
    guard let id = focus == .reader ? reader.detail?.row.id : selectedStory else { return say("There is no story here") }
    overlay = .why(WhyView(topic: .copies(id), story: nil, title: "Copies of this story"))
    emit(.findCopies(id))
  }

  mutating func takeCopies(of id: StoryID, _ details: [StoryDetail]) {
    guard case .why(var view) = overlay, view.topic == .copies(id), view.entries == nil else { return }
    guard details.count > 1 else {
      overlay = nil
      return say("There is no other copy of this story")
    }
    view.title = "\(details.count) copies of this story, and what each adds to the first"
    view.entries = CopyComparison.entries(details)
    overlay = .why(view)
  }

  mutating func setFolding(_ new: Folding) {
    guard new != folding else { return say(new == .open ? "Every copy has its own row" : "The copies are folded") }
    folding = new
    ask()
  }

  mutating func toggleDistinct() {
    countsDistinct.toggle()
    say(countsDistinct ? "The panes count what copies of one wire story tell once" : "The panes count every document")
    ask()
  }
}
