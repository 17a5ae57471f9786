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
  ///
  /// The bytes of a text are given back as soon as they are characters: of a large file they are as much as all else that it takes.
  ///
  /// - Parameter whenLarge: called at most once, on this thread, when a packed file turns out to be many times its size; reading goes on
  ///   when it returns.
  package func read(
    _ file: consuming LoadedFile, path: DocumentPath, whenLarge: (() -> Void)? = nil
  ) throws(ReadingError) -> Reading {
    let context = self.context(path, file.modified)
    context.budget.whenLarge = whenLarge
    guard let open = file.file else { return try Self.read(file.takeBytes(), in: context) }
    return try Self.read(.file(open), in: context)
  }

  package func read(_ bytes: consuming [UInt8], path: DocumentPath, modified: CalendarDay) throws(ReadingError) -> Reading {
    try Self.read(bytes, in: context(path, modified))
  }

  /// - Parameter modified: the day on which the file was last changed: the date of a story that gives none.
  package func read(_ bytes: UnsafeRawBufferPointer, path: DocumentPath, modified: CalendarDay) throws(ReadingError) -> Reading {
    try Self.read(.memory(bytes), in: context(path, modified))
  }

  private func context(_ path: DocumentPath, _ modified: CalendarDay) -> ReadingContext {
    ReadingContext(path: path, modified: modified, limits: limits, helpers: helpers, isStopped: isStopped)
  }

  static func read(_ bytes: consuming [UInt8], in context: ReadingContext) throws(ReadingError) -> Reading {
    // Array.withUnsafeBytes forgets the type of the error, a result does not.
    let begun = bytes.withUnsafeBytes { buffer -> Result<Begun, ReadingError> in
      do throws(ReadingError) { return .success(try begin(.memory(buffer), in: context)) } catch { return .failure(error) }
    }
    bytes = []
    return try finish(begun.get(), in: context)
  }

  /// Decides the format by extension and, where it is plain, against it by content, and reads.
  static func read(_ source: DocumentSource, in context: ReadingContext) throws(ReadingError) -> Reading {
    try finish(begin(source, in: context), in: context)
  }

  /// How far reading comes as long as it needs the bytes of the file.
  private enum Begun {
    case read(Reading)
    /// A text as characters, and what it is.
    case decoded(DocumentFormat, CharacterDecoding)
  }

  private static func begin(_ source: DocumentSource, in context: ReadingContext) throws(ReadingError) -> Begun {
    guard let claimed = DocumentFormat(claimedBy: context.path) else { throw .unsupported(extension: context.path.fileExtension) }
    guard source.size > 0 else { throw .empty }
    if context.depth == 0 { context.budget.wholeSize = source.size }
    if claimed == .pdf { return .read(try PortableDocumentReader.read(source, in: context)) }
    if let mail = try MailReader.reading(of: source, claimed: claimed, in: context) { return .read(mail) }
    if claimed.isPackage { return .read(try PackageReader.reading(source, claimed: claimed, in: context)) }
    switch source {
    case .memory(let bytes): return try decoded(bytes, claimed: claimed, in: context)
    case .file:
      // A text that is called a mail.
      guard source.size <= context.limits.textBytes else { throw .tooLarge(bytes: source.size, limit: context.limits.textBytes) }
      let bytes = try source.piece(at: 0, count: source.size)
      let result = bytes.withUnsafeBytes { buffer -> Result<Begun, ReadingError> in
        do throws(ReadingError) { return .success(try decoded(buffer, claimed: claimed, in: context)) } catch { return .failure(error) }
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
    try finish(decoded(bytes, claimed: claimed, in: context), in: context)
  }

  private static func decoded(
    _ bytes: UnsafeRawBufferPointer, claimed: DocumentFormat, in context: ReadingContext
  ) throws(ReadingError) -> Begun {
    let limit = context.limits.textBytes
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    if let other = ContentSignature.name(of: bytes) {
      let named = context.path.fileExtension
      throw .binary(what: named.isEmpty ? other : "\(other) named .\(named)")
    }
    if claimed == .html {
      if let bundle = PageBundle(bytes, in: context) { return .read(try bundle.reading(in: context)) }
      if PageBundle.isNamedOne(context.path), bytes.first(where: { !$0.isSpace }) != 0x3C { throw .damaged("there is no page in it") }
    }
    let format = ContentSignature.format(of: bytes, claimed: claimed)
    let declared = ContentSignature.declaredCharacterSet(bytes, in: format)
    return .decoded(format, try CharacterDecoding(bytes, declared: declared, limit: limit))
  }

  private static func finish(_ begun: consuming Begun, in context: ReadingContext) throws(ReadingError) -> Reading {
    switch consume begun {
    case .read(let reading): return reading
    case .decoded(let format, var decoding):
      var notes = decoding.notes
      switch try found(in: decoding.takeText(), format, in: context, notes: &notes) {
      case .drafts(let drafts): return try reading(format, drafts, notes: notes, in: context)
      case .reading(let reading): return reading
      }
    }
  }

  /// What a reader of texts makes of one.
  enum Found {
    case drafts([StoryDraft])
    /// Finished stories, where their text is made and not found.
    case reading(Reading)
  }

  /// Consumes the text: stories are made of the drafts when it is gone.
  private static func found(
    in text: consuming CleanText, _ format: DocumentFormat, in context: ReadingContext, notes: inout [String]
  ) throws(ReadingError) -> Found {
    switch format {
    case .plainText, .mail, .mailbox: return .drafts([PlainTextReader.draft(text, in: context)])
    case .markdown: return .drafts([MarkdownReader.draft(text, in: context)])
    case .html: return .drafts([WebPageReader.draft(text, in: context, notes: &notes)])
    case .xml, .feed: return .drafts(try XMLDocumentReader.drafts(text, in: context, notes: &notes))
    case .json: return .drafts(try JSONDocumentReader.drafts(text, in: context, notes: &notes))
    case .archive, .docx, .odt, .rtf, .epub: throw .unsupported(extension: context.path.fileExtension)
    case .csv: return try TableReader.found(in: text, notes: &notes, in: context)
    case .pdf: throw .binary(what: "a PDF file")
    }
  }

  /// The stories of a file's drafts, as far as the budget goes.
  static func reading(
    _ format: DocumentFormat, _ drafts: consuming [StoryDraft], notes: [String], in context: ReadingContext
  ) throws(ReadingError) -> Reading {
    // A feed without items was read whole.
    if drafts.isEmpty { return Reading(format: format, stories: [], notes: notes) }
    var notes = notes
    var stories: [Story] = []
    let isOne = drafts.count == 1
    for place in drafts.indices {
      // Each draft goes as its story comes.
      var draft = StoryDraft()
      swap(&draft, &drafts[place])
      if !isOne, let full = context.budget.takeStory(draft.body.count) {
        notes.append(full)
        break
      }
      do throws(ReadingError) {
        stories.append(try draft.takeStory(index: stories.count, in: context))
      } catch .noText {
        // Nothing but signs that can't be shown.
        continue
      }
    }
    guard !stories.isEmpty else { throw .nothing(notes) }
    return Reading(format: format, stories: stories, notes: notes)
  }
}
