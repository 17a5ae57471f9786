extension Query: CustomStringConvertible {
  /// The text that parses back to this query. `.everything` is empty.
  package var description: String { text(insideAll: false) }

  private func text(insideAll: Bool) -> String {
    switch self {
    case .everything: ""
    case .text(let term): term.description
    case .field(let field, let value): "\(field.rawValue):\(value.text(in: field))"
    case .not(let inner): "-" + inner.grouped
    case .and(let parts): parts.map { $0.text(insideAll: true) }.joined(separator: " ")
    case .or(let parts):
      insideAll
        ? "(" + parts.map { $0.text(insideAll: false) }.joined(separator: " OR ") + ")"
        : parts.map { $0.text(insideAll: false) }.joined(separator: " OR ")
    }
  }

  private var grouped: String {
    switch self {
    case .everything, .text, .field, .not: description
    case .and, .or: "(" + description + ")"
    }
  }
}

extension TextTerm: CustomStringConvertible {
  package var description: String {
    switch self {
    case .word(let word): QueryText.isPlainWord(word) ? word : QueryText.quoted(word)
    case .prefix(let word): word + "*"
    case .phrase(let words): QueryText.quoted(words.joined(separator: " "))
    }
  }
}

extension FieldValue {
  func text(in field: QueryField) -> String {
    switch self {
    case .id(let id): QueryText.value(field == .bill ? Vocabulary.shortBill(id) ?? id : id)
    case .name(let name): QueryText.value(name)
    case .days(let span): span.description
    case .move(let bound): bound.description
    }
  }
}

/// How words and values are written so that they are read back as they were.
enum QueryText {
  static func isPlainWord(_ word: String) -> Bool {
    guard let first = word.first, first != "-", !word.hasSuffix("*") || word.count == 1, !["AND", "OR", "NOT"].contains(word) else {
      return false
    }
    if let colon = word.firstIndex(of: ":"), QueryField.looksLikeName(String(word[..<colon])) { return false }
    return word.allSatisfy { !$0.isWhitespace && !"()\"“”\\".contains($0) }
  }

  static func value(_ value: String) -> String {
    value.allSatisfy { !$0.isWhitespace && !"()\"“”\\".contains($0) } ? value : quoted(value)
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      if "\"“”\\".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result + "\""
  }
}
