import RegulatoryModel

/// Turns the bytes of one file into its stories.
package struct DocumentReader: Sendable {
  package let limits: ReadingLimits
  private let helpers: HelperPrograms
  /// Asked while a file is read: true ends helper programs and the reading of archives at once. What is read then is worth nothing.
  package var isStopped: @Sendable () -> Bool = { false }

  package init(limits: ReadingLimits = .standard, helpers: HelperPrograms = .ofThisProcess) {
    self.limits = limits
    self.helpers = helpers
  }

  /// Changes whenever a file of the format may give another text though it has the same bytes; empty for most formats.
  package func fingerprint(of format: DocumentFormat) -> String { format.usesHelpers ? helpers.fingerprint : "" }

  /// Reads a file as `FileLoader` gave it.
  package func read(_ file: LoadedFile, path: DocumentPath) throws(ReadingError) -> Reading {
    guard let open = file.file else { return try read(file.bytes, path: path, modified: file.modified) }
    return try Self.read(.file(open), in: context(path, file.modified))
  }

  package func read(_ bytes: [UInt8], path: DocumentPath, modified: CalendarDay) throws(ReadingError) -> Reading {
    // Array.withUnsafeBytes forgets the type of the error, a result does not.
    let result = bytes.withUnsafeBytes { buffer -> Result<Reading, ReadingError> in
      do throws(ReadingError) { return .success(try read(buffer, path: path, modified: modified)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// - Parameter modified: the day on which the file was last changed: the date of a story that gives none.
  package func read(_ bytes: UnsafeRawBufferPointer, path: DocumentPath, modified: CalendarDay) throws(ReadingError) -> Reading {
    try Self.read(.memory(bytes), in: context(path, modified))
  }

  private func context(_ path: DocumentPath, _ modified: CalendarDay) -> ReadingContext {
    ReadingContext(path: path, modified: modified, limits: limits, helpers: helpers, isStopped: isStopped)
  }

  /// Decides the format by extension and, where it is plain, against it by content, and reads.
  static func read(_ source: DocumentSource, in context: ReadingContext) throws(ReadingError) -> Reading {
    guard let claimed = DocumentFormat(claimedBy: context.path) else { throw .unsupported(extension: context.path.fileExtension) }
    guard source.size > 0 else { throw .empty }
    if context.depth == 0 { context.budget.wholeSize = source.size }
    if claimed == .pdf { return try PortableDocumentReader.read(source, in: context) }
    if let mail = try MailReader.reading(of: source, claimed: claimed, in: context) { return mail }
    if claimed.isPackage { return try PackageReader.reading(source, claimed: claimed, in: context) }
    switch source {
    case .memory(let bytes): return try text(bytes, claimed: claimed, in: context)
    case .file:
      // A text that is called a mail.
      guard source.size <= context.limits.textBytes else { throw .tooLarge(bytes: source.size, limit: context.limits.textBytes) }
      let bytes = try source.piece(at: 0, count: source.size)
      let result = bytes.withUnsafeBytes { buffer -> Result<Reading, ReadingError> in
        do throws(ReadingError) { return .success(try text(buffer, claimed: claimed, in: context)) } catch { return .failure(error) }
      }
      return try result.get()
    }
  }

  /// A PDF file as `pdftotext -bbox-layout` prints it. No process runs: for the fuzzer.
  package func readPageLayout(_ output: [UInt8], path: DocumentPath, modified: CalendarDay) throws(ReadingError) -> Reading {
    let context = context(path, modified)
    return Reading(format: .pdf, stories: [try LaidOutDocument(LayoutReader.read(output), in: context).draft.story(in: context)])
  }

  /// The formats that are text in some character set.
  static func text(
    _ bytes: UnsafeRawBufferPointer, claimed: DocumentFormat, in context: ReadingContext
  ) throws(ReadingError) -> Reading {
    let limit = context.limits.textBytes
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    if let other = ContentSignature.name(of: bytes) {
      let named = context.path.fileExtension
      throw .binary(what: named.isEmpty ? other : "\(other) named .\(named)")
    }
    if claimed == .html {
      if let bundle = PageBundle(bytes, in: context) { return try bundle.reading(in: context) }
      if PageBundle.isNamedOne(context.path), bytes.first(where: { !$0.isSpace }) != 0x3C { throw .damaged("there is no page in it") }
    }
    let format = ContentSignature.format(of: bytes, claimed: claimed)
    let decoding = try CharacterDecoding(bytes, declared: ContentSignature.declaredCharacterSet(bytes, in: format))
    var notes = decoding.notes
    let drafts: [StoryDraft]
    switch format {
    case .plainText, .mail, .mailbox: drafts = [PlainTextReader.draft(decoding.text, in: context)]
    case .markdown: drafts = [MarkdownReader.draft(decoding.text, in: context)]
    case .html: drafts = [WebPageReader.draft(decoding.text, in: context, notes: &notes)]
    case .xml, .feed: drafts = try XMLDocumentReader.drafts(decoding.text, in: context, notes: &notes)
    case .json: drafts = try JSONDocumentReader.drafts(decoding.text, in: context, notes: &notes)
    case .archive, .docx, .odt, .rtf, .epub: throw .unsupported(extension: context.path.fileExtension)
    case .csv: return try TableReader.reading(of: decoding.text, notes: notes, in: context)
    case .pdf: throw .binary(what: "a PDF file")
    }
    return try reading(format, drafts, notes: notes, in: context)
  }

  /// The stories of a file's drafts, as far as the budget goes.
  static func reading(
    _ format: DocumentFormat, _ drafts: [StoryDraft], notes: [String], in context: ReadingContext
  ) throws(ReadingError) -> Reading {
    // A feed without items was read whole.
    if drafts.isEmpty { return Reading(format: format, stories: [], notes: notes) }
    var notes = notes
    var stories: [Story] = []
    for draft in drafts {
      if drafts.count > 1, let full = context.budget.takeStory(draft.body.count) {
        notes.append(full)
        break
      }
      do throws(ReadingError) {
        stories.append(try draft.story(index: stories.count, in: context))
      } catch .noText where drafts.count > 1 {
        // One of many that has nothing but signs that can't be shown.
        continue
      }
    }
    guard !stories.isEmpty else { throw .noText }
    return Reading(format: format, stories: stories, notes: notes)
  }
}
