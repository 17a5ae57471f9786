import Glibc

/// Finds out in which character set a file is written, and turns it into clean UTF-8.
///
/// In this order: byte order mark, valid UTF-8, what the file declares, what uchardet makes of it, windows-1252.
/// A wrong byte is replaced, never a reason to refuse the file; the notes say what was done.
struct CharacterDecoding {
  private(set) var text: CleanText
  private(set) var notes: [String] = []

  /// - Parameter declared: the character set that the document names, if it does.
  /// - Throws: `.binary` where too much of it is no text in any of them.
  init(_ bytes: UnsafeRawBufferPointer, declared: String?) throws(ReadingError) {
    let source = bytes.assumingMemoryBound(to: UInt8.self)
    if let marked = ByteOrderMark(of: source) {
      text = Self.decoded(UnsafeBufferPointer(rebasing: source[marked.length...]), as: marked.characterSet)
    } else if Self.looksBinary(source) {
      throw .binary(what: "binary data")
    } else if let declared, CharacterSetName.isEscaped(declared), source.contains(0x1B) {
      text = Self.decoded(source, as: declared)
    } else {
      text = CleanText(utf8: source)
      if text.wrongBytes > 0, text.beyondASCII < 4 * text.wrongBytes || declared.map(CharacterSetName.isUTF8) == false {
        let (other, name) = Self.legacy(source, declared: declared)
        if other.wrongBytes + other.controls <= text.wrongBytes {
          text = other
          notes.append("read as \(name)" + (declared == nil ? ", a guess: the file does not say" : ""))
        }
      }
    }
    if text.controls > 8, text.controls * 20 > text.bytes.count { throw .binary(what: "binary data") }
    let wrong = text.wrongBytes + text.controls
    if wrong > 0 {
      notes.append(wrong == 1 ? "1 byte was not text and is shown as \u{FFFD}" : "\(wrong) bytes were not text and are shown as \u{FFFD}")
    }
  }

  /// The text by what is declared, else detected.
  private static func legacy(_ source: UnsafeBufferPointer<UInt8>, declared: String?) -> (CleanText, String) {
    if let declared, !CharacterSetName.isUTF8(declared), let converted = CharacterSetConversion.clean(source, from: declared) {
      return (converted, declared)
    }
    let western = WindowsWestern.clean(source)
    guard let detected = CharacterSetDetection.characterSet(of: source) else { return (western, WindowsWestern.name) }
    // Detectors take a few accented letters for any of a dozen sets; where the words are those of a western language, it is that one.
    if CharacterSetName.iconvName(detected) == "CP1252" || detected == "ISO-8859-15" { return (western, WindowsWestern.name) }
    if CharacterSetName.isSingleByteLatin(detected), LanguageGuess.language(of: western.bytes) != nil {
      return (western, WindowsWestern.name)
    }
    guard let converted = CharacterSetConversion.clean(source, from: detected) else { return (western, WindowsWestern.name) }
    return (converted, detected)
  }

  private static func decoded(_ source: UnsafeBufferPointer<UInt8>, as name: String) -> CleanText {
    if CharacterSetName.isUTF8(name) { return CleanText(utf8: source) }
    return CharacterSetConversion.clean(source, from: name) ?? CleanText(utf8: source)
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
    return odd > 1 && odd * 50 > head.count || odd * 4 > head.count
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
      // Without a mark: western text in UTF-16 has a zero in nearly every second place, and nearly none in the others.
      guard head.contains(0) else { return nil }
      let sample = source.prefix(1024)
      guard sample.count >= 8 else { return nil }
      var zeros = [0, 0]
      for (place, byte) in sample.enumerated() where byte == 0 { zeros[place & 1] += 1 }
      let half = sample.count / 2
      guard zeros.min() == 0 || (zeros.min() ?? 0) * 20 < half, (zeros.max() ?? 0) * 10 > half * 7 else { return nil }
      (characterSet, length) = (zeros[0] > zeros[1] ? "UTF-16BE" : "UTF-16LE", 0)
    }
  }
}
