/// A piece of HTML inside another document, such as a summary, as plain text.
enum PageFragment {
  /// Paragraphs separated by an empty line.
  static func text(_ html: [UInt8], limits: ReadingLimits) -> [UInt8] {
    guard html.contains(0x3C) || html.contains(0x26) else { return html }
    let tree = PageParser.parse(Array("<div>".utf8) + html + Array("</div>".utf8), limits: limits)
    guard !tree.nodes.isEmpty else { return [] }
    let removed = tree.nodes.map { $0.tag == .script || $0.tag == .dropped }
    return ArticleText(tree, roots: [0], removed: removed, title: [], tables: PageMeasures(tree).tables.isData).output
  }

  static func line(_ html: String, limits: ReadingLimits) -> String {
    var text = RunningText()
    text.add(PageFragment.text(Array(html.utf8), limits: limits)[...])
    return String(decoding: text.bytes, as: UTF8.self)
  }
}
