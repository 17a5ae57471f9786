import RegulatoryModel

/// Makes a story of what the helper says about a document. No process runs here: this is what the fuzzer runs.
struct LaidOutDocument {
  /// What is told of the document as a whole.
  private(set) var draft = StoryDraft()
  let pageCount: Int
  /// Numbers, from 1, of the pages without words of their own.
  let wordless: [Int]

  /// - Parameter takesOutHeads: whether what stands on every page is left out; not where nothing else does.
  init(_ layout: DocumentLayout, in context: ReadingContext, takesOutHeads: Bool = true) {
    var pages = layout.pages
    pageCount = pages.count
    let isFederalRegister =
      pages.first?.lines.prefix(12).contains { $0.bytes.contains("federal register /") || $0.bytes.contains("federal register/") } ?? false
    let stamps = takesOutHeads ? RunningHeads(&pages).firstRows : []
    wordless = pages.indices.filter { page in !pages[page].lines.contains { $0.bytes.contains(where: \.isWordByte) } }.map { $0 + 1 }
    guard let first = pages.firstIndex(where: { !$0.lines.isEmpty }) else { return }
    let sample = Array(pages[first].lines.map(\.text).joined(separator: [0x0A]))
    let language = LanguageGuess.language(of: sample)
    let dates = context.statedDates(order: language == nil ? .monthFirst : DateReader.NumericOrder(languageTag: language))
    DocumentDates.note(pages, stamps: stamps, created: layout.created, dates, context, into: &draft)
    if isFederalRegister { draft.source = draft.source ?? "Federal Register" }
    if let caption = CourtCaption(pages[first]) {
      draft.title = caption.title
      draft.kind = caption.isEnforcement ? .enforcement : .filing
    } else if let official = OfficialHead(pages[first].lines.prefix(60).map(\.bytes), dates: dates), !official.title.isEmpty {
      draft.title = official.title
      draft.kind = official.kind
    } else if let paper = DocumentTitle.ofCommission(pages[first]) {
      draft.title = OneLine.collapsed(paper.title[...])
      draft.source = draft.source ?? "European Commission"
      draft.kind = draft.title[...].contains("proposal for a") ? .bill : .other
      pages[first].lines.removeSubrange(paper.lines)
    } else if let stated = DocumentTitle.stated(layout.title, pages: pages, path: context.path) {
      draft.title = stated
    } else if let shown = DocumentTitle.shown(pages[first], measures: TextMeasures(pages)) {
      draft.title = OneLine.collapsed(shown.title[...])
      pages[first].lines.removeSubrange(shown.lines)
    }
    let paragraphs = PageParagraphs(pages)
    draft.body = paragraphs.text
    draft.pages = paragraphs.pages
    dropTitleFromBody()
    if draft.kind == nil {
      let guess = KindGuess(title: draft.title[...], body: draft.body[...], source: draft.source, url: nil).kind
      // News is what nothing speaks against; a PDF file without a dateline is a report, a guide, a form.
      draft.kind = guess == .news && draft.days[.dateline] == nil ? .other : guess
    }
  }

  /// The title stands first in a story; a first paragraph that says the same is left out.
  private mutating func dropTitleFromBody() {
    guard !draft.title.isEmpty, !draft.body.isEmpty else { return }
    let end = draft.body[...].firstIndex(of: "\n\n") ?? draft.body.endIndex
    guard OneLine.collapsed(draft.body[..<end]).map(\.lowered) == draft.title.map(\.lowered) else { return }
    let gone = min(draft.body.count, end + 2)
    draft.body.removeFirst(gone)
    draft.pages = draft.pages.map { max(0, $0 - gone) }
  }
}
