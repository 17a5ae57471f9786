/// A set of keys to begin with.
package enum KeyPreset: String, CaseIterable, Sendable, Hashable {
  case vim, newsboat, arrows

  package var help: String {
    switch self {
    case .vim: "the default: letters as in vim, and the arrow keys"
    case .newsboat: "the keys of newsboat for reading"
    case .arrows: "arrow and function keys; letters only for commands"
    }
  }

  /// The actions whose keys differ from the table's.
  var changes: [Action: String] {
    switch self {
    case .vim: [:]
    case .newsboat:
      [
        .nextUnread: "n ]u", .previousUnread: "p [u", .nextHit: "]n", .previousHit: "[n", .markUnread: "N", .markRead: "m",
        .sort: "g", .first: "Home", .last: "End G", .allKeys: "", .clear: "^F", .pageDown: "reader:Space PgDn",
        .filterOr: "+", .larger: "", .tag: "^T", .command: ":", .original: "E", .address: "o", .why: "i", .undo: "U",
      ]
    case .arrows:
      [
        .down: "Down", .up: "Up", .first: "Home", .last: "End", .halfPageDown: "", .halfPageUp: "",
        .pageDown: "PgDn reader:Space", .pageUp: "PgUp reader:Backspace", .paneLeft: "Left", .paneRight: "Right",
        .search: "/ ^F F3", .nextHit: "n", .previousHit: "p", .larger: "+", .smaller: "_", .zoom: "facets:z reader:z stories:zz F4",
        .back: "q", .nextStory: "reader:.", .previousStory: "reader:,",
        .nextMention: "]", .previousMention: "[", .nextUnread: "lists:]", .previousUnread: "lists:[", .nextStarred: ")",
        .previousStarred: "(",
        .undo: "^Z", .redo: "^Y", .suspend: "", .repeatLast: "lists:.", .rescan: "F5", .rescanAll: "F6", .help: "F1 ?", .allKeys: "F2",
        .copyTitle: "yt", .command: ": F9", .leave: "F10 Q",
      ]
    }
  }

  /// The keys of an action in this preset, as a key file would write them.
  package func keys(of action: Action) -> String { changes[action] ?? ActionTable.info(action).keys }
}
