import RegulatoryModel

/// What a page says of itself outside its text: in `meta`, `link`, `title`, schema.org data.
struct PageFacts {
  private(set) var structured = StructuredData()
  /// `meta` contents by name or property in lower case; the first of each.
  private var meta: [String: String] = [:]
  private(set) var pageTitle: [UInt8] = []
  private(set) var canonical: String?
  private(set) var language: String?
  /// The first headings of the first level, with their index.
  private(set) var headings: [(index: Int, text: [UInt8])] = []
  /// The values of the page's `time` elements.
  private(set) var times: [(index: Int, value: String)] = []
  /// Data for scripts that may hold the article.
  private(set) var data: [Bytes] = []

  init(_ tree: PageTree) {
    for index in tree.nodes.indices {
      switch tree.nodes[index].tag {
      case .meta: readMeta(tree, index)
      case .link:
        if canonical == nil, let rel = tree.value(.rel, of: index), rel.isSame(as: "canonical") {
          canonical = tree.value(.href, of: index)?.trimmed.text
        }
      case .title: if pageTitle.isEmpty { pageTitle = tree.line(of: index) }
      case .html: language = tree.value(.lang, of: index)?.trimmed.text
      case .script:
        if tree.nodes[index].end > index + 1 {
          let node = tree.nodes[index + 1]
          let script = tree.text[Int(node.start)..<Int(node.stop)]
          let isLinked = tree.value(.type, of: index)?.contains("ld+json") == true
          if isLinked { structured.add(script) } else if script.count >= 400, data.count < 20 { data.append(script) }
        }
      case .h1: if headings.count < 4 { headings.append((index, tree.line(of: index))) }
      case .time:
        if times.count < 20, let value = tree.value(.datetime, of: index), !tree.nodes[index].marks.contains(.changed) {
          times.append((index, value.text))
        }
      default: break
      }
    }
  }

  private mutating func readMeta(_ tree: PageTree, _ index: Int) {
    guard let content = tree.value(.content, of: index)?.trimmed, !content.isEmpty else { return }
    guard let name = tree.value(.property, of: index) ?? tree.value(.name, of: index) ?? tree.value(.itemprop, of: index) else { return }
    // One property may carry several names.
    for word in name.prefix(200).words {
      let key = word.text.lowercased()
      if meta[key] == nil { meta[key] = CharacterReference.resolved(content.prefix(4000)) }
    }
  }

  private func first(_ keys: [String]) -> String? {
    for key in keys { if let value = meta[key], !value.isEmpty { return value } }
    return nil
  }

  // MARK: Facts

  /// Titles the page gives outside its text, best first.
  var statedTitles: [String] {
    let titles = [
      structured.headline.map { CharacterReference.resolved(Array($0.utf8)[...]) },
      first(["og:title", "twitter:title", "dcterms.title", "dc.title", "parsely-title", "sailthru.title", "citation_title"]),
    ]
    return titles.compactMap { $0 }.filter { !$0.isEmpty }
  }

  var siteName: String? {
    first(["og:site_name"]) ?? structured.publisher.map { CharacterReference.resolved(Array($0.utf8)[...]) }
      ?? first(["application-name", "publisher", "dc.publisher", "dcterms.publisher", "citation_publisher", "dcterms.creator"])
  }

  var author: String? {
    if !structured.authors.isEmpty {
      return CharacterReference.resolved(Array(structured.authors.prefix(6).joined(separator: ", ").utf8)[...])
    }
    let stated = first([
      "author", "parsely-author", "article:author", "dc.creator", "dcterms.creator", "sailthru.author", "citation_author",
    ])
    return stated.flatMap { $0.contains("://") ? nil : $0 }
  }

  var url: String? { [canonical, first(["og:url"]), structured.url].compactMap { $0 }.first { $0.contains("://") } }

  var languageTag: String? { language ?? first(["content-language", "og:locale", "dc.language", "dcterms.language", "language"]) }

  var kindWords: [String] { [structured.type, first(["dcterms.type", "dc.type", "og:type"])].compactMap { $0 } }

  /// Notes the day from `meta` and from schema.org data in the draft.
  func noteDays(in draft: inout StoryDraft, _ dates: StatedDate) {
    let exact = [
      "article:published_time", "article:published", "og:published_time", "datepublished", "parsely-pub-date",
      "govuk:first-published-at", "shareaholic:article_published_time", "article:publish_time",
    ]
    let others = [
      "publishdate", "publish_date", "publish-date", "published_time", "pubdate", "sailthru.date", "dc.date.issued", "dcterms.issued",
      "dcterms.date", "dc.date",
      "dc.date.created", "dcterms.created", "dcterms.available", "citation_publication_date", "citation_date", "citation_online_date",
      "publication_date",
      "published", "date", "cxenseparse:recs:publishtime", "article_date_original", "article.published", "displaydate", "created",
      "release_date", "datecreated",
    ]
    if let day = day(of: exact, dates) {
      draft.note(day, from: .metadata)
    } else if let stated = structured.published, let day = Self.day(stated, dates) {
      // The page's own data on its article is surer than a bare "date", which may be that of the template.
      draft.note(day, from: .structuredData)
    } else {
      draft.note(day(of: others, dates), from: .metadata)
    }
  }

  private func day(of keys: [String], _ dates: StatedDate) -> CalendarDay? {
    for key in keys { if let value = meta[key], let day = Self.day(value, dates) { return day } }
    return nil
  }

  static func day(_ value: String, _ dates: StatedDate) -> CalendarDay? {
    guard let found = dates.reader.first(in: Array(value.utf8)[...].prefix(100)), dates.bounds.contains(found.day) else { return nil }
    return found.day
  }
}

extension CharacterReference {
  /// Text in which some publishing system has escaped twice.
  static func resolved(_ bytes: Bytes) -> String {
    guard bytes.contains(0x26) else { return bytes.text }
    var result: [UInt8] = []
    Array(bytes).withUnsafeBufferPointer { source in
      var index = 0
      while index < source.count {
        if source[index] == 0x26, let (scalar, end) = read(source, index, source.count) {
          UTF8Scalar.append(scalar, to: &result)
          index = end
        } else {
          result.append(source[index])
          index += 1
        }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
