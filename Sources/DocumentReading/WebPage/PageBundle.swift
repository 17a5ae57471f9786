import RegulatoryModel

/// A page that a browser saved with its pictures in one file (MHTML): of the parts of this mail that nobody sent, the page itself.
struct PageBundle {
  private var page: [UInt8] = []
  private var characterSet: String?
  private var address: String?
  /// The page's title as the browser showed it.
  private var subject: [UInt8] = []
  private var saved: CalendarDay?
  private var notes: [String] = []

  /// MIME is nested no deeper than this by any browser.
  private static let deepest = 8

  /// Nil where the file is no message, or has no page in it.
  init?(_ source: UnsafeRawBufferPointer, in context: ReadingContext) {
    guard source.first(where: { !$0.isSpace }) != 0x3C else { return nil }
    let mail = MailHead(Array(source.prefix(1 << 16))[...])
    guard mail.isMail, mail.start < source.count else { return nil }
    let text = UnsafeBufferPointer(rebasing: source.assumingMemoryBound(to: UInt8.self)[mail.start...])
    let defusing = MailDefusing(text, mostParts: context.limits.members)
    notes = defusing.notes
    guard let message = defusing.bytes?.withUnsafeBufferPointer({ MailMessage($0) }) ?? MailMessage(text) else { return nil }
    // The parts are borrowed from the message.
    withExtendedLifetime(message) {
      guard let part = message.root.flatMap({ Self.page(in: $0, depth: 0) }) else { return }
      page = part.bytes
      characterSet = part.parameter("charset")
      address = Self.address(message.headers.raw("Snapshot-Content-Location") ?? part.headers.raw("Content-Location"))
      subject = message.headers.text("Subject") ?? []
      saved = message.headers.day(within: context.bounds)
    }
    if page.isEmpty { return nil }
  }

  static func isNamedOne(_ path: DocumentPath) -> Bool { ["mhtml", "mht"].contains(path.fileExtension) }

  /// The page that the others are shown in: the one that the bundle says it starts with, else the first.
  private static func page(in part: MailPart, depth: Int) -> MailPart? {
    switch part.content {
    case .part: return part.type == "text/html" || part.type == "application/xhtml+xml" ? part : nil
    case .message: return nil
    case .multipart(let children):
      guard depth < deepest else { return nil }
      let start = part.parameter("start").map { $0.filter { $0 != "<" && $0 != ">" } }
      let named = start.flatMap { start in children.first { $0.contentID == start } }
      return named.flatMap { page(in: $0, depth: depth + 1) } ?? children.lazy.compactMap { page(in: $0, depth: depth + 1) }.first
    }
  }

  /// Long addresses may be broken over lines.
  private static func address(_ header: [UInt8]?) -> String? {
    guard let line = header.map({ $0.filter { !$0.isSpace } }), line[...].hasPrefix("http://") || line[...].hasPrefix("https://") else {
      return nil
    }
    return line[...].text
  }

  func reading(in context: ReadingContext) throws(ReadingError) -> Reading {
    let declared = characterSet ?? page.withUnsafeBytes { ContentSignature.declaredCharacterSet($0, in: .html) }
    let decoded = page.withUnsafeBytes { bytes -> Result<CharacterDecoding, ReadingError> in
      do throws(ReadingError) { return .success(try CharacterDecoding(bytes, declared: declared)) } catch { return .failure(error) }
    }
    let decoding = try decoded.get()
    var context = context
    // A page without a date is as old as the copy, whenever that was copied again.
    if let saved { context.modified = saved }
    var notes = self.notes + decoding.notes
    var draft = WebPageReader.draft(decoding.text, in: context, notes: &notes)
    draft.url = draft.url ?? address
    draft.source = draft.source ?? address.map(Issuer.host)
    if draft.title.isEmpty { draft.title = subject }
    return try DocumentReader.reading(.html, [draft], notes: notes, in: context)
  }
}
