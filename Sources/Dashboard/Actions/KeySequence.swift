import TerminalCanvas

/// One or more keys in a row, as a key file writes them: `gg`, `]e`, `^D`, `Space`, `g PgDn`.
package struct KeySequence: Hashable, Sendable {
  package let keys: [Key]

  package init(_ keys: [Key]) { self.keys = keys }

  /// The longest sequence that makes sense to type.
  package static let longest = 4

  /// Reads the name of one key, or keys side by side. Nil where it names none, or too many.
  package init?(name: String) {
    if let key = Key(name: name) {
      keys = [key]
      return
    }
    var result: [Key] = []
    for word in name.split(separator: " ") {
      if let key = Key(name: String(word)) {
        result.append(key)
        continue
      }
      var rest = word
      while let first = rest.first {
        // `y^D`: a caret takes the letter behind it along.
        let length = first == "^" && rest.count > 1 ? 2 : 1
        guard let key = Key(name: String(rest.prefix(length))) else { return nil }
        result.append(key)
        rest = rest.dropFirst(length)
      }
    }
    guard (1...Self.longest).contains(result.count) else { return nil }
    keys = result
  }

  /// As help writes it.
  package var name: String {
    let names = keys.map(\.name)
    return names.joined(separator: names.contains { $0.count > 2 } ? " " : "")
  }
}

/// One key setting: a sequence, and where it holds. `reader:Space`, `gg`.
struct KeyBinding: Hashable {
  var sequence: KeySequence
  var contexts: Set<KeyContext>

  init?(name: String) {
    if let colon = name.firstIndex(of: ":"), colon != name.startIndex, let contexts = KeyContext.named(String(name[..<colon])) {
      guard let sequence = KeySequence(name: String(name[name.index(after: colon)...])) else { return nil }
      self.sequence = sequence
      self.contexts = contexts
      return
    }
    guard let sequence = KeySequence(name: name) else { return nil }
    self.sequence = sequence
    contexts = KeyContext.everywhere
  }
}
