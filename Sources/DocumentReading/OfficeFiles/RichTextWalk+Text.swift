// Where the characters of an RTF document go, and in which code page they are.
extension RichTextWalk {
  /// A byte of the text in the code page of its font.
  mutating func character(_ byte: UInt8) {
    if toSkip > 0 {
      toSkip -= 1
    } else if !group.isHidden, group.sink != .nowhere {
      pending.append(byte)
    }
  }

  mutating func put(_ byte: UInt8) {
    if toSkip > 0 { toSkip -= 1 } else { put([byte]) }
  }

  /// Text in UTF-8.
  mutating func put(_ text: [UInt8]) {
    flush()
    guard !group.isHidden else { return }
    switch group.sink {
    case .body, .footnote: body.add(text)
    case .title: if title.count < 4000 { title += text }
    case .author: if author.count < 4000 { author += text }
    case .fontTable, .nowhere: break
    }
  }

  /// Converts the bytes that wait.
  mutating func flush() {
    guard !pending.isEmpty else { return }
    let bytes = pending
    pending = []
    if bytes.allSatisfy({ $0 < 0x80 }) { return put(bytes) }
    let page = fonts[group.font] ?? codePage
    // Symbol fonts have pictures where others have letters.
    guard page != Self.symbols else { return put(bytes.filter { $0 < 0x80 }) }
    let text = bytes.withUnsafeBufferPointer { CharacterSetConversion.clean($0, from: page) ?? WindowsWestern.clean($0) }
    put(text.bytes)
  }

  /// `\u`: a UTF-16 unit, which may be given as a negative number.
  mutating func unicode(_ value: Int) {
    flush()
    let unit = UInt32(truncatingIfNeeded: value < 0 ? value + 65_536 : value)
    toSkip = 0
    defer { toSkip = group.fallback }
    if (0xD800..<0xDC00).contains(unit) {
      highSurrogate = unit
      return
    }
    var scalar = unit
    if (0xDC00..<0xE000).contains(unit), highSurrogate != 0 { scalar = 0x10000 + (highSurrogate - 0xD800) << 10 + (unit - 0xDC00) }
    highSurrogate = 0
    // Fonts of symbols have their signs in the private range.
    guard !(0xF000...0xF0FF).contains(scalar) else { return }
    var text: [UInt8] = []
    UTF8Scalar.append(Unicode.Scalar(scalar) ?? "\u{FFFD}", to: &text)
    put(text)
  }

  mutating func turn(hidden: Bool) {
    flush()
    group.isHidden = hidden
  }

  mutating func setFont(_ font: Int) {
    flush()
    group.font = font
  }

  /// Does something to the blocks where the text is part of the document.
  mutating func end(_ change: (inout RichTextBlocks) -> Void) {
    flush()
    toSkip = 0
    if group.sink == .body || group.sink == .footnote { change(&body) }
  }
}
