/// What a file is by its first bytes, whatever its name says.
enum ContentSignature {
  private static let known: [(bytes: [UInt8], name: String)] = [
    (Array("%PDF-".utf8), "a PDF file"), ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or Office document"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document"),
    (Array("{\\rtf".utf8), "an RTF document"), ([0x1F, 0x8B], "a gzip archive"), (Array("BZh".utf8), "a bzip2 archive"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive"), ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive"),
    ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive"), (Array("Rar!".utf8), "a RAR archive"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image"), ([0xFF, 0xD8, 0xFF], "a JPEG image"), (Array("GIF8".utf8), "a GIF image"),
    (Array("RIFF".utf8), "a media file"),
    (Array("ID3".utf8), "an audio file"), ([0x7F, 0x45, 0x4C, 0x46], "a program"), (Array("SQLite format 3".utf8), "an SQLite database"),
    (Array("%!PS".utf8), "a PostScript file"), (Array("wOF".utf8), "a font"),
  ]

  /// A name with its article for a file that is no text; nil for what may be text.
  static func name(of bytes: UnsafeRawBufferPointer) -> String? {
    known.first { bytes.starts(with: $0.bytes) }?.name
  }

  /// The format to read a text file as: what it claims, unless it is plainly the other.
  static func format(of bytes: UnsafeRawBufferPointer, claimed: DocumentFormat) -> DocumentFormat {
    if let root = XMLDocumentReader.rootName(bytes), XMLDocumentKind.of(root: root) != nil {
      return FeedFile.isFeed(root: root) ? .feed : .xml
    }
    if claimed != .html {
      if isWebPage(bytes) { return .html }
      return claimed != .json && JSONDocumentReader.isKnown(bytes) ? .json : claimed
    }
    // Without a single tag it is text that somebody named .html; reading it as a page would run its lines together.
    return bytes.contains(0x3C) || bytes.prefix(1024).contains(0) ? .html : .plainText
  }

  /// Whether the text begins as only a web page does.
  static func isWebPage(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var head = Array(bytes.prefix(1024))[...]
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    // Comments and an XML declaration may stand before it.
    while true {
      head = head.drop { $0.isSpace }
      let closing: StaticString
      if head.hasPrefix("<!--") { closing = "-->" } else if head.hasPrefix("<?xml") { closing = "?>" } else { break }
      guard let end = head.firstIndex(of: closing) else { return false }
      head = head[(end + closing.utf8CodeUnitCount)...]
    }
    return ["<!doctype html", "<html", "<head>", "<head ", "<body"].contains { head.hasPrefix($0) }
  }

  /// The character set that a file of a format names itself; nil where the format has no place for it.
  static func declaredCharacterSet(_ bytes: UnsafeRawBufferPointer, in format: DocumentFormat) -> String? {
    switch format {
    case .html: declaredCharacterSet(bytes)
    case .xml, .feed: XMLDocumentReader.declaredCharacterSet(bytes)
    case .plainText, .markdown, .json, .csv, .pdf, .mail, .mailbox, .archive, .docx, .odt, .rtf, .epub: nil
    }
  }

  /// The character set in `<meta charset>`, `<meta http-equiv>` or `<?xml encoding>`.
  static func declaredCharacterSet(_ bytes: UnsafeRawBufferPointer) -> String? {
    let head = Array(bytes.prefix(4096))[...]
    for key in ["charset=", "encoding="] as [StaticString] {
      guard let found = head.firstIndex(of: key) else { continue }
      let value = head[(found + key.utf8CodeUnitCount)...].drop { $0 == 0x22 || $0 == 0x27 || $0.isBlank }
      let name = value.prefix { $0.isWordByte && $0 < 0x80 || [0x2D, 0x5F, 0x3A, 0x2E, 0x2B].contains($0) }
      if !name.isEmpty, name.count <= 40 { return name.text }
    }
    return nil
  }
}
