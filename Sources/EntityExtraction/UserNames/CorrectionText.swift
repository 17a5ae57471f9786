import RegulatoryModel

/// Corrections as text of the user's `corrections.toml`. Whatever else the file holds stays as it is, byte for byte.
package enum CorrectionText {
  /// What the file begins with where there was none.
  package static let head = """
    # Corrections made in regwatch. Each takes effect at once in the whole library; take one out and it no longer holds.
    # The form is that of every file in this folder: see README, “Your own names”.

    """

  /// The entries of one correction, under a comment that says when and from which story.
  package static func block(_ correction: Correction, comment: String) -> String {
    "# \(oneLine(comment))\n" + entries(correction).joined(separator: "\n")
  }

  private static func entries(_ correction: Correction) -> [String] {
    switch correction {
    case .never(let key, let name): return [denial(DeniableKind(key.kind), key.id, name: name)]
    case .notInSentence(let kind, let id, let sentence):
      return [denial(kind, id, sentence: sentence)]
    case .means(let name, let key, let other):
      let alias = "[[\(key.kind.rawValue)]]\nid = \(UserEntry.quoted(key.id))\naliases = [\(UserEntry.quoted(name))]\n"
      return (other.map { [denial(DeniableKind($0.kind), $0.id, name: name)] } ?? []) + [alias]
    }
  }

  private static func denial(_ kind: DeniableKind, _ id: String?, name: String? = nil, sentence: String? = nil) -> String {
    var text = "[[deny]]\nkind = \(UserEntry.quoted(kind.rawValue))\n"
    if let id { text += "id = \(UserEntry.quoted(id))\n" }
    if let name { text += "alias = \(UserEntry.quoted(oneLine(name)))\n" }
    if let sentence { text += "sentence = \(UserEntry.quoted(oneLine(sentence)))\n" }
    return text
  }

  /// A comment ends where its line does; what a terminal could obey has no place in a file that people print.
  private static func oneLine(_ text: String) -> String {
    let safe = text.unicodeScalars.map { $0.properties.generalCategory == .control || $0.properties.generalCategory == .format ? " " : $0 }
    return String(String.UnicodeScalarView(safe)).split(separator: " ").joined(separator: " ")
  }

  // MARK: The file

  /// What is to be put behind a file's bytes (nil: there is no file) so that the block stands at its end, under an empty line.
  package static func addition(_ block: String, to bytes: [UInt8]?) -> [UInt8] {
    guard let bytes, !bytes.isEmpty else { return Array((head + "\n" + block).utf8) }
    let begins = bytes.last == 10 ? "\n" : "\n\n"
    return Array((begins + block).utf8)
  }

  /// The file without what was added; nil where it no longer has that, word for word.
  package static func removing(_ addition: [UInt8], from bytes: [UInt8]) -> [UInt8]? {
    guard !addition.isEmpty, bytes.count >= addition.count else { return nil }
    // From the end: what was added last stands there.
    var start = bytes.count - addition.count
    while start >= 0 {
      if bytes[start] == addition[0], bytes[start..<(start + addition.count)].elementsEqual(addition) {
        return Array(bytes[..<start] + bytes[(start + addition.count)...])
      }
      start -= 1
    }
    return nil
  }

  /// Why the file can't be added to: a line of it is no TOML, so that a reader could not tell what belongs to what. Nil where it can.
  package static func fault(in bytes: [UInt8], path: String) -> Problem? {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return Problem("Cannot add to \(path)", why: "it is not UTF-8 text", remedy: "mend it with your editor; nothing was changed")
    }
    let file = UserLexicon.syntaxProblems(text, path: path)
    guard let first = file.first else { return nil }
    return Problem(
      "Cannot add to \(first.what)", why: first.why, remedy: "mend that line with your editor; nothing was changed")
  }
}
