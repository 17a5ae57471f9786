/// The facts between two lines of `---` at the head of a Markdown file: the flat part of YAML that people use there.
///
/// Understands `key: value`, quoted values, `[a, b]`, `- a` below a key, and `>` or `|` blocks; whatever else there is, it passes over.
struct FrontMatter {
  /// In the order of the file; keys in lower case with `_` and blanks as `-`.
  private(set) var entries: [(key: String, values: [String])] = []
  /// Where the document goes on.
  private(set) var end = 0

  private static let longest = 64 << 10

  /// Nil where the text does not begin with front matter, or it is not closed.
  init?(_ text: Bytes) {
    var reader = LineReader(text.prefix(Self.longest))
    guard let first = reader.next()?.trimmed, first.isSame(as: "---") || first.isSame(as: "+++") else { return nil }
    var isClosed = false
    while let line = reader.next() {
      let trimmed = line.trimmed
      if trimmed == first || trimmed.isSame(as: "...") {
        end = min(line.endIndex + 1, text.endIndex)
        isClosed = true
        break
      }
      add(line, trimmed)
    }
    guard isClosed, !entries.isEmpty else { return nil }
    for index in entries.indices { entries[index].values.removeAll { $0.isEmpty || $0 == "null" || $0 == "~" } }
  }

  /// The first value of the first of these keys that has one.
  subscript(keys: String...) -> String? {
    for key in keys { if let value = entries.first(where: { $0.key == key })?.values.first { return value } }
    return nil
  }

  /// All values of the first of these keys that has any.
  func list(_ keys: String...) -> [String] {
    for key in keys { if let values = entries.first(where: { $0.key == key })?.values, !values.isEmpty { return values } }
    return []
  }

  private mutating func add(_ line: Bytes, _ trimmed: Bytes) {
    guard let first = trimmed.first, first != 0x23 else { return }
    let isIndented = line.first?.isBlank ?? false
    if first == 0x2D, trimmed.count > 1, trimmed[trimmed.startIndex + 1].isBlank {
      guard !entries.isEmpty else { return }
      // "- a" below a key; "- name: a" gives its value.
      let item = trimmed.dropFirst().trimmed
      let value = Self.keyEnd(item).map { item[($0 + 1)...].trimmed } ?? item
      entries[entries.count - 1].values += Self.values(value)
    } else if isIndented {
      // Goes on with a block, or belongs to a nested table, of which a name is worth having.
      guard let last = entries.indices.last else { return }
      if entries[last].values.first == ">" || entries[last].values.first == "|" {
        entries[last].values = [trimmed.text]
      } else if let colon = Self.keyEnd(trimmed) {
        if trimmed[..<colon].isSame(as: "name") { entries[last].values += Self.values(trimmed[(colon + 1)...].trimmed) }
      } else if let value = entries[last].values.first {
        entries[last].values[0] = value + " " + trimmed.text
      }
    } else if let colon = Self.keyEnd(trimmed) {
      let key = String(decoding: trimmed[..<colon].trimmed.map { $0 == 0x5F || $0 == 0x20 ? 0x2D : $0.lowered }, as: UTF8.self)
      entries.append((key, Self.values(trimmed[(colon + 1)...].trimmed)))
    }
  }

  /// The colon, or in TOML the equals sign, after a key.
  private static func keyEnd(_ line: Bytes) -> Int? {
    guard let end = line.firstIndex(where: { $0 == 0x3A || $0 == 0x3D }), end > line.startIndex, end - line.startIndex <= 40 else {
      return nil
    }
    guard line[end] == 0x3D || end + 1 == line.endIndex || line[end + 1].isBlank else { return nil }
    return line[..<end].allSatisfy { $0.isWordByte || $0 == 0x5F || $0 == 0x2D || $0 == 0x20 } ? end : nil
  }

  private static func values(_ value: Bytes) -> [String] {
    guard value.first == 0x5B, value.last == 0x5D, value.count >= 2 else { return [scalar(value)] }
    var values: [String] = []
    var start = value.startIndex + 1
    var quote: UInt8 = 0
    for index in start..<value.endIndex {
      let byte = value[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if (byte == 0x22 || byte == 0x27), value[start..<index].trimmed.isEmpty {
        quote = byte
      } else if byte == 0x2C || index == value.endIndex - 1 {
        values.append(scalar(value[start..<index].trimmed))
        start = index + 1
      }
    }
    return values
  }

  /// `\"` in double quotes, `''` in single ones.
  private static func unescaped(_ inside: Bytes, _ quote: UInt8) -> String {
    let escape: UInt8 = quote == 0x27 ? 0x27 : 0x5C
    guard inside.contains(escape) else { return inside.text }
    var result: [UInt8] = []
    var isEscaped = false
    for byte in inside {
      isEscaped = !isEscaped && byte == escape
      if !isEscaped { result.append(byte) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// One value: without its quotes, or without the comment after it.
  private static func scalar(_ value: Bytes) -> String {
    if value.count >= 2, let first = value.first, first == 0x22 || first == 0x27, let last = value.lastIndex(of: first),
      last > value.startIndex
    {
      return unescaped(value[(value.startIndex + 1)..<last], first)
    }
    if value.first == 0x3E || value.first == 0x7C, value.count <= 2 { return String(value.text.prefix(1)) }
    var end = value.endIndex
    for index in value.indices.dropFirst() where value[index] == 0x23 && value[index - 1].isBlank {
      end = index
      break
    }
    return value[..<end].trimmed.text
  }
}
