/// Reads a Word document of the form that Word has written since 2007 (.docx and its templates).
enum WordDocumentReader {
  static func draft(_ source: DocumentSource, in context: ReadingContext, notes: inout [String]) throws(ReadingError) -> StoryDraft {
    let package = try PackageParts.read(source, in: context) { name in
      if name == "_rels/.rels" || name == "docprops/core.xml" { return true }
      guard name.hasPrefix("word/"), name.hasSuffix(".xml"), !name.dropFirst(5).contains("/") else { return false }
      return ["document", "footnotes", "endnotes"].contains { name.dropFirst(5).hasPrefix($0) }
    }
    notes += package.notes
    guard let name = mainPart(package, context.limits), let main = try package.text(name) else {
      if package.isEncrypted { throw .notKnown("an encrypted Word document; save it without a password") }
      guard package.notes.isEmpty else { throw .damaged(package.notes[0]) }
      throw .notKnown("an Office file without a Word document in it")
    }
    var blocks = OfficeBlocks()
    let body = WordMarkup()
    notes += OfficeWalk.read(main, limits: context.limits, into: body)
    blocks = body.blocks
    for (prefix, key) in [("footnotes", "f"), ("endnotes", "e")] {
      guard let part = package.parts.keys.sorted().first(where: { $0.hasPrefix("word/" + prefix) }), let text = try package.text(part)
      else {
        continue
      }
      let markup = WordMarkup(notes: key)
      notes += OfficeWalk.read(text, limits: context.limits, into: markup)
      blocks.takeNotes(of: markup.blocks)
    }
    let facts = try package.text("docprops/core.xml").map { self.facts($0, context.limits) } ?? OfficeFacts()
    return facts.draft(blocks.all, in: context)
  }

  /// The part that the package names as its document; usually "word/document.xml".
  private static func mainPart(_ package: PackageParts, _ limits: ReadingLimits) -> String? {
    if let text = try? package.text("_rels/.rels"), let root = XMLTree.read(text, limits: limits).root {
      for relation in root.children where relation["Type"]?.hasSuffix("/officeDocument") == true {
        let name = PackageParts.resolved(relation["Target"] ?? "", from: "")
        if package.parts[name] != nil { return name }
      }
    }
    return package.parts.keys.sorted().first { $0.hasPrefix("word/document") }
  }

  private static func facts(_ text: [UInt8], _ limits: ReadingLimits) -> OfficeFacts {
    var facts = OfficeFacts()
    for element in XMLTree.read(text, limits: limits).root?.children ?? [] {
      switch element.localName {
      case "title": facts.title = element.line
      case "creator": facts.author = element.line
      case "created": facts.created = element.line
      case "modified": facts.modified = element.line
      case "language": facts.language = element.line
      case "subject", "category": if let line = element.line { facts.subjects.append(line) }
      default: break
      }
    }
    return facts
  }
}
