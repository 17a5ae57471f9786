/// The kinds of XML document that are read, known by the name of their first element: one row each.
///
/// A further kind is a row here and a reader in a folder of its own.
struct XMLDocumentKind: Sendable {
  /// With its article: "a bill status file".
  var name: String
  /// Names of first elements, as written.
  var roots: Set<String>
  /// The stories of a document, none where it isn't of this kind after all; what should be known of it goes into the notes.
  var read: @Sendable (_ root: XMLElement, _ context: ReadingContext, _ notes: inout [String]) -> [StoryDraft]

  static let all: [XMLDocumentKind] = [
    XMLDocumentKind(name: "a bill status file", roots: ["billStatus"]) { root, context, _ in
      BillStatusFile.record(root, limits: context.limits).map { [$0.draft(in: context)] } ?? []
    },
    XMLDocumentKind(name: "the text of a bill", roots: ["bill", "resolution", "engrossed-amendment", "amendment-doc"]) { root, context, _ in
      if let record = TrackedBillFile.record(root) { return [record.draft(in: context)] }
      return BillTextFile.draft(root, in: context).map { [$0] } ?? []
    },
    XMLDocumentKind(name: "a law", roots: ["pLaw", "statuteCompilation", "statutesAtLarge"]) { root, context, _ in
      BillTextFile.draft(root, in: context).map { [$0] } ?? []
    },
    XMLDocumentKind(name: "a Federal Register document", roots: FederalRegisterFile.roots) { root, context, notes in
      FederalRegisterFile.drafts(root, in: context, notes: &notes)
    },
    XMLDocumentKind(name: "a committee meeting", roots: ["committee-meeting"]) { root, context, _ in
      CommitteeMeetingFile.draft(root, in: context).map { [$0] } ?? []
    },
  ]

  /// Feeds come under any prefix and in any spelling.
  private static let feed = XMLDocumentKind(name: "a feed", roots: []) { FeedFile.drafts($0, in: $1, notes: &$2) }

  static func of(root name: String) -> XMLDocumentKind? {
    all.first { $0.roots.contains(name) } ?? (FeedFile.isFeed(root: name) ? feed : nil)
  }
}

/// Reads an XML document as what its first element says it is. Only a feed may have no story.
enum XMLDocumentReader {
  /// Consumes the text, of which nothing is left when the tree is there.
  static func drafts(_ text: consuming CleanText, in context: ReadingContext, notes: inout [String]) throws(ReadingError) -> [StoryDraft] {
    // A feed may be broken, and is then mended: only for that the text stays.
    let isFeed = text.bytes.withUnsafeBytes { rootName($0) }.map { FeedFile.isFeed(root: $0) } ?? true
    let source = text.takeBytes()
    let kept = isFeed ? source : []
    var tree = XMLTree.read(consume source, limits: context.limits)
    let faults = tree.notes
    if tree.isBroken, isFeed, tree.root.map({ FeedFile.isFeed(root: $0.name) }) ?? true {
      let mended = XMLTree.read(FeedMending.mended(kept), limits: context.limits)
      if let root = mended.root, FeedFile.isFeed(root: root.name) { tree = mended }
    }
    guard let root = tree.root else {
      throw .damaged(tree.notes.first ?? "it is named .xml and has no element")
    }
    guard let kind = XMLDocumentKind.of(root: root.name) else {
      let name = String(root.name.prefix(60))
      throw .notKnown("not a known XML document: it begins with <\(StoryDraft.shown(name))>")
    }
    notes += faults
    let drafts = kind.read(root, context, &notes)
    // A feed that has nothing new is whole all the same.
    if drafts.isEmpty, FeedFile.isFeed(root: root.name), !tree.isBroken { return [] }
    guard !drafts.isEmpty else { throw .damaged("\(kind.name) without what makes one" + (tree.notes.first.map { ": " + $0 } ?? "")) }
    return drafts
  }

  /// The name of the first element of what begins as XML does; nil where it doesn't.
  static func rootName(_ bytes: UnsafeRawBufferPointer) -> String? {
    var head = Array(bytes.prefix(4096))[...]
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    while true {
      head = head.drop { $0.isSpace }
      let closing: StaticString
      if head.hasPrefix("<!--") {
        closing = "-->"
      } else if head.hasPrefix("<?") {
        closing = "?>"
      } else if head.hasPrefix("<!doctype") {
        // An inner part ends with these two signs.
        closing = head.prefix { $0 != 0x3E }.contains(0x5B) ? "]>" : ">"
      } else {
        break
      }
      guard let end = head.firstIndex(of: closing) else { return nil }
      head = head[(end + closing.utf8CodeUnitCount)...]
    }
    guard head.first == 0x3C else { return nil }
    let name = head.dropFirst().prefix { $0.isWordByte || $0 == 0x2D || $0 == 0x2E || $0 == 0x3A || $0 == 0x5F }
    return name.isEmpty ? nil : name.text
  }

  /// The character set of `<?xml encoding="…"?>`.
  static func declaredCharacterSet(_ bytes: UnsafeRawBufferPointer) -> String? {
    let head = Array(bytes.prefix(256))[...]
    guard let start = head.firstIndex(of: "<?xml"), let end = head[start...].firstIndex(of: "?>"),
      let found = head[start..<end].firstIndex(of: "encoding")
    else { return nil }
    let value = head[found..<end].dropFirst(8).drop { $0.isSpace || $0 == 0x3D || $0 == 0x22 || $0 == 0x27 }
    let name = value.prefix { $0.isWordByte && $0 < 0x80 || [0x2D, 0x5F, 0x3A, 0x2E].contains($0) }
    return name.isEmpty ? nil : name.text
  }
}
