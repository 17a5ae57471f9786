import QueryLanguage

/// The names under which the sets of marked stories are kept.
enum MarkSetName {
  private static let tagPrefix = "tag:"

  static func of(_ mark: Mark) -> String { mark.rawValue }
  static func tag(_ tag: String) -> String { tagPrefix + tag }
  /// The tag that a set is for; nil for other marks.
  static func tag(in name: String) -> String? { name.hasPrefix(tagPrefix) ? String(name.dropFirst(tagPrefix.count)) : nil }
}

extension LibraryIndex {
  /// Tags that some story carries, by the alphabet.
  var tags: [String] {
    marks.compactMap { name, stories in MarkSetName.tag(in: name).flatMap { stories.isEmpty ? nil : $0 } }.sorted()
  }

  func isMarked(_ story: UInt32, _ mark: Mark) -> Bool { marks[MarkSetName.of(mark)]?.contains(story) ?? false }

  func tags(of story: UInt32) -> [String] {
    marks.compactMap { name, stories in MarkSetName.tag(in: name).flatMap { stories.contains(story) ? $0 : nil } }.sorted()
  }

  /// Every story that carries a mark, here or not.
  var marked: StoryBitmap { .union(of: Array(marks.values)) }
}
