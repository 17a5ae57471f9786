// How the cutter reads a word: its end, its key and its capitals.
extension WordCutter {
  /// Letters and digits; single letters with full stops between become one acronym.
  @inline(__always)
  mutating func word(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ traits: WordToken.Traits, _ page: inout Page
  ) -> Int {
    // Most words end within sixteen bytes: all that is asked of them is told by two looks.
    guard start &+ 16 <= bytes.count else { return longWord(bytes, start, limit, traits, &page) }
    let first = LetterRun(bytes, at: start)
    if first.count < 8 {
      let after = first.byte(after: first.count)
      // One letter with a full stop may begin an acronym.
      let isInitial = first.count == 1 && after == UInt8(ascii: ".")
      guard first.count > 0, after < 0x80, !isInitial, start &+ first.count <= limit else {
        return longWord(bytes, start, limit, traits, &page)
      }
      addPlain(first, nil, start, traits, &page)
      return start &+ first.count
    }
    let second = LetterRun(bytes, at: start &+ 8)
    guard second.count < 8, second.byte(after: second.count) & 0x80 == 0, start &+ 8 &+ second.count <= limit else {
      return longWord(bytes, start, limit, traits, &page)
    }
    addPlain(first, second, start, traits, &page)
    return start &+ 8 &+ second.count
  }

  /// A word of ASCII letters and digits alone, fewer than sixteen.
  @inline(__always)
  private mutating func addPlain(
    _ first: LetterRun, _ second: LetterRun?, _ start: Int, _ traits: WordToken.Traits, _ page: inout Page
  ) {
    var traits = traits
    let letters = first.letters(of: first.count)
    var others: UInt64 = 0
    var small = first.smallLetters(of: first.count)
    if (letters & ~small) & 0x80 != 0 { traits.insert(.capitalised) }
    var key = WordKey.adding(first.folded(first.count), to: WordKey.seed)
    var count = first.count
    var endsInDigit = first.endsInDigit(first.count)
    if let second, second.count > 0 {
      others = second.letters(of: second.count)
      endsInDigit = second.endsInDigit(second.count, after: first)
      small |= second.smallLetters(of: second.count)
      key = WordKey.adding(second.folded(second.count), to: key)
      count &+= second.count
    }
    if small == 0, letters.nonzeroBitCount + others.nonzeroBitCount > 1 { traits.insert(.allCapitals) }
    var role = roles[key]
    if endsInDigit { role.insert(.endsInDigit) }
    add(
      WordToken(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: start &+ count), kind: .word, mark: 0, traits: traits,
        roles: role, key: key), &page)
  }

  /// Any word.
  @inline(never)
  private mutating func longWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ traits: WordToken.Traits, _ page: inout Page
  ) -> Int {
    if start + 1 < limit, bytes[start + 1] == UInt8(ascii: "."), let end = acronym(bytes, start, limit) {
      addAcronym(bytes, start..<end, traits, &page)
      return end
    }
    var traits = traits
    var end = start
    var key = WordKey.Maker()
    var shape = Shape()
    // Eight ASCII letters and digits at a time.
    while end &+ 8 <= bytes.count, end < limit {
      let run = LetterRun(bytes, at: end)
      let count = min(run.count, limit &- end)
      shape.add(letters: run.letters(of: count), small: run.smallLetters(of: count))
      key.add(run.folded(count), count: count)
      end &+= count
      if count < 8 { break }
    }
    if end < limit, LetterBytes.isWord(bytes[end]) || LetterBytes.leadsLetter(bytes[end]) {
      end = rest(bytes, end, limit, &key, &shape)
    }
    if LetterBytes.isUpper(bytes[start]) || (bytes[start] == 0xC3 && start + 1 < limit && bytes[start + 1] <= 0x9E) {
      traits.insert(.capitalised)
    }
    if shape.isAllCapitals { traits.insert(.allCapitals) }
    let finished = key.finished
    // "S6486D" is a print of S6486.
    let isPrint = end - start > 4 && LetterBytes.isUpper(bytes[end - 1]) && LetterBytes.isDigit(bytes[end - 2])
    let role = isPrint || LetterBytes.isDigit(bytes[end - 1]) ? roles[finished].union(.endsInDigit) : roles[finished]
    add(
      WordToken(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), kind: .word, mark: 0, traits: traits, roles: role,
        key: finished), &page)
    return end
  }

  /// The rest of a word, byte by byte: letters beyond ASCII, or the last bytes of the text.
  @inline(never)
  private func rest(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ key: inout WordKey.Maker, _ shape: inout Shape
  ) -> Int {
    var end = start
    while end < limit {
      let byte = bytes[end]
      let small = byte | 0x20
      if LetterBytes.isLower(small) {
        shape.add(letters: 1, small: byte == small ? 1 : 0)
        key.add(small)
        end &+= 1
      } else if LetterBytes.isDigit(byte) {
        key.add(byte)
        end &+= 1
      } else {
        guard LetterBytes.leadsLetter(byte) else { break }
        let isUpper = byte == 0xC3 && end + 1 < limit && bytes[end + 1] <= 0x9E
        shape.add(letters: 1, small: isUpper ? 0 : 1)
        key.add(byte)
        end += 1
        while end < limit, bytes[end] & 0xC0 == 0x80 {
          key.add(isUpper ? bytes[end] | 0x20 : bytes[end])
          end += 1
        }
      }
    }
    return end
  }

  private mutating func addAcronym(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ traits: WordToken.Traits, _ page: inout Page
  ) {
    var traits = traits
    var key = WordKey.Maker()
    for position in range where bytes[position] != UInt8(ascii: ".") { key.add(LetterBytes.folded(bytes[position])) }
    if LetterBytes.isUpper(bytes[range.lowerBound]) { traits.formUnion([.capitalised, .allCapitals]) }
    let finished = key.finished
    add(
      WordToken(
        start: Int32(truncatingIfNeeded: range.lowerBound), end: Int32(truncatingIfNeeded: range.upperBound), kind: .word, mark: 0,
        traits: traits.union(.dotted), roles: roles[finished], key: finished), &page)
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
}
