import QueryLanguage
import RegulatoryModel
import TerminalCanvas

// Keys while the help, a menu or a "why" lies over the panes. They are moved in like any list, by the user's own keys.

extension DashboardState {
  /// What a key means in an overlay.
  private enum Step { case by(Int), page(Int), first, last, choose, close, search, correct, other }

  mutating func handleInOverlay(_ key: Key) {
    switch overlay {
    case nil: break
    case .menu(let menu): handle(key, in: menu)
    case .help(let view): handle(key, in: view)
    case .why(let view): handle(key, in: view)
    }
  }

  private mutating func step(for key: Key) -> Step {
    switch key {
    case .escape, .control("c"): return .close
    case .enter: return .choose
    case .down, .control("n"): return .by(1)
    case .up, .control("p"): return .by(-1)
    default: break
    }
    let keys = pendingKeys + [key]
    switch keyMap.match(keys, in: focus.context) {
    case .prefix:
      pendingKeys = keys
      return .other
    case .none:
      pendingKeys = []
      return .other
    case .action(let action):
      pendingKeys = []
      return Self.step(for: action)
    }
  }

  private static func step(for action: Action) -> Step {
    switch action {
    case .down: .by(1)
    case .up: .by(-1)
    case .first: .first
    case .last: .last
    case .halfPageDown, .pageDown: .page(1)
    case .halfPageUp, .pageUp: .page(-1)
    case .open, .paneRight, .filterTo: .choose
    case .back, .paneLeft, .help, .allKeys, .why: .close
    case .search: .search
    case .wrong: .correct
    default: .other
    }
  }

  private mutating func close() {
    overlay = nil
    pendingKeys = []
  }

  // MARK: Menus

  private mutating func handle(_ key: Key, in menu: Menu) {
    var menu = menu
    let count = menu.items.count
    let height = max(1, PopupLayout.menu(menu, in: size).height - 2)
    switch key {
    case .character("d"):
      if case .savedFilter(let saved) = menu.items[menu.list.selected].choice {
        emit(.deleteFilter(name: saved.name))
        return say("Deleted the filter “\(saved.name)”")
      }
    case .character(let digit):
      if let number = digit.wholeNumberValue, (1...min(9, count)).contains(number) { return choose(menu.items[number - 1].choice) }
    default: break
    }
    switch step(for: key) {
    case .by(let rows): menu.list.select(menu.list.selected + rows, count: count, height: height)
    case .page(let direction): menu.list.select(menu.list.selected + direction * height, count: count, height: height)
    case .first: menu.list.select(0, count: count, height: height)
    case .last: menu.list.select(count - 1, count: count, height: height)
    case .choose: return choose(menu.items[menu.list.selected].choice)
    case .close: return close()
    case .search, .correct, .other: return
    }
    overlay = .menu(menu)
  }

  mutating func choose(_ choice: Menu.Choice) {
    close()
    switch choice {
    case .storySort(let sort): set(sort)
    case .rowSort(let sort, let pane): set(sort, in: pane)
    case .fileSort(let sort): set(sort)
    case .savedFilter(let saved): apply(saved)
    case .saveCurrent: saveFilter(named: nil)
    case .filter(let field, let id, let mode): applyFilter(field, id, mode)
    case .correct(let request): emit(.correct(request))
    case .means(let name, let other, let place):
      prompt = Prompt(.thing(name: name, insteadOf: other, place))
      refreshChoices()
    }
  }

  // MARK: Help

  private mutating func handle(_ key: Key, in view: HelpView) {
    var view = view
    defer { if case .help = overlay { overlay = .help(view) } }
    let count = HelpText.lines(for: view, in: self).count
    let height = PopupLayout.helpHeight(in: size)
    if view.isTyping {
      switch key {
      case .enter, .down: view.isTyping = false
      case .escape, .control("c"): (view.isTyping, view.search) = (false, nil)
      case .backspace where view.search?.isEmpty != false: (view.isTyping, view.search) = (false, nil)
      default: _ = view.search?.handle(key)
      }
      view.top = 0
      return
    }
    switch step(for: key) {
    case .by(let rows): view.top += rows
    case .page(let direction): view.top += direction * max(1, height - 1)
    case .first: view.top = 0
    case .last: view.top = count
    case .search: (view.isTyping, view.search) = (true, LineEditor())
    case .close where view.search != nil && key == .escape: view.search = nil
    case .close: return close()
    case .choose, .correct, .other: break
    }
    view.top = min(max(0, view.top), max(0, count - height))
  }

  // MARK: Why

  private mutating func handle(_ key: Key, in view: WhyView) {
    var view = view
    let rect = PopupLayout.why(in: size)
    let lines = WhyText.lines(of: view, width: WhyText.width(in: rect))
    let height = max(1, rect.height - 2)
    switch step(for: key) {
    case .by(let direction): move(direction, in: &view, lines, height)
    case .page(let direction):
      view.top += direction * max(1, height - 1)
      view.selected = lines[min(max(0, direction > 0 ? view.top : view.top + height / 2), lines.count - 1)].entry
    case .first: (view.top, view.selected) = (0, 0)
    case .last: (view.top, view.selected) = (lines.count, max(0, (view.entries?.count ?? 1) - 1))
    case .choose: return openEvidence(of: view)
    case .correct: return chooseCorrection(of: view)
    case .close: return close()
    case .search, .other: return
    }
    view.top = min(max(0, view.top), max(0, lines.count - height))
    overlay = .why(view)
  }

  /// To the next entry or the one before; one that is taller than the box is read to its end first.
  private func move(_ direction: Int, in view: inout WhyView, _ lines: [WhyText.Line], _ height: Int) {
    func range(_ entry: Int) -> Range<Int> {
      let first = lines.firstIndex { $0.entry == entry } ?? 0
      return first..<((lines.lastIndex { $0.entry == entry } ?? first) + 1)
    }
    let own = range(view.selected)
    if direction > 0, own.upperBound > view.top + height { return view.top += 1 }
    if direction < 0, own.lowerBound < view.top { return view.top -= 1 }
    let last = max(0, (view.entries?.count ?? 1) - 1)
    view.selected = min(max(0, view.selected + direction), last)
    let new = range(view.selected)
    if new.upperBound > view.top + height { view.top = min(new.lowerBound, new.upperBound - height) }
    if new.lowerBound < view.top { view.top = direction < 0 ? max(new.lowerBound, new.upperBound - height) : new.lowerBound }
  }

  /// Enter on the evidence: opens the story at it.
  private mutating func openEvidence(of view: WhyView) {
    if case .mention = view.topic { return close() }
    if case .file = view.topic, view.story == nil { return close() }
    guard let story = view.selectedEntry?.place?.story ?? view.story else { return close() }
    let place = view.selectedEntry?.place
    close()
    open(story, at: place, from: focus)
  }
}
