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
    guard let best = upper.max(by: { (page.lines[$0].height, -$0) < (page.lines[$1].height, -$1) }) else { return nil }
    let height = page.lines[best].height
    guard height * 100 >= measures.height * 115 else { return nil }
    var end = best + 1
    var length = page.lines[best].text.count
    while end < page.lines.count, length < 200 {
      let line = page.lines[end]
      guard abs(line.height - height) * 12 <= height, line.top > page.lines[end - 1].top,
        line.top - page.lines[end - 1].top < height * 5 / 2
      else { break }
      length += line.text.count
      end += 1
    }
    guard length <= 300 else { return nil }
    return (Array(page.lines[best..<end].map(\.text).joined(separator: [0x20])), best..<end)
  }
}
