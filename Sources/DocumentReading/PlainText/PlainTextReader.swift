import Glibc
import RegulatoryModel

/// Reads a plain text file as one story.
enum PlainTextReader {
  static func draft(_ text: CleanText, in context: ReadingContext) -> StoryDraft {
    var draft = StoryDraft()
    let language = LanguageGuess.language(of: text.bytes)
    let dates = context.statedDates(order: DateReader.NumericOrder(languageTag: language))
    let head = PlainTextHead(text.bytes[...], dates: dates)
    draft.title = head.title
    draft.note(head.headerDay, from: .header)
    draft.note(head.datelineDay, from: .dateline)
    draft.titleDay = head.titleDay
    draft.source = head.source
    draft.author = head.author
    draft.url = head.url
    draft.kind = head.kind
    draft.languageTag = language
    draft.body = body(of: text.bytes, without: head.taken)
    return draft
  }

  private static func body(of bytes: [UInt8], without taken: [Range<Int>]) -> [UInt8] {
    let taken = taken.sorted { $0.lowerBound < $1.lowerBound }
    return bytes.withUnsafeBufferPointer { source in
      var writer = ParagraphWriter(source: source)
      var next = 0
      var start = 0
      while start < source.count {
        let end = TextLines.end(in: source, from: start)
        while next < taken.count, taken[next].upperBound <= start { next += 1 }
        let isTaken = next < taken.count && taken[next].lowerBound < max(end, start + 1) && taken[next].upperBound > start
        if isRule(source, start, end) {
          writer.add(start..<start)  // ends the paragraph before it, as an empty line does
        } else if !isTaken {
          writer.add(start..<end)
        }
        start = end + 1
      }
      return writer.finish()
    }
  }

  /// A line of `====` or `____`, which only parts what is above it from what is below.
  private static func isRule(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 4, [0x3D, 0x2D, 0x5F, 0x2A, 0x7E].contains(source[start]) else { return false }
    return source[start..<end].allSatisfy { $0 == source[start] || $0.isBlank }
  }
}

/// Finds line ends at the speed of the system's own search.
enum TextLines {
  static func end(in source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = source.baseAddress, start < source.count, let found = memchr(base + start, 0x0A, source.count - start) else {
      return source.count
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
