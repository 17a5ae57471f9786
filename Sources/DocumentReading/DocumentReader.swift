import RegulatoryModel

/// Turns the bytes of one file into its stories.
package struct DocumentReader: Sendable {
  package let limits: ReadingLimits

  package init(limits: ReadingLimits = .standard) { self.limits = limits }

  /// Reads a file as `FileLoader` gave it.
  package func read(_ file: LoadedFile, path: DocumentPath) throws(ReadingError) -> Reading {
    guard let open = file.file else { return try read(file.bytes, path: path, modified: file.modified) }
    return try Self.read(.file(open), in: ReadingContext(path: path, modified: file.modified, limits: limits))
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
    try Self.read(.memory(bytes), in: ReadingContext(path: path, modified: modified, limits: limits))
  }

  /// Decides the format by extension and, where it is plain, against it by content, and reads.
  static func read(_ source: DocumentSource, in context: ReadingContext) throws(ReadingError) -> Reading {
    guard let claimed = DocumentFormat(claimedBy: context.path) else { throw .unsupported(extension: context.path.fileExtension) }
    guard source.size > 0 else { throw .empty }
    switch source {
    case .memory(let bytes): return try text(bytes, claimed: claimed, in: context)
    case .file: throw .unsupported(extension: context.path.fileExtension)
    }
  }

  /// The formats that are text in some character set.
  private static func text(
    _ bytes: UnsafeRawBufferPointer, claimed: DocumentFormat, in context: ReadingContext
  ) throws(ReadingError) -> Reading {
    let limit = context.limits.textBytes
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    if let other = ContentSignature.name(of: bytes) {
      let named = context.path.fileExtension
      throw .binary(what: named.isEmpty ? other : "\(other) named .\(named)")
    }
    let format = ContentSignature.format(of: bytes, claimed: claimed)
    let decoding = try CharacterDecoding(bytes, declared: ContentSignature.declaredCharacterSet(bytes, in: format))
    var notes = decoding.notes
    let drafts: [StoryDraft]
    switch format {
    case .plainText: drafts = [PlainTextReader.draft(decoding.text, in: context)]
    case .markdown: drafts = [MarkdownReader.draft(decoding.text, in: context)]
    case .html: drafts = [WebPageReader.draft(decoding.text, in: context, notes: &notes)]
    case .xml: drafts = try XMLDocumentReader.drafts(decoding.text, in: context, notes: &notes)
    case .json: drafts = try JSONDocumentReader.drafts(decoding.text, in: context, notes: &notes)
    case .csv: return try TableReader.reading(of: decoding.text, notes: notes, in: context)
    }
    var stories: [Story] = []
    for (index, draft) in drafts.enumerated() {
      if drafts.count > 1, let full = context.budget.takeStory(draft.body.count) {
        notes.append(full)
        break
      }
      stories.append(try draft.story(index: index, in: context))
    }
    return Reading(format: format, stories: stories, notes: notes)
  }
}
