/// The words of a query's text, with where each stands.
struct QueryToken: Hashable {
  enum Kind: Hashable {
    case open, close, and, or, not
    /// A bare word; `isPrefix` where it ended in a star.
    case word(String, isPrefix: Bool)
    case phrase([String])
    /// `name:value`; the value's own column is kept for error messages.
    case field(name: String, value: String, valueColumn: Int, isQuoted: Bool)
  }
  var kind: Kind
  var column: Int
  var length: Int

  /// Splits a query's text. Throws for an unclosed quotation mark only; everything else is the parser's business.
  static func tokens(of text: String) throws(QuerySyntaxError) -> [QueryToken] {
    var scanner = Scanner(characters: Array(Self.withoutStrayMarks(text)))
    var tokens: [QueryToken] = []
    while let token = try scanner.next() { tokens.append(token) }
    return tokens
  }
}

extension QueryToken {
  /// Without control characters, and without accents that stand on no letter: those would make one character with the space or bracket
  /// before them, and that neither a space nor a bracket.
  private static func withoutStrayMarks(_ text: String) -> String {
    func isMark(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .spacingMark, .control, .format: !scalar.properties.isWhitespace
      default: scalar.properties.isGraphemeExtend
      }
    }
    guard text.unicodeScalars.contains(where: isMark) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isMark(scalar) {
        let carries = result.last.map { $0.properties.isAlphabetic || $0.properties.numericType != nil || isMark($0) } ?? false
        guard carries, ![.control, .format].contains(scalar.properties.generalCategory) else { continue }
      }
      result.append(scalar)
    }
    return String(result)
  }
}

private struct Scanner {
  let characters: [Character]
  var position = 0

  private static let quotes: Set<Character> = ["\"", "“", "”"]

  init(characters: [Character]) { self.characters = characters }

  mutating func next() throws(QuerySyntaxError) -> QueryToken? {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
    guard position < characters.count else { return nil }
    let start = position
    func token(_ kind: QueryToken.Kind, to end: Int) -> QueryToken { QueryToken(kind: kind, column: start, length: end - start) }
    switch characters[position] {
    case "(":
      position += 1
      return token(.open, to: position)
    case ")":
      position += 1
      return token(.close, to: position)
    case "-" where position + 1 < characters.count && !characters[position + 1].isWhitespace && characters[position + 1] != ")":
      position += 1
      return token(.not, to: position)
    case let character where Self.quotes.contains(character):
      let words = try quoted().split(whereSeparator: \.isWhitespace).map(String.init)
      return token(words.count == 1 ? .word(words[0], isPrefix: false) : .phrase(words), to: position)
    default:
      return try word()
    }
  }

  /// The text between quotation marks, from the opening one; a backslash takes the next character as it is.
  private mutating func quoted() throws(QuerySyntaxError) -> String {
    let start = position
    var text = ""
    position += 1
    while position < characters.count {
      let character = characters[position]
      if Self.quotes.contains(character) {
        position += 1
        return text
      }
      if character == "\\", position + 1 < characters.count { position += 1 }
      text.append(characters[position])
      position += 1
    }
    throw QuerySyntaxError(column: start, length: position - start, message: "the quotation mark is not closed")
  }

  private mutating func word() throws(QuerySyntaxError) -> QueryToken {
    let start = position
    var text = ""
    while position < characters.count {
      let character = characters[position]
      if character.isWhitespace || character == "(" || character == ")" || Self.quotes.contains(character) { break }
      position += 1
      if character == ":", QueryField.looksLikeName(text) {
        let valueColumn = position
        let isQuoted = position < characters.count && Self.quotes.contains(characters[position])
        let value = try isQuoted ? quoted() : bareValue()
        return QueryToken(
          kind: .field(name: text, value: value, valueColumn: valueColumn, isQuoted: isQuoted), column: start, length: position - start)
      }
      text.append(character)
    }
    let kind: QueryToken.Kind
    switch text {
    case "AND": kind = .and
    case "OR": kind = .or
    case "NOT": kind = .not
    default:
      let isPrefix = text.count > 1 && text.hasSuffix("*")
      kind = .word(isPrefix ? String(text.dropLast()) : text, isPrefix: isPrefix)
    }
    return QueryToken(kind: kind, column: start, length: position - start)
  }

  private mutating func bareValue() -> String {
    let start = position
    while position < characters.count, !characters[position].isWhitespace, characters[position] != "(", characters[position] != ")" {
      position += 1
    }
    return String(characters[start..<position])
  }
}

extension QueryField {
  /// Whether what stands before a colon can be meant as a field: letters only, so that `10:30` and `h.r.:` stay words. A web address is a word too.
  static func looksLikeName(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isLetter } && !["http", "https", "ftp", "mailto"].contains(text.lowercased())
  }
}
