/// Reads who speaks, beside a quotation.
struct SpeakerReader {
  struct Speaker: Equatable {
    var name: String
    var role: String?
  }

  private let scan: TextScan
  init(_ scan: TextScan) { self.scan = scan }

  /// Words with capitals that no name begins with.
  private static let noNames = WordSet([
    "the", "a", "an", "he", "she", "they", "it", "we", "i", "you", "in", "on", "at", "but", "and", "this", "that", "these", "those", "his",
    "her",
    "their", "its", "according", "as", "when", "while", "after", "before", "if", "so", "then", "there", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october",
    "november", "december", "one", "both", "some", "many", "officials", "lawyers", "no", "yes",
  ])
  /// Words with capitals before a name that tell what the person is.
  private static let titles = WordSet([
    "sen", "sens", "senator", "rep", "reps", "representative", "congressman", "congresswoman", "chair", "chairman", "chairwoman",
    "commissioner",
    "secretary", "director", "governor", "president", "ceo", "cfo", "coo", "attorney", "general", "judge", "justice", "minister", "mr",
    "mrs", "ms",
    "dr", "prof", "professor", "deputy", "acting", "under", "undersecretary", "assistant", "chief", "founder", "co-founder",
    "superintendent",
    "comptroller", "counsel", "officer", "analyst", "economist", "spokesperson", "spokesman", "spokeswoman", "lord", "sir", "majority",
    "leader",
    "speaker", "executive", "head", "managing", "vice", "gov", "treasurer", "inspector", "prosecutor", "member", "ranking", "special",
    "agent",
    "sec", "cftc", "fed", "treasury", "fca", "fbi", "doj", "fdic", "occ", "irs", "u.s", "house", "senate", "minority", "policy", "legal",
    "financial",
    "federal", "reserve", "prime", "chancellor",
  ])

  // MARK: After

  /// `said Gary Gensler, chair of the SEC`; `Gensler said`.
  func speaker(after end: Int, limit: Int) -> Speaker? {
    guard let first = word(after: end, limit) else { return nil }
    if QuoteFinder.speechVerbs.contains(scan.bytes, first) {
      guard let next = word(after: first.upperBound, limit) else { return nil }
      return speaker(from: next, limit: limit)?.speaker
    }
    guard let found = speaker(from: first, limit: limit, readsRole: false) else { return nil }
    var position = found.end
    // "Gensler, chair of the SEC, said".
    if scan[position] == UInt8(ascii: ","), let (role, after) = insertion(position, limit) {
      position = after
      guard let verb = word(after: position, limit), QuoteFinder.speechVerbs.contains(scan.bytes, verb) else { return nil }
      return Speaker(name: found.speaker.name, role: found.speaker.role ?? role)
    }
    guard let verb = word(after: position, limit), QuoteFinder.speechVerbs.contains(scan.bytes, verb) else { return nil }
    return found.speaker
  }

  private func word(after offset: Int, _ limit: Int) -> Range<Int>? {
    var start = offset
    if scan[start] == UInt8(ascii: ",") || scan[start] == UInt8(ascii: ".") { start += 1 }
    guard let word = scan.word(after: start), word.upperBound <= limit else { return nil }
    return word
  }

  /// A name that begins with this word, perhaps after titles, and the role beside it.
  private func speaker(from first: Range<Int>, limit: Int, readsRole: Bool = true) -> (speaker: Speaker, end: Int)? {
    var word = first
    if scan.equals(word, "the"), let next = scan.word(after: word.upperBound), next.upperBound <= limit { word = next }
    // An agency or an exchange may speak.
    if let hit = scan.hits(in: word.lowerBound..<word.lowerBound + 1).first,
      hit.targets.contains(where: { $0.kind == .agency || $0.kind == .exchange }),
      !nameFollows(hit.span.upperBound, limit)
    {
      return (Speaker(name: scan.text(hit.span), role: nil), hit.span.upperBound)
    }
    guard scan.isCapitalised(at: word.lowerBound), !Self.noNames.contains(scan.bytes, word) else { return nil }
    var role: Range<Int>?
    var name: Range<Int>?
    var words = 0
    while words < 9, scan.isCapitalised(at: word.lowerBound) || isParticle(word, after: name) {
      if name == nil, Self.titles.contains(scan.bytes, word) {
        role = (role?.lowerBound ?? word.lowerBound)..<word.upperBound
      } else {
        name = (name?.lowerBound ?? word.lowerBound)..<word.upperBound
      }
      words += 1
      var end = word.upperBound
      // Initials and "Sen.".
      if scan[end] == UInt8(ascii: "."), word.count <= 4 { end += 1 }
      if scan[end] == UInt8(ascii: "-") || scan[end] == 39 { end += 1 } else if scan[end] == 0xE2, scan[end + 2] == 0x99 { end += 3 }
      guard scan[end] == 32 || scan[end] == 10 || scan.isWord(at: end), let next = scan.word(after: end), next.upperBound <= limit else {
        break
      }
      if QuoteFinder.speechVerbs.contains(scan.bytes, next) { break }
      word = next
    }
    guard let name, name.count >= 3 else { return nil }
    var spoken = Speaker(name: scan.text(name), role: role.map(scan.text))
    var end = name.upperBound
    if readsRole, scan[end] == UInt8(ascii: ","), let (text, after) = insertion(end, limit) {
      spoken.role = spoken.role.map { $0 + ", " + text } ?? text
      end = after
    }
    return (spoken, end)
  }

  private func nameFollows(_ end: Int, _ limit: Int) -> Bool {
    guard scan[end] == 32, let next = scan.word(after: end), next.upperBound <= limit else { return false }
    return scan.isCapitalised(at: next.lowerBound)
  }

  private func isParticle(_ word: Range<Int>, after name: Range<Int>?) -> Bool {
    guard name != nil else { return false }
    return ["de", "van", "der", "von", "bin", "al", "da", "la", "del"].contains {
      scan.reads($0, at: word.lowerBound) && $0.utf8.count == word.count
    }
  }

  /// `, chair of the SEC,` or `, chair of the SEC.`: what it says and where it ends.
  private func insertion(_ comma: Int, _ limit: Int) -> (text: String, end: Int)? {
    var end = comma + 1
    while end < limit, end - comma < 110 {
      let byte = scan[end]
      if byte == 44 || byte == 59 || byte == 40 || byte == 34 { break }
      if byte == 46, end + 1 >= limit || LetterBytes.isBlank(scan[end + 1]) { break }
      if byte == 0xE2, scan[end + 1] == 0x80, scan[end + 2] == 0x9C || scan[end + 2] == 0x94 { break }
      end += 1
    }
    let text = scan.text(comma + 1..<end).drop { $0 == " " }
    guard text.utf8.count >= 4, end - comma < 110, isRole(comma + 1) else { return nil }
    return (String(text), scan[end] == 44 ? end + 1 : end)
  }

  /// Whether an insertion tells what a person is: it begins with an article, a title, or a small-lettered noun, not with a clause.
  private func isRole(_ start: Int) -> Bool {
    guard let word = scan.word(after: start) else { return false }
    if scan.equals(word, "a") || scan.equals(word, "an") || scan.equals(word, "the") || Self.titles.contains(scan.bytes, word) {
      return true
    }
    if scan.hits(in: word.lowerBound..<word.lowerBound + 1).contains(where: {
      $0.targets.contains { $0.kind == .agency || $0.kind == .exchange || $0.kind == .country }
    }) {
      return true
    }
    // "D-Mass.", "R-N.C."
    return word.count == 1 && scan[word.upperBound] == UInt8(ascii: "-")
  }

  // MARK: Before

  /// `Gary Gensler said, `; `Warren wrote in a letter: `.
  func speaker(before start: Int, limit: Int) -> Speaker? {
    var position = start
    while position > limit, LetterBytes.isBlank(scan[position - 1]) { position -= 1 }
    let mark = scan[position - 1]
    guard position > limit, mark == UInt8(ascii: ",") || mark == UInt8(ascii: ":") else { return nil }
    // The verb may be followed by where or to whom: "told reporters on Monday".
    var cursor = position - 1
    for _ in 0..<(mark == UInt8(ascii: ":") ? 12 : 6) {
      guard let word = scan.word(before: cursor), word.lowerBound >= limit else { return nil }
      if QuoteFinder.speechVerbs.contains(scan.bytes, word) { return name(before: word.lowerBound, limit: limit) }
      cursor = word.lowerBound
    }
    return nil
  }

  private func name(before end: Int, limit: Int) -> Speaker? {
    var cursor = end
    var role: String?
    // "Gensler, chair of the SEC, said".
    var comma = end
    while comma > limit, LetterBytes.isBlank(scan[comma - 1]) { comma -= 1 }
    if scan[comma - 1] == UInt8(ascii: ",") {
      var open = comma - 2
      while open > limit, comma - open < 110, scan[open] != UInt8(ascii: ",") { open -= 1 }
      guard scan[open] == UInt8(ascii: ","), let (text, _) = insertion(open, comma) else { return nil }
      role = text
      cursor = open
    }
    var start = cursor
    for _ in 0..<6 {
      guard let word = wordOrInitial(before: start), word.lowerBound >= limit,
        scan.isCapitalised(at: word.lowerBound) || isParticle(word, after: word),
        !Self.noNames.contains(scan.bytes, word)
      else { break }
      start = word.lowerBound
    }
    while start < cursor, let first = scan.word(after: start), !scan.isCapitalised(at: first.lowerBound), first.upperBound < cursor {
      start = first.upperBound
    }
    guard start < cursor, let first = scan.word(after: start), let found = speaker(from: first, limit: cursor, readsRole: false) else {
      return nil
    }
    return Speaker(name: found.speaker.name, role: found.speaker.role ?? role)
  }

  /// The word before, also where a full stop ends it ("Gary B. Gensler", "Sen. Warren").
  private func wordOrInitial(before offset: Int) -> Range<Int>? {
    if let word = scan.word(before: offset) { return word }
    var end = offset
    while end > 0, LetterBytes.isBlank(scan[end - 1]) { end -= 1 }
    guard scan[end - 1] == UInt8(ascii: "."), let word = scan.word(before: end - 1), word.upperBound == end - 1, word.count <= 3 else {
      return nil
    }
    return word
  }

  // MARK: Pronouns

  /// `he said` after the quotation, or `she added: ` before it.
  func isPronounSpeaking(around quotation: Range<Int>, _ paragraph: Range<Int>) -> Bool {
    if let first = word(after: quotation.upperBound, paragraph.upperBound) {
      if isPronoun(first), let verb = word(after: first.upperBound, paragraph.upperBound),
        QuoteFinder.speechVerbs.contains(scan.bytes, verb)
      {
        return true
      }
      if QuoteFinder.speechVerbs.contains(scan.bytes, first), let next = word(after: first.upperBound, paragraph.upperBound),
        isPronoun(next)
      {
        return true
      }
    }
    var position = quotation.lowerBound
    while position > paragraph.lowerBound, LetterBytes.isBlank(scan[position - 1]) { position -= 1 }
    guard position > paragraph.lowerBound, scan[position - 1] == 44 || scan[position - 1] == 58, let verb = scan.word(before: position - 1),
      QuoteFinder.speechVerbs.contains(scan.bytes, verb), let subject = scan.word(before: verb.lowerBound)
    else { return false }
    return isPronoun(subject)
  }

  private func isPronoun(_ word: Range<Int>) -> Bool { scan.equals(word, "he") || scan.equals(word, "she") }
}
