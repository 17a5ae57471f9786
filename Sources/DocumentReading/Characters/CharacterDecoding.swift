import Glibc

/// Finds out in which character set a file is written, and turns it into clean UTF-8.
///
/// In this order: byte order mark, valid UTF-8, what the file declares, what uchardet makes of it, windows-1252.
/// A wrong byte is replaced, never a reason to refuse the file; the notes say what was done.
struct CharacterDecoding {
  private(set) var text: CleanText
  private(set) var notes: [String] = []
  private let limit: Int

  /// Gives the text away, so that who reads it may let it go.
  mutating func takeText() -> CleanText {
    defer { text = CleanText() }
    return text
  }

  /// - Parameters:
  ///   - declared: the character set that the document names, if it does.
  ///   - limit: most bytes of text; a character set of one byte a letter may become three times its size.
  /// - Throws: `.binary` where too much of it is no text in any of them.
  init(_ bytes: UnsafeRawBufferPointer, declared: String?, limit: Int = .max) throws(ReadingError) {
    self.limit = limit
    let source = bytes.assumingMemoryBound(to: UInt8.self)
    if let marked = ByteOrderMark(of: source) {
      let rest = UnsafeBufferPointer(rebasing: source[marked.length...])
      text = Self.decoded(rest, as: marked.characterSet, limit)
      if CharacterSetName.isUTF8(marked.characterSet) { repair(rest) }
    } else if Self.looksBinary(source) {
      throw .binary(what: "binary data")
    } else if let escaped = CharacterSetName.escaped(in: source, declared: declared) {
      text = Self.decoded(source, as: escaped, limit)
    } else {
      text = CleanText(utf8: source, limit: limit)
      // Western bytes that stand alone among characters in UTF-8 were pasted there; else so many wrong ones mean another set.
      let wrong = text.wrongBytes + text.westernBytes
      if wrong > 0, text.beyondASCII < (text.wrongBytes == 0 ? wrong : 4 * wrong) {
        // Never two at a time, since each may be as large as a text may be.
        text = CleanText()
        let (other, name) = Self.legacy(source, declared: declared, limit)
        if other.wrongBytes + other.controls > wrong {
          text = CleanText(utf8: source, limit: limit)
        } else {
          text = other
          notes.append("read as \(name)" + (name == declared ? "" : Self.guessed(declared)))
        }
      }
      if notes.isEmpty { repair(source) }
    }
    if text.controls > 8, text.controls * 20 > text.bytes.count { throw .binary(what: "binary data") }
    if text.isCut { notes.append("only the first \(limit >> 20) MB of its text are read (limit “file_mb”)") }
    if text.westernBytes > 0 {
      notes.append("\(text.westernBytes) \(text.westernBytes == 1 ? "byte was" : "bytes were") \(WindowsWestern.name) in a text in UTF-8")
    }
    let wrong = text.wrongBytes + text.controls
    if wrong > 0 {
      notes.append(wrong == 1 ? "1 byte was not text and is shown as \u{FFFD}" : "\(wrong) bytes were not text and are shown as \u{FFFD}")
    }
  }

  private static func guessed(_ declared: String?) -> String {
    guard let declared, !CharacterSetName.isUTF8(declared) else { return ", a guess: the file does not say" }
    return ", a guess: it is not \(StoryDraft.shown(declared)), as the file says"
  }

  private mutating func repair(_ source: UnsafeBufferPointer<UInt8>) {
    guard text.beyondASCII > 1, let (bytes, count) = DoubleEncoding.repaired(source) else { return }
    text = CleanText()
    text = bytes.withUnsafeBufferPointer { CleanText(utf8: $0, limit: limit) }
    notes.append("\(count) \(count == 1 ? "character was" : "characters were") encoded twice, and shown as meant")
  }

  /// The text by what is declared, else detected.
  private static func legacy(_ source: UnsafeBufferPointer<UInt8>, declared: String?, _ limit: Int) -> (CleanText, String) {
    if let declared, !CharacterSetName.isUTF8(declared), CharacterSetConversion.keepsASCII(declared),
      let converted = CharacterSetConversion.clean(source, from: declared, limit: limit)
    {
      if converted.wrongBytes + converted.controls == 0, !isMislabelled(converted, declared) { return (converted, declared) }
      let (other, name) = detected(source, limit)
      let isBetter = other.wrongBytes + other.controls < converted.wrongBytes + converted.controls
      if isBetter || name != WindowsWestern.name && isMislabelled(converted, declared) && LanguageGuess.language(of: other.bytes) != nil {
        return (other, name)
      }
      return (converted, declared)
    }
    return detected(source, limit)
  }

  /// Whether a western label, which servers put on everything, is on a text whose words are of no western language.
  private static func isMislabelled(_ text: CleanText, _ declared: String) -> Bool {
    CharacterSetName.iconvName(declared) == "CP1252" && text.beyondASCII > 20 && text.beyondASCII * 4 > text.bytes.count
      && LanguageGuess.language(of: text.bytes) == nil
  }

  private static func detected(_ source: UnsafeBufferPointer<UInt8>, _ limit: Int) -> (CleanText, String) {
    if let detected = CharacterSetDetection.characterSet(of: source), !isRatherWestern(source, detected),
      let converted = CharacterSetConversion.clean(source, from: detected, limit: limit)
    {
      return (converted, detected)
    }
    return (WindowsWestern.clean(source, limit: limit), WindowsWestern.name)
  }

  /// Detectors take a few accented letters for any of a dozen sets; where the words are those of a western language, it is that one.
  private static func isRatherWestern(_ source: UnsafeBufferPointer<UInt8>, _ detected: String) -> Bool {
    if CharacterSetName.iconvName(detected) == "CP1252" || detected == "ISO-8859-15" { return true }
    guard CharacterSetName.isSingleByteLatin(detected) else { return false }
    // The beginning tells the language.
    let head = WindowsWestern.clean(UnsafeBufferPointer(rebasing: source.prefix(1 << 14)))
    return LanguageGuess.isWestern(LanguageGuess.language(of: head.bytes))
  }

  private static func decoded(_ source: UnsafeBufferPointer<UInt8>, as name: String, _ limit: Int) -> CleanText {
    if CharacterSetName.isUTF8(name) { return CleanText(utf8: source, limit: limit) }
    return CharacterSetConversion.clean(source, from: name, limit: limit) ?? CleanText(utf8: source, limit: limit)
  }

  /// Whether the beginning has NULs or other controls as text has not.
  private static func looksBinary(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    let head = UnsafeBufferPointer(rebasing: source.prefix(8192))
    var odd = 0
    var index = 0
    while index < head.count {
      // Eight bytes of which none is below a blank need no closer look.
      if index &+ 8 <= head.count, let base = head.baseAddress {
        let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
        if (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080 == 0 {
          index &+= 8
          continue
        }
      }
      let byte = head[index]
      if byte < 0x20, byte < 0x07 || byte > 0x0D, byte != 0x1B { odd += 1 }
      index &+= 1
    }
    return odd > 4 && odd * 50 > head.count || odd * 4 > head.count
  }
}

/// What a file's first bytes say of its character set.
struct ByteOrderMark {
  var characterSet: String
  /// Bytes to skip; 0 where UTF-16 was recognised by its zeros.
  var length: Int

  init?(of source: UnsafeBufferPointer<UInt8>) {
    let head = Array(source.prefix(4))
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      (characterSet, length) = ("UTF-8", 3)
    } else if head == [0xFF, 0xFE, 0, 0] {
      (characterSet, length) = ("UTF-32LE", 4)
    } else if head == [0, 0, 0xFE, 0xFF] {
      (characterSet, length) = ("UTF-32BE", 4)
    } else if head.starts(with: [0xFF, 0xFE]) {
      (characterSet, length) = ("UTF-16LE", 2)
    } else if head.starts(with: [0xFE, 0xFF]) {
      (characterSet, length) = ("UTF-16BE", 2)
    } else {
      guard let unmarked = UnmarkedUnicode.characterSet(of: source) else { return nil }
      (characterSet, length) = (unmarked, 0)
    }
  }
}
