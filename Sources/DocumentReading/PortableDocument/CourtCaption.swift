/// The caption of a court's or commission's paper: who against whom, and what the paper is called.
struct CourtCaption {
  private(set) var title: [UInt8] = []
  /// Whether a public body brings a case or decides one, and not a private party.
  private(set) var isEnforcement = false

  private static let deepestLine = 90
  private static let longestParty = 100
  private static let longestName = 160

  /// Nil where the first page has no caption.
  init?(_ page: PageLayout) {
    let lines = page.lines.prefix(Self.deepestLine).sorted { ($0.middle, $0.left) < ($1.middle, $1.left) }
    let head = lines.map { OneLine.collapsed($0.bytes) }
    guard head.contains(where: { Self.isCourt($0[...]) }) else { return nil }
    let name = Self.paperName(lines)
    let parties: [UInt8]
    if let versus = lines.firstIndex(where: { Self.isVersus($0.bytes) }) {
      let above = lines[..<versus].filter { Self.isBeside($0, lines[versus], page) }
      let below = lines[(versus + 1)...].filter { Self.isBeside($0, lines[versus], page) }
      guard let first = Self.party(above.reversed(), upwards: true), let second = Self.party(below, upwards: false) else { return nil }
      parties = Self.short(first) + Array(" v. ".utf8) + Self.short(second)
      isEnforcement = Self.isPublicBody(first[...]) && Self.opensCase(name)
    } else if let matter = lines.firstIndex(where: { $0.bytes.hasPrefix("in the matter of") || $0.bytes.hasPrefix("in re") }) {
      let rest = lines[matter].bytes.drop { $0 != 0x20 && $0 != 0x3A }
      let below = lines[(matter + 1)...].filter { Self.isBeside($0, lines[matter], page) }
      let isWhole = lines[matter].text.count > 24 || rest.isEmpty
      let party = Self.party(below, upwards: false) ?? []
      let own = OneLine.collapsed(lines[matter].bytes)
      guard isWhole || !party.isEmpty else { return nil }
      parties = own.count > 24 ? Self.short(own) : own.filter { $0 != 0x3A } + [0x20] + Self.short(party)
      isEnforcement = head.contains {
        $0[...].contains("administrative proceeding") || $0[...].contains("securities and exchange commission")
      }
    } else {
      return nil
    }
    title = parties + (name.isEmpty ? [] : Array(": ".utf8) + name)
  }

  // MARK: Parties

  /// The lines of one party, nearest first; they end where another part of the caption begins.
  private static func party(_ lines: [PageLine], upwards: Bool) -> [UInt8]? {
    var taken: [[UInt8]] = []
    var last: PageLine?
    for line in lines {
      let text = cleaned(line.bytes)
      if text.isEmpty || isRole(text[...]) {
        if taken.isEmpty { continue }
        break
      }
      if isCourt(text[...]) && !text[...].contains("commission") || text[...].contains("grand jury") || text[...].isSame(as: "district")
        || text[...].hasPrefix("case ") || text[...].hasPrefix("no.")
        || text[...].hasPrefix("civil action")
      {
        break
      }
      if let last, abs(line.top - last.top) > max(last.height, 80) * 3 { break }
      taken.append(text)
      last = line
      if taken.count == 6 { break }
    }
    guard !taken.isEmpty else { return nil }
    var name = Array((upwards ? taken.reversed() : taken).joined(separator: [0x20]))
    // What stands behind the name: "…, Plaintiff,".
    for role in [", plaintiff", ", defendant", ", respondent", ", petitioner"] as [StaticString] {
      if let end = name[...].firstIndex(of: role) { name = Array(name[..<end]) }
    }
    while let end = name.last, [0x2C, 0x3A, 0x29, 0x20, 0x3B, 0x2D, 0x5F].contains(end), end != 0x29 || !closesBracket(name) {
      name.removeLast()
    }
    return name.contains(where: \.isASCIILetter) && name.count >= 3 ? name : nil
  }

  /// Whether the bracket at the end belongs to one within, and is no part of the frame.
  private static func closesBracket(_ name: [UInt8]) -> Bool { name.count { $0 == 0x28 } >= name.count { $0 == 0x29 } }

  private static func short(_ name: [UInt8]) -> [UInt8] {
    guard name.count > longestParty else { return name }
    let cut = name[...].prefix(longestParty)
    let end = cut.firstIndex(of: 0x3B) ?? cut.dropFirst(8).firstIndex(of: 0x2C) ?? cut.lastIndex(of: 0x20) ?? cut.endIndex
    return Array(cut[..<end]) + Array(" et al.".utf8)
  }

  /// Without the signs that draw a caption's frame.
  private static func cleaned(_ line: Bytes) -> [UInt8] {
    var text = OneLine.collapsed(line)[...]
    while let last = text.last, [0x29, 0x5F, 0x2D, 0x78, 0x3A, 0x20].contains(last),
      last != 0x78 || text.dropLast().last == 0x20 || text.count == 1
    {
      text = text.dropLast()
    }
    while text.suffix(2).elementsEqual([0xC2, 0xA7]) { text = text.dropLast(2).trimmed }
    // "I N D I C T M E N T"
    let words = text.words
    if words.count >= 5, words.allSatisfy({ $0.count == 1 }) { return Array(words.joined()) }
    while let first = text.first, [0x29, 0x5F, 0x2D, 0x20, 0x3A].contains(first) { text = text.dropFirst() }
    return Array(text)
  }

  // MARK: Shapes

  /// Whether a line is in the caption's left half, where the parties are.
  private static func isBeside(_ line: PageLine, _ mark: PageLine, _ page: PageLayout) -> Bool {
    line.left * 2 < page.width && abs(line.left - mark.left) < 1500 || abs(line.left + line.right - mark.left - mark.right) < 200
  }

  private static func isVersus(_ line: Bytes) -> Bool {
    ["v.", "vs.", "v", "-v-", "-v.-", "- v. -", "-v.", "-against-", "- against -", "against", "v. )", "vs. )"]
      .contains(line.trimmed.text.lowercased())
  }

  private static func isCourt(_ line: Bytes) -> Bool {
    line.count <= 120
      && [
        "district court", "court of appeals", "supreme court", "superior court", "bankruptcy court", "court of chancery", "district of ",
        "division", "circuit", "exchange commission", "trading commission",
      ].contains { (word: StaticString) in line.contains(word) } && LineShape.isShouted(line)
      || line.hasPrefix("united states district court") || line.hasPrefix("united states court of appeals")
      || line.hasPrefix("before the")
  }

  private static func isRole(_ line: Bytes) -> Bool {
    ["plaintiff", "defendant", "appell", "petitioner", "respondent", "counter", "debtor"].contains { (word: StaticString) in
      line.hasPrefix(word)
    } && line.count <= 48 || line.isSame(as: "and")
  }

  private static func endsInHyphen(_ line: Bytes) -> Bool {
    line.last == 0x2D && line.dropLast().last.map(\.isASCIILetter) == true
  }

  private static func isPublicBody(_ name: Bytes) -> Bool {
    name.contains("united states") || name.contains("commission") || name.contains("people of the state") || name.contains("state of ")
      || Issuer(source: name.text, url: nil) == .agency
  }

  private static func opensCase(_ name: [UInt8]) -> Bool {
    name.isEmpty
      || ["complaint", "indictment", "information", "judgment", "plea", "sentenc", "order"].contains { (word: StaticString) in
        name[...].contains(word)
      } && !["answer", "motion", "memorandum", "reply", "opposition"].contains { (word: StaticString) in name[...].contains(word) }
  }

  /// "COMPLAINT", "ORDER INSTITUTING CEASE-AND-DESIST PROCEEDINGS …": the first shouted lines that name a paper.
  private static func paperName(_ lines: [PageLine]) -> [UInt8] {
    let names: [StaticString] = [
      "complaint", "indictment", "information", "order", "opinion", "answer", "memorandum", "motion", "reply", "judgment", "declaration",
      "brief", "petition", "notice of", "opposition", "superseding", "report",
    ]
    for (place, line) in lines.enumerated() {
      let text = cleaned(line.bytes)
      guard LineShape.isShouted(text[...]), text.count <= 90, names.contains(where: { text[...].contains($0, wholeWord: true) }) else {
        continue
      }
      var name = text
      var last = line
      // The lines below in the same column.
      for next in lines[(place + 1)...] {
        let more = cleaned(next.bytes)
        guard next.top - last.top <= last.height * 5 / 2 else { break }
        guard abs(next.left - line.left) < 1500, next.left * 10 > line.left * 6, next.right > line.left else { continue }
        guard LineShape.isShouted(more[...]), name.count + more.count < longestName else { break }
        // "ANTI-" + "SLAPP MOTION"
        name += (endsInHyphen(last.bytes) ? [0x2D] : [0x20]) + more
        last = next
      }
      return name
    }
    return []
  }
}
