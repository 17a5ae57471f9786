import RegulatoryModel

/// What a feed says of itself, which its items inherit.
struct FeedFacts {
  var title: String?
  var link: String?
  /// The address against which relative links are meant.
  var base: String?
  var author: String?
  var languageTag: String?
  var day: CalendarDay?

  /// What is told of items in which there is nothing to show.
  static func leftOut(_ count: Int) -> String {
    count == 1 ? "1 item without title, text or address was left out" : "\(count) items without title, text or address were left out"
  }
}

/// Reads one item of a feed, in whatever dialect: RSS, RDF and Atom are told apart element by element, as feed readers do.
struct FeedItem {
  private let names: FeedNames
  private let context: ReadingContext
  private var children: [(name: String, element: XMLElement)]
  private let element: XMLElement

  init(_ element: XMLElement, names: FeedNames, context: ReadingContext) {
    self.element = element
    self.names = names
    self.context = context
    children = element.children.map { (names.name(of: $0), $0) }
  }

  /// Nil where it has neither title nor text nor an address.
  func draft(_ feed: FeedFacts) -> StoryDraft? {
    var draft = StoryDraft()
    draft.title = title
    draft.body = body
    var link = self.link(feed)
    if draft.title.isEmpty, draft.body.isEmpty {
      // As feed readers do: it is called by what it leads to.
      link = link ?? other(feed)
      guard let name = link.flatMap(FeedLink.name) else { return nil }
      draft.title = name
    }
    draft.url = link
    draft.author = author ?? feed.author
    let original = first("source", "atom:source").flatMap { sourceTitle($0) }
    draft.source = original ?? feed.title ?? (feed.link ?? link).map(Issuer.host)
    if let original { draft.title = Self.without(source: original, draft.title) }
    draft.languageTag = element["xml:lang"] ?? first("dc:language", "language")?.line ?? feed.languageTag
    let order = DateReader.NumericOrder(languageTag: draft.languageTag, host: (feed.link ?? link).map(Issuer.host))
    let day = self.day(order)
    if let day {
      draft.note(day, from: .metadata)
    } else {
      StatedHead.read(draft.body[...], into: &draft, context.statedDates(order: order))
      if draft.days.isEmpty { draft.note(feed.day, from: .header) }
    }
    draft.identity = StoryIdentity.of(id: id, url: link, title: draft.title.isEmpty ? Array(draft.body.prefix(200)) : draft.title, day: day)
    return draft
  }

  private func first(_ wanted: String...) -> XMLElement? {
    for name in wanted { if let child = children.first(where: { $0.name == name }) { return child.element } }
    return nil
  }

  private func all(_ wanted: Set<String>) -> [XMLElement] { children.filter { wanted.contains($0.name) }.map(\.element) }

  // MARK: Text

  private var title: [UInt8] {
    for name in ["title", "atom:title", "dc:title", "media:title"] {
      for child in children where child.name == name {
        let line = FeedContent.line(FeedMarkup.content(of: child.element), limits: context.limits)
        if !line.isEmpty { return line }
      }
    }
    return []
  }

  private var body: [UInt8] {
    let full = longest(["content:encoded", "content", "atom:content", "body", "xhtml:body", "xhtml:div", "div", "fullitem", "content:item"])
    let summary = longest([
      "description", "summary", "atom:summary", "dc:description", "itunes:summary", "media:description", "abstract", "dcterms:abstract",
      "subtitle", "tagline",
    ])
    return Lead.joined(summary, full)
  }

  private func longest(_ wanted: Set<String>) -> [UInt8] {
    var best: [UInt8] = []
    for element in all(wanted) where element["src"] == nil {
      let text = FeedContent.paragraphs(FeedMarkup.content(of: element), limits: context.limits)
      if text.count > best.count { best = text }
    }
    return best
  }

  // MARK: Facts

  private var id: String? { first("guid", "id", "atom:id", "dc:identifier")?.line ?? element["rdf:about"] }

  private func link(_ feed: FeedFacts) -> String? {
    let base = element["xml:base"].flatMap { FeedLink.whole($0, against: feed.base) } ?? feed.base ?? feed.link
    var rest: [String] = []
    if let original = first("feedburner:origlink")?.line { return FeedLink.whole(original, against: base) }
    for (name, child) in children where name == "link" || name == "atom:link" || name == "a" {
      let base = child["xml:base"].flatMap { FeedLink.whole($0, against: base) } ?? base
      guard let text = (child["href"] ?? child["HREF"] ?? child.line).flatMap({ FeedLink.whole($0, against: base) }) else { continue }
      let relation = child["rel"]?.lowercased() ?? "alternate"
      if relation == "alternate" { return text }
      if relation != "enclosure", relation != "edit", relation != "replies", relation != "license" { rest.append(text) }
    }
    if let guid = first("guid"), guid["isPermaLink"]?.lowercased() != "false", let line = guid.line, FeedLink.isWeb(line) { return line }
    if let id, FeedLink.isWeb(id), first("guid") == nil { return id }
    return rest.first ?? element["href"] ?? element["HREF"]
  }

  /// What an item without link leads to: its enclosure, its content elsewhere, its comments, a picture.
  private func other(_ feed: FeedFacts) -> String? {
    let base = element["xml:base"].flatMap { FeedLink.whole($0, against: feed.base) } ?? feed.base ?? feed.link
    for (name, child) in children {
      let address: String?
      switch name {
      case "enclosure", "media:content", "media:thumbnail", "media:player": address = child["url"]
      case "content", "atom:content": address = child["src"] ?? FeedMarkup.address(in: child)
      case "link", "atom:link": address = child["href"]
      case "comments": address = child.line
      case "description", "content:encoded", "summary", "atom:summary", "body", "xhtml:body", "fullitem", "title", "atom:title":
        address = FeedMarkup.address(in: child)
      default: address = nil
      }
      if let whole = address.flatMap({ FeedLink.whole($0, against: base) }), FeedLink.isWeb(whole) { return whole }
    }
    return nil
  }

  private var author: String? {
    var found: [String] = []
    for child in all(["dc:creator", "author", "atom:author", "itunes:author", "creator"]) where found.count < 10 {
      guard let name = FeedAuthor.name(child, names: names), !found.contains(name) else { continue }
      found.append(name)
    }
    return found.isEmpty ? nil : found.joined(separator: ", ")
  }

  private func day(_ order: DateReader.NumericOrder?) -> CalendarDay? {
    FeedFile.day(
      children,
      [
        "pubdate", "published", "atom:published", "issued", "dcterms:issued", "dc:date", "date", "created", "dcterms:created", "updated",
        "atom:updated", "modified", "dcterms:modified", "lastmod",
      ], FeedDate(order: order, bounds: context.bounds))
  }

  /// The title of the feed that an item was taken from: of Atom an element, of RSS a text.
  private func sourceTitle(_ source: XMLElement) -> String? {
    let title = source.children.first { ["title", "atom:title"].contains(names.name(of: $0)) }
    guard let element = title ?? (source.children.isEmpty ? source : nil) else { return nil }
    let line = FeedContent.line(FeedMarkup.content(of: element), limits: context.limits)
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }

  /// News aggregators write "Headline - Publisher".
  private static func without(source: String, _ title: [UInt8]) -> [UInt8] {
    let tail = Array((" - " + source).utf8)
    return title.count > tail.count && title.suffix(tail.count).elementsEqual(tail) ? Array(title.dropLast(tail.count)) : title
  }
}

/// A summary and a full text, of which the one often begins the other.
enum Lead {
  /// The full text, after the summary where that says something else; the summary alone where there is no more.
  static func joined(_ summary: [UInt8], _ full: [UInt8]) -> [UInt8] {
    guard !full.isEmpty else { return summary }
    guard !summary.isEmpty else { return full }
    // A summary that is longer than the text is the text, and the text its teaser.
    if summary.count > full.count { return starts(full, in: summary) ? summary : full.count * 3 < summary.count ? summary : full }
    return summary.count > 1000 || starts(summary, in: full) ? full : summary + [0x0A, 0x0A] + full
  }

  /// Whether the beginning of the one stands in the other, white space and signs aside.
  private static func starts(_ short: [UInt8], in long: [UInt8]) -> Bool {
    let start = letters(short.prefix(160)).prefix(60)
    guard start.count >= 12 else { return true }
    let rest = letters(long.prefix(4000))
    guard rest.count >= start.count, let first = start.first else { return false }
    for place in 0...(rest.count - start.count) where rest[place] == first {
      if rest[place..<(place + start.count)].elementsEqual(start) { return true }
    }
    return false
  }

  /// Dots and dashes begin with these two bytes beyond ASCII.
  private static func letters(_ text: Bytes) -> [UInt8] {
    var letters: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == 0xE2, index + 1 < text.endIndex, text[index + 1] == 0x80 {
        index += 3
        continue
      }
      if text[index].isWordByte { letters.append(text[index].lowered) }
      index += 1
    }
    return letters
  }
}
