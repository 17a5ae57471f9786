import RegulatoryModel

/// Tells whom an action was done to: an exchange, by its id, or somebody else, by name.
struct ActionTargets {
  private let scan: TextScan
  /// Every mention of an exchange, in order.
  private let exchanges: [(span: Range<Int>, id: String)]
  /// Adverbs and dates, which are no names though they may have capitals.
  private let skipped: WordSet

  private static let beforeNames = WordSet([
    "crypto", "cryptocurrency", "exchange", "the", "a", "an", "company", "firm", "platform", "giant", "operator", "founder", "former",
    "chief",
    "executive", "ceo", "of", "against", "with", "bitcoin", "trading", "digital", "asset", "its", "executives", "representatives", "from",
    "to",
    "developer", "issuer", "lender", "mixer", "service", "startup", "investment", "adviser", "broker", "co-founder", "rapper", "influencer",
  ])
  /// Nouns that, after "the", point back to the exchange named last.
  private static let backward = WordSet(["company", "firm", "exchange", "platform"])

  init(_ scan: TextScan, exchanges: [EntityFinding], skipped: WordSet) {
    self.scan = scan
    self.skipped = skipped
    self.exchanges = exchanges.flatMap { finding in finding.mentions.map { ($0.span, finding.id) } }.sorted {
      $0.0.lowerBound < $1.0.lowerBound
    }
  }

  /// The first exchange that begins in the range.
  func exchange(in range: Range<Int>) -> String? {
    let index = firstExchange(at: range.lowerBound)
    return index < exchanges.count && exchanges[index].span.lowerBound < range.upperBound ? exchanges[index].id : nil
  }

  /// The exchange or proper name that follows within a few words; for "the company" the exchange named last in the paragraph.
  func after(_ start: Int, _ sentence: Range<Int>) -> String? {
    var position = start
    for step in 0..<7 {
      guard let word = scan.word(after: scan[position] == 45 ? position + 1 : position), word.upperBound <= sentence.upperBound else {
        return nil
      }
      if let id = exchange(in: word.lowerBound..<word.lowerBound + 1) { return id }
      if scan[word.upperBound] == UInt8(ascii: "-"), scan.reads("based", at: word.upperBound + 1) {
        position = word.upperBound + 6
        continue
      }
      if scan.isCapitalised(at: word.lowerBound), !Self.beforeNames.contains(scan.bytes, word), !skipped.contains(scan.bytes, word) {
        return properName(from: word, sentence)
      }
      guard Self.beforeNames.contains(scan.bytes, word) else { return step == 2 ? named(before: start, by: position) : nil }
      position = word.upperBound
    }
    return nil
  }

  /// The exchange named last before an action whose object, "the company", ends at `end`.
  private func named(before start: Int, by end: Int) -> String? {
    guard let noun = scan.word(before: end), Self.backward.contains(scan.bytes, noun) else { return nil }
    let index = firstExchange(at: start) - 1
    let paragraph = scan.window(around: start..<start).paragraph
    return index >= 0 && exchanges[index].span.lowerBound >= paragraph.lowerBound ? exchanges[index].id : nil
  }

  /// The exchange, else the proper name, that ends right before; an exchange may stand a few words off.
  func before(_ end: Int, _ sentence: Range<Int>) -> String? {
    let index = firstExchange(at: end) - 1
    if index >= 0, exchanges[index].span.lowerBound >= max(sentence.lowerBound, end - 160) { return exchanges[index].id }
    guard let last = scan.word(before: end), last.lowerBound >= sentence.lowerBound, scan.isCapitalised(at: last.lowerBound) else {
      return nil
    }
    var start = last.lowerBound
    for _ in 0..<4 {
      guard let word = scan.word(before: start), word.lowerBound >= sentence.lowerBound, scan.isCapitalised(at: word.lowerBound),
        !Self.beforeNames.contains(scan.bytes, word)
      else { break }
      start = word.lowerBound
    }
    return last.upperBound - start >= 3 ? scan.text(start..<last.upperBound) : nil
  }

  private func properName(from first: Range<Int>, _ sentence: Range<Int>) -> String? {
    // A name that is an agency's or a country's is no target.
    if scan.hits(in: first).contains(where: { hit in hit.targets.contains { $0.kind == .agency || $0.kind == .country } }) { return nil }
    var end = first.upperBound
    for _ in 0..<5 {
      let gap = scan[end] == 38 ? 1 : 0
      guard scan[end] == 32 || gap == 1, let word = scan.word(after: end + gap), word.upperBound <= sentence.upperBound,
        scan.isCapitalised(at: word.lowerBound)
      else { break }
      end = word.upperBound
    }
    return end - first.lowerBound >= 3 ? scan.text(first.lowerBound..<end) : nil
  }

  private func firstExchange(at offset: Int) -> Int {
    var low = 0
    var high = exchanges.count
    while low < high {
      let middle = (low + high) / 2
      if exchanges[middle].span.lowerBound >= offset { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
