import QueryLanguage
import RegulatoryModel

/// What lies over the panes and has the keys.
package enum Overlay: Equatable, Sendable {
  case help(HelpView)
  case menu(Menu)
  case why(WhyView)
}

/// A short list to choose from.
package struct Menu: Equatable, Sendable {
  package enum Choice: Equatable, Sendable {
    case storySort(StorySort)
    case rowSort(RowSort, PaneID)
    case fileSort(FileSort)
    case savedFilter(SavedFilter)
    case saveCurrent
    case filter(QueryField, String, FilterMode)
    case correct(CorrectionRequest)
    /// The name is another thing's: which, is asked.
    case means(String, insteadOf: EntityKey, StoryPlace)
  }

  package struct Item: Equatable, Sendable {
    package var label: String
    package var note: String
    /// Whether it is what holds now.
    package var isCurrent: Bool
    package var choice: Choice
    package init(_ label: String, note: String = "", isCurrent: Bool = false, choice: Choice) {
      self.label = label
      self.note = note
      self.isCurrent = isCurrent
      self.choice = choice
    }
  }

  package var title: String
  package var items: [Item]
  package var list = ListState()
  /// The line below it: which keys do what.
  package var hint: String

  package init(_ title: String, items: [Item], hint: String = "Enter choose  Esc close") {
    self.title = title
    self.items = items
    self.hint = hint
    list.selected = items.firstIndex(where: \.isCurrent) ?? 0
  }
}

/// How a value joins the filter.
package enum FilterMode: Sendable, Hashable { case only, or, exclude }

/// The help, and where it stands.
package struct HelpView: Equatable, Sendable {
  package var context: KeyContext
  /// All places' keys, and not those of `context` first.
  package var isComplete: Bool
  package var top = 0
  /// What it is narrowed to; nil while nothing is searched.
  package var search: LineEditor?
  /// Whether keys go into the search.
  package var isTyping = false

  package init(context: KeyContext, isComplete: Bool) {
    self.context = context
    self.isComplete = isComplete
  }
}
