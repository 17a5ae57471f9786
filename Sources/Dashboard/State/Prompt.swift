import QueryLanguage
import RegulatoryModel

/// The line at the bottom of the screen while something is typed there.
package struct Prompt: Equatable, Sendable {
  package enum Purpose: Equatable, Sendable {
    /// Full-text search over the library, live.
    case search
    /// Search in the story that the reader shows.
    case find
    /// Search among the files of the coverage, live.
    case files
    /// The whole filter as text.
    case filter
    /// The `:` palette.
    case command
    case tag([StoryID])
    case untag([StoryID])
    case export([StoryID])
    /// A shell command that gets the reader's text.
    case pipe
    /// What a name means instead.
    case thing(name: String, insteadOf: EntityKey, StoryPlace)
    /// A name for the present filter.
    case filterName
  }

  /// One line of the list above the prompt.
  package struct Choice: Equatable, Sendable {
    /// The characters that it replaces, and by what.
    package var replacing: Range<Int>
    package var text: String
    package var label: String
    package var note: String
    /// The keys that do the same, for commands.
    package var keys: String
  }

  /// What is wrong with the text, and where, in characters.
  package struct Fault: Equatable, Sendable {
    package var column: Int
    package var length: Int
    package var message: String

    package init(column: Int, length: Int, message: String) {
      self.column = column
      self.length = length
      self.message = message
    }

    package init(_ error: QuerySyntaxError) {
      self.init(
        column: error.column, length: error.length, message: error.message + (error.suggestion.map { "; did you mean “\($0)”?" }.orEmpty))
    }
  }

  package var purpose: Purpose
  package var line: LineEditor
  package var fault: Fault?
  package var choices: [Choice] = []
  /// The choice that Enter takes; nil while none was gone to.
  package var chosen: Int?
  /// How far back in the history the line is; nil for a line of its own.
  package var historyIndex: Int?
  /// The filter before the first key, so that Esc can bring it back.
  package var before: FilterState

  package init(_ purpose: Purpose, text: String = "", before: FilterState = FilterState()) {
    self.purpose = purpose
    line = LineEditor(text)
    self.before = before
  }

  /// What stands before the text.
  package var label: String {
    switch purpose {
    case .search, .find, .files: "/"
    case .filter: "filter: "
    case .command: ":"
    case .tag(let ids): ids.count == 1 ? "tag: " : "tag \(Numbers.grouped(ids.count)) stories: "
    case .untag(let ids): ids.count == 1 ? "untag: " : "untag \(Numbers.grouped(ids.count)) stories: "
    case .export(let ids): "export \(Numbers.stories(ids.count)) to: "
    case .pipe: "pipe to: "
    case .thing(let name, _, _): "“\(name)” is: "
    case .filterName: "save the filter as: "
    }
  }
}
