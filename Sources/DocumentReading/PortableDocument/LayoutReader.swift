/// Reads what `pdftotext -bbox-layout` prints: pages, blocks, lines and words with their places, one element on each line.
///
/// Not with an XML parser: it is our helper's own simple output, twenty times the size of the text, and not always well-formed.
/// Whatever it holds, this walks over it once.
struct LayoutReader {
  private struct Word {
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int
    var text: [UInt8]
    var height: Int { max(1, bottom - top) }
  }

  private var layout = DocumentLayout()
  private var words: [Word] = []
  private var block = 0
  private var isInPage = false

  static func read(_ output: [UInt8]) -> DocumentLayout {
    var reader = LayoutReader()
    output.withUnsafeBufferPointer { source in
      var start = 0
      while start < source.count {
        let end = TextLines.end(in: source, from: start)
        while start < end, source[start].isBlank { start += 1 }
        if end - start >= 6, source[start] == 0x3C { reader.take(source, start, end) }
        start = end + 1
      }
    }
    return reader.layout
  }

  private mutating func take(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    let rest = UnsafeBufferPointer(rebasing: source[start..<end])
    switch (rest[1], rest[2]) {
    case (0x77, 0x6F) where isInPage: takeWord(rest)  // <word
    case (0x6C, 0x69): words.removeAll(keepingCapacity: true)  // <line
    case (0x62, 0x6C): block += 1  // <block
    case (0x2F, 0x6C): finishLine()  // </line
    case (0x70, 0x61): startPage(rest)  // <page
    case (0x2F, 0x70): isInPage = false  // </page
    case (0x2F, 0x64): layout.isCut = false  // </doc
    case (0x74, 0x69): if layout.title.isEmpty { layout.title = Self.text(between: rest, "<title>", "</title>") }  // <title
    case (0x6D, 0x65): takeMeta(rest)  // <meta
    default: break
    }
  }

  private mutating func startPage(_ rest: UnsafeBufferPointer<UInt8>) {
    var index = 0
    let width = Self.number(rest, &index)
    let height = Self.number(rest, &index)
    guard let width, let height else { return }
    layout.pages.append(PageLayout(width: max(1, width), height: max(1, height)))
    isInPage = true
  }

  private mutating func takeWord(_ rest: UnsafeBufferPointer<UInt8>) {
    var index = 0
    guard let left = Self.number(rest, &index), let top = Self.number(rest, &index), let right = Self.number(rest, &index),
      let bottom = Self.number(rest, &index)
    else { return }
    while index < rest.count, rest[index] != 0x3E { index += 1 }
    let from = index + 1
    guard from < rest.count else { return }
    // The end tag is the last thing on the line; a word cut off has none.
    var to = rest.count
    if to - from >= 7, rest[to - 7] == 0x3C, rest[to - 6] == 0x2F { to -= 7 }
    let text = GlyphText.text(UnsafeBufferPointer(rebasing: rest[from..<to]))
    if !text.isEmpty { words.append(Word(left: left, top: top, right: max(left, right), bottom: max(top, bottom), text: text)) }
  }

  private mutating func takeMeta(_ rest: UnsafeBufferPointer<UInt8>) {
    let created = Self.text(between: rest, "<meta name=\"CreationDate\" content=\"", "\"/>")
    if !created.isEmpty { layout.created = created }
  }

  private mutating func finishLine() {
    defer { words.removeAll(keepingCapacity: true) }
    guard isInPage, let first = words.first else { return }
    var line = PageLine(
      left: first.left, top: first.top, right: first.right, bottom: first.bottom, height: first.height, firstWordEnd: first.right,
      secondWordStart: words.count > 1 ? words[1].left : first.right, text: [],
      block: block, page: layout.pages.count - 1)
    var longest = 0
    for (place, word) in words.enumerated() {
      if word.text.count > longest {
        longest = word.text.count
        line.height = word.height
      }
      line.left = min(line.left, word.left)
      line.top = min(line.top, word.top)
      line.right = max(line.right, word.right)
      line.bottom = max(line.bottom, word.bottom)
      append(word, at: place, to: &line.text)
      if place == 0 || line.text.count == word.text.count { line.firstWordEnd = word.right }
    }
    while line.text.last == 0x20 { line.text.removeLast() }
    if !line.text.isEmpty { layout.pages[layout.pages.count - 1].lines.append(line) }
  }

  /// A raised small number is the mark of a footnote: in brackets it can't be taken for a part of the word or figure before it.
  private func append(_ word: Word, at place: Int, to text: inout [UInt8]) {
    let isMark =
      word.text.count <= 3 && word.text.allSatisfy(\.isDigit)
      && (place > 0 && isRaised(word, beside: words[place - 1])
        || place == 0 && place + 1 < words.count && isRaised(word, beside: words[place + 1]))
    if place > 0 {
      let before = words[place - 1]
      let gap = word.left - before.right
      // Small capitals and other changes of font cut a word in two without a gap.
      if isMark || gap * 10 > min(word.height, before.height) || gap < -before.height || text.last == 0x5D { text.append(0x20) }
    }
    if isMark { text.append(0x5B) }
    text += word.text
    if isMark { text.append(0x5D) }
  }

  private func isRaised(_ word: Word, beside other: Word) -> Bool {
    word.height * 5 < other.height * 4 && (word.bottom + word.top) < (other.bottom + other.top) && other.text.contains(where: \.isWordByte)
  }

  // MARK: Pieces

  /// The next number in quotation marks, in tenths; what is no number, or beyond any page, is none.
  private static func number(_ rest: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Int? {
    while index < rest.count, rest[index] != 0x22, rest[index] != 0x3E { index += 1 }
    guard index < rest.count, rest[index] == 0x22 else { return nil }
    index += 1
    var isNegative = false
    if index < rest.count, rest[index] == 0x2D {
      isNegative = true
      index += 1
    }
    let start = index
    var value = 0
    while index < rest.count, rest[index].isDigit, index - start < 7 {
      value = value * 10 + Int(rest[index] - 0x30)
      index += 1
    }
    guard index > start else { return nil }
    value *= 10
    if index + 1 < rest.count, rest[index] == 0x2E, rest[index + 1].isDigit { value += Int(rest[index + 1] - 0x30) }
    while index < rest.count, rest[index] != 0x22 { index += 1 }
    index += 1
    return isNegative ? -value : value
  }

  private static func text(between line: UnsafeBufferPointer<UInt8>, _ before: StaticString, _ after: StaticString) -> [UInt8] {
    let bytes = Array(line)[...]
    guard bytes.hasPrefix(before) || bytes.starts(with: UnsafeBufferPointer(start: before.utf8Start, count: before.utf8CodeUnitCount))
    else {
      return []
    }
    let start = before.utf8CodeUnitCount
    var end = bytes.count
    let length = after.utf8CodeUnitCount
    if end - start >= length, bytes[(end - length)...].elementsEqual(UnsafeBufferPointer(start: after.utf8Start, count: length)) {
      end -= length
    }
    guard start <= end else { return [] }
    return Array(bytes[start..<end]).withUnsafeBufferPointer { OneLine.collapsed(GlyphText.text($0)[...]) }
  }
}
