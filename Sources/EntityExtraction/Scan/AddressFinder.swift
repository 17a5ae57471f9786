/// Tells whether a name stands inside a web address, an e-mail address, a handle, a hashtag or a file name, where it doesn't count.
enum AddressFinder {
  private static let fileEndings = WordSet([
    "pdf", "html", "htm", "txt", "md", "csv", "json", "xml", "jpg", "jpeg", "png", "gif", "webp", "svg", "doc", "docx", "xlsx", "zip",
    "mp4",
    "mp3", "aspx", "php",
  ])
  /// How far from the name one looks: an address that is longer is cut, so that the time stays linear.
  private static let reach = 240

  static func holds(_ span: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let before = span.lowerBound > 0 ? text[span.lowerBound - 1] : 32
    let after = span.upperBound < text.count ? text[span.upperBound] : 32
    // Nearly every name stands between blanks, quotes or brackets.
    if isPlain(before) && isPlain(after) { return false }
    if before == UInt8(ascii: "@") || before == UInt8(ascii: "#") { return true }
    // "sec_report", "my_kraken"; an underscore without a letter beyond is emphasis.
    if before == UInt8(ascii: "_"), span.lowerBound > 1, LetterBytes.isWord(text[span.lowerBound - 2]) { return true }
    if after == UInt8(ascii: "_"), span.upperBound + 1 < text.count, LetterBytes.isWord(text[span.upperBound + 1]) { return true }

    var low = span.lowerBound
    var slashes = 0
    var sawAddress = false
    while low > 0, span.lowerBound - low < reach {
      let byte = text[low - 1]
      if LetterBytes.isBlank(byte) || byte == UInt8(ascii: "<") || byte == 34 { break }
      if byte == UInt8(ascii: "(") {
        // The target of a Markdown link.
        if low > 1, text[low - 2] == UInt8(ascii: "]") { return true }
        break
      }
      low -= 1
      if byte == UInt8(ascii: "/") { slashes += 1 }
      if byte == UInt8(ascii: ":"), low + 2 < text.count, text[low + 1] == UInt8(ascii: "/"), text[low + 2] == UInt8(ascii: "/") {
        sawAddress = true
      }
      if byte == UInt8(ascii: "@") { sawAddress = true }
    }
    if sawAddress { return true }
    if low + 4 <= span.lowerBound, LetterBytes.folded(text[low]) == UInt8(ascii: "w"), text[low + 3] == UInt8(ascii: ".") { return true }
    if text[low] == UInt8(ascii: "/") || text[low] == UInt8(ascii: "~") || text[low] == UInt8(ascii: ".") { return low < span.lowerBound }
    if slashes > 1, before == UInt8(ascii: "/") { return true }
    // "blog.kraken.com"; not "U.S.SEC".
    if before == UInt8(ascii: "."), span.lowerBound > 1, LetterBytes.isLower(text[span.lowerBound - 2]) { return true }
    if after == UInt8(ascii: "@") { return true }
    return followsDomain(span.upperBound, text)
  }

  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    LetterBytes.isBlank(byte) || byte == 44 || byte == 40 || byte == 41 || byte == 34 || byte == 39 || byte == 59 || byte == 91
      || byte == 93
      || byte >= 0x80
  }

  /// Whether ".gov", ".com/path", ".pdf" or "/path.html" follows.
  private static func followsDomain(_ start: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard start + 2 < text.count else { return false }
    if text[start] == UInt8(ascii: "."), LetterBytes.isLower(text[start + 1]) {
      var end = start + 1
      while end < text.count, end - start < 12, LetterBytes.isLower(text[end]) { end += 1 }
      return end - start >= 3
    }
    // Names in file names: "SEC-2026-11.html".
    guard text[start] == UInt8(ascii: "-") || text[start] == UInt8(ascii: "/") || text[start] == UInt8(ascii: "_") else { return false }
    var end = start
    var dot = -1
    while end < text.count, end - start < reach, !LetterBytes.isBlank(text[end]), text[end] != 41, text[end] != 34 {
      if text[end] == UInt8(ascii: ".") { dot = end }
      end += 1
    }
    guard dot > 0 else { return false }
    var ending = dot + 1
    while ending < end, LetterBytes.isWord(text[ending]) { ending += 1 }
    return fileEndings.contains(text, dot + 1..<ending)
  }
}
