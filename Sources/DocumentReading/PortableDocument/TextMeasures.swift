/// How a document is set: what size its text has, how far its lines are apart, where its columns end.
struct TextMeasures {
  /// Height of most letters, in tenths of a point.
  let height: Int
  /// From one line to the next in most paragraphs.
  let leading: Int
  /// For every page, where the column of each line ends.
  private let rights: [[Int]]

  init(_ pages: [PageLayout]) {
    var heights: [Int: Int] = [:]
    var leadings: [Int: Int] = [:]
    for page in pages {
      var previous: PageLine?
      for line in page.lines {
        heights[line.height / 5, default: 0] += line.text.count
        if let previous {
          let step = line.top - previous.top
          if step > 0, step < max(line.height, previous.height) * 3 { leadings[step / 5, default: 0] += 1 }
        }
        previous = line
      }
    }
    // The smaller of two that are as frequent, so that the answer never depends on the order in a table.
    func most(_ counts: [Int: Int]) -> Int? { counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }.map { $0.key * 5 + 2 } }
    height = max(10, most(heights) ?? 120)
    leading = max(height, most(leadings) ?? height * 6 / 5)
    rights = pages.map(Self.rights)
  }

  /// Where the column of a page's line ends: the furthest that lines beginning nearby reach.
  func right(of place: Int, on page: Int) -> Int { rights[page][place] }

  private static func rights(_ page: PageLayout) -> [Int] {
    let lines = page.lines
    // Lines that begin at about the same place, in steps, share a column.
    let step = max(1, page.width / 12)
    var ends = [Int](repeating: 0, count: 16)
    func slot(_ line: PageLine) -> Int { min(15, max(0, line.left / step)) }
    for line in lines { ends[slot(line)] = max(ends[slot(line)], line.right) }
    return lines.map { line in
      let own = slot(line)
      // An indented line belongs to the column that begins a little further left.
      return (max(0, own - 2)...min(15, own + 1)).reduce(line.right) { most, slot in max(most, ends[slot]) }
    }
  }
}
