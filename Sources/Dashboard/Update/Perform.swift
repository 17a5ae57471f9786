import QueryLanguage

// Only dispatches: each action is carried out in the file of its area.

extension DashboardState {
  /// Carries out an action where the keys stand. One that can't be done now says why.
  mutating func perform(_ action: Action, argument: String? = nil) {
    guard ActionTable.info(action).contexts.contains(focus.context) else {
      return say(wrongPlace(action))
    }
    switch action {
    case .down: move(by: 1)
    case .up: move(by: -1)
    case .first: moveToEdge(isEnd: false)
    case .last: moveToEdge(isEnd: true)
    case .halfPageDown: movePage(0.5)
    case .halfPageUp: movePage(-0.5)
    case .pageDown: movePage(1)
    case .pageUp: movePage(-1)
    case .paneLeft: moveSideways(-1)
    case .paneRight: moveSideways(1)
    case .nextPane: tab(1)
    case .previousPane: tab(-1)
    case .exchanges: go(to: .exchanges)
    case .agencies: go(to: .agencies)
    case .legislation: go(to: .legislation)
    case .volatility: go(to: .volatility)
    case .stories: go(to: .stories)
    case .reader: go(to: .reader)
    case .larger: resizePane(1)
    case .smaller: resizePane(-1)
    case .zoom: zoom()
    case .open: openSelected()
    case .back: goBack()
    case .nextStory: readNeighbour(1)
    case .previousStory: readNeighbour(-1)
    case .nextMention: moveMention(1)
    case .previousMention: moveMention(-1)
    case .nextUnread: jump(to: .read, forward: true)
    case .previousUnread: jump(to: .read, forward: false)
    case .nextStarred: jump(to: .starred, forward: true)
    case .previousStarred: jump(to: .starred, forward: false)
    case .why: explain()
    case .wrong: correctHere()
    case .deny: deny(argument)
    case .alias: alias(argument)
    case .reload: emit(.reloadNames)
    case .search: beginSearch(argument)
    case .nextHit: moveHit(1)
    case .previousHit: moveHit(-1)
    case .filterTo: filterBySelection(.only)
    case .filterOr: filterBySelection(.or)
    case .exclude: filterBySelection(.exclude)
    case .filter: editFilter(argument)
    case .savedFilters: showSavedFilters()
    case .saveFilter: saveFilter(named: argument)
    case .clear: clearFilter()
    case .sort: chooseSort(argument)
    case .closedBills: toggleClosedBills()
    case .fold: toggleFold()
    case .unfoldAll: setFolding(.open)
    case .foldAll: setFolding(.folded())
    case .countDistinct: toggleDistinct()
    case .compareCopies: compareCopies()
    case .range: toggleRange()
    case .markRead: mark(.read, true, by: action)
    case .markUnread: mark(.read, false, by: action)
    case .star: toggleStar()
    case .tag: tag(argument, adds: true)
    case .untag: tag(argument, adds: false)
    case .undo: undo()
    case .redo: redo()
    case .repeatLast: repeatLast()
    case .copyTitle: copyTitle()
    case .copyAddress: withStory(.copyAddress)
    case .copyPath: focus == .coverage ? copyFilePath() : withStory(.copyPath)
    case .copyCitation: withStory(.copyCitation)
    case .copyQuotation: withStory(.copyQuotation)
    case .original: focus == .coverage ? openFile() : withStory(.openOriginal)
    case .address: withStory(.openAddress)
    case .edit: withStory(.edit)
    case .pipe: pipe(argument)
    case .export: export(argument)
    case .command: beginCommand()
    case .help: showHelp(isComplete: false)
    case .allKeys: showHelp(isComplete: true)
    case .rescan: rescan()
    case .rescanAll: rescanAll()
    case .stop: stop()
    case .redraw: emit(.redraw)
    case .suspend: emit(.suspend)
    case .theme: setTheme(argument)
    case .set: set(argument)
    case .leave: leave()
    case .coverage: showCoverage()
    case .nextStatus: stepCoverage(1)
    case .previousStatus: stepCoverage(-1)
    case .retry: retry()
    case .retryAll: retryAll()
    }
  }

  private func wrongPlace(_ action: Action) -> String { "\(action.rawValue) works in \(Self.places(of: action))" }

  /// Where an action can be used, in words.
  static func places(of action: Action) -> String {
    let all = ActionTable.info(action).contexts
    let contexts = all == [.coverage] ? all : all.subtracting([.coverage])
    if contexts == KeyContext.lists { return "the lists" }
    if contexts == KeyContext.facets { return "the panes on the left" }
    return KeyContext.allCases.filter(contexts.contains).map(\.label).joined(separator: " and ")
  }
}
