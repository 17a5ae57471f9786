import RegulatoryModel

/// One story's text prepared for the rules: bytes, paragraphs, sentences, and every name of the lexicon in it.
///
/// A class because every rule holds it: as a value it would be copied, array by array, at each call.
package final class TextScan: @unchecked Sendable {
  // Unchecked for `copy`, which nobody writes to once it is filled, and for `isCut`: one call of `Extractor.findings` makes a scan and
  // hands it to no other thread.

  package let story: Story
  /// The UTF-8 bytes of `story.text`: what every offset counts.
  package let bytes: TextBytes
  /// In order, without blanks at either end; they never overlap.
  package let sentences: TextSpans
  /// In order, without blanks at either end.
  package let paragraphs: TextSpans
  /// What does not count as the story's own words: teasers, picture credits, footers. In order.
  package let asides: [Range<Int>]
  /// Names, by their start; of names that overlap only the longest. None stands in an aside or in an address.
  package let hits: [AliasHit]
  /// Cue words, by their end; they may overlap names and each other.
  let cueHits: [CueHit]

  /// Whether the story has more of something than is kept: see `PlaceLimits`.
  package private(set) var isCut: Bool

  /// Remembers that something is not kept.
  func cut() { isCut = true }

  /// The bytes where the scan has its own; nil where they are the caller's.
  private let copy: UnsafeMutableBufferPointer<UInt8>?

  /// A scan that stands by itself, with a copy of the text.
  package convenience init(_ story: Story, lexicon: Lexicon) {
    var text = story.text
    let copy = text.withUTF8 { text in
      let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
      _ = copy.initialize(from: text)
      return copy
    }
    self.init(story, UnsafeBufferPointer(copy), lexicon: lexicon, copy: copy)
  }

  /// - Parameter text: the bytes of the story's text. They must stay where they are as long as the scan lives.
  convenience init(_ story: Story, _ text: UnsafeBufferPointer<UInt8>, lexicon: Lexicon) {
    self.init(story, text, lexicon: lexicon, copy: nil)
  }

  private init(_ story: Story, _ text: UnsafeBufferPointer<UInt8>, lexicon: Lexicon, copy: UnsafeMutableBufferPointer<UInt8>?) {
    self.story = story
    self.copy = copy
    bytes = TextBytes(text)
    let splitter = SentenceSplitter(text)
    sentences = splitter.sentences
    paragraphs = splitter.paragraphs
    asides = AsideFinder(text, paragraphs: splitter.paragraphs).asides(with: story.asides)
    (hits, cueHits, isCut) = lexicon.matches(in: text, outside: asides)
  }

  deinit { copy?.deallocate() }

  // MARK: Where

  /// The sentence that holds the offset; between two, the next one; an empty range at the end where there is none.
  package func sentence(at offset: Int) -> Range<Int> { piece(sentences, at: offset) }
  package func paragraph(at offset: Int) -> Range<Int> { piece(paragraphs, at: offset) }

  /// The index in `sentences` of the one that holds the offset, or comes next after it.
  package func sentenceIndex(at offset: Int) -> Int { Self.firstIndex(sentences.count) { sentences[$0].upperBound > offset } }

  package func isAside(_ offset: Int) -> Bool {
    let index = Self.firstIndex(asides.count) { asides[$0].upperBound > offset }
    return index < asides.count && asides[index].contains(offset)
  }

  /// The names that begin within a range.
  package func hits(in range: Range<Int>) -> ArraySlice<AliasHit> {
    let low = Self.firstIndex(hits.count) { hits[$0].span.lowerBound >= range.lowerBound }
    let high = Self.firstIndex(hits.count) { hits[$0].span.lowerBound >= range.upperBound }
    return hits[low..<max(low, high)]
  }

  func cueHits(in range: Range<Int>) -> ArraySlice<CueHit> {
    let low = Self.firstIndex(cueHits.count) { cueHits[$0].span.upperBound > range.lowerBound }
    let high = Self.firstIndex(cueHits.count) { cueHits[$0].span.upperBound > range.upperBound }
    return cueHits[low..<max(low, high)]
  }

  private func piece(_ pieces: TextSpans, at offset: Int) -> Range<Int> {
    let index = Self.firstIndex(pieces.count) { pieces[$0].upperBound > offset }
    return index < pieces.count ? pieces[index] : bytes.count..<bytes.count
  }

  /// The first index for which `holds`, given that it holds for all later ones too.
  private static func firstIndex(_ count: Int, where holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  // MARK: What

  /// The text of a range, with runs of blanks as one space.
  package func text(_ range: Range<Int>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    for position in range {
      let byte = bytes[position]
      if !LetterBytes.isBlank(byte) { result.append(byte) } else if result.last != 32 { result.append(32) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The byte at an offset; 0 outside the text.
  package subscript(offset: Int) -> UInt8 { offset >= 0 && offset < bytes.count ? bytes[offset] : 0 }

  package func isCapitalised(at offset: Int) -> Bool {
    let byte = self[offset]
    return LetterBytes.isUpper(byte) || (byte == 0xC3 && (0x80...0x9E).contains(self[offset + 1]))
  }

  /// Whether a word (letters and digits, also beyond ASCII) goes on at this offset.
  package func isWord(at offset: Int) -> Bool {
    let byte = self[offset]
    if byte < 0x80 { return LetterBytes.isWord(byte) }
    var lead = offset
    while lead > 0, offset - lead < 3, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
    return LetterBytes.leadsLetter(bytes[lead])
  }

  /// The word that ends before `offset`, only blanks between; nil where a mark or the start comes first.
  package func word(before offset: Int) -> Range<Int>? {
    var end = offset
    while end > 0, offset - end < 80, LetterBytes.isBlank(bytes[end - 1]) { end -= 1 }
    var start = end
    while start > 0, end - start < 80, isWord(at: start - 1) { start -= 1 }
    return start < end ? start..<end : nil
  }

  /// The word that begins at or after `offset`, only blanks between.
  package func word(after offset: Int) -> Range<Int>? {
    var start = offset
    while start < bytes.count, start - offset < 80, LetterBytes.isBlank(bytes[start]) { start += 1 }
    var end = start
    while end < bytes.count, end - start < 80, isWord(at: end) { end += 1 }
    return start < end ? start..<end : nil
  }

  /// Whether the text at `offset` reads as the lower-case ASCII `word`, in any case. Word boundaries are the caller's.
  package func reads(_ word: StaticString, at offset: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard offset >= 0, offset + count <= bytes.count else { return false }
    return word.withUTF8Buffer { word in
      for index in 0..<count where LetterBytes.folded(bytes[offset + index]) != word[index] { return false }
      return true
    }
  }

  package func reads(_ word: String, at offset: Int) -> Bool {
    guard offset >= 0, offset + word.utf8.count <= bytes.count else { return false }
    var position = offset
    for byte in word.utf8 {
      if LetterBytes.folded(bytes[position]) != byte { return false }
      position += 1
    }
    return true
  }

  /// Whether a range is exactly the lower-case `word`, in any case.
  package func equals(_ range: Range<Int>, _ word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount && reads(word, at: range.lowerBound)
  }

  /// Whether one of the words stands, as a whole word, in the range.
  package func contains(_ words: WordSet, in range: Range<Int>) -> Bool {
    var found = false
    forEachWord(in: range) { word in
      if words.contains(bytes, word) { found = true }
      return !found
    }
    return found
  }

  /// Calls back for each word of a range until it answers false.
  package func forEachWord(in range: Range<Int>, _ body: (Range<Int>) -> Bool) {
    var position = range.lowerBound
    while position < range.upperBound {
      guard isWord(at: position) else {
        position += 1
        continue
      }
      let start = position
      while position < range.upperBound, isWord(at: position) { position += 1 }
      guard body(start..<position) else { return }
    }
  }
}

/// One place of a cue word.
struct CueHit: Hashable, Sendable {
  private var start: UInt32
  private var end: UInt32
  /// Its number in the lexicon's list of cues.
  var cue: Int32

  init(span: Range<Int>, cue: Int32) {
    start = UInt32(truncatingIfNeeded: span.lowerBound)
    end = UInt32(truncatingIfNeeded: span.upperBound)
    self.cue = cue
  }

  var span: Range<Int> { Range(uncheckedBounds: (Int(start), Int(end))) }
}
