import RegulatoryModel

/// Turns the bytes of one file into its stories.
package struct DocumentReader: Sendable {
  private let limits: ReadingLimits

  package init(limits: ReadingLimits = .standard) { self.limits = limits }

  /// Reads a file as `FileLoader` gave it.
  package func read(_ file: LoadedFile, path: DocumentPath) throws(ReadingError) -> Reading {
    try read(file.bytes, path: path, modified: file.modified)
  }

  package func read(_ bytes: [UInt8], path: DocumentPath, modified: CalendarDay) throws(ReadingError) -> Reading {
    // Array.withUnsafeBytes forgets the type of the error, a result does not.
    let result = bytes.withUnsafeBytes { buffer -> Result<Reading, ReadingError> in
      do throws(ReadingError) { return .success(try read(buffer, path: path, modified: modified)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// Decides the format by extension and, where it is plain, against it by content, and reads.
  ///
  /// - Parameter modified: the day on which the file was last changed: the date of a story that gives none.
  package func read(_ bytes: UnsafeRawBufferPointer, path: DocumentPath, modified: CalendarDay) throws(ReadingError) -> Reading {
    guard let claimed = DocumentFormat(claimedBy: path) else { throw .unsupported(extension: path.fileExtension) }
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= limits.textBytes else { throw .tooLarge(bytes: bytes.count, limit: limits.textBytes) }
    if let other = ContentSignature.name(of: bytes) {
      throw .binary(what: path.fileExtension.isEmpty ? other : "\(other) named .\(path.fileExtension)")
    }
    let format = ContentSignature.format(of: bytes, claimed: claimed)
    let decoding = try CharacterDecoding(bytes, declared: ContentSignature.declaredCharacterSet(bytes, in: format))
    let context = ReadingContext(path: path, modified: modified, limits: limits)
    var notes = decoding.notes
    let drafts: [StoryDraft]
    switch format {
    case .plainText: drafts = [PlainTextReader.draft(decoding.text, in: context)]
    case .markdown: drafts = [MarkdownReader.draft(decoding.text, in: context)]
    case .html: drafts = [WebPageReader.draft(decoding.text, in: context, notes: &notes)]
    case .xml: drafts = try XMLDocumentReader.drafts(decoding.text, in: context, notes: &notes)
    case .json: drafts = try JSONDocumentReader.drafts(decoding.text, in: context, notes: &notes)
    }
    var stories: [Story] = []
    for (index, draft) in drafts.enumerated() { stories.append(try draft.story(index: index, in: context)) }
    return Reading(format: format, stories: stories, notes: notes)
  }
}
