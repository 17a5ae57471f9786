import TerminalCanvas

/// One line of text with a cursor, edited by the usual keys.
package struct LineEditor: Equatable, Sendable {
  package private(set) var characters: [Character]
  /// In characters from the start; at most their count.
  package private(set) var cursor: Int
  /// Longer than any query a person types; guards against a pasted file.
  package static let longest = 2_000

  package init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }

  /// Puts text in at the cursor; its line ends and tabs become blanks, other control characters are dropped.
  package mutating func insert(_ text: String) {
    let room = max(0, Self.longest - characters.count)
    let added = text.map { $0.isNewline || $0 == "\t" ? " " : $0 }
      .filter { $0.unicodeScalars.first.map { $0.properties.generalCategory != .control } ?? false }.prefix(room)
    characters.insert(contentsOf: added, at: cursor)
    cursor += added.count
  }

  /// Puts text in the place of some characters, and the cursor behind it.
  package mutating func replace(_ range: Range<Int>, with text: String) {
    let range = range.clamped(to: 0..<characters.count)
    characters.replaceSubrange(range, with: Array(text))
    cursor = range.lowerBound + text.count
  }

  /// Carries out an editing key; false where it is none.
  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .backspace: remove(from: max(0, cursor - 1))
    case .delete, .control("d"): if cursor < characters.count { characters.remove(at: cursor) }
    case .control("u"): remove(from: 0)
    case .control("k"): characters.removeSubrange(cursor...)
    case .control("w"), .alt("\u{7F}"): remove(from: wordStart)
    default: return false
    }
    return true
  }

  private mutating func remove(from start: Int) {
    characters.removeSubrange(start..<cursor)
    cursor = start
  }

  /// Where the word before the cursor begins.
  private var wordStart: Int {
    var start = cursor
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    return start
  }
}
