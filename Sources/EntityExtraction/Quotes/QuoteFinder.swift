import RegulatoryModel

/// Finds quotations with their speakers: `“…,” said Gary Gensler, chair of the SEC`, `Sen. Elizabeth Warren wrote: “…”`.
///
/// Only quotations of a few words with a verb of speech beside them count; titles and scare quotes don't.
struct QuoteFinder {
  private let words: StoryWords
  private let scan: TextScan
  private let speakers: SpeakerReader

  /// The least and the most that a quotation may hold, in bytes.
  private static let lengths = 12...6000

  init(_ words: StoryWords) {
    self.words = words
    scan = words.scan
    speakers = SpeakerReader(words)
  }

  /// What the next quotation may go on from.
  private struct Previous {
    var said: SpeakerReader.Attribution
    /// The token after the words that name the speaker; nil where they stood before the quotation.
    var end: Int?
    /// Where it stands, to tell which of two speakers was named last.
    var token: Int
  }

  func find() -> [Quote] {
    var quotes: [Quote] = []
    var previous: Previous?
    var previousEnd = 0
    var bytes = 0
    QuotationMarks.forEach(in: scan) { quotation in
      guard quotes.count < PlaceLimits.ofQuotes, bytes < PlaceLimits.ofQuotedBytes else { return scan.cut() }
      let tokens = words.tokens(in: quotation.outside)
      guard let first = quotation.pieces.first, let last = quotation.pieces.last, !tokens.isEmpty else { return }
      let opening = scan.paragraph(at: first.lowerBound)
      let closing = scan.paragraph(at: last.lowerBound)
      let limits = Range.from(max(words.tokens(in: opening).lowerBound, previousEnd), to: words.tokens(in: closing).upperBound)
      previousEnd = tokens.upperBound
      var found: (said: SpeakerReader.Attribution, rule: QuoteRule, end: Int?)?
      let isShort = isPartial(first) && !hasSpaces(first)
      // "He called it “rat poison,” Strand recalled": whose words they are, the words before tell.
      let isOthers = isPartial(first) && speakers.attribution(before: tokens.lowerBound, limit: limits.lowerBound, isPartial: true) != nil
      if quotation.isClosed, !isShort, !isOthers,
        let said = speakers.attribution(after: tokens.upperBound, limit: limits.upperBound, ending: ending(last))
      {
        found = (said, .speakerAfter, said.end)
      } else if let said = speakers.attribution(before: tokens.lowerBound, limit: limits.lowerBound, isPartial: isPartial(first)) {
        found = (said, .speakerBefore, nil)
      } else if let before = previous, let end = before.end, let verb = speakers.participle(before: tokens.lowerBound, from: end) {
        found = (before.said, .speakerContinues, end)
        found?.said.verb = verb
      } else if let said = introduced(tokens.lowerBound, opening) {
        found = (said, .speakerBefore, nil)
      } else if let before = previous, let end = before.end, goesOn(from: end, to: tokens.lowerBound, isPartial: isPartial(first)) {
        found = (before.said, .speakerContinues, end)
      }
      guard var (said, rule, end) = found else { return }
      if said.isPronoun {
        guard let person = person(before: tokens.lowerBound, previous) else { return }
        said.name = person.name
        said.role = person.role
        said.isPronoun = false
        said.isPerson = true
        rule = .speakerContinues
      }
      if rule != .speakerContinues || end != previous?.end { end = end.map { max($0, tokens.upperBound) } }
      previous = Previous(said: said, end: rule == .speakerContinues && end == previous?.end ? nil : end, token: tokens.lowerBound)
      let length = quotation.pieces.reduce(0) { $0 + $1.count }
      guard Self.lengths.contains(length), hasSpaces(first) else { return }
      bytes += length
      quotes.append(
        Quote(speaker: said.name, role: said.role, verb: said.verb, text: text(quotation), span: quotation.outside, rule: rule.id))
    }
    return quotes
  }

  /// The quoted words without the comma that belongs to the sentence around; paragraphs are joined with a blank.
  private func text(_ quotation: QuotationMarks.Quotation) -> String {
    quotation.pieces.map { piece in
      var (low, end) = (piece.lowerBound, piece.upperBound)
      while end > low, LetterBytes.isBlank(scan[end - 1]) || scan[end - 1] == UInt8(ascii: ",") { end -= 1 }
      while end - low > 2, scan[end - 1] == 0xA0, scan[end - 2] == 0xC2 { end -= 2 }
      while end - low > 2, scan[low] == 0xC2, scan[low + 1] == 0xA0 { low += 2 }
      return scan.text(low..<end)
    }.joined(separator: " ")
  }

  private func hasSpaces(_ inside: Range<Int>) -> Bool {
    var blanks = 0
    for position in inside where LetterBytes.isBlank(scan[position]) {
      blanks += 1
      if blanks >= 3 { return true }
    }
    return false
  }

  /// The last mark of the quoted words: a full stop ends the sentence, so that no speaker follows.
  private func ending(_ piece: Range<Int>) -> UInt8 {
    var end = piece.upperBound
    while end > piece.lowerBound, LetterBytes.isBlank(scan[end - 1]) { end -= 1 }
    // "… today.’”": behind the mark that closes a quotation within.
    if end - piece.lowerBound > 3, scan[end - 1] == 0x99, scan[end - 2] == 0x80 { end -= 3 }
    return scan[end - 1]
  }

  /// Whether the quoted words are a part of the sentence around: they begin with a small letter.
  private func isPartial(_ piece: Range<Int>) -> Bool {
    LetterBytes.isLower(scan[piece.lowerBound]) || LetterBytes.isDigit(scan[piece.lowerBound])
  }

  /// "Leo Marsh said in a statement:" as a paragraph of its own.
  private func introduced(_ token: Int, _ paragraph: Range<Int>) -> SpeakerReader.Attribution? {
    guard token > 1, words.isMark(token - 1, ":"), words.tokens[token].span.lowerBound == paragraph.lowerBound else { return nil }
    return speakers.attribution(before: token, limit: max(words.sentence(of: token - 1).lowerBound, token - 40), isPartial: false)
  }

  /// Whether between the words that name a speaker and the next quotation nothing else is told: `…,” said X. “…`, `…,” said X, “…`.
  private func goesOn(from end: Int, to token: Int, isPartial: Bool) -> Bool {
    guard end <= token, token - end < 24, token < words.tokens.count, end < words.tokens.count,
      words.paragraph(of: end) == words.paragraph(of: token)
    else {
      return false
    }
    // It begins its sentence, or goes on behind the comma.
    let begins = words.sentence(of: token).lowerBound == token || words.isMark(token - 1, ".")
    guard begins ? !isPartial : words.isMark(token - 1, ",") else { return false }
    let from = words.sentenceOfToken[max(0, end - 1)]
    return words.sentenceOfToken[token] - from <= 1
  }

  /// Whom "he" or "she" means: the person who spoke or was named last.
  private func person(before token: Int, _ previous: Previous?) -> (name: String, role: String?)? {
    let paragraph = words.paragraph(of: token)
    var sentence = Int(words.sentenceOfToken[token])
    var steps = 0
    while sentence >= 0, steps < 5, paragraph - words.sentences[sentence].paragraph <= 1 {
      let start = words.sentences[sentence].range.lowerBound
      if let previous, previous.said.isPerson, previous.token >= start { return (previous.said.name, previous.said.role) }
      if start < token,
        let person = speakers.personSpeaking(in: start..<min(token, words.sentences[sentence].range.upperBound))
          ?? speakers.personActing(at: start)
      {
        return (person.name, person.role)
      }
      sentence -= 1
      steps += 1
    }
    if let previous, previous.said.isPerson, paragraph - words.paragraph(of: previous.token) <= 2 {
      return (previous.said.name, previous.said.role)
    }
    return nil
  }
}
