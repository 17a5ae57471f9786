import RegulatoryModel

/// Reads JSON Feed 1 and 1.1.
struct JSONFeedFile {
  private let json: JSONText
  private var top: [String: JSONText.Value] = [:]

  /// Nil where the value is no feed: it has no version of JSON Feed, or no list of items.
  init?(_ json: JSONText, _ value: JSONText.Value) {
    self.json = json
    top = Self.members(json, value)
    guard let version = top["version"], json.text(of: version)[...].contains("jsonfeed.org"), top["items"]?.kind == .array else {
      return nil
    }
  }

  private static func members(_ json: JSONText, _ object: JSONText.Value) -> [String: JSONText.Value] {
    var members: [String: JSONText.Value] = [:]
    json.eachMember(of: object) { key, value in
      if !json.isNothing(value) { members[json.text(of: key)[...].text] = value }
      return members.count < 1000
    }
    return members
  }

  func drafts(in context: ReadingContext, notes: inout [String]) -> [StoryDraft] {
    guard let items = top["items"] else { return [] }
    var feed = FeedFacts()
    feed.title = text(top, "title").map { FeedContent.line($0, limits: context.limits)[...].text }
    feed.link = text(top, "home_page_url", "feed_url").map { $0[...].text }
    feed.author = authors(top, context)
    feed.languageTag = text(top, "language").map { $0[...].text }
    var drafts: [StoryDraft] = []
    var left = 0
    var bytes = 0
    json.eachElement(of: items) { item in
      if let draft = draft(Self.members(json, item), feed, context) {
        drafts.append(draft)
        bytes += draft.body.count
      } else {
        left += 1
      }
      return drafts.count <= context.limits.stories && bytes <= context.limits.storyBytes
    }
    if left > 0 {
      notes.append(FeedFacts.leftOut(left))
    }
    return drafts
  }

  private func draft(_ item: [String: JSONText.Value], _ feed: FeedFacts, _ context: ReadingContext) -> StoryDraft? {
    var draft = StoryDraft()
    draft.title = text(item, "title").map { FeedContent.line($0, limits: context.limits) } ?? []
    let html = text(item, "content_html").map { FeedContent.paragraphs($0, limits: context.limits) } ?? []
    let content = html.isEmpty ? text(item, "content_text").map(FeedContent.plain) ?? [] : html
    let summary = text(item, "summary").map { FeedContent.paragraphs($0, limits: context.limits) } ?? []
    draft.body = Lead.joined(summary, content)
    let base = feed.link
    draft.url = text(item, "url", "external_url").flatMap { FeedLink.whole($0[...].text, against: base) }
    if draft.title.isEmpty, draft.body.isEmpty {
      guard let name = draft.url.flatMap(FeedLink.name) else { return nil }
      draft.title = name
    }
    draft.author = authors(item, context) ?? feed.author
    draft.source = feed.title ?? (feed.link ?? draft.url).map(Issuer.host)
    draft.languageTag = text(item, "language").map { $0[...].text } ?? feed.languageTag
    let order = DateReader.NumericOrder(languageTag: draft.languageTag, host: base.map(Issuer.host))
    let dates = FeedDate(order: order, bounds: context.bounds)
    let day = ["date_published", "date_modified"].lazy.compactMap { text(item, $0) }.compactMap { dates.day($0[...]) }.first
    draft.note(day, from: .metadata)
    if day == nil { StatedHead.read(draft.body[...], into: &draft, context.statedDates(order: order)) }
    draft.identity = StoryIdentity.of(
      id: text(item, "id").map { $0[...].text }, url: draft.url, title: draft.title.isEmpty ? Array(draft.body.prefix(200)) : draft.title,
      day: day)
    return draft
  }

  private func text(_ members: [String: JSONText.Value], _ names: String...) -> [UInt8]? {
    for name in names {
      guard let value = members[name], value.kind == .string || value.kind == .word else { continue }
      let text = json.text(of: value)
      if text.contains(where: { !$0.isSpace }) { return text }
    }
    return nil
  }

  /// Version 1.1 has a list of authors, version 1 had one.
  private func authors(_ members: [String: JSONText.Value], _ context: ReadingContext) -> String? {
    var names: [String] = []
    func take(_ author: JSONText.Value) {
      guard let name = text(Self.members(json, author), "name") else { return }
      names.append(FeedContent.line(name, limits: context.limits)[...].text)
    }
    if let list = members["authors"] {
      json.eachElement(of: list) { author in
        take(author)
        return names.count < 10
      }
    }
    if names.isEmpty, let author = members["author"] { take(author) }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}
