/// Where things stand in a TOML text, for messages: TOMLKit keeps no lines.
package struct TOMLLines: Sendable {
  private let lines: [Substring]

  init(_ source: String) { lines = source.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The line, from 1, on which a key is given a value in a table (nil: before the first table); nil where it isn't found.
  package func line(of key: String, in table: String?) -> Int? {
    var current: String?
    for (index, line) in lines.enumerated() {
      let trimmed = Self.trimmed(line)
      if trimmed.first == "[" {
        current = trimmed.firstIndex(of: "]").map { Self.unquoted(trimmed[trimmed.index(after: trimmed.startIndex)..<$0]) }
        if let current, let table, current == table + "." + key { return index + 1 }
        continue
      }
      guard current == table, let equals = Self.equalsSign(trimmed) else { continue }
      let found = Self.unquoted(trimmed[..<equals])
      if found == key { return index + 1 }
    }
    return nil
  }

  /// The source with one line made empty, so that the rest can be read.
  func source(without line: Int) -> String? {
    guard line >= 1, line <= lines.count, !Self.trimmed(lines[line - 1]).isEmpty else { return nil }
    var rest = lines
    rest[line - 1] = ""
    return rest.joined(separator: "\n")
  }

  /// The last line up to this one that has something on it.
  func lastWritten(upTo line: Int) -> Int? {
    var line = min(line, lines.count)
    while line >= 1 {
      if !Self.trimmed(lines[line - 1]).isEmpty { return line }
      line -= 1
    }
    return nil
  }

  /// The lines that open a table whose name can't begin so: `[=`, `[é]`, `[` alone.
  ///
  /// toml++ 3.4 asserts that it can, and so a slip of the finger would end the program; the test is `aTableWithoutANameIsTold`.
  /// Lines inside of arrays and texts of several lines count, too: themes have none.
  var faultyHeaders: [Int] {
    lines.indices.filter { index in
      // The parser takes any blank of Unicode for one.
      func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{180E}" || ("\u{200B}"..."\u{200D}" ~= scalar)
          || scalar == "\u{2060}"
      }
      var rest = lines[index].unicodeScalars.drop(while: isBlank)
      guard rest.first == "[" else { return false }
      rest = rest.dropFirst().drop(while: isBlank)
      if rest.first == "[" { rest = rest.dropFirst().drop(while: isBlank) }
      guard let first = rest.first else { return true }
      return !("a"..."z" ~= first || "A"..."Z" ~= first || "0"..."9" ~= first || "_-\"']".unicodeScalars.contains(first))
    }.map { $0 + 1 }
  }

  /// Lines with a control character, which TOML forbids, and which the parser does not always survive either.
  var linesWithControls: [Int] {
    lines.indices.filter { index in
      lines[index].unicodeScalars.contains { ($0.value < 0x20 && $0 != "\t") || $0.value == 0x7F }
    }.map { $0 + 1 }
  }

  /// The first sign outside of quotes that ends the key.
  private static func equalsSign(_ line: Substring) -> Substring.Index? {
    var quote: Character?
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "=" {
        return index
      }
    }
    return nil
  }

  private static func unquoted(_ key: Substring) -> String {
    String(trimmed(key).filter { $0 != "\"" && $0 != "'" && $0 != " " })
  }

  private static func trimmed(_ line: Substring) -> Substring {
    var line = line.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
    while let last = line.last, last == " " || last == "\t" || last == "\r" { line.removeLast() }
    return line
  }
}
