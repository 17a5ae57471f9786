import RegulatoryModel

/// The day that a document gives as its own: in a line made for that ("Date: …", "Friday, July 18, 2025", "FOR IMMEDIATE RELEASE
/// Nov. 21, 2023") or in the dateline of its first paragraph ("WASHINGTON, July 17, 2025 —"). Never a date that a sentence tells of.
struct StatedDate {
  var reader: DateReader
  var bounds: DateBounds
  /// The day by which a dateline without a year had been written.
  var latest: CalendarDay

  // MARK: Lines

  /// Words that may stand around the date in a line that is there to give it.
  private static let labels: Set<String> = [
    "for", "immediate", "release", "released", "date", "dated", "published", "publication", "posted", "on", "issued", "updated", "last",
    "week",
    "ending", "ended", "as", "of", "the", "press", "news", "media", "statement", "bulletin", "at", "time", "filed", "in", "federal",
    "register",
    "reviewed", "or", "created", "first", "edition", "am", "pm", "a", "m", "p", "est", "edt", "et", "gmt", "utc", "bst", "cet", "cest",
    "noon", "hours", "uhr",
    "veröffentlicht", "vom", "datum", "den", "stand", "pressemitteilung", "publié", "publie", "le", "la", "mis", "à", "jour", "fecha",
    "publicado",
    "publicada", "el", "data", "pubblicato", "il", "gepubliceerd", "op", "stampa", "comunicato", "nota", "prensa", "de", "minute",
    "minutes", "min", "read",
  ]

  /// The day of a line that exists to give it.
  func inLine(_ whole: Bytes) -> CalendarDay? {
    let line = whole.trimmed
    guard (6...160).contains(line.count), let found = reader.first(in: line), bounds.contains(found.day) else { return nil }
    if Self.hasDateLabel(line) { return found.day }
    // "By the markets desk | 5 August 2024, 16:40 GMT": the part between bars or dashes that holds the date must hold little else.
    let part = Self.part(of: line, around: found.range)
    if isLight(line[part.lowerBound..<found.range.lowerBound]), isLight(line[found.range.upperBound..<part.upperBound]) { return found.day }
    if part == line.startIndex..<line.endIndex, found.range.upperBound == line.endIndex,
      Self.isPlace(line[..<found.range.lowerBound].trimmed)
    {
      return found.day  // "Paris, 17 July 2025"
    }
    return nil
  }

  /// Whether the line begins "Date:", "Published:" and so on.
  static func hasDateLabel(_ line: Bytes) -> Bool {
    guard let colon = line.prefix(32).firstIndex(of: 0x3A) else { return false }
    let label = line[..<colon].trimmed
    return labels(
      label, are: "date", "dated", "published", "publication date", "posted", "posted on", "published on", "released", "release date",
      "issued",
      "date issued", "issue date", "immediate release", "for immediate release", "for release", "datum", "fecha", "data", "published at",
      "sent")
  }

  private static func labels(_ label: Bytes, are known: StaticString...) -> Bool { known.contains { label.isSame(as: $0) } }

  /// Whether only labels, weekdays, times and signs stand here.
  private func isLight(_ rest: Bytes) -> Bool {
    rest.count <= 80
      && rest.split(whereSeparator: { !($0.isASCIILetter || $0 >= 0x80) }).allSatisfy { word in
        WeekdayName.isOne(word) || Self.labels.contains(word.text.lowercased()) || !word.contains(where: \.isASCIILetter)
      }
  }

  /// The piece of the line between bars, bullets or spaced dashes in which the date stands.
  private static func part(of line: Bytes, around range: Range<Int>) -> Range<Int> {
    var part = line.startIndex..<line.endIndex
    var index = line.startIndex
    while index < line.endIndex {
      let length = separatorLength(line, index)
      guard length > 0 else {
        index += 1
        continue
      }
      if index < range.lowerBound {
        part = (index + length)..<part.upperBound
      } else if index >= range.upperBound {
        part = part.lowerBound..<index
        break
      }
      index += length
    }
    return part.lowerBound <= range.lowerBound && part.upperBound >= range.upperBound ? part : line.startIndex..<line.endIndex
  }

  private static func separatorLength(_ line: Bytes, _ index: Int) -> Int {
    let length: Int
    var needsBlanks = true
    switch line[index] {
    case 0x7C, 0x09: return 1  // a bar, a tab
    case 0x2D: length = 1
    case 0xC2 where index + 1 < line.endIndex && line[index + 1] == 0xB7: return 2  // ·
    case 0xE2 where index + 2 < line.endIndex && line[index + 1] == 0x80 && (0x93...0x94).contains(line[index + 2]): length = 3  // – —
    case 0xE2 where index + 2 < line.endIndex && line[index + 1] == 0x80 && line[index + 2] == 0xA2:  // •
      length = 3
      needsBlanks = false
    default: return 0
    }
    guard needsBlanks else { return length }
    let hasBlanks = index > line.startIndex && line[index - 1].isBlank && index + length < line.endIndex && line[index + length].isBlank
    return hasBlanks ? length : 0
  }

  // MARK: Datelines

  struct Dateline {
    var day: CalendarDay
    /// The agency in brackets after the date: "Reuters".
    var agency: String?
  }

  /// The day, and news agency, in the dateline with which a paragraph begins.
  func inDateline(_ paragraph: Bytes) -> Dateline? {
    let head = paragraph.prefix(160)
    guard let start = head.firstIndex(where: { !$0.isSpace }) else { return nil }
    if let found = reader.first(in: head, before: start + 90), bounds.contains(found.day) {
      let place = head[start..<found.range.lowerBound]
      guard Self.isPlace(place.trimmed) || isLight(place) else { return nil }
      guard let (agency, strong) = Self.afterDateline(head, found.range.upperBound), strong || isLight(place) else { return nil }
      return Dateline(day: found.day, agency: agency)
    }
    return withoutYear(head, from: start)
  }

  /// "WASHINGTON, July 17 (Reuters) -": the last July 17 before the file was written.
  private func withoutYear(_ head: Bytes, from start: Int) -> Dateline? {
    guard let comma = head[start..<min(head.endIndex, start + 60)].firstIndex(of: 0x2C) else { return nil }
    let monthStart = head[(comma + 1)...].firstIndex { !$0.isBlank } ?? comma
    let monthEnd = DateReader.endOfLetters(head, monthStart)
    guard monthStart > comma, let month = MonthName.month(head[monthStart..<monthEnd]), Self.isPlace(head[start..<comma]) else {
      return nil
    }
    guard let dayStart = head[monthEnd...].firstIndex(where: { !$0.isBlank && $0 != 0x2E }) else { return nil }
    let dayEnd = DateReader.endOfDigits(head, dayStart)
    guard (1...2).contains(dayEnd - dayStart), let (agency, strong) = Self.afterDateline(head, dayEnd), strong else { return nil }
    let number = DateReader.number(head, dayStart, dayEnd)
    for year in [latest.year, latest.year - 1] {
      if let day = CalendarDay(year: year, month: month, day: number), day <= latest.adding(days: 1), bounds.contains(day) {
        return Dateline(day: day, agency: agency)
      }
    }
    return nil
  }

  /// What follows the date of a dateline: brackets, an agency, then a dash (strong), colon or full stop; nil where it goes on as a sentence.
  private static func afterDateline(_ head: Bytes, _ end: Int) -> (agency: String?, strong: Bool)? {
    var index = end
    var agency: String?
    while index < head.endIndex {
      let byte = head[index]
      if byte.isBlank || byte == 0x29 || byte == 0x2C || byte == 0x2A {
        index += 1
      } else if byte == 0x28 || byte == 0x2F, agency == nil {
        let closing: UInt8 = byte == 0x28 ? 0x29 : 0x2F
        guard let close = head[(index + 1)...].firstIndex(of: closing), close - index <= 40 else { return nil }
        agency = head[(index + 1)..<close].trimmed.text
        index = close + 1
      } else {
        break
      }
    }
    guard index < head.endIndex else { return nil }
    if head[index] == 0x2D || head[index...].starts(with: [0xE2, 0x80, 0x93]) || head[index...].starts(with: [0xE2, 0x80, 0x94]) {
      return (agency, true)
    }
    if head[index] == 0x3A || head[index] == 0x2E { return (agency, false) }
    return nil
  }

  /// Whether this is the name of a place as datelines have it: a few capitalised words.
  private static func isPlace(_ bytes: Bytes) -> Bool {
    guard bytes.count <= 70 else { return false }
    let words = bytes.split { !($0.isWordByte || $0 == 0x2E || $0 == 0x27) }
    guard words.count <= 8 else { return false }
    return words.allSatisfy { word in
      guard let first = word.first else { return true }
      return first.isUppercase || first >= 0x80
        || ["am", "an", "der", "de", "la", "le", "of", "and", "the", "den", "el", "du"].contains(word.text)
    }
  }
}
