/// Cuts a story's sentences into words, numbers and marks, in one pass over their bytes.
///
/// A copy is a bookmark: from it the same tokens are cut once more.
struct WordCutter {
  private let sentences: TextSpans
  private let paragraphs: TextSpans
  private let asides: [Range<Int>]
  let roles = WordRoleTable.shared.slots
  private let marks = WordRoleTable.shared.marks

  /// What is left of the sentence that is being cut.
  private var position = 0
  private var limit = 0
  /// What the next token has by its place.
  private var traits: WordToken.Traits = []
  private var heading: WordToken.Traits = []
  /// The next sentence of the text, and the paragraph and the aside that are not before it.
  private var next = 0
  private var paragraph = 0
  private var aside = 0
  /// The number of the sentence that the last token is in, its paragraph, and how many tokens of it there are.
  private var number: Int32 = -1
  private var paragraphOfLast = -1
  private var tokensInSentence = 0
  private var beginsSentence = false

  init(_ scan: TextScan) {
    sentences = scan.sentences
    paragraphs = scan.paragraphs
    asides = scan.asides
  }

  /// Where tokens go to.
  struct Page {
    let tokens: UnsafeMutablePointer<WordToken>
    /// Token: the number of its sentence.
    let sentences: UnsafeMutablePointer<Int32>
    let capacity: Int
    fileprivate(set) var count = 0

    init(tokens: UnsafeMutablePointer<WordToken>, sentences: UnsafeMutablePointer<Int32>, capacity: Int) {
      self.tokens = tokens
      self.sentences = sentences
      self.capacity = capacity
    }
  }

  /// The paragraph of the last token.
  var currentParagraph: Int { paragraphOfLast }

  /// Cuts the rest of this sentence, or the next one, as far as the page has room; false at the end of the story.
  mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>, into page: inout Page) -> Bool {
    if position >= limit { guard begin(bytes) else { return false } }
    var traits = traits
    var position = position
    let limit = limit
    while position < limit, page.count < page.capacity {
      let byte = bytes[position]
      if LetterBytes.isBlank(byte) {
        traits.insert(.followsSpace)
        if byte == 10 { traits.insert(.beginsLine) }
        position += 1
        continue
      }
      let start = position
      if LetterBytes.isLetter(byte) || (byte >= 0x80 && LetterBytes.leadsLetter(byte)) {
        if byte | 0x20 == UInt8(ascii: "h"), let end = address(bytes, start, limit) {
          position = end
          continue
        }
        position = word(bytes, start, limit, traits.union(heading), &page)
      } else if LetterBytes.isDigit(byte) {
        position = number(bytes, start, limit, traits.union(heading), &page)
      } else {
        let (mark, width) = mark(bytes, start, limit)
        position += width
        if mark == 32 {
          traits.insert(.followsSpace)
          continue
        }
        if mark == 0 { continue }
        let known = marks[Int(mark)]
        add(
          WordToken(
            start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: position), kind: .mark, mark: mark,
            traits: traits.union(heading), roles: known.roles, key: known.key), &page)
      }
      traits = []
    }
    self.traits = traits
    self.position = position
    return true
  }

  /// Goes on to the next sentence that is no aside; false where there is none.
  private mutating func begin(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    while next < sentences.count {
      let span = sentences[next]
      next += 1
      while aside < asides.count, asides[aside].upperBound <= span.lowerBound { aside += 1 }
      if aside < asides.count, asides[aside].lowerBound <= span.lowerBound { continue }
      while paragraph < paragraphs.count, paragraphs[paragraph].upperBound <= span.lowerBound { paragraph += 1 }
      let beginsParagraph = paragraphOfLast != paragraph
      position = span.lowerBound
      limit = span.upperBound
      traits = beginsParagraph ? [.beginsParagraph, .beginsLine] : []
      if !beginsParagraph, lineBegins(bytes, at: position) { traits.insert(.beginsLine) }
      heading = []
      if position < limit, bytes[position] == UInt8(ascii: "#"), traits.contains(.beginsLine) { heading = .heading }
      beginsSentence = true
      return true
    }
    return false
  }

  @inline(__always)
  mutating func add(_ token: WordToken, _ page: inout Page) {
    if beginsSentence || tokensInSentence == StoryWords.longestSentence {
      beginsSentence = false
      tokensInSentence = 0
      number &+= 1
      paragraphOfLast = paragraph
    }
    tokensInSentence &+= 1
    page.tokens[page.count] = token
    page.sentences[page.count] = number
    page.count &+= 1
  }

  private func lineBegins(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var position = start
    while position > 0, bytes[position - 1] == 32 || bytes[position - 1] == 9 { position -= 1 }
    return position == 0 || bytes[position - 1] == 10
  }

  /// The end of a web address that begins here; nil where none does.
  private func address(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    guard start + 8 < limit, bytes[start + 1] == UInt8(ascii: "t") else { return nil }
    var colon = start + 2
    while colon < start + 6, LetterBytes.isLetter(bytes[colon]) { colon += 1 }
    guard bytes[colon] == UInt8(ascii: ":"), bytes[colon + 1] == UInt8(ascii: "/") else { return nil }
    var end = colon
    while end < limit, !LetterBytes.isBlank(bytes[end]), bytes[end] != UInt8(ascii: ")"), bytes[end] != UInt8(ascii: ">") { end += 1 }
    return end
  }

  /// Digits with commas and points inside; letters that follow at once make a word of it (`21st`), but units stand alone (`24h`, `5pc`).
  private mutating func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ traits: WordToken.Traits, _ page: inout Page
  ) -> Int {
    var end = start
    var key = WordKey.Maker()
    while end < limit {
      if LetterBytes.isDigit(bytes[end]) {
        key.add(bytes[end])
        end += 1
      } else if bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ","), end + 1 < limit, LetterBytes.isDigit(bytes[end + 1]) {
        key.add(bytes[end])
        key.add(bytes[end + 1])
        end += 2
      } else {
        break
      }
    }
    var kind = WordToken.Kind.number
    if let after = ordinalEnd(bytes, end, limit) {
      for position in end..<after { key.add(LetterBytes.folded(bytes[position])) }
      end = after
      kind = .word
    }
    let finished = key.finished
    add(
      WordToken(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), kind: kind, mark: 0, traits: traits,
        roles: kind == .number ? .number : roles[finished], key: finished), &page)
    return end
  }

  /// The end of `st`, `nd`, `rd`, `th` where one stands there, and no letter after it.
  private func ordinalEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    guard start + 2 <= limit, start + 2 == limit || !LetterBytes.isLetter(bytes[start + 2]) else { return nil }
    switch (LetterBytes.folded(bytes[start]), LetterBytes.folded(bytes[start + 1])) {
    case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68): return start + 2
    default: return nil
    }
  }

  /// The plain form of a mark and how many bytes it takes; 32 for a blank, 0 for what leaves no token.
  @inline(__always)
  private func mark(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> (UInt8, Int) {
    let byte = bytes[start]
    if byte < 0x80 {
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "#"): return (0, 1)
      default: return (byte, 1)
      }
    }
    return wideMark(bytes, start, limit)
  }
}
