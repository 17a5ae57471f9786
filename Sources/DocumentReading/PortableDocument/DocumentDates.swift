import RegulatoryModel

/// The day of a document: of a court's stamp, of the lines at its head, of its signature.
enum DocumentDates {
  static func note(
    _ pages: [PageLayout], stamps: [[UInt8]], created: [UInt8], _ dates: StatedDate, _ context: ReadingContext, into draft: inout StoryDraft
  ) {
    for stamp in stamps {
      if let day = filed(stamp[...], dates) {
        draft.note(day, from: .header)
        return
      }
    }
    let first = pages.first { !$0.lines.isEmpty }?.lines.prefix(60) ?? []
    if let day = first.lazy.compactMap({ filed($0.bytes, dates) }).first {
      draft.note(day, from: .header)
      return
    }
    if let day = first.lazy.compactMap({ decided($0.bytes, dates) }).first {
      draft.note(day, from: .header)
      return
    }
    for line in first where !isBefore(line.bytes) {
      if let day = dates.inLine(line.bytes) ?? ofRelease(line.bytes, dates) {
        draft.note(day, from: .header)
        return
      }
      if let dateline = dates.inDateline(line.bytes) {
        draft.note(dateline.day, from: .dateline)
        draft.source = draft.source ?? dateline.agency
        return
      }
    }
    // A signature's date stands near the end.
    for line in pages.suffix(3).flatMap(\.lines).suffix(120) where line.bytes.hasPrefix("dated") || line.bytes.hasPrefix("signed on") {
      if let found = dates.reader.first(in: line.bytes), dates.bounds.contains(found.day) {
        draft.note(found.day, from: .header)
        return
      }
    }
    // An opinion ends with the judge's name and the day.
    for line in pages.suffix(1).flatMap(\.lines).suffix(4).reversed() where line.text.count <= 40 {
      if let day = dates.inLine(line.bytes) {
        draft.note(day, from: .header)
        return
      }
    }
    // When the file was made is the day of a copy as often as of the document: a day in the file's name is better.
    if let name = context.nameDate, !name.isMonthOnly { return }
    if let found = dates.reader.first(in: created[...].prefix(10)), dates.bounds.contains(found.day) {
      draft.note(found.day, from: .metadata)
    }
  }

  /// "Decided: March 8, 2024", "Date of Judgment Entry on Appeal: December 13, 2023".
  private static func decided(_ line: Bytes, _ dates: StatedDate) -> CalendarDay? {
    guard line.count <= 120 else { return nil }
    let marks: [StaticString] = [
      "decided", "date decided", "opinion issued", "date of judgment entry", "date of decision", "judgment rendered",
    ]
    guard marks.contains(where: { line.hasPrefix($0) }), let found = dates.reader.first(in: line), dates.bounds.contains(found.day) else {
      return nil
    }
    return found.day
  }

  /// What was before the document: "Argued: April 12, 2023", "Date Submitted: July 7, 2022".
  private static func isBefore(_ line: Bytes) -> Bool {
    ["argued", "submitted", "date submitted", "date argued", "heard", "hearing date"].contains { (word: StaticString) in
      line.hasPrefix(word)
    }
  }

  /// "Release No. 81207 / July 25, 2017"
  private static func ofRelease(_ line: Bytes, _ dates: StatedDate) -> CalendarDay? {
    guard line.count <= 160, line.hasPrefix("release no"), let found = dates.reader.first(in: line), dates.bounds.contains(found.day) else {
      return nil
    }
    return found.day
  }

  /// "Filed 06/05/23", "FILED: 06/05/2023", "Filed June 5, 2023", "Date Filed: 10/15/2024".
  private static func filed(_ line: Bytes, _ dates: StatedDate) -> CalendarDay? {
    guard line.count <= 240 else { return nil }
    // "Entered on FLSD Docket 02/04/2025"
    let end =
      line.firstIndex(of: "filed", wholeWord: true).map { $0 + 5 } ?? line.firstIndex(of: "docket ", wholeWord: false).map { $0 + 6 }
    guard let end else { return nil }
    var rest = line[end...].drop { $0 == 0x3A || $0.isBlank }
    if rest.hasPrefix("on ") { rest = rest.dropFirst(3) }
    if let short = shortDate(rest) { return dates.bounds.contains(short) ? short : nil }
    guard let found = dates.reader.first(in: rest.prefix(24)), found.range.lowerBound == rest.startIndex, dates.bounds.contains(found.day)
    else {
      return nil
    }
    return found.day
  }

  /// American courts: 06/05/23.
  private static func shortDate(_ line: Bytes) -> CalendarDay? {
    let parts = line.prefix { $0.isDigit || $0 == 0x2F }.split(separator: 0x2F)
    guard parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, let month = Int(parts[0].text), let day = Int(parts[1].text),
      let year = Int(parts[2].text), parts[2].count == 2 || parts[2].count == 4
    else { return nil }
    return CalendarDay(year: year < 100 ? 2000 + year : year, month: month, day: day)
  }
}
