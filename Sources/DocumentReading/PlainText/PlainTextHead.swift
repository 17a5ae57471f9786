import RegulatoryModel

/// What stands at the head of a plain text: labels, title, header lines, byline, date, dateline.
///
/// Walks the first lines and stops at the first paragraph. `taken` are the ranges of lines that make up the title, or only
/// decorate it, and so don't stand in the body again.
struct PlainTextHead {
  private(set) var title: [UInt8] = []
  private(set) var taken: [Range<Int>] = []
  private(set) var headerDay: CalendarDay?
  private(set) var datelineDay: CalendarDay?
  private(set) var titleDay: CalendarDay?
  private(set) var source: String?
  private(set) var author: String?
  private(set) var url: String?
  private(set) var kind: DocumentKind?

  private let text: Bytes
  private let dates: StatedDate
  private var lines: [Bytes] = []

  private static let longestTitle = 200
  private static let linesLookedAt = 60
  /// Between title and text there are no more lines than these that are neither.
  private static let mostShortLines = 6

  init(_ text: Bytes, dates: StatedDate) {
    self.text = text
    self.dates = dates
    var reader = LineReader(text.prefix(6000))
    while lines.count < Self.linesLookedAt, let line = reader.next() { lines.append(line) }
    if let official = OfficialHead(lines, dates: dates) {
      take(official)
    } else {
      walk()
    }
    if !title.isEmpty, let found = dates.reader.first(in: title[...]), dates.bounds.contains(found.day),
      title[found.range.upperBound...].allSatisfy({ !$0.isWordByte }), isOwnDate(found)
    {
      titleDay = found.day
    }
  }

  private mutating func take(_ official: OfficialHead) {
    title = official.title
    if let range = official.titleLines { taken += range.map { lines[$0].startIndex..<lines[$0].endIndex } }
    headerDay = official.day
    source = official.source
    kind = official.kind
  }

  private mutating func walk() {
    var label: Int?  // the line of a shouting label, which is the title if nothing better comes
    var place = 0
    var seenTitle = false
    var shortLines = 0
    while place < lines.count {
      let line = lines[place].trimmed
      if line.isEmpty || Self.isRule(line) {
        if Self.isRule(line) { taken.append(line.startIndex..<line.endIndex) }
        place += 1
        continue
      }
      if readField(line, place: place) {
        seenTitle = seenTitle || !title.isEmpty
        place += 1
        continue
      }
      if let day = dates.inLine(line), line.count <= 160 {
        headerDay = headerDay ?? day
        // "CRYPTO MARKETS WRAP - Wednesday, 9 November 2022" names the series; "Round-up: February 3, 2025" may be all the title there is.
        if !seenTitle, label == nil, !StatedDate.hasDateLabel(line), !Self.isMostlyDate(line) { label = place }
        readByline(line)
        place += 1
        continue
      }
      if readByline(line) {
        place += 1
        continue
      }
      if !seenTitle {
        if Self.isLabel(line) {
          label = label ?? place
          place += 1
          continue
        }
        if let end = titleBlock(from: place) {
          take(place..<end)
          seenTitle = true
          place = end
          continue
        }
      } else if isTitleAgain(line) {
        taken.append(line.startIndex..<line.endIndex)
        place += 1
        continue
      } else if shortLines < Self.mostShortLines, line.count < 100, !Self.endsSentence(line), !Self.startsItem(line),
        dates.inDateline(line) == nil
      {
        shortLines += 1  // a subtitle, an office, a docket number
        place += 1
        continue
      }
      readDateline(line)
      break
    }
    if title.isEmpty, let label { take(label..<(label + 1)) }
  }

  // MARK: Title

  /// The line after the last of a title that begins at `place`; nil where no title does.
  private func titleBlock(from place: Int) -> Int? {
    var end = place
    var length = 0
    while end < lines.count, !lines[end].trimmed.isEmpty, !Self.isRule(lines[end].trimmed) {
      if end > place,
        dates.inLine(lines[end].trimmed) != nil || dates.inDateline(lines[end].trimmed) != nil || Self.looksLikeByline(lines[end].trimmed)
      {
        break
      }
      length += lines[end].trimmed.characterCount + 1
      end += 1
      if length > 900 { break }
    }
    let first = lines[place].trimmed
    let last = lines[end - 1].trimmed
    guard !Self.startsItem(first), first.contains(where: { $0.isASCIILetter || $0 >= 0x80 }) else { return nil }
    if length <= Self.longestTitle + 1, end - place <= 3, !Self.endsSentence(last) { return end }
    // A title with its text right under it.
    guard end - place > 1, first.characterCount <= 120, !Self.endsSentence(first), first.last != 0x2C, first.last != 0x3B else {
      return nil
    }
    let second = lines[place + 1].trimmed
    return second.count * 2 >= first.count * 3 && second.characterCount > 60 || first.characterCount < 45 && second.characterCount > 60
      ? place + 1 : nil
  }

  private mutating func take(_ range: Range<Int>) {
    title = OneLine.collapsed(Array(range.map { lines[$0].trimmed }.joined(separator: [0x20]))[...])
    taken += range.map { lines[$0].startIndex..<lines[$0].endIndex }
  }

  private func isTitleAgain(_ line: Bytes) -> Bool {
    !title.isEmpty && line.count < title.count + 40 && line.first == title.first && OneLine.collapsed(line) == title
  }

  /// Whether the title's date is the document's, and not one of which it tells ("… extended to July 17, 2025").
  private func isOwnDate(_ found: DateReader.Found) -> Bool {
    let before = title[..<found.range.lowerBound].words.suffix(2)
    return !before.contains {
      ["until", "till", "to", "by", "before", "from", "since", "effective", "through", "after", "due"].contains($0.text.lowercased())
    }
  }

  // MARK: Lines of other kinds

  /// Reads "Key: value" of the known keys. The title's own line is taken; the others stay in the text.
  private mutating func readField(_ line: Bytes, place: Int) -> Bool {
    guard let colon = line.prefix(24).firstIndex(of: 0x3A), colon + 1 < line.endIndex else { return false }
    let key = line[..<colon].trimmed
    let value = line[(colon + 1)...].trimmed
    guard !value.isEmpty, !key.isEmpty, key.allSatisfy({ $0.isASCIILetter || $0 == 0x20 || $0 == 0x2D }) else { return false }
    let isHeaderStyle = nextLooksLikeField(place) || place > 0 && Self.looksLikeField(lines[place - 1].trimmed)
    if StatedDate.hasDateLabel(line) {
      guard let found = dates.reader.first(in: value), dates.bounds.contains(found.day) else { return false }
      headerDay = headerDay ?? found.day
      return true
    }
    if key.isSame(as: "url") || key.isSame(as: "link") || key.isSame(as: "permalink"), value.contains("://") {
      url = url ?? value.text
      return true
    }
    guard isHeaderStyle else { return false }
    if key.isSame(as: "title") || key.isSame(as: "subject") || key.isSame(as: "headline") || key.isSame(as: "betreff") {
      if title.isEmpty {
        title = OneLine.collapsed(value.prefix(characters: 300))
        taken.append(line.startIndex..<line.endIndex)
      }
      if key.isSame(as: "subject") || key.isSame(as: "betreff") { kind = .email }
      return true
    }
    if key.isSame(as: "source") || key.isSame(as: "publication") || key.isSame(as: "publisher") || key.isSame(as: "site")
      || key.isSame(as: "agency")
    {
      if value.contains("://") { url = url ?? value.text } else { source = source ?? value.text }
      return true
    }
    if key.isSame(as: "author") || key.isSame(as: "by") || key.isSame(as: "authors") {
      author = author ?? value.text
      return true
    }
    if key.isSame(as: "from") || key.isSame(as: "von") {
      // "Regulation desk <desk@example.org>"
      let name = value.prefix { $0 != 0x3C }.trimmed
      source = source ?? (name.isEmpty ? value : name).text
      return true
    }
    return place < 12
  }

  private func nextLooksLikeField(_ place: Int) -> Bool { place + 1 < lines.count && Self.looksLikeField(lines[place + 1].trimmed) }

  private static func looksLikeField(_ line: Bytes) -> Bool {
    guard let colon = line.prefix(24).firstIndex(of: 0x3A), colon > line.startIndex, colon + 2 < line.endIndex, line[colon + 1].isBlank
    else { return false }
    return line[..<colon].allSatisfy { $0.isASCIILetter || $0 == 0x2D } && (line.first?.isUppercase ?? false)
  }

  @discardableResult private mutating func readByline(_ line: Bytes) -> Bool {
    guard Self.looksLikeByline(line) else { return false }
    let name = line.dropFirst(3).prefix { $0 != 0x7C && $0 != 0x2C && $0 != 0xC2 && $0 != 0xE2 }.trimmed
    if author == nil, !name.isEmpty { author = name.text }
    return true
  }

  private static func looksLikeByline(_ line: Bytes) -> Bool {
    line.hasPrefix("by ") && line.count < 120 && !endsSentence(line) && line.words.count <= 14
  }

  private mutating func readDateline(_ line: Bytes) {
    guard let dateline = dates.inDateline(line) else { return }
    datelineDay = dateline.day
    source = source ?? dateline.agency
  }

  // MARK: Shapes

  /// ====, ----, ****, ____
  private static func isRule(_ line: Bytes) -> Bool {
    guard let first = line.first, line.count >= 3, [0x3D, 0x2D, 0x2A, 0x5F, 0x7E, 0x23].contains(first) else { return false }
    return line.allSatisfy { $0 == first || $0 == 0x20 }
  }

  /// "CLIENT ALERT", "PRESS RELEASE", "For immediate release": what the thing is, not what it is about.
  private static func isLabel(_ line: Bytes) -> Bool {
    guard line.count <= 60, line.words.count <= 5 else { return false }
    // "Press release 12/2025"
    let releases: [StaticString] = [
      "press release", "news release", "media release", "pressemitteilung", "communiqué de presse", "comunicato stampa",
    ]
    if line.count <= 40, releases.contains(where: { line.hasPrefix($0) }) { return true }
    let isShouting = line.contains(where: \.isUppercase) && !line.contains(where: \.isLowercase)
    for word in [
      "alert", "release", "notes", "memorandum", "memo", "bulletin", "newsletter", "digest", "report", "statement", "advisory", "update",
      "news", "notice", "brief",
      "wrap", "speech", "remarks", "testimony", "letter", "confidential", "draft", "exclusive", "opinion", "analysis", "summary",
    ] as [StaticString] where line.contains(word, wholeWord: true) {
      if isShouting || word.utf8CodeUnitCount == line.count || line.hasSuffix("release") || line.hasSuffix("advisory") { return true }
    }
    return isShouting && line.words.count <= 1
  }

  private static func isMostlyDate(_ line: Bytes) -> Bool {
    line.contains(where: \.isDigit) && line.words.filter { $0.contains(where: \.isASCIILetter) }.count <= 4 && !line.contains(0x2D)
  }

  private static func startsItem(_ line: Bytes) -> Bool {
    guard let first = line.first, line.count > 2 else { return false }
    return [0x2D, 0x2A, 0x2B].contains(first) && line[line.startIndex + 1].isBlank
  }

  /// Ends in a full stop that is not that of "Inc." or "U.S.".
  private static func endsSentence(_ line: Bytes) -> Bool {
    guard let last = line.last else { return false }
    guard last == 0x2E else { return last == 0x3A || last == 0x3B || last == 0x2C }
    let word = line.dropLast().suffix { !$0.isSpace }
    return !(word.contains(0x2E) || ["Inc", "Corp", "Ltd", "Co", "LLC", "Jr", "Sr"].contains(word.text)) || line.characterCount > 120
  }
}
