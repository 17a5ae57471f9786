// How a text's bytes look to the automaton: blanks, apostrophes, hyphens and small letters are brought to one form each, and
// whether a word goes on.
extension AliasAutomaton {
  static let nothing = 256
  static let space = 257
  static let lineBreak = 258
  /// A Latin-1 letter of two bytes, folded: 0xC3 and the detail.
  static let latin = 259

  /// What stands at a position: a byte value, or one of the symbols above, and how many bytes it takes.
  @inline(__always)
  static func symbol(in text: UnsafeBufferPointer<UInt8>, at position: Int) -> (value: Int, width: Int, detail: UInt8) {
    let byte = text[position]
    if byte < 0x80 {
      if byte == 10 { return (lineBreak, 1, 0) }
      if byte <= 32 { return (space, 1, 0) }
      return (Int(LetterBytes.folded(byte)), 1, 0)
    }
    return wideSymbol(in: text, at: position)
  }

  @inline(never)
  static func wideSymbol(in text: UnsafeBufferPointer<UInt8>, at position: Int) -> (value: Int, width: Int, detail: UInt8) {
    let lead = text[position]
    let second = position + 1 < text.count ? text[position + 1] : 0
    let third = position + 2 < text.count ? text[position + 2] : 0
    switch (lead, second, third) {
    case (0xC2, 0xA0, _): return (space, 2, 0)
    case (0xC2, 0xAD, _): return (nothing, 2, 0)
    case (0xC3, 0x80...0x9E, _) where second != 0x97: return (latin, 2, second | 0x20)
    case (0xC3, _, _): return (latin, second == 0 ? 1 : 2, second)
    case (0xCA, 0xBC, _): return (39, 2, 0)
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return (nothing, 3, 0)
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): return (space, 3, 0)
    case (0xE2, 0x80, 0x90...0x92): return (45, 3, 0)
    case (0xE2, 0x80, 0x98...0x99): return (39, 3, 0)
    default: return (Int(lead), 1, 0)
    }
  }

  /// Whether a word goes on at this position: no match may end there.
  @inline(__always)
  static func isWord(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    guard position < text.count else { return false }
    let byte = text[position]
    return byte < 0x80 ? LetterBytes.isWord(byte) : LetterBytes.leadsLetter(byte)
  }

  /// Appends the form in which patterns are stored, capitals kept; false where it can't be matched (empty, too many words, no
  /// letter or digit first), and then what was appended must be taken away again.
  static func appendNormalised(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) -> Bool {
    let start = bytes.count
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte > 32, byte < 0x80 {
        bytes.append(byte)
        position += 1
        continue
      }
      let symbol = symbol(in: text, at: position)
      position += symbol.width
      switch symbol.value {
      case nothing, lineBreak: continue
      case space: if bytes.count > start, bytes.last != 32 { bytes.append(32) }
      case latin: bytes += [0xC3, symbol.detail]
      default: bytes.append(UInt8(symbol.value))
      }
    }
    if bytes.count > start, bytes.last == 32 { bytes.removeLast() }
    return bytes.count > start && isWord(bytes[start], after: false) && words(in: bytes[start...]) <= maximumWords
  }

  static func words(in bytes: some Sequence<UInt8>) -> Int {
    var count = 0
    var isInside = false
    for byte in bytes {
      let isWord = isWord(byte, after: isInside)
      if isWord && !isInside { count += 1 }
      isInside = isWord
    }
    return count
  }

  /// Whether a byte belongs to a word, where the one before does (`after`) or doesn't. Continuation bytes go with their lead.
  @inline(__always)
  static func isWord(_ byte: UInt8, after isInWord: Bool) -> Bool {
    byte < 0x80 ? LetterBytes.isWord(byte) : LetterBytes.leadsLetter(byte) || (byte < 0xC0 && isInWord)
  }
}
