/// Finds the messages of an mbox, reading it piece by piece: each begins with a line "From …" that a header follows.
///
/// Where a message gives its Content-Length and another begins right there, what looks like a separator within it is none.
struct MailboxSplitter {
  private let source: DocumentSource
  private var buffer: [UInt8] = []
  private var bufferStart = 0
  /// Where the next message's "From " line begins.
  private var next: Int?

  private static let pieceSize = 1 << 20
  /// How far a separator is looked at: its own line and the beginning of the next.
  private static let lookAhead = 1024

  init(_ source: DocumentSource) throws(ReadingError) {
    self.source = source
    let head = try source.piece(at: 0, count: Self.lookAhead)
    next = Self.start(of: head[...])
  }

  /// Whether a text begins as a mailbox does.
  static func begins(_ head: Bytes) -> Bool { start(of: head) != nil }

  private static func start(of head: Bytes) -> Int? {
    var rest = head.prefix(lookAhead)
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    rest = rest.drop { $0 == 0x0A || $0 == 0x0D }
    return isSeparator(rest, isAfterBlank: true) ? rest.startIndex : nil
  }

  /// "From somebody@example Wed Jan 18 12:40:00 2023", and then a header.
  private static func isSeparator(_ text: Bytes, isAfterBlank: Bool) -> Bool {
    guard text.starts(with: "From ".utf8), let end = text.firstIndex(of: 0x0A) else { return false }
    let line = text[..<end]
    if !isAfterBlank {
      // Without the empty line before it, it must look as mail programs write it.
      guard line.count < 200, line.contains(":"), line.suffix(60).words.contains(where: { $0.count == 4 && $0.allSatisfy(\.isDigit) })
      else {
        return false
      }
    }
    let next = text[(end + 1)...]
    if next.starts(with: ">From ".utf8) { return true }
    return MailHead.fieldName(next.prefix { $0 != 0x0A }) != nil
  }

  /// The next message, without its "From " line; nil after the last.
  mutating func nextMessage() throws(ReadingError) -> Range<Int>? {
    guard let start = next else { return nil }
    let head = try source.piece(at: start, count: 1 << 16)
    let body = start + (head.firstIndex(of: 0x0A).map { $0 + 1 } ?? head.count)
    let from = try endByLength(head, start: start, body: body) ?? body
    next = try separator(from: max(from - 1, body - 1))
    return body..<max(body, next ?? source.size)
  }

  /// Where the message ends by its own Content-Length, if a separator or the file's end is there.
  private func endByLength(_ head: [UInt8], start: Int, body: Int) throws(ReadingError) -> Int? {
    var lines = LineReader(head[min(head.count, body - start)...])
    var length: Int?
    while let line = lines.next() {
      if line.trimmed.isEmpty {
        guard let length, length > 0, length < source.size else { return nil }
        let end = start + line.endIndex + 1 + length
        guard end <= source.size else { return nil }
        if end == source.size { return end }
        let after = try source.piece(at: end, count: Self.lookAhead)
        return Self.isSeparator(after[...].drop { $0 == 0x0A || $0 == 0x0D }, isAfterBlank: true) ? end : nil
      }
      if line.hasPrefix("content-length:") {
        let digits = line.dropFirst(15).trimmed
        length = digits.count <= 12 ? Int(digits.text) : nil
      }
    }
    return nil
  }

  /// The first separator after a newline at or behind `offset`.
  private mutating func separator(from offset: Int) throws(ReadingError) -> Int? {
    var place = offset
    while place < source.size {
      try fill(around: place)
      let from = place - bufferStart
      let found = buffer.withUnsafeBufferPointer { Self.newlineBeforeFrom(in: $0, from: from) }
      guard let found else {
        let end = bufferStart + buffer.count
        if end >= source.size { return nil }
        place = max(place + 1, end - 5)
        continue
      }
      let line = bufferStart + found + 1
      if found + 1 + Self.lookAhead > buffer.count, bufferStart + buffer.count < source.size {
        if line - 1 > bufferStart + 4 {
          // Too near to the end of what is here: look at it from its beginning.
          buffer = []
          place = line - 1
          continue
        }
      }
      let before = buffer[max(0, found - 2)..<found]
      let isAfterBlank = before.last == 0x0A || before.elementsEqual([0x0A, 0x0D])
      if Self.isSeparator(buffer[(found + 1)..<min(buffer.count, found + 1 + Self.lookAhead)], isAfterBlank: isAfterBlank) { return line }
      place = line
    }
    return nil
  }

  /// The first newline after which "From " stands.
  private static func newlineBeforeFrom(in buffer: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
    var index = from
    while index < buffer.count {
      index = TextLines.end(in: buffer, from: index)
      guard index + 5 < buffer.count else { return nil }
      if buffer[index + 1] == 0x46, buffer[(index + 1)...(index + 5)].elementsEqual("From ".utf8) { return index }
      index += 1
    }
    return nil
  }

  /// Makes sure that the buffer holds the bytes from a few before `offset` on.
  private mutating func fill(around offset: Int) throws(ReadingError) {
    if !buffer.isEmpty, offset >= bufferStart, offset + 6 <= bufferStart + buffer.count { return }
    if !buffer.isEmpty, offset >= bufferStart, bufferStart + buffer.count >= source.size { return }
    bufferStart = max(0, offset - 3)
    buffer = try source.piece(at: bufferStart, count: Self.pieceSize)
  }
}
