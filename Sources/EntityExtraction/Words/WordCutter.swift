/// Cuts sentences into words, numbers and marks, in one pass over their bytes.
struct WordCutter {
  private(set) var tokens: [WordToken] = []
  private let roles = WordRoleTable.shared

  init(capacity: Int) { tokens.reserveCapacity(capacity) }

  mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>, _ span: Range<Int>, beginsParagraph: Bool) {
    var position = span.lowerBound
    var traits: WordToken.Traits = beginsParagraph ? [.beginsParagraph, .beginsLine] : []
    if !beginsParagraph, lineBegins(bytes, at: position) { traits.insert(.beginsLine) }
    var heading: WordToken.Traits = []
    if position < span.upperBound, bytes[position] == UInt8(ascii: "#"), traits.contains(.beginsLine) { heading = .heading }
    while position < span.upperBound {
      let byte = bytes[position]
      if LetterBytes.isBlank(byte) {
        traits.insert(.followsSpace)
        if byte == 10 { traits.insert(.beginsLine) }
        position += 1
        continue
      }
      let start = position
      if LetterBytes.isDigit(byte) {
        position = number(bytes, start, span.upperBound, traits.union(heading))
      } else if LetterBytes.isLetter(byte) || (byte >= 0x80 && LetterBytes.leadsLetter(byte)) {
        if let end = address(bytes, start, span.upperBound) {
          position = end
          continue
        }
        position = word(bytes, start, span.upperBound, traits.union(heading))
      } else {
        let (mark, width) = mark(bytes, start, span.upperBound)
        position += width
        if mark == 32 {
          traits.insert(.followsSpace)
          continue
        }
        if mark == 0 { continue }
        let key = WordKey.adding(mark, to: WordKey.seed)
        tokens.append(
          WordToken(
            start: Int32(start), end: Int32(position), kind: .mark, mark: mark, traits: traits.union(heading), roles: roles[key], key: key))
      }
      traits = []
    }
  }

  private func lineBegins(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var position = start
    while position > 0, bytes[position - 1] == 32 || bytes[position - 1] == 9 { position -= 1 }
    return position == 0 || bytes[position - 1] == 10
  }

  /// The end of a web address that begins here; nil where none does.
  private func address(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    guard start + 8 < limit, LetterBytes.folded(bytes[start]) == UInt8(ascii: "h"), bytes[start + 1] == UInt8(ascii: "t") else {
      return nil
    }
    var colon = start + 2
    while colon < start + 6, LetterBytes.isLetter(bytes[colon]) { colon += 1 }
    guard bytes[colon] == UInt8(ascii: ":"), bytes[colon + 1] == UInt8(ascii: "/") else { return nil }
    var end = colon
    while end < limit, !LetterBytes.isBlank(bytes[end]), bytes[end] != UInt8(ascii: ")"), bytes[end] != UInt8(ascii: ">") { end += 1 }
    return end
  }

  /// Digits with commas and points inside; letters that follow at once make a word of it (`21st`), but units stand alone (`24h`, `5pc`).
  private mutating func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ traits: WordToken.Traits
  ) -> Int {
    var end = start
    while end < limit {
      if LetterBytes.isDigit(bytes[end]) {
        end += 1
      } else if bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ","), end + 1 < limit, LetterBytes.isDigit(bytes[end + 1]) {
        end += 2
      } else {
        break
      }
    }
    var letters = end
    while letters < limit, LetterBytes.isLetter(bytes[letters]) { letters += 1 }
    var key = WordKey.seed
    for position in start..<end { key = WordKey.adding(bytes[position], to: key) }
    var kind = WordToken.Kind.number
    if letters > end, letters - end <= 3, isOrdinalEnding(bytes, end..<letters) {
      for position in end..<letters { key = WordKey.adding(LetterBytes.folded(bytes[position]), to: key) }
      end = letters
      kind = .word
    }
    tokens.append(
      WordToken(
        start: Int32(start), end: Int32(end), kind: kind, mark: 0, traits: traits, roles: kind == .number ? .number : roles[key], key: key))
    return end
  }

  private func isOrdinalEnding(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count == 2 else { return false }
    switch (LetterBytes.folded(bytes[range.lowerBound]), LetterBytes.folded(bytes[range.lowerBound + 1])) {
    case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68): return true
    default: return false
    }
  }

  /// Letters and digits; single letters with full stops between become one acronym.
  private mutating func word(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ traits: WordToken.Traits
  ) -> Int {
    var traits = traits
    if let end = acronym(bytes, start, limit) {
      var key = WordKey.seed
      for position in start..<end where bytes[position] != UInt8(ascii: ".") {
        key = WordKey.adding(LetterBytes.folded(bytes[position]), to: key)
      }
      if LetterBytes.isUpper(bytes[start]) { traits.formUnion([.capitalised, .allCapitals]) }
      tokens.append(
        WordToken(start: Int32(start), end: Int32(end), kind: .word, mark: 0, traits: traits.union(.dotted), roles: roles[key], key: key))
      return end
    }
    var end = start
    var key = WordKey.seed
    var letters = 0
    var capitals = 0
    while end < limit {
      let byte = bytes[end]
      let small = byte | 0x20
      if LetterBytes.isLower(small) {
        letters &+= 1
        capitals &+= byte == small ? 0 : 1
        key = WordKey.adding(small, to: key)
        end &+= 1
      } else if LetterBytes.isDigit(byte) {
        key = WordKey.adding(byte, to: key)
        end &+= 1
      } else {
        guard LetterBytes.leadsLetter(byte) else { break }
        letters += 1
        let isUpper = byte == 0xC3 && end + 1 < limit && bytes[end + 1] <= 0x9E
        if isUpper { capitals += 1 }
        key = WordKey.adding(byte, to: key)
        end += 1
        while end < limit, bytes[end] & 0xC0 == 0x80 {
          key = WordKey.adding(isUpper ? bytes[end] | 0x20 : bytes[end], to: key)
          end += 1
        }
      }
    }
    if LetterBytes.isUpper(bytes[start]) || (bytes[start] == 0xC3 && start + 1 < limit && bytes[start + 1] <= 0x9E) {
      traits.insert(.capitalised)
    }
    if letters > 1 && capitals == letters { traits.insert(.allCapitals) }
    // "S6486D" is a print of S6486.
    let isPrint = end - start > 4 && LetterBytes.isUpper(bytes[end - 1]) && LetterBytes.isDigit(bytes[end - 2])
    let role = isPrint || LetterBytes.isDigit(bytes[end - 1]) ? roles[key].union(.endsInDigit) : roles[key]
    tokens.append(WordToken(start: Int32(start), end: Int32(end), kind: .word, mark: 0, traits: traits, roles: role, key: key))
    return end
  }

  /// `U.S.`, `H.R.`, `D.C`: the end, or nil. One letter with a full stop is an initial, no acronym.
  private func acronym(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    var end = start
    var letters = 0
    while end + 1 < limit, LetterBytes.isLetter(bytes[end]), bytes[end + 1] == UInt8(ascii: ".") {
      letters += 1
      end += 2
    }
    // "D.C" with its last full stop left off.
    if letters >= 1, end < limit, LetterBytes.isUpper(bytes[end]), end + 1 == limit || !LetterBytes.isWord(bytes[end + 1]) {
      return end + 1
    }
    return letters >= 2 ? end : nil
  }

  /// The plain form of a mark and how many bytes it takes; 32 for a blank, 0 for what leaves no token.
  private func mark(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> (UInt8, Int) {
    let byte = bytes[start]
    if byte < 0x80 {
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "#"): return (0, 1)
      default: return (byte, 1)
      }
    }
    let second = start + 1 < limit ? bytes[start + 1] : 0
    let third = start + 2 < limit ? bytes[start + 2] : 0
    var width = 1
    while start + width < limit, width < 4, bytes[start + width] & 0xC0 == 0x80 { width += 1 }
    switch (byte, second, third) {
    case (0xC2, 0xA0, _), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80): return (32, width)
    case (0xC2, 0xAD, _), (0xE2, 0x80, 0x8B...0x8F), (0xEF, 0xBB, 0xBF): return (0, width)
    case (0xE2, 0x80, 0x90...0x93), (0xE2, 0x88, 0x92): return (UInt8(ascii: "-"), width)
    case (0xE2, 0x80, 0x94...0x95): return (WordToken.longDash, width)
    case (0xE2, 0x80, 0x98...0x9B): return (UInt8(ascii: "'"), width)
    case (0xE2, 0x80, 0x9C...0x9F), (0xC2, 0xAB, _), (0xC2, 0xBB, _): return (UInt8(ascii: "\""), width)
    case (0xE2, 0x80, 0xA6): return (UInt8(ascii: "."), width)
    case (0xE2, 0x86, 0x91), (0xE2, 0x96, 0xB2), (0xE2, 0x96, 0xB4): return (UInt8(ascii: "^"), width)
    case (0xE2, 0x86, 0x93), (0xE2, 0x96, 0xBC), (0xE2, 0x96, 0xBE): return (UInt8(ascii: "~"), width)
    default: return (WordToken.otherSymbol, width)
    }
  }
}
