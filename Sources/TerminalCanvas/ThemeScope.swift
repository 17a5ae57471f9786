/// The name of a style, with dots from the general to the particular: `row.selected.unfocused`. Code names scopes, themes name colours.
package struct ThemeScope: RawRepresentable, Hashable, Sendable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
  private init(_ rawValue: String) { self.rawValue = rawValue }

  /// `row.selected` of `row.selected.unfocused`; nil for `row`.
  package var parent: ThemeScope? {
    guard let dot = rawValue.lastIndex(of: ".") else { return nil }
    return ThemeScope(String(rawValue[..<dot]))
  }

  /// A scope with what it is for, as `regwatch themes` and the manual print it.
  package struct Entry: Sendable {
    package let scope: ThemeScope
    package let help: String

    fileprivate init(_ scope: ThemeScope, _ help: String) {
      self.scope = scope
      self.help = help
    }
  }

  /// THE table: every scope that is drawn, in the order of the manual.
  package static let all: [Entry] = [
    Entry(.text, "everything that has no scope of its own; its background is the screen's"),
    Entry(.textDim, "less important text: dates, sizes, empty panes"),
    Entry(.border, "lines between and around panes"),
    Entry(.borderFocused, "the line around the pane that has the keys"),
    Entry(.title, "the name of a pane"),
    Entry(.titleFocused, "the name of the pane that has the keys"),
    Entry(.header, "the first line of the screen, the heads of columns"),
    Entry(.status, "the last line of the screen"),
    Entry(.statusError, "something failed, in the last line"),
    Entry(.statusKey, "a key named in the last line"),
    Entry(.row, "a row of a list"),
    Entry(.rowSelected, "the row that the keys act on"),
    Entry(.rowSelectedUnfocused, "the same in a pane that has no keys"),
    Entry(.rowUnread, "a row with something new"),
    Entry(.rowFiltered, "the row that the other panes are filtered by"),
    Entry(.count, "a number in a row"),
    Entry(.countNew, "how many of them are unread"),
    Entry(.spark, "the small chart of mentions per day"),
    Entry(.ladderDone, "stages of a bill that are behind it"),
    Entry(.ladderTodo, "stages of a bill that are before it"),
    Entry(.moveUp, "a price that rose"),
    Entry(.moveDown, "a price that fell"),
    Entry(.moveSwing, "a price that went both ways"),
    Entry(.star, "the sign of a starred story"),
    Entry(.badge, "a small label: the ×3 of a folded story, the name of a rule"),
    Entry(.kind, "the kind of a story: news, release, order"),
    Entry(.mark, "anything found in a text that has no scope of its own"),
    Entry(.markExchange, "an exchange or company named in a text"),
    Entry(.markAgency, "an agency named in a text"),
    Entry(.markBill, "a bill or law named in a text"),
    Entry(.markAsset, "an asset named in a text"),
    Entry(.markVolatility, "a price move in a text"),
    Entry(.markAction, "a fine, a suit, a licence in a text"),
    Entry(.markDeadline, "a date by which something is due"),
    Entry(.markQuote, "the passage that a finding was read from"),
    Entry(.markCurrent, "the mark or match that the keys stand on"),
    Entry(.searchHit, "a word that matches the filter or the search"),
    Entry(.prompt, "the line in which a filter or command is typed"),
    Entry(.promptError, "what is wrong with it, and where"),
    Entry(.palette, "the list of commands, menus and questions"),
    Entry(.paletteSelected, "its selected line"),
    Entry(.helpKey, "a key in the help"),
    Entry(.progressDone, "the part of a progress bar that is done"),
    Entry(.progressTodo, "the part that is not"),
    Entry(.scrollbar, "where in a long list or text the screen stands"),
  ]

  package static let text = ThemeScope("text")
  package static let textDim = ThemeScope("text.dim")
  package static let border = ThemeScope("border")
  package static let borderFocused = ThemeScope("border.focused")
  package static let title = ThemeScope("title")
  package static let titleFocused = ThemeScope("title.focused")
  package static let header = ThemeScope("header")
  package static let status = ThemeScope("status")
  package static let statusError = ThemeScope("status.error")
  package static let statusKey = ThemeScope("status.key")
  package static let row = ThemeScope("row")
  package static let rowSelected = ThemeScope("row.selected")
  package static let rowSelectedUnfocused = ThemeScope("row.selected.unfocused")
  package static let rowUnread = ThemeScope("row.unread")
  package static let rowFiltered = ThemeScope("row.filtered")
  package static let count = ThemeScope("count")
  package static let countNew = ThemeScope("count.new")
  package static let spark = ThemeScope("spark")
  package static let ladderDone = ThemeScope("ladder.done")
  package static let ladderTodo = ThemeScope("ladder.todo")
  package static let moveUp = ThemeScope("move.up")
  package static let moveDown = ThemeScope("move.down")
  package static let moveSwing = ThemeScope("move.swing")
  package static let star = ThemeScope("star")
  package static let badge = ThemeScope("badge")
  package static let kind = ThemeScope("kind")
  package static let mark = ThemeScope("mark")
  package static let markExchange = ThemeScope("mark.exchange")
  package static let markAgency = ThemeScope("mark.agency")
  package static let markBill = ThemeScope("mark.bill")
  package static let markAsset = ThemeScope("mark.asset")
  package static let markVolatility = ThemeScope("mark.volatility")
  package static let markAction = ThemeScope("mark.action")
  package static let markDeadline = ThemeScope("mark.deadline")
  package static let markQuote = ThemeScope("mark.quote")
  package static let markCurrent = ThemeScope("mark.current")
  package static let searchHit = ThemeScope("search.hit")
  package static let prompt = ThemeScope("prompt")
  package static let promptError = ThemeScope("prompt.error")
  package static let palette = ThemeScope("palette")
  package static let paletteSelected = ThemeScope("palette.selected")
  package static let helpKey = ThemeScope("help.key")
  package static let progressDone = ThemeScope("progress.done")
  package static let progressTodo = ThemeScope("progress.todo")
  package static let scrollbar = ThemeScope("scrollbar")
}
