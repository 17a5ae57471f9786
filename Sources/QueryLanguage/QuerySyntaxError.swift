/// What is wrong with a query's text, where, and what was probably meant.
package struct QuerySyntaxError: Error, Hashable, Sendable {
  /// In characters from the start of the text.
  package var column: Int
  /// How many characters the fault spans; at least 1, also where it lies just behind the end.
  package var length: Int
  package var message: String
  /// The nearest right word, to be put in the fault's place.
  package var suggestion: String?

  package init(column: Int, length: Int, message: String, suggestion: String? = nil) {
    self.column = column
    self.length = max(1, length)
    self.message = message
    self.suggestion = suggestion
  }
}

extension QuerySyntaxError: CustomStringConvertible {
  package var description: String { message + (suggestion.map { "; did you mean “\($0)”?" } ?? "") + " (at column \(column + 1))" }
}
