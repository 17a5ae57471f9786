import RegulatoryModel

extension Query {
  /// Reads a query's text. The empty text is `.everything`.
  ///
  /// Terms side by side are all wanted; `AND`, `OR`, `NOT` are in capitals; `-` before a term excludes it; brackets group.
  /// `OR` binds weaker than "side by side".
  /// - Throws: where a quotation mark or bracket is not closed, an operator lacks its term, or a field or value is unknown.
  package init(parsing text: String, vocabulary: Vocabulary) throws(QuerySyntaxError) {
    var parser = QueryParser(tokens: try QueryToken.tokens(of: text), end: text.count, vocabulary: vocabulary)
    self = try parser.wholeQuery()
  }
}

private struct QueryParser {
  let tokens: [QueryToken]
  let end: Int
  let vocabulary: Vocabulary
  var position = 0
  var depth = 0
  /// Deeper than any person writes; guards the stack against "((((…".
  static let deepest = 200

  init(tokens: [QueryToken], end: Int, vocabulary: Vocabulary) {
    self.tokens = tokens
    self.end = end
    self.vocabulary = vocabulary
  }

  mutating func wholeQuery() throws(QuerySyntaxError) -> Query {
    guard !tokens.isEmpty else { return .everything }
    let query = try alternatives()
    if position < tokens.count { throw fault("there is a closing bracket without an opening one") }
    return query
  }

  private mutating func alternatives() throws(QuerySyntaxError) -> Query {
    var parts = [try conjunction()]
    while take(.or) { parts.append(try conjunction()) }
    return Query.any(of: parts)
  }

  private mutating func conjunction() throws(QuerySyntaxError) -> Query {
    var parts = [try term()]
    while position < tokens.count {
      switch tokens[position].kind {
      case .or, .close: return Query.all(of: parts)
      case .and:
        position += 1
        parts.append(try term())
      case .open, .not, .word, .phrase, .field: parts.append(try term())
      }
    }
    return Query.all(of: parts)
  }

  private mutating func term() throws(QuerySyntaxError) -> Query {
    guard position < tokens.count else { throw fault("a search term is missing here") }
    let token = tokens[position]
    switch token.kind {
    case .and, .or: throw fault("a search term is missing before this")
    case .close: throw fault("a search term is missing before this bracket")
    case .not:
      position += 1
      return try nested { (parser) throws(QuerySyntaxError) in Query.not(try parser.term()) }
    case .open:
      position += 1
      return try nested { (parser) throws(QuerySyntaxError) in
        let inner = try parser.alternatives()
        guard parser.take(.close) else {
          throw QuerySyntaxError(column: token.column, length: 1, message: "this bracket is not closed")
        }
        return inner
      }
    case .word(let word, let isPrefix):
      position += 1
      guard word.contains(where: { $0.isLetter || $0.isNumber }) else {
        throw QuerySyntaxError(column: token.column, length: token.length, message: "“\(word)” has no letter or digit to search for")
      }
      return .text(isPrefix ? .prefix(word) : .word(word))
    case .phrase(let words):
      position += 1
      guard words.contains(where: { $0.contains { $0.isLetter || $0.isNumber } }) else {
        throw QuerySyntaxError(
          column: token.column, length: token.length, message: "there is nothing between the quotation marks to search for")
      }
      return .text(.phrase(words))
    case .field(let name, let value, let valueColumn, _):
      position += 1
      return try field(name, value, at: token, valueColumn: valueColumn)
    }
  }

  private mutating func nested(_ body: (inout QueryParser) throws(QuerySyntaxError) -> Query) throws(QuerySyntaxError) -> Query {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw fault("the query is nested more than \(Self.deepest) deep") }
    return try body(&self)
  }

  private func field(_ name: String, _ value: String, at token: QueryToken, valueColumn: Int) throws(QuerySyntaxError) -> Query {
    guard let field = QueryField(rawValue: name.lowercased()) else {
      let nearest = NearestWord.nearest(to: name, among: QueryField.allCases.map(\.rawValue))
      throw QuerySyntaxError(
        column: token.column, length: name.count, message: "there is no field “\(name)”", suggestion: nearest)
    }
    func fault(_ message: String, suggestion: String? = nil) -> QuerySyntaxError {
      QuerySyntaxError(column: valueColumn, length: value.count, message: message, suggestion: suggestion)
    }
    guard !value.isEmpty else { throw fault("“\(field.rawValue):” needs a value, as in \(field.example)") }
    switch field.valueKind {
    case .vocabulary:
      guard let id = vocabulary.id(of: value, in: field) else {
        throw fault("there is no \(field.rawValue) “\(value)”", suggestion: vocabulary.nearest(to: value, in: field))
      }
      return .field(field, .id(id))
    case .name:
      guard vocabulary.contains(name: value, in: field) else {
        throw fault("there is no \(field.rawValue) “\(value)”", suggestion: vocabulary.nearest(to: value, in: field))
      }
      return .field(field, .name(value))
    case .days:
      guard let span = DaySpan(parsing: value) else {
        throw fault("“\(value)” is no date: write 2026-01-15, 2026-01..2026-03, 7d.. or today")
      }
      return .field(field, .days(span))
    case .move:
      guard let bound = MoveBound(parsing: value) else { throw fault("“\(value)” is no move: write >10, <-5 or 10, in percent") }
      return .field(field, .move(bound))
    }
  }

  private mutating func take(_ kind: QueryToken.Kind) -> Bool {
    guard position < tokens.count, tokens[position].kind == kind else { return false }
    position += 1
    return true
  }

  private func fault(_ message: String) -> QuerySyntaxError {
    guard position < tokens.count else { return QuerySyntaxError(column: end, length: 1, message: message) }
    return QuerySyntaxError(column: tokens[position].column, length: tokens[position].length, message: message)
  }
}
