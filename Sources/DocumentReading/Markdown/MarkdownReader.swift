import RegulatoryModel

/// Reads a Markdown file, with or without front matter, as one story.
enum MarkdownReader {
  static func draft(_ text: CleanText, in context: ReadingContext) -> StoryDraft {
    var draft = StoryDraft()
    let matter = FrontMatter(text.bytes[...])
    let start = matter?.end ?? 0
    let tag = matter?["language", "lang", "locale"]
    let language = LanguageGuess.code(ofTag: tag) ?? LanguageGuess.language(of: Array(text.bytes[start...].prefix(2000)))
    let dates = context.statedDates(order: DateReader.NumericOrder(languageTag: tag ?? language))
    if let matter { read(matter, into: &draft, dates) }
    draft.languageTag = language
    text.bytes.withUnsafeBufferPointer { source in
      let body = MarkdownBody(source, from: start)
      place(body, in: &draft)
    }
    readHead(of: &draft, dates)
    return draft
  }

  private static func read(_ matter: FrontMatter, into draft: inout StoryDraft, _ dates: StatedDate) {
    if let title = matter["title", "headline", "subject"] {
      draft.title = OneLine.collapsed(Array(CharacterReference.resolved(Array(title.utf8)[...]).utf8)[...])
    }
    // "original-published" is when the document came out, "date" when somebody filed it.
    for key in [
      "original-published", "date-published", "published", "publication-date", "published-at", "pubdate", "pub-date", "publish-date",
      "date", "issued", "created",
    ] {
      guard let value = matter[key], let found = dates.reader.first(in: Array(value.utf8)[...]), dates.bounds.contains(found.day) else {
        continue
      }
      draft.note(found.day, from: .frontMatter)
      break
    }
    draft.source =
      matter["source-name", "source", "publication", "publisher", "site", "site-name", "outlet", "agency", "organization", "issuer"]
    let authors = matter.list("author", "authors", "by", "byline", "creator")
    if !authors.isEmpty { draft.author = authors.joined(separator: ", ") }
    draft.url = matter["canonical-url", "url", "link", "permalink", "source-url", "original-url"]
    if let source = draft.source, source.contains("://") {
      draft.url = draft.url ?? source
      draft.source = nil
    }
    draft.kind = (matter["kind", "type", "document-type", "doctype", "category"]).flatMap { KindGuess.kind(named: $0) }
  }

  /// The first heading is the title, or repeats the one of the front matter; either way it stands once.
  private static func place(_ body: MarkdownBody, in draft: inout StoryDraft) {
    draft.body = body.output
    guard let heading = body.firstHeading, !heading.isEmpty, draft.title.isEmpty || draft.title == heading,
      body.headingIsFirst || draft.title.isEmpty
    else { return }
    if body.headingIsFirst {
      let end = draft.body.firstIndex(of: 0x0A) ?? draft.body.endIndex
      draft.body.removeSubrange(..<end)
      while draft.body.first == 0x0A { draft.body.removeFirst() }
      draft.title = heading
    } else if draft.title.isEmpty, draft.body.prefix(600).starts(with: heading) || draft.body.prefix(2000).count < 2000 {
      draft.title = heading
      removeLine(heading, from: &draft.body)
    }
  }

  private static func removeLine(_ line: [UInt8], from body: inout [UInt8]) {
    var reader = LineReader(body[...].prefix(4000))
    while let next = reader.next() {
      guard Array(next) == line else { continue }
      body.removeSubrange(next.startIndex..<min(next.endIndex + 2, body.endIndex))
      return
    }
  }

  /// A file without front matter may have its date and byline under the title, and a dateline, as plain text has.
  private static func readHead(of draft: inout StoryDraft, _ dates: StatedDate) {
    guard draft.days.isEmpty || draft.title.isEmpty else { return }
    if draft.title.isEmpty {
      let head = PlainTextHead(draft.body[...], dates: dates)
      draft.title = head.title
      for range in head.taken.sorted(by: { $0.lowerBound > $1.lowerBound }) {
        draft.body.removeSubrange(range.lowerBound..<min(range.upperBound + 1, draft.body.endIndex))
      }
      while draft.body.first == 0x0A { draft.body.removeFirst() }
      draft.note(head.headerDay, from: .header)
      draft.note(head.datelineDay, from: .dateline)
      draft.titleDay = head.titleDay
      draft.source = draft.source ?? head.source
      draft.author = draft.author ?? head.author
      return
    }
    StatedHead.read(draft.body[...], into: &draft, dates)
  }
}
