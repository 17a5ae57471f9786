import RegulatoryModel

/// What an Office document's properties say of it, and the draft made of that and its blocks.
struct OfficeFacts {
  var title: String?
  var author: String?
  /// ISO 8601 times, as written.
  var created: String?
  var modified: String?
  var language: String?
  /// Subject and category: they may name the kind of document.
  var subjects: [String] = []

  /// A heading this near to the beginning is the document's title.
  private static let titleReach = 8

  func draft(_ given: consuming [OfficeBlock], in context: ReadingContext) -> StoryDraft {
    var blocks = given
    let head = blocks.prefix(Self.titleReach)
    let place = head.firstIndex { $0.kind == .title } ?? head.prefix(3).firstIndex { if case .heading = $0.kind { true } else { false } }
    var draft: StoryDraft
    if let place {
      draft = StoryDraft()
      draft.title = OneLine.collapsed(blocks[place].text[...])
      draft.body = Self.text(blocks[..<place] + blocks[(place + 1)...])
      let guessed = LanguageGuess.language(of: draft.title, draft.body)
      StatedHead.read(
        draft.body[...], into: &draft, context.statedDates(order: DateReader.NumericOrder(languageTag: language ?? guessed)))
    } else {
      let joined = Self.text(blocks[...])
      blocks = []
      draft = PlainTextReader.draft(Self.clean(joined), in: context)
      if draft.title.isEmpty, let title, Self.isTitle(title) { draft.title = Array(title.utf8) }
    }
    if draft.author == nil, let author, Self.isPerson(author) { draft.author = author }
    if draft.kind == nil { draft.kind = subjects.lazy.compactMap { KindGuess.kind(named: $0) }.first { $0 != .other } }
    // Office programs write a language that was never chosen: the text itself counts.
    if LanguageGuess.language(of: draft.title, draft.body) == nil { draft.languageTag = draft.languageTag ?? language }
    // When it was saved says less than any day that it gives itself.
    if draft.days.isEmpty, draft.titleDay == nil, context.nameDate == nil { draft.note(savedDay(in: context), from: .metadata) }
    return draft
  }

  private static func clean(_ text: consuming [UInt8]) -> CleanText { text.withUnsafeBufferPointer { CleanText(utf8: $0) } }

  /// The last change: a letter made from an older one still has that one's day of creation.
  private func savedDay(in context: ReadingContext) -> CalendarDay? {
    [modified, created].compactMap { $0.flatMap { CalendarDay(iso: $0) } }.first {
      context.bounds.contains($0) && (context.modified.year < 1990 || $0 <= context.modified.adding(days: 1))
    }
  }

  /// Paragraphs separated by an empty line; the rows of a table, and items, below one another.
  static func text(_ blocks: ArraySlice<OfficeBlock>) -> [UInt8] {
    var text = RunningText()
    var before: OfficeBlock.Kind?
    for block in blocks {
      let staysTogether = block.kind == before && (block.kind == .row || block.kind == .item)
      if staysTogether { text.line() } else { text.paragraph() }
      if block.kind == .item { text.add("- ") }
      for (number, line) in block.text.split(separator: 0x0A).enumerated() {
        if number > 0 { text.line() }
        text.add(line)
      }
      before = block.kind
    }
    return text.bytes
  }

  /// Whether a title in the properties was written by a person for this document.
  static func isTitle(_ title: String) -> Bool {
    let line = title.lowercased()
    guard line.utf8.count >= 8, line.contains(" "), !line.contains("\\"), !line.contains("/users/") else { return false }
    let endings = [".doc", ".docx", ".dot", ".dotx", ".rtf", ".odt", ".indd", ".pdf", ".wpd", ".txt", ".p65", ".qxd"]
    if endings.contains(where: { line.hasSuffix($0) }) { return false }
    return !["microsoft word", "untitled", "document", "template", "slide ", "new ", "(untitled"].contains { line.hasPrefix($0) }
  }

  /// Whether an author in the properties is more than the name of an account or program.
  static func isPerson(_ author: String) -> Bool {
    let name = author.lowercased()
    let accounts: Set<String> = [
      "administrator", "admin", "user", "owner", "author", "unknown", "root", "windows user", "microsoft office user", "python-docx",
      "default",
      "openoffice", "libreoffice", "apache poi", "un-named", "unnamed", "none", "guest", "test", "docx4j", "aspose", "pandoc", "word",
    ]
    return name.utf8.count >= 3 && !accounts.contains(name) && !name.contains("\\") && !name.contains("@")
  }
}
