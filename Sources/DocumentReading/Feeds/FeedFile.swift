import RegulatoryModel

/// Reads a feed: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF; a draft for each item.
enum FeedFile {
  private static let roots: Set<String> = ["rss", "rdf", "feed", "channel"]

  /// Whether a document that begins with this element is a feed.
  static func isFeed(root name: String) -> Bool { roots.contains(FeedNames.local(name)) }

  static func drafts(_ root: XMLElement, in context: ReadingContext, notes: inout [String]) -> [StoryDraft] {
    let names = FeedNames(root.tree)
    let items = items(root, names: names)
    let feed = facts(root, names: names, in: context)
    var drafts: [StoryDraft] = []
    var bytes = 0
    var left = 0
    for item in items {
      // One more than may be is enough for the note on it.
      guard drafts.count <= context.limits.stories, bytes <= context.limits.storyBytes else { break }
      guard let draft = FeedItem(item, names: names, context: context).draft(feed) else {
        left += 1
        continue
      }
      bytes += draft.body.count
      drafts.append(draft)
    }
    if left > 0 {
      notes.append(FeedFacts.leftOut(left))
    }
    return drafts
  }

  /// The items, outermost only, wherever they stand: RDF has them beside the channel, broken feeds in one another.
  private static func items(_ root: XMLElement, names: FeedNames) -> [XMLElement] {
    let tree = root.tree
    let wanted = Set(
      tree.names.indices.filter { ["item", "entry"].contains(FeedNames.local(tree.names[$0])) }.map { Int32($0) })
    var items: [XMLElement] = []
    var place = root.index + 1
    while place < tree.nodes.count {
      let node = tree.nodes[place]
      guard node.name >= 0, wanted.contains(node.name) else {
        place += 1
        continue
      }
      let element = XMLElement(tree: tree, index: place)
      if ["item", "entry", "atom:entry"].contains(names.name(of: element)) {
        items.append(element)
        place = Int(node.end)
      } else {
        place += 1
      }
    }
    return items
  }

  static func facts(_ root: XMLElement, names: FeedNames, in context: ReadingContext) -> FeedFacts {
    let channel = root.children.first { names.name(of: $0) == "channel" } ?? root
    // The items are no part of what the feed says of itself.
    let children = channel.children.lazy.map { (name: names.name(of: $0), element: $0) }
      .filter { $0.name != "item" && $0.name != "entry" && $0.name != "atom:entry" }
    let own = Array(children.prefix(200))
    var facts = FeedFacts()
    func first(_ wanted: String...) -> XMLElement? { own.first { wanted.contains($0.name) }?.element }
    facts.title = (first("title", "atom:title") ?? first("dc:title")).flatMap { element in
      let line = FeedContent.line(FeedMarkup.content(of: element), limits: context.limits)
      return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
    }
    let bases = [root["xml:base"], channel.index == root.index ? nil : channel["xml:base"]].compactMap { $0 }
    facts.base = bases.reduce(nil) { FeedLink.whole($1, against: $0) }
    for (name, child) in own where name == "link" || name == "atom:link" {
      let relation = child["rel"]?.lowercased() ?? "alternate"
      guard relation == "alternate" || relation == "self" && facts.link == nil else { continue }
      guard let link = (child["href"] ?? child.line).flatMap({ FeedLink.whole($0, against: facts.base) }) else { continue }
      facts.link = link
      if relation == "alternate" { break }
    }
    facts.author = first("author", "atom:author", "dc:creator").flatMap { FeedAuthor.name($0, names: names) }
    facts.languageTag = channel["xml:lang"] ?? root["xml:lang"] ?? first("language", "dc:language")?.line
    let order = DateReader.NumericOrder(languageTag: facts.languageTag, host: facts.link.map(Issuer.host))
    facts.day = day(
      own, ["updated", "atom:updated", "modified", "lastbuilddate", "pubdate", "dc:date", "dcterms:modified", "date"],
      FeedDate(order: order, bounds: context.bounds))
    return facts
  }

  /// The first of the named elements that holds a day.
  static func day(_ children: [(name: String, element: XMLElement)], _ wanted: [String], _ dates: FeedDate) -> CalendarDay? {
    for name in wanted {
      for child in children where child.name == name { if let day = dates.day(child.element.bytes[...]) { return day } }
    }
    return nil
  }
}
