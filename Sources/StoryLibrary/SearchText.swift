import QueryLanguage

/// The full-text part of a query as one FTS5 expression: what matches it, or everything else.
///
/// Folding matters: two broad words as two searches take 17 ms where one search for both takes 1.2 ms.
enum SearchText: Equatable {
  case matching(String)
  case notMatching(String)

  /// FTS5's parser gives up at about a hundred open brackets; what is nested deeper than this is asked in parts.
  private static let deepest = 16

  /// Nil where the query asks for anything but text.
  init?(_ query: Query) {
    guard Self.isText(query, depth: 0) else { return nil }
    self.init(folding: query)
  }

  private static func isText(_ query: Query, depth: Int) -> Bool {
    switch query {
    case .text: true
    case .everything, .field: false
    case .not(let inner): isText(inner, depth: depth)
    case .and(let children), .or(let children):
      !children.isEmpty && depth < deepest && children.allSatisfy { isText($0, depth: depth + 1) }
    }
  }

  private init(folding query: Query) {
    switch query {
    case .text(let term): self = .matching(Self.quoted(term))
    case .not(let inner): self = SearchText(folding: inner).negated
    case .and(let children): self = Self.folded(children)
    // De Morgan: a or b is not (not a and not b).
    case .or(let children): self = Self.folded(children.map { .not($0) }).negated
    case .everything, .field: preconditionFailure("checked by isText")
    }
  }

  private var negated: SearchText {
    switch self {
    case .matching(let text): .notMatching(text)
    case .notMatching(let text): .matching(text)
    }
  }

  private static func folded(_ children: [Query]) -> SearchText {
    var wanted: [String] = []
    var unwanted: [String] = []
    for child in children {
      switch SearchText(folding: child) {
      case .matching(let text): wanted.append(text)
      case .notMatching(let text): unwanted.append(text)
      }
    }
    if wanted.isEmpty { return .notMatching(joined(unwanted, "OR")) }
    if unwanted.isEmpty { return .matching(joined(wanted, "AND")) }
    return .matching("(\(joined(wanted, "AND")) NOT \(joined(unwanted, "OR")))")
  }

  static func joined(_ parts: [String], _ word: String) -> String {
    parts.count == 1 ? parts[0] : "(" + parts.joined(separator: " \(word) ") + ")"
  }

  /// A term as an FTS5 string: nothing that a person types can be taken for syntax.
  static func quoted(_ term: TextTerm) -> String {
    func quote(_ text: String) -> String {
      var scalars = "\"".unicodeScalars
      for scalar in text.unicodeScalars where scalar != "\0" {
        if scalar == "\"" { scalars.append(scalar) }
        scalars.append(scalar)
      }
      scalars.append("\"")
      return String(scalars)
    }
    switch term {
    case .word(let word): return quote(word)
    case .prefix(let beginning): return quote(beginning) + " *"
    case .phrase(let words): return quote(words.joined(separator: " "))
    }
  }
}

extension TextTerm {
  /// Whether the term has a letter or a digit: what the index knows words by.
  var isSearchable: Bool {
    func hasToken(_ text: String) -> Bool {
      text.unicodeScalars.contains { scalar in
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
          .otherNumber, .privateUse:
          true
        default: false
        }
      }
    }
    return switch self {
    case .word(let text), .prefix(let text): hasToken(text)
    case .phrase(let words): words.contains(where: hasToken)
    }
  }
}

extension Query {
  /// The query without terms that no index could find (`&`, `--`): they ask nothing, and do not empty the list.
  var searchable: Query { pruned ?? .everything }

  private var pruned: Query? {
    switch self {
    case .everything, .field: return self
    case .text(let term): return term.isSearchable ? self : nil
    case .not(let inner): return inner.pruned.map { .not($0) }
    case .and(let children):
      let kept = children.compactMap(\.pruned)
      return kept.isEmpty && !children.isEmpty ? nil : .and(kept)
    case .or(let children):
      let kept = children.compactMap(\.pruned)
      return kept.isEmpty && !children.isEmpty ? nil : .or(kept)
    }
  }

  /// The text terms that a matching story can owe its place to: those not under a negation.
  var wantedTerms: [TextTerm] {
    func collect(_ query: Query, _ isWanted: Bool, into terms: inout [TextTerm]) {
      switch query {
      case .everything, .field: break
      case .text(let term): if isWanted, !terms.contains(term) { terms.append(term) }
      case .not(let inner): collect(inner, !isWanted, into: &terms)
      case .and(let children), .or(let children): for child in children { collect(child, isWanted, into: &terms) }
      }
    }
    var terms: [TextTerm] = []
    collect(searchable, true, into: &terms)
    return terms
  }

  /// The parts that must all hold.
  var conjuncts: [Query] {
    switch self {
    case .everything: []
    case .and(let children): children.flatMap(\.conjuncts)
    default: [self]
    }
  }
}
