import QueryLanguage
import RegulatoryModel

// Help, the running work, and the way out.

extension DashboardState {
  mutating func showHelp(isComplete: Bool) { overlay = .help(HelpView(context: focus.context, isComplete: isComplete)) }

  mutating func rescan() {
    if focus == .reader, let newer = reader.newerVersion {
      let top = reader.top
      reader.show(newer, hits: [])
      reader.top = top
      emit(.openStory(newer.row.id, query: filtering.query))
      return
    }
    guard progress == nil else { return say("Loading is under way" + (hint(.stop).map { ". \($0) stops it" }.orEmpty)) }
    emit(.rescan(all: false))
    say("Looking for changed files")
  }

  mutating func rescanAll() {
    guard progress == nil else { return say("Loading is under way" + (hint(.stop).map { ". \($0) stops it" }.orEmpty)) }
    emit(.rescan(all: true))
    say("Reading every file again")
  }

  /// Stops what is running; with nothing running, tells the way out the second time.
  mutating func stop() {
    if progress != nil {
      emit(.stopLoading)
      return say("Stopping. What is loaded stays")
    }
    if lists[.stories].anchor != nil {
      lists[.stories].anchor = nil
      return
    }
    say(stoppedNothing ? "To leave regwatch, press \(hint(.leave) ?? ":leave")" : "Nothing is running")
    stoppedNothing.toggle()
  }

  mutating func leave() {
    emit(.noteLook)
    emit(.quit)
  }
}
