import RegulatoryModel

// Only dispatches: what a message means is told in the file of its area.

/// The effects that begin the dashboard: the first question.
package func start(_ state: inout DashboardState) -> [Effect] {
  state.ask()
  return state.takeOutbox()
}

/// Changes the state as the message demands, and returns what is to be done about it, in order.
package func update(_ state: inout DashboardState, with message: Message) -> [Effect] {
  switch message {
  case .key(let key): state.handle(key)
  case .mouse(let event): state.handle(event)
  case .paste(let text): state.paste(text)
  case .resized(let size): state.resize(to: size)
  case .resumed: state.emit(.redraw)
  case .woke(let token): state.wake(token)
  case .dayChanged(let day): state.turnDay(to: day)
  case .answered(let answer): state.take(answer)
  case .answerFailed(let problem, let generation): state.takeFailure(problem, generation: generation)
  case .rowsLoaded(let rows): state.take(rows)
  case .storyLoaded(let detail, let hits): state.take(detail, hits: hits)
  case .storyMissing(let id): state.takeMissing(id)
  case .traced(let id, let notes): state.takeTrace(of: id, notes)
  case .evidence(let key, let details): state.takeEvidence(key, details)
  case .copies(let id, let details): state.takeCopies(of: id, details)
  case .corrected(let record, let changed): state.take(record, changed: changed)
  case .committed(let added, let changed, let removed, _): state.takeCommit(added: added, changed: changed, removed: removed)
  case .coverage(let answer): state.take(answer)
  case .coverageFailed(let problem, let generation): state.takeCoverageFailure(problem, generation: generation)
  case .filesLoaded(let files): state.coverage.store(files)
  case .progress(let progress): state.take(progress)
  case .watching(let watch): state.watch = watch
  case .vocabulary(let vocabulary): state.take(vocabulary)
  case .savedFilters(let filters): state.take(filters)
  case .themes(let names, let current): (state.themes, state.theme) = (names, current)
  case .problem(let problem): state.say(problem)
  case .notice(let text): state.say(text)
  }
  state.settle()
  return state.takeOutbox()
}

extension DashboardState {
  mutating func emit(_ effect: Effect) { outbox.append(effect) }

  mutating func takeOutbox() -> [Effect] {
    defer { outbox = [] }
    return outbox
  }

  mutating func say(_ text: String) { message = .notice(text) }
  mutating func say(_ problem: Problem) { message = .problem(problem.description) }

  /// Brings in line what follows from the rest: the reader's lines, the rows to load, the window's title.
  mutating func settle() {
    followSelection()
    layOutReader()
    loadVisibleRows()
    loadVisibleFiles()
    retitle()
  }
}
