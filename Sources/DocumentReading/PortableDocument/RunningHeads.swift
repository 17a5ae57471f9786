/// Takes out what stands on every page and belongs to none: running heads, page numbers, a court's stamps, line numbers of pleadings.
struct RunningHeads {
  /// What was taken out of the first pages: a court's stamp gives the day of filing.
  private(set) var firstRows: [[UInt8]] = []

  /// What lies side by side in one of the margins.
  private struct Row {
    var lines: [Int]
    var middle: Int
    var text: [UInt8]
    var key: [UInt8]
    /// How many rows lie between it and the page's edge.
    var rank: Int
    var isTop: Bool
  }

  /// At the upper and lower edge of a page, in percent of its height.
  private static let margin = 13
  /// Only so many rows at each edge are looked at.
  private static let deepest = 4
  /// A row is compared with those of so many pages before and after.
  private static let reach = 4
  private static let mostLines = 2000

  init(_ pages: inout [PageLayout]) {
    for index in pages.indices {
      Self.takeOutLineNumbers(&pages[index])
      Self.takeOutSideways(&pages[index])
    }
    let rows = pages.map(Self.rows)
    for index in pages.indices {
      var taken: Set<Int> = []
      for row in rows[index] {
        guard Self.isStamp(row.text) || Self.isPageNumber(row, pages[index]) || Self.isRepeated(row, on: index, rows) else { continue }
        taken.formUnion(row.lines)
        if index < 2 { firstRows.append(row.text) }
      }
      if !taken.isEmpty {
        pages[index].lines = pages[index].lines.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
      }
    }
  }

  private static func rows(_ page: PageLayout) -> [Row] {
    guard page.lines.count <= mostLines else { return [] }
    let order = page.lines.indices.sorted { page.lines[$0].middle < page.lines[$1].middle }
    var groups: [[Int]] = []
    for index in order {
      if let last = groups.last?.last, page.lines[index].isOnRow(of: page.lines[last]) {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
    func row(_ group: [Int], _ rank: Int, _ isTop: Bool) -> Row {
      let sorted = group.sorted { page.lines[$0].left < page.lines[$1].left }
      let text = Array(sorted.map { page.lines[$0].text }.joined(separator: [0x20]))
      return Row(lines: group, middle: page.lines[group[0]].middle, text: text, key: key(text), rank: rank, isTop: isTop)
    }
    let top = groups.prefix(deepest).enumerated().map { row($0.element, $0.offset, true) }
    let bottom = groups.dropFirst(deepest).suffix(deepest).reversed().enumerated().map { row($0.element, $0.offset, false) }
    return top + bottom
  }

  /// The row's text with every number as one sign, in small letters.
  private static func key(_ text: [UInt8]) -> [UInt8] {
    var key: [UInt8] = []
    for byte in text.prefix(200) {
      if byte.isDigit {
        if key.last != 0x23 { key.append(0x23) }
      } else if !byte.isBlank {
        key.append(byte.lowered)
      }
    }
    return key
  }

  private static func isRepeated(_ row: Row, on page: Int, _ rows: [[Row]]) -> Bool {
    guard row.key.count >= 2 else { return false }
    var same = 0
    for other in max(0, page - reach)...min(rows.count - 1, page + reach) where other != page {
      if rows[other].contains(where: { $0.isTop == row.isTop && $0.key == row.key && abs($0.middle - row.middle) <= 60 }) { same += 1 }
    }
    // Two pages with the same head are told from a repeated line only by its being the outermost.
    return same >= 2 || same == 1 && row.rank == 0 && rows.count <= 4
  }

  /// "7", "- 7 -", "Page 7 of 101", "iv", at the edge of the page.
  private static func isPageNumber(_ row: Row, _ page: PageLayout) -> Bool {
    let isAtEdge = row.middle * 100 < page.height * margin || row.middle * 100 > page.height * (100 - margin)
    guard isAtEdge, row.rank <= 1, row.text.count <= 24 else { return false }
    let words = row.text[...].split { !$0.isWordByte }
    guard !words.isEmpty, words.count <= 4 else { return false }
    var numbers = 0
    for word in words {
      if word.count <= 4, word.allSatisfy(\.isDigit) || word.count <= 6 && word.allSatisfy({ [0x69, 0x76, 0x78].contains($0) }) {
        numbers += 1
      } else if !["page", "of", "seite", "von", "p", "pg", "sur"].contains(word.text.lowercased()) {
        return false
      }
    }
    return numbers >= 1
  }

  /// "Case 1:23-cv-04738 Document 1 Filed 06/05/23 Page 7 of 101".
  static func isStamp(_ text: [UInt8]) -> Bool {
    let line = text[...]
    guard line.count <= 220 else { return false }
    let marks: [StaticString] = ["case", "document", "filed", "page", "doc", "entered", "dktentry", "pageid", "date filed"]
    return line.contains("case", wholeWord: true) && line.contains("page", wholeWord: true)
      && marks.count { line.contains($0, wholeWord: true) } >= 3
      || line.hasPrefix("filed:") && line.contains("county clerk")
  }

  // MARK: Margins

  /// The numbers that stand before every line of a pleading or a bill: alone, or taken for the first word of their line.
  private static func takeOutLineNumbers(_ page: inout PageLayout) {
    guard page.lines.count <= mostLines, let column = numberColumn(page) else { return }
    let taken = Set(column)
    let joined = column.count { page.lines[$0].text.contains(0x20) }
    page.lines = page.lines.enumerated().compactMap { place, line in
      guard taken.contains(place) else { return line }
      guard let blank = line.text.firstIndex(of: 0x20) else { return nil }
      var rest = line
      rest.text = Array(line.text[(blank + 1)...])
      rest.left = line.secondWordStart
      rest.firstWordEnd = min(line.right, rest.left + line.height * 3)
      return rest
    }
    // Where most numbers are the first words of lines, the helper took each line for a block of its own, in any order.
    if joined * 2 > column.count { page.lines = inRows(page.lines) }
  }

  /// The lines that are, or begin with, a number of such a column.
  private static func numberColumn(_ page: PageLayout) -> [Int]? {
    func number(_ line: PageLine) -> Int? {
      let word = line.text.firstIndex(of: 0x20).map { line.text[..<$0] } ?? line.bytes
      return word.count <= 2 && word.allSatisfy(\.isDigit) && line.firstWordEnd * 4 < page.width ? Int(word.text) : nil
    }
    let candidates = page.lines.indices.filter { number(page.lines[$0]) != nil }
    guard candidates.count >= 6 else { return nil }
    // Set flush right, at the place that most of them have in common, and counting down the page: 1, 2, 3 …
    let edges = candidates.map { page.lines[$0].firstWordEnd }.sorted()
    var best = (count: 0, edge: 0)
    var first = 0
    for place in edges.indices {
      while edges[place] - edges[first] > 30 { first += 1 }
      if place - first + 1 > best.count { best = (place - first + 1, edges[(first + place) / 2]) }
    }
    let column = candidates.filter { abs(page.lines[$0].firstWordEnd - best.edge) <= 30 }
      .sorted { page.lines[$0].middle < page.lines[$1].middle }
    let values = column.compactMap { number(page.lines[$0]) }
    let steps = zip(values, values.dropFirst())
    let alone = column.count { !page.lines[$0].text.contains(0x20) }
    guard column.count >= 6, steps.count(where: { $0 < $1 && $1 <= $0 + 8 }) * 10 >= (values.count - 1) * 9 else { return nil }
    if alone >= 6 { return column }
    // Numbers in the lines themselves might be a table's: these begin most lines of the page, and none is left out.
    let isWhole = column.count >= 12 && column.count * 2 > page.lines.count
    return isWhole && steps.count(where: { $1 == $0 + 1 }) * 10 >= (values.count - 1) * 9 ? column : nil
  }

  /// Lines down the page, and those beside each other as one.
  private static func inRows(_ lines: [PageLine]) -> [PageLine] {
    var rows: [PageLine] = []
    for line in lines.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
      guard var last = rows.last, line.isOnRow(of: last), min(line.left - last.right, last.left - line.right) < last.height * 4,
        line.left >= last.right || last.left >= line.right
      else {
        rows.append(line)
        continue
      }
      let isBehind = line.left >= last.right
      last.text = isBehind ? last.text + [0x20] + line.text : line.text + [0x20] + last.text
      if !isBehind { (last.firstWordEnd, last.secondWordStart) = (line.firstWordEnd, line.secondWordStart) }
      last.left = min(last.left, line.left)
      last.right = max(last.right, line.right)
      rows[rows.count - 1] = last
    }
    return rows
  }

  /// What is set sideways beside the text; where most of a page is, it is the text.
  private static func takeOutSideways(_ page: inout PageLayout) {
    let sideways = page.lines.count(where: \.isSideways)
    guard sideways > 0, sideways * 3 < page.lines.count else { return }
    page.lines.removeAll(where: \.isSideways)
  }
}
