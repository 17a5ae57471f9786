/// Decides what can be left out of any page before its article is looked for.
enum PageClutter {
  /// "Please switch on JavaScript" is shorter.
  private static let leastInertText = 300

  /// For each node whether it is left out: hidden, scripts, menus, footers, side columns, consent boxes.
  ///
  /// - Parameter inert: whether what is shown only without scripts or frames is left in where it is long.
  static func removed(_ tree: PageTree, _ totals: PageMeasures.Totals, keepingInert inert: Bool = false) -> [Bool] {
    var removed = [Bool](repeating: false, count: tree.nodes.count)
    let all = Int(totals.text.first ?? 0)
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      if inert, node.tag == .inert, totals.text[index] >= leastInertText {
        index += 1
        continue
      }
      guard node.tag != .text, isClutter(tree, index, node, share: all == 0 ? 0 : Int(totals.text[index]) * 100 / all) else {
        index += 1
        continue
      }
      for place in index..<Int(node.end) { removed[place] = true }
      index = Int(node.end)
    }
    return removed
  }

  /// - Parameter share: how many percent of the page's text it holds: a box with most of it is the page, whatever it is called.
  private static func isClutter(_ tree: PageTree, _ index: Int, _ node: PageNode, share: Int) -> Bool {
    switch node.tag {
    case .dropped, .inert, .script, .head, .title, .meta, .link: return true
    case .html, .body: return false
    case .nav: return share < 50
    case .footer, .aside: return share < 35
    case .header: return share < 30 && !isInArticle(tree, index)
    case .dialog: return share < 50
    default: break
    }
    guard node.marks.rawValue != 0 else { return false }
    if node.marks.contains(.hidden) { return share < 60 }
    if node.marks.contains(.unseen) { return share < 10 }
    return node.marks.contains(.clutter) && share < 35 && node.tag != .article && node.tag != .main
  }

  private static func isInArticle(_ tree: PageTree, _ index: Int) -> Bool {
    var parent = Int(tree.nodes[index].parent)
    // Deeper than this nobody nests the header of an article.
    for _ in 0..<40 where parent >= 0 {
      if tree.nodes[parent].tag == .article || tree.nodes[parent].tag == .main { return true }
      parent = Int(tree.nodes[parent].parent)
    }
    return false
  }
}

/// Words with which a page leads its readers elsewhere.
enum TeaserWords {
  private static let whole: Set<String> = [
    "advertisement", "advertising", "ad", "sponsored", "sponsored content", "publicité", "anzeige", "werbung", "publicidad", "anuncio",
    "related", "related articles",
    "related stories", "related links", "related content", "related news", "related posts", "related topics", "related coverage",
    "related materials",
    "related reading", "read more", "read next", "read also", "see also", "more from", "more on this topic", "more on this story",
    "more stories", "more news",
    "most popular", "most read", "most viewed", "popular stories", "trending", "trending now", "trending stories", "recommended",
    "recommended for you",
    "recommended stories", "recommended reading", "recommended articles", "you may also like", "you might also like",
    "you may be interested in",
    "also read", "don't miss", "don’t miss", "editor's picks", "editors' picks", "editor’s picks", "editors’ picks", "latest news",
    "latest stories", "recent news", "recent posts", "share",
    "share this",
    "share this article", "share this story", "share on", "follow us", "comments", "leave a comment", "leave a reply", "sign up",
    "subscribe",
    "subscribe to our newsletter", "newsletter", "newsletters", "top stories", "up next", "next article", "previous article", "lire aussi",
    "à lire aussi",
    "mehr zum thema", "lesen sie auch", "auch interessant", "das könnte sie auch interessieren", "te puede interesar", "lea también",
    "leggi anche", "leia também",
    "lees ook", "loading", "skip to content", "skip to main content", "back to top", "print this page", "print", "email", "tweet",
    "facebook", "twitter",
    "story continues below advertisement", "continue reading below", "article continues below", "advertisement - continue reading below",
  ]

  private static let beginnings: [StaticString] = [
    "read more:", "read next:", "read also:", "also read:", "related:", "see also:", "more from the ", "more from ", "don't miss:",
    "subscribe to ", "sign up for ",
    "share this ", "follow us on ", "recommended:",
  ]

  /// Whether a heading or short line says nothing else than that other things follow.
  static func isTeaser(_ line: [UInt8]) -> Bool {
    guard (2...60).contains(line.count) else { return false }
    var bytes = line[...]
    while let last = bytes.last, last == 0x3A || last == 0x2E || last == 0x20 { bytes = bytes.dropLast() }
    return whole.contains(String(decoding: bytes.map(\.lowered), as: UTF8.self)) || beginnings.contains { line[...].hasPrefix($0) }
  }

  /// "READ NEXT: …", "Related: …" before a link, in a paragraph of its own.
  static func leadsElsewhere(_ line: Bytes) -> Bool { beginnings.contains { line.hasPrefix($0) } }
}
