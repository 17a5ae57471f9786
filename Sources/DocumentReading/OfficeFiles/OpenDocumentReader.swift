/// Reads an OpenDocument text, as LibreOffice writes it: a package, or one flat file of XML.
enum OpenDocumentReader {
  static func draft(_ source: DocumentSource, in context: ReadingContext, notes: inout [String]) throws(ReadingError) -> StoryDraft {
    let package = try PackageParts.read(source, in: context) { ["content.xml", "meta.xml", "meta-inf/manifest.xml"].contains($0) }
    notes += package.notes
    if package.isEncrypted || package.parts["meta-inf/manifest.xml"]?[...].contains("encryption-data") == true {
      throw .notKnown("an encrypted OpenDocument file; save it without a password")
    }
    guard let content = try package.text("content.xml") else {
      guard package.notes.isEmpty else { throw .damaged(package.notes[0]) }
      throw .notKnown("an OpenDocument file without text in it")
    }
    let markup = OpenDocumentMarkup()
    if let meta = try package.text("meta.xml") { _ = OfficeWalk.read(meta, limits: context.limits, into: markup) }
    return try draft(content, markup, in: context, notes: &notes)
  }

  static func draft(flat bytes: [UInt8], in context: ReadingContext, notes: inout [String]) throws(ReadingError) -> StoryDraft {
    try draft(PackageParts.decoded(bytes), OpenDocumentMarkup(), in: context, notes: &notes)
  }

  private static func draft(
    _ content: [UInt8], _ markup: OpenDocumentMarkup, in context: ReadingContext, notes: inout [String]
  ) throws(ReadingError) -> StoryDraft {
    notes += OfficeWalk.read(content, limits: context.limits, into: markup)
    guard markup.hasText else { throw .notKnown("an OpenDocument file that is no text: a table, a presentation or a drawing") }
    return markup.facts.draft(markup.blocks.all, in: context)
  }
}
