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
    let tail = Array(paragraphs.dropFirst().suffix(reach.foot))
    let notices = tail.map { bytes[$0].prefix(4000).contains(anyOf: MailPhrases.foot) }
    var start: Int?
    for (range, isNotice) in zip(tail, notices).reversed() {
      if range.lowerBound * 2 < bytes.count {
        if isNotice, range.count <= shortLine { marks.append(range) }
        continue
      }
      if range.count > longestNotice, !isNotice { break }
      if isNotice { start = range.lowerBound }
    }
    // Below a short text the fine print may be most of the mail: then little else may stand in it.
    for place in tail.indices where notices[place] && tail[place].lowerBound < start ?? .max {
      let count = notices[place...].count { $0 }
      let isPrint = zip(tail, notices).dropFirst(place).allSatisfy { $0.1 || $0.0.count <= shortLine }
      if isPrint, count >= 2, count * 2 >= tail.count - place {
        start = tail[place].lowerBound
        break
      }
    }
    if let start { marks.append(start..<bytes.count) }
    text.mark(marks)
    if !text.hasWordsOfItsOwn { text.unmarkAll() }
  }
}
