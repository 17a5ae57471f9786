/// Finds the article in the data that a page carries for its scripts, where the page itself shows next to nothing.
enum EmbeddedArticle {
  /// Prose from this many bytes on; less is a label.
  private static let shortest = 60
  private static let deepest = 40

  struct Found {
    /// Paragraphs, or the source of a page where `isPage` is set.
    var text: [UInt8]
    var isPage: Bool
  }

  /// The longest connected prose in the scripts' data; nil where there is less than `least` bytes of it.
  static func find(in scripts: [Bytes], least: Int) -> Found? {
    var best = Prose()
    for script in scripts {
      guard let value = JSONReader.read(script) else { continue }
      var search = Search()
      let all = search.prose(in: value, depth: 0)
      let found = search.smallest(holding: all.length)
      if found.length > best.length { best = found }
    }
    guard best.length >= least else { return nil }
    let isPage = best.paragraphs.contains { isMarkup($0) }
    let text = Array(best.paragraphs.joined(separator: isPage ? "\n" : "\n\n").utf8)
    return Found(text: isPage ? Array("<html><body><article>".utf8) + text : text, isPage: isPage)
  }

  private struct Prose {
    var length = 0
    var paragraphs: [String] = []
  }

  /// Adds up the prose below each list and each object.
  private struct Search {
    private var lists: [Prose] = []

    mutating func prose(in value: JSONValue, depth: Int) -> Prose {
      guard depth < deepest else { return Prose() }
      switch value {
      case .string(let text): return EmbeddedArticle.isProse(text) ? Prose(length: text.utf8.count, paragraphs: [text]) : Prose()
      case .other: return Prose()
      case .array(let values):
        var sum = Prose()
        for value in values {
          let part = prose(in: value, depth: depth + 1)
          sum.length += part.length
          sum.paragraphs += part.paragraphs
        }
        note(sum)
        return sum
      case .object(let members):
        if let block = Self.block(members) {
          let text = Self.run(block, depth: depth)
          // A paragraph of a list of blocks, in pieces by their style; short ones and headings belong to it.
          return text.isEmpty ? Prose() : Prose(length: text.utf8.count, paragraphs: [text])
        }
        var sum = Prose()
        for (key, value) in members where !Self.skipped.contains(key) {
          let part = prose(in: value, depth: depth + 1)
          if case .string = value, part.length > 0 { note(part) }
          sum.length += part.length
          sum.paragraphs += part.paragraphs
        }
        return sum
      }
    }

    private mutating func note(_ prose: Prose) { if prose.length >= 200 { lists.append(prose) } }

    /// The smallest part with most of the prose: noted inner parts first.
    func smallest(holding all: Int) -> Prose {
      let most = lists.map(\.length).max() ?? 0
      return lists.filter { $0.length * 10 >= most * 6 }.min { $0.length < $1.length } ?? Prose()
    }

    private static let skipped: Set<String> = [
      "description", "excerpt", "summary", "seo", "metaDescription", "caption", "alt", "altText", "related", "relatedArticles", "comments",
      "translations", "copyright", "cookie", "css", "bio", "__typename",
    ]
    private static let blockTypes: Set<String> = [
      "paragraph", "p", "heading", "text", "block", "blockquote", "quote", "list-item", "listItem", "h1", "h2", "h3", "h4", "P", "H2", "H3",
      "heading-1", "heading-2", "heading-3", "rich-text", "core/paragraph", "core/heading",
    ]

    /// What holds the words of a block of a rich text; nil for any other object.
    private static func block(_ members: [(key: String, value: JSONValue)]) -> JSONValue? {
      guard let type = members.first(where: { $0.key == "type" || $0.key == "_type" || $0.key == "nodeType" || $0.key == "blockType" }),
        case .string(let name) = type.value, blockTypes.contains(name)
      else { return nil }
      for key in ["children", "content", "text", "html", "value", "data"] {
        if let found = members.first(where: { $0.key == key }) { return found.value }
      }
      return nil
    }

    private static func run(_ value: JSONValue, depth: Int) -> String {
      guard depth < deepest else { return "" }
      switch value {
      case .string(let text): return text
      case .other: return ""
      case .array(let values): return values.map { run($0, depth: depth + 1) }.joined()
      case .object(let members):
        for key in ["text", "value", "children", "content", "html"] {
          if let found = members.first(where: { $0.key == key }) { return run(found.value, depth: depth + 1) }
        }
        return ""
      }
    }
  }

  private static func isProse(_ text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.count >= shortest else { return false }
    var blanks = 0
    var signs = 0
    var wide = 0
    for byte in bytes.prefix(400) {
      if byte.isSpace { blanks += 1 } else if byte == 0x7B || byte == 0x7D || byte == 0x3B { signs += 1 } else if byte >= 0xE3 { wide += 1 }
    }
    return (blanks >= 7 || wide >= 30) && signs <= 6
  }

  private static func isMarkup(_ text: String) -> Bool {
    let bytes = Array(text.utf8.prefix(4000))[...]
    return bytes.contains("<p>") || bytes.contains("<p ") || bytes.contains("</p>") || bytes.contains("<br") || bytes.contains("</a>")
      || bytes.contains("</strong>") || bytes.contains("<h2")
  }
}

/// Lines of data as paragraphs.
enum ParagraphText {
  /// Each line a paragraph, white space run together.
  static func separated(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var lines = LineReader(bytes[...])
    while let line = lines.next() {
      let paragraph = OneLine.collapsed(line)
      guard !paragraph.isEmpty else { continue }
      if !result.isEmpty { result += [0x0A, 0x0A] }
      result += paragraph
    }
    return result
  }
}
