import RegulatoryModel

/// Finds bodies that are named by country and task alone: "Kenya’s central bank", "the Thai finance ministry", "the central bank of
/// Jordan", "attorneys general of New York and Texas".
///
/// Only where the tables know exactly one body of that country with that task.
struct CountryRoleFinder {
  private let lexicon: Lexicon
  private let scan: TextScan
  private let evidence: StoryEvidence

  init(_ evidence: StoryEvidence) {
    lexicon = evidence.lexicon
    scan = evidence.scan
    self.evidence = evidence
  }

  /// Words that name a task, and the role they tell.
  private static let roles: [(words: StaticString, role: AgencyRow.Role)] = [
    ("central bank", .centralBank), ("finance ministry", .financeMinistry), ("ministry of finance", .financeMinistry),
    ("finance minister", .financeMinistry), ("minister of finance", .financeMinistry), ("tax authority", .tax), ("tax agency", .tax),
    ("tax office", .tax), ("attorney general", .attorneyGeneral),
  ]

  /// The agencies found, as rows with the places.
  func find() -> [(agency: Int, span: Range<Int>)] {
    var found: [(Int, Range<Int>)] = []
    for mention in evidence.countries where !mention.isImplied {
      if let (role, end) = roleAfter(mention), let agency = row(role, mention.country) {
        found.append((agency, mention.span.lowerBound..<end))
      }
      if let (role, start) = roleBefore(mention), let agency = row(role, mention.country) {
        found.append((agency, start..<mention.span.upperBound))
      }
    }
    return found + attorneysGeneral()
  }

  private func row(_ role: AgencyRow.Role, _ country: Int) -> Int? {
    let rows = lexicon.agencies(role: role, country: country)
    return rows.count == 1 ? rows[0] : nil
  }

  /// "Kenya's central bank", "the Kenyan central bank".
  private func roleAfter(_ mention: StoryEvidence.CountryMention) -> (role: AgencyRow.Role, end: Int)? {
    var position = mention.span.upperBound
    if scan[position] == 39 { position += 1 }
    if scan[position] == 0xE2, scan[position + 2] == 0x99 { position += 3 }
    if position > mention.span.upperBound, scan[position] == UInt8(ascii: "s") { position += 1 }
    guard LetterBytes.isBlank(scan[position]) else { return nil }
    return role(at: position + 1)
  }

  /// "the central bank of Kenya".
  private func roleBefore(_ mention: StoryEvidence.CountryMention) -> (role: AgencyRow.Role, start: Int)? {
    guard var word = scan.word(before: mention.span.lowerBound) else { return nil }
    if scan.equals(word, "the"), let previous = scan.word(before: word.lowerBound) { word = previous }
    guard scan.equals(word, "of"), let last = scan.word(before: word.lowerBound) else { return nil }
    for (words, role) in Self.roles {
      let start = last.upperBound - words.utf8CodeUnitCount
      if scan.reads(words, at: start), !scan.isWord(at: start - 1) { return (role, start) }
    }
    return nil
  }

  private func role(at start: Int) -> (role: AgencyRow.Role, end: Int)? {
    for (words, role) in Self.roles where scan.reads(words, at: start) {
      let end = start + words.utf8CodeUnitCount
      return scan.isWord(at: end) ? nil : (role, end)
    }
    return nil
  }

  /// "attorneys general of New York, California and Texas", "the New York and California attorneys general".
  private func attorneysGeneral() -> [(Int, Range<Int>)] {
    guard let cue = lexicon.cues.attorneysGeneral, evidence.cueCounts[Int(cue)] > 0 else { return [] }
    var found: [(Int, Range<Int>)] = []
    for hit in scan.cueHits where hit.cue == cue {
      let near = scan.window(around: hit.span).sentence
      let mentions = evidence.countries[evidence.indices(of: near)].filter { !$0.isImplied }
      var end = hit.span.upperBound
      for word: StaticString in [" of the states of ", " of ", " from ", " in ", " for "] where scan.reads(word, at: end) {
        end += word.utf8CodeUnitCount - 1
        break
      }
      for mention in mentions where mention.span.lowerBound >= end {
        guard isList(end..<mention.span.lowerBound) else { break }
        if let agency = row(.attorneyGeneral, mention.country) { found.append((agency, mention.span)) }
        end = mention.span.upperBound
      }
      var start = hit.span.lowerBound
      for mention in mentions.reversed() where mention.span.upperBound <= start {
        guard isList(mention.span.upperBound..<start) else { break }
        if let agency = row(.attorneyGeneral, mention.country) { found.append((agency, mention.span)) }
        start = mention.span.lowerBound
      }
    }
    return found
  }

  /// Whether only what joins the items of a list stands in the range.
  private func isList(_ range: Range<Int>) -> Bool {
    guard range.count <= 12 else { return false }
    var isList = true
    for position in range where LetterBytes.isLetter(scan[position]) {
      if !"andorthes".utf8.contains(LetterBytes.folded(scan[position])) { isList = false }
    }
    return isList
  }
}
