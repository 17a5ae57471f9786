/// Decides what a page says a second time, or of another article: pull quotes, and the articles that scrolling on would load.
enum RepeatedParts {
  private static let farthestUp = 60
  private static let mostQuotes = 30
  private static let mostHeadings = 20

  /// Leaves out further articles, each with a heading of its own, below the one whose heading is the page's title.
  static func removeFurtherArticles(
    _ tree: PageTree, _ headings: [Int], title: [UInt8], _ totals: PageMeasures.Totals, removed: inout [Bool]
  ) {
    let headings = headings.prefix(mostHeadings).filter { !removed[$0] }
    guard headings.count > 1 else { return }
    let wanted = PageTitle.words(title)
    let own = headings.first { PageTitle.words(tree.line(of: $0)) == wanted } ?? headings[0]
    let path = ancestors(tree, own)
    for other in headings where other != own {
      var place = other
      for _ in 0..<farthestUp {
        let parent = Int(tree.nodes[place].parent)
        guard parent >= 0 else { break }
        guard let depth = path.firstIndex(of: parent) else {
          place = parent
          continue
        }
        // `place` holds the other heading, and its neighbour holds ours.
        guard depth > 0, isFurther(tree, place, beside: path[depth - 1], totals) else { break }
        for index in place..<Int(tree.nodes[place].end) { removed[index] = true }
        break
      }
    }
  }

  private static func ancestors(_ tree: PageTree, _ index: Int) -> [Int] {
    var path = [index]
    while path.count < farthestUp, let last = path.last, tree.nodes[last].parent >= 0 { path.append(Int(tree.nodes[last].parent)) }
    return path
  }

  /// Whether two neighbours are articles: by their tag, or both with a byline or time of their own and of the same class.
  private static func isFurther(_ tree: PageTree, _ place: Int, beside own: Int, _ totals: PageMeasures.Totals) -> Bool {
    guard totals.text[own] >= 200, tree.nodes[place].tag == tree.nodes[own].tag else { return false }
    if tree.nodes[own].tag == .article { return true }
    guard tree.nodes[own].tag.isContainer, tree.value(.class, of: place).map(Array.init) == tree.value(.class, of: own).map(Array.init)
    else {
      return false
    }
    return isSigned(tree, place) && isSigned(tree, own)
  }

  private static func isSigned(_ tree: PageTree, _ index: Int) -> Bool {
    tree.nodes[index..<min(Int(tree.nodes[index].end), index + 200)].contains { $0.tag == .time || $0.marks.contains(.byline) }
  }

  /// Leaves out the quotes set apart in large letters whose words stand in the text as well.
  static func removePullQuotes(_ tree: PageTree, removed: inout [Bool]) {
    var seen = 0
    var index = 0
    while index < tree.nodes.count, seen < mostQuotes {
      let node = tree.nodes[index]
      guard node.marks.contains(.pullQuote), !removed[index], node.end - Int32(index) < 60 else {
        index += 1
        continue
      }
      seen += 1
      if standsElsewhere(tree, index) { for place in index..<Int(node.end) { removed[place] = true } }
      index = Int(node.end)
    }
  }

  private static func standsElsewhere(_ tree: PageTree, _ index: Int) -> Bool {
    let texts = (index..<Int(tree.nodes[index].end)).filter { tree.nodes[$0].tag == .text }
    guard let longest = texts.max(by: { length(tree, $0) < length(tree, $1) }), length(tree, longest) >= 20 else { return false }
    let signs: Set<UInt8> = [0x22, 0x27, 0x2E, 0x2C, 0x20, 0x0A, 0x09, 0x0D]
    var words = tree.text[Int(tree.nodes[longest].start)..<Int(tree.nodes[longest].stop)]
    // Quotation marks and the full stop are set differently in the text.
    while let first = words.first, signs.contains(first) || first >= 0x80 { words = words.dropFirst() }
    while let last = words.last, signs.contains(last) || last >= 0x80 { words = words.dropLast() }
    guard words.count >= 20, let first = words.first else { return false }
    let before = tree.text[..<min(Int(tree.nodes[texts[0]].start), 1 << 20)]
    let after = tree.text[Int(tree.nodes[texts[texts.count - 1]].stop)...].prefix(1 << 20)
    return [before, after].contains { part in
      guard part.count >= words.count else { return false }
      return (part.startIndex...(part.endIndex - words.count)).contains { part[$0] == first && part[$0...].starts(with: words) }
    }
  }

  private static func length(_ tree: PageTree, _ index: Int) -> Int { Int(tree.nodes[index].stop - tree.nodes[index].start) }
}
