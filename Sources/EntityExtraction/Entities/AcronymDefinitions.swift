import RegulatoryModel

/// The story's own definitions of short names: "Financial Crimes Enforcement Network (FinCEN)", "the Securities and Exchange
/// Commission (the “SEC”)", "Southeastern Conference (SEC)".
///
/// A definition holds for the whole story: for the thing that stands before the brackets, and against every other.
struct AcronymDefinitions {
  enum Meaning: Equatable {
    /// It is this thing of the lexicon.
    case row(RowKey)
    /// It is something that the lexicon doesn't know.
    case somethingElse
  }

  private var meanings: [String: Meaning] = [:]

  init(_ scan: TextScan) {
    for (index, hit) in scan.hits.enumerated() {
      // What follows is told by a byte, what stands before takes some reading.
      guard Self.closesDefinition(hit.span.upperBound, scan), let bracket = Self.openingBracket(before: hit.span.lowerBound, scan) else {
        continue
      }
      let short = scan.text(hit.span)
      guard short.utf8.count <= 12, meanings[short] == nil || meanings[short] == .somethingElse else { continue }
      if let meaning = Self.meaning(of: hit, before: bracket, previous: scan.hits[..<index], scan) { meanings[short] = meaning }
    }
  }

  var isEmpty: Bool { meanings.isEmpty }

  /// What the story defines a name to be; nil where it doesn't define it.
  func meaning(of name: String) -> Meaning? { meanings[name] }

  /// The offset of the bracket in `(SEC`, `(the “SEC`, `("SEC`, `(or SEC`.
  private static func openingBracket(before start: Int, _ scan: TextScan) -> Int? {
    var position = start
    func skipMarks() {
      while position > 0, start - position < 24 {
        let byte = scan[position - 1]
        if byte == 34 || byte == 39 || byte == 32 || byte == 42 || byte == 95 { position -= 1; continue }
        if byte == 0x9C || byte == 0x98, scan[position - 2] == 0x80, scan[position - 3] == 0xE2 { position -= 3; continue }
        return
      }
    }
    skipMarks()
    for word: StaticString in ["the", "or", "known as", "hereafter"] {
      let count = word.utf8CodeUnitCount
      if scan.reads(word, at: position - count), !scan.isWord(at: position - count - 1) {
        position -= count
        skipMarks()
        break
      }
    }
    return scan[position - 1] == UInt8(ascii: "(") || scan[position - 1] == UInt8(ascii: "[") ? position - 1 : nil
  }

  /// Whether `)`, `”)`, ` or the Commission)`, `, the agency)`, `; docket …)` follows.
  private static func closesDefinition(_ end: Int, _ scan: TextScan) -> Bool {
    var position = end
    while position < end + 8 {
      switch scan[position] {
      case 34, 39, 44, 59, 42, 95: position += 1
      case 0xE2: position += 3
      case UInt8(ascii: ")"), UInt8(ascii: "]"): return true
      case 32: return scan.reads("or ", at: position + 1) || scan.reads("and ", at: position + 1) || position > end
      default: return false
      }
    }
    return false
  }

  private static func meaning(of hit: AliasHit, before bracket: Int, previous: ArraySlice<AliasHit>, _ scan: TextScan) -> Meaning? {
    var end = bracket
    while end > 0, LetterBytes.isBlank(scan[end - 1]) || scan[end - 1] == 34 || scan[end - 1] == 42 { end -= 1 }
    // A name of the lexicon right before it, perhaps with a genitive or a comma.
    if let last = previous.last, end - last.span.upperBound <= 4, last.span.upperBound <= end {
      let shared = hit.targets.filter { target in last.targets.contains { $0.kind == target.kind && $0.index == target.index } }
      if shared.count == 1 { return .row(RowKey(shared[0])) }
      // "Financial Services Commission (FSC)": the country tells which.
      if shared.count > 1 { return nil }
      if !last.targets.contains(where: { $0.kind == .country }), spells(hit.span, phraseEndingAt: end, scan) {
        return .somethingElse
      }
    }
    // "Pakistan’s Securities and Exchange Commission of Pakistan (SECP)": the name begins before and is read with its owner.
    if let near = previous.suffix(3).first(where: { near in
      near.span.count >= 12 && end - near.span.upperBound < 40 && sharesRow(near, hit)
    }) {
      let row = hit.targets.first { target in near.targets.contains { RowKey($0) == RowKey(target) } }
      return row.map { .row(RowKey($0)) }
    }
    // A longer name whose end isn't listed ("Securities and Exchange Commission of Brazil (CVM)") says nothing.
    return spells(hit.span, phraseEndingAt: end, scan) ? .somethingElse : nil
  }

  private static func sharesRow(_ one: AliasHit, _ other: AliasHit) -> Bool {
    other.targets.contains { target in one.targets.contains { RowKey($0) == RowKey(target) } }
  }

  /// Whether the capitalised words before the bracket spell the short name by their letters, beginning with its first.
  private static func spells(_ short: Range<Int>, phraseEndingAt end: Int, _ scan: TextScan) -> Bool {
    var starts: [Int] = []
    var cursor = end
    // "Inc.", "Corp.,"
    while cursor > 0, scan[cursor - 1] == UInt8(ascii: ".") || scan[cursor - 1] == UInt8(ascii: ",") { cursor -= 1 }
    while starts.count < 9, let word = scan.word(before: cursor) {
      if scan.isCapitalised(at: word.lowerBound) {
        starts.append(word.lowerBound)
      } else if !scan.equals(word, "of") && !scan.equals(word, "and") && !scan.equals(word, "the") && !scan.equals(word, "for") {
        break
      }
      cursor = word.lowerBound
      if scan[cursor - 1] == UInt8(ascii: "-") || scan[cursor - 1] == UInt8(ascii: "&") { cursor -= 1 }
    }
    let letters = scan.bytes[short].filter(LetterBytes.isLetter).map(LetterBytes.folded)
    if starts.isEmpty { return spellsInSmallLetters(letters, phraseEndingAt: cursor, scan) }
    guard letters.count >= 2, starts.count >= 2, let first = letters.first else { return false }
    // Each start of the phrase whose word begins with the first letter.
    for start in starts where LetterBytes.folded(scan[start]) == first {
      var letter = 0
      var position = start
      while position < end, letter < letters.count {
        if LetterBytes.folded(scan[position]) == letters[letter] { letter += 1 }
        position += 1
      }
      if letter == letters.count { return true }
    }
    return false
  }

  /// "size-exclusion chromatography (SEC)", "barrel of oil equivalent (BOE)": each letter begins a word, to the first.
  private static func spellsInSmallLetters(_ letters: [UInt8], phraseEndingAt end: Int, _ scan: TextScan) -> Bool {
    guard letters.count >= 3 else { return false }
    var cursor = end
    var left = letters[...]
    for _ in 0..<(letters.count + 2) {
      guard let letter = left.last, let word = scan.word(before: cursor) else { break }
      if LetterBytes.folded(scan[word.lowerBound]) == letter {
        left.removeLast()
      } else if !scan.equals(word, "of") && !scan.equals(word, "and") && !scan.equals(word, "the") && !scan.equals(word, "for") {
        return false
      }
      cursor = word.lowerBound
      if scan[cursor - 1] == UInt8(ascii: "-") { cursor -= 1 }
    }
    return left.isEmpty
  }
}
