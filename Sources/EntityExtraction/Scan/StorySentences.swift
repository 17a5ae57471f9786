/// The sentences of a text as extraction cuts them, and where in the text they stand: for those who show evidence.
package struct StorySentences: Sendable {
  private let bytes: [UInt8]
  private let sentences: [Range<Int>]

  package init(_ text: String) {
    bytes = Array(text.utf8)
    sentences = bytes.withUnsafeBufferPointer { Array(SentenceSplitter($0).sentences) }
  }

  /// From the sentence in which a span begins to the one in which it ends; the span itself where it lies in none.
  package func range(around span: Range<Int>) -> Range<Int> {
    let first = sentences.first { $0.upperBound > span.lowerBound } ?? span
    let last = sentences.first { $0.upperBound >= span.upperBound } ?? span
    return min(first.lowerBound, span.lowerBound)..<max(last.upperBound, span.upperBound)
  }

  /// The sentence around a span on one line, and which UTF-8 bytes of that the span takes up.
  package func line(around span: Range<Int>) -> (text: String, part: Range<Int>) {
    let span = span.clamped(to: 0..<bytes.count)
    var line: [UInt8] = []
    var part = (start: 0, end: 0)
    for position in range(around: span) {
      if position == span.lowerBound { part.start = line.count }
      let byte = bytes[position]
      if !LetterBytes.isBlank(byte) { line.append(byte) } else if let last = line.last, last != 32 { line.append(32) }
      if position < span.upperBound { part.end = line.count }
    }
    return (String(decoding: line, as: UTF8.self), part.start..<max(part.start, part.end))
  }

  /// Line and column of an offset, both from 1; the column in characters.
  package func place(of offset: Int) -> (line: Int, column: Int) {
    let before = bytes[..<min(offset, bytes.count)]
    let start = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    return (before.count { $0 == 10 } + 1, String(decoding: before[start...], as: UTF8.self).count + 1)
  }
}
