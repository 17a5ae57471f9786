import RegulatoryModel

/// Reads a web page as one story: its article, and nothing else of it.
enum WebPageReader {
  /// With less than this many bytes of text a more lenient try is made …
  private static let enough = 500
  /// … or with less than this, where the page itself marks the article.
  private static let enoughWhereMarked = 140
  /// A more lenient try must find this many times more: a short article is no reason to take in the comments below it.
  private static let betterBy = 3

  /// Consumes the text, of which nothing is left when the page's tree is there.
  static func draft(_ text: consuming CleanText, in context: ReadingContext, notes: inout [String]) -> StoryDraft {
    let savedFrom = SavedFrom.address(in: text.bytes)
    let tree = PageParser.parse(text.takeBytes(), limits: context.limits)
    if tree.isCutOff { notes.append("the page is too large or too badly formed: only its first part was read (limit “page_nodes”)") }
    let facts = PageFacts(tree)
    var draft = StoryDraft()
    draft.title = PageTitle.title(facts)
    draft.author = facts.author
    draft.url = facts.url ?? savedFrom
    draft.source = facts.siteName ?? PageTitle.site(beside: draft.title, in: facts.pageTitle) ?? facts.url.map(Issuer.host)
    draft.languageTag = facts.languageTag
    let order = DateReader.NumericOrder(languageTag: facts.languageTag, host: facts.url.map(Issuer.host))
    let dates = context.statedDates(order: order)
    facts.noteDays(in: &draft, dates)
    guard !tree.nodes.isEmpty else { return draft }
    let measures = PageMeasures(tree)
    let everything = measures.totals(without: [Bool](repeating: false, count: tree.nodes.count))
    if let plain = PreformattedPage.text(tree, everything) { return merged(draft, PlainTextReader.draft(plain, in: context), facts) }
    var clutter = PageClutter.removed(tree, everything)
    RepeatedParts.removeFurtherArticles(tree, facts.headings.map(\.index), title: draft.title, everything, removed: &clutter)
    RepeatedParts.removePullQuotes(tree, removed: &clutter)
    var article = Article(tree, measures, clutter: clutter, title: draft.title)
    draft.body = article.text
    if draft.body.count < enough {
      if let more = hidden(facts, besides: draft.body, in: context) {
        draft.body = more.body
        draft.author = draft.author ?? more.author
        notes.append("the text is from the data that the page carries for its scripts")
      } else {
        let lenient = PageClutter.removed(tree, everything, keepingInert: true)
        let other = Article(tree, measures, clutter: lenient, title: draft.title)
        if other.text.count > draft.body.count * betterBy {
          (article, clutter) = (other, lenient)
          draft.body = other.text
        }
      }
    }
    StatedHead.read(draft.body[...], into: &draft, dates)
    readTimes(of: &draft, facts, article, clutter, dates)
    if let heading = facts.headings.first(where: { !clutter[$0.index] }) {
      PageHead.read(tree, heading: heading.index, removed: clutter, into: &draft, dates)
    }
    let heading = facts.headings.first { !clutter[$0.index] }?.index
    draft.author = draft.author ?? PageByline.author(tree, heading: heading, end: article.end, removed: clutter)
    draft.kind = facts.kindWords.lazy.compactMap { KindGuess.kind(named: $0) }.first { $0 != .news && $0 != .other }
    return draft
  }

  /// The article in the page's data, where it is much longer than what the page shows.
  private static func hidden(_ facts: PageFacts, besides shown: [UInt8], in context: ReadingContext) -> StoryDraft? {
    let least = max(enough, shown.count * betterBy)
    var draft = StoryDraft()
    var source: EmbeddedArticle.Found?
    if let body = facts.structured.body, body.utf8.count >= least {
      let bytes = Array(CharacterReference.resolved(Array(body.utf8)[...]).utf8)
      source = EmbeddedArticle.Found(text: bytes, isPage: bytes[...].contains("</p>") || bytes[...].contains("<br"))
    }
    guard let found = source ?? EmbeddedArticle.find(in: facts.data, least: least) else { return nil }
    let clean = found.text.withUnsafeBufferPointer { CleanText(utf8: $0) }
    guard found.isPage else {
      draft.body = ParagraphText.separated(clean.bytes)
      return draft
    }
    let tree = PageParser.parse(clean.bytes, limits: context.limits)
    guard !tree.nodes.isEmpty else { return nil }
    let measures = PageMeasures(tree)
    let clutter = PageClutter.removed(tree, measures.totals(without: [Bool](repeating: false, count: tree.nodes.count)))
    draft.body = ArticleText(tree, roots: [0], removed: clutter, title: PageTitle.title(facts), tables: measures.tables.isData).output
    return draft.body.count >= least / 2 ? draft : nil
  }

  /// Where the whole page is one plain text, what that says of itself counts, and the page fills in the rest.
  private static func merged(_ page: StoryDraft, _ plain: StoryDraft, _ facts: PageFacts) -> StoryDraft {
    var draft = plain
    if draft.title.isEmpty { draft.title = page.title }
    for (origin, day) in page.days { draft.note(day, from: origin) }
    draft.source = plain.source ?? page.source
    draft.author = plain.author ?? page.author
    draft.url = page.url ?? plain.url
    draft.languageTag = page.languageTag ?? plain.languageTag
    return draft
  }

  /// The first `time` of the article, else the last before it; what comes after it belongs to comments and teasers.
  private static func readTimes(of draft: inout StoryDraft, _ facts: PageFacts, _ article: Article, _ clutter: [Bool], _ dates: StatedDate)
  {
    let kept = facts.times.filter { !article.removed[$0.index] }
    let before = facts.times.filter { !clutter[$0.index] && $0.index < article.start }.reversed()
    for time in kept + before {
      guard let day = PageFacts.day(time.value, dates) else { continue }
      draft.note(day, from: .header)
      return
    }
  }

  /// The part of a page that is its article.
  private struct Article {
    private(set) var text: [UInt8] = []
    /// What the first try left out.
    private(set) var removed: [Bool]
    /// Where it begins.
    private(set) var start = 0
    /// After its last element.
    private(set) var end = 0

    init(_ tree: PageTree, _ measures: PageMeasures, clutter: [Bool], title: [UInt8]) {
      removed = clutter
      let tries: [ArticleCandidates.Rules] = [[.dropUnlikely, .weighNames, .clean], [.weighNames, .clean], [.clean], []]
      for (place, rules) in tries.enumerated() {
        let candidates = ArticleCandidates(tree, measures, rules: rules, removed: clutter)
        if place == 0 { removed = candidates.removed }
        var roots = candidates.chosen()
        if roots.isEmpty { roots = tree.nodes.indices.first { tree.nodes[$0].tag == .body }.map { [$0] } ?? [0] }
        let cleaner = ArticleCleaner(tree, measures, roots: roots, removed: candidates.removed, isStrict: rules.contains(.clean))
        let written = ArticleText(tree, roots: roots, removed: cleaner.removed, title: title, tables: cleaner.isDataTable)
        if place == 0 || written.output.count > text.count * WebPageReader.betterBy {
          text = written.output
          start = roots.first ?? 0
          end = roots.last.map { Int(tree.nodes[$0].end) } ?? 0
        }
        let isMarked = roots.contains {
          tree.nodes[$0].tag == .article || tree.nodes[$0].tag == .main || tree.nodes[$0].marks.contains(.body)
        }
        if text.count >= (isMarked ? WebPageReader.enoughWhereMarked : WebPageReader.enough) { break }
      }
      if text.isEmpty {
        // A page of links alone has no article; then it is read as it is.
        text = ArticleText(tree, roots: [0], removed: clutter, title: title, tables: measures.tables.isData).output
      }
    }
  }
}
