/// Something that went wrong, told so that a person can act on it.
package struct Problem: Error, Hashable, Sendable {
  /// What failed, with its name: "Cannot read inbox/a.html".
  package var what: String
  /// Why, in words: "permission denied".
  package var why: String
  /// What to do about it; nil where there is nothing.
  package var remedy: String?

  package init(_ what: String, why: String, remedy: String? = nil) {
    self.what = what
    self.why = why
    self.remedy = remedy
  }
}

extension Problem: CustomStringConvertible {
  /// `what failed: why (what to do)`.
  package var description: String { "\(what): \(why)" + (remedy.map { " (\($0))" } ?? "") }
}
