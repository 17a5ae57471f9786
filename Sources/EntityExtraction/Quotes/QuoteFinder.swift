import RegulatoryModel

/// Finds quotations with their speakers: `“…,” said Gary Gensler, chair of the SEC`, `Sen. Elizabeth Warren wrote: “…”`.
///
/// Only quotations of a few words with a verb of speech beside them count; titles and scare quotes don't.
struct QuoteFinder {
  private let scan: TextScan
  private let names: SpeakerReader

  /// The least and the most that a quotation may hold, in bytes.
  private static let lengths = 20...4000

  static let speechVerbs = WordSet([
    "said", "says", "told", "tells", "wrote", "writes", "added", "adds", "tweeted", "posted", "stated", "states", "argued", "argues",
    "noted",
    "notes", "warned", "warns", "explained", "explains", "testified", "asked", "asks", "replied", "commented", "announced", "declared",
    "insisted",
    "continued", "remarked", "cautioned", "claimed", "recalled", "concluded", "acknowledged", "emphasized", "emphasised", "stressed",
    "observed",
  ])

  init(_ scan: TextScan) {
    self.scan = scan
    names = SpeakerReader(scan)
  }

  func find() -> [Quote] {
    var quotes: [Quote] = []
    var last: SpeakerReader.Speaker?
    var previousEnd = 0
    for marks in quotations() {
      let inside = marks.inside
      guard Self.lengths.contains(inside.count), !scan.isAside(inside.lowerBound), hasSpaces(inside) else { continue }
      let paragraph = scan.paragraph(at: inside.lowerBound)
      var found: (speaker: SpeakerReader.Speaker, rule: QuoteRule)?
      if let speaker = names.speaker(after: marks.outside.upperBound, limit: paragraph.upperBound) {
        found = (speaker, .speakerAfter)
      } else if let speaker = names.speaker(before: marks.outside.lowerBound, limit: max(paragraph.lowerBound, previousEnd)) {
        found = (speaker, .speakerBefore)
      } else if let last, names.isPronounSpeaking(around: marks.outside, paragraph) {
        found = (last, .speakerContinues)
      }
      previousEnd = marks.outside.upperBound
      guard let found else { continue }
      last = found.speaker
      quotes.append(
        Quote(speaker: found.speaker.name, role: found.speaker.role, text: text(inside), span: marks.outside, rule: found.rule.id))
    }
    return quotes
  }

  /// The quoted words without the comma that belongs to the sentence around.
  private func text(_ inside: Range<Int>) -> String {
    var end = inside.upperBound
    while end > inside.lowerBound, LetterBytes.isBlank(scan[end - 1]) || scan[end - 1] == UInt8(ascii: ",") { end -= 1 }
    return scan.text(inside.lowerBound..<end)
  }

  private func hasSpaces(_ inside: Range<Int>) -> Bool {
    var blanks = 0
    for position in inside where LetterBytes.isBlank(scan[position]) {
      blanks += 1
      if blanks >= 3 { return true }
    }
    return false
  }

  // MARK: Quotation marks

  /// Pairs of marks within a paragraph, in order; one that isn't closed goes to the paragraph's end.
  private func quotations() -> [(inside: Range<Int>, outside: Range<Int>)] {
    scan.bytes.withUnsafeBufferPointer { quotations(in: $0) }
  }

  private func quotations(in bytes: UnsafeBufferPointer<UInt8>) -> [(inside: Range<Int>, outside: Range<Int>)] {
    var found: [(Range<Int>, Range<Int>)] = []
    for paragraph in scan.paragraphs {
      var open: (outer: Int, inner: Int)?
      var position = paragraph.lowerBound
      while position < paragraph.upperBound {
        position = ByteSearch.first(in: bytes, from: position, to: paragraph.upperBound) {
          ByteSearch.marks($0, 34) | ByteSearch.marks($0, 0xE2)
        }
        guard position < paragraph.upperBound else { break }
        let byte = bytes[position]
        if byte == 34 {
          if let start = open {
            found.append((start.inner..<position, start.outer..<position + 1))
            open = nil
          } else if opensStraight(position, paragraph) {
            open = (position, position + 1)
          }
        } else if byte == 0xE2, scan[position + 1] == 0x80 {
          if scan[position + 2] == 0x9C {
            if open == nil { open = (position, position + 3) }
          } else if scan[position + 2] == 0x9D, let start = open {
            found.append((start.inner..<position, start.outer..<position + 3))
            open = nil
          }
          position += 2
        }
        position += 1
      }
      if let start = open, scan[start.outer] == 0xE2 {
        found.append((start.inner..<paragraph.upperBound, start.outer..<paragraph.upperBound))
      }
    }
    return found
  }

  private func opensStraight(_ position: Int, _ paragraph: Range<Int>) -> Bool {
    let isAfterBlank =
      position == paragraph.lowerBound || LetterBytes.isBlank(scan[position - 1]) || scan[position - 1] == 40 || scan[position - 1] == 0x94
    return isAfterBlank && !LetterBytes.isBlank(scan[position + 1])
  }
}
