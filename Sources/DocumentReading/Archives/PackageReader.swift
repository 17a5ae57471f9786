import RegulatoryModel

extension DocumentFormat {
  /// Whether it is an archive or an Office document, which are told apart by what is in them.
  var isPackage: Bool {
    switch self {
    case .archive, .docx, .odt, .rtf, .epub: true
    default: false
    }
  }
}

/// Decides what a packed file or Office document is, whatever its name says, and has it read.
enum PackageReader {
  static func reading(_ source: DocumentSource, claimed: DocumentFormat, in context: ReadingContext) throws(ReadingError) -> Reading {
    let head = source.bytes(at: 0, count: 8192)
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw .notKnown("an old Office document, or one with a password; save it as .docx without one")
    }
    if head[...].hasPrefix("{\\rtf") {
      return try one(.rtf, in: context) { notes throws(ReadingError) in
        try RichTextReader.draft(text(of: source, in: context), in: context, notes: &notes)
      }
    }
    guard ZipTail.isZip(source) else { return try unzipped(source, head, claimed: claimed, in: context) }
    switch kind(source, head) ?? claimed {
    case .docx:
      return try one(.docx, in: context) { notes throws(ReadingError) in
        try WordDocumentReader.draft(source, in: context, notes: &notes)
      }
    case .odt:
      return try one(.odt, in: context) { notes throws(ReadingError) in
        try OpenDocumentReader.draft(source, in: context, notes: &notes)
      }
    case .epub:
      return try one(.epub, in: context) { notes throws(ReadingError) in
        try BookReader.draft(source, in: context, notes: &notes)
      }
    default: return try ArchiveReader.reading(source, in: context)
    }
  }

  /// A file that is no ZIP archive: an archive of another sort, a flat OpenDocument file, or text with the wrong name.
  private static func unzipped(
    _ source: DocumentSource, _ head: [UInt8], claimed: DocumentFormat, in context: ReadingContext
  ) throws(ReadingError) -> Reading {
    if claimed == .archive { return try ArchiveReader.reading(source, in: context) }
    let isFlat = head.withUnsafeBytes { XMLDocumentReader.rootName($0) } == "office:document"
    let bytes = try text(of: source, in: context)
    if isFlat {
      return try one(.odt, in: context) { notes throws(ReadingError) in
        try OpenDocumentReader.draft(flat: bytes, in: context, notes: &notes)
      }
    }
    if let other = head.withUnsafeBytes({ ContentSignature.name(of: $0) }) {
      throw .binary(what: "\(other) named .\(StoryDraft.shown(context.path.fileExtension))")
    }
    if claimed != .rtf, head.contains(0) { throw .damaged("it is named .\(StoryDraft.shown(context.path.fileExtension)) and is none") }
    let result = bytes.withUnsafeBytes { buffer -> Result<Reading, ReadingError> in
      do throws(ReadingError) { return .success(try DocumentReader.text(buffer, claimed: .plainText, in: context)) } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// All bytes of what is read as text.
  private static func text(of source: DocumentSource, in context: ReadingContext) throws(ReadingError) -> [UInt8] {
    let limit = context.limits.textBytes
    guard source.size <= limit else { throw .tooLarge(bytes: source.size, limit: limit) }
    return source.bytes(at: 0, count: source.size)
  }

  private static func one(
    _ format: DocumentFormat, in context: ReadingContext, _ read: (inout [String]) throws(ReadingError) -> StoryDraft
  ) throws(ReadingError) -> Reading {
    var notes: [String] = []
    let draft = try read(&notes)
    return try DocumentReader.reading(format, [draft], notes: notes, in: context)
  }

  /// The Office document that a ZIP file is; nil for a mere archive.
  private static func kind(_ source: DocumentSource, _ head: [UInt8]) -> DocumentFormat? {
    // OpenDocument and EPUB begin with an entry that says so, unpacked.
    if let place = head.prefix(200)[...].firstIndex(of: "mimetypeapplication/") {
      let type = head[place...].dropFirst(8).prefix(80)
      if type.hasPrefix("application/epub+zip") { return .epub }
      if type.hasPrefix("application/vnd.oasis.opendocument.text") { return .odt }
    }
    // Word's name their parts at the end, in the list of entries.
    guard head.prefix(200)[...].contains("[content_types].xml") || head.prefix(200)[...].contains("_rels/.rels")
    else { return nil }
    let tail = source.bytes(at: max(0, source.size - (1 << 16)), count: 1 << 16)
    return tail[...].contains("word/document") ? .docx : nil
  }
}
