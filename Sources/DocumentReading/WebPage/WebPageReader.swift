import RegulatoryModel

/// Reads a web page as one story: its article, and nothing else of it.
enum WebPageReader {
  /// With less than this many bytes of text a more lenient try is made.
  private static let enough = 500

  static func draft(_ text: CleanText, in context: ReadingContext, notes: inout [String]) -> StoryDraft {
    let tree = PageParser.parse(text.bytes, limits: context.limits)
    if tree.isCutOff { notes.append("the page is too large or too badly formed: only its first part was read") }
    let facts = PageFacts(tree)
    var draft = StoryDraft()
    draft.title = PageTitle.title(facts)
    draft.author = facts.author
    draft.url = facts.url
    draft.source = facts.siteName ?? PageTitle.site(beside: draft.title, in: facts.pageTitle) ?? facts.url.map(Issuer.host)
    draft.languageTag = facts.languageTag
    let (body, first) = article(tree, facts, title: draft.title)
    draft.body = body
    readDates(of: &draft, tree, facts, context, first)
    draft.kind = facts.kindWords.lazy.compactMap { KindGuess.kind(named: $0) }.first { $0 != .news && $0 != .other }
    return draft
  }

  /// The article's text, and what the first try left out.
  private static func article(_ tree: PageTree, _ facts: PageFacts, title: [UInt8]) -> (text: [UInt8], removed: [Bool]) {
    guard !tree.nodes.isEmpty else { return ([], []) }
    let measures = PageMeasures(tree)
    let everything = measures.totals(without: [Bool](repeating: false, count: tree.nodes.count))
    let clutter = PageClutter.removed(tree, everything)
    let tries: [ArticleCandidates.Rules] = [[.dropUnlikely, .weighNames, .clean], [.weighNames, .clean], [.clean], []]
    var best: [UInt8] = []
    var firstRemoved = clutter
    for (place, rules) in tries.enumerated() {
      let candidates = ArticleCandidates(tree, measures, rules: rules, removed: clutter)
      if place == 0 { firstRemoved = candidates.removed }
      var roots = candidates.chosen()
      if roots.isEmpty { roots = tree.nodes.indices.first { tree.nodes[$0].tag == .body }.map { [$0] } ?? [0] }
      let cleaner = ArticleCleaner(tree, measures, roots: roots, removed: candidates.removed, isStrict: rules.contains(.clean))
      let article = ArticleText(tree, roots: roots, removed: cleaner.removed, title: title, tables: cleaner.isDataTable)
      if article.output.count > best.count { best = article.output }
      if best.count >= enough { break }
    }
    if best.isEmpty {
      // A page of links alone has no article; then it is read as it is.
      best = ArticleText(tree, roots: [0], removed: clutter, title: title, tables: measures.tables.isData).output
    }
    return (best, firstRemoved)
  }

  private static func readDates(
    of draft: inout StoryDraft, _ tree: PageTree, _ facts: PageFacts, _ context: ReadingContext, _ removed: [Bool]
  ) {
    let order = DateReader.NumericOrder(languageTag: facts.languageTag, host: facts.url.map(Issuer.host))
    let dates = context.statedDates(order: order)
    facts.noteDays(in: &draft, dates)
    StatedHead.read(draft.body[...], into: &draft, dates)
    for time in facts.times where time.index < removed.count && !removed[time.index] {
      guard let day = PageFacts.day(time.value, dates) else { continue }
      draft.note(day, from: .header)
      break
    }
  }
}
