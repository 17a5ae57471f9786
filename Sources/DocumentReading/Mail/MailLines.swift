/// Tells of each line of a mail whose words it is: the sender's, or quoted history, a signature, a list's footer.
///
/// One walk; every look ahead ends after a few lines.
struct MailLines {
  enum Owner { case sender, quote, history, signature, armour, encrypted }

  let text: [UInt8]
  private(set) var lines: [Range<Int>] = []
  private(set) var owners: [Owner] = []
  /// A block "BEGIN PGP MESSAGE" stands in it.
  private(set) var isEncrypted = false
  private var isForwarded: Bool

  /// A quotation up to this size that is answered below it is part of what the sender says.
  private static let answered = (bytes: 700, lines: 8)
  private static let longestSignature = 25

  /// - Parameter isForwarded: whether what follows the sender's words is meant to be read, and no mere history.
  init(_ text: [UInt8], isForwarded: Bool) {
    self.text = text
    self.isForwarded = isForwarded
    text.withUnsafeBufferPointer { source in
      var start = 0
      while start < source.count {
        let end = TextLines.end(in: source, from: start)
        lines.append(start..<end)
        start = end + 1
      }
    }
    owners = [Owner](repeating: .sender, count: lines.count)
    walk()
    judgeQuotations()
  }

  private func line(_ index: Int) -> Bytes { text[lines[index]].trimmed }
  private func isBlank(_ index: Int) -> Bool { text[lines[index]].allSatisfy(\.isBlank) }

  func isQuoted(_ index: Int) -> Bool {
    let line = text[lines[index]]
    return line.first == 0x3E || line.first == 0x20 && line.dropFirst().first == 0x3E
  }

  // MARK: The walk

  private mutating func walk() {
    var index = 0
    while index < lines.count {
      index += step(at: index)
    }
  }

  /// Judges the line, and says how many were judged with it.
  private mutating func step(at index: Int) -> Int {
    if isQuoted(index) { return give([index], .quote) }
    let line = line(index)
    guard let first = line.first else { return 1 }
    if first == 0x2D || first == 0x5F || first == 0x2A || first == 0x3D, let taken = ruled(at: index, line) { return taken }
    guard line.count <= 400 else { return 1 }
    if !isForwarded, line.last == 0x3A, line.count <= 80, line.contains(anyOf: MailPhrases.forwards) {
      isForwarded = true
      return 1
    }
    if !isForwarded, isHeaderBlock(at: index, line) { return giveRest(from: index, .history) }
    if let end = endOfAttribution(at: index, line) { return attributed(index, end, line) }
    if line.count <= 80, line.begins(with: MailPhrases.sentFrom) { return give([index], .signature) }
    return 1
  }

  /// Lines that begin with a dash or underscore: separators, signatures, armour.
  private mutating func ruled(at index: Int, _ line: Bytes) -> Int? {
    if line.hasPrefix("-----begin pgp") { return armour(at: index, line) }
    guard line.count <= 120 else { return nil }
    if line.first == line.dropFirst().first, line.count > 8 {
      if line.contains(anyOf: MailPhrases.forwards) {
        isForwarded = true
        return 1
      }
      if !isForwarded, line.contains(anyOf: MailPhrases.originals) { return giveRest(from: index, .history) }
    }
    if line.count >= 20, line.allSatisfy({ $0 == line.first }) {
      if !isForwarded, index + 1 < lines.count, isHeaderBlock(at: index + 1, self.line(index + 1)) {
        return giveRest(from: index, .history)
      }
      if line.first == 0x5F || line.first == 0x2D, isListFooter(after: index) { return giveRest(from: index, .signature) }
    }
    return line.elementsEqual([0x2D, 0x2D]) ? signature(at: index) : nil
  }

  /// After "-- ": up to the end, or to quoted text; longer than signatures are, it is none.
  private mutating func signature(at index: Int) -> Int? {
    var end = index + 1
    while end < lines.count, end - index <= Self.longestSignature {
      if isQuoted(end) || isHeaderBlock(at: end, line(end)) { break }
      if line(end).first == 0x2D, line(end).contains(anyOf: MailPhrases.originals + MailPhrases.forwards) { break }
      end += 1
    }
    guard end - index <= Self.longestSignature else { return nil }
    return give(index..<end, .signature)
  }

  private func isListFooter(after index: Int) -> Bool {
    guard lines.count - index <= 12 else { return false }
    return (index + 1..<min(lines.count, index + 4)).contains {
      line($0).contains("mailing list") || line($0).contains(anyOf: MailPhrases.foot)
    }
  }

  /// PGP's frame around a signed text, its signature, and what it has encrypted.
  private mutating func armour(at index: Int, _ line: Bytes) -> Int {
    var end = index + 1
    if line.contains("signed message") {
      while end < lines.count, end - index < 12, !isBlank(end) { end += 1 }
      return give(index..<end, .armour)
    }
    while end < lines.count, !self.line(end).hasPrefix("-----end pgp") { end += 1 }
    end = min(end + 1, lines.count)
    if line.contains("pgp message") {
      isEncrypted = true
      return give(index..<end, .encrypted)
    }
    return give(index..<end, .armour)
  }

  /// "From: … Sent: … To: … Subject: …" within a few lines.
  private func isHeaderBlock(at index: Int, _ line: Bytes) -> Bool {
    guard line.begins(with: MailPhrases.from) else { return false }
    var hasSent = false
    for next in (index + 1)..<max(index + 1, min(lines.count, index + 12)) {
      let other = self.line(next)
      if other.begins(with: MailPhrases.sent) { hasSent = true }
      if other.begins(with: MailPhrases.subject) { return hasSent || next - index <= 4 }
    }
    return false
  }

  /// The line after the one with which a quotation is introduced, which may be broken over three; nil where none begins here.
  private func endOfAttribution(at index: Int, _ first: Bytes) -> Int? {
    for last in index..<min(index + 3, lines.count) {
      let line = self.line(last)
      if line.isEmpty || isQuoted(last) { return nil }
      if line.last == 0x3A || line.last == 0x9A, line.ends(with: MailPhrases.wrote) || line.contains(anyOf: MailPhrases.wroteBefore) {
        return last == index || first.begins(with: MailPhrases.onDay) ? last + 1 : nil
      }
    }
    return nil
  }

  private mutating func attributed(_ index: Int, _ end: Int, _ first: Bytes) -> Int {
    var next = end
    while next < lines.count, next - end < 3, isBlank(next) { next += 1 }
    if next < lines.count, isQuoted(next) { return give(index..<end, .quote) }
    // Without marks on its lines, the quotation has no end.
    let hasNumber = (index..<end).contains { line($0).contains(where: \.isDigit) }
    if !isForwarded, hasNumber, first.begins(with: MailPhrases.onDay), next < lines.count { return giveRest(from: index, .history) }
    return end - index
  }

  private mutating func give(_ range: some Sequence<Int>, _ owner: Owner) -> Int {
    var count = 0
    for index in range {
      owners[index] = owner
      count += 1
    }
    return count
  }

  private mutating func giveRest(from index: Int, _ owner: Owner) -> Int { give(index..<lines.count, owner) }

  // MARK: Quotations

  /// Short quotations that are answered count as the sender's; forwarded ones too.
  private mutating func judgeQuotations() {
    guard owners.contains(.quote) else { return }
    let lastOwn = lines.indices.last { owners[$0] == .sender && text[lines[$0]].contains(where: \.isWordByte) } ?? -1
    var index = 0
    while index < lines.count {
      guard owners[index] == .quote else {
        index += 1
        continue
      }
      var end = index
      var size = 0
      var count = 0
      while end < lines.count, owners[end] == .quote || owners[end] == .sender && isBlank(end) {
        size += lines[end].count
        count += isBlank(end) ? 0 : 1
        end += 1
      }
      if isForwarded || end <= lastOwn && size <= Self.answered.bytes && count <= Self.answered.lines {
        for place in index..<end where owners[place] == .quote { owners[place] = .sender }
      }
      index = end
    }
  }

  // MARK: The text

  /// Everything in paragraphs, with what is not the sender's as asides; encrypted blocks are left out.
  func marked() -> MarkedText {
    var result = MarkedText()
    var index = 0
    while index < lines.count {
      let owner = owners[index]
      let isQuotation = isQuoted(index)
      var end = index
      while end < lines.count, end == index || isBlank(end) || owners[end] == owner && isQuoted(end) == isQuotation { end += 1 }
      if owner != .encrypted {
        result.append(paragraphs(index..<end, isQuotation: isQuotation), isAside: owner != .sender)
      }
      index = end
    }
    return result
  }

  private func paragraphs(_ range: Range<Int>, isQuotation: Bool) -> [UInt8] {
    guard isQuotation else {
      return Self.joined(text[lines[range.lowerBound].lowerBound..<lines[range.upperBound - 1].upperBound])
    }
    var bare: [UInt8] = []
    for index in range {
      bare += text[lines[index]].drop { $0 == 0x3E || $0 == 0x20 }
      bare.append(0x0A)
    }
    var quoted: [UInt8] = []
    for line in Self.joined(bare[...]).split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !quoted.isEmpty { quoted.append(0x0A) }
      if !line.isEmpty { quoted += [0x3E, 0x20] + line }
    }
    return quoted
  }

  private static func joined(_ text: Bytes) -> [UInt8] {
    text.withUnsafeBufferPointer { source in
      var writer = ParagraphWriter(source: source)
      var start = 0
      while start < source.count {
        let end = TextLines.end(in: source, from: start)
        let line = source[start..<end]
        let isRule = end - start >= 8 && line.allSatisfy { $0 == source[start] } && !source[start].isWordByte
        writer.add(isRule ? start..<start : start..<end)
        start = end + 1
      }
      return writer.finish()
    }
  }
}
