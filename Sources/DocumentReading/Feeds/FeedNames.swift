/// What the elements of a feed are called, whatever prefixes it uses: "dc:date", "content:encoded", and without prefix what is RSS or Atom.
struct FeedNames {
  /// Namespaces by their beginning, in small letters, and the prefix that stands for them here.
  private static let known: [(start: String, prefix: String)] = [
    ("http://purl.org/dc/elements/", "dc"), ("http://purl.org/dc/terms/", "dcterms"),
    ("http://purl.org/rss/1.0/modules/content", "content"),
    ("http://www.w3.org/2005/atom", "atom"), ("http://purl.org/atom/ns", "atom"), ("http://example.com/necho", "atom"),
    ("http://purl.org/rss/1.0/modules/dcterms", "dcterms"), ("http://purl.org/rss/1.0/modules/", ""), ("http://purl.org/rss/", "rss"),
    ("http://my.netscape.com/", "rss"), ("http://my.netscape.com/publish", "rss"), ("http://backend.userland.com/rss", "rss"),
    ("http://blogs.law.harvard.edu/tech/rss", "rss"), ("http://channel.netscape.com/", "rss"), ("http://www.w3.org/1999/xhtml", "xhtml"),
    ("http://www.itunes.com/dtds/", "itunes"), ("http://search.yahoo.com/mrss", "media"),
    ("http://rssnamespace.org/feedburner", "feedburner"),
    ("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
  ]

  /// The canonical prefix of each prefix that the document declares.
  private var prefixes: [String: String] = [:]

  /// The name of each element by its number in the tree, where it declares no namespace itself.
  private var usual: [String] = []
  private let declarations: Set<Int32>

  init(_ tree: XMLTree) {
    var declaring: [Int32: String] = [:]
    for (number, name) in tree.names.enumerated() where name.hasPrefix("xmlns:") { declaring[Int32(number)] = String(name.dropFirst(6)) }
    declarations = Set(tree.names.indices.filter { tree.names[$0].hasPrefix("xmlns") }.map { Int32($0) })
    for attribute in tree.attributes {
      guard let prefix = declaring[attribute.name], prefixes[prefix] == nil else { continue }
      let space = tree.values[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)].text
      if let canonical = Self.prefix(of: space) { prefixes[prefix] = canonical }
    }
    usual = tree.names.map { name($0, own: nil) }
  }

  private static func prefix(of namespace: String) -> String? {
    let namespace = namespace.lowercased()
    return known.first { namespace.hasPrefix($0.start) }.flatMap { $0.prefix.isEmpty ? nil : $0.prefix }
  }

  /// In small letters, RSS and Atom without prefix; in an RSS feed Atom's own elements keep theirs ("atom:link").
  func name(of element: XMLElement) -> String {
    let node = element.tree.nodes[element.index]
    let declares = element.tree.attributes[Int(node.start)..<Int(node.stop)].contains { declarations.contains($0.name) }
    return declares ? name(element.name, own: element) : usual[Int(node.name)]
  }

  private func name(_ written: String, own element: XMLElement?) -> String {
    guard let colon = written.firstIndex(of: ":") else {
      if let space = element?["xmlns"], Self.prefix(of: space) == "xhtml" { return "xhtml:" + written.lowercased() }
      return written.lowercased()
    }
    let prefix = String(written[..<colon])
    let local = written[written.index(after: colon)...].lowercased()
    let canonical = element?["xmlns:" + prefix].flatMap { Self.prefix(of: $0) } ?? prefixes[prefix] ?? prefix.lowercased()
    return canonical == "rss" ? local : canonical + ":" + local
  }

  /// The name of a first element in any spelling: "atom:feed" is "feed".
  static func local(_ name: String) -> String { (name.split(separator: ":").last ?? "").lowercased() }
}
