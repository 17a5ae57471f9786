import RegulatoryModel

/// Gathers from a message's parts what it says, and what is attached to it.
struct MailWalk {
  struct Attachment {
    var name: String
    var bytes: [UInt8]
  }

  private(set) var text = MarkedText()
  private(set) var attachments: [Attachment] = []
  private(set) var notes: [String] = []
  /// Where it says that it stands on the web.
  private(set) var webCopy: String?

  private let title: [UInt8]
  private let context: ReadingContext
  /// How many bytes the message has: what its parts unpack to is measured by that.
  private let size: Int
  private var isForwarded: Bool

  /// MIME nested deeper than this has nothing that a person sent.
  private static let deepest = 60

  private static let media: Set<String> = [
    "png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp", "svg", "ico", "heic", "mp3", "m4a", "wav", "ogg", "mp4", "mov", "avi", "wmv",
  ]

  private enum Wanted { case everything, attachments }

  /// - Parameters:
  ///   - undivided: the whole message, where it says that it has parts and has none.
  ///   - size: of the message, in bytes.
  init(_ message: MailMessage, undivided: Bytes, size: Int, title: [UInt8], context: ReadingContext) {
    self.title = title
    self.size = size
    self.context = context
    isForwarded = title[...].begins(with: MailPhrases.forwardPrefixes)
    if let root = message.root { walk(root, depth: 0, mails: 0, .everything) }
    if !undivided.isEmpty, text.isEmpty { readUndivided(undivided) }
    if !text.hasWordsOfItsOwn { text.unmarkAll() }
    MailFooter.mark(&text)
  }

  /// Gives the attachments away.
  mutating func takeAttachments() -> [Attachment] {
    defer { attachments = [] }
    return attachments
  }

  /// Gives the text away.
  mutating func takeText() -> [UInt8] {
    defer { text = MarkedText() }
    return text.bytes
  }

  private mutating func note(_ words: String) { if !notes.contains(words) { notes.append(words) } }

  /// A multipart without its boundary is one text, of which somebody may still make something.
  private mutating func readUndivided(_ raw: Bytes) {
    var lines = LineReader(raw)
    var start = raw.endIndex
    while let line = lines.next() {
      guard line.trimmed.isEmpty else { continue }
      start = min(line.endIndex + 1, raw.endIndex)
      break
    }
    let decoding = Array(raw[start...]).withUnsafeBytes { try? CharacterDecoding($0, declared: nil) }
    guard let decoding, decoding.text.bytes.contains(where: \.isWordByte) else { return }
    note("its parts can’t be told apart: it was read as one text")
    text.append(MailLines(decoding.text.bytes, isForwarded: isForwarded).marked())
  }

  // MARK: Structure

  private mutating func walk(_ part: MailPart, depth: Int, mails: Int, _ wanted: Wanted) {
    guard depth <= Self.deepest else { return note("parts that are nested more than \(Self.deepest) deep were left out") }
    switch part.content {
    case .multipart(let children): multipart(part.type, children, depth: depth, mails: mails, wanted)
    case .message(let root, let headers): inner(root, headers, depth: depth, mails: mails, wanted)
    case .part: leaf(part, wanted)
    }
  }

  private mutating func multipart(_ type: String, _ children: [MailPart], depth: Int, mails: Int, _ wanted: Wanted) {
    switch type {
    case "multipart/alternative": alternative(children, depth: depth, mails: mails, wanted)
    case "multipart/encrypted": note("this part is encrypted")
    case "multipart/related":
      for (place, child) in children.enumerated() { walk(child, depth: depth + 1, mails: mails, place == 0 ? wanted : .attachments) }
    case "multipart/report":
      // A bounce: what came back is not what it says.
      for (place, child) in children.enumerated() where place == 0 || child.type == "multipart/mixed" {
        walk(child, depth: depth + 1, mails: mails, wanted)
      }
    default: for child in children { walk(child, depth: depth + 1, mails: mails, wanted) }
    }
  }

  /// A mail within the mail: its head in a line or two, then what it says.
  private mutating func inner(_ root: MailPart?, _ headers: MailHeaders, depth: Int, mails: Int, _ wanted: Wanted) {
    guard mails < context.limits.nesting else {
      return note("mails that lie more than \(context.limits.nesting) mails deep were left out (limit “nesting”)")
    }
    if wanted == .everything {
      var head: [[UInt8]] = []
      if let subject = headers.text("Subject") { head.append(subject) }
      let from = headers.address("From").flatMap { $0.name ?? $0.address }.map { Array($0.utf8) }
      let day = headers.day(within: context.bounds).map { Array($0.longText.utf8) }
      let line = Array([from, day].compactMap { $0 }.joined(separator: Array(", ".utf8)))
      if !line.isEmpty { head.append(line) }
      text.append(Array(head.joined(separator: [0x0A])))
    }
    let outer = isForwarded
    isForwarded = true
    if let root { walk(root, depth: depth + 1, mails: mails + 1, wanted) }
    isForwarded = outer
  }

  // MARK: Alternatives

  private mutating func alternative(_ children: [MailPart], depth: Int, mails: Int, _ wanted: Wanted) {
    let plain = children.last { $0.type == "text/plain" && $0.disposition != "attachment" }
    let rich = children.last { $0.type != "text/plain" && Self.showsPage($0, depth: 0) }
    var chosen: MarkedText?
    if wanted == .everything, let plain { chosen = plainText(plain) }
    if wanted == .everything, let rich {
      let source = chosen.map(\.bytes) ?? []
      if !PlainAlternative.isSurelyReal(source) {
        var page = MailWalk(beside: self)
        page.walk(rich, depth: depth + 1, mails: mails, .everything)
        notes += page.notes.filter { !notes.contains($0) }
        attachments += page.attachments
        if !PlainAlternative.isReal(source, beside: page.text.bytes) { chosen = page.text }
        webCopy = webCopy ?? page.webCopy
      } else {
        walk(rich, depth: depth + 1, mails: mails, .attachments)
      }
    } else if let rich {
      walk(rich, depth: depth + 1, mails: mails, .attachments)
    }
    if let chosen { text.append(chosen) }
    for child in children
    where child.type != "text/plain" && !(rich.map { Self.showsPage($0, depth: 0) } == true && Self.showsPage(child, depth: 0)) {
      walk(child, depth: depth + 1, mails: mails, wanted)
    }
  }

  private init(beside other: MailWalk) {
    title = other.title
    context = other.context
    size = other.size
    isForwarded = other.isForwarded
  }

  /// Whether a part is a web page, or a bundle around one.
  private static func showsPage(_ part: MailPart, depth: Int) -> Bool {
    switch part.content {
    case .part: return part.type == "text/html" && part.disposition != "attachment"
    case .multipart(let children): return depth < 4 && children.prefix(20).contains { showsPage($0, depth: depth + 1) }
    case .message: return false
    }
  }

  // MARK: Leaves

  private mutating func leaf(_ part: MailPart, _ wanted: Wanted) {
    let type = part.type
    let name = part.fileName
    let isAttached = part.disposition == "attachment"
    switch type {
    case "text/plain", "text/html", "text/enriched", "text/richtext":
      // A second text with a name is a file that was put in.
      let isFile = isAttached && name != nil || name != nil && !text.isEmpty
      if isFile || isAttached && !text.isEmpty { return attach(part, type, name) }
      guard wanted == .everything else { return }
      text.append(type == "text/plain" ? plainText(part) : page(part))
    case "text/calendar":
      guard wanted == .everything, let words = decoded(part) else { return }
      text.append(CalendarInvitation.words(words))
    case "application/pkcs7-mime", "application/x-pkcs7-mime":
      let isSigned = part.parameter("smime-type")?.lowercased().hasPrefix("signed") ?? false
      note(isSigned ? "this part is signed in a way that hides its text (S/MIME)" : "this part is encrypted")
    case "application/pgp-encrypted": note("this part is encrypted")
    case "application/ms-tnef", "application/vnd.ms-tnef":
      note("\(name.map(StoryDraft.shown) ?? "winmail.dat"): attachments packed by Outlook are not read")
    case "application/pgp-signature", "application/pgp-keys", "application/pkcs7-signature", "application/x-pkcs7-signature",
      "application/applefile", "text/x-vcard", "text/vcard", "text/rfc822-headers", "text/x-amp-html", "message/delivery-status",
      "message/disposition-notification", "message/external-body", "text/x-moz-deleted":
      break
    case _ where type.hasPrefix("text/") && name == nil && !isAttached:
      if wanted == .everything { text.append(plainText(part)) }
    case _ where ["image/", "audio/", "video/", "font/"].contains { type.hasPrefix($0) }:
      if isAttached, !part.hasContentID, let name { note("\(StoryDraft.shown(name)): pictures, sounds and films are not read") }
    default:
      // Pictures by another name, and what a page needs to be drawn.
      if part.hasContentID, !isAttached, name == nil { break }
      attach(part, type, name)
    }
  }

  private mutating func attach(_ part: MailPart, _ type: String, _ name: String?) {
    if name == nil, type == "application/octet-stream" || DocumentPath(Self.attachmentName(nil, type, number: 1)).fileExtension == "bin" {
      return note("an attachment without a name (\(StoryDraft.shown(type))) is not read")
    }
    let name = Self.attachmentName(name, type, number: attachments.count + 1)
    let path = DocumentPath(name)
    guard DocumentFormat(claimedBy: path) != nil else {
      if Self.media.contains(path.fileExtension) { return note("\(StoryDraft.shown(name)): pictures, sounds and films are not read") }
      // Not even decoded: most of a mailbox may be such files.
      return note("\(StoryDraft.shown(name)): \(ReadingError.unsupported(extension: StoryDraft.shown(path.fileExtension)).reason)")
    }
    let bytes = part.bytes
    if let refusal = context.budget.unpack(bytes.count, of: size) { return note(refusal) }
    if !bytes.isEmpty { attachments.append(Attachment(name: name, bytes: bytes)) }
  }

  /// A name whose extension says what the part is, if it gives none.
  private static func attachmentName(_ name: String?, _ type: String, number: Int) -> String {
    let known = [
      "application/pdf": "pdf", "text/html": "html", "text/plain": "txt", "text/markdown": "md", "text/csv": "csv",
      "application/json": "json", "application/xml": "xml", "text/xml": "xml", "application/zip": "zip", "application/rtf": "rtf",
      "text/rtf": "rtf", "message/rfc822": "eml", "application/msword": "doc",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    ]
    guard let name else { return "attachment-\(number)" + (known[type].map { "." + $0 } ?? ".bin") }
    let decoded = MailHeaders.decoded(Array(name.utf8))[...].prefix(characters: 200).text
    guard DocumentPath(decoded).fileExtension.isEmpty, let ending = known[type] else { return decoded }
    return decoded + "." + ending
  }

  // MARK: Bytes and characters

  private mutating func decoded(_ part: MailPart) -> [UInt8]? {
    let bytes = part.bytes
    guard !bytes.isEmpty else { return nil }
    let declared = part.parameter("charset")
    if declared?.lowercased() == "utf-7" {
      return bytes.withUnsafeBufferPointer { CharacterSetConversion.clean($0, from: "UTF-7")?.bytes ?? CleanText(utf8: $0).bytes }
    }
    let result = bytes.withUnsafeBytes { buffer -> Result<CharacterDecoding, ReadingError> in
      let named = declared ?? (part.type == "text/html" ? ContentSignature.declaredCharacterSet(buffer, in: .html) : nil)
      do throws(ReadingError) { return .success(try CharacterDecoding(buffer, declared: named)) } catch { return .failure(error) }
    }
    switch result {
    case .success(let decoding):
      // That a mail is in the character set that it names is nothing to tell.
      for words in decoding.notes where declared.map({ words != "read as \($0)" }) ?? true { note(words) }
      return decoding.text.bytes
    case .failure(let error):
      note("a text part was left out: \(error.reason)")
      return nil
    }
  }

  private mutating func plainText(_ part: MailPart) -> MarkedText {
    guard var bytes = decoded(part) else { return MarkedText() }
    if part.parameter("format")?.lowercased() == "flowed" {
      bytes = FlowedText.unwrapped(bytes, dropsBlank: part.parameter("delsp")?.lowercased() == "yes")
    }
    let (rest, files) = UUEncodedText.split(bytes)
    attachments += files.map {
      Attachment(name: $0.name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? "file", bytes: $0.bytes)
    }
    let lines = MailLines(rest, isForwarded: isForwarded)
    if lines.isEncrypted { note("this part is encrypted") }
    webCopy = webCopy ?? WebCopy.address(in: rest[...])
    return lines.marked()
  }

  private mutating func page(_ part: MailPart) -> MarkedText {
    guard let bytes = decoded(part) else { return MarkedText() }
    let page = MailPage.marked(bytes, title: title, isForwarded: isForwarded, limits: context.limits)
    webCopy = webCopy ?? page.webCopy
    return page.text
  }
}
