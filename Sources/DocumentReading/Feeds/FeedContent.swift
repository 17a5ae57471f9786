/// Text as feeds and exports carry it (HTML, HTML escaped once too often, or plain) as paragraphs or on one line.
enum FeedContent {
  /// Paragraphs separated by an empty line.
  static func paragraphs(_ content: [UInt8], limits: ReadingLimits) -> [UInt8] {
    let markup = unescaped(content)
    let text = hasTag(markup[...]) ? article(markup, limits: limits) : plain(HTMLReference.resolved(markup))
    return withoutTail(text)
  }

  /// What is plain text by its own account, whatever signs are in it.
  static func plain(_ text: [UInt8]) -> [UInt8] {
    text.withUnsafeBufferPointer { source in
      var writer = ParagraphWriter(source: source)
      var start = 0
      while start < source.count {
        let end = TextLines.end(in: source, from: start)
        writer.add(start..<end)
        start = end + 1
      }
      return writer.finish()
    }
  }

  /// On one line: a title, a name.
  static func line(_ content: [UInt8], limits: ReadingLimits) -> [UInt8] {
    let markup = unescaped(content)
    let text = hasTag(markup[...]) ? PageFragment.text(markup, limits: limits) : HTMLReference.resolved(markup)
    return OneLine.collapsed(text[...])
  }

  /// The fragment without share bars, related links and captions, unless little would be left.
  private static func article(_ markup: [UInt8], limits: ReadingLimits) -> [UInt8] {
    let tree = PageParser.parse(Array("<div>".utf8) + markup + Array("</div>".utf8), limits: limits)
    guard !tree.nodes.isEmpty else { return [] }
    let measures = PageMeasures(tree)
    let scripts = tree.nodes.map { $0.tag == .script || $0.tag == .dropped }
    let whole = ArticleText(tree, roots: [0], removed: scripts, title: [], tables: measures.tables.isData).output
    let clutter = PageClutter.removed(tree, measures.totals(without: [Bool](repeating: false, count: tree.nodes.count)))
    let cleaner = ArticleCleaner(tree, measures, roots: [0], removed: clutter, isStrict: false)
    let clean = ArticleText(tree, roots: [0], removed: cleaner.removed, title: [], tables: cleaner.isDataTable).output
    return clean.count * 3 >= whole.count ? clean : whole
  }

  /// Without the line that WordPress adds: "The post … appeared first on …".
  private static func withoutTail(_ text: [UInt8]) -> [UInt8] {
    let window = text.suffix(600)
    guard let tail = window.firstIndex(of: "appeared first on") else { return text }
    let start = window[..<tail].lastIndex(of: 0x0A).map { $0 + 1 } ?? window.startIndex
    guard window[start...].hasPrefix("the post "), !window[tail...].contains(0x0A), start == 0 || text[start - 1] == 0x0A else {
      return text
    }
    return Array(text[..<start].trimmed)
  }

  // MARK: What it is

  static let tags: Set<String> = [
    "p", "br", "div", "a", "b", "i", "em", "strong", "span", "ul", "ol", "li", "img", "h1", "h2", "h3", "h4", "h5", "h6", "table",
    "blockquote", "font", "hr", "figure", "section", "article", "pre", "code", "sup", "sub", "u", "small", "tt", "script", "style",
    "iframe",
    "html", "body", "td", "tr", "center", "cite", "abbr", "dl", "dt", "dd", "strike", "big", "video", "picture", "header", "footer",
    "meta", "link", "blink", "marquee", "object", "embed", "applet", "form", "input", "button", "label", "textarea", "select", "option",
    "main", "nav",
    "aside", "mark", "q", "s", "time", "del", "ins", "kbd", "samp", "var", "th", "thead", "tbody", "tfoot", "caption", "col", "colgroup",
    "figcaption", "audio", "source", "svg", "math", "acronym", "address", "dfn", "map", "area", "noscript", "head", "title", "base", "wbr",
    "ruby",
    "details", "summary", "param", "frame", "frameset", "legend", "fieldset", "bdo", "dir", "menu", "xmp", "nobr",
  ]

  /// Whether there is an element or a comment of HTML in it.
  static func hasTag(_ text: Bytes) -> Bool {
    var index = text.startIndex
    while let found = text[index...].firstIndex(of: 0x3C) {
      index = found + 1
      if isTag(text, index, closedBy: [0x3E]) || text[index...].hasPrefix("!--") || text[index...].hasPrefix("![cdata[") { return true }
    }
    return false
  }

  /// Whether the name of a known element begins here, and ends as one does.
  private static func isTag(_ text: Bytes, _ start: Int, closedBy ends: Set<UInt8>) -> Bool {
    var index = start
    if index < text.endIndex, text[index] == 0x2F { index += 1 }
    let name = text[index...].prefix(12).prefix { $0.isASCIILetter || $0.isDigit }
    guard !name.isEmpty, name.endIndex < text.endIndex else { return false }
    let next = text[name.endIndex]
    guard next.isSpace || next == 0x2F || ends.contains(next) else { return false }
    return tags.contains(name.text.lowercased())
  }

  /// Clean text; markup that was escaped twice is unescaped: no tag of its own, and names of elements between `&lt;` and `&gt;`.
  private static func unescaped(_ content: [UInt8]) -> [UInt8] {
    // References of XML may have brought in spaces that do not break, and worse.
    let content = content.withUnsafeBufferPointer { CleanText(utf8: $0).bytes }
    let text = content[...]
    guard text.contains(0x26), !hasTag(text), text.contains("&gt;") else { return content }
    var index = text.startIndex
    while let found = text[index...].firstIndex(of: "&lt;") {
      index = found + 4
      if isTag(text, index, closedBy: [0x26]) { return HTMLReference.resolved(content) }
    }
    return content
  }
}
