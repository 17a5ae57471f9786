/// Marks as asides what newsletters put around their text: "View in browser" above it, the way to unsubscribe and the fine print below.
enum MailFooter {
  /// Paragraphs looked at, at the beginning and at the end.
  private static let reach = (head: 6, foot: 14)
  private static let shortLine = 160
  private static let longestNotice = 700

  static func mark(_ text: inout MarkedText) {
    let paragraphs = text.paragraphs
    let bytes = text.bytes
    var marks: [Range<Int>] = []
    for range in paragraphs.prefix(reach.head) where range.count <= shortLine {
      if bytes[range].contains(anyOf: MailPhrases.inBrowser) { marks.append(range) }
    }
    var start: Int?
    for range in paragraphs.dropFirst().suffix(reach.foot).reversed() {
      let isNotice = bytes[range].prefix(4000).contains(anyOf: MailPhrases.foot)
      if range.lowerBound * 2 < bytes.count {
        if isNotice, range.count <= shortLine { marks.append(range) }
        continue
      }
      if range.count > longestNotice, !isNotice { break }
      if isNotice { start = range.lowerBound }
    }
    if let start { marks.append(start..<bytes.count) }
    text.mark(marks)
    if !text.hasWordsOfItsOwn { text.unmarkAll() }
  }
}
