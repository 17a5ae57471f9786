/// Whether the plain text that a mail has beside a page is the mail itself.
enum PlainAlternative {
  /// Below this a plain text may be no more than "your program can't show this".
  private static let surelyReal = 1500

  /// Whether it need not be compared with the page beside it.
  static func isSurelyReal(_ plain: [UInt8]) -> Bool {
    plain.count > surelyReal && wordBytes(plain) * 2 > plain.count && !isMarkup(plain)
  }

  /// Whether the plain text is the mail, and not a remark that there is a better one, or the page's source, or mostly addresses.
  static func isReal(_ plain: [UInt8], beside page: [UInt8]) -> Bool {
    guard plain.contains(where: \.isWordByte), !isMarkup(plain) else { return page.isEmpty && !plain.isEmpty }
    // "Your program can't show HTML."
    if plain.count < 300, !page.isEmpty, plain[...].contains("html", wholeWord: true) { return false }
    return wordBytes(plain) * 2 >= wordBytes(page)
  }

  private static func isMarkup(_ text: [UInt8]) -> Bool {
    let head = text.prefix(300)
    return head.contains("<html") || head.contains("<!doctype") || head.contains("<table")
  }

  /// Bytes that are not in addresses of the web.
  private static func wordBytes(_ text: [UInt8]) -> Int {
    text.split { $0.isSpace }.reduce(0) { $0 + ($1.contains("://") ? 0 : $1.count) }
  }
}
