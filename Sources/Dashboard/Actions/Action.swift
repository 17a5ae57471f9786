/// Everything that a key can do. The raw value is its name in `keys.toml` and behind `:`.
package enum Action: String, CaseIterable, Sendable, Hashable {
  // Moving
  case down, up, first, last
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  // Panes
  case paneLeft = "pane-left"
  case paneRight = "pane-right"
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case exchanges, agencies, legislation, volatility, stories, reader
  case larger, smaller, zoom
  // Reading
  case open, back
  case nextStory = "next-story"
  case previousStory = "previous-story"
  case nextMention = "next-mention"
  case previousMention = "previous-mention"
  case nextUnread = "next-unread"
  case previousUnread = "previous-unread"
  case nextStarred = "next-starred"
  case previousStarred = "previous-starred"
  case why
  // Searching and filtering
  case search
  case nextHit = "next-hit"
  case previousHit = "previous-hit"
  case filterTo = "filter-to"
  case filterOr = "filter-or"
  case exclude
  case filter
  case savedFilters = "saved-filters"
  case saveFilter = "save-filter"
  case clear, sort
  case closedBills = "closed-bills"
  case fold
  case unfoldAll = "unfold-all"
  case foldAll = "fold-all"
  case countDistinct = "count-distinct"
  case compareCopies = "compare-copies"
  // Marking
  case range
  case markRead = "mark-read"
  case markUnread = "mark-unread"
  case star, tag, untag, undo, redo
  case repeatLast = "repeat"
  // Correcting
  case wrong, deny, alias, reload
  // Taking along
  case copyTitle = "copy-title"
  case copyAddress = "copy-address"
  case copyPath = "copy-path"
  case copyCitation = "copy-citation"
  case copyQuotation = "copy-quotation"
  case export, original, address, edit, pipe
  // The program
  case command, help
  case allKeys = "all-keys"
  case rescan
  case rescanAll = "rescan-all"
  case coverage
  case nextStatus = "next-status"
  case previousStatus = "previous-status"
  case retry
  case retryAll = "retry-all"
  case stop, redraw, suspend, theme, set, leave
}

/// A heading of the help.
package enum ActionGroup: String, CaseIterable, Sendable {
  case moving = "Moving"
  case panes = "Panes"
  case reading = "Reading"
  case filtering = "Searching and filtering"
  case marking = "Marking"
  case correcting = "Correcting"
  case taking = "Copying, opening, exporting"
  case program = "The program"
}

/// Where a key is pressed. The raw value is the prefix that `keys.toml` uses for it: `reader:Space`.
package enum KeyContext: String, CaseIterable, Sendable, Hashable {
  case entities, legislation, volatility, stories, reader, coverage

  /// What the help calls it.
  package var label: String {
    switch self {
    case .entities: "exchanges and agencies"
    case .legislation: "legislation"
    case .volatility: "volatility"
    case .stories: "stories"
    case .reader: "the reader"
    case .coverage: "the coverage"
    }
  }

  package static let facets: Set<KeyContext> = [.entities, .legislation, .volatility]
  package static let lists: Set<KeyContext> = [.entities, .legislation, .volatility, .stories]
  /// The six panes: everywhere but in the coverage.
  package static let panes: Set<KeyContext> = [.entities, .legislation, .volatility, .stories, .reader]
  package static let everywhere = Set(KeyContext.allCases)

  /// The places that a prefix before a key stands for; nil for none that is known.
  package static func named(_ name: String) -> Set<KeyContext>? {
    switch name {
    case "facets": facets
    case "lists": lists
    default: KeyContext(rawValue: name).map { [$0] }
    }
  }
}

/// What may follow an action's name behind `:`.
package enum ActionArgument: String, Sendable, Hashable {
  case query = "QUERY"
  case sort = "ORDER"
  case theme = "THEME"
  case setting = "SETTING"
  case tag = "TAG"
  case path = "FILE"
  case shell = "COMMAND"
  case name = "NAME"
  case deniedThing = "THING [NAME]"
  case namedThing = "THING NAME"
}
