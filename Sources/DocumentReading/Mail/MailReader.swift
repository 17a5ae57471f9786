import RegulatoryModel

/// Reads mail: one message as a story with its attachments, or a mailbox of them.
enum MailReader {
  /// Nil for what is called a mail but is none, and for other documents, unless their text is plainly a mail or mailbox.
  static func reading(of source: DocumentSource, claimed: DocumentFormat, in context: ReadingContext) throws(ReadingError) -> Reading? {
    guard claimed == .mail || claimed == .mailbox || claimed == .plainText else { return nil }
    let head = try source.piece(at: 0, count: 1 << 16)
    let isMailbox = MailboxSplitter.begins(head[...])
    switch claimed {
    case .mailbox where isMailbox, .plainText where isMailbox: return try MailboxReader.reading(of: source, in: context)
    case .mail, .mailbox: guard MailHead(head[...]).isMail, ContentSignature.name(of: head) == nil else { return nil }
    default: guard MailHead(head[...]).isPlainlyMail else { return nil }
    }
    let limit = context.limits.textBytes
    var (stories, notes) = try message(try source.piece(at: 0, count: min(source.size, limit)), in: context)
    if source.size > limit { notes.insert("only the first \(limit >> 20) MB of the mail were read (limit “file_mb”)", at: 0) }
    for index in stories.indices { stories[index].index = index }
    return Reading(format: .mail, stories: stories, notes: notes)
  }

  /// The stories of one message: itself first, then what is attached to it. Numbering is the caller's.
  ///
  /// - Throws: `.noText` where it says nothing and has nothing attached that can be read.
  static func message(_ given: consuming [UInt8], in context: ReadingContext) throws(ReadingError) -> (stories: [Story], notes: [String]) {
    var raw = given
    let start = MailHead(raw[...]).start
    let defusing = raw.withUnsafeBufferPointer {
      MailDefusing(UnsafeBufferPointer(rebasing: $0[start...]), mostParts: context.limits.members)
    }
    let parsed =
      defusing.bytes?.withUnsafeBufferPointer { MailMessage($0) }
      ?? raw.withUnsafeBufferPointer { MailMessage(UnsafeBufferPointer(rebasing: $0[start...])) }
    guard let message = parsed else { throw .damaged("it can’t be taken apart as a mail") }
    let headers = message.headers
    var draft = StoryDraft()
    draft.title = headers.text("Subject").map { Array($0[...].prefix(characters: longestTitle)) } ?? []
    draft.kind = .email
    draft.identity = identity(headers)
    draft.note(headers.day(within: context.bounds), from: .header)
    let from = headers.address("From") ?? headers.address("Sender")
    draft.author = from.flatMap { $0.name ?? $0.address }
    draft.source = source(headers, from: from)
    // GMime has a copy of all; only what it can't divide is read from the bytes.
    let size = raw.count - start
    var undivided: Bytes = []
    if case .multipart(let parts)? = message.root?.content, parts.isEmpty { undivided = raw[start...] }
    raw = []
    var walk = MailWalk(message, undivided: undivided, size: size, title: draft.title, context: context)
    let asides = walk.text.asides
    draft.url = address(headers, "Archived-At", "X-Permalink") ?? walk.webCopy ?? address(headers, "List-Archive")
    draft.body = walk.takeText()
    var stories: [Story] = []
    if !draft.title.isEmpty || !draft.body.isEmpty {
      var story = try draft.takeStory(index: 0, in: context)
      let end = story.text.utf8.count
      story.asides = asides.map { ($0.lowerBound + story.bodyStart)..<min(end, $0.upperBound + story.bodyStart) }
      stories.append(story)
    }
    var notes = defusing.notes + walk.notes
    for attachment in walk.takeAttachments() {
      read(attachment, of: draft, in: context, into: &stories, &notes)
    }
    guard !stories.isEmpty else {
      if let why = notes.first { throw .damaged(why) }
      throw .noText
    }
    return (stories, notes)
  }

  private static let longestTitle = 400

  private static func read(
    _ attachment: MailWalk.Attachment, of mail: StoryDraft, in context: ReadingContext, into stories: inout [Story], _ notes: inout [String]
  ) {
    let day = mail.days[.header]
    let result = DocumentReader.readMember(attachment.name, attachment.bytes, modified: day, in: context)
    for story in result.stories {
      var story = story
      if story.dateOrigin == .fileTime, let day {
        story.date = day
        story.dateOrigin = .header
      }
      // Two mails of one mailbox may have attachments of the same name.
      if let outer = mail.identity { story.identity = outer + "/" + (story.identity ?? attachment.name) }
      if story.source == nil { story.source = mail.source.map(StoryDraft.shown) }
      stories.append(story)
    }
    notes += result.notes.filter { !notes.contains($0) }
  }

  /// The Message-ID; without one, what the mail's head says, of which nothing changes when it is read or moved.
  private static func identity(_ headers: MailHeaders) -> String? {
    if let id = headers.raw("Message-ID") {
      let name = OneLine.collapsed(id[...])[...].drop { $0 == 0x3C }.prefix { $0 != 0x3E }
      if !name.isEmpty { return StoryDraft.shown(name.prefix(500).text) }
    }
    let parts = ["From", "Date", "Subject", "To"].compactMap { headers.raw($0) }
    guard !parts.isEmpty else { return nil }
    let head = Array(parts.joined(separator: [0x0A]))
    return head.withUnsafeBytes { ContentDigest(of: $0).text }
  }

  /// The list or organisation that sent it, else the name under which it was sent.
  private static func source(_ headers: MailHeaders, from: (name: String?, address: String?)?) -> String? {
    if let organisation = headers.text("Organization") ?? headers.text("Organisation") { return organisation[...].text }
    if let list = headers.text("List-Id"), let angle = list.firstIndex(of: 0x3C) {
      var name = list[..<angle].trimmed
      while let first = name.first, first == 0x22 { name = name.dropFirst() }
      while let last = name.last, last == 0x22 { name = name.dropLast() }
      if name.contains(where: \.isASCIILetter) { return name.text }
    }
    return from.flatMap { $0.name ?? $0.address }
  }

  /// Where the message, or its list, is to be found on the web, as a header says.
  private static func address(_ headers: MailHeaders, _ names: String...) -> String? {
    for name in names {
      guard let value = headers.text(name) else { continue }
      let address = value[...].drop { $0 == 0x3C || $0 == 0x20 }.prefix { $0 != 0x3E && !$0.isSpace }
      if address.hasPrefix("http://") || address.hasPrefix("https://") { return address.text }
    }
    return nil
  }
}

extension DocumentSource {
  /// Up to `count` bytes from an offset.
  /// - Throws: where the system can't read them.
  func piece(at offset: Int, count: Int) throws(ReadingError) -> [UInt8] {
    switch self {
    case .memory(let bytes):
      let start = min(max(0, offset), bytes.count)
      return Array(UnsafeRawBufferPointer(rebasing: bytes[start..<min(bytes.count, start + count)]))
    case .file(let file):
      guard let bytes = file.bytes(at: offset, count: max(0, min(count, file.size - offset))) else {
        throw .cannotOpen("it can’t be read to its end")
      }
      return bytes
    }
  }
}

extension ContentSignature {
  static func name(of bytes: [UInt8]) -> String? { bytes.withUnsafeBytes { name(of: $0) } }
}
