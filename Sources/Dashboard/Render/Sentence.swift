/// A sentence cut out of a text.
package struct Sentence: Equatable, Sendable {
  /// On one line.
  package var text: String
  /// The part that was asked for, in characters of `text`.
  package var emphasis: Range<Int>

  /// Bytes looked at on either side; a "sentence" of a table or list can be a whole page.
  private static let reach = 400

  /// The sentence that holds a span of UTF-8 offsets, or all sentences that it touches; cut with `…` where it is very long.
  package static func around(_ span: Range<Int>, in text: String) -> Sentence {
    let bytes = Array(text.utf8)
    let lower = min(max(0, span.lowerBound), bytes.count)
    let upper = min(max(lower, span.upperBound), bytes.count)
    var start = lower
    while start > 0, lower - start < reach, !endsSentence(bytes, before: start) { start -= 1 }
    var end = upper
    while end < bytes.count, end - upper < reach, !(end > lower && endsSentence(bytes, before: end)) { end += 1 }
    // A cut in the middle of a character goes on to its edge.
    while start > 0, start < lower, bytes[start] & 0xC0 == 0x80 { start += 1 }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let isCutBefore = start > 0 && !endsSentence(bytes, before: start)
    let isCutAfter = end < bytes.count && !endsSentence(bytes, before: end)
    while start < lower, isBlank(bytes[start]) { start += 1 }
    let before = (isCutBefore ? "…" : "") + flat(bytes[start..<lower])
    let inside = flat(bytes[lower..<upper])
    var after = flat(bytes[upper..<max(upper, end)])
    while after.last?.isWhitespace == true { after.removeLast() }
    let whole = before + inside + after + (isCutAfter ? "…" : "")
    return Sentence(text: whole, emphasis: before.count..<(before.count + inside.count))
  }

  /// Whether a sentence ends right before this place: at an empty line, or behind a full stop and a blank.
  private static func endsSentence(_ bytes: [UInt8], before place: Int) -> Bool {
    guard place > 0 else { return true }
    let last = bytes[place - 1]
    if last == 0x0A { return place >= 2 && bytes[place - 2] == 0x0A || place < bytes.count && bytes[place] == 0x0A }
    guard place < bytes.count, isBlank(bytes[place]), place >= 2 else { return false }
    guard last == 0x2E || last == 0x21 || last == 0x3F || last == 0x22 && [0x2E, 0x21, 0x3F].contains(bytes[place - 2]) else {
      return false
    }
    // "U.S. Securities", "H.R. 3633", "Sen. Warren": a capital or a short word before the stop ends no sentence.
    guard last == 0x2E else { return true }
    var wordStart = place - 1
    while wordStart > 0, !isBlank(bytes[wordStart - 1]), place - wordStart < 12 { wordStart -= 1 }
    let word = bytes[wordStart..<(place - 1)]
    let isAbbreviation = word.contains(0x2E) || word.count <= 1 || abbreviations.contains(String(decoding: word, as: UTF8.self))
    return !isAbbreviation
  }

  private static let abbreviations: Set<String> = [
    "Sen", "Rep", "Mr", "Ms", "Mrs", "Dr", "No", "Inc", "Corp", "Co", "Ltd", "vs", "Sec", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug",
    "Sept", "Oct", "Nov", "Dec", "Gov", "St", "cf", "etc",
  ]

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }

  private static func flat(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { $0 == 0x0A || $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self)
  }
}
