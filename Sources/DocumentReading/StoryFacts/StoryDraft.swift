import PrintableText
import RegulatoryModel

/// What a format's reader found; `story` makes the story of it, filling in what the document did not say.
struct StoryDraft {
  /// The title that the document shows, on one line; empty where it shows none.
  var title: [UInt8] = []
  /// The text after the title: paragraphs separated by an empty line.
  var body: [UInt8] = []
  /// The days found, by where; the best origin wins.
  var days: [DateOrigin: CalendarDay] = [:]
  /// A day that the title names, which counts for less than the file's name and more than a mere month in it.
  var titleDay: CalendarDay?
  var kind: DocumentKind?
  /// As the document says, "en-US"; else it is guessed.
  var languageTag: String?
  var source: String?
  var author: String?
  var url: String?
  var identity: String?
  /// With spans that count from the beginning of `body`; a reader that sets it writes its body with `RunningText`.
  var officialBill: OfficialBill?
  /// Where each page begins in the body; empty for a document without pages.
  var pages: [Int] = []

  mutating func note(_ day: CalendarDay?, from origin: DateOrigin) {
    if let day, days[origin] == nil { days[origin] = day }
  }

  /// - Throws: `.noText` where there is neither title nor body.
  func story(index: Int = 0, in context: ReadingContext) throws(ReadingError) -> Story {
    var draft = self
    return try draft.takeStory(index: index, in: context)
  }

  /// As `story`, and the draft's body is gone: of a large document there are not two for longer than it takes to write the second.
  mutating func takeStory(index: Int, in context: ReadingContext) throws(ReadingError) -> Story {
    let shown = Self.printable(title, lines: false)
    let (text, bodyStart) = Self.text(shown, body)
    guard !text.isEmpty else { throw .noText }
    let bodyCount = body.count
    body = Array(body.prefix(Self.head))
    let (day, origin) = date(in: context)
    var name = shown.isEmpty ? FirstSentence.title(of: body) : shown
    // A text of signs alone is called by its file.
    if name.isEmpty { name = PrintableText.safe(context.path.name) }
    var story = Story(
      index: index, identity: identity, title: name, text: text,
      bodyStart: bodyStart, date: day, dateOrigin: origin,
      kind: kind ?? KindGuess(title: title[...], body: body[...], source: source, url: url).kind,
      language: LanguageGuess.code(ofTag: languageTag) ?? LanguageGuess.language(of: title, body) ?? languageOfMiddle,
      source: Self.label(source),
      author: Self.label(author), url: Self.label(url), officialBill: officialBill?.shifted(by: bodyStart))
    // A body that had to be changed to be printable has its pages elsewhere: readers of documents with pages give it clean.
    if text.utf8.count - bodyStart == bodyCount {
      story.pages = pages.enumerated().map { $0.offset == 0 ? 0 : min(story.text.utf8.count, story.bodyStart + $0.element) }
    }
    return story
  }

  /// Where a document begins with a page of names and addresses.
  private var languageOfMiddle: String? {
    guard body.count > 4000 else { return nil }
    return LanguageGuess.language(of: Array(body.dropFirst(body.count / 2).prefix(2000)))
  }

  private func date(in context: ReadingContext) -> (CalendarDay, DateOrigin) {
    for origin in DateOrigin.allCases where origin != .fileName && origin != .fileTime {
      if let day = days[origin] { return (day, origin) }
    }
    let named = context.nameDate
    if let named, !named.isMonthOnly { return (named.day, .fileName) }
    if let titleDay { return (titleDay, .header) }
    if let named { return (named.day, .fileName) }
    return (context.modified, .fileTime)
  }

  /// A word of the document in a sentence of ours.
  static func shown(_ text: String) -> String { PrintableText.safe(text) }

  /// How much of a body tells its kind, its language and what it is called.
  private static let head = 1 << 14

  /// The title, an empty line and the body, safe to print; and where the body begins. Written in one go where the body is safe as it is.
  private static func text(_ title: String, _ body: [UInt8]) -> (String, bodyStart: Int) {
    guard !body.isEmpty else { return (title, title.utf8.count) }
    let head = title.isEmpty ? "" : title + "\n\n"
    guard body.withUnsafeBufferPointer({ PrintableText.isSafe(utf8: $0, lines: true) }) else {
      let rest = printable(body, lines: true)
      return rest.isEmpty ? (title, title.utf8.count) : (head + rest, head.utf8.count)
    }
    let start = head.utf8.count
    let text = String(unsafeUninitializedCapacity: start + body.count) { buffer in
      _ = buffer.update(fromContentsOf: head.utf8)
      _ = UnsafeMutableBufferPointer(rebasing: buffer[start...]).update(fromContentsOf: body)
      return start + body.count
    }
    return (text, start)
  }

  private static func printable(_ bytes: [UInt8], lines: Bool) -> String {
    PrintableText.safe(String(decoding: bytes, as: UTF8.self), lines: lines)
  }

  /// A name for a facts line: one line, safe, not endless; nil where nothing is left.
  private static func label(_ text: String?) -> String? {
    guard let text else { return nil }
    let bytes = OneLine.collapsed(Array(text.utf8)[...])
    return bytes.isEmpty ? nil : PrintableText.safe(bytes[...].prefix(characters: 500).text)
  }
}

/// Text brought onto one line.
enum OneLine {
  /// Runs of white space become one blank; none at the ends.
  static func collapsed(_ bytes: Bytes) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte.isSpace {
        if let last = result.last, last != 0x20 { result.append(0x20) }
      } else {
        result.append(byte)
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }
}
