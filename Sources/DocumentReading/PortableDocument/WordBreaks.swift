/// Tells whether a hyphen at the end of a line parts one word ("regula-tion") or joins two ("crypto-asset"), by the document's own words.
struct WordBreaks {
  private var known: Set<UInt64> = []

  init(_ pages: [PageLayout]) {
    var total = 0
    for page in pages {
      for line in page.lines {
        total += line.text.count
        guard total < Self.mostBytes else { return }
        add(line.bytes)
      }
    }
  }

  /// Of the words of so much text something is learned; the rest of a longer one has hardly others.
  private static let mostBytes = 4 << 20

  private mutating func add(_ line: Bytes) {
    for word in line.words {
      let core = Self.core(word)
      if core.last == 0x2D || core.isEmpty { continue }
      known.insert(Self.hash(core, []))
      // "asset" of "crypto-asset" is a word as well.
      if core.contains(0x2D) { for part in core.split(separator: 0x2D) { known.insert(Self.hash(part, [])) } }
    }
  }

  /// Whether the hyphen at the end of `line` stays when `next` is put right behind it; nil where the line ends in no such hyphen.
  func keepsHyphen(_ line: Bytes, before next: Bytes) -> Bool? {
    guard line.last == 0x2D, line.count >= 2, line[line.endIndex - 2].isWordByte, let first = next.first, first.isWordByte else {
      return nil
    }
    // "Anti-" + "Money", "20-" + "day".
    guard first.isLowercase, line[line.endIndex - 2].isLowercase else { return true }
    let before = Self.core((line.words.last ?? line).dropLast())
    let after = Self.core(next.words.first ?? next)
    if known.contains(Self.hash(before, after)) { return false }
    if known.contains(Self.hash(before + [0x2D], after)) { return true }
    // Of "know-your-" the last part counts.
    let part = before.suffix { $0 != 0x2D }
    if part.count < before.count { return true }
    return part.count >= 3 && known.contains(Self.hash(part, [])) && known.contains(Self.hash(after, []))
  }

  private static func core(_ word: Bytes) -> Bytes {
    var word = word
    while let first = word.first, !first.isWordByte { word = word.dropFirst() }
    while let last = word.last, !last.isWordByte, last != 0x2D { word = word.dropLast() }
    return word
  }

  /// FNV-1a of both parts in small letters.
  private static func hash(_ first: Bytes, _ second: Bytes) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in [first, second] {
      for byte in part { hash = (hash ^ UInt64(byte.lowered)) &* 0x100_0000_01B3 }
    }
    return hash
  }
}
