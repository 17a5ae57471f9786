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
    let decoding = try CharacterDecoding(bytes, declared: format == .html ? ContentSignature.declaredCharacterSet(bytes) : nil)
    let context = ReadingContext(path: path, modified: modified, limits: limits)
    var notes = decoding.notes
    let draft: StoryDraft
    switch format {
    case .plainText: draft = PlainTextReader.draft(decoding.text, in: context)
    case .markdown: draft = MarkdownReader.draft(decoding.text, in: context)
    case .html: draft = WebPageReader.draft(decoding.text, in: context, notes: &notes)
    case .csv: return try TableReader.reading(of: decoding.text, notes: notes, in: context)
    }
    return Reading(format: format, stories: [try draft.story(in: context)], notes: notes)
  }
}
