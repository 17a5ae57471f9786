/// One row of the table of actions.
package struct ActionInfo: Sendable {
  package let action: Action
  package let group: ActionGroup
  /// One line, for help and documentation.
  package let help: String
  /// One or two words for the line at the bottom; empty where it never stands there.
  package let hint: String
  /// Where it can be used at all.
  package let contexts: Set<KeyContext>
  package let argument: ActionArgument?
  /// The keys of the `vim` preset, which the others are built on. `reader:Space` is for that place alone.
  package let keys: String

  fileprivate init(
    _ action: Action, _ group: ActionGroup, _ help: String, keys: String = "", hint: String = "",
    in contexts: Set<KeyContext> = KeyContext.everywhere, takes argument: ActionArgument? = nil
  ) {
    self.action = action
    self.group = group
    self.help = help
    self.hint = hint
    // What has to do with stories has no place among files.
    let worksOnFiles = ActionTable.worksOnFiles.contains(action)
    self.contexts = worksOnFiles ? contexts.union([.coverage]) : contexts == KeyContext.everywhere ? KeyContext.panes : contexts
    self.argument = argument
    self.keys = keys
  }
}

/// THE table of actions: key map, help, palette, footer and documentation are printed from it.
package enum ActionTable {
  private static let story: Set<KeyContext> = [.stories, .reader]

  /// Besides those of the coverage alone.
  fileprivate static let worksOnFiles: Set<Action> = [
    .down, .up, .first, .last, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .exchanges, .agencies, .legislation, .volatility, .stories,
    .reader, .open, .back, .why, .search, .sort, .copyPath, .original, .command, .help, .allKeys, .coverage, .stop, .redraw, .suspend,
    .theme, .set, .leave,
  ]

  package static let all: [ActionInfo] = [
    ActionInfo(.down, .moving, "One line down", keys: "j Down"),
    ActionInfo(.up, .moving, "One line up", keys: "k Up"),
    ActionInfo(.first, .moving, "To the top", keys: "gg Home"),
    ActionInfo(.last, .moving, "To the end", keys: "G End"),
    ActionInfo(.halfPageDown, .moving, "Half a page down", keys: "^D"),
    ActionInfo(.halfPageUp, .moving, "Half a page up", keys: "^U"),
    ActionInfo(.pageDown, .moving, "A page down", keys: "reader:Space PgDn ^F", hint: "page"),
    ActionInfo(.pageUp, .moving, "A page up", keys: "reader:b PgUp ^B"),

    ActionInfo(.paneLeft, .panes, "To the pane on the left", keys: "h Left"),
    ActionInfo(.paneRight, .panes, "To the pane on the right; from the stories, opens the story", keys: "l Right"),
    ActionInfo(.nextPane, .panes, "To the next pane; while a mention is lit, to the next mention", keys: "Tab"),
    ActionInfo(.previousPane, .panes, "To the pane before; while a mention is lit, to the mention before", keys: "S-Tab"),
    ActionInfo(.exchanges, .panes, "To the exchanges", keys: "1"),
    ActionInfo(.agencies, .panes, "To the agencies", keys: "2"),
    ActionInfo(.legislation, .panes, "To the open legislation", keys: "3"),
    ActionInfo(.volatility, .panes, "To the volatility notes", keys: "4"),
    ActionInfo(.stories, .panes, "To the stories", keys: "5"),
    ActionInfo(.reader, .panes, "To the reader", keys: "6"),
    ActionInfo(.larger, .panes, "Make this pane larger", keys: "+"),
    ActionInfo(.smaller, .panes, "Make this pane smaller again", keys: "_"),
    ActionInfo(.zoom, .panes, "This pane alone, and back", keys: "facets:z reader:z stories:zz", hint: "zoom"),

    ActionInfo(
      .open, .reading, "Open the story, or the stories of the row under the cursor", keys: "Enter", hint: "open", in: KeyContext.lists),
    ActionInfo(.back, .reading, "Back to where you came from", keys: "q", hint: "back"),
    ActionInfo(.nextStory, .reading, "Open the next story", keys: "J", hint: "next", in: story),
    ActionInfo(.previousStory, .reading, "Open the story before", keys: "K", in: story),
    ActionInfo(.nextMention, .reading, "To the next thing that is marked in the text", keys: "]e", hint: "mention", in: [.reader]),
    ActionInfo(.previousMention, .reading, "To the thing marked before", keys: "[e", in: [.reader]),
    ActionInfo(.nextUnread, .reading, "To the next unread story", keys: "]u", in: story),
    ActionInfo(.previousUnread, .reading, "To the unread story before", keys: "[u", in: story),
    ActionInfo(.nextStarred, .reading, "To the next starred story", keys: "]f", in: story),
    ActionInfo(.previousStarred, .reading, "To the starred story before", keys: "[f", in: story),
    ActionInfo(.why, .reading, "Why: the sentence and the rule behind the value under the cursor", keys: "i", hint: "why"),

    ActionInfo(
      .search, .filtering, "Search all stories; in the reader, this text; in the coverage, the files", keys: "/", hint: "search",
      takes: .query),
    ActionInfo(.nextHit, .filtering, "To the next place found", keys: "n", in: story),
    ActionInfo(.previousHit, .filtering, "To the place found before", keys: "N", in: story),
    ActionInfo(
      .filterTo, .filtering, "Filter to the value under the cursor, or take that off again", keys: "lists:Space a", hint: "filter"),
    ActionInfo(.filterOr, .filtering, "Filter to this value as well: one or the other", keys: "A", hint: "add"),
    ActionInfo(.exclude, .filtering, "Leave out the stories with this value", keys: "-", hint: "exclude"),
    ActionInfo(.filter, .filtering, "Edit the filter as text", keys: "F", hint: "edit filter", takes: .query),
    ActionInfo(.savedFilters, .filtering, "The saved filters", keys: "f"),
    ActionInfo(.saveFilter, .filtering, "Save the present filter under a name", takes: .name),
    ActionInfo(.clear, .filtering, "Take off the whole filter and the search"),
    ActionInfo(.sort, .filtering, "Choose the order of this pane", keys: "S", hint: "sort", in: KeyContext.lists, takes: .sort),
    ActionInfo(
      .closedBills, .filtering, "Show or hide bills that are enacted, failed or withdrawn", keys: "c", hint: "closed", in: [.legislation]),
    ActionInfo(.fold, .filtering, "Open or fold the copies of this wire story", keys: "za", hint: "copies", in: [.stories]),
    ActionInfo(.unfoldAll, .filtering, "Give every copy of a wire story its own row", keys: "zR", in: [.stories]),
    ActionInfo(.foldAll, .filtering, "Fold the copies of wire stories", keys: "zM", in: [.stories]),
    ActionInfo(.countDistinct, .filtering, "Let panes count wire stories once, or every document", keys: "zd", in: [.stories]),
    ActionInfo(.compareCopies, .filtering, "The copies of this wire story, and what each adds", keys: "stories:zv reader:gv", in: story),

    ActionInfo(.range, .marking, "Begin or end a range of stories", keys: "v", in: [.stories]),
    ActionInfo(.markRead, .marking, "Mark as read", keys: "m", hint: "read", in: story),
    ActionInfo(.markUnread, .marking, "Mark as unread", keys: "M", in: story),
    ActionInfo(.star, .marking, "Star, or take the star off", keys: "*", hint: "star", in: story),
    ActionInfo(.tag, .marking, "Tag", keys: "t", in: story, takes: .tag),
    ActionInfo(.untag, .marking, "Take a tag off", keys: "T", in: story, takes: .tag),
    ActionInfo(.undo, .marking, "Take back the last mark, tag, filter or correction", keys: "u"),
    ActionInfo(.redo, .marking, "Do again what was taken back", keys: "^R"),
    ActionInfo(.repeatLast, .marking, "Repeat the last mark, tag or filter here", keys: "."),

    ActionInfo(
      .wrong, .correcting, "This is wrong: behind “why”, correct the finding under the cursor", keys: "x", hint: "wrong"),
    ActionInfo(
      .deny, .correcting, "Never take a name for a thing: deny exchange:kraken Kraken; without a name, none of its names",
      takes: .deniedThing),
    ActionInfo(.alias, .correcting, "A further name of a thing: alias agency:fincen FCEN", takes: .namedThing),
    ActionInfo(.reload, .correcting, "Read your own names (lexicon/*.toml) again"),

    ActionInfo(.copyTitle, .taking, "Copy title and source", keys: "yt yy", in: story),
    ActionInfo(.copyAddress, .taking, "Copy the story's address (URL)", keys: "yu", in: story),
    ActionInfo(.copyPath, .taking, "Copy the path of the file", keys: "yp", in: story),
    ActionInfo(.copyCitation, .taking, "Copy a citation", keys: "yc", in: story),
    ActionInfo(.copyQuotation, .taking, "Copy the sentence of the lit mention, with its source", keys: "yq", in: [.reader]),
    ActionInfo(
      .export, .taking, "Export the stories: CSV, JSON, Markdown or text, by the file's ending", keys: "s", in: story, takes: .path),
    ActionInfo(.original, .taking, "Open the original file", keys: "o", in: story),
    ActionInfo(.address, .taking, "Open the story's address in the browser", keys: "O", in: story),
    ActionInfo(.edit, .taking, "Open the file in your editor", keys: "e", in: story),
    ActionInfo(.pipe, .taking, "Pipe the text to a command", keys: "|", in: story, takes: .shell),

    ActionInfo(.command, .program, "Any of these actions by name", keys: ":", hint: "command"),
    ActionInfo(.help, .program, "The keys of this place", keys: "? F1", hint: "help"),
    ActionInfo(.allKeys, .program, "The keys of all places", keys: "g?"),
    ActionInfo(.rescan, .program, "Look for changed files; in the reader, show the new version of the story", keys: "r"),
    ActionInfo(.rescanAll, .program, "Read every file again", keys: "R"),
    ActionInfo(.coverage, .program, "Every file: read, partly read, skipped or failed, and why; silent agencies", keys: "C"),
    ActionInfo(.nextStatus, .program, "To the next list of files", keys: "Tab Space s l Right", hint: "list", in: [.coverage]),
    ActionInfo(.previousStatus, .program, "To the list of files before", keys: "S-Tab h Left", in: [.coverage]),
    ActionInfo(.retry, .program, "Read this file again", keys: "r", hint: "retry", in: [.coverage]),
    ActionInfo(.retryAll, .program, "Read again all that was not read whole", keys: "R", hint: "retry all", in: [.coverage]),
    ActionInfo(.stop, .program, "Stop the running work", keys: "^C"),
    ActionInfo(.redraw, .program, "Draw the screen again", keys: "^L"),
    ActionInfo(.suspend, .program, "Back to the shell for a while (fg returns)", keys: "^Z"),
    ActionInfo(.theme, .program, "Change the colours", takes: .theme),
    ActionInfo(.set, .program, "Change a setting: mouse on, mouse off, glyphs unicode, glyphs ascii", takes: .setting),
    ActionInfo(.leave, .program, "Leave regwatch", keys: "Q", hint: "leave"),
  ]

  private static let byAction: [Action: ActionInfo] = Dictionary(all.map { ($0.action, $0) }) { first, _ in first }

  package static func info(_ action: Action) -> ActionInfo {
    guard let info = byAction[action] else { preconditionFailure("\(action) is missing in the table of actions") }
    return info
  }

  /// The ten or so keys to learn first in each place: those of the line at the bottom, and the way around and out.
  package static func mostUseful(in context: KeyContext) -> [Action] {
    let more: [Action] = [.filter, .undo, .nextPane, .back, .leave]
    let hints = hints(in: context)
    return hints + more.filter { !hints.contains($0) && info($0).contexts.contains(context) }
  }

  /// What the line at the bottom names in each place, the most useful first.
  package static func hints(in context: KeyContext) -> [Action] {
    switch context {
    case .entities: [.open, .filterTo, .filterOr, .exclude, .search, .sort, .command, .help]
    case .legislation: [.open, .filterTo, .why, .closedBills, .search, .sort, .command, .help]
    case .volatility: [.open, .filterTo, .why, .search, .sort, .command, .help]
    case .stories: [.open, .filterTo, .search, .star, .markRead, .sort, .command, .help]
    case .coverage: [.open, .nextStatus, .why, .retry, .search, .sort, .retryAll, .back, .help]
    case .reader: [.pageDown, .nextMention, .why, .filterTo, .nextStory, .search, .back, .help]
    }
  }
}
