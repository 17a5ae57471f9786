import RegulatoryModel

/// The heads of three sorts of official paper, whose titles do not stand first: bills, court papers, the Federal Register.
struct OfficialHead {
  /// Which lines make up the title, and don't stand in the body again; empty where it is put together from several.
  private(set) var titleLines: Range<Int>?
  private(set) var title: [UInt8] = []
  private(set) var day: CalendarDay?
  private(set) var source: String?
  private(set) var kind: DocumentKind?

  private static let longestTitle = 200
  private static let longestLine = 120

  /// Nil where the lines are the head of no such paper.
  init?(_ lines: [Bytes], dates: StatedDate) {
    // Such heads are set in short lines; prose is not searched for their words.
    guard lines.prefix(4).contains(where: { !$0.isEmpty && $0.count <= Self.longestLine }) else { return nil }
    let lines = lines.map { $0.count <= Self.longestLine ? $0 : $0.prefix(0) }
    guard readFederalRegister(lines, dates) || readBill(lines, dates) || readCourtPaper(lines) else { return nil }
  }

  /// The Government Publishing Office heads it with lines in brackets; the title is the paragraph before "AGENCY:".
  private mutating func readFederalRegister(_ lines: [Bytes], _ dates: StatedDate) -> Bool {
    guard let head = lines.prefix(8).first(where: { $0.trimmed.first == 0x5B && $0.contains("federal register volume") }) else {
      return false
    }
    if let found = dates.reader.first(in: head), dates.bounds.contains(found.day) { day = found.day }
    source = "Federal Register"
    guard let agency = lines.firstIndex(where: { $0.hasPrefix("agency:") || $0.hasPrefix("agencies:") }) else { return true }
    var end = agency
    while end > 0, lines[end - 1].trimmed.isEmpty { end -= 1 }
    var start = end
    while start > 0, !lines[start - 1].trimmed.isEmpty { start -= 1 }
    guard start < end, start > 0 else { return true }
    titleLines = start..<end
    title = Self.joined(lines[start..<end])
    return true
  }

  /// "118th CONGRESS", "H. R. 4763", "To provide for …": the number and the long title together.
  private mutating func readBill(_ lines: [Bytes], _ dates: StatedDate) -> Bool {
    guard lines.prefix(12).contains(where: { Self.isCongress($0.trimmed) }),
      let number = lines.prefix(24).firstIndex(where: { Self.isBillNumber($0.trimmed) })
    else {
      return false
    }
    kind = .bill
    day = lines.lazy.compactMap { dates.inLine($0) }.first
    var words = OneLine.collapsed(lines[number])
    if let start = lines[number...].firstIndex(where: {
      $0.trimmed.hasPrefix("to ") || $0.trimmed.hasPrefix("providing ") || $0.trimmed.hasPrefix("expressing ")
    }) {
      let end = lines[start...].firstIndex { $0.trimmed.isEmpty } ?? lines.endIndex
      words += Array(": ".utf8) + Self.joined(lines[start..<end])
    }
    title = Self.cut(words)
    return true
  }

  /// "SECURITIES AND EXCHANGE COMMISSION, Plaintiff, v. BINANCE HOLDINGS LIMITED".
  private mutating func readCourtPaper(_ lines: [Bytes]) -> Bool {
    guard lines.prefix(10).contains(where: { $0.contains("district court") || $0.contains("court of appeals") }) else { return false }
    guard let versus = lines.firstIndex(where: { ["v.", "vs.", "v", "-v-", "-v.-", "-against-"].contains($0.trimmed.text.lowercased()) })
    else { return false }
    guard let first = lines[..<versus].last(where: Self.isParty), let second = lines[(versus + 1)...].first(where: Self.isParty) else {
      return false
    }
    kind = .filing
    title = Self.cut(Self.party(first) + Array(" v. ".utf8) + Self.party(second))
    return true
  }

  // MARK: Shapes

  private static func isCongress(_ line: Bytes) -> Bool {
    line.first?.isDigit == true && line.count < 40 && line.contains("congress", wholeWord: true)
  }

  private static func isBillNumber(_ line: Bytes) -> Bool {
    guard line.count <= 24, line.last?.isDigit == true else { return false }
    return [
      "h. r.", "h.r.", "s. ", "h. j. res.", "s. j. res.", "h. con. res.", "s. con. res.", "h. res.", "s. res.", "h.j.res.", "s.j.res.",
    ].contains { line.hasPrefix($0) }
  }

  private static func isParty(_ line: Bytes) -> Bool {
    let line = line.trimmed
    return line.count > 3 && !line.hasPrefix("plaintiff") && !line.hasPrefix("defendant") && !line.hasPrefix("appell")
      && line.contains(where: \.isUppercase)
  }

  /// The party's name, without what stands beside it in the caption's right column.
  private static func party(_ line: Bytes) -> [UInt8] {
    var name = line.trimmed
    if let gap = name.firstIndex(of: "   ") { name = name[..<gap] }
    while let last = name.last, [0x2C, 0x3A, 0x29, 0x20, 0x3B].contains(last) { name = name.dropLast() }
    return OneLine.collapsed(name)
  }

  private static func joined(_ lines: ArraySlice<Bytes>) -> [UInt8] {
    OneLine.collapsed(Array(lines.map(\.trimmed).joined(separator: [0x20]))[...])
  }

  private static func cut(_ words: [UInt8]) -> [UInt8] {
    let line = words[...]
    guard line.characterCount > longestTitle else { return words }
    let short = line.prefix(characters: longestTitle - 1)
    return Array(short.lastIndex(of: 0x20).map { short[..<$0] } ?? short) + Array("…".utf8)
  }
}
