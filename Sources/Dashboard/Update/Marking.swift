import QueryLanguage
import RegulatoryModel

// Marks and tags, on one story or a range, and taking them back.

extension DashboardState {
  /// Most stories that one mark can be set on.
  static let mostAtOnce = 10_000

  /// The stories that an action is about: the range, the reader's, or the one under the cursor.
  var targets: ArraySlice<StoryID> {
    if focus == .reader, let id = reader.detail?.row.id { return [id] }
    return rows.stories[lists[.stories].chosen(of: rows.stories.count)]
  }

  var hasRange: Bool { focus == .stories && lists[.stories].anchor != nil }

  /// The targets with all their rows known; nil, with the reason said or the rows asked for, where that is not so.
  private mutating func knownTargets(for action: Action, argument: String?) -> [StoryID]? {
    let ids = targets
    guard !ids.isEmpty else {
      say("There is no story here")
      return nil
    }
    guard ids.count <= Self.mostAtOnce else {
      say("\(Numbers.grouped(ids.count)) stories are too many at once: \(Numbers.grouped(Self.mostAtOnce)) at most")
      return nil
    }
    guard ids.allSatisfy({ row(of: $0) != nil }) else {
      let missing = cache.claim(ids)
      if !missing.isEmpty { emit(.loadRows(missing)) }
      waiting = .rows(action, argument: argument)
      return nil
    }
    return Array(ids)
  }

  mutating func toggleRange() {
    guard !rows.stories.isEmpty else { return say("There is no story here") }
    lists[.stories].anchor = lists[.stories].anchor == nil ? lists[.stories].selected : nil
    if lists[.stories].anchor != nil { say("Range: move, then mark, star, tag, copy or export. Esc ends it") }
  }

  mutating func mark(_ mark: Mark, _ value: Bool, by action: Action) {
    guard let ids = knownTargets(for: action, argument: nil) else { return }
    let changing = ids.filter { self.value(mark, of: $0) != value }
    repeatable = Repeatable(action: action)
    lists[.stories].anchor = nil
    guard !changing.isEmpty else { return say("Already \(Self.words(mark, value))") }
    setMarks(mark, changing, value)
    say("\(changing.count == 1 ? "Marked" : Numbers.stories(changing.count) + " marked") as \(Self.words(mark, value))" + undoHint)
  }

  mutating func toggleStar() {
    guard let ids = knownTargets(for: .star, argument: nil) else { return }
    mark(.starred, !ids.allSatisfy { row(of: $0)?.isStarred == true }, by: .star)
  }

  private func value(_ mark: Mark, of id: StoryID) -> Bool? {
    row(of: id).map { row in
      switch mark {
      case .read: !row.isUnread
      case .starred: row.isStarred
      }
    }
  }

  private static func words(_ mark: Mark, _ value: Bool) -> String {
    switch (mark, value) {
    case (.read, true): "read"
    case (.read, false): "unread"
    case (.starred, true): "starred"
    case (.starred, false): "not starred"
    }
  }

  var undoHint: String { hint(.undo).map { ". \($0) takes it back" }.orEmpty }

  /// Sets a mark here and in the library, so that it can be taken back.
  mutating func setMarks(_ mark: Mark, _ ids: [StoryID], _ value: Bool) {
    undoLog.record(.mark(mark, ids, value))
    store(mark, ids, value)
  }

  private mutating func store(_ mark: Mark, _ ids: [StoryID], _ value: Bool) {
    emit(.setMark(mark, ids, value))
    changeRows(ids) { row in
      switch mark {
      case .read: row.isUnread = !value
      case .starred: row.isStarred = value
      }
    }
  }

  private mutating func changeRows(_ ids: [StoryID], _ body: (inout StoryRow) -> Void) {
    for id in ids { cache.change(id, body) }
    if var row = reader.detail?.row, ids.contains(row.id) {
      body(&row)
      refreshReader(row)
    }
  }

  mutating func tag(_ name: String?, adds: Bool) {
    guard let ids = knownTargets(for: adds ? .tag : .untag, argument: name) else { return }
    if let name { return setTag(name, ids, adds: adds) }
    if !adds, ids.allSatisfy({ row(of: $0)?.tags.isEmpty != false }) { return say("There is no tag to take off") }
    prompt = Prompt(adds ? .tag(ids) : .untag(ids))
    refreshChoices()
  }

  mutating func setTag(_ text: String, _ ids: [StoryID], adds: Bool) {
    let name = String(text.trimmed.drop { $0 == "#" }.map { $0.isWhitespace ? "-" : $0 })
    guard !name.isEmpty else { return say("A tag needs a name") }
    let changing = ids.filter { (row(of: $0)?.tags.contains(name) == true) != adds }
    repeatable = Repeatable(action: adds ? .tag : .untag, argument: name)
    lists[.stories].anchor = nil
    guard !changing.isEmpty else { return say(adds ? "Already tagged #\(name)" : "Not tagged #\(name)") }
    undoLog.record(.tag(name, changing, adds))
    storeTag(name, changing, adds)
    let what = changing.count == 1 ? (adds ? "Tagged" : "Took off") : "\(Numbers.stories(changing.count)) \(adds ? "tagged" : "without")"
    say("\(what) #\(name)" + undoHint)
  }

  private mutating func storeTag(_ name: String, _ ids: [StoryID], _ adds: Bool) {
    emit(.setTag(name, ids, adds))
    changeRows(ids) { row in
      row.tags.removeAll { $0 == name }
      if adds { row.tags.append(name) }
    }
  }

  mutating func undo() {
    guard let step = undoLog.takeBack() else { return say("Nothing to take back") }
    switch step {
    case .filter(let from, _): restore(from)
    case .mark(let mark, let ids, let value): store(mark, ids, !value)
    case .tag(let name, let ids, let adds): storeTag(name, ids, !adds)
    case .correction(let record): emit(.takeBack(record))
    }
    say("Took back: \(Self.words(step))" + (hint(.redo).map { ". \($0) does it again" }.orEmpty))
  }

  mutating func redo() {
    guard let step = undoLog.doAgain() else { return say("Nothing to do again") }
    switch step {
    case .filter(_, let to): restore(to)
    case .mark(let mark, let ids, let value): store(mark, ids, value)
    case .tag(let name, let ids, let adds): storeTag(name, ids, adds)
    case .correction(let record): emit(.correctAgain(record))
    }
    say("Did again: \(Self.words(step))")
  }

  private mutating func restore(_ state: FilterState) {
    guard state != filtering else { return }
    filtering = state
    ask()
  }

  private static func words(_ step: UndoLog.Step) -> String {
    switch step {
    case .filter(let from, let to):
      if to.isEmpty { "taking off \(from.query.description)" } else { "the filter \(to.query.description)" }
    case .mark(let mark, let ids, let value): "\(Numbers.stories(ids.count)) marked as \(words(mark, value))"
    case .tag(let name, let ids, let adds): "\(Numbers.stories(ids.count)) \(adds ? "tagged" : "without") #\(name)"
    case .correction(let record): "the correction: \(record.label)"
    }
  }

  mutating func repeatLast() {
    guard let repeatable else { return say("Nothing to repeat yet: marks, tags and filters can be") }
    perform(repeatable.action, argument: repeatable.argument)
  }
}
