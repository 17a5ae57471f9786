import RegulatoryModel

/// Reads an EPUB book as one story: its chapters in the order of its spine, each as a web page gives its text.
enum BookReader {
  private static let mostChapters = 10_000

  static func draft(_ source: DocumentSource, in context: ReadingContext, notes: inout [String]) throws(ReadingError) -> StoryDraft {
    let package = try PackageParts.read(source, in: context) { name in
      name.hasPrefix("meta-inf/") || [".opf", ".xhtml", ".html", ".htm", ".xml"].contains { name.hasSuffix($0) }
    }
    notes += package.notes
    if package.isEncrypted { throw .notKnown("an encrypted book; save it without a password") }
    let path = try contentsPath(package, context.limits)
    guard let path, let text = try package.text(path), let root = XMLTree.read(text, limits: context.limits).root else {
      guard package.notes.isEmpty else { throw .damaged(package.notes[0]) }
      throw .damaged("it is a book without a list of its contents")
    }
    let chapters = Self.chapters(root, path)
    let locked = try lockedParts(package, context.limits)
    if package.parts["meta-inf/rights.xml"] != nil, !locked.isEmpty || chapters.isEmpty || !locked.isDisjoint(with: chapters) {
      throw .notKnown(Self.locked)
    }
    if !locked.isDisjoint(with: chapters) { throw .notKnown(Self.locked) }
    var draft = try head(root, in: context)
    var missing = 0
    for (number, chapter) in chapters.enumerated() {
      guard number < mostChapters else {
        notes.append("only the first \(mostChapters) chapters are read")
        break
      }
      guard let page = package.parts[chapter] else {
        missing += 1
        continue
      }
      let written = try self.text(page, in: context, notes: &notes)
      if !written.isEmpty {
        if !draft.body.isEmpty { draft.body += [0x0A, 0x0A] }
        draft.body += written
      }
      guard draft.body.count <= context.limits.memberBytes else {
        notes.append("only the first \(context.limits.memberBytes >> 20) MB of text are read (limit “member_mb”)")
        break
      }
    }
    if missing > 0 { notes.append(missing == 1 ? "1 chapter is missing in the file" : "\(missing) chapters are missing in the file") }
    return draft
  }

  private static let locked = "a book that is locked to one reader (DRM)"

  /// The path of the package document, as the container names it.
  private static func contentsPath(_ package: PackageParts, _ limits: ReadingLimits) throws(ReadingError) -> String? {
    if let text = try package.text("meta-inf/container.xml"), let root = XMLTree.read(text, limits: limits).root {
      for file in root.allBelow("rootfile") {
        let path = PackageParts.resolved(file["full-path"] ?? "", from: "")
        if package.parts[path] != nil { return path }
      }
    }
    return package.parts.keys.sorted().first { $0.hasSuffix(".opf") }
  }

  /// The chapters' paths in reading order, each once; notes and the like that stand outside it are left out.
  private static func chapters(_ root: XMLElement, _ path: String) -> [String] {
    var paths: [String: String] = [:]
    for item in below(root, "manifest", "item") {
      guard let id = item["id"], let href = item["href"] else { continue }
      // A list of contents for the reading program is no chapter.
      if item["properties"]?.split(separator: " ").contains("nav") == true { continue }
      paths[id] = PackageParts.resolved(href, from: path)
    }
    var seen: Set<String> = []
    return below(root, "spine", "itemref").compactMap { reference in
      guard reference["linear"] != "no", let id = reference["idref"], let path = paths[id], seen.insert(path).inserted else { return nil }
      return path
    }
  }

  private static func below(_ root: XMLElement, _ list: String, _ name: String) -> [XMLElement] {
    root.children.first { $0.localName == list }?.children.filter { $0.localName == name } ?? []
  }

  /// The encrypted parts. Fonts are often masked, which locks nothing.
  private static func lockedParts(_ package: PackageParts, _ limits: ReadingLimits) throws(ReadingError) -> Set<String> {
    guard let text = try package.text("meta-inf/encryption.xml"), let root = XMLTree.read(text, limits: limits).root else { return [] }
    var parts: Set<String> = []
    for data in root.children where data.localName == "EncryptedData" {
      var method = ""
      var path = ""
      for child in data.children {
        if child.localName == "EncryptionMethod" { method = child["Algorithm"] ?? "" }
        if child.localName == "CipherData" { path = child.children.lazy.compactMap { $0["URI"] }.first ?? "" }
      }
      guard method != "http://www.idpf.org/2008/embedding", method != "http://ns.adobe.com/pdf/enc#RC" else { continue }
      parts.insert(PackageParts.resolved(path, from: ""))
    }
    return parts
  }

  private static func head(_ root: XMLElement, in context: ReadingContext) throws(ReadingError) -> StoryDraft {
    var draft = StoryDraft()
    var authors: [String] = []
    for element in root.children.first(where: { $0.localName == "metadata" })?.children ?? [] {
      guard let line = element.line else { continue }
      switch element.localName {
      case "title": if draft.title.isEmpty { draft.title = Array(line.utf8) }
      case "creator": if authors.count < 6 { authors.append(line) }
      case "publisher": draft.source = draft.source ?? line
      case "language": draft.languageTag = draft.languageTag ?? line
      case "date":
        // "opf:event" tells the day of publication from that of the file.
        let event = element["opf:event"] ?? element["event"]
        guard event == nil || event == "publication" || event == "original-publication" else { continue }
        if let day = CalendarDay(iso: line), context.bounds.contains(day) { draft.note(day, from: .metadata) }
      default: break
      }
    }
    if !authors.isEmpty { draft.author = authors.joined(separator: ", ") }
    draft.kind = .other
    return draft
  }

  /// All of a chapter, for nothing in a book is a menu or a banner.
  private static func text(_ page: [UInt8], in context: ReadingContext, notes: inout [String]) throws(ReadingError) -> [UInt8] {
    let tree = PageParser.parse(try PackageParts.decoded(page), limits: context.limits)
    if tree.isCutOff { notes.append("a chapter is too large or too badly formed: only its first part was read (limit “page_nodes”)") }
    guard !tree.nodes.isEmpty else { return [] }
    let root = tree.nodes.indices.first { tree.nodes[$0].tag == .body } ?? 0
    let removed = tree.nodes.map { $0.tag == .script || $0.tag == .dropped || $0.tag == .head }
    return ArticleText(tree, roots: [root], removed: removed, title: [], tables: PageMeasures(tree).tables.isData).output
  }
}
