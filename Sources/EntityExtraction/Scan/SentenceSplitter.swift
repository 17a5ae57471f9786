/// Cuts a text into paragraphs and sentences.
///
/// A paragraph ends at an empty line. A sentence ends at `.`, `!` or `?` that no abbreviation, initial or number explains, at the
/// end of a paragraph, and at a line break that no wrapping explains (a heading, an item of a list).
struct SentenceSplitter {
  private(set) var sentences = TextSpans()
  private(set) var paragraphs = TextSpans()
  private let text: UnsafeBufferPointer<UInt8>

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    sentences.reserveCapacity(text.count / 110 + 4)
    paragraphs.reserveCapacity(text.count / 300 + 4)
    var position = 0
    while let paragraph = paragraph(from: position) {
      paragraphs.append(paragraph)
      split(paragraph)
      position = paragraph.upperBound
    }
  }

  // MARK: Paragraphs and lines

  /// The next stretch without an empty line, from its first to its last character that isn't blank.
  private func paragraph(from start: Int) -> Range<Int>? {
    var first = start
    while first < text.count, LetterBytes.isBlank(text[first]) { first += 1 }
    guard first < text.count else { return nil }
    var end = first
    while end < text.count {
      end = ByteSearch.first(in: text, from: end, to: text.count) { ByteSearch.marks($0, 10) }
      guard end < text.count else { break }
      var next = end + 1
      while next < text.count, LetterBytes.isBlank(text[next]), text[next] != 10 { next += 1 }
      if next >= text.count || text[next] == 10, !isTooShort(first..<end, paragraphs) { break }
      end = next + 1
    }
    end = min(end, text.count)
    while LetterBytes.isBlank(text[end - 1]) { end -= 1 }
    return first..<end
  }

  private mutating func split(_ paragraph: Range<Int>) {
    // The longest line tells how wide the text was wrapped.
    var longest = 0
    var lineStart = paragraph.lowerBound
    while lineStart < paragraph.upperBound {
      let end = ByteSearch.first(in: text, from: lineStart, to: paragraph.upperBound) { ByteSearch.marks($0, 10) }
      longest = max(longest, end - lineStart)
      lineStart = end + 1
    }

    var start = paragraph.lowerBound
    lineStart = start
    var position = start
    while position < paragraph.upperBound {
      position = ByteSearch.first(in: text, from: position, to: paragraph.upperBound) { word in
        ByteSearch.marks(word, 10) | ByteSearch.marks(word, UInt8(ascii: ".")) | ByteSearch.marks(word, UInt8(ascii: "!"))
          | ByteSearch.marks(word, UInt8(ascii: "?")) | ByteSearch.marks(word, 0xE3)
      }
      guard position < paragraph.upperBound else { break }
      let byte = text[position]
      if byte == 10 {
        if isHardBreak(line: lineStart..<position, next: position + 1, end: paragraph.upperBound, longest: longest),
          !isTooShort(start..<position, sentences)
        {
          close(start..<position)
          start = position + 1
        }
        lineStart = position + 1
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
        if let end = sentenceEnd(at: position, start: start, lineStart: lineStart, limit: paragraph.upperBound),
          !isTooShort(start..<end, sentences)
        {
          close(start..<end)
          start = end
          position = end
          continue
        }
      } else if byte == 0xE3, position + 2 < paragraph.upperBound, text[position + 1] == 0x80, text[position + 2] == 0x82,
        !isTooShort(start..<position, sentences)
      {
        close(start..<position + 3)
        start = position + 3
      }
      position += 1
    }
    close(start..<paragraph.upperBound)
  }

  /// Whether a story has so many pieces that a short one is read with what follows.
  private func isTooShort(_ piece: Range<Int>, _ pieces: TextSpans) -> Bool {
    pieces.count >= PlaceLimits.ofSentences && piece.count < PlaceLimits.shortSentence
  }

  private mutating func close(_ range: Range<Int>) {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, LetterBytes.isBlank(text[low]) { low += 1 }
    while low < high, LetterBytes.isBlank(text[high - 1]) { high -= 1 }
    if low < high { sentences.append(low..<high) }
  }

  /// Whether the line break after `line` was set by the writer and not by wrapping.
  private func isHardBreak(line: Range<Int>, next: Int, end: Int, longest: Int) -> Bool {
    var first = next
    while first < end, text[first] == 32 || text[first] == 9 { first += 1 }
    guard first < end else { return true }
    if isBullet(at: first, end: end) { return true }
    var low = line.lowerBound
    while low < line.upperBound, text[low] == 32 { low += 1 }
    if low < line.upperBound, text[low] == UInt8(ascii: "#") || text[low] == UInt8(ascii: "|") || text[first] == UInt8(ascii: "|") {
      return true
    }
    // A row of a table: cells between bars.
    if isRow(line) { return true }
    // Had it been wrapped, the next word would have had room.
    var word = first
    while word < end, !LetterBytes.isBlank(text[word]) { word += 1 }
    let byte = text[first]
    let startsLikeSentence = !LetterBytes.isLower(byte) && byte != UInt8(ascii: "(") && byte != UInt8(ascii: "&")
    return startsLikeSentence && line.count + 1 + (word - first) < longest - 8
  }

  private func isRow(_ line: Range<Int>) -> Bool {
    line.contains {
      text[$0] == UInt8(ascii: "|") && $0 > line.lowerBound && text[$0 - 1] == 32 && $0 + 1 < text.count && text[$0 + 1] == 32
    }
  }

  /// `- `, `* `, `• `, `12. `, `(a) `, `> `.
  private func isBullet(at start: Int, end: Int) -> Bool {
    func blank(_ position: Int) -> Bool { position < end && (text[position] == 32 || text[position] == 9) }
    let byte = text[start]
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ">"): return blank(start + 1)
    case 0xE2: return start + 3 < end && text[start + 1] == 0x80 && (text[start + 2] == 0xA2 || text[start + 2] == 0x93) && blank(start + 3)
    case UInt8(ascii: "("): return start + 2 < end && text[start + 2] == UInt8(ascii: ")") && blank(start + 3)
    default: break
    }
    var digits = start
    while digits < end, digits - start < 3, LetterBytes.isDigit(text[digits]) { digits += 1 }
    return digits > start && digits < end && (text[digits] == UInt8(ascii: ".") || text[digits] == UInt8(ascii: ")")) && blank(digits + 1)
  }

  // MARK: Full stops

  /// Where the sentence ends (after closing quotes and brackets), or nil where this mark doesn't end it.
  private func sentenceEnd(at mark: Int, start: Int, lineStart: Int, limit: Int) -> Int? {
    var end = mark + 1
    // Bounded, so that a text of full stops takes linear time.
    while end < limit, end < mark + 8, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: "!") || text[end] == UInt8(ascii: "?") {
      end += 1
    }
    end = afterClosers(end, limit)
    guard end < limit, LetterBytes.isBlank(text[end]) || isNoBreakSpace(end) else { return nil }
    var next = end
    while next < limit, LetterBytes.isBlank(text[next]) || isNoBreakSpace(next) { next += isNoBreakSpace(next) ? 2 : 1 }
    guard next < limit else { return end }
    // Openers before the next sentence's first letter.
    var letter = next
    while letter < limit {
      if text[letter] == 34 || text[letter] == 39 || text[letter] == 40 || text[letter] == 91 || text[letter] == 42 || text[letter] == 95 {
        letter += 1
      } else if text[letter] == 0xE2, letter + 2 < limit, text[letter + 1] == 0x80, text[letter + 2] == 0x9C || text[letter + 2] == 0x98 {
        letter += 3
      } else {
        break
      }
    }
    guard letter < limit else { return end }
    if LetterBytes.isLower(text[letter]) { return nil }
    guard text[mark] == UInt8(ascii: "."), end == mark + 1 || text[mark + 1] != UInt8(ascii: ".") else { return end }
    let opensQuote = letter > next
    return explains(abbreviationEndingAt: mark, start: max(start, lineStart), next: letter, limit: limit, opensQuote: opensQuote)
      ? nil : end
  }

  private func isNoBreakSpace(_ position: Int) -> Bool {
    text[position] == 0xC2 && position + 1 < text.count && text[position + 1] == 0xA0
  }

  private func afterClosers(_ start: Int, _ limit: Int) -> Int {
    var end = start
    while end < limit, end < start + 8 {
      switch text[end] {
      case 34, 39, 41, 93: end += 1
      case 0xE2 where end + 2 < limit && text[end + 1] == 0x80 && (text[end + 2] == 0x9D || text[end + 2] == 0x99): end += 3
      default: return end
      }
    }
    return end
  }

  /// Whether the full stop at `mark` belongs to the word before it.
  private func explains(abbreviationEndingAt mark: Int, start: Int, next: Int, limit: Int, opensQuote: Bool) -> Bool {
    var low = mark
    var dots = 0
    while low > start, LetterBytes.isWord(text[low - 1]) || (text[low - 1] == UInt8(ascii: ".") && mark - low < 12) {
      low -= 1
      if text[low] == UInt8(ascii: ".") { dots += 1 }
      if mark - low > 16 { return false }
    }
    let length = mark - low
    guard length > 0 else { return false }
    // "H.Con. Res. 14"
    if dots > 0 || length <= 3, Abbreviations.concurrent.contains(text, afterLastDot(low..<mark)),
      Abbreviations.resolution.contains(text, word(at: next, limit))
    {
      return true
    }
    let digitFollows = LetterBytes.isDigit(text[next])
    // "1. The …" at the start of a line.
    if low == start, dots == 0, length <= 3, (low..<mark).allSatisfy({ LetterBytes.isDigit(text[$0]) }) { return true }
    if dots > 0 {
      // "U.S.", "H.R.", "e.g.", "a.m."; not "3.5" and not "example.com".
      guard (low..<mark).allSatisfy({ LetterBytes.isLetter(text[$0]) || text[$0] == UInt8(ascii: ".") }),
        dots * 2 + 1 >= length || Abbreviations.binding.contains(text, low..<mark)
      else { return digitFollows && Abbreviations.beforeNumbers.contains(text, afterLastDot(low..<mark)) }
      return digitFollows || (!opensQuote && !Abbreviations.starters.contains(text, word(at: next, limit)))
    }
    if length == 1 {
      guard LetterBytes.isUpper(text[low]) else { return false }
      return text[low] != UInt8(ascii: "I") || digitFollows
    }
    switch Abbreviations.kind(text, low..<mark) {
    case .binding: return true
    case .beforeNumber: return digitFollows
    case .closing: return !opensQuote && !Abbreviations.starters.contains(text, word(at: next, limit))
    case nil: return false
    }
  }

  /// The last part of an abbreviation of several: "Res" of "H.J.Res".
  private func afterLastDot(_ range: Range<Int>) -> Range<Int> {
    var start = range.upperBound
    while start > range.lowerBound, text[start - 1] != UInt8(ascii: ".") { start -= 1 }
    return start..<range.upperBound
  }

  private func word(at start: Int, _ limit: Int) -> Range<Int> {
    var end = start
    while end < limit, LetterBytes.isLetter(text[end]) { end += 1 }
    return start..<end
  }
}

/// Words with a full stop that may not end a sentence.
private enum Abbreviations {
  enum Kind {
    /// Bound to what follows.
    case binding
    /// Bound to a number that follows, else the end of a sentence.
    case beforeNumber
    /// May stand at the end of a sentence: it goes on unless a word follows that begins one.
    case closing
  }

  private static let bindingWords = [
    "mr", "mrs", "ms", "dr", "prof", "sen", "sens", "rep", "reps", "gov", "govs", "gen", "lt", "col", "sgt", "capt", "st", "hon", "rev",
    "vs", "v", "mt", "messrs", "pres", "atty", "supt", "cmdr", "adm", "pvt", "e.g", "i.e", "cf", "del", "asst", "assoc", "stat", "cong",
    "fed", "pub", "bros",
  ]
  private static let numberWords = [
    "no", "nos", "art", "arts", "sec", "secs", "fig", "figs", "p", "pp", "vol", "ch", "para", "paras", "jan", "feb", "mar", "apr", "jun",
    "jul", "aug", "sep", "sept", "oct", "nov", "dec", "approx", "reg", "res", "con", "exh", "pt", "cl", "ca", "dkt", "rel",
  ]
  private static let closingWords = [
    "inc", "corp", "co", "ltd", "llc", "plc", "jr", "sr", "etc", "al", "dept", "univ", "assn", "ave", "blvd", "est", "bhd", "sdn", "pty",
    "comm", "intl", "natl", "govt",
  ]
  static let binding = WordSet(bindingWords)
  static let beforeNumbers = WordSet(numberWords)
  private static let all = WordSet(bindingWords + numberWords + closingWords)
  private static let longest = (bindingWords + numberWords + closingWords).map(\.utf8.count).max() ?? 0

  /// What a word with a full stop is; nil for any other word.
  static func kind(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Kind? {
    guard range.count <= longest, let index = all.index(text, range) else { return nil }
    if index < bindingWords.count { return .binding }
    return index < bindingWords.count + numberWords.count ? .beforeNumber : .closing
  }
  /// "Con." and "J." go on to "Res.".
  static let concurrent = WordSet(["con", "j"])
  static let resolution = WordSet(["res"])
  /// Words that begin a sentence more often than they go on after an abbreviation.
  static let starters = WordSet([
    "the", "a", "an", "in", "it", "its", "but", "and", "this", "that", "these", "those", "he", "she", "they", "we", "i", "you", "his",
    "her",
    "their", "our", "on", "at", "as", "if", "for", "to", "by", "with", "from", "under", "after", "before", "when", "while", "however",
    "meanwhile", "there", "also", "last", "according", "such", "some", "many", "most", "although", "though", "since", "because", "so",
    "yet",
    "here", "what", "who", "how", "why", "where", "both", "one", "two", "not", "no", "all", "any", "other", "another", "once", "during",
  ])
}
