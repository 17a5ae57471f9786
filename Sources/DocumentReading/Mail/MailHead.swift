/// Tells by its first lines whether a text is a mail as it was sent, with its headers.
struct MailHead {
  /// Where the first header begins: after a byte order mark, empty lines and the line "From …" that mailboxes put before it.
  private(set) var start = 0
  /// How many headers stand before the first empty line.
  private(set) var fields = 0
  private var known: Set<String> = []
  private var isWellFormed = true

  private static let longest = 1 << 16
  private static let names: Set<String> = [
    "from", "to", "cc", "subject", "date", "received", "message-id", "mime-version", "content-type", "return-path", "delivered-to",
    "sender",
    "reply-to", "list-id", "x-mozilla-status", "content-transfer-encoding", "resent-from", "in-reply-to", "references", "status",
    "x-original-to", "dkim-signature", "authentication-results", "content-disposition",
  ]

  init(_ bytes: Bytes) {
    let head = bytes.prefix(Self.longest)
    var rest = head
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    rest = rest.drop { $0 == 0x0A || $0 == 0x0D }
    start = rest.startIndex
    var lines = LineReader(rest)
    var isFirst = true
    while let whole = lines.next() {
      let line = whole.last == 0x0D ? whole.dropLast() : whole
      if isFirst, line.starts(with: "From ".utf8) || line.starts(with: ">From ".utf8) {
        start = whole.endIndex + 1
        isFirst = false
        continue
      }
      guard !line.isEmpty else { break }
      if line.first?.isBlank == true, fields > 0 { continue }
      guard let name = Self.fieldName(line) else {
        isWellFormed = false
        break
      }
      isFirst = false
      fields += 1
      let lower = name.text.lowercased()
      if Self.names.contains(lower) { known.insert(lower) }
    }
    start = min(start, head.endIndex)
  }

  /// Whether a file that is called a mail is one.
  var isMail: Bool { fields > 0 && !known.isEmpty }

  /// Whether a file that is called a text is plainly a mail: a text that somebody gave a few header lines is not.
  var isPlainlyMail: Bool {
    isWellFormed && known.contains("from")
      && (known.contains("received") || known.contains("message-id") || known.contains("mime-version")) && known.count >= 3
  }

  /// What stands before the colon of a header line; nil where it is none.
  static func fieldName(_ line: Bytes) -> Bytes? {
    guard let colon = line.prefix(80).firstIndex(of: 0x3A), colon > line.startIndex else { return nil }
    var name = line[..<colon]
    while name.last?.isBlank == true { name = name.dropLast() }
    return !name.isEmpty && name.allSatisfy { (0x21...0x7E).contains($0) } ? name : nil
  }
}
