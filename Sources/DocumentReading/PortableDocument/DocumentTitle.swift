import RegulatoryModel

/// The title of a document without a caption: of its properties where they tell one, else the large lines of the first page.
enum DocumentTitle {
  /// The title in the document's properties, unless it is a file's name, a program's default, or of another text.
  static func stated(_ title: [UInt8], pages: [PageLayout], path: DocumentPath) -> [UInt8]? {
    let line = title[...].trimmed
    guard (6...300).contains(line.count), line.contains(0x20), line.contains(where: \.isASCIILetter) || line.contains(where: { $0 >= 0x80 })
    else { return nil }
    let defaults: [StaticString] = [
      "microsoft ", "untitled", "powerpoint", "document", "layout ", "slide ", "http", "file:", "print ", "scan", "no title", "pdf ",
    ]
    guard !defaults.contains(where: { line.hasPrefix($0) }), !line.contains(0x5C), !line.contains("_") else { return nil }
    let suffixes: [StaticString] = [
      ".doc", ".docx", ".pdf", ".indd", ".qxd", ".wpd", ".xls", ".xlsx", ".ppt", ".pptx", ".rtf", ".odt", ".txt", ".fm", ".htm", ".html",
      ".tex", ".dvi",
    ]
    guard !suffixes.contains(where: { line.hasSuffix($0) }) else { return nil }
    // A name left over from the document that this one was made from is not in its text.
    let words = line.split { !$0.isWordByte }.filter { $0.count > 3 }.map { $0.map(\.lowered) }
    guard !words.isEmpty else { return nil }
    var seen: Set<[UInt8]> = []
    for line in pages.prefix(3).flatMap(\.lines).prefix(400) {
      for word in line.bytes.split(whereSeparator: { !$0.isWordByte }) { seen.insert(word.map(\.lowered)) }
    }
    return words.count { seen.contains($0) } * 3 >= words.count * 2 ? Array(line) : nil
  }

  /// The largest lines in the upper part of the first page with words; the lines themselves, which are then no part of the body.
  static func shown(_ page: PageLayout, measures: TextMeasures) -> (title: [UInt8], lines: Range<Int>)? {
    let upper = page.lines.indices.filter { place in
      let line = page.lines[place]
      return line.top * 10 < page.height * 7 && line.bytes.count(where: \.isWordByte) >= 5
    }
    guard let tallest = upper.map({ page.lines[$0].height }).max(), tallest * 100 >= measures.height * 115 else { return nil }
    var runs: [Range<Int>] = []
    for place in upper where page.lines[place].height >= tallest - 2 && place >= runs.last?.upperBound ?? 0 && runs.count < mostRuns {
      runs.append(run(from: place, page, measures))
    }
    func letters(_ run: Range<Int>) -> Int { page.lines[run].reduce(0) { $0 + $1.bytes.count(where: \.isWordByte) } }
    guard var best = runs.first else { return nil }
    // The place, day and number of a paper may be as tall as its title, and stand above it.
    if page.lines[best].contains(where: { isReference($0.bytes) }) {
      best = runs.dropFirst().max { letters($0) < letters($1) } ?? best
    }
    guard page.lines[best].reduce(0, { $0 + $1.text.count }) <= 300 else { return nil }
    return (Array(page.lines[best].map(\.text).joined(separator: [0x20])), best)
  }

  /// Lines of a title that may be as tall as each other on one page.
  private static let mostRuns = 20

  /// The lines from one on that are set like it, or that a few words alone ("Regulatory Notice", "ANNEXES") need to tell anything.
  private static func run(from start: Int, _ page: PageLayout, _ measures: TextMeasures) -> Range<Int> {
    var end = start + 1
    var length = page.lines[start].text.count
    var words = page.lines[start].bytes.words.count
    while end < page.lines.count, length < 200 {
      let (line, before) = (page.lines[end], page.lines[end - 1])
      let isShort = words < 4
      let isLarge = abs(line.height - before.height) * 12 <= before.height || isShort && line.height * 100 >= measures.height * 115
      let isBeside = isShort && line.isOnRow(of: before) && line.left >= before.right
      let isBelow = line.top > before.top && line.top - before.top < (isShort ? before.height * 5 : before.height * 5 / 2)
      guard isLarge, isBeside || isBelow && !isReference(line.bytes) else { break }
      length += line.text.count
      words += line.bytes.words.count
      end += 1
    }
    return start..<end
  }

  /// The cover of a paper of the European Commission: its number ("COM(2020) 593 final"), and well below it what it is about.
  static func ofCommission(_ page: PageLayout) -> (title: [UInt8], lines: Range<Int>)? {
    let lines = page.lines
    let head = lines.prefix(14)
    guard head.contains(where: { $0.bytes.hasPrefix("european") }), let number = head.firstIndex(where: { isCommissionNumber($0.bytes) })
    else { return nil }
    func gap(_ place: Int) -> Int { lines[place].top - lines[place - 1].top }
    guard let start = lines.indices.dropFirst(number + 1).prefix(8).first(where: { gap($0) > lines[$0].height * 4 }) else { return nil }
    var end = start + 1
    while end < lines.count, gap(end) > 0, gap(end) < lines[end].height * 5, lines[end].bytes.first != 0x7B, lines[end].bytes.first != 0x28
    {
      end += 1
    }
    let title = Array(lines[start..<end].map(\.text).joined(separator: [0x20]))
    return (20...600).contains(title.count) ? (title, start..<end) : nil
  }

  private static func isCommissionNumber(_ line: Bytes) -> Bool {
    ["com(", "swd(", "join(", "c("].contains { (word: StaticString) in line.hasPrefix(word) } && line.hasSuffix("final")
  }

  /// "Brussels, 24.9.2020", "COM(2020) 593 final": more figures than a title has.
  private static func isReference(_ line: Bytes) -> Bool {
    let digits = line.count(where: \.isDigit)
    return digits >= 5 && digits * 4 >= line.count
  }
}
