/// One way to go on at the cursor.
package struct QueryCompletion: Hashable, Sendable {
  /// The characters, counted from the start of the text, that `text` replaces.
  package var replacing: Range<Int>
  package var text: String
  /// What it stands for, for the list beside it.
  package var note: String
}

extension Query {
  /// What the word at the cursor may become: field names, and behind a colon the field's values. The best first.
  ///
  /// - Parameter cursor: in characters from the start of the text.
  package static func completions(of text: String, at cursor: Int, vocabulary: Vocabulary, limit: Int = 50) -> [QueryCompletion] {
    let characters = Array(text)
    let cursor = min(max(0, cursor), characters.count)
    var start = cursor
    var isInsideQuotes = characters[..<cursor].count { $0 == "\"" } % 2 == 1
    while start > 0 {
      let character = characters[start - 1]
      if character == "\"" { isInsideQuotes.toggle() }
      if !isInsideQuotes, character.isWhitespace || "()".contains(character) { break }
      start -= 1
    }
    if start < cursor, characters[start] == "-" { start += 1 }
    let word = String(characters[start..<cursor])
    guard let colon = word.firstIndex(of: ":") else {
      return QueryField.allCases.filter { $0.rawValue.hasPrefix(word.lowercased()) }
        .map { QueryCompletion(replacing: start..<cursor, text: $0.rawValue + ":", note: $0.help) }
    }
    guard let field = QueryField(rawValue: word[..<colon].lowercased()) else { return [] }
    let valueStart = start + word.distance(from: word.startIndex, to: colon) + 1
    let typed = Vocabulary.folded(String(word[word.index(after: colon)...]))
    func completion(_ value: String, _ note: String) -> QueryCompletion {
      QueryCompletion(replacing: valueStart..<cursor, text: QueryText.value(value), note: note)
    }
    switch field.valueKind {
    case .days:
      return ["today", "yesterday", "7d..", "30d..", "3m..", "1y.."].filter { $0.hasPrefix(word[word.index(after: colon)...]) }
        .map { completion($0, "") }
    case .move: return [">5", ">10", "<-5", "<-10", "10"].map { completion($0, "percent") }
    case .vocabulary, .name:
      // By rank: the id begins so, a name or alias begins so, something contains it.
      var ranked: [[QueryCompletion]] = [[], [], []]
      for value in vocabulary.values[field] ?? [] {
        let printed = field == .bill ? Vocabulary.shortBill(value.id) ?? value.id : value.id
        let made = completion(printed, value.name == printed ? "" : value.name)
        if Vocabulary.folded(printed).hasPrefix(typed) {
          ranked[0].append(made)
        } else if ([value.name] + value.aliases).contains(where: { Vocabulary.folded($0).hasPrefix(typed) }) {
          ranked[1].append(made)
        } else if Vocabulary.folded(value.name).contains(typed) {
          ranked[2].append(made)
        }
      }
      return Array(ranked.joined().prefix(limit))
    }
  }
}
